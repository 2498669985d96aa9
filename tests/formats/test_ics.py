"""Events from calendar files."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hallway.domain.records import EventRecord
from hallway.formats import ics
from hallway.formats.html_text import plain
from tests.formats.files import real_files, sample
from tests.quickness import quick

BERLIN = ZoneInfo("Europe/Berlin")


def _events(name: str, zone: str = "UTC") -> tuple[dict[str, EventRecord], list[str]]:
    parsed = ics.read(sample(name), zone=zone)
    assert len({event.uid for event in parsed.records}) == len(parsed.records)
    return {event.title: event for event in parsed.records}, [f"{c.where}: {c.what}" for c in parsed.complaints]


def _read(*lines: str, zone: str = "UTC") -> EventRecord:
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR"])
    (event,) = ics.read(text.encode(), zone=zone).records
    return event


def test_meetup_event() -> None:
    parsed = ics.read(sample("meetup.ics"))
    (event,) = parsed.records
    assert parsed.complaints == ()
    assert (event.title, event.uid, event.time_zone) == (
        "Invented Pythonistas 22 🍁",
        "event_1@meetup.example",
        "Europe/Berlin",
    )
    assert event.start == datetime(2026, 6, 23, 19, tzinfo=BERLIN)
    assert event.end == datetime(2026, 6, 23, 21, tzinfo=BERLIN)
    assert event.venue == "Example House (Street 1, Berlin)"
    assert event.notes == "Invented Pythonistas\nTuesday, June 23\n\nTalks & tea"
    assert (event.link, event.organiser) == ("https://www.meetup.example/events/1/", "Meetup Reminder")
    assert "private" not in repr(event)


def test_conference_site() -> None:
    events, complaints = _events("conference.ics")
    rome = ZoneInfo("Europe/Rome")
    assert set(events) == {
        "Opening",
        "Locks and picks",
        "Panel (new time)",
        "Floating",
        "The whole camp",
        "Backwards",
        "Stammtisch",
        "Unclosed",
    }
    assert events["Opening"].start == datetime(2026, 9, 15, 13, tzinfo=rome)
    assert (events["Opening"].venue, events["Opening"].uid[:5]) == ("XOR", "4711#")
    assert events["Floating"].end == datetime(2026, 9, 16, 10, 30, tzinfo=rome)
    camp = events["The whole camp"]
    assert (camp.start, camp.end, camp.cancelled) == (date(2026, 9, 14), date(2026, 9, 16), True)
    assert events["Backwards"].end is None
    assert complaints == [
        "line 69: The event has no end; what is there was read.",
        "line 47: It ends before it starts; only the start was kept.",
        "line 53: It repeats; only its first date was read.",
        "line 65: The event has no start; it was left out.",
    ]


def test_outlook_zones() -> None:
    events, complaints = _events("outlook.ics", zone="Asia/Tokyo")
    assert events["Windows name"].start == datetime(2026, 7, 10, 8, tzinfo=UTC)
    assert events["Windows name"].time_zone == "Europe/Berlin"
    assert events["Display name"].start == datetime(2026, 7, 10, 14, tzinfo=UTC)
    assert events["Unknown name"].start == datetime(2026, 7, 10, 1, tzinfo=UTC)
    assert (events["Vendor name"].time_zone, events["Vendor name"].start.hour) == ("Asia/Tokyo", 10)
    assert (events["Two days"].start, events["Two days"].end) == (date(2026, 7, 10), date(2026, 7, 11))
    assert len(complaints) == 2


def test_own_zone_rules_come_before_a_name() -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\n"
    zone += "TZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE\n"
    event = "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20260710T100000\nEND:VEVENT\n"
    (read,) = ics.read(f"BEGIN:VCALENDAR\n{zone}{event}END:VCALENDAR\n".encode()).records
    assert read.start == datetime(2026, 7, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "tzid", ["", "localtime", "../../etc/passwd", "/etc/localtime", "Mars/Olympus", "x" * 5_000, "Europe"]
)
def test_unknown_zone_is_read_in_the_given_one(tzid: str) -> None:
    event = _read(f"DTSTART;TZID={tzid}:20260710T100000", zone="Europe/Berlin")
    assert event.start == datetime(2026, 7, 10, 10, tzinfo=BERLIN)


def test_a_single_whole_day_has_no_end() -> None:
    assert _read("DTSTART;VALUE=DATE:20260710", "DTEND;VALUE=DATE:20260711").end is None
    assert _read("DTSTART:20260710", "DURATION:P3D").end == date(2026, 7, 12)


def test_moved_dates_without_their_series_stand_alone() -> None:
    block = "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:2026071{0}T100000Z\nDTSTART:2026071{0}T110000Z\nEND:VEVENT\n"
    parsed = ics.read(("BEGIN:VCALENDAR\n" + block.format(0) + block.format(1) + "END:VCALENDAR\n").encode())
    assert [event.uid for event in parsed.records] == ["u#20260710T100000Z", "u#20260711T100000Z"]


def test_hostile_addresses_are_not_kept() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "//host/share", "https://a b"):
        assert _read("DTSTART:20260710", f"URL:{link}").link == ""


@pytest.mark.parametrize(
    "zone",
    [
        "RRULE:FREQ=SECONDLY;INTERVAL=0\n",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\n" * 30,
        "RRULE:FREQ=YEARLY;BYDAY=5000MO\n",
        "TZOFFSETTO:+9999\n",
    ],
)
def test_hostile_zones_cost_little(zone: str) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:evil\nBEGIN:STANDARD\nDTSTART:00010101T000000\n"
    text += f"{zone}TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n"
    text += "BEGIN:VEVENT\nDTSTART;TZID=evil:20260710T100000\nSUMMARY:x\nEND:VEVENT\n" * 50
    with quick(5):
        ics.read(text.encode())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("1 < 2 & 3", "1 < 2 & 3"),
        ("<p>a</p><p>b &lt;c&gt;</p>", "a\nb <c>"),
        ("x<br/>y<script>evil()</script>", "x\ny"),
        ("<b>open <script>never closed", "open"),
        ("Tom &amp; Jerry", "Tom &amp; Jerry"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert plain(html) == text


@pytest.mark.parametrize("evil", ["<p>" + "<script>" * 8_000, "<b>" + " " * 65_000 + "x", "<p>" + "\n " * 32_000])
def test_html_takes_linear_time(evil: str) -> None:
    with quick(1):
        plain(evil)


@pytest.mark.parametrize("path", real_files("ics/*.ics", "schedule/*.ics"))
def test_real_calendars(path: Path) -> None:
    data = path.read_bytes()
    with quick(3 if len(data) > 100_000 else 1):
        parsed = ics.read(data)
    assert parsed.records or parsed.complaints
    assert len({event.uid for event in parsed.records}) == len(parsed.records)
    for event in parsed.records:
        assert not event.time_zone or getattr(event.start, "tzinfo", None)
        assert event.end is None or event.end >= event.start
        assert not event.time_zone or ZoneInfo(event.time_zone)


def _real(name: str) -> dict[str, EventRecord]:
    (found,) = (path for path in Path(__file__).resolve().parents[3].glob(f"shared/data/*/{name}"))
    return {event.title: event for event in ics.read(found.read_bytes()).records}


@pytest.mark.skipif(not real_files("ics/*.ics")[0].values[0], reason="the collection of real files is not here")
def test_real_calendars_are_read_rightly() -> None:
    assert (
        len(ics.read((Path(__file__).resolve().parents[3] / "shared/data/schedule/moca24.ics").read_bytes()).records)
        == 88
    )
    assert _real("khal_tz_windows_format.ics")["Event with Windows TZ name"].time_zone == "Pacific/Auckland"
    year_one = _real("nodeical_vtimezone-year-0001-dtstart.ics")["Test event with year-0001 VTIMEZONE"]
    assert year_one.start == datetime(2024, 6, 1, 8, tzinfo=UTC)
    assert "Team Meeting (SEQUENCE 2)" in _real("nodeical_duplicate-uid-sequence.ics")
    brussels = _real("rie_issue_86_x_wr_timezone_without_time_zone_in_dt.ics")["Summary"]
    assert brussels.start == datetime(2021, 9, 16, 19, tzinfo=UTC)
    assert brussels.end == datetime(2021, 9, 16, 19, tzinfo=UTC) + timedelta(hours=1, minutes=45)
