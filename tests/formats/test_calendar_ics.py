"""Written calendars, judged by the grammar, by icalendar and by khal."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.records import CalendarEntry, CalendarStyle, EntryKind
from hallway.formats import calendar_ics, ics
from hallway.formats.vtimezone import zone_rule

BERLIN = ZoneInfo("Europe/Berlin")
CHECK_IN = CalendarEntry(
    "c1@hallway",
    EntryKind.CHECK_IN,
    "Write to Łukasz; soon, please",
    date(2026, 3, 22),
    sequence=2,
    modified=datetime(2026, 3, 1, 10, tzinfo=BERLIN),
    description="Line one\nLine two",
    category="Hallway",
)
TALK = CalendarEntry(
    "e1@hallway",
    EntryKind.EVENT,
    "Poster session",
    datetime(2026, 7, 1, 9, tzinfo=BERLIN),
    datetime(2026, 7, 1, 11, tzinfo=BERLIN),
    location="Hall 3, left",
    url="https://conference.example/a;b,c",
)
CAMP = CalendarEntry("e2@hallway", EntryKind.EVENT, "Camp", date(2026, 7, 1), date(2026, 7, 3))


def _write(*entries: CalendarEntry, **style: object) -> str:
    return calendar_ics.write(entries, CalendarStyle(**style)).decode()  # type: ignore[arg-type]


def _components(text: str, name: str) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(text).walk(name))


def test_head_has_what_every_program_wants() -> None:
    text = _write(name="Ann, Bob; Çağ")
    head = text.split("\r\n")
    assert head[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hallway//Hallway//EN"]
    assert {"METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"} <= set(head)
    assert {"NAME:Ann\\, Bob\\; Çağ", "X-WR-CALNAME:Ann\\, Bob\\; Çağ"} <= set(head)


def test_check_in_is_a_transparent_whole_day_with_an_alarm_at_nine() -> None:
    (event,) = _components(_write(CHECK_IN), "VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 3, 22), date(2026, 3, 23))
    assert (event["TRANSP"], event["STATUS"], event["SEQUENCE"]) == ("TRANSPARENT", "CONFIRMED", 2)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (CHECK_IN.title, CHECK_IN.description)
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == (
        "DISPLAY",
        timedelta(hours=9),
        CHECK_IN.title,
    )


def test_timed_event_names_its_zone_and_rings_before() -> None:
    text = _write(TALK, alarm_minutes=15)
    assert "DTSTART;TZID=Europe/Berlin:20260701T090000" in text
    assert "TRIGGER:-PT15M" in text
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in text
    assert "RDATE" not in text
    (event,) = _components(text, "VEVENT")
    assert (event["LOCATION"], str(event["URL"])) == (TALK.location, TALK.url)


def test_several_days_end_on_the_day_after() -> None:
    (event,) = _components(_write(CAMP), "VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 7, 1), date(2026, 7, 4))


def test_cancelled_entry_stays_without_alarm() -> None:
    (event,) = _components(_write(replace(CHECK_IN, cancelled=True)), "VEVENT")
    assert (event["STATUS"], event.walk("VALARM")) == ("CANCELLED", [])


def test_no_alarm_when_none_is_wanted() -> None:
    assert "VALARM" not in _write(CHECK_IN, TALK, alarm_minutes=None)


def test_tasks_and_both() -> None:
    tasks = _write(CHECK_IN, TALK, form="tasks")
    both = _write(CHECK_IN, TALK, form="both")
    (task,) = _components(tasks, "VTODO")
    assert (str(task["UID"]), task["DUE"].dt, task["STATUS"]) == ("c1-task@hallway", date(2026, 3, 22), "NEEDS-ACTION")
    assert [str(event["UID"]) for event in _components(tasks, "VEVENT")] == ["e1@hallway"]
    uids = [str(c["UID"]) for name in ("VEVENT", "VTODO") for c in _components(both, name)]
    assert sorted(uids) == ["c1-task@hallway", "c1@hallway", "e1@hallway"]


def test_task_over_several_days_has_start_and_due() -> None:
    promise = replace(CAMP, kind=EntryKind.PROMISE, cancelled=True)
    (task,) = _components(_write(promise, form="tasks"), "VTODO")
    assert (task["DTSTART"].dt, task["DUE"].dt, task["STATUS"]) == (date(2026, 7, 1), date(2026, 7, 3), "CANCELLED")


def test_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="form"):
        _write(form="songs")


@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 7, 1, 9, tzinfo=UTC),
        datetime(2026, 7, 1, 9, tzinfo=timezone(timedelta(hours=5))),
        datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),  # the hour that comes twice,
        datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),  # in either pass
        datetime(2012, 7, 1, 9, tzinfo=ZoneInfo("Europe/Istanbul")),  # had summer time then, has none now
        datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("Africa/Cairo")),  # no rule that a VTIMEZONE can tell
    ],
)
def test_moments_that_no_rule_tells_are_written_in_utc(start: datetime) -> None:
    text = _write(replace(TALK, start=start, end=start.astimezone(UTC) + timedelta(hours=1)))
    assert "VTIMEZONE" not in text
    (read,) = ics.read(text.encode()).records
    assert read.start == start.astimezone(UTC)


def test_a_time_that_clocks_skip_is_written_as_they_show_it() -> None:
    skipped = replace(TALK, start=datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN), end=None)
    assert "DTSTART;TZID=Europe/Berlin:20260329T033000" in _write(skipped)
    text = _write(replace(skipped, end=datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)))
    assert "DTEND" not in text  # the same moment


_ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Sydney",
    "Asia/Kolkata",
    "America/Nuuk",
    "Asia/Gaza",
]


@given(
    zone=st.sampled_from(_ZONES),
    moment=st.datetimes(datetime(2001, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),
)
@settings(deadline=None, max_examples=200)
def test_icalendar_reads_the_same_moment_from_our_zone_alone(zone: str, moment: datetime) -> None:
    start = moment.replace(microsecond=0).astimezone(ZoneInfo(zone))
    text = _write(replace(TALK, start=start, end=None))
    renamed = text.replace(zone, "Somewhere/Else")  # so that no reader can fall back on the name
    (read,) = ics.read(renamed.encode()).records
    assert read.start == moment.replace(microsecond=0)


def test_every_zone_rule_agrees_with_zoneinfo() -> None:
    for name in _ZONES:
        rule, zone = zone_rule(name), ZoneInfo(name)
        assert rule is not None
        for hour in range(0, 8_760, 5):
            local = (datetime(2027, 1, 1, tzinfo=UTC) + timedelta(hours=hour)).astimezone(zone)
            assert local.fold or rule.offset(local.replace(tzinfo=None)) == local.utcoffset()


def test_unknown_zones_have_no_rule() -> None:
    assert zone_rule("../../etc/passwd") is None
    assert zone_rule("No/Where") is None


_NASTY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(title=_NASTY, text=_NASTY, uid=_NASTY, form=st.sampled_from(["events", "tasks", "both"]))
@settings(deadline=None)
def test_no_text_becomes_a_line(title: str, text: str, uid: str, form: str) -> None:
    entry = replace(CHECK_IN, title=title, description=text, uid=uid, location=text, url=text, category=text)
    data = calendar_ics.write([entry], CalendarStyle(name=title, form=form))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    names = {re.split("[:;]", line)[0] for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]}
    assert names <= {
        *("BEGIN END VERSION PRODID CALSCALE METHOD NAME X-WR-CALNAME REFRESH-INTERVAL X-PUBLISHED-TTL UID".split()),
        *("DTSTAMP LAST-MODIFIED SEQUENCE SUMMARY DESCRIPTION LOCATION URL CATEGORIES STATUS TRANSP".split()),
        *("DTSTART DTEND DUE ACTION TRIGGER COLOR X-APPLE-CALENDAR-COLOR".split()),
    }


def test_the_same_entries_give_the_same_bytes() -> None:
    assert _write(CHECK_IN, TALK) == _write(CHECK_IN, TALK)


def test_icalendar_has_nothing_to_object_to() -> None:
    calendar = icalendar.Calendar.from_ical(_write(CHECK_IN, TALK, CAMP, form="both"))
    assert calendar.errors == []
    assert all(component.errors == [] for component in calendar.walk())


def test_khal_lists_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[ours]]\npath = {tmp_path / 'calendar'}\ntype = calendar\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\nlocal_timezone = America/New_York\ndefault_timezone = America/New_York\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = ours\n"
    )
    file = tmp_path / "ours.ics"
    file.write_bytes(calendar_ics.write([CHECK_IN, TALK, CAMP], CalendarStyle(form="both")))

    def khal(*words: str) -> str:
        program = Path(sys.executable).with_name("khal")
        done = subprocess.run([program, "-c", config, *words], capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    khal("import", "--batch", str(file))
    listed = khal("list", "--format", "{start}|{end}|{title}|{alarm-symbol}", "2026-03-01", "2026-08-01")
    assert "2026-03-22|2026-03-22|Write to Łukasz; soon, please" in listed
    assert "2026-07-01 03:00|2026-07-01 05:00|Poster session" in listed
    assert "2026-07-01|2026-07-03|Camp" in listed
