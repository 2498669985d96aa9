"""What was let go: it waits for thirty days, comes back whole, and is then forgotten in one step."""

from __future__ import annotations

import pytest

from hallway.domain import errors
from hallway.usecases import events, organisations, people, trash
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, everything, move_clock


def listed(desk: Desk) -> list[tuple[str, str, int]]:
    return [(one.kind, one.name, one.days_left) for one in desk.ask(trash.listed)]


def test_nothing_was_let_go_in_the_beginning(desk: Desk) -> None:
    add_person(desk)
    add_event(desk)
    assert listed(desk) == [] and desk.ask(trash.count) == 0
    assert not desk.ask(trash.holds_old)


def test_what_was_let_go_stands_there_with_the_newest_first(desk: Desk) -> None:
    ada, looms = add_person(desk, "Ada"), add_event(desk, "Looms")
    desk.do(people.let_go, [ada])
    move_clock(desk, 10)
    desk.do(events.remove, looms)
    assert listed(desk) == [("event", "Looms", 30), ("person", "Ada", 20)]
    assert [one.on for one in desk.ask(trash.listed)][1] == TODAY
    assert desk.ask(trash.count) == 2


def test_everything_comes_back_whole(desk: Desk) -> None:
    looms = add_event(desk, "Looms")
    ada = add_person(desk, "Ada", met_event_id=looms)
    add_moment(desk, ada, event_id=looms, summary="warp and weft")
    before = everything(desk)
    desk.do(people.let_go, [ada])
    desk.do(events.remove, looms)
    assert desk.do(trash.bring_back, "person", ada).changes.label == "Brought back Ada"
    assert desk.do(trash.bring_back, "event", looms).changes.label == "Brought back Looms"
    assert everything(desk) == before
    assert listed(desk) == []


def test_an_organisation_waits_and_comes_back_as_well(desk: Desk) -> None:
    lund = desk.do(organisations.add, "Uni Lund").value
    before = everything(desk)
    desk.do(organisations.let_go, lund)
    move_clock(desk, 30)
    assert listed(desk) == [("organisation", "Uni Lund", 0)]
    assert desk.do(trash.bring_back, "organisation", lund).changes.label == "Brought back Uni Lund"
    assert everything(desk) == before
    desk.do(organisations.let_go, lund)
    move_clock(desk, 31)
    assert desk.ask(trash.holds_old)
    assert desk.do(trash.empty_old).value == 1
    with pytest.raises(errors.NotFound):
        desk.do(trash.bring_back, "organisation", lund)


def test_an_organisation_that_somebody_is_at_is_never_forgotten(desk: Desk) -> None:
    add_person(desk, "Ada", organisation="Uni Lund")
    desk.do(organisations.let_go, desk.ask(organisations.listed)[0].id)
    move_clock(desk, 400)
    assert not desk.ask(trash.holds_old)
    assert desk.do(trash.empty_old).value == 0
    assert [(one.name, one.stays) for one in desk.ask(trash.listed)] == [("Uni Lund", True)]


@pytest.mark.parametrize("kind", ["person", "event", "organisation", "thing"])
def test_what_is_forgotten_does_not_come_back(desk: Desk, kind: str) -> None:
    with pytest.raises(errors.NotFound):
        desk.do(trash.bring_back, kind, 99)


def test_thirty_days_are_waited_and_not_one_more(desk: Desk) -> None:
    ada, looms, bo = add_person(desk, "Ada"), add_event(desk, "Looms"), add_person(desk, "Bo")
    desk.do(people.let_go, [ada])
    desk.do(events.remove, looms)
    move_clock(desk, 5)
    desk.do(people.let_go, [bo])
    move_clock(desk, 25)
    assert not desk.ask(trash.holds_old)
    assert not desk.do(trash.empty_old).changes
    assert ("person", "Ada", 0) in listed(desk)
    move_clock(desk, 1)
    assert desk.ask(trash.holds_old)
    before = everything(desk)
    done = desk.do(trash.empty_old)
    assert (done.value, done.changes.label) == (2, "Forgot what was let go 30 days ago")
    assert listed(desk) == [("person", "Bo", 4)]
    for forgotten, ask in ((ada, people.person), (looms, events.page_of)):
        with pytest.raises(errors.NotFound):
            desk.ask(ask, forgotten)
    desk.undo()
    assert everything(desk) == before


def test_forgetting_an_event_keeps_people_and_moments(desk: Desk) -> None:
    looms = add_event(desk, "Looms")
    ada = add_person(desk, met_event_id=looms)
    add_moment(desk, ada, event_id=looms)
    desk.do(events.remove, looms)
    move_clock(desk, 31)
    desk.do(trash.empty_old)
    page = desk.ask(people.page_of, ada)
    assert (page.person.met_event_id, page.moments[0].event_id, page.moments[0].event) == (None, None, "")


def test_with_nothing_old_no_step_is_filed(desk: Desk) -> None:
    desk.do(trash.empty_old)
    assert desk.history() == ()
