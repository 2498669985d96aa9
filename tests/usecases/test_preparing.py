"""Getting ready for an event: begun, ticked off, changed, taken back."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.domain.preparing import USUAL, Ready
from hallway.usecases import briefings, events, preparing
from hallway.usecases.desk import Desk
from tests.makers import add_event, everything


def lines(desk: Desk, event: int) -> list[str]:
    return [f"{'x' if one.done else '-'} {one.words}" for one in desk.ask(preparing.of_event, event)]


def test_a_list_is_begun_ticked_and_changed_and_each_step_is_taken_back(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026", kind="conference", notes="Tram 4.")
    before = everything(desk)
    assert desk.do(preparing.begin, event).changes.label == "Began to get ready for Looms 2026"
    assert lines(desk, event) == [f"- {words}" for words in USUAL]
    begun = everything(desk)
    assert desk.do(preparing.tick, event, 2).changes.label == "Ready: Look up their photos"
    desk.do(preparing.add, event, "Borrow the {poster} tube")
    assert desk.do(preparing.tick, event, 6).changes.label == "Ready: Borrow the {poster} tube"
    assert desk.do(preparing.tick, event, 6, False).changes.label == "Open again: Borrow the {poster} tube"
    desk.do(preparing.reword, event, 6, "Buy a tube")
    desk.do(preparing.reword, event, 0, "")
    assert lines(desk, event)[1] == "x Look up their photos"
    assert lines(desk, event)[-1] == "- Buy a tube" and len(lines(desk, event)) == len(USUAL)
    for _ in range(6):
        desk.undo()
    assert everything(desk) == begun
    desk.undo()
    assert everything(desk) == before


def test_beginning_twice_adds_nothing_and_notes_stay(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026", kind="conference", notes="Tram 4.\n- [x] Look up their photos")
    desk.do(preparing.begin, event)
    desk.do(preparing.begin, event)
    assert sorted(one.words for one in desk.ask(preparing.of_event, event)) == sorted(USUAL)
    assert desk.ask(preparing.of_event, event)[0] == Ready("Look up their photos", True)
    assert desk.ask(events.page_of, event).event.notes.startswith("Tram 4.\n")


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026")
    with pytest.raises(errors.Refused):
        desk.do(preparing.add, event, "  ")
    with pytest.raises(errors.NotFound):
        desk.do(preparing.tick, event, 0)
    with pytest.raises(errors.NotFound):
        desk.do(preparing.add, 99, "Photos")


def test_what_is_open_stands_in_the_pack_apart_from_the_notes(desk: Desk) -> None:
    event = add_event(desk, "Looms 2026", notes="Tram 4.\n- [x] My card\n- [ ] Photos")
    (sheet,) = desk.ask(briefings.pack, event)
    sections = {one.heading: one.lines for one in sheet.sections}
    assert sections["Before you go"] == ("Photos",)
    assert sections["Notes"] == ("Tram 4.",)
