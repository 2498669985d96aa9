"""Letters, deadlines and small steps on Today, each on its day with a clock that stands still."""

from __future__ import annotations

from datetime import timedelta

from hallway.domain.letters import Addressee, Letter, Next
from hallway.domain.opportunities import Opportunity, State
from hallway.domain.today import DEADLINE, STEP, Item
from hallway.usecases import letters, opportunities, today
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, everything, move_clock


def items(desk: Desk) -> list[Item]:
    return [item for item in desk.ask(today.due) if item.kind in today.ABOUT_DOORS]


def test_every_step_of_a_letter_has_its_kind() -> None:
    assert frozenset(map(str, Next)) == today.ABOUT_LETTERS


def test_a_letter_is_asked_for_and_reminded_of_twice(desk: Desk) -> None:
    greta = add_person(desk, "Greta Solheim")
    goes_to = (Addressee("Fund", TODAY + timedelta(weeks=6)),)
    desk.do(letters.add, Letter("the grant", greta, addressees=goes_to))
    (ask,) = items(desk)
    assert (ask.kind, ask.person_id, ask.title) == (Next.ASK, greta, "Ask Greta Solheim for a letter")
    assert ask.why.startswith("For the grant. It is wanted by") and "A no is completely fine" in ask.draft
    before = everything(desk)
    desk.do(today.done, ask, "Would you?")
    assert items(desk) == []
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    move_clock(desk, 28)
    (materials,) = items(desk)
    desk.do(today.done, materials)
    for days in (7, 5):
        move_clock(desk, days)
        (remind,) = items(desk)
        assert remind.kind == Next.REMIND
        desk.do(today.done, remind)
        assert items(desk) == []


def test_a_letter_without_a_writer_waits_a_day_when_looked_at(desk: Desk) -> None:
    desk.do(letters.add, Letter("the grant", addressees=(Addressee("Fund", TODAY + timedelta(weeks=3)),)))
    (choose,) = items(desk)
    assert choose.kind == Next.CHOOSE and choose.person_id == 0
    desk.do(today.done, choose)
    assert items(desk) == []
    move_clock(desk, 1)
    assert [item.kind for item in items(desk)] == [Next.CHOOSE]


def test_a_deadline_shows_a_week_ahead_and_is_handed_in(desk: Desk) -> None:
    id_ = desk.do(opportunities.add, Opportunity("The grant", deadline=TODAY + timedelta(days=8))).value
    assert items(desk) == []
    move_clock(desk, 1)
    (item,) = items(desk)
    assert (item.kind, item.title) == (DEADLINE, "The grant closes in 7 days")
    desk.do(today.another_day, item, desk.clock.today() + timedelta(days=2))
    assert items(desk) == []
    move_clock(desk, 6)
    assert [one.title for one in items(desk)] == ["The grant closes tomorrow"]
    desk.do(today.done, items(desk)[0])
    assert desk.ask(opportunities.get, id_).state is State.HANDED_IN and items(desk) == []
    desk.undo()
    move_clock(desk, 2)
    assert items(desk) == [], "a day that has passed asks for nothing"


def test_a_small_step_is_ticked_from_today(desk: Desk) -> None:
    id_ = desk.do(opportunities.add, Opportunity("The grant")).value
    desk.do(opportunities.add_step, id_, "Read the call", TODAY)
    desk.do(opportunities.add_step, id_, "Later", TODAY + timedelta(days=1))
    (item,) = items(desk)
    assert (item.kind, item.title, item.about_id) == (STEP, "Read the call", id_)
    desk.do(today.not_needed, item)
    assert items(desk) == []
    desk.undo()
    desk.do(today.done, items(desk)[0])
    assert items(desk) == [] and desk.ask(opportunities.get, id_).steps[0].done_on == TODAY


def test_what_was_let_go_asks_for_nothing(desk: Desk) -> None:
    id_ = desk.do(opportunities.add, Opportunity("The grant", deadline=TODAY)).value
    assert len(items(desk)) == 1
    desk.do(opportunities.set_state, id_, State.LET_GO)
    assert items(desk) == []
