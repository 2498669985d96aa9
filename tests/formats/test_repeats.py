"""Rules of repetition: beside another implementation, and kept within bounds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hallway.formats.repeats import TooOften, days, read_rule
from tests.quickness import quick

START = date(2026, 1, 7)
"""A Wednesday."""


def of(rule: str, count: int = 6, start: date = START, first: date = START) -> list[str]:
    found = days(read_rule(rule), start, first, first + timedelta(days=800))
    return [day.isoformat() for day, _ in zip(found, range(count), strict=False)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY", ["2026-01-07", "2026-01-14", "2026-01-21"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", ["2026-01-07", "2026-01-19", "2026-01-21"]),
        ("FREQ=MONTHLY;BYDAY=1WE", ["2026-01-07", "2026-02-04", "2026-03-04"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-01-30", "2026-02-27", "2026-03-27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-01-30", "2026-02-27", "2026-03-31"]),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=2TH", ["2026-06-11", "2027-06-10"]),
        ("FREQ=DAILY;COUNT=2", ["2026-01-07", "2026-01-08"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", []),
    ],
)
def test_rules_are_followed(rule: str, expected: list[str]) -> None:
    assert of(rule, 3) == expected


def test_a_count_is_counted_from_the_start_and_the_window_shows_what_is_left() -> None:
    found = days(read_rule("FREQ=WEEKLY;COUNT=5"), START, START + timedelta(days=20), START + timedelta(days=99))
    assert [day.isoformat() for day in found] == ["2026-01-28", "2026-02-04"]


rules = some.builds(
    lambda frequency, interval, extra, end: ";".join(
        (f"FREQ={frequency}", f"INTERVAL={interval}", *extra, *((end,) if end else ()))
    ),
    some.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    some.integers(1, 4),
    some.sampled_from([
        (), ("BYDAY=MO,TH",), ("BYMONTHDAY=1,15,-1",), ("BYMONTH=2,6",), ("BYMONTH=6", "BYDAY=SU"),
        ("BYDAY=MO,TU,WE,TH,FR", "BYMONTH=3"), ("BYDAY=WE", "BYMONTHDAY=7,14"), ("WKST=SU", "BYDAY=SU,MO"),
    ]),
    some.sampled_from(["", "COUNT=1", "COUNT=7"]),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(rules, some.dates(date(2020, 1, 1), date(2026, 12, 31)), some.integers(0, 400))
def test_another_implementation_finds_the_same_days(rule: str, start: date, later: int) -> None:
    dateutil = pytest.importorskip("dateutil.rrule")
    first = start + timedelta(days=later)
    last = first + timedelta(days=730)
    begin, until = datetime(start.year, start.month, start.day), datetime(last.year, last.month, last.day)
    theirs = [at.date() for at in dateutil.rrulestr(rule, dtstart=begin).between(begin, until, inc=True)]
    assert list(days(read_rule(rule), start, first, last)) == [day for day in theirs if first <= day]


@pytest.mark.parametrize(
    "rule",
    ["", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=100000000000", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=10001",
     "FREQ=DAILY;COUNT=5001", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;BYHOUR=9,10", "FREQ=YEARLY;BYWEEKNO=20",
     "FREQ=WEEKLY;BYDAY=5000MO", "FREQ=WEEKLY;BYDAY=", "FREQ=DAILY;FREQ=DAILY", "COUNT=3", "FREQ=DAILY;COUNT=٣",
     "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 900), "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYYEARDAY=1"],
)  # fmt: skip
def test_what_is_not_followed_is_refused(rule: str) -> None:
    if rule == "FREQ=WEEKLY;BYDAY=":
        assert read_rule(rule).by_day == ()
        return
    with pytest.raises(TooOften):
        read_rule(rule)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;INTERVAL=10000;COUNT=5000", "FREQ=WEEKLY;BYDAY=53MO",
     "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=5000", "FREQ=DAILY;COUNT=5000;BYSETPOS=366"],
)  # fmt: skip
@pytest.mark.parametrize("start", [date(1, 1, 1), date(1975, 1, 1), date(2026, 1, 1), date(9999, 12, 31)])
def test_no_rule_takes_long(rule: str, start: date) -> None:
    with quick(0.2):
        try:
            found = list(days(read_rule(rule), start, date(2025, 6, 17), date(2027, 6, 17)))
        except TooOften:
            found = []
        assert len(found) <= 800
