"""Partial dates, birthdays, and days put into words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.date_words import read_day
from hallway.domain.dates import say_day, say_distance, short_ago
from hallway.domain.partial_dates import Birthday, PartialDate

TODAY = date(2026, 6, 23)  # a Tuesday
DAYS = st.dates(date(1, 1, 1), date(9990, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-05-12", date(2019, 5, 12), date(2019, 5, 12)),
    ],
)
def test_partial_date_spans_its_days(text: str, first: date, last: date) -> None:
    partial = PartialDate.parse(text)
    assert (partial.first_day(), partial.last_day(), str(partial)) == (first, last, text)


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2019-00", "2019-02-30", "2019-05-00", "2019-5", "May 2019"])
def test_partial_date_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_partial_dates_sort_with_the_less_exact_first() -> None:
    words = ["2019-05-12", "2020", "2019", "2019-05", "2018-12-31", "2019-01-01"]
    assert [str(partial) for partial in sorted(map(PartialDate.parse, words))] == [
        "2018-12-31", "2019", "2019-01-01", "2019-05", "2019-05-12", "2020",
    ]  # fmt: skip


@given(DAYS)
def test_partial_date_of_a_day_reads_back(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))).first_day() == day


@pytest.mark.parametrize("text", ["1980-03-22", "--03-22", "2000-02-29", "--02-29"])
def test_birthday_reads_back(text: str) -> None:
    assert str(Birthday.parse(text)) == text


@pytest.mark.parametrize("text", ["", "03-22", "--13-01", "--02-30", "1981-02-29", "1980", "22.3.1980"])
def test_birthday_refuses_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):
        Birthday.parse(text)


@pytest.mark.parametrize(
    ("birthday", "today", "following"),
    [
        ("--06-23", TODAY, TODAY),
        ("--06-22", TODAY, date(2027, 6, 22)),
        ("1980-12-31", TODAY, date(2026, 12, 31)),
        ("--02-29", date(2026, 2, 28), date(2026, 2, 28)),
        ("--02-29", date(2026, 3, 1), date(2027, 2, 28)),
        ("--02-29", date(2028, 2, 28), date(2028, 2, 29)),
        ("2000-02-29", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_next_birthday(birthday: str, today: date, following: date) -> None:
    assert Birthday.parse(birthday).next_on(today) == following


def test_day_is_said_with_its_year_only_when_another() -> None:
    assert say_day(date(2026, 8, 4), TODAY) == "Tuesday 4 August"
    assert say_day(date(2027, 8, 4), TODAY) == "Wednesday 4 August 2027"
    assert say_day(date(2025, 12, 31), TODAY) == "Wednesday 31 December 2025"


@given(st.dates(date(1001, 1, 1), date(9990, 1, 1)), st.dates(date(1001, 1, 1), date(9900, 1, 1)))
def test_what_is_said_reads_back(day: date, today: date) -> None:
    assert read_day(say_day(day, today), today).day == day


@pytest.mark.parametrize(
    ("days", "words", "short"),
    [
        (0, "today", "today"),
        (1, "tomorrow", "in 1 d"),
        (3, "in 3 days", "in 3 d"),
        (7, "in 1 week", "in 1 wk"),
        (42, "in 6 weeks", "in 6 wk"),
        (-1, "yesterday", "1 d"),
        (-5, "5 days ago", "5 d"),
        (-13, "13 days ago", "13 d"),
        (-14, "2 weeks ago", "2 wk"),
        (-62, "9 weeks ago", "9 wk"),
        (-122, "4 months ago", "4 mo"),
        (-365, "12 months ago", "12 mo"),
        (-731, "2 years ago", "2 y"),
        (-1461, "4 years ago", "4 y"),
    ],
)
def test_distance_in_words(days: int, words: str, short: str) -> None:
    day = TODAY + timedelta(days)
    assert (say_distance(day, TODAY), short_ago(day, TODAY)) == (words, short)


@given(DAYS, DAYS)
def test_distance_never_speaks_of_nothing(day: date, today: date) -> None:
    assert "0 " not in say_distance(day, today).replace("10 ", "").replace("20 ", "") or abs((day - today).days) > 20
    assert say_distance(day, today).startswith("in ") == ((day - today).days > 1)
