"""Russian formats: what Django ships, put right where a date without a year got a capital letter."""

DATE_FORMAT = "j E Y г."
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y г., H:i"
YEAR_MONTH_FORMAT = "F Y г."
MONTH_DAY_FORMAT = "j E"  # Django's "j F" reads «21 Ноябрь»
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
FIRST_DAY_OF_WEEK = 1

DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%y %H:%M"]

DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\N{NO-BREAK SPACE}"
NUMBER_GROUPING = 3

# Birge's own, read by birge.core.dates: (format of the first day, dash, format of the last).
LONG_DATE_FORMAT = "j E Y года"
DAY_MONTH_WEEKDAY_FORMAT = "j E, l"
RANGE_IN_MONTH = ("j", "–", "j E Y года")
RANGE_IN_YEAR = ("j E", " – ", "j E Y года")
