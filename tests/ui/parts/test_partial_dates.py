"""Years, months and birthdays in words: what is said reads back to what was kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.partial_dates import Birthday, PartialDate, say_partial
from hallway.ui.parts.partial_dates import read_birthday, read_partial, say_birthday, say_span
from tests.makers import TODAY

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from((4, 7, 10)))
def test_what_is_said_of_a_partial_date_reads_back(day: date, length: int) -> None:
    kept = day.isoformat()[:length]
    assert read_partial(say_partial(kept), TODAY) == kept


@given(DAYS, st.booleans())
def test_what_is_said_of_a_birthday_reads_back(day: date, with_year: bool) -> None:
    kept = str(Birthday(day.month, day.day, day.year if with_year else None))
    assert read_birthday(say_birthday(kept)) == kept


@given(st.text(max_size=30))
def test_any_words_give_a_value_that_parses_or_none(words: str) -> None:
    partial, birthday = read_partial(words, TODAY), read_birthday(words)
    assert partial is None or str(PartialDate.parse(partial)) == partial
    assert birthday is None or str(Birthday.parse(birthday)) == birthday


@pytest.mark.parametrize(
    ("words", "kept"),
    [("2019", "2019"), ("May 2019", "2019-05"), ("5/2019", "2019-05"), ("2019-05-12", "2019-05-12"),
     ("yesterday", "2026-06-16"), ("13/2019", None), ("someday", None), ("0000", None),
     ("spring 2019?", "2019"), ("about May 2019", "2019-05"), ("late 2018", "2018"), ("12 May 2019?", "2019-05-12"),
     ("winter 0000", None), ("May 0000", None), ("fall", None), ("?", None), ("maybe", None)],
)  # fmt: skip
def test_words_for_a_partial_date(words: str, kept: str | None) -> None:
    assert read_partial(words, TODAY) == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [("22 March", "--03-22"), ("22nd of march 1980", "1980-03-22"), ("Mar 3, 1980", "1980-03-03"),
     ("29 February", "--02-29"), ("29 February 1981", None), ("31 April", None), ("March", None)],
)  # fmt: skip
def test_words_for_a_birthday(words: str, kept: str | None) -> None:
    assert read_birthday(words) == kept


def test_spans_are_said_by_years() -> None:
    assert say_span("2017-05", "2023") == "2017–2023"
    assert say_span("2023", "") == "2023, now"
    assert say_span("2023", "2023-11") == "2023"
    assert say_span("", "2020") == "until 2020"
    assert say_span("", "") == ""
