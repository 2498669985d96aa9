"""Words into days: what reads, what does not, and what is found in running text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.date_words import find_day, read_day

TODAY = date(2026, 6, 23)  # a Tuesday

READS = {
    "today": date(2026, 6, 23),
    "Tomorrow": date(2026, 6, 24),
    "tom": date(2026, 6, 24),
    "yesterday": date(2026, 6, 22),
    "the day after tomorrow": date(2026, 6, 25),
    "fri": date(2026, 6, 26),
    "Friday": date(2026, 6, 26),
    "by Friday": date(2026, 6, 26),
    "mon": date(2026, 6, 29),
    "tue": date(2026, 6, 30),
    "Tuesday": date(2026, 6, 30),
    "next fri": date(2026, 7, 3),
    "last fri": date(2026, 6, 19),
    "last tue": date(2026, 6, 16),
    "next week": date(2026, 6, 29),
    "next month": date(2026, 7, 1),
    "in 3 weeks": date(2026, 7, 14),
    "in 6 weeks": date(2026, 8, 4),
    "in three weeks": date(2026, 7, 14),
    "in a week": date(2026, 6, 30),
    "3w": date(2026, 7, 14),
    "2 m": date(2026, 8, 23),
    "10 d": date(2026, 7, 3),
    "1 y": date(2027, 6, 23),
    "2 weeks from now": date(2026, 7, 7),
    "4 days ago": date(2026, 6, 19),
    "a month ago": date(2026, 5, 23),
    "+3": date(2026, 6, 26),
    "+3 days": date(2026, 6, 26),
    "-1": date(2026, 6, 22),
    "−2w": date(2026, 6, 9),
    "end of month": date(2026, 6, 30),
    "end of the month": date(2026, 6, 30),
    "end of next month": date(2026, 7, 31),
    "end of year": date(2026, 12, 31),
    "end of January": date(2027, 1, 31),
    "mid January": date(2027, 1, 15),
    "4 aug": date(2026, 8, 4),
    "4th of August": date(2026, 8, 4),
    "aug 4": date(2026, 8, 4),
    "August 4th, 2027": date(2027, 8, 4),
    "4 Aug. 2026": date(2026, 8, 4),
    "4 mar": date(2027, 3, 4),
    "23 June": date(2026, 6, 23),
    "22 June": date(2027, 6, 22),
    "29 feb": date(2028, 2, 29),
    "4 aug 2025": date(2025, 8, 4),
    "7-Feb-22": date(2022, 2, 7),
    "aug 2027": date(2027, 8, 1),
    "2027": date(2027, 1, 1),
    "4/8": date(2026, 8, 4),
    "8/25": date(2026, 8, 25),
    "4/8/2027": date(2027, 8, 4),
    "12.3.2026": date(2026, 3, 12),
    "12.3.": date(2027, 3, 12),
    "2026-08-04": date(2026, 8, 4),
    "20260804": date(2026, 8, 4),
    "Tuesday 4 August": date(2026, 8, 4),
    "Fri, 26 Jun": date(2026, 6, 26),
    "Tue 16 June": date(2026, 6, 16),
}


@pytest.mark.parametrize(("text", "day"), READS.items())
def test_phrase_reads(text: str, day: date) -> None:
    reading = read_day(text, TODAY)
    assert reading.day == day
    assert reading.choices[0] == day
    assert reading.suggestion == ""


@pytest.mark.parametrize(
    "text",
    ["", "   ", "15", "poster 15", "heat", "31 feb", "31.2.2026", "0/0/00", "13/13", "2026-13-01", "in 99999 y",
     "in 0 parsecs", "Monday 4 August", "fri fri", "999", "+", "week", "every 3 months", "12/2026/3",
     "²", "9999-99-99"],
)  # fmt: skip
def test_phrase_does_not_read(text: str) -> None:
    reading = read_day(text, TODAY)
    assert (reading.day, reading.choices) == (None, ())


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("fry", "fri"), ("tomorow", "tomorrow"), ("in 3 weaks", "in 3 weeks"), ("4 agu", "4 aug"), ("nxt fri", "next fri"),
     ("wensday", "wednesday"), ("end of mnth", "end of month"), ("xyzzy", ""), ("15", ""), ("31 feb", "")],
)  # fmt: skip
def test_near_miss_gets_a_suggestion_that_reads(text: str, suggestion: str) -> None:
    assert read_day(text, TODAY).suggestion == suggestion
    if suggestion:
        assert read_day(suggestion, TODAY).day is not None


def test_locale_decides_the_order_of_numbers() -> None:
    assert read_day("4/8", TODAY, day_first=False).day == date(2027, 4, 8)
    undecided = read_day("4/8", TODAY, day_first=None)
    assert (undecided.day, undecided.choices) == (None, (date(2026, 8, 4), date(2027, 4, 8)))
    assert read_day("25/8", TODAY, day_first=None).day == date(2026, 8, 25)
    assert read_day("25/8", TODAY, day_first=False).day == date(2026, 8, 25)
    assert read_day("7/7", TODAY, day_first=None).day == date(2026, 7, 7)


def test_next_weekday_offers_the_coming_one_beside_it() -> None:
    assert read_day("next fri", TODAY).choices == (date(2026, 7, 3), date(2026, 6, 26))
    assert read_day("next tuesday", date(2026, 11, 22)).choices == (date(2026, 11, 24),)


def test_steps_start_from_the_shown_day() -> None:
    assert read_day("+3", TODAY, shown=date(2026, 8, 4)).day == date(2026, 8, 7)
    assert read_day("- 1w", TODAY, shown=date(2026, 8, 4)).day == date(2026, 7, 28)
    assert read_day("+1m", TODAY, shown=date(2026, 1, 31)).day == date(2026, 2, 28)


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 6))
def test_bare_weekday_is_in_the_coming_seven_days(today: date, index: int) -> None:
    word = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][index]
    day = read_day(word, today).day
    assert day is not None and day.weekday() == index
    assert 1 <= (day - today).days <= 7


@given(st.text(max_size=40), st.dates())
def test_any_text_is_answered(text: str, today: date) -> None:
    reading = read_day(text, today)
    assert reading.day is None or reading.day == reading.choices[0]
    found = find_day(text, today)
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.sampled_from(sorted(READS)), st.dates(date(1950, 1, 1), date(2900, 1, 1)))
def test_every_phrase_reads_on_any_day(text: str, today: date) -> None:
    if text not in {"Tuesday 4 August", "Fri, 26 Jun", "Tue 16 June"}:
        assert read_day(text, today).day is not None


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("send her the R code by Friday", "by Friday", date(2026, 6, 26)),
        ("send the paper fri", "fri", date(2026, 6, 26)),
        ("send it tomorrow, please", "tomorrow", date(2026, 6, 24)),
        ("call him on 4 aug about it", "on 4 aug", date(2026, 8, 4)),
        ("write in 2 weeks", "in 2 weeks", date(2026, 7, 7)),
        ("ask again in 3w", "in 3w", date(2026, 7, 14)),
        ("due 2026-08-04", "2026-08-04", date(2026, 8, 4)),
        ("reply next week if possible", "next week", date(2026, 6, 29)),
        ("before the end of the month", "the end of the month", None),
        ("send slides by the end of month", "end of month", date(2026, 6, 30)),
        ("meet Aug 4th, 2026 there", "Aug 4th, 2026", date(2026, 8, 4)),
        ("share it by 4/8", "by 4/8", date(2026, 8, 4)),
        ("call sat", "sat", date(2026, 6, 27)),
        ("call on Sat about it", "on Sat", date(2026, 6, 27)),
    ],
)
def test_phrase_is_found_in_a_line(text: str, phrase: str, day: date | None) -> None:
    found = find_day(text, TODAY)
    assert found is not None
    assert phrase in text[found.start : found.end] or text[found.start : found.end] in phrase
    assert day is None or found.day == day


@pytest.mark.parametrize(
    "text",
    ["poster 15", "room 4", "introduce her to Tom", "2 m wide corridor", "we sat together", "the sun", "version 2.1",
     "may be useful", "ask April", "march on", "chapter 4/8", "friday@work.example", "Fridays for Future", "1.2.3",
     "in 2 papers", "10 d", "sunday-school", "#fri", "the year 2027", ""],
)  # fmt: skip
def test_nothing_is_found_where_no_date_is_sure(text: str) -> None:
    assert find_day(text, TODAY) is None


def test_found_span_is_only_the_phrase() -> None:
    text = "send the paper fri"
    found = find_day(text, date(2026, 6, 16))
    assert found is not None
    assert (text[found.start : found.end], found.day) == ("fri", date(2026, 6, 19))


def test_reading_steps_one_day_at_a_time() -> None:
    for count in range(1, 60):
        assert read_day(f"+{count}", TODAY).day == TODAY + timedelta(count)
