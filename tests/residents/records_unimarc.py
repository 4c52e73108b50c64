"""Books that the demonstration lacks and residents ask for, given to the import in UNIMARC."""

from __future__ import annotations

from tests.residents.samples import Sample

# A book reads as a catalogue card, not as one field in a line.
# fmt: off
UNIMARC_BOOKS = (
    Sample(
        "bunin-1", "Собрание сочинений", "rus", "Бунин, Иван Алексеевич", part="Т. 1",
        part_title="Стихотворения", responsibility="И. А. Бунин", place="Москва",
        publisher="Воскресенье", year=2006, volume_alone=True,
    ),
    Sample(
        "bunin-2", "Собрание сочинений", "rus", "Бунин, Иван Алексеевич", part="Т. 2",
        part_title="Произведения, 1887–1909", responsibility="И. А. Бунин", place="Москва",
        publisher="Воскресенье", year=2006, volume_alone=True,
    ),
    Sample(
        "bunin-4", "Собрание сочинений", "rus", "Бунин, Иван Алексеевич", part="Т. 4",
        part_title="Тёмные аллеи", responsibility="И. А. Бунин", place="Москва",
        publisher="Воскресенье", year=2007, volume_alone=True,
    ),
    Sample(
        "qaz-tarih-2", "Қазақстан тарихы", "kaz", part="2-том", part_title="Орта ғасырлар",
        responsibility="бас ред. М. Қозыбаев", publisher="Атамұра", year=1998, volume_alone=True,
        subjects=("Қазақстан тарихы",),
    ),
    Sample(
        "qaz-tarih-3", "Қазақстан тарихы", "kaz", part="3-том", part_title="Жаңа заман",
        responsibility="бас ред. М. Қозыбаев", publisher="Атамұра", year=2000, volume_alone=True,
        subjects=("Қазақстан тарихы",),
    ),
    Sample(
        "satpaev-trudy", "Избранные труды", "rus", "Сатпаев, Каныш Имантаевич",
        responsibility="К. И. Сатпаев", place="Алма-Ата", publisher="Наука", year=1967,
        subjects=("Геология Казахстана", "Рудные месторождения"),
    ),
    Sample(
        "plemya", "Племя младое", "rus", "Ауэзов, Мухтар Омарханович", subtitle="роман",
        responsibility="М. О. Ауэзов ; пер. с каз. А. Пантиелева", place="Алма-Ата",
        publisher="Жазушы", year=1977, subjects=("Казахская проза",),
    ),
    Sample(
        "makataev-stihi", "Зов души", "rus", "Макатаев, Мукагали", subtitle="стихи",
        place="Алма-Ата", publisher="Жалын", year=1981, subjects=("Казахская поэзия",),
    ),
    Sample(
        "paustovsky", "Золотая роза", "rus", "Паустовский, Константин Георгиевич",
        subtitle="повесть", place="Москва", publisher="Педагогика", year=1991,
        isbn="5-7155-0438-4", subjects=("Писательский труд",),
    ),
    Sample(
        "bianki", "Лесная газета", "rus", "Бианки, Виталий Валентинович", place="Ленинград",
        publisher="Детская литература", year=1985, subjects=("Природа", "Рассказы для детей"),
    ),
    Sample(
        "zhzl-abai", "Абай", "rus", "Анастасьев, Николай Аркадьевич",
        subtitle="тяжесть полёта", place="Москва", publisher="Молодая гвардия", year=2008,
        series="Жизнь замечательных людей", number="Вып. 1123", isbn="978-5-235-03105-0",
        subjects=("Абай Кунанбаев", "Биографии"),
    ),
    Sample(
        "zhzl-valihanov", "Валиханов", "rus", "Стрелкова, Ирина Ивановна", place="Москва",
        publisher="Молодая гвардия", year=1983, series="Жизнь замечательных людей",
        number="Вып. 640", subjects=("Чокан Валиханов", "Путешественники", "Биографии"),
    ),
    Sample(
        "fersman", "Занимательная минералогия", "rus", "Ферсман, Александр Евгеньевич",
        place="Свердловск", publisher="Средне-Уральское книжное издательство", year=1975,
        series="Уральская библиотека", subjects=("Минералы", "Камни"),
    ),
    Sample(
        "bazhov", "Малахитовая шкатулка", "rus", "Бажов, Павел Петрович", subtitle="сказы",
        place="Свердловск", publisher="Средне-Уральское книжное издательство", year=1977,
        series="Уральская библиотека", subjects=("Уральские сказы",),
    ),
    Sample(
        "ogorod", "Огород без хлопот", "rus", "Кизима, Галина Александровна", place="Москва",
        publisher="АСТ", year=2012, isbn="978-5-17-073515-0",
        subjects=("Овощеводство", "Садоводство", "Дачные участки"),
    ),
    Sample(
        "vyazanie", "Вязание спицами", "rus", "Максимова, Маргарита Васильевна", place="Москва",
        publisher="Эксмо", year=2007, isbn="978-5-699-20173-0",
        subjects=("Вязание", "Рукоделие"),
    ),
    Sample(
        "diabet", "Жизнь с диабетом", "rus", "Ахманов, Михаил Сергеевич",
        place="Санкт-Петербург", publisher="Вектор", year=2010,
        subjects=("Сахарный диабет", "Здоровье"),
    ),
    Sample(
        "buhuchet", "Бухгалтерский учёт", "rus", "Скала, Валентина Ивановна",
        subtitle="самоучитель", publisher="LEM", year=2006, isbn="9965-664-27-7",
        subjects=("Бухгалтерия", "Налоги"),
    ),
    Sample(
        "yurta", "Казахская юрта", "rus", "Муканов, Марат Сабитович", place="Алма-Ата",
        publisher="Кайнар", year=1981, subjects=("Юрта", "Этнография казахов", "Жилище"),
    ),
    Sample(
        "alma-ata", "Алма-Ата", "rus", "Проскурин, Владимир Николаевич",
        subtitle="путеводитель по старому городу", place="Алма-Ата", publisher="Онер", year=1985,
        subjects=("Краеведение", "Верный", "Улицы города"),
    ),
    Sample(
        "python", "Python для детей", "rus", "Бриггс, Джейсон Р.",
        subtitle="самоучитель по программированию", place="Москва",
        publisher="Манн, Иванов и Фербер", year=2017, isbn="978-5-00100-616-9",
        subjects=("Программирование", "Python"),
    ),
    Sample(
        "zhas-burkitshi", "Жас бүркітші", "kaz", "Бегалин, Сапарғали", subtitle="повесть",
        publisher="Жазушы", year=1969, subjects=("Аң аулау", "Бүркіт", "Балалар әдебиеті"),
    ),
    Sample(
        "syr-sandyq", "Сыр сандық", "kaz", subtitle="жұмбақтар мен жаңылтпаштар",
        publisher="Жалын", year=1990, subjects=("Жұмбақтар", "Жаңылтпаштар"),
    ),
    Sample(
        "qaldayaqov", "Менің Қазақстаным", "kaz", "Қалдаяқов, Шәмші", subtitle="әндер",
        publisher="Өнер", year=1993, subjects=("Қазақ әндері", "Әнұран"),
    ),
)
# fmt: on
