"""Holding back the search for garbage ends with the work it was held back for."""

from __future__ import annotations

import gc

import pytest

from birge.core.memory import fewer_collections


def test_thresholds_are_raised_and_put_back() -> None:
    before = gc.get_threshold()
    with fewer_collections():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_a_failure_puts_them_back_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), fewer_collections():
        raise RuntimeError
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
