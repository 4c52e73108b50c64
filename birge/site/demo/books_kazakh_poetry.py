"""Kazakh poetry and the heritage of the Turkic world in Kazakh."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
KAZAKH_POETRY = (
    Book(
        "abai-1995-1", "Шығармаларының екі томдық толық жинағы", "kaz", ("abai",),
        part_number="1-том", part_title="Өлеңдер мен аудармалар", place="Алматы",
        publisher="Жазушы", year=1995, literature="kaz", audience="youth",
        subjects=("қазақ поэзиясы",),
        annotation="Ақынның 150 жылдығына шыққан академиялық жинақтың бірінші томы.",
    ),
    Book(
        "abai-1995-2", "Шығармаларының екі томдық толық жинағы", "kaz", ("abai",),
        part_number="2-том", part_title="Өлеңдер мен аудармалар, поэмалар, қара сөздер",
        place="Алматы", publisher="Жазушы", year=1995, literature="kaz", audience="youth",
        subjects=("қазақ поэзиясы", "қара сөз"),
        annotation="Екінші томға поэмалар, аудармалар және қырық бес қара сөз енген.",
    ),
    Book(
        "abai-qara-soz", "Қара сөздер", "kaz", ("abai",), work="qara_sozder", literature="kaz",
        audience="youth", age="6+",
        subjects=("қазақ философиясы", "тәрбие"),
        annotation="Абайдың өмір, білім, ар мен еңбек туралы ойға толы қырық бес сөзі.",
    ),
    Book(
        "kulager", "Құлагер", "kaz", ("zhansugirov",), subtitle="поэма", literature="kaz",
        subjects=("Ақан сері", "қазақ поэзиясы"),
        annotation=(
            "Ақан серінің сәйгүлігі мен бір ас үстіндегі қиянат туралы поэма: қазақ поэзиясының "
            "асқар шыңы."
        ),
    ),
    Book(
        "zhumabaev-1989", "Шығармалары", "kaz", ("zhumabaev",),
        subtitle="өлеңдер, поэмалар, қара сөздер", place="Алматы", publisher="Жазушы", year=1989,
        literature="kaz", audience="youth",
        subjects=("қазақ поэзиясы",),
        annotation=(
            "Ақталған ақынның халқына қайта оралған алғашқы жинағы: «Батыр Баян», лирика, "
            "мақалалар."
        ),
    ),
    Book(
        "dulatuly-oyan", "Оян, қазақ!", "kaz", ("dulatuly",), place="Алматы",
        publisher="Алтын Орда", year=1991, literature="kaz",
        subjects=("Алаш қозғалысы", "қазақ поэзиясы"),
        annotation="Елді оқу-білімге, бірлікке шақырған жинақ; алғаш 1909 жылы шығып, тәркіленген.",
    ),
    Book(
        "maqataev-qarlygash", "Қарлығашым, келдің бе?", "kaz", ("maqataev",), subtitle="өлеңдер",
        place="Алматы", publisher="Жазушы", year=1972, literature="kaz",
        subjects=("қазақ поэзиясы", "лирика"),
        annotation="Ақынның тірі кезінде шыққан жинақтарының бірі: туған жер, көктем, сағыныш.",
    ),
    Book(
        "maqataev-aqqular", "Аққулар ұйықтағанда", "kaz", ("maqataev",),
        subtitle="өлеңдер мен поэма", place="Алматы", publisher="Жазушы", year=1974,
        literature="kaz",
        subjects=("қазақ поэзиясы", "ана"),
        annotation="Баласын сауықтыру үшін аққу атқан ана туралы поэма және лирика.",
    ),
    Book(
        "maqataev-shuagym", "Шуағым менің", "kaz", ("maqataev",), subtitle="өлеңдер",
        place="Алматы", publisher="Жазушы", year=1975, literature="kaz",
        subjects=("қазақ поэзиясы", "лирика"),
        annotation="Жүректен шыққан шуақты өлеңдер: дос, ана, Отан.",
    ),
    Book(
        "maqataev-omirdastan", "Өмірдастан", "kaz", ("maqataev",), subtitle="өлеңдер мен поэмалар",
        place="Алматы", publisher="Жазушы", year=1976, literature="kaz",
        subjects=("қазақ поэзиясы", "лирика"),
        annotation="Ақынның соңғы жылдары жарық көрген кітабы: өмір мен өлім туралы ой.",
    ),
    Book(
        "men-qazaqpyn", "Мен – қазақпын", "kaz", ("moldagaliev",), subtitle="поэма",
        place="Алматы", publisher="Жазушы", year=1964, literature="kaz",
        subjects=("қазақ халқы", "қазақ поэзиясы"),
        annotation="«Мен – қазақпын, мың өліп, мың тірілген» деп басталатын атақты поэма.",
    ),
    Book(
        "aibergenov", "Мен саған ғашық едім", "kaz", ("aibergenov",), subtitle="өлеңдер",
        place="Алматы", publisher="Жазушы", year=1970, literature="kaz",
        subjects=("қазақ поэзиясы", "махаббат"),
        annotation="Отыз жасында өмірден өткен ақынның махаббат пен туған жер туралы жырлары.",
    ),
    Book(
        "shakhanov-zar", "Құз басындағы аңшының зары", "kaz", ("aitmatov", "shakhanov"),
        subtitle="ғасыр айрығындағы сырласу", place="Алматы", publisher="Рауан", year=1997,
        subjects=("қазақ-қырғыз достығы", "сұхбат"),
        annotation="Екі қаламгердің балалық, тіл, адамзат тағдыры туралы кең сұхбаты.",
    ),
    Book(
        "aldaspan", "Алдаспан", "kaz",
        subtitle="XV–XVIII ғасырлардағы қазақ ақын-жырауларының шығармалар жинағы", place="Алматы",
        publisher="Жазушы", year=1971, literature="kaz",
        subjects=("жыраулар поэзиясы", "антология"),
        annotation=(
            "Асан қайғыдан Бұқар жырауға дейінгі төрт ғасырлық поэзияның антологиясы. Құрастырған "
            "– Мұхтар Мағауин."
        ),
    ),
    Book(
        "bes-gasyr-1", "Бес ғасыр жырлайды", "kaz", part_number="1-том", place="Алматы",
        publisher="Жазушы", year=1984, literature="kaz",
        subjects=("жыраулар поэзиясы", "антология"),
        annotation="XV ғасырдан XX ғасырдың басына дейінгі қазақ ақын-жырауларының шығармалары.",
    ),
    Book(
        "bes-gasyr-2", "Бес ғасыр жырлайды", "kaz", part_number="2-том", place="Алматы",
        publisher="Жазушы", year=1985, literature="kaz",
        subjects=("жыраулар поэзиясы", "антология"),
        annotation="Жинақтың екінші томы: XIX ғасыр ақындары.",
    ),
    Book(
        "qorqyt-ata", "Қорқыт ата кітабы", "kaz", subtitle="оғыздардың батырлық жырлары",
        place="Алматы", publisher="Жазушы", year=1986, work="qorqyt",
        translators=("Әуелбек Қоңыратбаев", "Мақсұт Байділдаев"), class_udc="398.22",
        class_bbk="82.3",
        subjects=("түркі эпосы", "Қорқыт ата"),
        annotation="Оғыз-қыпшақ заманының ортақ мұрасы: Қорқыттың өзі жырлаған он екі хикая.",
    ),
    Book(
        "qutty-bilik", "Құтты білік", "kaz", ("balasagun",), place="Алматы", publisher="Жазушы",
        year=1986, work="qutty_bilik", original="otk", translators=("Асқар Егеубай",),
        subjects=("түркі әдебиеті", "мемлекет басқару"),
        annotation="XI ғасырда жазылған дастан: бақыт, әділет, ақыл және ел басқару туралы.",
    ),
    Book(
        "tubi-bir", "Түбі бір түркі тілі", "kaz", ("kashgari",), subtitle="«Диуани лұғат ат-түрк»",
        place="Алматы", publisher="Ана тілі", year=1993, class_udc="811.512.1", class_bbk="81.2",
        subjects=("түркі тілдері", "сөздік"),
        annotation=(
            "Махмұт Қашқаридің XI ғасырдағы сөздігінен алынған мақалдар, өлеңдер мен "
            "түсіндірмелер."
        ),
    ),
    Book(
        "diuani-hikmet", "Диуани хикмет", "kaz", ("yasawi",), subtitle="Ақыл кітабы",
        place="Алматы", publisher="Мұраттас", year=1993,
        subjects=("сопылық поэзия", "түркі әдебиеті"),
        annotation="Түркістандағы әулиенің хикметтері: сабыр, адалдық, жанның тазалығы.",
    ),
    Book(
        "aqiqat-syiy", "Ақиқат сыйы", "kaz", ("yugineki",), place="Алматы", publisher="Ғылым",
        year=1985, original="otk",
        subjects=("түркі әдебиеті", "тәлімдік поэзия"),
        annotation="XII ғасырдан жеткен өсиет дастан: білім, тіл, жомарттық туралы.",
    ),
    Book(
        "babyrnama", "Бабырнама", "kaz", ("babur",), place="Алматы", publisher="Ататек", year=1993,
        original="chg", translators=("Байұзақ Қожабекұлы",), class_udc="94(5)",
        class_bbk="63.3(5)",
        subjects=("Бабыр", "Орта Азия тарихы", "естелік"),
        annotation="Үндістанда мемлекет құрған билеушінің өз қолымен жазған естелігі.",
    ),
    Book(
        "tarih-i-rashidi", "Тарих-и Рашиди", "kaz", ("haidar",),
        subtitle="Хақ жолындағылар тарихы", place="Алматы", publisher="Тұран", year=2003,
        original="per", class_udc="94(574)", class_bbk="63.3(5Қаз)",
        subjects=("Қазақ хандығы тарихы", "Моғолстан"),
        annotation="Қазақ хандығының құрылуы туралы ең маңызды деректердің бірі, XVI ғасыр.",
    ),
    Book(
        "shezhire-shakarim", "Түрік, қырғыз-қазақ һәм хандар шежіресі", "kaz", ("shakarim",),
        place="Алматы", publisher="Қазақстан", year=1991, class_udc="94(574)",
        class_bbk="63.3(5Қаз)",
        subjects=("шежіре", "қазақ тарихы"),
        annotation="Шәкәрімнің ел аузынан және кітаптардан жинап жазған шежіресі.",
    ),
    Book(
        "ush-anyq", "Үш анық", "kaz", ("shakarim",), place="Алматы", publisher="Қазақстан",
        year=1991, class_udc="1", class_bbk="87.3(5Қаз)",
        subjects=("қазақ философиясы", "ар ілімі"),
        annotation="Жан, жаратылыс және ұждан туралы отыз жыл бойы толғанған еңбек.",
    ),
    Book(
        "altynsarin-taza", "Таза бұлақ", "kaz", ("altynsarin",),
        subtitle="әңгімелер, өлеңдер, ертегілер, хаттар", place="Алматы", publisher="Жазушы",
        year=1988, literature="kaz", audience="children", age="6+",
        subjects=("қазақ балалар әдебиеті", "педагогика"),
        annotation="Ұлы ағартушының балаларға арнаған шығармалары мен хаттары.",
    ),
    Book(
        "babalar-sozi-1", "Бабалар сөзі", "kaz", subtitle="жүз томдық", part_number="1-том",
        part_title="Хикаялық дастандар", place="Астана", publisher="Фолиант", year=2004,
        class_udc="398.2(=512.122)", class_bbk="82.3(5Қаз)",
        subjects=("қазақ фольклоры", "дастан"),
        annotation="Қазақ фольклорының жүз томдық жинағының бірінші кітабы.",
    ),
    Book(
        "qazaq-ertegileri-1", "Қазақ ертегілері", "kaz", part_number="1-том", place="Алматы",
        year=1957, class_udc="398.21(=512.122)", class_bbk="82.3(5Қаз)", audience="children",
        age="6+",
        subjects=("қазақ ертегілері", "фольклор"),
        annotation="Қиял-ғажайып, хайуанаттар туралы және тұрмыс-салт ертегілерінің кең жинағы.",
    ),
    Book(
        "ezhelgi-zhyr", "Ежелгі жыр, аңыздар", "kaz", ("margulan",),
        subtitle="ғылыми-зерттеу мақалалар", place="Алматы", publisher="Жазушы", year=1985,
        class_udc="398.2(=512.122)", class_bbk="82.3(5Қаз)",
        subjects=("қазақ фольклоры", "батырлар жыры"),
        annotation=(
            "Академик Марғұланның көне жырлар мен аңыздардың шығу төркіні туралы зерттеулері."
        ),
    ),
    Book(
        "qyz-zhibek", "Қыз Жібек", "kaz", subtitle="ғашықтық жыр", work="qyz_zhibek",
        class_udc="398.22(=512.122)", class_bbk="82.3(5Қаз)",
        subjects=("ғашықтық жыр", "қазақ фольклоры"),
        annotation="Төлеген мен Жібектің махаббаты туралы халық жыры.",
    ),
    Book(
        "qobylandy", "Қобыланды батыр", "kaz", subtitle="батырлық жыр", work="qobylandy",
        class_udc="398.22(=512.122)", class_bbk="82.3(5Қаз)",
        subjects=("батырлар жыры", "қазақ фольклоры"),
        annotation="Қара қыпшақ Қобыланды мен Тайбурыл туралы ең көп айтылған батырлық жыр.",
    ),
    Book(
        "kozy-korpesh", "Қозы Көрпеш – Баян сұлу", "kaz", subtitle="ғашықтық жыр",
        class_udc="398.22(=512.122)", class_bbk="82.3(5Қаз)",
        subjects=("ғашықтық жыр", "қазақ фольклоры"),
        annotation="Ел арасында мың жыл айтылып келе жатқан ғашықтық дастан.",
    ),
)
# fmt: on
