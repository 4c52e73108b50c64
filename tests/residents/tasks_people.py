"""Tasks of those who know who wrote the book, in some spelling."""

from __future__ import annotations

from tests.residents.tasks import table

SURNAME = table(
    "surname",
    """
    kk | Есенберлин | qahar almas-qylysh zhantalas altyn-orda
    kk | мақатаев | maqataev-qarlygash maqataev-aqqular maqataev-shuagym maqataev-omirdastan
    kk | нұрпейісов | qan-men-ter-1 qan-men-ter-2 qan-men-ter-3 krov-i-pot
    kk | Момышұлы | qanmen-zhazylgan ushqan-uya
    kk | соқпақбаевтың кітаптары | qozha-kk soqpaqbaev-balalyq
    kk | кекілбаев | angyzdyng-aqyry urker
    kk | Қадыр Мырза Әлі | domalaq
    kk | Жүнісов | aqan-seri zhapandagy-uy
    ru | Достоевский | prestuplenie karamazovy
    ru | чехова | chekhov-rasskazy
    ru | Стругацкие | ponedelnik piknik
    ru | книги пелевина | pelevin
    ru | Хемингуэй | starik-ru shal-men-teniz
    ru | паустовский | paustovsky
    ru | Бунин | bunin-1 bunin-2 bunin-4
    ru | гарсиа маркес | marquez
    """,
    within=20,
)

INITIALS = table(
    "initials",
    """
    kk | М. Әуезов | qily-zaman kokserek auezov-5
    kk | Әуезов М.О. | auezov-5 auezov-12
    kk | М.О. Әуезов | auezov-5 auezov-12
    kk | Әуезов М | kokserek auezov-5
    kk | Ғ. Мүсірепов | ulpan oyangan-olke musirepov-1
    kk | Мүсірепов Ғ.М. | musirepov-1 musirepov-2 musirepov-3
    kk | і.есенберлин | qahar almas-qylysh
    kk | Б. Момышұлы ұшқан ұя | ushqan-uya
    kk | А. Е. Әбілқасымова | algebra-9
    ru | Толстой Л.Н. | voina-i-mir anna-karenina
    ru | Л. Н. Толстой | voina-i-mir anna-karenina
    ru | М.А.Шолохов | tikhiy-don
    ru | булгаков м. а. | master sobachye
    ru | И.А. Бунин | bunin-1 bunin-2
    ru | Паустовский К.Г. | paustovsky
    ru | К.И. Сатпаев | satpaev-trudy
    ru | Ч. Айтматов плаха | plakha-1987
    ru | Роулинг Дж.К. | any: potter-1-kk potter-2-kk potter-3-kk
    """,
    within=20,
)

OTHER_SPELLING = table(
    "author's other spelling",
    """
    kk | Ауэзов | any: qily-zaman kokserek abai-zholy-1
    ru | Әуезов племя младое | plemya
    ru | Auezov | any: put-abaya-1971 likhaya-godina seryi-lyutyi abai-zholy-1 plemya
    kk | Айтматұлы | any: zhamila-kk aq-keme birinshi-mugalim
    kk | Чингиз Айтматов | zhamila-kk aq-keme birinshi-mugalim
    ru | Шыңғыс Айтматов | plakha-1987 belyi-parokhod
    ru | Aitmatov | any: buranny-en plakha-1987 belyi-parokhod zhamila-ru
    kk | Макатаев Мукагали | maqataev-qarlygash makataev-stihi
    ru | Мақатаев | makataev-stihi
    kk | Джансугуров | kulager
    kk | Жансугиров | kulager
    ru | Нурпейсов | krov-i-pot
    kk | Мусрепов | ulpan musirepov-1
    kk | Чокан Валиханов | ualihanov-kk
    ru | Шоқан Уәлиханов | ualihanov-izbrannye
    kk | Абылкасымова | algebra-9
    kk | Сатпаев Қаныш | satpaev-trudy satpaev-zhzl
    ru | Сәтбаев | any: satpaev-trudy satpaev-zhzl
    ru | Достоевски | prestuplenie karamazovy
    ru | Tolstoy | voina-i-mir anna-karenina
    ru | Хэмингуэй | starik-ru
    ru | Толкиен | tolkien-khobbit
    """,
    within=20,
)

TITLE_AND_AUTHOR = table(
    "title and author",
    """
    kk | әуезов абай жолы | abai-zholy-1 abai-zholy-2
    kk | Есенберлин Қаһар | qahar
    kk | ақбілек Жүсіпбек Аймауытов | aqbilek
    kk | мұхтар мағауин аласапыран | alasapyran-1 alasapyran-2
    kk | Абай қара сөздер | abai-qara-soz
    kk | Сент-Экзюпери Кішкентай ханзада | kishkentai-khanzada
    kk | Бердібек Соқпақбаев Балалық шаққа саяхат | soqpaqbaev-balalyq
    kk | Темірханов ара шаруашылығы | ara-sharuashylygy
    ru | толстой война и мир | voina-i-mir
    ru | Айтматов Белый пароход | belyi-parokhod
    ru | Олжас Сулейменов Аз и Я | az-i-ya
    ru | хокинг краткая история времени | hawking-ru
    ru | Обломов Гончаров | oblomov
    ru | эко имя розы | imya-rozy
    ru | Кизима Огород без хлопот | ogorod
    ru | Стрелкова Валиханов | zhzl-valihanov
    ru | orwell 1984 | orwell-ru
    """,
    within=3,
)

PEOPLE = [*SURNAME, *INITIALS, *OTHER_SPELLING, *TITLE_AND_AUTHOR]
