"""A seminar that repeats: its dates come in as events, once, and its page says at how many one has been."""

from __future__ import annotations

from datetime import date

from hallway.usecases import events, importing
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Result
from tests.makers import TODAY, add_moment, add_person, everything

SEMINAR = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:seminar
SUMMARY:Heat seminar
DTSTART;TZID=Europe/Oslo:20260422T141500
DTEND;TZID=Europe/Oslo:20260422T154500
RRULE:FREQ=WEEKLY;COUNT=12
EXDATE;TZID=Europe/Oslo:20260513T141500
END:VEVENT
END:VCALENDAR
"""


def bring_in(desk: Desk, data: bytes = SEMINAR) -> Result:
    reading = importing.read([("seminar.ics", data)], manner=desk.ask(importing.manner))
    return desk.do(importing.apply, desk.ask(importing.review, reading)).value


def test_its_dates_come_in_once_and_go_with_one_undo(desk: Desk) -> None:
    before = everything(desk)
    assert sum(bring_in(desk).added.values()) == 11
    stands = everything(desk)
    again = bring_in(desk)
    assert sum(again.added.values()) == sum(again.updated.values()) == 0
    assert everything(desk) == stands
    every = [*reversed(desk.ask(events.past)), *desk.ask(events.coming)]
    assert [one.start_on for one in every][:4] == [
        date(2026, 4, 22), date(2026, 4, 29), date(2026, 5, 6), date(2026, 5, 20),
    ]  # fmt: skip
    assert {(one.start_time, one.end_time, one.time_zone) for one in every} == {("14:15", "15:45", "Europe/Oslo")}
    desk.undo()
    assert everything(desk) == before


def test_a_moved_date_is_brought_up_to_date(desk: Desk) -> None:
    bring_in(desk)
    moved = (
        "BEGIN:VEVENT\nUID:seminar\nSUMMARY:Heat seminar\nRECURRENCE-ID;TZID=Europe/Oslo:20260624T141500\n"
        "DTSTART;TZID=Europe/Oslo:20260625T101500\nDTEND;TZID=Europe/Oslo:20260625T114500\nEND:VEVENT\n"
    )
    result = bring_in(desk, SEMINAR.replace(b"END:VCALENDAR", moved.encode() + b"END:VCALENDAR"))
    assert sum(result.added.values()) == 0 and sum(result.updated.values()) == 1
    assert date(2026, 6, 25) in [one.start_on for one in desk.ask(events.coming)]
    assert date(2026, 6, 24) not in [one.start_on for one in desk.ask(events.coming)]


def test_the_page_says_at_how_many_one_has_been(desk: Desk) -> None:
    bring_in(desk)
    ada = add_person(desk, "Ada")
    past = desk.ask(events.past)
    for event in past[:5]:
        add_moment(desk, ada, on=TODAY, event_id=event.id)
    assert desk.ask(events.page_of, past[0].id).been == (5, len(past))
    assert len(past) == 7


def test_without_a_day_only_the_first_date_is_read(desk: Desk) -> None:
    reading = importing.read([("seminar.ics", SEMINAR)])
    assert len(reading.pages[0].events) == 1
