"""Tasks that must end with an honest "we have no such book"."""

from __future__ import annotations

from tests.residents.tasks import table

AUEZOV = (
    "abai-zholy-1 abai-zholy-2 abai-zholy-3 abai-zholy-4 qily-zaman kokserek auezov-5 auezov-12 "
    "put-abaya-1971 likhaya-godina seryi-lyutyi plemya"
)
ESENBERLIN = "qahar almas-qylysh zhantalas altyn-orda kochevniki zolotaya-orda"
POTTER = "potter-1-kk potter-2-kk potter-3-kk potter-en"
DOSTOEVSKY = "prestuplenie karamazovy qylmys-pen-zhaza"

NOT_HELD = table(
    "not held",
    f"""
    kk | Шалқар көл хикаясы | none
    kk | Айқын Несіпбай | none
    kk | Жүз жылдық жалғыздық | none
    kk | Әуезов Айман-Шолпан | none: {AUEZOV}
    kk | Есенберлин Маңғыстау майданы | none: {ESENBERLIN}
    kk | ғарышкерлерге арналған аспаптар | none
    kk | Ораз Исмаилов Жер аңсары | none
    kk | микробиология практикумы | none
    kk | 978-601-338-999-9 | none
    kk | щшгзхъ | none
    ru | Анжелика маркиза ангелов | none
    ru | Гарри Поттер и кубок огня | none: {POTTER}
    ru | Достоевский Идиот | none: {DOSTOEVSKY}
    ru | Пятьдесят оттенков серого | none
    ru | Донцова | none
    ru | сопромат | none
    ru | налоговый кодекс республики узбекистан | none: grazhdansky-kodeks
    ru | как починить стиральную машину | none
    ru | Код да Винчи Дэн Браун | none
    ru | 978-5-04-116820-9 | none
    ru | qwertyuiop | none
    ru | квантовая хромодинамика | none
    ru | Turgenev Nest of Gentlefolk | none: ottsy-i-deti
    ru | The Catcher in the Rye | none: salinger-rozh
    """,
)
