"""Kazakhstan and its neighbours in Russian: prose, poetry, history, reference."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
RUSSIAN_KAZAKHSTAN = (
    Book(
        "put-abaya-1971", "Путь Абая", "rus", ("auezov",), subtitle="роман-эпопея", place="Москва",
        publisher="Художественная литература", year=1971, series="Библиотека всемирной литературы",
        work="abai_zholy", original="kaz", literature="kaz",
        subjects=("Абай Кунанбаев", "казахская степь", "исторический роман"),
        annotation=(
            "Юность поэта, спор отцов и сыновей, степь второй половины XIX века: главная книга "
            "казахской прозы."
        ),
    ),
    Book(
        "likhaya-godina", "Лихая година", "rus", ("auezov",), subtitle="повесть",
        work="qily_zaman", original="kaz", translators=("Алексей Пантиелев",), literature="kaz",
        subjects=("восстание 1916 года", "историческая проза"),
        annotation=(
            "Восстание рода албан в Каркаре в 1916 году: повесть, которая долго шла к читателю."
        ),
    ),
    Book(
        "seryi-lyutyi", "Серый Лютый", "rus", ("auezov",), subtitle="рассказ", work="kokserek",
        original="kaz", literature="kaz", audience="youth",
        subjects=("человек и природа", "волки"),
        annotation=(
            "Мальчик вырастил волчонка. История о том, где кончается власть человека над "
            "природой."
        ),
    ),
    Book(
        "kochevniki", "Кочевники", "rus", ("esenberlin",), subtitle="исторический роман-трилогия",
        work="kochevniki", original="kaz", translators=("Морис Симашко",), literature="kaz",
        subjects=("Казахское ханство", "казахская степь", "исторический роман"),
        annotation=(
            "Три века истории казахской степи, от основания ханства до восстания Кенесары, в "
            "одном томе."
        ),
    ),
    Book(
        "zolotaya-orda", "Золотая Орда", "rus", ("esenberlin",),
        subtitle="исторический роман-трилогия", work="altyn_orda", original="kaz",
        literature="kaz",
        subjects=("Золотая Орда", "исторический роман"),
        annotation="Расцвет и распад державы Бату, увиденные из степи.",
    ),
    Book(
        "ulpan-ru", "Улпан ее имя", "rus", ("musirepov",), subtitle="роман", work="ulpan",
        original="kaz", translators=("Алексей Белянинов",), literature="kaz",
        subjects=("казахская женщина", "XIX век", "исторический роман"),
        annotation="История Улпан, женщины, к слову которой прислушивался целый край.",
    ),
    Book(
        "krov-i-pot", "Кровь и пот", "rus", ("nurpeisov",), subtitle="роман-трилогия",
        work="qan_men_ter", original="kaz", translators=("Юрий Казаков",), literature="kaz",
        subjects=("Аральское море", "Гражданская война", "исторический роман"),
        annotation=(
            "Рыбаки Арала накануне и во время больших потрясений. Перевод Юрия Казакова сам стал "
            "событием прозы."
        ),
    ),
    Book(
        "botagoz-ru", "Ботагоз", "rus", ("mukanov",), subtitle="роман", work="botagoz",
        original="kaz", literature="kaz",
        subjects=("1916 год", "казахский аул", "любовь"),
        annotation="Судьба Ботагоз и Аскара на фоне казахской степи начала XX века.",
    ),
    Book(
        "konets-legendy", "Конец легенды", "rus", ("kekilbaev",), subtitle="роман", work="angyz",
        original="kaz", translators=("Герольд Бельгер",), literature="kaz",
        subjects=("власть и искусство", "легенда"),
        annotation=(
            "Мастер строит минарет, повелитель возвращается из похода: роман о цене красоты и "
            "власти."
        ),
    ),
    Book(
        "buran-akhtanov", "Буран", "rus", ("akhtanov",), subtitle="роман", work="boran",
        original="kaz", literature="kaz",
        subjects=("казахский аул", "чабаны"),
        annotation="Чабан остаётся с отарой один на один с метелью и с собственной памятью.",
    ),
    Book(
        "zapakh-polyni", "Запах полыни", "rus", ("muratbekov",), subtitle="рассказы",
        work="zhusan", original="kaz", literature="kaz", audience="youth",
        subjects=("военное детство", "казахский аул"),
        annotation="Аул военных лет, мальчик-сказочник Аян и запах, который остаётся на всю жизнь.",
    ),
    Book(
        "az-i-ya", "Аз и Я", "rus", ("suleimenov",), subtitle="книга благонамеренного читателя",
        place="Алма-Ата", publisher="Жазушы", year=1975, class_udc="82.09", class_bbk="83",
        subjects=("«Слово о полку Игореве»", "тюркология", "язык"),
        annotation=(
            "Поэт читает «Слово о полку Игореве» глазами тюрка: самая спорная книга своего "
            "времени."
        ),
    ),
    Book(
        "zemlya-poklonis", "Земля, поклонись человеку!", "rus", ("suleimenov",), subtitle="поэма",
        place="Алма-Ата", year=1961, literature="kazru",
        subjects=("космос", "казахстанская поэзия"),
        annotation="Поэма, написанная в дни первого полёта человека в космос.",
    ),
    Book(
        "glinyanaya-kniga", "Глиняная книга", "rus", ("suleimenov",), subtitle="поэма",
        literature="kazru",
        subjects=("казахстанская поэзия", "миф"),
        annotation="Поэма о любви саков и о том, как учёные читают прошлое.",
    ),
    Book(
        "kniga-slov", "Книга слов", "rus", ("abai",), work="qara_sozder", original="kaz",
        literature="kaz", audience="youth", age="6+",
        subjects=("казахская философия", "воспитание"),
        annotation=(
            "Сорок пять размышлений Абая о знании, совести, труде и человеческом достоинстве."
        ),
    ),
    Book(
        "abai-izbrannoe", "Избранное", "rus", ("abai",), place="Москва", publisher="Гослитиздат",
        year=1945, original="kaz", literature="kaz", audience="youth",
        subjects=("казахская поэзия",),
        annotation=(
            "Стихи и поэмы Абая в переводах русских поэтов; подготовлено к столетию со дня "
            "рождения."
        ),
    ),
    Book(
        "trudny-put", "Тернистый путь", "rus", ("seifullin",), subtitle="историко-мемуарный роман",
        work="tar_zhol", original="kaz", literature="kaz",
        subjects=("революция 1917 года", "история Казахстана", "воспоминания"),
        annotation=(
            "Свидетельство о революции, тюрьме и побеге из «вагона смерти» атамана Анненкова."
        ),
    ),
    Book(
        "menya-zovut-kozha", "Меня зовут Кожа", "rus", ("soqpaqbaev",), subtitle="повесть",
        work="qozha", original="kaz", literature="kaz", audience="children", age="6+",
        subjects=("детская литература Казахстана", "школа"),
        annotation="Весёлая повесть о семикласснике, который всё время хочет исправиться.",
    ),
    Book(
        "khranitel-drevnostei", "Хранитель древностей", "rus", ("dombrovsky",), subtitle="роман",
        place="Москва", publisher="Советская Россия", year=1966, literature="kazru", age="16+",
        subjects=("Алма-Ата", "1937 год", "историческая проза"),
        annotation=(
            "Музейный работник в Алма-Ате тридцатых годов: ирония, археология и надвигающийся "
            "страх."
        ),
    ),
    Book(
        "fakultet", "Факультет ненужных вещей", "rus", ("dombrovsky",), subtitle="роман",
        place="Москва", publisher="Советский писатель", year=1989, literature="kazru", age="16+",
        subjects=("Алма-Ата", "1937 год", "репрессии"),
        annotation=(
            "Продолжение «Хранителя древностей»: следствие, в котором право оказывается ненужной "
            "вещью."
        ),
    ),
    Book(
        "volokolamskoe", "Волоколамское шоссе", "rus", ("bek",), subtitle="повесть",
        literature="rus",
        subjects=("битва за Москву", "Бауыржан Момышулы", "панфиловцы"),
        annotation=(
            "Батальон Момышулы под Москвой осенью 1941 года: повесть о том, как рождается "
            "бесстрашие."
        ),
    ),
    Book(
        "zhamila-ru", "Джамиля", "rus", ("aitmatov",), subtitle="повесть", work="zhamila",
        original="kir", literature="kgz", audience="youth",
        subjects=("любовь", "военные годы"),
        annotation="Повесть, которую Луи Арагон назвал самой прекрасной в мире историей о любви.",
    ),
    Book(
        "pervyi-uchitel", "Первый учитель", "rus", ("aitmatov",), subtitle="повесть",
        work="pervyi_uchitel", original="kir", literature="kgz", audience="youth", age="6+",
        subjects=("учитель", "сельская школа"),
        annotation="Дюйшен открывает школу в горном аиле, и вместе с нею меняются судьбы.",
    ),
    Book(
        "belyi-parokhod", "Белый пароход", "rus", ("aitmatov",), subtitle="повесть",
        work="belyi_parokhod", literature="kgz",
        subjects=("детство", "легенда", "человек и природа"),
        annotation="У мальчика было две сказки, и обеим не нашлось места в жизни взрослых.",
    ),
    Book(
        "proshchai-gulsary", "Прощай, Гульсары!", "rus", ("aitmatov",), subtitle="повесть",
        work="gulsary", literature="kgz",
        subjects=("табунщик", "судьба человека"),
        annotation="Старый табунщик Танабай и его иноходец: две жизни, прошедшие рядом.",
    ),
    Book(
        "buranny-1981", "Буранный полустанок", "rus", ("aitmatov",),
        subtitle="И дольше века длится день", place="Москва", publisher="Молодая гвардия",
        year=1981, work="buranny", literature="kgz",
        subjects=("казахская степь", "память", "манкурт"),
        annotation=(
            "Едигей везёт хоронить друга через степь. Легенда о манкурте, разъезд и космодром в "
            "одном романе."
        ),
    ),
    Book(
        "plakha-1987", "Плаха", "rus", ("aitmatov",), subtitle="роман", place="Москва",
        publisher="Молодая гвардия", year=1987, work="plakha", literature="kgz",
        age="16+",
        subjects=("человек и природа", "совесть"),
        annotation=(
            "Волчица Акбара, семинарист Авдий и чабан Бостон: три линии, которые сходятся в одной "
            "беде."
        ),
    ),
    Book(
        "satpaev-zhzl", "Сатпаев", "rus", ("sarsekeev",), place="Москва",
        publisher="Молодая гвардия", year=1980, series="Жизнь замечательных людей", class_udc="92",
        class_bbk="26.3", audience="youth",
        subjects=("Каныш Сатпаев", "геология", "биография"),
        annotation=(
            "Жизнь первого президента Академии наук Казахстана, геолога, открывшего миру "
            "Жезказган."
        ),
    ),
    Book(
        "margulan-prikladnoe-1", "Казахское народное прикладное искусство", "rus", ("margulan",),
        part_number="Т. 1", place="Алма-Ата", publisher="Өнер", year=1986, class_udc="745",
        class_bbk="85.12",
        subjects=("прикладное искусство", "орнамент", "этнография"),
        annotation=(
            "Орнамент, войлок, дерево, металл: труд академика с сотнями рисунков и фотографий."
        ),
    ),
    Book(
        "ualihanov-izbrannye", "Избранные произведения", "rus", ("ualihanov",), place="Москва",
        publisher="Наука", year=1986, class_udc="94(574)", class_bbk="63.3(5Каз)",
        subjects=("Чокан Валиханов", "этнография", "история"),
        annotation=(
            "Дневники и статьи о казахах, киргизах и Кашгарии, написанные блестящим русским "
            "языком."
        ),
    ),
    Book(
        "istoriya-kazakhstana-1", "История Казахстана с древнейших времён до наших дней", "rus",
        part_number="Т. 1", place="Алматы", year=1996, class_udc="94(574)", class_bbk="63.3(5Каз)",
        subjects=("история Казахстана",),
        annotation="Первый том академической истории: от каменного века до державы Караханидов.",
    ),
    Book(
        "klyashtorny", "Казахстан", "rus", ("klyashtorny", "sultanov-t"),
        subtitle="летопись трёх тысячелетий", place="Алма-Ата", publisher="Рауан", year=1992,
        class_udc="94(574)", class_bbk="63.3(5Каз)",
        subjects=("история Казахстана", "степные империи"),
        annotation="Три тысячи лет степи: саки, тюрки, Золотая Орда и Казахское ханство.",
    ),
    Book(
        "baipakov", "Средневековые города Казахстана на Великом Шёлковом пути", "rus",
        ("baipakov",), place="Алматы", publisher="Ғылым", year=1998, class_udc="902",
        class_bbk="63.4(5Каз)",
        subjects=("археология", "Великий Шёлковый путь", "Отрар"),
        annotation=(
            "Что рассказали раскопки о городах Казахстана на дорогах между Востоком и Западом."
        ),
    ),
    Book(
        "akishev", "Курган Иссык", "rus", ("akishev",), subtitle="искусство саков Казахстана",
        place="Москва", publisher="Искусство", year=1978, class_udc="902", class_bbk="63.4(5Каз)",
        subjects=("археология", "саки", "Золотой человек"),
        annotation="Открытие «Золотого человека» рассказывает археолог, который его нашёл.",
    ),
    Book(
        "korkut-ru", "Книга моего деда Коркута", "rus", subtitle="огузский героический эпос",
        place="Москва; Ленинград", publisher="Издательство АН СССР", year=1962,
        series="Литературные памятники", work="qorqyt", translators=("Василий Бартольд",),
        class_udc="398.22", class_bbk="82.3",
        subjects=("тюркский эпос", "Коркут"),
        annotation="Двенадцать сказаний огузов в классическом переводе академика Бартольда.",
    ),
    Book(
        "blagodatnoe-znanie", "Благодатное знание", "rus", ("balasagun",), place="Москва",
        publisher="Наука", year=1983, series="Литературные памятники", work="qutty_bilik",
        original="otk", translators=("Сергей Иванов",),
        subjects=("тюркская литература", "управление государством"),
        annotation=(
            "Поэма XI века о счастье, справедливости, уме и правителе в стихотворном переводе."
        ),
    ),
    Book(
        "mify-kazakhstana", "Мифы древнего Казахстана", "rus", ("zhanaidarov",), place="Алматы",
        publisher="Аруна", year=2006, series="Детская энциклопедия Казахстана", class_udc="398.22",
        class_bbk="82.3(5Каз)", audience="children", age="6+",
        subjects=("мифы", "тюркская мифология"),
        annotation="Боги, духи и герои степных мифов в рассказах для детей.",
    ),
    Book(
        "aldar-ru", "Алдар-Косе", "rus", subtitle="казахские народные сказки", work="aldar",
        class_udc="398.21(=512.122)", class_bbk="82.3(5Каз)", audience="children", age="0+",
        subjects=("казахские сказки", "Алдар-Косе"),
        annotation="Проделки безбородого хитреца, который всегда на стороне бедных.",
    ),
    Book(
        "kyz-zhibek-ru", "Кыз-Жибек", "rus", subtitle="лирико-эпическая поэма", work="qyz_zhibek",
        class_udc="398.22(=512.122)", class_bbk="82.3(5Каз)",
        subjects=("казахский фольклор", "любовь"),
        annotation="Сказание о любви Толегена и Жибек, казахские Ромео и Джульетта.",
    ),
    Book(
        "koblandy-ru", "Кобланды-батыр", "rus", subtitle="казахский героический эпос",
        place="Москва", publisher="Наука", year=1975, series="Эпос народов СССР", work="qobylandy",
        class_udc="398.22(=512.122)", class_bbk="82.3(5Каз)",
        subjects=("героический эпос", "казахский фольклор"),
        annotation="Академическое двуязычное издание эпоса: казахский текст и русский перевод.",
    ),
)
# fmt: on
