"""Whom one wants to meet: written down, caught, met, missed, and who else may be worth it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hallway.domain.errors import Refused
from hallway.domain.interactions import Kind
from hallway.domain.people import NewPerson, Standing
from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.store.work import Work
from hallway.usecases import duplicates, interactions, people, wishes
from hallway.usecases.desk import Desk
from hallway.usecases.interactions import TimelineFilter
from tests.makers import TODAY, add_event, add_moment, add_person, everything, move_clock


def speak(desk: Desk, event_id: int, person_id: int, title: str, starred: bool = False) -> int:
    """Somebody speaks in a new session."""

    def write(step: Work) -> int:
        session = Session(title, TODAY, start_time="10:00", room="Room 2", starred=starred)
        (id_,) = programmes.add(step, event_id, [session])
        programmes.link(step, [(id_, person_id)])
        return id_

    return desk.do(write).value


def test_somebody_new_is_wished_for_and_not_yet_met(desk: Desk) -> None:
    event = add_event(desk)
    wish_id = desk.do(wishes.want_by_name, "Hye-jin Seo", event, "Satellite work").value
    (seen,) = desk.ask(wishes.of_event, event)
    assert (seen.wish.id, seen.wish.person, seen.wish.reason, seen.wish.state) == (
        wish_id, "Hye-jin Seo", "Satellite work", "wanted",
    )  # fmt: skip
    assert desk.ask(people.person, seen.wish.person_id).standing is Standing.NOT_MET


def test_the_same_wish_again_is_the_same_wish(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    first = desk.do(wishes.want, ada, event).value
    desk.do(wishes.let_go, first)
    assert desk.do(wishes.want, ada, event, "Her looms").value == first
    (seen,) = desk.ask(wishes.of_event, event)
    assert (seen.wish.state, seen.wish.reason) == ("wanted", "Her looms")


def test_sessions_fill_in_where_they_can_be_caught(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    desk.do(wishes.want, ada, event)
    session = speak(desk, event, ada, "Looms of today")
    (seen,) = desk.ask(wishes.of_event, event)
    assert [(one.session_id, one.title, one.start_time, one.room) for one in seen.speaks] == [
        (session, "Looms of today", "10:00", "Room 2")
    ]


def test_meeting_somebody_writes_the_entry_and_closes_the_wish_in_one_step(desk: Desk) -> None:
    event = add_event(desk)
    wish_id = desk.do(wishes.want_by_name, "Hye-jin Seo", event).value
    before = everything(desk)
    desk.do(wishes.meet, wish_id)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter(event_id=event))
    (seen,) = desk.ask(wishes.of_event, event)
    person = desk.ask(people.person, seen.wish.person_id)
    assert (entry.kind, seen.wish.state) == (Kind.MET, "met")
    assert (person.standing, person.met_event_id, person.met_on) == (Standing.ACTIVE, event, TODAY.isoformat())
    desk.undo()
    assert everything(desk) == before


def test_a_wish_comes_true_however_the_meeting_is_logged_and_not_by_a_letter(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    desk.do(wishes.want, ada, event)
    add_moment(desk, ada, kind=Kind.MESSAGE)
    assert desk.ask(wishes.of_event, event)[0].wish.state == "wanted"
    add_moment(desk, ada, kind=Kind.CONVERSATION)
    assert desk.ask(wishes.of_event, event)[0].wish.state == "met"


def test_after_the_event_the_meeting_was_on_its_last_day(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    wish_id = desk.do(wishes.want, ada, event).value
    move_clock(desk, 30)
    desk.do(wishes.meet, wish_id)
    (entry,) = desk.ask(interactions.timeline, TimelineFilter(event_id=event))
    assert entry.on <= TODAY + timedelta(days=5)


def test_nobody_introduces_themselves(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    desk.do(wishes.want, ada, event)
    wish = desk.ask(wishes.of_event, event)[0].wish
    with pytest.raises(Refused, match="introduce themselves"):
        desk.do(wishes.change, replace(wish, through_id=ada))


def test_questions_are_kept_one_a_line(desk: Desk) -> None:
    event, ada = add_event(desk), add_person(desk)
    desk.do(wishes.want, ada, event)
    wish = desk.ask(wishes.of_event, event)[0].wish
    desk.do(wishes.change, replace(wish, questions=("How do you fill cloudy nights?", " ", "Why looms?")))
    assert desk.ask(wishes.of_event, event)[0].wish.questions == ("How do you fill cloudy nights?", "Why looms?")


def test_merging_two_people_keeps_the_wishes_of_both(desk: Desk) -> None:
    event = add_event(desk)
    ada, double, bela = add_person(desk), add_person(desk, "Ada L."), add_person(desk, "Bela Bakker")
    desk.do(wishes.want, double, event)
    wish_id = desk.do(wishes.want, bela, event).value
    wish = next(one.wish for one in desk.ask(wishes.of_event, event) if one.wish.id == wish_id)
    desk.do(wishes.change, replace(wish, through_id=double))
    desk.do(duplicates.merge, ada, double, {})
    found = {one.wish.person_id: one.wish.through_id for one in desk.ask(wishes.of_event, event)}
    assert found == {ada: None, bela: ada}


def test_suggestions_say_why_and_leave_out_who_is_on_the_list(desk: Desk) -> None:
    event = add_event(desk)
    close = add_person(desk, "Close Friend", topics=("looms",), groups=("Cohort",))
    stranger = desk.do(wishes.want_by_name, "Star Speaker").value
    star = desk.ask(wishes.at_large)[0].person_id
    topical = desk.do(people.add, _unmet("Topic Speaker", ("looms",))).value
    plain = desk.do(people.add, _unmet("Plain Speaker", ())).value
    for person_id, title, starred in ((star, "Keynote", True), (topical, "Looms", False), (plain, "Other", False)):
        speak(desk, event, person_id, title, starred)
    found = desk.ask(wishes.suggestions, event)
    assert [(one.person, one.why) for one in found] == [
        ("Star Speaker", "Speaks in “Keynote”, which you starred."),
        ("Topic Speaker", "Works on looms, as people close to you do."),
    ]
    desk.do(wishes.want, star, event)
    assert [one.person for one in desk.ask(wishes.suggestions, event)] == ["Topic Speaker"]
    speak(desk, event, close, "Mine")
    assert [name for _, name, _ in desk.ask(wishes.known_there, event)] == ["Close Friend"]
    assert stranger


def _unmet(name: str, topics: tuple[str, ...]) -> NewPerson:
    return NewPerson(name, topics=topics, known=False)
