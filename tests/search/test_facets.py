"""Years as bars."""

from __future__ import annotations

import pytest

from birge.search.facets import MOST_BARS, histogram


def test_without_years_there_are_no_bars():
    years = histogram([], 1990, None)
    assert (years.bars, years.min, years.max, years["from"], years["to"]) == (
        (),
        None,
        None,
        1990,
        None,
    )


@pytest.mark.parametrize(
    "counts",
    [
        [(2020, 1)],
        [(1999, 5), (2000, 1)],
        [(1850, 1), (2026, 300)],
        [(0, 1), (9999, 1)],
        [(year, year % 7 + 1) for year in range(1936, 2027)],
    ],
)
def test_bars_cover_all_years_once_and_keep_the_sum(counts):
    years = histogram(counts, None, None)
    assert len(years.bars) <= MOST_BARS
    assert sum(bar.count for bar in years.bars) == sum(number for _year, number in counts)
    assert years.bars[0]["from"] == counts[0][0]
    assert years.bars[-1]["to"] == counts[-1][0]
    for before, after in zip(years.bars, years.bars[1:], strict=False):
        assert after["from"] == before["to"] + 1
    assert max(bar.height for bar in years.bars) == 10
    assert all((bar.height > 0) == (bar.count > 0) for bar in years.bars)


def test_bars_outside_of_the_range_are_off():
    years = histogram([(1990, 1), (2000, 1), (2010, 1)], 2000, 2005)
    assert [bar["from"] for bar in years.bars if not bar.off and bar.count] == [2000]
