"""Days off from calendar files: offered first, taken over as one step, planned around, taken away by file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hallway.domain import errors
from hallway.domain.days_off import DayOff
from hallway.usecases import days_off, planning
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_person, days_ago, everything


def calendar(*events: tuple[str, str]) -> bytes:
    """A calendar of titles and what follows DTSTART."""
    blocks = (
        f"BEGIN:VEVENT\r\nUID:{at}@x\r\nSUMMARY:{title}\r\nDTSTART{start}\r\nEND:VEVENT\r\n"
        for at, (title, start) in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(blocks)}END:VCALENDAR\r\n".encode()


def test_what_a_calendar_offers(desk: Desk) -> None:
    data = calendar(
        ("Gone by", ";VALUE=DATE:20260501"),
        ("Closed", ";VALUE=DATE:20260801\r\nDTEND;VALUE=DATE:20260809"),
        ("Exam", ":20260714T090000"),
        ("For ever", ";VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20290701"),
        ("Off", ";VALUE=DATE:20260702\r\nSTATUS:CANCELLED"),
        ("Closed", ";VALUE=DATE:20260801\r\nDTEND;VALUE=DATE:20260809"),
    )
    found = desk.ask(days_off.offered, "some/holidays.ics", data)
    assert found.source == "holidays.ics" and found.gone_by == 1
    assert found.days == (
        DayOff(date(2026, 7, 14), date(2026, 7, 14), "Exam", whole=False),
        DayOff(date(2026, 8, 1), date(2026, 8, 8), "Closed"),
    )
    assert "What lasts longer than a year was left out." in found.remarks


def test_nobody_is_planned_on_days_off_and_one_step_takes_them_back(desk: Desk) -> None:
    for at in range(6):
        add_person(desk, f"Person {at}", rhythm_days=30, met_on=str(days_ago(30)))
    before, plan = everything(desk), desk.ask(planning.plan).plan
    off = plan.check_ins[0].on
    days = [DayOff(off, off, "Harvest"), DayOff(off + timedelta(7), off + timedelta(13), "Closed")]
    done = desk.do(days_off.add, "holidays.ics", days)
    assert done.changes.label == "Days off: 2 from holidays.ics"
    planned = {one.on for one in desk.ask(planning.plan).plan.check_ins}
    assert planned and not [day for one in days for day in planned if one.start <= day <= one.end]
    desk.undo()
    assert everything(desk) == before
    assert [one.on for one in desk.ask(planning.plan).plan.check_ins] == [one.on for one in plan.check_ins]


def test_days_that_are_off_already_are_known_and_added_once(desk: Desk) -> None:
    data = calendar(("Harvest", ";VALUE=DATE:20260723"))
    first = desk.ask(days_off.offered, "a.ics", data)
    desk.do(days_off.add, first.source, first.days)
    again = desk.ask(days_off.offered, "b.ics", data)
    assert [one.known for one in again.days] == [True]
    with pytest.raises(errors.Refused):
        desk.do(days_off.add, again.source, again.days)
    assert len(desk.ask(planning.pauses)) == 1


def test_a_file_is_taken_away_without_the_pauses_beside_it(desk: Desk) -> None:
    desk.do(planning.pause, TODAY, TODAY, "Fieldwork")
    desk.do(days_off.add, "a.ics", [DayOff(TODAY, TODAY, "Harvest")])
    desk.do(days_off.add, "b.ics", [DayOff(TODAY, TODAY, "Exam")])
    assert desk.do(days_off.remove, "a.ics").changes.label == "Took away the days off from a.ics"
    assert [one.reason for _, _, one in desk.ask(planning.pauses)] == ["Fieldwork", "Exam"]


@pytest.mark.parametrize("data", [b"", b"name,day\r\nMay day,1 May", b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"])
def test_what_is_no_calendar_is_refused(desk: Desk, data: bytes) -> None:
    with pytest.raises(errors.Refused, match="no calendar"):
        desk.ask(days_off.offered, "file.ics", data)


def test_a_calendar_of_the_past_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="still to come"):
        desk.ask(days_off.offered, "old.ics", calendar(("May day", ";VALUE=DATE:20200501")))


def test_a_running_pause_ends_yesterday_and_one_ahead_goes(desk: Desk) -> None:
    desk.do(planning.pause, days_ago(5), TODAY + timedelta(5), "Fieldwork")
    desk.do(planning.pause, TODAY + timedelta(9), TODAY + timedelta(12), "Exams")
    for pause_id, _, _ in desk.ask(planning.pauses):
        desk.do(planning.end_pause, pause_id)
    [(_, _, kept)] = desk.ask(planning.pauses)
    assert (kept.start, kept.end) == (days_ago(5), days_ago(1))
    with pytest.raises(errors.NotFound):
        desk.do(planning.end_pause, 99)
