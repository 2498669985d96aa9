"""Events: coming, running, past, and who was met there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.store import events as store
from hallway.usecases import events, people, searching
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, days_ago, everything, move_clock


def test_everything_given_is_there_again(desk: Desk) -> None:
    event = Event(
        "Looms", days_ago(2), days_ago(-2), source_uid="abc@x", kind="conference", start_time="09:00", end_time="17:30",
        time_zone="Europe/Stockholm", venue="Lund", link="https://looms.example", organiser="Ada",
        notes="bring a poster",
    )  # fmt: skip
    id_ = desk.do(events.add, event).value
    found = desk.ask(events.page_of, id_).event
    assert found == replace(event, id=id_, uid=found.uid)
    assert len(found.uid) == 36


def test_events_are_coming_running_or_past(desk: Desk) -> None:
    for title, start, end in (("past", 9, 1), ("old", 90, 80), ("running", 3, 0), ("today", 0, 0), ("soon", -1, -3)):
        add_event(desk, title, start_on=days_ago(start), end_on=days_ago(end))
    assert [event.title for event in desk.ask(events.coming)] == ["running", "today", "soon"]
    assert [event.title for event in desk.ask(events.past)] == ["past", "old"]
    running = desk.ask(events.running)
    assert running is not None and running.title == "today"
    assert running.is_on(TODAY) and not running.is_on(days_ago(1))


def test_a_page_shows_who_was_met_and_who_was_talked_to(desk: Desk) -> None:
    event = add_event(desk)
    met, talked, gone = (
        add_person(desk, "Ada", met_event_id=event),
        add_person(desk, "Bo"),
        add_person(desk, "Cy", met_event_id=event),
    )
    add_person(desk, "Nobody")
    moment = add_moment(desk, talked, met, event_id=event)
    desk.do(people.let_go, [gone])
    page = desk.ask(events.page_of, event)
    assert [one.name for one in page.people] == ["Ada", "Bo"]
    assert [one.id for one in page.moments] == [moment]
    assert page.event.met == 1


def test_an_event_let_go_is_in_no_list_and_keeps_people_and_moments(desk: Desk) -> None:
    event = add_event(desk, "Looms")
    ada = add_person(desk, met_event_id=event)
    add_moment(desk, ada, event_id=event)
    before = everything(desk)
    assert desk.do(events.remove, event).changes.of("event") == {event}
    assert desk.ask(events.coming) == desk.ask(events.past) == ()
    assert desk.ask(events.running) is None and desk.ask(events.on, TODAY) is None
    page = desk.ask(people.page_of, ada)
    assert (page.person.met_event_id, page.moments[0].event_id) == (event, event)
    assert desk.ask(events.page_of, event).let_go_on == TODAY
    assert desk.undo().label == "Let go of Looms"
    assert everything(desk) == before


def test_an_event_comes_back_as_it_was(desk: Desk) -> None:
    event = add_event(desk, "Looms")
    before = everything(desk)
    desk.do(events.remove, event)
    assert desk.do(events.bring_back, event).changes.label == "Brought back Looms"
    assert everything(desk) == before
    with pytest.raises(errors.NotFound):
        desk.do(events.bring_back, 99)


def test_letting_go_twice_does_not_begin_the_thirty_days_again(desk: Desk) -> None:
    event = add_event(desk)
    desk.do(events.remove, event)
    move_clock(desk, 20)
    assert not desk.do(events.remove, event).changes
    assert desk.ask(events.page_of, event).let_go_on == TODAY


def test_an_event_let_go_is_not_found_by_its_words(desk: Desk) -> None:
    event = add_event(desk, "Weaving days")
    assert [(hit.kind, hit.id) for hit in desk.ask(searching.find, "weav")] == [("event", event)]
    desk.do(events.remove, event)
    assert not desk.ask(searching.find, "weav")


def test_a_file_does_not_bring_an_event_again_that_was_let_go(desk: Desk) -> None:
    gone = add_event(desk, "Looms", source_uid="abc@x")
    desk.do(events.remove, gone)
    for find in (lambda look: store.by_source_uid(look, "abc@x"), lambda look: store.same(look, "Looms", TODAY)):
        found = desk.ask(find)
        assert found is not None and found.id == gone
    there = add_event(desk, "Looms", source_uid="abc@x")
    again = desk.ask(store.same, "Looms", TODAY)
    assert again is not None and again.id == there


@pytest.mark.parametrize("bad", [
    {"title": " "}, {"end_on": days_ago(1)}, {"start_time": "9:30"}, {"end_time": "24:00"}, {"start_time": "noon"},
], ids=str)  # fmt: skip
def test_what_makes_no_sense_is_refused(desk: Desk, bad: dict[str, Any]) -> None:
    event = add_event(desk)
    before = everything(desk)
    with pytest.raises(errors.Refused):
        add_event(desk, **bad)
    with pytest.raises(errors.Refused):
        desk.do(events.change, replace(desk.ask(events.page_of, event).event, **bad))
    assert everything(desk) == before


def test_an_event_that_is_gone_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(errors.NotFound):
        desk.do(events.change, Event("Looms", TODAY, TODAY, id=99))


def test_a_series_says_how_often_one_was_there(desk: Desk) -> None:
    for week in range(8):
        day = days_ago(60 - 7 * week)
        add_event(desk, "Loom seminar", start_on=day, end_on=day, status="attended" if week < 5 else "planned")
    add_event(desk, "Loom seminar dinner", start_on=days_ago(3), end_on=days_ago(3), status="attended")
    coming = add_event(desk, "Loom seminar", start_on=TODAY, end_on=TODAY)
    assert desk.ask(events.page_of, coming).been == (5, 8)
    missed = desk.ask(events.past)[1]
    assert missed.title == "Loom seminar"
    add_moment(desk, add_person(desk), on=missed.start_on, event_id=missed.id)
    assert desk.ask(events.page_of, coming).been == (6, 8)


def test_years_and_numbers_are_no_part_of_a_series(desk: Desk) -> None:
    add_event(desk, "CityClim 2025", start_on=days_ago(380), end_on=days_ago(377), status="attended")
    add_event(desk, "7th 100% Looms (2024)", start_on=days_ago(500), end_on=days_ago(500))
    assert desk.ask(events.page_of, add_event(desk, "CityClim 2026")).been == (1, 1)
    assert desk.ask(events.page_of, add_event(desk, "8th 100% Looms (2025)")).been == (0, 1)
