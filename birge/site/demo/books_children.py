"""Books for children in Kazakh and in Russian."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
CHILDREN = (
    Book(
        "qozha-kk", "Менің атым Қожа", "kaz", ("soqpaqbaev",), subtitle="повесть", place="Алматы",
        year=1957, work="qozha", literature="kaz", audience="children", age="6+",
        subjects=("қазақ балалар әдебиеті", "мектеп"),
        annotation="Жетінші сынып оқушысы Қожаның көңілді де сабақты күндері.",
    ),
    Book(
        "soqpaqbaev-balalyq", "Балалық шаққа саяхат", "kaz", ("soqpaqbaev",), subtitle="повесть",
        place="Алматы", year=1960, literature="kaz", audience="children", age="6+",
        subjects=("қазақ балалар әдебиеті", "балалық"),
        annotation="Жазушының балалық шағы: аштық, жетімдік және оқуға деген құштарлық.",
    ),
    Book(
        "aldar-kose-kk", "Алдар Көсе", "kaz", subtitle="қазақ халық ертегілері", work="aldar",
        class_udc="398.21(=512.122)", class_bbk="82.3(5Қаз)", audience="children", age="0+",
        subjects=("қазақ ертегілері", "Алдар Көсе"),
        annotation="Сараң байларды сан соқтырған қу Алдардың хикаялары.",
    ),
    Book(
        "er-tostik", "Ер Төстік", "kaz", subtitle="қиял-ғажайып ертегі",
        class_udc="398.21(=512.122)", class_bbk="82.3(5Қаз)", audience="children", age="0+",
        subjects=("қазақ ертегілері",),
        annotation="Жер астына түсіп, дәулер мен жыландар еліне барған батырдың сапары.",
    ),
    Book(
        "qazaq-khrestomatiya", "Қазақ хрестоматиясы", "kaz", ("altynsarin",), audience="children",
        age="6+",
        subjects=("оқу кітабы", "балалар әдебиеті"),
        annotation=(
            "Қазақ балаларына арналған тұңғыш оқу кітабы: шағын әңгімелер, мысалдар, мақалдар."
        ),
    ),
    Book(
        "maqal-matel", "Қазақтың мақал-мәтелдері", "kaz", ("turmanzhanov",), place="Алматы",
        year=1957, class_udc="398.9(=512.122)", class_bbk="82.3(5Қаз)", audience="youth", age="6+",
        subjects=("мақал-мәтелдер", "қазақ фольклоры"),
        annotation="Ақын Өтебай Тұрманжанов ел аузынан ұзақ жыл жинаған мақал-мәтелдер.",
    ),
    Book(
        "neznaika", "Приключения Незнайки и его друзей", "rus", ("nosov",),
        subtitle="роман-сказка", place="Москва", publisher="Детгиз", year=1954, literature="rus",
        audience="children", age="0+",
        subjects=("сказка", "коротышки"),
        annotation="Жители Цветочного города летят на воздушном шаре, и всё идёт не по плану.",
    ),
    Book(
        "volkov", "Волшебник Изумрудного города", "rus", ("volkov",), subtitle="сказочная повесть",
        literature="rus", audience="children", age="0+",
        subjects=("сказка", "дружба"),
        annotation=(
            "Девочка Элли с друзьями идёт по дороге из жёлтого кирпича. Автор родился в "
            "Усть-Каменогорске."
        ),
    ),
    Book(
        "uspensky", "Дядя Фёдор, пёс и кот", "rus", ("uspensky",), subtitle="повесть-сказка",
        place="Москва", publisher="Детская литература", year=1974, literature="rus",
        audience="children", age="0+",
        subjects=("сказка", "дружба", "Простоквашино"),
        annotation="Мальчик, пёс Шарик и кот Матроскин живут в деревне сами по себе.",
    ),
    Book(
        "bulychev", "Девочка с Земли", "rus", ("bulychev",), subtitle="фантастические повести",
        place="Москва", publisher="Детская литература", year=1974, literature="rus",
        audience="children", age="6+",
        subjects=("фантастика", "космос"),
        annotation=(
            "Алиса Селезнёва летит на «Пегасе» за редкими зверями и находит тайну третьей "
            "планеты."
        ),
    ),
    Book(
        "kniga-dzhunglei", "Книга джунглей", "rus", ("kipling",), original="eng", literature="eng",
        audience="children", age="6+",
        subjects=("сказки", "животные", "Индия"),
        annotation="Маугли, Багира, Рикки-Тикки-Тави: законы джунглей, одинаковые для всех.",
    ),
    Book(
        "prince-ru", "Маленький принц", "rus", ("saint-exupery",), work="prince", original="fre",
        translators=("Нора Галь",), literature="fra", audience="children", age="6+",
        subjects=("сказка", "дружба"),
        annotation="Лётчик встречает в пустыне мальчика с далёкой планеты. Перевод Норы Галь.",
    ),
    Book(
        "karlsson", "Малыш и Карлсон, который живёт на крыше", "rus", ("lindgren",),
        place="Москва", publisher="Детгиз", year=1957, original="swe",
        translators=("Лилианна Лунгина",), literature="swe", audience="children", age="0+",
        subjects=("сказка", "дружба"),
        annotation=(
            "Первое русское издание весёлой повести о Малыше и мужчине в самом расцвете сил."
        ),
    ),
    Book(
        "pippi", "Пеппи Длинныйчулок", "rus", ("lindgren",), original="swe",
        translators=("Лилианна Лунгина",), literature="swe", audience="children", age="0+",
        subjects=("сказка", "дружба"),
        annotation="Самая сильная девочка в мире живёт одна, с лошадью и обезьянкой.",
    ),
    Book(
        "tom-sawyer-ru", "Приключения Тома Сойера. Приключения Гекльберри Финна. Рассказы", "rus",
        ("twain",), place="Москва", publisher="Художественная литература", year=1971,
        series="Библиотека всемирной литературы", work="tom_sawyer", original="eng",
        literature="usa", audience="children", age="6+",
        subjects=("детство", "приключения"),
        annotation="Забор, пещера, плот на Миссисипи: две главные книги об американском детстве.",
    ),
    Book(
        "alice-ru", "Алиса в Стране чудес. Алиса в Зазеркалье", "rus", ("carroll",),
        place="Москва", publisher="Наука", year=1978, series="Литературные памятники",
        original="eng", translators=("Нина Демурова",), literature="eng", audience="children",
        age="6+",
        subjects=("сказка", "нонсенс"),
        annotation=(
            "Обе сказки в переводе Демуровой с комментариями для тех, кто хочет понять шутку."
        ),
    ),
    Book(
        "robinson-ru", "Робинзон Крузо", "rus", ("defoe",), subtitle="роман", work="robinson",
        original="eng", literature="eng", audience="children", age="6+",
        subjects=("путешествия", "приключения"),
        annotation="Двадцать восемь лет на необитаемом острове.",
    ),
    Book(
        "grant-ru", "Дети капитана Гранта", "rus", ("verne",), subtitle="роман", work="grant",
        original="fre", literature="fra", audience="children", age="6+",
        subjects=("путешествия", "приключения"),
        annotation=(
            "Кругосветное путешествие вдоль тридцать седьмой параллели по записке из бутылки."
        ),
    ),
    Book(
        "dzhalil-moabit", "Моабитская тетрадь", "rus", ("dzhalil",), subtitle="стихи",
        work="moabit", original="tat", literature="tat", audience="youth",
        subjects=("татарская поэзия", "война"),
        annotation=(
            "Стихи, написанные в фашистской тюрьме и дошедшие до родины в двух самодельных "
            "тетрадях."
        ),
    ),
)
# fmt: on
