"""Times of day in words, and what ends past midnight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.clock_words import ends_next_day, read_time


@pytest.mark.parametrize(
    ("words", "time"),
    [("9:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), ("9h30", "09:30"), ("9h", "09:00"), (" 9 ", "09:00"),
     ("23:59", "23:59"), ("", ""), ("24:00", None), ("9:60", None), ("later", None), ("-1:00", None), ("٣:٣٠", None)],
)  # fmt: skip
def test_times_are_read(words: str, time: str | None) -> None:
    assert read_time(words) == time


@given(some.times())
def test_a_time_reads_as_itself(time: object) -> None:
    assert read_time(f"{time:%H:%M}") == f"{time:%H:%M}"


def test_only_what_ends_in_the_small_hours_runs_past_midnight() -> None:
    assert ends_next_day("21:00", "01:30")
    assert not ends_next_day("21:00", "20:00")
    assert not ends_next_day("21:00", "22:00")
    assert not ends_next_day("21:00", "")
