"""A captured line on disk: several people in one step, whose address is whose, and where one is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hallway.domain.capture import Told
from hallway.domain.errors import Refused
from hallway.usecases import capturing, history, interactions, people, promises
from hallway.usecases.capturing import NOWHERE, Line, Wanted
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_person, everything, move_clock

BOTH = "Ana Ruiz and Bo Lindqvist, @CERN, send both the paper fri"


def save(desk: Desk, text: str, **more: object) -> tuple[int, ...]:
    return desk.do(capturing.save_all, Wanted(Line(text), **more)).value  # type: ignore[arg-type]


def test_two_people_one_step(desk: Desk) -> None:
    before = everything(desk)
    ids = save(desk, BOTH)
    ana, bo = (desk.ask(people.person, id_) for id_ in ids)
    assert (ana.name, bo.name) == ("Ana Ruiz", "Bo Lindqvist")
    assert ana.affiliations[0].organisation == bo.affiliations[0].organisation == "CERN"
    for id_ in ids:
        assert [one.text for one in desk.ask(promises.of_person, id_)] == ["Send both the paper"]
    after = everything(desk)
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after


def test_they_were_met_together_once(desk: Desk) -> None:
    ids = save(desk, BOTH)
    (met,) = desk.ask(interactions.timeline, TimelineFilter())
    assert {one.person_id for one in met.people} == set(ids)


def test_the_step_is_called_after_both(desk: Desk) -> None:
    save(desk, BOTH)
    assert desk.ask(history.listed)[0].label == "Met Ana Ruiz and Bo Lindqvist"


def test_one_person_when_told_so(desk: Desk) -> None:
    (id_,) = desk.do(capturing.save_all, Wanted(Line("Ana and Bo, @CERN", several=False))).value
    assert desk.ask(people.person, id_).name == "Ana and Bo"


def test_an_address_goes_to_whom_it_names(desk: Desk) -> None:
    ana, bo = save(desk, "Ana Ruiz and Bo Lindqvist, bo.lindqvist@ostra.example")
    assert desk.ask(people.person, ana).emails == ()
    assert [mail.address for mail in desk.ask(people.person, bo).emails] == ["bo.lindqvist@ostra.example"]


def test_an_address_of_neither_stays_with_what_was_talked_about(desk: Desk) -> None:
    ana, bo = save(desk, "Ana Ruiz and Bo Lindqvist, info@ostra.example")
    assert not desk.ask(people.person, ana).emails and not desk.ask(people.person, bo).emails
    assert desk.ask(interactions.timeline, TimelineFilter())[0].summary == "info@ostra.example"


def test_one_of_two_is_somebody_known(desk: Desk) -> None:
    bo = add_person(desk, "Bo Lindqvist")
    ids = save(desk, BOTH, known=(None, bo))
    assert ids[1] == bo
    assert desk.ask(people.count) == 2
    assert desk.ask(people.person, bo).affiliations[0].organisation == "CERN"


def test_what_the_user_told_holds(desk: Desk) -> None:
    line = Line("Ana Ruiz, Ocean Modelling, nice talk", (Told("Ocean Modelling", "organisation"),))
    (id_,) = desk.do(capturing.save_all, Wanted(line)).value
    assert desk.ask(people.person, id_).affiliations[0].organisation == "Ocean Modelling"


def test_a_card_goes_with_the_first_and_with_undo(desk: Desk) -> None:
    ana, bo = save(desk, BOTH, card=b"picture")
    assert desk.ask(capturing.card, ana) == b"picture"
    assert desk.ask(capturing.card, bo) is None
    desk.undo()
    assert desk.ask(capturing.card, ana) is None


def test_a_line_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="name is needed"):
        save(desk, ", @CERN")


@pytest.fixture
def two_events(desk: Desk) -> tuple[int, int]:
    """Two events that run today."""
    return add_event(desk, "Looms 2026"), add_event(desk, "School of Weaving", start_on=TODAY - timedelta(days=1))


def test_with_one_event_there_is_nothing_to_ask(desk: Desk) -> None:
    add_event(desk)
    place = desk.ask(capturing.where, desk.clock.now())
    assert place.event is not None and not place.asks


def test_of_two_events_the_choice_holds_for_an_hour(desk: Desk, two_events: tuple[int, int]) -> None:
    assert desk.ask(capturing.where, desk.clock.now()).asks
    desk.do(capturing.choose_event, two_events[1])
    now = desk.clock.now()
    for minutes, asks in ((0, False), (59, False), (61, True), (-5, True)):
        place = desk.ask(capturing.where, now + timedelta(minutes=minutes))
        assert place.asks is asks
        assert asks or (place.event is not None and place.event.id == two_events[1])


def test_the_choice_is_no_step_of_the_history(desk: Desk, two_events: tuple[int, int]) -> None:
    before = len(desk.ask(history.listed))
    desk.do(capturing.choose_event, two_events[1])
    assert len(desk.ask(history.listed)) == before
    (id_,) = save(desk, "Ana Ruiz")
    assert desk.ask(people.person, id_).met_event == "School of Weaving"
    desk.undo()
    assert not desk.ask(capturing.where, desk.clock.now()).asks


def test_somewhere_else_is_remembered_too(desk: Desk, two_events: tuple[int, int]) -> None:
    desk.do(capturing.choose_event, NOWHERE)
    place = desk.ask(capturing.where, desk.clock.now())
    assert place.event is None and not place.asks
    (id_,) = save(desk, "Ana Ruiz")
    assert desk.ask(people.person, id_).met_event == ""


def test_an_event_that_is_over_is_no_place_any_longer(desk: Desk, two_events: tuple[int, int]) -> None:
    desk.do(capturing.choose_event, two_events[1])
    move_clock(desk, 1)
    assert desk.ask(capturing.where, desk.clock.now()).running == ()


def test_people_of_the_place_are_named(desk: Desk) -> None:
    add_person(desk, "Adaeze Nwosu", organisation="CERN")
    assert desk.ask(capturing.read, "Ana Ruiz, @CERN").there == ("Adaeze Nwosu",)


def test_a_namesake_is_offered_with_the_place(desk: Desk) -> None:
    add_person(desk, "Ana Ruiz", organisation="CERN", role="Physicist")
    (known, none) = desk.ask(capturing.read, "Ana Ruiz and Bo Lindqvist").known
    assert [(one.name, "CERN" in one.line) for one in known] == [("Ana Ruiz", True)] and none == ()
