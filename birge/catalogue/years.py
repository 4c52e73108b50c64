"""Years that a publication can bear."""

from __future__ import annotations

from datetime import UTC, datetime

# A manuscript may be older than any print.
FIRST_YEAR = 1000
# Publishers date ahead: what comes out in autumn bears the next year.
YEARS_AHEAD = 2


def last_year() -> int:
    """The last year that a publication can bear today."""
    return datetime.now(tz=UTC).year + YEARS_AHEAD


def plausible_year(year: int | None) -> int | None:
    """The year, if a publication can bear it."""
    return year if year is not None and FIRST_YEAR <= year <= last_year() else None
