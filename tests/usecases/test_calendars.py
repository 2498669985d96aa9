"""The check-in schedule as a calendar: lasting ids, growing numbers, and how much it tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hallway.domain import errors
from hallway.domain.interactions import Kind
from hallway.domain.programmes import Session
from hallway.domain.records import CalendarEntry, CalendarStyle, EntryKind
from hallway.store import programmes
from hallway.store.work import Work
from hallway.usecases import calendars, events, people, planning, promises, sessions
from hallway.usecases.calendars import CalendarChoice, Export
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, everything, move_clock

UID_AND_STATUS = re.compile(r"^UID:(\S+)\r\n(?:(?!END:V[ET]).*\r\n)*?STATUS:(\S+)", re.MULTILINE)
NAMED = ("Ada Lovelace", "Grace Hopper", "Łukasz Nowak", "Li Wei")


@pytest.fixture
def four(desk: Desk) -> dict[str, int]:
    """Four people with rhythms, met on different days."""
    return {
        name: add_person(desk, name, rhythm_days=60, met_on=(TODAY - timedelta(days=50 - 9 * at)).isoformat())
        for at, name in enumerate(NAMED)
    }


def export(desk: Desk, choice: CalendarChoice | None = None) -> Export:
    """Prepare and remember, as if the file had been written."""
    choice = choice or CalendarChoice()
    made = desk.ask(calendars.prepare, choice, desk.clock.now())
    desk.do(calendars.remember, made, choice)
    return made


def uid_of(desk: Desk, person_id: int) -> str:
    return desk.ask(people.person, person_id).uid


def check_ins(made: Export) -> dict[str, CalendarEntry]:
    return {entry.uid: entry for entry in made.entries if entry.kind is EntryKind.CHECK_IN}


def test_the_calendar_holds_what_the_plan_says(desk: Desk, four: dict[str, int]) -> None:
    placed, until = desk.ask(planning.plan, 180), TODAY + timedelta(days=180)
    planned = sorted((one.on, placed.names[one.person_id]) for one in placed.plan.check_ins if one.on <= until)
    shown = sorted(
        (entry.start, entry.title.removeprefix("Check in with ")) for entry in check_ins(export(desk)).values()
    )
    assert shown == planned


def test_exporting_twice_gives_the_same_file(desk: Desk, four: dict[str, int]) -> None:
    first = export(desk)
    assert export(desk).data == first.data
    assert not [step for step in desk.history() if "calendar" in step.label.lower()]


def test_after_a_conversation_only_that_persons_entries_change(desk: Desk, four: dict[str, int]) -> None:
    before = check_ins(export(desk))
    add_moment(desk, four["Ada Lovelace"], kind=Kind.CONVERSATION)
    made = export(desk)
    after = check_ins(made)
    changed = {uid for uid, entry in after.items() if uid in before and entry != before[uid]}
    assert changed
    assert {after[uid].title for uid in changed} == {"Check in with Ada Lovelace"}
    assert all(after[uid].sequence == before[uid].sequence + 1 for uid in changed)
    assert {before[entry.uid].title for entry in made.cancelled} <= {"Check in with Ada Lovelace"}


def test_taking_back_an_edit_still_counts_up(desk: Desk, four: dict[str, int]) -> None:
    before = check_ins(export(desk))
    add_moment(desk, four["Ada Lovelace"])
    export(desk)
    desk.undo()
    after = check_ins(export(desk))
    assert {uid: entry.start for uid, entry in after.items()} == {uid: entry.start for uid, entry in before.items()}
    assert after[f"{uid_of(desk, four['Ada Lovelace'])}-check-in-0@hallway"].sequence == 2


def test_what_is_gone_is_called_off_once(desk: Desk, four: dict[str, int]) -> None:
    given = {uid for uid, entry in check_ins(export(desk)).items() if "Li Wei" in entry.title}
    desk.do(people.archive, [four["Li Wei"]])
    gone = export(desk)
    assert {entry.uid for entry in gone.cancelled} == given
    assert b"STATUS:CANCELLED" in gone.data
    assert export(desk).cancelled == ()


def test_who_comes_back_is_no_longer_called_off(desk: Desk, four: dict[str, int]) -> None:
    export(desk)
    desk.do(people.archive, [four["Li Wei"]])
    called_off = {entry.uid: entry.sequence for entry in export(desk).cancelled}
    desk.undo()
    back = check_ins(export(desk))
    assert all(back[uid].sequence > sequence for uid, sequence in called_off.items())


def test_the_past_is_left_in_peace(desk: Desk, four: dict[str, int]) -> None:
    add_event(desk, "Dinner")
    export(desk)
    move_clock(desk, 3)
    assert [entry.title for entry in export(desk).cancelled if entry.title == "Dinner"] == []


def test_an_event_that_runs_is_called_off_when_it_is_removed(desk: Desk) -> None:
    id_ = add_event(desk, "Camp", end_on=TODAY + timedelta(days=4))
    export(desk)
    move_clock(desk, 2)
    desk.do(events.remove, id_)
    (gone,) = export(desk).cancelled
    assert (gone.title, gone.sequence) == ("Camp", 1)


@pytest.mark.parametrize("text", ["send {", "send {} and {0.__class__}", "100 % of it"])
def test_the_words_of_a_promise_are_no_pattern(desk: Desk, text: str) -> None:
    add_promise(desk, add_person(desk, "Ada Lovelace"), text)
    made = export(desk, CalendarChoice(detail="names"))
    assert [entry.title for entry in made.entries] == [f"{text} (Ada Lovelace)"]


def test_a_promise_of_a_day_that_passed_leaves_when_it_is_kept(desk: Desk) -> None:
    """As a task it would wait there for ever."""
    promise = add_promise(desk, add_person(desk), due_on=TODAY)
    tasks = CalendarChoice(style=CalendarStyle(form="tasks"))
    export(desk, tasks)
    move_clock(desk, 3)
    desk.do(promises.keep, promise)
    assert [entry.title for entry in export(desk, tasks).cancelled] == ["send the draft (Ada Lovelace)"]


def test_events_that_become_tasks_are_called_off_once_and_come_back(desk: Desk, four: dict[str, int]) -> None:
    def uids(made: Export, block: str) -> set[str]:
        return {uid for uid, text in UID_AND_STATUS.findall(made.data.decode()) if text == block}

    tasks = CalendarChoice(style=CalendarStyle(form="tasks"))
    as_events = uids(export(desk), "CONFIRMED")
    turned = export(desk, tasks)
    assert uids(turned, "CANCELLED") == as_events
    assert uids(turned, "NEEDS-ACTION") == {uid.replace("@", "-task@") for uid in as_events}
    assert export(desk, tasks).cancelled == ()
    back = export(desk)
    assert (uids(back, "CONFIRMED"), uids(back, "CANCELLED")) == (as_events, uids(turned, "NEEDS-ACTION"))
    assert {entry.sequence for entry in back.entries} == {2}


def test_what_is_called_off_names_nobody_where_names_stay_at_home(desk: Desk) -> None:
    ada = add_person(desk, rhythm_days=60)
    add_promise(desk, ada)
    export(desk)
    desk.do(people.let_go, [ada])
    made = export(desk, CalendarChoice(detail="private"))
    assert {entry.title for entry in made.cancelled} == {"Check in", "Follow up"}
    assert b"Ada" not in made.data


def test_a_clock_that_is_put_back_takes_no_change_back(desk: Desk, four: dict[str, int]) -> None:
    before = check_ins(export(desk))
    move_clock(desk, -1)
    desk.do(people.change, four["Li Wei"], "name", "Wei Li")
    after = check_ins(export(desk))
    assert any(entry.title.endswith("Wei Li") for entry in after.values())
    assert all(after[uid].modified >= entry.modified for uid, entry in before.items() if uid in after)


@pytest.mark.parametrize(
    ("detail", "titles"),
    [
        ("private", {"Check in", "Follow up"}),
        ("initials", {"Check in with AL", "Follow up with AL"}),
        ("names", {"Check in with Ada Lovelace", "send the draft (Ada Lovelace)"}),
        ("full", {"Check in with Ada Lovelace", "send the draft (Ada Lovelace)"}),
    ],
)
def test_titles_tell_as_much_as_was_chosen(desk: Desk, detail: str, titles: set[str]) -> None:
    ada = add_person(desk, rhythm_days=60)
    add_moment(desk, ada, on=TODAY, summary="secret looms")
    add_promise(desk, ada)
    made = export(desk, CalendarChoice(detail=detail))
    assert {entry.title for entry in made.entries} == titles
    assert (b"Ada" in made.data) == (detail in ("names", "full"))
    assert (b"secret looms" in made.data) == (detail == "full")


def test_a_private_note_never_leaves(desk: Desk) -> None:
    ada = add_person(desk, rhythm_days=60, notes="never leaves")
    add_moment(desk, ada, summary="looms")
    assert b"never leaves" not in export(desk, CalendarChoice(detail="full")).data


def test_only_the_kinds_that_are_wanted(desk: Desk, four: dict[str, int]) -> None:
    add_promise(desk, four["Li Wei"])
    add_event(desk)
    made = export(desk, CalendarChoice(kinds=frozenset({EntryKind.EVENT})))
    assert {entry.kind for entry in made.entries} == {EntryKind.EVENT}


def test_nothing_lies_beyond_the_days_asked_for(desk: Desk, four: dict[str, int]) -> None:
    made = desk.ask(calendars.prepare, CalendarChoice(days=30), desk.clock.now())
    assert max(entry.start for entry in made.entries if not hasattr(entry.start, "hour")) <= TODAY + timedelta(days=30)


def test_events_keep_their_zone_and_days_stay_days(desk: Desk) -> None:
    add_event(desk, "Call", start_time="15:00", end_time="15:30", time_zone="Europe/Oslo")
    add_event(desk, "Conference", end_on=TODAY + timedelta(days=2))
    text = export(desk).data.decode()
    assert re.search(r"DTSTART;TZID=Europe/Oslo:20260617T150000", text)
    assert re.search(r"DTSTART;VALUE=DATE:20260617\r\nDTEND;VALUE=DATE:20260620", text)


def test_tasks_instead_of_events(desk: Desk, four: dict[str, int]) -> None:
    data = export(desk, CalendarChoice(style=CalendarStyle(form="tasks"))).data
    assert b"BEGIN:VTODO" in data
    assert b"BEGIN:VEVENT" not in data


def test_the_file_is_written_whole_or_not_at_all(desk: Desk, four: dict[str, int], tmp_path: Path) -> None:
    made = export(desk)
    out = tmp_path / "check-ins.ics"
    calendars.write(out, made)
    assert out.read_bytes() == made.data
    with pytest.raises(errors.Trouble):
        calendars.write(tmp_path / "no" / "such" / "folder.ics", made)


def test_looking_changes_nothing(desk: Desk, four: dict[str, int]) -> None:
    before = everything(desk)
    desk.ask(calendars.preview, CalendarChoice())
    desk.ask(calendars.prepare, CalendarChoice(), desk.clock.now())
    assert everything(desk) == before


def test_a_moved_event_counts_up(desk: Desk) -> None:
    id_ = add_event(desk, "Dinner")
    export(desk)
    event = replace(desk.ask(events.page_of, id_).event, start_on=date(2026, 6, 20), end_on=date(2026, 6, 20))
    desk.do(events.change, event)
    (entry,) = export(desk).entries
    assert (entry.sequence, entry.start) == (1, date(2026, 6, 20))


def test_sessions_one_goes_to_are_entries_on_the_clock_of_the_event(desk: Desk) -> None:
    event = add_event(desk, "Looms", start_on=TODAY, end_on=TODAY + timedelta(days=1), time_zone="Asia/Tokyo")
    talks = [
        Session("Old looms", TODAY, start_time="10:00", end_time="11:00", room="Aula", speakers=("Ada",), starred=True),
        Session("Mine", TODAY, start_time="12:00", mine=True),
        Session("Not for me", TODAY, start_time="14:00"),
    ]

    def write(step: Work) -> list[int]:
        return list(programmes.add(step, event, talks))

    ids = desk.do(write).value
    choice = CalendarChoice(kinds=frozenset({EntryKind.SESSION}))
    second, first = desk.ask(calendars.preview, choice)
    assert (first.title, first.location, first.description) == ("Old looms", "Aula", "Ada")
    assert str(first.start) == f"{TODAY} 10:00:00+09:00" and second.title == "Mine"
    hidden = desk.ask(calendars.preview, CalendarChoice(kinds=choice.kinds, detail=calendars.PRIVATE))
    private = next(one for one in hidden if one.uid == first.uid)
    assert (private.title, private.location, private.description) == ("Talk", "", "")
    desk.do(sessions.star, ids[0], False)
    assert [one.title for one in desk.ask(calendars.preview, choice)] == ["Mine"]
