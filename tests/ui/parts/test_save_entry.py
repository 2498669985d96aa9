"""One entry alone for a calendar: no invitation, the same UID as in the whole, and never a half-written file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from pytestqt.qtbot import QtBot

from hallway.domain.programmes import Session
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts import save_entry
from hallway.usecases import calendars, people, sessions
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person


def read(path: Path) -> Event:
    calendar = Calendar.from_ical(path.read_bytes())
    assert calendar["METHOD"] == "PUBLISH", "never a request, which would invite somebody"
    (event,) = calendar.walk("VEVENT")
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)
    assert isinstance(event, Event)
    return event


def test_an_event_a_session_and_a_check_in_alone(desk: Desk, tmp_path: Path) -> None:
    event = add_event(desk, "Looms 2026", start_on=TODAY + timedelta(days=3), end_on=TODAY + timedelta(days=4))
    talk = Session("My talk", TODAY + timedelta(days=3), start_time="09:00", end_time="10:00")
    session = desk.do(sessions.add, event, talk).value
    ada = add_person(desk, rhythm_days=21)
    add_moment(desk, ada)
    whole = {entry.uid for entry in desk.ask(calendars.preview, CalendarChoice())}
    bridge, now = Bridge(desk), desk.clock.now()
    for name, make, subject in (
        ("event", calendars.event_alone, event), ("session", calendars.session_alone, session),
        ("check-in", calendars.check_in_alone, ada),
    ):  # fmt: skip
        path = tmp_path / f"{name}.ics"
        save_entry.save(bridge, path, desk.ask(make, subject, now))
        assert name == "session" or str(read(path)["UID"]) in whole
    desk.do(calendars.remember, desk.ask(calendars.prepare, CalendarChoice(), now), CalendarChoice())
    assert not desk.ask(calendars.prepare, CalendarChoice(), now).cancelled


def test_what_is_not_planned_is_said(qtbot: QtBot, desk: Desk) -> None:
    bridge, heard = Bridge(desk), list[object]()
    bridge.refused.connect(heard.append)
    ada = add_person(desk)
    save_entry.ask_where(bridge, None, "check-in", calendars.check_in_alone, ada)  # type: ignore[arg-type]
    assert len(heard) == 1 and "No check-in is planned" in str(heard[0])


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_remembered(desk: Desk, tmp_path: Path) -> None:
    event = add_event(desk, start_on=TODAY, end_on=TODAY)
    bridge, heard = Bridge(desk), list[object]()
    bridge.refused.connect(heard.append)
    save_entry.save(bridge, tmp_path / "none" / "x.ics", desk.ask(calendars.event_alone, event, desk.clock.now()))
    assert len(heard) == 1 and desk.history()[0].label != "Saved x.ics for a calendar"


def test_a_link_leads_to_the_person_and_to_nobody_who_was_let_go(desk: Desk) -> None:
    ada = add_person(desk, rhythm_days=21)
    add_moment(desk, ada)
    (entry,) = [one for one in desk.ask(calendars.preview, CalendarChoice(days=30)) if one.url]
    assert desk.ask(people.linked, entry.url) == ada
    desk.do(people.let_go, (ada,))
    with pytest.raises(Exception, match="no longer"):
        desk.ask(people.linked, entry.url)
