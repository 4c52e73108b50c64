"""Tasks of those who hold a note with an ISBN, a volume, a series, a year or a publisher."""

from __future__ import annotations

from tests.residents.tasks import table

ISBN = table(
    "ISBN",
    """
    kk | 978-601-07-1120-4 | algebra-9
    kk | 9786010711204 | algebra-9
    kk | ISBN 978-601-01-0312-2 | tagamdar
    kk | isbn: 978 601 317 152 4 | qazaq-tili-5
    kk | 9965-637-13-X | musirepov-2
    kk | 9965-637-13-Х | musirepov-2
    kk | 996563713x | musirepov-2
    kk | 978-9965-637-12-4 | musirepov-1
    kk | ISBN-10: 9965-601-34-8 | dombyra
    ru | 978-5-17-090436-5 | zuleikha
    ru | 9785170904365 | zuleikha
    ru | ISBN 5-7155-0438-4 | paustovsky
    ru | 5 7155 0438 4 | paustovsky
    ru | ISBN13 978‑5‑00100‑616‑9 | python
    ru | 978–5–235–03105–0 | zhzl-abai
    ru | 0-553-05340-Х | hawking-en
    ru | Вязание 978-5-699-20173-0 | vyazanie
    """,
    within=1,
)

VOLUME = table(
    "volume of a set",
    """
    kk | Абай жолы 2-кітап | abai-zholy-2
    kk | абай жолы екінші кітап | abai-zholy-2
    kk | Абай жолы 4 кітап | abai-zholy-4
    kk | абай жолы 3-том | abai-zholy-3
    kk | Қан мен тер екінші кітабы | qan-men-ter-2
    kk | аласапыран 2 | alasapyran-2
    kk | мүсірепов таңдамалы 3 том | musirepov-3
    kk | әуезов елу томдық 12-том | auezov-12
    kk | Қазақстан тарихы 3-том | qaz-tarih-3
    kk | Қазақстан тарихы екінші том | qaz-tarih-2
    kk | Бес ғасыр жырлайды 1 том | bes-gasyr-1
    ru | Бунин т. 2 | bunin-2
    ru | Бунин собрание сочинений том 4 | bunin-4
    ru | бунин собрание сочинений т.1 | bunin-1
    ru | Даль словарь 1 том | dal
    ru | история казахстана том 1 | istoriya-kazakhstana-1
    ru | Мусрепов 2 том | musirepov-2
    """,
    within=1,
)

SERIES = table(
    "series",
    """
    kk | Отбасы кітапханасы | altyn-adam tomiris saq-zhauyngeri
    kk | отбасы кітапханасы сериясы | altyn-adam tomiris saq-zhauyngeri
    kk | Отбасы кітапханасы 7 | tomiris | @3
    kk | Хәрри Поттер | potter-1-kk potter-2-kk potter-3-kk
    ru | Гарри Поттер | potter-1-kk potter-2-kk potter-3-kk
    kk | көшпенділер трилогиясы | qahar almas-qylysh zhantalas
    ru | Жизнь замечательных людей | zhzl-abai zhzl-valihanov satpaev-zhzl
    ru | серия жизнь замечательных людей | zhzl-abai zhzl-valihanov satpaev-zhzl
    ru | Библиотека всемирной литературы Толстой | voina-i-mir anna-karenina
    ru | литературные памятники | korkut-ru blagodatnoe-znanie alice-ru
    ru | Уральская библиотека | fersman bazhov
    ru | уральской библиотеки | fersman bazhov
    ru | эпос народов ссср | koblandy-ru geroicheskii-epos-1
    """,
)

YEAR_AND_PUBLISHER = table(
    "year and publisher",
    """
    kk | Жазушы 1985 | bes-gasyr-2 ezhelgi-zhyr ualihanov-kk
    kk | Есенберлин 1971 | almas-qylysh | @3
    kk | Ана тілі 1992 | til-tagylymy pedagogika-zhumabaev
    kk | Қайнар баспасы 1988 | bau-baqsha
    kk | Фолиант 2016 Астана | altyn-adam tomiris
    kk | мақатаев жазушы 1976 | maqataev-omirdastan | @3
    kk | Атамұра 1998 | qaz-tarih-2
    ru | Молодая гвардия 1980 | satpaev-zhzl | @3
    ru | айтматов 1987 | plakha-1987 | @3
    ru | издательство Кайнар 1981 | yurta
    ru | Детгиз 1954 | neznaika | @3
    ru | Толстой 1968 | voina-i-mir | @3
    ru | Эксмо 2007 вязание | vyazanie | @3
    ru | Норма-К | pdd
    """,
)

CATALOGUE = [*ISBN, *VOLUME, *SERIES, *YEAR_AND_PUBLISHER]
