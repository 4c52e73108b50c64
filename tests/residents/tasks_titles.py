"""Tasks of those who know what the book is called."""

from __future__ import annotations

from tests.residents.tasks import table

TITLE_EXACT = table(
    "title exact",
    """
    kk | Абай жолы | abai-zholy-1 abai-zholy-2 abai-zholy-3 abai-zholy-4
    kk | Қан мен тер | qan-men-ter-1 qan-men-ter-2 qan-men-ter-3
    kk | ұшқан ұя | ushqan-uya
    kk | Қарлығашым, келдің бе? | maqataev-qarlygash
    kk | Мен – қазақпын | men-qazaqpyn
    kk | менің атым қожа | qozha-kk
    kk | Тар жол, тайғақ кешу | tar-zhol
    kk | Мақта қыз бен мысық | maqta-qyz
    kk | жүрек ауруларының алдын алу | jurek
    ru | Преступление и наказание | prestuplenie
    ru | сто лет одиночества | marquez
    ru | А зори здесь тихие | vasilev-zori
    ru | Понедельник начинается в субботу | ponedelnik
    ru | мастер и маргарита | master
    ru | Отцы и дети | ottsy-i-deti
    ru | огород без хлопот | ogorod
    ru | Правила дорожного движения Республики Казахстан | pdd
    ru | The silent steppe | silent-steppe
    kk | 1984 | orwell-1984-kk orwell-ru
    """,
    within=5,
)

TITLE_OTHER_FORM = table(
    "title in another form",
    """
    kk | абай жолында | abai-zholy-1
    kk | бақытсыз жамалдың | baqytsyz-zhamal
    kk | жусанның иісі | zhusan-iisi
    kk | кішкентай ханзадалар | kishkentai-khanzada
    kk | қара сөздері | abai-qara-soz
    kk | ақ кемелер | aq-keme
    kk | бірінші мұғалімім | birinshi-mugalim
    kk | қызыл кітапта | qyzyl-kitap
    kk | көшпенділердің жанталасы | zhantalas
    kk | қобыланды батырдың | qobylandy
    kk | ұлттық тағамды | tagamdar
    kk | сақ жауынгерлері | saq-zhauyngeri
    ru | войну и мир | voina-i-mir
    ru | братьев карамазовых | karamazovy
    ru | капитанскую дочку | kapitanskaya
    ru | двенадцати стульях | dvenadtsat
    ru | героя нашего времени | geroi
    ru | собачьего сердца | sobachye
    ru | трёх товарищей | remarque-tri
    ru | лесные газеты | bianki
    ru | мёртвых душ | mertvye-dushi
    """,
)

ONE_WORD = table(
    "one-word titles",
    """
    kk | ұлпан | ulpan
    kk | боран | boran
    kk | менеджмент | griffin-kk
    kk | тағдыр | tagdyr
    kk | үркер | urker
    kk | ботагөз | botagoz botagoz-ru
    kk | Томирис | tomiris
    kk | құлагер | kulager
    ru | обломов | oblomov
    ru | плаха | plakha-1987
    ru | лавр | lavr
    ru | дюна | dyuna
    ru | сатпаев | satpaev-zhzl satpaev-trudy
    ru | рубаи | khayyam-ru
    ru | sapiens | sapiens-ru sapiens-kk sapiens-en
    kk | шүрәле | tukai-shurale
    """,
    within=5,
)

PHRASES = table(
    "phrases",
    """
    kk | «абай жолы» | abai-zholy-1 abai-zholy-2 | not: aq-zhol tar-zhol
    kk | "қан мен тер" | qan-men-ter-1 qan-men-ter-2 qan-men-ter-3
    kk | "алтын адам" | altyn-adam | not: altyn-orda
    kk | «ақ кеме» | aq-keme | not: aq-zhol
    kk | "қазақ ертегілері" | qazaq-ertegileri-1 maqta-qyz | @20
    ru | «белый пароход» | belyi-parokhod | not: master
    ru | "история казахстана" | istoriya-kazakhstana-1 klyashtorny | not: gombrich-ru
    ru | "тихий дон" | tikhiy-don
    ru | „золотая роза“ | paustovsky | not: zolotaya-orda imya-rozy zolotoi-telenok
    ru | «русский язык» | ozhegov dal | not: english-kids
    ru | "великая степь" гумилёв | gumilev-dstep gumilev-poiski
    ru | "brief history" | hawking-en sapiens-en | not: olcott
    """,
)

TITLES = [*TITLE_EXACT, *TITLE_OTHER_FORM, *ONE_WORD, *PHRASES]
