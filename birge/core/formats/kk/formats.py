"""How dates, times and numbers are written in Kazakh; Django ships no formats for the language."""

DATE_FORMAT = "Y жылғы j E"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "Y жылғы j E, H:i"
YEAR_MONTH_FORMAT = "Y жылғы E"
MONTH_DAY_FORMAT = "j E"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1

# Django adds the ISO forms to each list.
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%y %H:%M"]

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\N{NO-BREAK SPACE}"
NUMBER_GROUPING = 3

# Birge's own, read by birge.core.dates: (format of the first day, dash, format of the last).
LONG_DATE_FORMAT = DATE_FORMAT
DAY_MONTH_WEEKDAY_FORMAT = "j E, l"
RANGE_IN_MONTH = ("Y жылғы j", "–", "j E")
RANGE_IN_YEAR = ("Y жылғы j E", " – ", "j E")
