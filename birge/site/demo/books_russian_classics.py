"""Russian literature from Pushkin to our days."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
RUSSIAN_CLASSICS = (
    Book(
        "onegin-ru", "Евгений Онегин", "rus", ("pushkin",), subtitle="роман в стихах",
        work="onegin", literature="rus", audience="youth",
        subjects=("русская поэзия", "любовь"),
        annotation="Роман в стихах, по которому Россия до сих пор узнаёт себя.",
    ),
    Book(
        "kapitanskaya", "Капитанская дочка", "rus", ("pushkin",), subtitle="повесть",
        literature="rus", audience="youth", age="6+",
        subjects=("восстание Пугачёва", "историческая проза"),
        annotation="«Береги честь смолоду»: любовь и верность слову среди пугачёвского бунта.",
    ),
    Book(
        "geroi", "Герой нашего времени", "rus", ("lermontov",), subtitle="роман", literature="rus",
        audience="youth",
        subjects=("Кавказ", "русская проза"),
        annotation="Печорин в пяти повестях: первый психологический роман русской литературы.",
    ),
    Book(
        "mertvye-dushi", "Мёртвые души", "rus", ("gogol",), subtitle="поэма", work="mertvye_dushi",
        literature="rus", audience="youth",
        subjects=("сатира", "русская проза"),
        annotation="Похождения Чичикова и галерея помещиков, ставших нарицательными.",
    ),
    Book(
        "ottsy-i-deti", "Записки охотника. Накануне. Отцы и дети", "rus", ("turgenev",),
        place="Москва", publisher="Художественная литература", year=1971,
        series="Библиотека всемирной литературы", literature="rus", audience="youth",
        subjects=("русская проза", "поколения"),
        annotation="Рассказы о деревне и два романа, в одном из которых живёт нигилист Базаров.",
    ),
    Book(
        "oblomov", "Обломов", "rus", ("goncharov",), subtitle="роман", place="Москва",
        publisher="Художественная литература", year=1973, series="Библиотека всемирной литературы",
        literature="rus", audience="youth",
        subjects=("русская проза",),
        annotation="Человек, который не может встать с дивана, и те, кто пытается его поднять.",
    ),
    Book(
        "voina-i-mir", "Война и мир", "rus", ("tolstoy",), subtitle="роман-эпопея", place="Москва",
        publisher="Художественная литература", year=1968, series="Библиотека всемирной литературы",
        work="voina_i_mir", literature="rus",
        subjects=("Отечественная война 1812 года", "русская проза"),
        annotation="Пять семей и целая страна перед лицом нашествия Наполеона.",
    ),
    Book(
        "anna-karenina", "Анна Каренина", "rus", ("tolstoy",), subtitle="роман", place="Москва",
        publisher="Художественная литература", year=1976, series="Библиотека всемирной литературы",
        literature="rus", age="16+",
        subjects=("семья", "любовь", "русская проза"),
        annotation=(
            "Роман о любви, семье и суде света, который начинается самой известной фразой русской "
            "прозы."
        ),
    ),
    Book(
        "prestuplenie", "Преступление и наказание", "rus", ("dostoevsky",), subtitle="роман",
        place="Москва", publisher="Художественная литература", year=1970,
        series="Библиотека всемирной литературы", work="prestuplenie", literature="rus", age="16+",
        subjects=("совесть", "Петербург", "русская проза"),
        annotation="Студент Раскольников проверяет на себе идею, с которой нельзя жить.",
    ),
    Book(
        "karamazovy", "Братья Карамазовы", "rus", ("dostoevsky",), subtitle="роман",
        place="Москва", publisher="Художественная литература", year=1973,
        series="Библиотека всемирной литературы", literature="rus", age="16+",
        subjects=("вера", "семья", "русская проза"),
        annotation="Отцеубийство, три брата и спор о Боге и свободе.",
    ),
    Book(
        "chekhov-rasskazy", "Рассказы. Повести. Пьесы", "rus", ("chekhov",), place="Москва",
        publisher="Художественная литература", year=1974, series="Библиотека всемирной литературы",
        literature="rus", audience="youth",
        subjects=("русская проза", "русская драматургия"),
        annotation="От ранних смешных рассказов до «Вишнёвого сада» в одном томе.",
    ),
    Book(
        "tikhiy-don", "Тихий Дон", "rus", ("sholokhov",), subtitle="роман", place="Москва",
        publisher="Художественная литература", year=1968, series="Библиотека всемирной литературы",
        work="tikhiy_don", literature="rus", age="16+",
        subjects=("казачество", "Гражданская война"),
        annotation="Григорий Мелехов и донские казаки в годы, когда рушилась жизнь.",
    ),
    Book(
        "master", "Белая гвардия. Театральный роман. Мастер и Маргарита", "rus", ("bulgakov",),
        subtitle="романы", place="Москва", publisher="Художественная литература", year=1973,
        literature="rus", age="16+",
        subjects=("Москва", "сатира", "мистика"),
        annotation=(
            "Три романа в одном томе, среди них первое книжное издание «Мастера и Маргариты» без "
            "сокращений."
        ),
    ),
    Book(
        "sobachye", "Собачье сердце", "rus", ("bulgakov",), subtitle="повесть", literature="rus",
        age="16+",
        subjects=("сатира", "фантастика"),
        annotation="Профессор превращает собаку в человека и узнаёт, что получилось.",
    ),
    Book(
        "zhivago", "Доктор Живаго", "rus", ("pasternak",), subtitle="роман", literature="rus",
        age="16+",
        subjects=("революция", "любовь", "русская проза"),
        annotation=(
            "Врач и поэт в годы революции: роман, за который автор получил Нобелевскую премию и "
            "травлю."
        ),
    ),
    Book(
        "dvenadtsat", "Двенадцать стульев", "rus", ("ilf", "petrov"), subtitle="роман",
        literature="rus",
        subjects=("юмор", "сатира"),
        annotation="Остап Бендер и Киса Воробьянинов ищут бриллианты тёщи.",
    ),
    Book(
        "zolotoi-telenok", "Золотой телёнок", "rus", ("ilf", "petrov"), subtitle="роман",
        literature="rus",
        subjects=("юмор", "сатира"),
        annotation=(
            "Великий комбинатор возвращается: охота на подпольного миллионера доводит его до "
            "Туркестана."
        ),
    ),
    Book(
        "odin-den", "Один день Ивана Денисовича", "rus", ("solzhenitsyn",), subtitle="повесть",
        place="Москва", publisher="Советский писатель", year=1963, literature="rus", age="16+",
        subjects=("лагерь", "репрессии"),
        annotation=(
            "Обычный день заключённого. Повесть выросла из лагерного опыта автора, в том числе в "
            "Экибастузе."
        ),
    ),
    Book(
        "vasilev-zori", "А зори здесь тихие…", "rus", ("vasilev",), subtitle="повесть",
        literature="rus", audience="youth",
        subjects=("Великая Отечественная война",),
        annotation="Пять девушек-зенитчиц и старшина Васков против десанта в карельском лесу.",
    ),
    Book(
        "ponedelnik", "Понедельник начинается в субботу", "rus",
        ("strugatskie-a", "strugatskie-b"),
        subtitle="сказка для научных работников младшего возраста", place="Москва",
        publisher="Детская литература", year=1965, literature="rus", audience="youth",
        subjects=("фантастика", "юмор"),
        annotation="Программист попадает в НИИ чародейства и волшебства.",
    ),
    Book(
        "piknik", "Пикник на обочине", "rus", ("strugatskie-a", "strugatskie-b"),
        subtitle="повесть", literature="rus", age="16+",
        subjects=("фантастика",),
        annotation=(
            "Сталкер ходит в Зону за тем, что оставили пришельцы, и однажды просит счастья для "
            "всех."
        ),
    ),
    Book(
        "andromeda", "Туманность Андромеды", "rus", ("efremov",), subtitle="роман", place="Москва",
        publisher="Молодая гвардия", year=1958, literature="rus", audience="youth",
        subjects=("фантастика", "космос"),
        annotation="Далёкое будущее, Великое Кольцо цивилизаций и люди, которым хватает смелости.",
    ),
    Book(
        "zuleikha", "Зулейха открывает глаза", "rus", ("yakhina",), subtitle="роман",
        place="Москва", publisher="АСТ: Редакция Елены Шубиной", year=2015,
        isbn="978-5-17-090436-5", literature="rus", age="16+",
        subjects=("раскулачивание", "Сибирь", "татарская семья"),
        annotation="Раскулаченная татарская крестьянка начинает новую жизнь на берегу Ангары.",
    ),
    Book(
        "lavr", "Лавр", "rus", ("vodolazkin",), subtitle="неисторический роман", place="Москва",
        publisher="Астрель", year=2012, literature="rus", age="16+",
        subjects=("Древняя Русь", "святость"),
        annotation="Жизнь средневекового врачевателя, который ищет искупления.",
    ),
    Book(
        "pelevin", "Generation «П»", "rus", ("pelevin",), subtitle="роман", place="Москва",
        publisher="Вагриус", year=1999, literature="rus", age="18+",
        subjects=("реклама", "сатира", "девяностые"),
        annotation="Поэт становится копирайтером и поднимается туда, где рисуют действительность.",
    ),
)
# fmt: on
