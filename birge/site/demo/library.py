"""The invented city library «Көкжиек»: names, branches, hours, seasons and holidays.

Nothing here belongs to a real organization: phones are the unused +7 700 000 00 0x, the mail
domain is .example, and the BIN says month 00, which no registration ever had.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
LAST_WEEK = -1


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of some weekdays; a weekday that no row names is a day off."""

    weekdays: tuple[int, ...]
    opens: str
    closes: str
    lunch_from: str = ""
    lunch_to: str = ""


@dataclass(frozen=True, slots=True)
class SeasonRule:
    """A part of every year with hours of its own."""

    key: str
    name_kk: str
    name_ru: str
    starts: tuple[int, int]
    ends: tuple[int, int]


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """A public holiday of every year: month, first day and number of days."""

    month: int
    day: int
    days: int
    name_kk: str
    name_ru: str


@dataclass(frozen=True, slots=True)
class DemoBranch:
    """A place where people come for books."""

    code: str
    slug: str
    name_kk: str
    name_ru: str
    address_kk: str
    address_ru: str
    phone: str
    email: str
    whatsapp: str = ""
    telegram: str = ""
    lead_kk: str = ""
    lead_ru: str = ""
    directions_kk: str = ""
    directions_ru: str = ""
    accessibility: tuple[str, ...] = ()
    sanitary_week: int = LAST_WEEK
    sanitary_weekday: int = FRIDAY
    hours: tuple[Hours, ...] = ()
    seasonal_hours: dict[str, tuple[Hours, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """What the site's settings say about the library."""

    official_name_kk: str
    official_name_ru: str
    short_name: str
    kind_kk: str
    kind_ru: str
    description_kk: str
    description_ru: str
    address_kk: str
    address_ru: str
    hours_kk: str
    hours_ru: str
    phone: str
    whatsapp: str
    email: str
    bin: str


LIBRARY = LibraryFacts(
    official_name_kk="«Көкжиек» қалалық кітапханасы",
    official_name_ru="Городская библиотека «Көкжиек»",
    short_name="Көкжиек",
    kind_kk="қалалық кітапханасы",
    kind_ru="городская библиотека",
    description_kk="Үш филиал, қазақша және орысша кітаптар, үйірмелер мен кездесулер.",
    description_ru="Три филиала, книги на казахском и русском языках, кружки и встречи.",
    address_kk="Тәуелсіздік даңғылы, 12",
    address_ru="проспект Тәуелсіздік, 12",
    hours_kk="Дүйсенбі–жұма 9:00–19:00\nСенбі, жексенбі 10:00–18:00\n"
    "Санитарлық күн: айдың соңғы жұмасы",
    hours_ru="Понедельник–пятница 9:00–19:00\nСуббота, воскресенье 10:00–18:00\n"
    "Санитарный день: последняя пятница месяца",
    phone="+7 700 000 00 01",
    whatsapp="+7 700 000 00 01",
    email="kitap@kokzhiek.example",
    bin="000040000009",
)

SUMMER = SeasonRule("summer", "Жазғы кесте", "Летнее расписание", (6, 1), (8, 31))
SEASONS = (SUMMER,)

WORKDAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
WEEKEND = (SATURDAY, SUNDAY)

BRANCHES = (
    DemoBranch(
        code="central",
        slug="central",
        name_kk="Орталық кітапхана",
        name_ru="Центральная библиотека",
        address_kk="Тәуелсіздік даңғылы, 12",
        address_ru="проспект Тәуелсіздік, 12",
        phone="+7 700 000 00 01",
        whatsapp="+7 700 000 00 01",
        email="kitap@kokzhiek.example",
        lead_kk="Абонемент, оқу залы, өлкетану бөлімі және қаладағы ең үлкен қор.",
        lead_ru="Абонемент, читальный зал, отдел краеведения и самый большой фонд в городе.",
        directions_kk=(
            "«Орталық алаң» аялдамасынан бес минут жаяу. Бас есік даңғыл жағында, пандус оң жақта."
        ),
        directions_ru=(
            "Пять минут пешком от остановки «Орталық алаң». "
            "Главный вход со стороны проспекта, пандус справа."
        ),
        accessibility=("ramp", "lift", "toilet", "parking", "call_button", "large_print"),
        hours=(Hours(WORKDAYS, "09:00", "19:00"), Hours(WEEKEND, "10:00", "18:00")),
        seasonal_hours={
            "summer": (Hours(WORKDAYS, "09:00", "18:00"), Hours((SATURDAY,), "10:00", "17:00"))
        },
    ),
    DemoBranch(
        code="samal",
        slug="samal",
        name_kk="«Самал» филиалы",
        name_ru="Филиал «Самал»",
        address_kk="Самал ықшамауданы, 5",
        address_ru="микрорайон Самал, 5",
        phone="+7 700 000 00 02",
        email="samal@kokzhiek.example",
        lead_kk="Үйге жақын кітапхана: жаңа кітаптар, газет-журнал және кешкі үйірмелер.",
        lead_ru="Библиотека у дома: новые книги, газеты и журналы, вечерние кружки.",
        directions_kk="Тұрғын үйдің бірінші қабаты, кіреберіс аула жағынан. Мектептің жанында.",
        directions_ru="Первый этаж жилого дома, вход со двора. Рядом со школой.",
        accessibility=("ramp", "call_button", "large_print"),
        hours=(
            Hours(WORKDAYS, "10:00", "19:00", "13:00", "14:00"),
            Hours((SATURDAY,), "10:00", "17:00", "13:00", "14:00"),
        ),
        seasonal_hours={"summer": (Hours(WORKDAYS, "09:00", "18:00", "13:00", "14:00"),)},
    ),
    DemoBranch(
        code="balausa",
        slug="balausa",
        name_kk="«Балауса» балалар кітапханасы",
        name_ru="Детская библиотека «Балауса»",
        address_kk="Достық көшесі, 3",
        address_ru="улица Достық, 3",
        phone="+7 700 000 00 03",
        email="balausa@kokzhiek.example",
        lead_kk="Балалар мен ата-аналарға: ертегі сағаты, ойын бөлмесі, қазақша жаңа кітаптар.",
        lead_ru="Для детей и родителей: час сказки, игровая комната, новые книги на казахском.",
        directions_kk="Саябақтың қақпасына қарама-қарсы. Арбамен кіруге ыңғайлы.",
        directions_ru="Напротив ворот парка. Удобно войти с коляской.",
        accessibility=("ramp", "toilet", "guide_dogs"),
        hours=(
            Hours((TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), "10:00", "18:00", "13:00", "14:00"),
            Hours((SUNDAY,), "10:00", "17:00", "13:00", "14:00"),
        ),
        seasonal_hours={"summer": (Hours(WORKDAYS, "09:00", "18:00", "13:00", "14:00"),)},
    ),
)

# Қасиетті Құрбан айт is left out: its date moves with the lunar year and is announced each time.
HOLIDAYS = (
    HolidayRule(1, 1, 2, "Жаңа жыл", "Новый год"),
    HolidayRule(1, 7, 1, "Рождество", "Православное Рождество"),
    HolidayRule(3, 8, 1, "Халықаралық әйелдер күні", "Международный женский день"),
    HolidayRule(3, 21, 3, "Наурыз мейрамы", "Наурыз мейрамы"),
    HolidayRule(
        5, 1, 1, "Қазақстан халқының бірлігі мерекесі", "Праздник единства народа Казахстана"
    ),
    HolidayRule(5, 7, 1, "Отан қорғаушы күні", "День защитника Отечества"),
    HolidayRule(5, 9, 1, "Жеңіс күні", "День Победы"),
    HolidayRule(7, 6, 1, "Астана күні", "День столицы"),
    HolidayRule(8, 30, 1, "Конституция күні", "День Конституции"),
    HolidayRule(10, 25, 1, "Республика күні", "День Республики"),
    HolidayRule(12, 16, 1, "Тәуелсіздік күні", "День Независимости"),
)
