"""World literature and Aitmatov in Kazakh translation."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
KAZAKH_TRANSLATED = (
    Book(
        "zhamila-kk", "Жәмила", "kaz", ("aitmatov",), subtitle="повесть", work="zhamila",
        original="kir", literature="kgz", audience="youth",
        subjects=("махаббат", "соғыс жылдары"),
        annotation=(
            "Соғыс жылдарындағы қырғыз ауылында туған сезім туралы повесть, махаббат туралы "
            "әлемдегі ең сұлу хикаялардың бірі."
        ),
    ),
    Book(
        "birinshi-mugalim", "Бірінші мұғалім", "kaz", ("aitmatov",), subtitle="повесть",
        work="pervyi_uchitel", original="kir", literature="kgz", audience="youth", age="6+",
        subjects=("мұғалім", "ауыл мектебі"),
        annotation="Тау ауылында алғашқы мектеп ашқан Дүйшен мен оның шәкірті Алтынай туралы.",
    ),
    Book(
        "aq-keme", "Ақ кеме", "kaz", ("aitmatov",), subtitle="повесть", work="belyi_parokhod",
        original="rus", literature="kgz",
        subjects=("балалық", "аңыз", "адам мен табиғат"),
        annotation="Екі ертегісі бар бала: біреуін атасы айтқан, екіншісін өзі ойлап тапқан.",
    ),
    Book(
        "qosh-bol-gulsary", "Қош бол, Гүлсары", "kaz", ("aitmatov",), subtitle="повесть",
        work="gulsary", original="rus", literature="kgz",
        subjects=("жылқышы", "адам тағдыры"),
        annotation="Қарт жылқышы Танабай мен жорға Гүлсарының қатар өткен өмірі.",
    ),
    Book(
        "boranly-beket", "Боранды бекет", "kaz", ("aitmatov",), subtitle="роман", work="buranny",
        original="rus", literature="kgz",
        subjects=("қазақ даласы", "жад", "мәңгүрт"),
        annotation=(
            "Сарыөзектегі шағын бекет, досын соңғы сапарға шығарып салған Едіге және мәңгүрт "
            "туралы аңыз."
        ),
    ),
    Book(
        "zhanpida", "Жанпида", "kaz", ("aitmatov",), subtitle="роман", work="plakha",
        original="rus", literature="kgz", age="16+",
        subjects=("адам мен табиғат", "ар-ождан"),
        annotation="Қасқырлар Ақбара мен Тасшайнардың және шындық іздеген Авдийдің тағдыры.",
    ),
    Book(
        "potter-1-kk", "Хәрри Поттер мен пәлсапа тас", "kaz", ("rowling",),
        publisher="Steppe & WORLD Publishing", year=2020, series="Хәрри Поттер", work="potter_1",
        original="eng", translators=("Динара Мәзен", "Саят Мұхамедияр", "Нәркез Берікқазы"),
        literature="eng", audience="children", age="6+",
        subjects=("фэнтези", "сиқыр мектебі"),
        annotation="Он бір жасында сиқыршы екенін білген бала Хогвартс мектебіне келеді.",
    ),
    Book(
        "potter-2-kk", "Хәрри Поттер мен жасырын бөлме", "kaz", ("rowling",),
        publisher="Steppe & WORLD Publishing", year=2020, series="Хәрри Поттер", original="eng",
        literature="eng", audience="children", age="6+",
        subjects=("фэнтези", "сиқыр мектебі"),
        annotation="Хогвартстағы екінші жыл: құпия бөлме ашылып, оқушыларға қауіп төнеді.",
    ),
    Book(
        "potter-3-kk", "Хәрри Поттер мен Азкабан тұтқыны", "kaz", ("rowling",),
        publisher="Steppe & WORLD Publishing", year=2020, series="Хәрри Поттер", original="eng",
        translators=("Динара Мәзен", "Саят Мұхамедияр"), literature="eng", audience="children",
        age="6+",
        subjects=("фэнтези", "сиқыр мектебі"),
        annotation="Азкабан түрмесінен қашқан тұтқын Хәрридің отбасы құпиясына апарады.",
    ),
    Book(
        "kishkentai-khanzada", "Кішкентай ханзада", "kaz", ("saint-exupery",), year=2004,
        work="prince", original="fre", translators=("Жанар Қонаева",), literature="fra",
        audience="children", age="6+",
        subjects=("ертегі", "достық"),
        annotation=(
            "Ұшқыш пен алыс жұлдызшадан келген баланың әңгімесі: үлкендерге де, кішілерге де "
            "арналған."
        ),
    ),
    Book(
        "sapiens-kk", "Sapiens: адамзаттың қысқаша тарихы", "kaz", ("harari",),
        publisher="Ұлттық аударма бюросы", year=2018, work="sapiens", original="eng",
        class_udc="94", class_bbk="63.3(0)", age="16+",
        subjects=("адамзат тарихы", "өркениет"),
        annotation=(
            "Адам қалай жер бетінің иесіне айналды: танымдық, аграрлық және ғылыми төңкерістер "
            "туралы."
        ),
    ),
    Book(
        "covey-kk", "Жасампаз жандардың 7 дағдысы", "kaz", ("covey",),
        publisher="Ұлттық аударма бюросы", year=2018, work="covey", original="eng",
        class_udc="159.9", class_bbk="88",
        subjects=("жеке даму", "мінез", "басқару"),
        annotation="Табысты өмірдің негізі – мінез дейтін әлемге танымал еңбек.",
    ),
    Book(
        "hess-25", "Философияның таңдаулы 25 кітабы", "kaz", ("hess",),
        publisher="Ұлттық аударма бюросы", year=2018, original="fre", class_udc="1(091)",
        class_bbk="87.3", audience="youth",
        subjects=("философия тарихы",),
        annotation="Платоннан бүгінге дейінгі жиырма бес басты философиялық кітаптың шолуы.",
    ),
    Book(
        "kenny-1", "Батыс философиясының жаңа тарихы", "kaz", ("kenny",), part_number="1-том",
        part_title="Антика философиясы", year=2018, original="eng", class_udc="1(091)",
        class_bbk="87.3",
        subjects=("философия тарихы",),
        annotation="Сократқа дейінгі ойшылдардан Августинге дейінгі антика философиясы.",
    ),
    Book(
        "johnston-kk", "Философияның қысқаша тарихы", "kaz", ("johnston",),
        subtitle="Сократтан Дерридаға дейін", year=2018, original="eng", class_udc="1(091)",
        class_bbk="87.3",
        subjects=("философия тарихы",),
        annotation="Батыс философиясының негізгі есімдері мен ойларына қысқа кіріспе.",
    ),
    Book(
        "armstrong-kk", "Иудаизм, христиандық және исламдағы 4000 жылдық ізденіс: Құдайтану баяны",
        "kaz", ("armstrong",), publisher="Ұлттық аударма бюросы", year=2018, original="eng",
        class_udc="2", class_bbk="86.2",
        subjects=("дін тарихы", "ислам", "христиандық"),
        annotation="Үш діндегі Құдай туралы түсініктің төрт мың жылдық тарихы.",
    ),
    Book(
        "schwab-kk", "Төртінші индустриялық революция", "kaz", ("schwab",),
        publisher="Ұлттық аударма бюросы", year=2018, original="eng", class_udc="338",
        class_bbk="65",
        subjects=("экономика", "технология"),
        annotation=(
            "Жасанды зерде, роботтар мен деректер еңбек пен қоғамды қалай өзгертетіні туралы."
        ),
    ),
    Book(
        "mankiw-kk", "Экономикс", "kaz", ("mankiw", "taylor"), publisher="Ұлттық аударма бюросы",
        year=2018, original="eng", class_udc="330", class_bbk="65.01",
        subjects=("экономика", "оқулық"),
        annotation=(
            "Экономиканың негіздері мысалдар және есептермен: ұсыныс пен сұраныс, нарық, "
            "мемлекет."
        ),
    ),
    Book(
        "griffin-kk", "Менеджмент", "kaz", ("griffin",), publisher="Ұлттық аударма бюросы",
        year=2018, original="eng", class_udc="005", class_bbk="65.290-2",
        subjects=("менеджмент", "оқулық"),
        annotation="Жоспарлау, ұйымдастыру, басшылық және бақылау: басқарудың негізгі оқулығы.",
    ),
    Book(
        "aronson-kk", "Көпке ұмтылған жалғыз: әлеуметтік психологияға кіріспе", "kaz",
        ("aronson",), publisher="Ұлттық аударма бюросы", year=2018, original="eng",
        class_udc="316.6", class_bbk="88.5",
        subjects=("психология",),
        annotation=(
            "Иландыру, бағыну, агрессия, махаббат: қарапайым тілмен жазылған классикалық еңбек."
        ),
    ),
    Book(
        "gombrich-kk", "Өнер тарихы", "kaz", ("gombrich",), publisher="Ұлттық аударма бюросы",
        work="gombrich", original="eng", class_udc="7.03", class_bbk="85.1",
        subjects=("өнер тарихы",),
        annotation="Үңгірдегі суреттерден XX ғасырға дейінгі өнер туралы ең көп оқылған кітап.",
    ),
    Book(
        "dante-kk", "Құдіретті комедия", "kaz", ("dante",), part_title="Тамұқ", place="Алматы",
        publisher="Жазушы", year=1971, work="dante", original="ita",
        translators=("Мұқағали Мақатаев",), literature="ita", age="16+",
        subjects=("әлем поэзиясы", "орта ғасыр"),
        annotation="Ұлы флоренциялықтың тамұққа саяхаты Мұқағали Мақатаевтың аудармасында.",
    ),
    Book(
        "faust-kk", "Фауст", "kaz", ("goethe",), subtitle="трагедия", place="Алматы",
        publisher="Жалын", year=1982, work="faust", original="ger",
        translators=("Медеубай Құрманов",), literature="ger",
        subjects=("әлем драматургиясы", "поэзия"),
        annotation="Білімге құштар ғалым мен Мефистофельдің шарты туралы өлмес трагедия.",
    ),
    Book(
        "rustem-dastan", "Рүстем – Дастан", "kaz", ("firdousi",), place="Алматы", year=1961,
        work="shahname", original="per", translators=("Тұрмағамбет Ізтілеуов",), literature="per",
        subjects=("парсы эпосы", "«Шаһнама»"),
        annotation="«Шаһнаманың» батырлық тарауларын қазақша жырлаған әйгілі нұсқа.",
    ),
    Book(
        "khayyam-kk", "Рубаилар", "kaz", ("khayyam",), work="rubai", original="per",
        translators=("Қуандық Шаңғытбаев",), literature="per", age="16+",
        subjects=("парсы поэзиясы",),
        annotation="Төрт жолға сыйған ой: өмір, уақыт, махаббат туралы.",
    ),
    Book(
        "dagestan-kk", "Менің Дағыстаным", "kaz", ("gamzatov",), work="dagestan", original="ava",
        translators=("Ғафу Қайырбеков",), literature="dag",
        subjects=("туған жер", "ана тілі"),
        annotation="Тіл, туған ауыл және ақынның борышы туралы прозамен жазылған поэма.",
    ),
    Book(
        "onegin-kk", "Евгений Онегин", "kaz", ("pushkin",), subtitle="өлеңмен жазылған роман",
        work="onegin", original="rus", translators=("Қуандық Шаңғытбаев",), literature="rus",
        audience="youth",
        subjects=("орыс поэзиясы",),
        annotation="Пушкин романының толық қазақша аудармасы.",
    ),
    Book(
        "qylmys-pen-zhaza", "Қылмыс пен жаза", "kaz", ("dostoevsky",), subtitle="роман",
        work="prestuplenie", original="rus", translators=("Нияз Сыздықов",), literature="rus",
        age="16+",
        subjects=("орыс прозасы", "ар-ождан"),
        annotation="Раскольниковтің қылмысы мен жан азабы туралы роман.",
    ),
    Book(
        "sogys-zhane", "Соғыс және бейбітшілік", "kaz", ("tolstoy",), subtitle="роман-эпопея",
        work="voina_i_mir", original="rus", literature="rus",
        subjects=("1812 жылғы соғыс", "орыс прозасы"),
        annotation="Наполеонмен соғыс жылдарындағы бірнеше әулеттің тағдыры.",
    ),
    Book(
        "tynyq-don", "Тынық Дон", "kaz", ("sholokhov",), subtitle="роман", work="tikhiy_don",
        original="rus", literature="rus", age="16+",
        subjects=("казактар", "Азамат соғысы"),
        annotation="Григорий Мелехов пен Дон казактарының қасіретті жылдары туралы эпопея.",
    ),
    Book(
        "oli-zhandar", "Өлі жандар", "kaz", ("gogol",), subtitle="поэма", work="mertvye_dushi",
        original="rus", literature="rus", audience="youth",
        subjects=("орыс прозасы", "сатира"),
        annotation="Чичиковтің өлі жандарды сатып алған сапары: бүкіл Ресейдің сатиралық суреті.",
    ),
    Book(
        "shal-men-teniz", "Шал мен теңіз", "kaz", ("hemingway",), subtitle="повесть",
        work="starik", original="eng", literature="usa",
        subjects=("теңіз", "адам рухы"),
        annotation="Қарт балықшының алып балықпен және өз тағдырымен алысуы.",
    ),
    Book(
        "robinzon-kk", "Робинзон Крузо", "kaz", ("defoe",), subtitle="роман", work="robinson",
        original="eng", literature="eng", audience="children", age="6+",
        subjects=("саяхат", "шытырман оқиға"),
        annotation="Жиырма сегіз жыл адам аяғы баспаған аралда өмір сүрген теңізші.",
    ),
    Book(
        "tom-soyer-kk", "Том Сойердің басынан кешкендері", "kaz", ("twain",), subtitle="повесть",
        work="tom_sawyer", original="eng", literature="usa", audience="children", age="6+",
        subjects=("балалық", "шытырман оқиға"),
        annotation="Миссисипи жағасындағы тентек баланың қызыққа толы жазы.",
    ),
    Book(
        "myng-bir-tun", "Мың бір түн", "kaz", subtitle="араб ертегілері", work="tysyacha",
        original="ara", translators=("Қалмақан Әбдіқадыров",), class_udc="398.21",
        class_bbk="82.3(0)", age="16+",
        subjects=("араб ертегілері",),
        annotation="Шаһризаданың таң атқанша айтқан ертегілері.",
    ),
    Book(
        "grant-kk", "Капитан Гранттың балалары", "kaz", ("verne",), subtitle="роман", work="grant",
        original="fre", literature="fra", audience="children", age="6+",
        subjects=("саяхат", "шытырман оқиға"),
        annotation="Бөтелкеден табылған хаттың ізімен жер шарын айналған саяхат.",
    ),
    Book(
        "orwell-1984-kk", "1984", "kaz", ("orwell",), subtitle="роман", work="orwell_1984",
        original="eng", literature="eng", age="16+",
        subjects=("антиутопия",),
        annotation="Ойдың өзі қылмыс саналатын мемлекеттегі бір адамның үнсіз көтерілісі.",
    ),
)
# fmt: on
