"""World literature in Russian translation."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
WORLD_RUSSIAN = (
    Book(
        "iliada", "Илиада. Одиссея", "rus", ("homer",), place="Москва",
        publisher="Художественная литература", year=1967, series="Библиотека всемирной литературы",
        original="grc", translators=("Николай Гнедич", "Василий Жуковский"), literature="gre",
        subjects=("античная литература", "эпос"),
        annotation="Гнев Ахилла и возвращение Одиссея в классических русских переводах.",
    ),
    Book(
        "dante-ru", "Новая жизнь. Божественная комедия", "rus", ("dante",), place="Москва",
        publisher="Художественная литература", year=1967, series="Библиотека всемирной литературы",
        work="dante", original="ita", literature="ita", age="16+",
        subjects=("поэзия", "Средневековье"),
        annotation="Путь через Ад, Чистилище и Рай; «Комедия» в переводе Михаила Лозинского.",
    ),
    Book(
        "faust-ru", "Фауст", "rus", ("goethe",), subtitle="трагедия", place="Москва",
        publisher="Художественная литература", year=1969, series="Библиотека всемирной литературы",
        work="faust", original="ger", translators=("Борис Пастернак",), literature="ger",
        subjects=("драматургия", "поэзия"),
        annotation="Договор учёного с чёртом в переводе Бориса Пастернака.",
    ),
    Book(
        "shakespeare-ru", "Трагедии. Сонеты", "rus", ("shakespeare",), place="Москва",
        publisher="Художественная литература", year=1968, series="Библиотека всемирной литературы",
        original="eng", literature="eng", audience="youth",
        subjects=("драматургия", "трагедии"),
        annotation="«Гамлет», «Отелло», «Король Лир», «Макбет», «Ромео и Джульетта» и сонеты.",
    ),
    Book(
        "don-kikhot", "Хитроумный идальго Дон Кихот Ламанчский", "rus", ("cervantes",),
        subtitle="роман", place="Москва", publisher="Художественная литература", year=1970,
        series="Библиотека всемирной литературы", original="spa", translators=("Николай Любимов",),
        literature="spa",
        subjects=("рыцарский роман", "сатира"),
        annotation="Рыцарь печального образа, его оруженосец и ветряные мельницы.",
    ),
    Book(
        "kniga-1001", "Книга тысячи и одной ночи", "rus", subtitle="избранные сказки",
        place="Москва", publisher="Художественная литература", year=1975,
        series="Библиотека всемирной литературы", work="tysyacha", original="ara",
        class_udc="398.21", class_bbk="82.3(0)", age="16+",
        subjects=("арабские сказки",),
        annotation="Сказки, которыми Шахразада спасала себе жизнь.",
    ),
    Book(
        "geroicheskii-epos-1", "Героический эпос народов СССР", "rus", part_number="Т. 1",
        place="Москва", publisher="Художественная литература", year=1975,
        series="Библиотека всемирной литературы", class_udc="398.22", class_bbk="82.3",
        subjects=("эпос", "фольклор"),
        annotation="Сказания народов от Карелии до Сибири и Средней Азии.",
    ),
    Book(
        "shahname-ru", "Шах-наме", "rus", ("firdousi",), place="Москва",
        publisher="Художественная литература", year=1972, series="Библиотека всемирной литературы",
        work="shahname", original="per", literature="per",
        subjects=("персидский эпос",),
        annotation="Цари и богатыри древнего Ирана: Рустам, Сухраб, Сиявуш.",
    ),
    Book(
        "khayyam-ru", "Рубаи", "rus", ("khayyam",), work="rubai", original="per", literature="per",
        age="16+",
        subjects=("персидская поэзия",),
        annotation="Четыре строки о времени, вине, сомнении и свободе.",
    ),
    Book(
        "gamzatov-ru", "Мой Дагестан", "rus", ("gamzatov",), work="dagestan", original="ava",
        translators=("Владимир Солоухин",), literature="dag",
        subjects=("родина", "родной язык"),
        annotation="Книга о языке, родном ауле и долге поэта, рассказанная притчами.",
    ),
    Book(
        "martin-eden", "Мартин Иден. Рассказы", "rus", ("london",), place="Москва",
        publisher="Художественная литература", year=1972, series="Библиотека всемирной литературы",
        original="eng", literature="usa", audience="youth",
        subjects=("писатель", "американская проза"),
        annotation="Моряк становится писателем и теряет то, ради чего начал.",
    ),
    Book(
        "starik-ru", "Старик и море", "rus", ("hemingway",), subtitle="повесть", work="starik",
        original="eng", literature="usa",
        subjects=("море", "сила духа"),
        annotation="Старый рыбак, огромная рыба и поражение, которое похоже на победу.",
    ),
    Book(
        "orwell-ru", "1984", "rus", ("orwell",), subtitle="роман", work="orwell_1984",
        original="eng", literature="eng", age="16+",
        subjects=("антиутопия",),
        annotation=(
            "Старший Брат смотрит на тебя: роман о государстве, которое переписывает прошлое."
        ),
    ),
    Book(
        "marquez", "Сто лет одиночества", "rus", ("marquez",), subtitle="роман", place="Москва",
        publisher="Художественная литература", year=1971, original="spa", literature="col",
        age="18+",
        subjects=("магический реализм", "семья"),
        annotation="Семь поколений семьи Буэндиа в Макондо.",
    ),
    Book(
        "remarque-tri", "Три товарища", "rus", ("remarque",), subtitle="роман", original="ger",
        literature="ger", age="16+",
        subjects=("дружба", "любовь", "Германия"),
        annotation="Дружба и любовь в Германии между двумя войнами.",
    ),
    Book(
        "imya-rozy", "Имя розы", "rus", ("eco",), subtitle="роман", place="Москва",
        publisher="Книжная палата", year=1989, original="ita", translators=("Елена Костюкович",),
        literature="ita", age="16+",
        subjects=("детектив", "Средневековье", "библиотека"),
        annotation="Убийства в монастыре, лабиринт библиотеки и пропавшая книга.",
    ),
    Book(
        "dyuna", "Дюна", "rus", ("herbert",), subtitle="роман", original="eng", literature="usa",
        age="16+",
        subjects=("фантастика", "пустыня"),
        annotation="Планета песков, пряность и мальчик, которого ждут как пророка.",
    ),
    Book(
        "tolkien-khobbit", "Хоббит, или Туда и обратно", "rus", ("tolkien",),
        subtitle="сказочная повесть", place="Ленинград", publisher="Детская литература", year=1976,
        original="eng", translators=("Наталия Рахманова",), literature="eng", audience="children",
        age="6+",
        subjects=("фэнтези", "приключения"),
        annotation="Первый русский «Хоббит»: Бильбо Бэггинс выходит из дома без носового платка.",
    ),
    Book(
        "christie", "Убийство в «Восточном экспрессе»", "rus", ("christie",), subtitle="роман",
        original="eng", literature="eng", age="16+",
        subjects=("детектив",),
        annotation="Двенадцать ножевых ран, занесённый снегом поезд и Эркюль Пуаро.",
    ),
    Book(
        "doyle", "Записки о Шерлоке Холмсе", "rus", ("doyle",), subtitle="рассказы",
        original="eng", literature="eng", audience="youth", age="6+",
        subjects=("детектив",),
        annotation="Бейкер-стрит, 221б: рассказы доктора Ватсона о знаменитом сыщике.",
    ),
    Book(
        "lee", "Убить пересмешника…", "rus", ("lee",), subtitle="роман", place="Москва",
        publisher="Молодая гвардия", year=1964, original="eng",
        translators=("Нора Галь", "Раиса Облонская"), literature="usa", age="16+",
        subjects=("справедливость", "детство", "американская проза"),
        annotation="Девочка смотрит, как её отец защищает невиновного.",
    ),
    Book(
        "salinger-rozh", "Над пропастью во ржи", "rus", ("salinger",), subtitle="повесть",
        original="eng", translators=("Рита Райт-Ковалёва",), literature="usa", age="16+",
        subjects=("подростки", "американская проза"),
        annotation="Холден Колфилд уходит из школы и бродит по Нью-Йорку.",
    ),
    Book(
        "pamuk", "Меня зовут Красный", "rus", ("pamuk",), subtitle="роман", work="krasnyi",
        original="tur", literature="tur", age="16+",
        subjects=("Османская империя", "искусство", "детектив"),
        annotation="Убийство среди стамбульских миниатюристов XVI века.",
    ),
    Book(
        "zusak", "Книжный вор", "rus", ("zusak",), subtitle="роман", place="Москва",
        publisher="Эксмо", original="eng", literature="aus", age="16+",
        subjects=("Вторая мировая война", "чтение", "детство"),
        annotation="Девочка ворует книги в нацистской Германии, а рассказывает об этом Смерть.",
    ),
)
# fmt: on
