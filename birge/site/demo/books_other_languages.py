"""Books in English, Tatar, Uyghur, Uzbek, German, Kyrgyz and Turkish."""

from __future__ import annotations

from birge.site.demo.model import Book

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
OTHER_LANGUAGES = (
    Book(
        "potter-en", "Harry Potter and the Philosopher’s Stone", "eng", ("rowling",),
        place="London", publisher="Bloomsbury", year=1997, series="Harry Potter",
        isbn="0-7475-3269-9", work="potter_1", literature="eng", audience="children", age="6+",
        subjects=("fantasy fiction", "wizards", "schools"),
        annotation=(
            "An orphan learns on his eleventh birthday that he is a wizard and goes to school."
        ),
    ),
    Book(
        "sapiens-en", "Sapiens", "eng", ("harari",), subtitle="a brief history of humankind",
        place="New York", publisher="Harper", year=2015, isbn="978-0-06-231609-7", work="sapiens",
        original="heb", class_udc="94", class_bbk="63.3(0)", age="16+",
        subjects=("civilization", "world history"),
        annotation=(
            "How an unremarkable ape came to rule the planet by believing in shared stories."
        ),
    ),
    Book(
        "prince-en", "The little prince", "eng", ("saint-exupery",), place="San Diego",
        publisher="Harcourt", year=2000, isbn="0-15-601219-7", work="prince", original="fre",
        translators=("Richard Howard",), literature="fra", audience="children", age="6+",
        subjects=("fairy tales", "friendship"),
        annotation="A pilot in the desert meets a boy from a tiny planet.",
    ),
    Book(
        "hawking-en", "A brief history of time", "eng", ("hawking",),
        subtitle="from the big bang to black holes", place="New York", publisher="Bantam Books",
        year=1988, isbn="0-553-05340-X", work="hawking", class_udc="52", class_bbk="22.6",
        subjects=("cosmology", "black holes"),
        annotation="Where the universe came from and whether time has a beginning.",
    ),
    Book(
        "kahneman-en", "Thinking, fast and slow", "eng", ("kahneman",), place="New York",
        publisher="Farrar, Straus and Giroux", year=2011, isbn="978-0-374-27563-1",
        work="kahneman", class_udc="159.9", class_bbk="88", age="16+",
        subjects=("psychology", "decision making"),
        annotation="Two ways of thinking and the mistakes we make every day.",
    ),
    Book(
        "diamond-en", "Guns, germs, and steel", "eng", ("diamond",),
        subtitle="the fates of human societies", place="New York", publisher="W. W. Norton",
        year=1997, isbn="0-393-03891-2", work="diamond", class_udc="94", class_bbk="63.3(0)",
        age="16+",
        subjects=("civilization", "world history"),
        annotation="A geographer explains why some peoples conquered others.",
    ),
    Book(
        "clean-code", "Clean code", "eng", ("martin",),
        subtitle="a handbook of agile software craftsmanship", place="Upper Saddle River",
        publisher="Prentice Hall", year=2009, isbn="978-0-13-235088-4", class_udc="004.4",
        class_bbk="32.973",
        subjects=("programming", "software engineering"),
        annotation="How to write programs that other people can read.",
    ),
    Book(
        "pragmatic", "The pragmatic programmer", "eng", ("hunt", "thomas"),
        subtitle="from journeyman to master", place="Reading", publisher="Addison-Wesley",
        year=1999, isbn="978-0-201-61622-4", class_udc="004.4", class_bbk="32.973",
        subjects=("programming", "software engineering"),
        annotation="Short essays on the craft of making software.",
    ),
    Book(
        "olcott", "The Kazakhs", "eng", ("olcott",), place="Stanford",
        publisher="Hoover Institution Press", year=1995, isbn="0-8179-9352-5", class_udc="94(574)",
        class_bbk="63.3(5Каз)",
        subjects=("Kazakhstan", "history"),
        annotation=(
            "A history of the Kazakh people from the khanate to independence; second edition."
        ),
    ),
    Book(
        "hungry-steppe", "The hungry steppe", "eng", ("cameron",),
        subtitle="famine, violence, and the making of Soviet Kazakhstan", place="Ithaca",
        publisher="Cornell University Press", year=2018, class_udc="94(574)",
        class_bbk="63.3(5Каз)", age="16+",
        subjects=("Kazakhstan", "famine", "Soviet history"),
        annotation="The Kazakh famine of the 1930s, told from archives and memoirs.",
    ),
    Book(
        "silent-steppe", "The silent steppe", "eng", ("shayakhmetov",),
        subtitle="the story of a Kazakh nomad under Stalin", place="London",
        publisher="Stacey International", year=2006, original="rus", translators=("Jan Butler",),
        class_udc="94(574)", class_bbk="63.3(5Каз)",
        subjects=("Kazakhstan", "memoirs", "famine"),
        annotation="A boy from a nomad family lives through collectivization, famine and war.",
    ),
    Book(
        "buranny-en", "The day lasts more than a hundred years", "eng", ("aitmatov",),
        place="Bloomington", publisher="Indiana University Press", year=1983, work="buranny",
        original="rus", translators=("John French",), literature="kgz",
        subjects=("Kazakh steppe", "memory"),
        annotation=(
            "Yedigei takes his friend across the steppe to be buried, and the legend of the "
            "mankurt is told."
        ),
    ),
    Book(
        "dzhalil-tat", "Моабит дәфтәре", "tat", ("dzhalil",), work="moabit", literature="tat",
        subjects=("татар шигърияте", "сугыш"),
        annotation="Моабит төрмәсендә язылган шигырьләр.",
    ),
    Book(
        "tukai-shurale", "Шүрәле", "tat", ("tukai",), subtitle="поэма-әкият", literature="tat",
        audience="children", age="0+",
        subjects=("татар әдәбияты", "әкият"),
        annotation="Кырлай урманындагы Шүрәле һәм тапкыр егет турында шигъри әкият.",
    ),
    Book(
        "samadi-zhillar", "Жиллар сири", "uig", ("samadi",), subtitle="роман", literature="uig",
        subjects=("уйғур әдәбияти", "тарихий роман"),
        annotation="Уйғур хәлқиниң тәғдири һәққидә роман.",
    ),
    Book(
        "otkan-kunlar", "O‘tkan kunlar", "uzb", ("qodiriy",), subtitle="roman", literature="uzb",
        subjects=("o‘zbek nasri", "tarixiy roman"),
        annotation="Otabek va Kumushning muhabbati: birinchi o‘zbek romani.",
    ),
    Book(
        "dunyoning-ishlari", "Dunyoning ishlari", "uzb", ("hoshimov",), subtitle="qissa",
        literature="uzb",
        subjects=("o‘zbek nasri", "ona"),
        annotation="Ona haqidagi hikoyalardan tuzilgan qissa.",
    ),
    Book(
        "kir-zhamila", "Жамийла", "kir", ("aitmatov",), subtitle="повесть", work="zhamila",
        literature="kgz", audience="youth",
        subjects=("кыргыз адабияты", "сүйүү"),
        annotation="Согуш жылдарындагы айыл жана сүйүү жөнүндө баян.",
    ),
    Book(
        "de-faust", "Faust", "ger", ("goethe",), subtitle="eine Tragödie", work="faust",
        literature="ger",
        subjects=("deutsche Dramen",),
        annotation="Der Gelehrte, der Teufel und eine Wette um die Seele.",
    ),
    Book(
        "tr-benim-adim", "Benim adım Kırmızı", "tur", ("pamuk",), subtitle="roman",
        place="İstanbul", publisher="İletişim", year=1998, work="krasnyi", literature="tur",
        age="16+",
        subjects=("Türk romanı", "Osmanlı"),
        annotation="On altıncı yüzyıl İstanbul’unda bir nakkaşın öldürülmesi.",
    ),
)
# fmt: on
