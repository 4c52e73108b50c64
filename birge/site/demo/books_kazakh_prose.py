"""Kazakh prose in Kazakh: novels and stories from Auezov to our days."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
KAZAKH_PROSE = (
    Book(
        "abai-zholy-1", "Абай жолы", "kaz", ("auezov",), subtitle="роман-эпопея",
        part_number="1-кітап", work="abai_zholy", literature="kaz",
        subjects=("Абай Құнанбайұлы", "қазақ даласы", "тарихи роман"),
        annotation=(
            "Жас Абайдың медреседен ауылға оралуынан басталатын эпопеяның алғашқы кітабы: әке мен "
            "бала тартысы, алғашқы махаббат, ел ісіне араласу."
        ),
    ),
    Book(
        "abai-zholy-2", "Абай жолы", "kaz", ("auezov",), subtitle="роман-эпопея",
        part_number="2-кітап", work="abai_zholy", literature="kaz",
        subjects=("Абай Құнанбайұлы", "қазақ даласы", "тарихи роман"),
        annotation=(
            "Абай ақын ретінде толысып, әділетсіздікке қарсы шыққан шағы. Ел ішіндегі дау-дамай "
            "мен өнер иелері бір суретке сыйған."
        ),
    ),
    Book(
        "abai-zholy-3", "Абай жолы", "kaz", ("auezov",), subtitle="роман-эпопея",
        part_number="3-кітап", place="Алматы", year=1952, work="abai_zholy", literature="kaz",
        subjects=("Абай Құнанбайұлы", "қазақ даласы", "тарихи роман"),
        annotation=(
            "Кемел ақынның айналасы: шәкірттері, достары, қарсыластары және өзгеріп бара жатқан "
            "дала."
        ),
    ),
    Book(
        "abai-zholy-4", "Абай жолы", "kaz", ("auezov",), subtitle="роман-эпопея",
        part_number="4-кітап", place="Алматы", year=1956, work="abai_zholy", literature="kaz",
        subjects=("Абай Құнанбайұлы", "қазақ даласы", "тарихи роман"),
        annotation="Эпопеяның соңғы кітабы: Абайдың қайғысы, үміті және артында қалған сөзі.",
    ),
    Book(
        "qily-zaman", "Қилы заман", "kaz", ("auezov",), subtitle="повесть", work="qily_zaman",
        literature="kaz",
        subjects=("1916 жылғы көтеріліс", "тарихи проза"),
        annotation=(
            "Қарқара жәрмеңкесі мен албан елінің 1916 жылғы көтерілісі туралы повесть; ұзақ уақыт "
            "оқырманнан жасырын қалған."
        ),
    ),
    Book(
        "kokserek", "Көксерек", "kaz", ("auezov",), subtitle="әңгіме", work="kokserek",
        literature="kaz", audience="youth",
        subjects=("адам мен табиғат", "қасқыр"),
        annotation=(
            "Қасқыр бөлтірігін асырап алған баланың тағдыры: табиғат заңы мен адам мейірімі "
            "туралы қатал әрі әсем әңгіме."
        ),
    ),
    Book(
        "qahar", "Қаһар", "kaz", ("esenberlin",), subtitle="тарихи роман", place="Алматы",
        publisher="Жазушы", year=1969, series="Көшпенділер", work="kochevniki", literature="kaz",
        subjects=("Кенесары хан", "Қазақ хандығы", "тарихи роман"),
        annotation=(
            "Кенесары Қасымұлы бастаған көтеріліс туралы роман; жазылу реті бойынша «Көшпенділер» "
            "трилогиясының алғашқысы."
        ),
    ),
    Book(
        "almas-qylysh", "Алмас қылыш", "kaz", ("esenberlin",), subtitle="тарихи роман",
        place="Алматы", publisher="Жазушы", year=1971, series="Көшпенділер", work="kochevniki",
        literature="kaz",
        subjects=("Қазақ хандығы", "Керей мен Жәнібек", "тарихи роман"),
        annotation=(
            "Қазақ хандығының құрылуы мен алғашқы хандар заманы: оқиға реті бойынша трилогияның "
            "басы."
        ),
    ),
    Book(
        "zhantalas", "Жанталас", "kaz", ("esenberlin",), subtitle="тарихи роман", place="Алматы",
        publisher="Жазушы", year=1973, series="Көшпенділер", work="kochevniki", literature="kaz",
        subjects=("Абылай хан", "жоңғар шапқыншылығы", "тарихи роман"),
        annotation="Жоңғар шапқыншылығы мен Абылай хан дәуірі: елдің аман қалу жолындағы алысуы.",
    ),
    Book(
        "altyn-orda", "Алтын Орда", "kaz", ("esenberlin",), subtitle="тарихи роман-трилогия",
        work="altyn_orda", literature="kaz",
        subjects=("Алтын Орда", "Дешті Қыпшақ", "тарихи роман"),
        annotation=(
            "Батудан Тоқтамысқа дейінгі Алтын Орда: биліктің көтерілуі мен құлауы бір шежіреге "
            "жиналған."
        ),
    ),
    Book(
        "ulpan", "Ұлпан", "kaz", ("musirepov",), subtitle="роман", work="ulpan", literature="kaz",
        subjects=("қазақ әйелі", "XIX ғасыр", "тарихи роман"),
        annotation=(
            "Елге пана болған Ұлпан ананың өмірі: сөзі өткір, ісі ірі қазақ әйелі туралы роман."
        ),
    ),
    Book(
        "oyangan-olke", "Оянған өлке", "kaz", ("musirepov",), subtitle="роман", place="Алматы",
        year=1953, literature="kaz",
        subjects=("Қазақстан өнеркәсібі", "XIX ғасыр"),
        annotation=(
            "Ауыл мен алғашқы кен орындары тоғысқан өлкенің оянуы: Қарағанды көмірінің тарихы "
            "көркем тілмен."
        ),
    ),
    Book(
        "qan-men-ter-1", "Қан мен тер", "kaz", ("nurpeisov",), subtitle="роман-трилогия",
        part_number="1-кітап", part_title="Ымырт", place="Алматы", year=1961, work="qan_men_ter",
        literature="kaz",
        subjects=("Арал өңірі", "Азамат соғысы", "тарихи роман"),
        annotation=(
            "Арал балықшыларының ауылы бірінші дүниежүзілік соғыс қарсаңында: Еламанның басынан "
            "кешкені осыдан басталады."
        ),
    ),
    Book(
        "qan-men-ter-2", "Қан мен тер", "kaz", ("nurpeisov",), subtitle="роман-трилогия",
        part_number="2-кітап", part_title="Сергелдең", place="Алматы", publisher="Жазушы",
        year=1964, work="qan_men_ter", literature="kaz",
        subjects=("Арал өңірі", "Азамат соғысы", "тарихи роман"),
        annotation="Аумалы-төкпелі уақыт: бұрынғы тіршілік бұзылып, әркім өз жағын таңдайды.",
    ),
    Book(
        "qan-men-ter-3", "Қан мен тер", "kaz", ("nurpeisov",), subtitle="роман-трилогия",
        part_number="3-кітап", part_title="Күйреу", place="Алматы", publisher="Жазушы", year=1970,
        work="qan_men_ter", literature="kaz",
        subjects=("Арал өңірі", "Азамат соғысы", "тарихи роман"),
        annotation="Трилогияның соңы: азамат соғысының оты Арал жағасына жетеді.",
    ),
    Book(
        "botagoz", "Ботагөз", "kaz", ("mukanov",), subtitle="роман", work="botagoz",
        literature="kaz",
        subjects=("1916 жыл", "қазақ ауылы", "махаббат"),
        annotation=(
            "Ботагөз бен Асқардың тағдыры арқылы жиырмасыншы ғасыр басындағы қазақ ауылының өмірі "
            "көрінеді."
        ),
    ),
    Book(
        "qaharly-kunder", "Қаһарлы күндер", "kaz", ("akhtanov",), subtitle="роман", place="Алматы",
        year=1957, literature="kaz",
        subjects=("Екінші дүниежүзілік соғыс",),
        annotation="Майдангер жазушының соғыстың алғашқы айлары туралы романы.",
    ),
    Book(
        "boran", "Боран", "kaz", ("akhtanov",), subtitle="роман", place="Алматы",
        publisher="Жазушы", year=1966, work="boran", literature="kaz",
        subjects=("қазақ ауылы", "шопан өмірі"),
        annotation="Қысқы боранда қойымен далада қалған шопанның бірнеше күні және бүкіл өмірі.",
    ),
    Book(
        "angyzdyng-aqyry", "Аңыздың ақыры", "kaz", ("kekilbaev",), subtitle="роман",
        place="Алматы", publisher="Жазушы", year=1971, work="angyz", literature="kaz",
        subjects=("билік пен өнер", "аңыз"),
        annotation=(
            "Мұнара салған шебер мен әміршінің тартысы: билік, махаббат және өнер туралы "
            "роман-аңыз."
        ),
    ),
    Book(
        "urker", "Үркер", "kaz", ("kekilbaev",), subtitle="тарихи роман", place="Алматы",
        publisher="Жазушы", year=1981, literature="kaz",
        subjects=("Әбілқайыр хан", "Кіші жүз", "тарихи роман"),
        annotation="Әбілқайыр хан мен оның заманы: елдің болашағын шешкен қиын таңдау.",
    ),
    Book(
        "alasapyran-1", "Аласапыран", "kaz", ("magauin",), subtitle="тарихи роман",
        part_number="1-кітап", place="Алматы", publisher="Жазушы", year=1980, literature="kaz",
        subjects=("Ораз-Мұхамед", "Қасым хандығы", "тарихи роман"),
        annotation="Сібір мен Мәскеудің арасында қалған сұлтан Ораз-Мұхамедтің тағдыры.",
    ),
    Book(
        "alasapyran-2", "Аласапыран", "kaz", ("magauin",), subtitle="тарихи роман",
        part_number="2-кітап", place="Алматы", publisher="Жазушы", year=1982, literature="kaz",
        subjects=("Ораз-Мұхамед", "Ресейдегі дүрбелең заман", "тарихи роман"),
        annotation="Дилогияның екінші кітабы: Ресейдегі дүрбелең жылдар және Қасым қаласының ханы.",
    ),
    Book(
        "atau-kere", "Атау кере", "kaz", ("bokei",), subtitle="роман", literature="kaz", age="16+",
        subjects=("Алтай", "адам мен табиғат"),
        annotation=(
            "Алтайдағы оңаша үйдің тұрғындары арқылы тамырынан ажыраған адамның күйі айтылады."
        ),
    ),
    Book(
        "oz-otyngdy", "Өз отыңды өшірме", "kaz", ("bokei",), subtitle="роман", place="Алматы",
        year=1981, literature="kaz",
        subjects=("жастар", "ауыл"),
        annotation="Алтай ауылының жастары мен олардың арманы туралы лирикалық роман.",
    ),
    Book(
        "tirshilik", "Тіршілік", "kaz", ("isabekov",), subtitle="повесть", literature="kaz",
        age="16+",
        subjects=("қарапайым адам", "ауыл"),
        annotation="Елеусіз ғана өмір сүрген ерлі-зайыптылар жайлы мұңды да мейірімді повесть.",
    ),
    Book(
        "zhusan-iisi", "Жусан иісі", "kaz", ("muratbekov",), subtitle="әңгіме мен повестер",
        work="zhusan", literature="kaz", audience="youth",
        subjects=("соғыс жылдарындағы балалық",),
        annotation=(
            "Соғыс кезіндегі ауыл балалары, олардың ертегі айтқыш досы Аян және жоғалмайтын жусан "
            "иісі."
        ),
    ),
    Book(
        "tar-zhol", "Тар жол, тайғақ кешу", "kaz", ("seifullin",),
        subtitle="тарихи-мемуарлық роман", place="Алматы", publisher="Жазушы", year=1977,
        work="tar_zhol", literature="kaz",
        subjects=("1917 жылғы революция", "Қазақстан тарихы", "естелік"),
        annotation="Автордың 1916–1922 жылдардағы көрген-білгені: абақты, айдау, азап вагоны.",
    ),
    Book(
        "shuganyng-belgisi", "Шұғаның белгісі", "kaz", ("mailin",), subtitle="повесть",
        literature="kaz", audience="youth",
        subjects=("махаббат", "қазақ ауылы"),
        annotation="Қысқа ғана, бірақ қазақ прозасындағы ең мұңды махаббат хикаяларының бірі.",
    ),
    Book(
        "aqbilek", "Ақбілек", "kaz", ("aimauytuly",), subtitle="роман", literature="kaz",
        age="16+",
        subjects=("қазақ әйелі", "Азамат соғысы"),
        annotation=(
            "Соғыс қасіретін көрген қыздың тағдыры; қазақ әдебиетіндегі алғашқы психологиялық "
            "романдардың бірі."
        ),
    ),
    Book(
        "baqytsyz-zhamal", "Бақытсыз Жамал", "kaz", ("dulatuly",), subtitle="роман",
        literature="kaz",
        subjects=("қазақ әйелі", "махаббат"),
        annotation="Тұңғыш қазақ романы: өз теңіне қосылуды армандаған Жамалдың қайғысы.",
    ),
    Book(
        "qanmen-zhazylgan", "Қанмен жазылған кітап", "kaz", ("momyshuly",), publisher="Қазақстан",
        year=1991,
        subjects=("Екінші дүниежүзілік соғыс", "әскер тәрбиесі"),
        annotation="Батыр командирдің соғыс, тәртіп және ұлт намысы туралы ойлары мен жазбалары.",
    ),
    Book(
        "ushqan-uya", "Ұшқан ұя", "kaz", ("momyshuly",), subtitle="повесть", literature="kaz",
        audience="youth",
        subjects=("балалық", "қазақ тәрбиесі"),
        annotation=(
            "Батырдың балалық шағы, әжесі мен әкесінен алған тәлімі туралы өмірбаяндық повесть."
        ),
    ),
    Book(
        "tagdyr", "Тағдыр", "kaz", ("zhumadilov",), subtitle="роман", place="Алматы",
        publisher="Жазушы", year=1988, literature="kaz",
        subjects=("Шығыс Түркістан қазақтары", "тарихи роман"),
        annotation="Шекара екіге бөлген елдің тағдыры мен Демежан батырдың өмірі.",
    ),
    Book(
        "aqan-seri", "Ақан сері", "kaz", ("zhunisov",), subtitle="роман", literature="kaz",
        subjects=("Ақан сері", "қазақ әні", "тарихи роман"),
        annotation="Әнші, ақын, сал-серінің өмірі: өнер мен жалғыздық туралы роман.",
    ),
    Book(
        "zhapandagy-uy", "Жапандағы жалғыз үй", "kaz", ("zhunisov",), subtitle="роман",
        place="Алматы", publisher="Жазушы", year=1965, literature="kaz",
        subjects=("тың игеру", "ауыл"),
        annotation="Тың көтерген жылдардағы жалғыз үйлі отбасы және жаңа заманмен бетпе-бет келу.",
    ),
    Book(
        "bir-okinish", "Бір өкініш, бір үміт", "kaz", ("nurzhekeev",), subtitle="роман", year=1981,
        literature="kaz", age="16+",
        subjects=("отбасы", "махаббат"),
        annotation="Отбасы, жауапкершілік және кешірім туралы оқырманы көп роман.",
    ),
)
# fmt: on
