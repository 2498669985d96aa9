"""The list of what to do before an event, among the notes on it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.events import Event
from hallway.domain.preparing import SHORT, USUAL, Ready, lines_of, usual, with_lines, without_lines

DAY = date(2026, 6, 17)
NOTES = "The aula is upstairs.\n- [ ] Photos\n- [x] My card\n\nTram 4."

words = some.text("abc []-*x ", min_size=1, max_size=12).map(lambda one: " ".join(one.split())).filter(bool)
lists = some.lists(some.builds(Ready, words, some.booleans()), max_size=5)
notes = some.lists(some.text("ab -[]x", max_size=8), max_size=6).map("\n".join)


def test_lines_are_found_and_the_rest_is_left_alone() -> None:
    assert lines_of(NOTES) == (Ready("Photos"), Ready("My card", True))
    changed = with_lines(NOTES, [Ready("Photos", True)])
    assert changed == "The aula is upstairs.\n- [x] Photos\n\nTram 4."
    assert without_lines(NOTES) == "The aula is upstairs.\n\nTram 4."


def test_a_first_list_goes_below_the_notes() -> None:
    assert with_lines("Tram 4.", [Ready("Photos")]) == "Tram 4.\n\n- [ ] Photos"
    assert with_lines("", [Ready("Photos")]) == "- [ ] Photos"


@given(notes, lists)
def test_what_is_written_is_read_again(text: str, lines: list[Ready]) -> None:
    kept = with_lines(text, lines)
    assert list(lines_of(kept)) == lines
    assert with_lines(kept, lines) == kept


def test_an_evening_asks_for_less() -> None:
    conference = Event("CityClim", DAY, DAY, kind="conference")
    assert [one.words for one in usual(conference)] == list(USUAL)
    assert [one.words for one in usual(Event("Dinner", DAY, DAY, kind="dinner"))] == list(SHORT)
