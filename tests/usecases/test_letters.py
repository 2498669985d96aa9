"""Letters: each step on its day with a clock that stands still, and all of it undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hallway.domain.errors import Refused
from hallway.domain.letters import Addressee, Letter, Next, Stage, due
from hallway.store.interactions import TimelineFilter
from hallway.usecases import interactions, letters
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything, move_clock

DEADLINE = TODAY + timedelta(weeks=8)


def wanted(desk: Desk, **more: object) -> tuple[int, int]:
    """A letter by Greta for a grant, wanted in eight weeks."""
    greta = add_person(desk, "Greta Solheim")
    new = Letter("the Ridderkerk grant", greta, addressees=(Addressee("Ridderkerk Fund", DEADLINE),), **more)  # type: ignore[arg-type]
    return desk.do(letters.add, new).value, greta


def what_is_due(desk: Desk) -> list[Next]:
    return [what.what for _, what in desk.ask(letters.due_today)]


def test_each_step_comes_on_its_day(desk: Desk) -> None:
    id_, greta = wanted(desk)
    assert what_is_due(desk) == []
    move_clock(desk, 13)
    assert what_is_due(desk) == []
    move_clock(desk, 1)
    assert what_is_due(desk) == [Next.ASK], "six weeks ahead"
    desk.do(letters.done, id_, Next.ASK, "Would you write for me?")
    assert what_is_due(desk) == []
    desk.do(letters.agreed, id_)
    move_clock(desk, 27)
    assert what_is_due(desk) == []
    move_clock(desk, 1)
    assert what_is_due(desk) == [Next.MATERIALS], "two weeks ahead"
    desk.do(letters.done, id_, Next.MATERIALS)
    assert what_is_due(desk) == []
    move_clock(desk, 7)
    assert what_is_due(desk) == [Next.REMIND], "one week ahead"
    move_clock(desk, 5)
    assert what_is_due(desk) == [Next.REMIND], "two days ahead"
    letter = desk.ask(letters.get, id_)
    desk.do(letters.sent, id_, letter.addressees[0].id, desk.clock.today())
    assert what_is_due(desk) == []
    move_clock(desk, 1)
    assert what_is_due(desk) == [Next.THANK]
    desk.do(letters.done, id_, Next.THANK, "Thank you")
    assert what_is_due(desk) == []
    move_clock(desk, 60)
    desk.do(letters.change, replace(desk.ask(letters.get, id_), outcome="I got it"))
    assert what_is_due(desk) == [Next.TELL]
    desk.do(letters.done, id_, Next.TELL)
    assert what_is_due(desk) == [] and desk.ask(letters.get, id_).stage is Stage.TOLD
    said = [one.summary for one in desk.ask(interactions.timeline, TimelineFilter())]
    assert "Would you write for me?" in said and "Thank you" in said and len(said) == 4
    assert desk.ask(letters.of_person, greta)[0].id == id_


def test_everything_is_taken_back(desk: Desk) -> None:
    id_, _ = wanted(desk)
    states = [everything(desk)]
    for what in (Next.ASK, Next.MATERIALS, Next.THANK, Next.TELL):
        desk.do(letters.done, id_, what)
        states.append(everything(desk))
    for state in reversed(states[:-1]):
        desk.undo()
        assert everything(desk) == state


def test_without_a_writer_one_is_asked_to_choose(desk: Desk) -> None:
    desk.do(letters.add, Letter("the programme", addressees=(Addressee("Uni Lund", TODAY + timedelta(weeks=3)),)))
    assert what_is_due(desk) == [Next.CHOOSE]
    with pytest.raises(Refused, match="who writes"):
        desk.do(letters.done, 1, Next.ASK)


def test_a_no_is_fine_and_the_letter_waits_for_somebody_else(desk: Desk) -> None:
    id_, _ = wanted(desk)
    desk.do(letters.done, id_, Next.ASK)
    desk.do(letters.declined, id_)
    letter = desk.ask(letters.get, id_)
    assert letter.stage is Stage.IDEA and letter.person_id is None


def test_a_letter_without_a_purpose_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="what the letter is for"):
        desk.do(letters.add, Letter(" "))


@pytest.mark.parametrize("days", range(-3, 60))
def test_nothing_is_due_once_it_is_not_needed_or_the_day_has_passed(days: int) -> None:
    on = DEADLINE - timedelta(days=days)
    letter = Letter("x", 1, addressees=(Addressee("y", DEADLINE),), closed_on=TODAY)
    assert due(letter, on) is None
    waits = Letter("x", 1, addressees=(Addressee("y", DEADLINE),))
    assert (due(waits, on) is not None) == (0 <= days <= 42)


def test_several_addressees_go_by_the_first_that_is_left(desk: Desk) -> None:
    first, second = Addressee("A", date(2026, 8, 1)), Addressee("B", date(2026, 9, 1))
    letter = Letter("x", 1, addressees=(first, second))
    assert letter.deadline == date(2026, 8, 1) and letter.sent_on is None
    half = Letter("x", 1, addressees=(Addressee("A", date(2026, 8, 1), sent_on=TODAY), second))
    assert half.deadline == date(2026, 9, 1) and half.sent_on is None


def test_the_page_for_the_writer_holds_the_deadlines_and_what_they_know(desk: Desk) -> None:
    id_, _ = wanted(desk, knows="Two years in your group\nThe shade study")
    sheet = desk.ask(letters.for_writer, id_)
    assert sheet.title == "A letter for the Ridderkerk grant"
    assert sheet.sections[0].lines == ("Ridderkerk Fund, by 12 August 2026",)
    assert sheet.sections[1].lines == ("Two years in your group", "The shade study")
