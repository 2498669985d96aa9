"""Sessions of one's own: written down, changed, taken out; in the event, the pack and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hallway.domain import errors
from hallway.domain.programmes import Session
from hallway.domain.records import EntryKind
from hallway.store import programmes as store
from hallway.usecases import briefings, calendars, events, sessions
from hallway.usecases.calendars import FULL, CalendarChoice
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, everything

TOMORROW = TODAY + timedelta(days=1)
TALK = Session("Cooling  corridors", TOMORROW, start_time="11", end_time="11.15", room="Room 2.04", mine=True)


@pytest.fixture
def event(desk: Desk) -> int:
    return add_event(desk, "CityClim", start_on=TOMORROW, end_on=TOMORROW, time_zone="Europe/Oslo")


def test_a_talk_of_mine_stands_in_the_event_the_pack_and_the_calendar(desk: Desk, event: int) -> None:
    session_id = desk.do(sessions.add, event, TALK).value
    (kept,) = desk.ask(sessions.of_event, event)
    assert kept == replace(TALK, id=session_id, title="Cooling corridors", start_time="11:00", end_time="11:15")
    (sheet,) = desk.ask(briefings.pack, event)
    assert "11:00 to 11:15 Your talk: Cooling corridors, Room 2.04" in sheet.sections[0].lines
    choice = CalendarChoice(kinds=frozenset({EntryKind.SESSION}), detail=FULL)
    (entry,) = desk.ask(calendars.preview, choice)
    assert "Cooling corridors" in entry.title and f"{entry.start:%H:%M %z}" == "11:00 +0200"


def test_it_is_changed_and_taken_out_and_all_of_it_taken_back(desk: Desk, event: int) -> None:
    before = everything(desk)
    session_id = desk.do(sessions.add, event, TALK).value
    one = desk.ask(sessions.one, session_id)
    done = desk.do(sessions.change, replace(one, title="Shade", start_time="12:00", end_time="", room="Aula"))
    assert done.changes.label == "Changed: Shade"
    assert [(one.title, one.start_time, one.room) for one in desk.ask(sessions.of_event, event)] == [
        ("Shade", "12:00", "Aula")
    ]
    assert desk.do(sessions.remove, session_id).changes.label == "Took out: Shade"
    assert desk.ask(sessions.of_event, event) == ()
    for _ in range(3):
        desk.undo()
    assert everything(desk) == before


def test_what_runs_past_midnight_ends_on_the_next_day(desk: Desk, event: int) -> None:
    dinner = Session("Dinner", TOMORROW, start_time="20:00", end_time="1:00", kind="social", starred=True)
    one = desk.ask(sessions.one, desk.do(sessions.add, event, dinner).value)
    assert (one.end_on, one.end_time) == (TOMORROW + timedelta(days=1), "01:00")
    desk.do(sessions.change, replace(one, end_time="23:00"))
    assert desk.ask(sessions.one, one.id).end_on is None


def test_the_evening_before_belongs_to_the_event_then_and_a_day_far_away_is_refused(desk: Desk, event: int) -> None:
    desk.do(sessions.add, event, replace(TALK, on=TODAY))
    page = desk.ask(events.page_of, event).event
    assert (page.start_on, page.end_on) == (TODAY, TOMORROW)
    with pytest.raises(errors.Refused, match="far from"):
        desk.do(sessions.add, event, replace(TALK, on=TODAY + timedelta(days=90)))
    assert desk.ask(events.page_of, event).event.end_on == TOMORROW


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"title": " "}, "title"), ({"start_time": "25:00"}, "25:00"), ({"end_time": "soon"}, "soon"),
     ({"start_time": "12:00", "end_time": "11:00"}, "end before"), ({"start_time": ""}, "no beginning")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_changes(
    desk: Desk, event: int, wrong: dict[str, str], words: str
) -> None:
    before = everything(desk)
    with pytest.raises(errors.Refused, match=words):
        desk.do(sessions.add, event, replace(TALK, **wrong))  # type: ignore[arg-type]
    assert everything(desk) == before


def test_a_session_of_the_programme_is_neither_changed_nor_taken_out(desk: Desk, event: int) -> None:
    talk = replace(TALK, source_uid="abc")
    (session_id,) = desk.do(lambda step: tuple(store.add(step, event, [talk]))).value
    with pytest.raises(errors.Refused, match="programme"):
        desk.do(sessions.change, replace(talk, id=session_id, title="X"))
    with pytest.raises(errors.Refused, match="programme"):
        desk.do(sessions.remove, session_id)
    desk.do(sessions.make_mine, session_id)
    assert desk.ask(sessions.one, session_id).mine


def test_a_newer_programme_takes_an_own_talk_over_by_its_title_and_leaves_a_dinner_alone(desk: Desk) -> None:
    from tests.usecases.test_programmes import bring_in

    bring_in(desk)
    (event,) = [*desk.ask(events.coming), *desk.ask(events.past)]
    talk = desk.ask(sessions.of_event, event.id)[0]
    desk.do(sessions.add, event.id, replace(TALK, on=talk.on, title="A dinner of ours", mine=False, starred=True))
    bring_in(desk)
    titles = [one.title for one in desk.ask(sessions.of_event, event.id) if one.is_own]
    assert titles == ["A dinner of ours"]
