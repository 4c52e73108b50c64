"""English formats for the admin: Birge's own names alone, Django has the rest."""

FIRST_DAY_OF_WEEK = 1

LONG_DATE_FORMAT = "j F Y"
DAY_MONTH_WEEKDAY_FORMAT = "l, j F"
RANGE_IN_MONTH = ("j", "–", "j F Y")
RANGE_IN_YEAR = ("j F", " – ", "j F Y")
