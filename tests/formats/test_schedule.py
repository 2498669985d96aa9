"""Programmes of conferences: what each format gives, what real ones come to, and what hostile ones get."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hallway.domain.errors import Stopped
from hallway.domain.programmes import Programme, SessionRecord, placed
from hallway.domain.records import Complaint, Parsed
from hallway.formats import ics, limits, programmes, schedule, schedule_ics, schedule_json, schedule_xml
from hallway.formats.kinds import recognise
from tests.formats.files import REAL, real_files, sample
from tests.quickness import quick

BERLIN = ZoneInfo("Europe/Berlin")


def only(data: bytes) -> tuple[Programme, list[str]]:
    parsed = programmes.read(data)
    (programme,) = parsed.records
    return programme, [f"{one.where}: {one.what}" for one in parsed.complaints]


def named(programme: Programme, title: str) -> SessionRecord:
    (found,) = (one for one in programme.sessions if one.title == title)
    return found


def xml(*events: str, head: str = "", day: str = '<day date="2026-09-15">') -> bytes:
    about = f"<schedule><conference><title>C</title>{head}</conference>"
    return f'{about}{day}<room name="A">{"".join(events)}</room></day></schedule>'.encode()


def event(title: str = "T", guid: str = "", **fields: str) -> str:
    told = {"start": "10:00", **fields}
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in told.items())
    return f'<event guid="{guid or title}"><title>{title}</title>{inner}</event>'


# --- each format -----------------------------------------------------------------------------------------


def test_frab_xml() -> None:
    programme, complaints = only(sample("frab.xml"))
    assert (programme.title, programme.key, programme.version, programme.zone, programme.link) == (
        "Rivers & Rocks 2026", "programme:rivers26:2026", "0.3 Silt", "Europe/Berlin", "https://rivers.example/2026/",
    )  # fmt: skip
    assert (programme.start_on, programme.end_on) == (date(2026, 9, 15), date(2026, 9, 16))
    assert programme.days == (date(2026, 9, 15), date(2026, 9, 16))
    assert programme.rooms == ("Room A", "Hall 2")
    keynote = named(programme, "Rivers of rock")
    assert keynote.start == datetime(2026, 9, 15, 9, 30, tzinfo=BERLIN)
    assert keynote.end == datetime(2026, 9, 15, 10, 15, tzinfo=BERLIN)
    assert (keynote.key, keynote.subtitle, keynote.track, keynote.type, keynote.language) == (
        "0e0c1a40-0000-4000-8000-000000000001", "What lava leaves behind", "Geology", "keynote", "en",
    )  # fmt: skip
    assert keynote.abstract == "Slow rivers carve & carry.\n\nBring a stone."
    assert keynote.link == "https://rivers.example/2026/talk/1"
    assert [(who.name, who.key) for who in keynote.speakers] == [("Thảo Nguyễn", "7"), ("Øyvind Lindqvist", "8")]
    assert len(programme.speakers) == 3
    assert named(programme, "Night walk along the dyke").start == datetime(2026, 9, 16, 0, 30, tzinfo=BERLIN)
    assert named(programme, "At an impossible hour").start == date(2026, 9, 16)
    assert complaints == ["line 75: Its time could not be read; the day was kept."]


def test_pentabarf_xml_has_times_on_its_own_clock_and_nights_of_the_day_before() -> None:
    programme, complaints = only(sample("pentabarf.xml"))
    assert (programme.zone, programme.venue, complaints) == ("", "Online", [])
    assert [(one.key, one.start) for one in programme.sessions] == [
        ("11795", datetime(2026, 2, 7, 9)), ("11796", datetime(2026, 2, 8, 1, 30)),
    ]  # fmt: skip
    assert not programme.is_placed


def test_pretalx_json() -> None:
    programme, complaints = only(sample("pretalx.json"))
    assert (programme.title, programme.zone, programme.rooms) == ("Rivers & Rocks 2026", "Europe/Berlin", ("Room A",))
    keynote, otters, unplaced = programme.sessions
    assert [who.key[:3] for who in keynote.speakers] == ["b00", "b00"]
    assert keynote.speakers[0].about == "Thảo reads rivers."
    assert [page.kind for page in keynote.speakers[1].profiles] == ["orcid"]
    assert (otters.track, otters.type, otters.end) == ("Ecology", "Talk", datetime(2026, 9, 16, 10, 30, tzinfo=BERLIN))
    assert unplaced.start == date(2026, 9, 16)
    assert complaints == ["Room A, 2026-09-16 no. 2: Its time could not be read; the day was kept."]


def test_hub_json() -> None:
    programme, complaints = only(sample("hub.json"))
    song = named(programme, "Stones in song")
    assert (song.track, song.room) == ("Art & Beauty", "Saal 1")
    assert song.start == datetime(2026, 9, 15, 10, 30, tzinfo=BERLIN)
    assert song.end == datetime(2026, 9, 15, 11, tzinfo=BERLIN)
    assert (song.speakers[0].about, song.speakers[0].profiles[0].kind) == ("Gwen hums.", "mastodon")
    assert named(programme, "Ends before it starts").end is None
    assert complaints == ["session 2: Its end cannot be; the start was kept."]


def test_pretalx_calendar_has_its_speakers_in_the_titles() -> None:
    programme, complaints = only(sample("pretalx.ics"))
    assert (programme.title, programme.zone, complaints) == ("Rivers & Rocks 2026", "Europe/Berlin", [])
    assert [(one.title, [who.name for who in one.speakers]) for one in programme.sessions] == [
        ("Rivers of rock", ["Thảo Nguyễn", "Øyvind Lindqvist"]), ("Corridors for otters - a sequel", ["Ines Okoye"]),
    ]  # fmt: skip


def test_indico_calendar_has_its_speakers_in_the_texts() -> None:
    programme, _ = only(sample("indico.ics"))
    first, second = programme.sessions
    assert [who.name for who in first.speakers] == ["Ada Obi", "Jun Mori"]
    assert first.abstract == "How much is much.\nhttps://indico.example/c/11"
    assert ([who.name for who in second.speakers], second.abstract) == (["Lea Brandt"], "")


def test_floating_calendar_times_stay_on_the_clock_of_the_event() -> None:
    programme, complaints = only(sample("floating.ics"))
    assert (programme.title, programme.zone, programme.is_placed) == ("Small symposium", "", False)
    assert programme.sessions[0].start == datetime(2026, 9, 15, 9)
    assert programme.sessions[0].track == "Morning"
    assert "Private Person" not in repr(programme)
    assert {one.partition(": ")[2] for one in complaints} == {
        "Its time zone is not told; it was read as the time at the event."
    }
    lisbon = placed(programme.sessions[0], ZoneInfo("Europe/Lisbon"))
    assert (lisbon.on, lisbon.start_time) == (date(2026, 9, 15), "09:00")


def test_floating_times_follow_the_one_zone_that_their_calendar_names() -> None:
    lines = ("BEGIN:VEVENT", "DTSTART;TZID=Europe/Lisbon:20260915T090000", "END:VEVENT")
    floating = ("BEGIN:VEVENT", "DTSTART:20260915T110000", "END:VEVENT")
    text = "\n".join(("BEGIN:VCALENDAR", *lines, *floating, "END:VCALENDAR"))
    parsed = ics.read(text.encode())
    assert [one.start.isoformat() for one in parsed.records] == [
        "2026-09-15T09:00:00+01:00", "2026-09-15T11:00:00+01:00",
    ]  # fmt: skip
    assert [one.what for one in parsed.complaints] == ["Its time zone is not told; read as Europe/Lisbon."]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("pretalx.ics", True), ("indico.ics", True), ("floating.ics", True), ("meetup.ics", False), ("outlook.ics", False),
     ("conference.ics", False)],
)  # fmt: skip
def test_programmes_are_told_from_lists_of_events(name: str, is_one: bool) -> None:
    found, _ = ics.collect(sample(name))
    assert schedule_ics.is_programme(found) is is_one


# --- real ones -------------------------------------------------------------------------------------------

COUNTS = {
    "31c3_frab.xml": (138, 198, 4, 4), "debconf23.xml": (117, 87, 5, 8), "fosdem_2021.xml": (773, 684, 106, 2),
    "frab-camp2019.json": (79, 90, 2, 5), "hub-schedule2.json": (2, 4, 2, 2), "pretalx-democon.json": (36, 27, 2, 3),
    "moca24.ics": (88, 67, 4, 3), "kielux_2020.ics": (24, 20, 4, 2), "linux_conf_au_2020.ics": (262, 151, 7, 6),
    "dataweek2026.ics": (9, 0, 3, 5),
}  # fmt: skip
"""Sessions, speakers, rooms and days of each."""


@pytest.mark.parametrize("path", real_files("schedule/*.xml", "schedule/*.json", "schedule/*.ics"))
def test_real_programmes(path: Path) -> None:
    data = path.read_bytes()
    if path.name == "pyconfr2025_schedule.json":
        assert recognise(data, path.name) is None
        return
    assert recognise(data, path.name) == ("ics" if path.suffix == ".ics" else "programme")
    if path.suffix == ".ics":
        assert schedule_ics.is_programme(ics.collect(data)[0])
    with quick(2):
        programme, _ = only(data)
    found = (len(programme.sessions), len(programme.speakers), len(programme.rooms), len(programme.days))
    assert found == COUNTS[path.name]
    assert len({one.key for one in programme.sessions}) == len(programme.sessions)


@pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here")
def test_real_times_are_those_of_the_place() -> None:
    debconf, _ = only((REAL / "schedule" / "debconf23.xml").read_bytes())
    opening = placed(named(debconf, "Opening Ceremony"), ZoneInfo(debconf.zone))
    assert (debconf.zone, opening.on, opening.start_time) == ("Asia/Kolkata", date(2023, 9, 10), "10:30")
    congress, _ = only((REAL / "schedule" / "31c3_frab.xml").read_bytes())
    nights = [one for one in congress.sessions if placed(one, None).start_time < "04:00"]
    assert nights and all(placed(one, None).on > congress.days[0] for one in nights)
    democon, complaints = only((REAL / "schedule" / "pretalx-democon.json").read_bytes())
    assert (democon.zone, placed(democon.sessions[0], None).start_time) == ("", "09:00")
    assert any("UTC" in one for one in complaints)


# --- broken ones -----------------------------------------------------------------------------------------


def test_sessions_around_a_broken_place_are_read() -> None:
    broken = xml(event("One"), '<event guid="x"><title>Bad & broken</title></event>', event("Three"), event("Four"))
    programme, complaints = only(broken)
    assert [one.title for one in programme.sessions] == ["One", "Three", "Four"]
    assert {one.room for one in programme.sessions} == {"A"}
    assert complaints == [
        "line 1: The file is broken here; sessions before and after it were read where that was possible."
    ]


def test_a_file_that_breaks_off_keeps_what_stands_whole() -> None:
    whole = sample("frab.xml")
    programme, complaints = only(whole[: whole.index(b"Corridors")])
    assert len(programme.sessions) == 3
    assert len(complaints) == 1
    text = sample("pretalx.json")
    programme, complaints = only(text[: text.index(b"Nobody knows")])
    assert [one.title for one in programme.sessions] == ["Rivers of rock", "Corridors for otters"]
    assert (programme.title, programme.zone) == ("Rivers & Rocks 2026", "Europe/Berlin")
    assert [one.partition(": ")[2] for one in complaints] == [
        "The file is broken here; sessions that stand whole were read."
    ]


@pytest.mark.parametrize(
    ("fields", "start", "what"),
    [
        ({"start": "29:00"}, date(2026, 9, 15), "Its time could not be read; the day was kept."),
        ({"start": "soon"}, date(2026, 9, 15), "Its time could not be read; the day was kept."),
        ({"duration": "long"}, datetime(2026, 9, 15, 10), "Its end cannot be; the start was kept."),
        ({"duration": "99999:00"}, datetime(2026, 9, 15, 10), "Its end cannot be; the start was kept."),
        ({"end": "2026-09-15T09:00:00"}, datetime(2026, 9, 15, 10), "Its end cannot be; the start was kept."),
    ],
)
def test_impossible_times_are_told(fields: dict[str, str], start: date, what: str) -> None:
    programme, complaints = only(xml(event(**fields)))
    assert programme.sessions[0].start == start
    assert complaints == [f"line 1: {what}"]


@pytest.mark.parametrize("day", ["", "2026-02-30", "0001-01-01", "9999-12-31", "tomorrow"])
def test_impossible_days_are_left_out(day: str) -> None:
    parsed = schedule_xml.read(xml(event(), day=f'<day date="{day}">'))
    assert parsed.records == ()
    assert [one.what for one in parsed.complaints] == [
        "Its day could not be read; it was left out.", "There is no session in this file.",
    ]  # fmt: skip


def test_an_unknown_zone_is_told_and_never_guessed() -> None:
    programme, complaints = only(xml(event(), head="<time_zone_name>Mars/Olympus</time_zone_name>"))
    assert (programme.zone, programme.sessions[0].start) == ("", datetime(2026, 9, 15, 10))
    assert complaints == ["file: Nobody knows the time zone “Mars/Olympus”; its times were kept as written."]


def test_a_moment_in_utc_is_shown_on_the_clock_of_the_time_beside_it() -> None:
    programme, _ = only(xml(event(date="2026-09-15T04:30:00+00:00", start="10:00")))
    india = timezone(timedelta(hours=5, minutes=30))
    assert programme.sessions[0].start == datetime(2026, 9, 15, 10, tzinfo=india)
    assert placed(programme.sessions[0], None).start_time == "10:00"


def test_doubled_numbers_still_tell_sessions_apart() -> None:
    twice = [event("One", "g"), event("Two", "g"), event("Two", "g", start="12:00"), event("One", "g")]
    programme, complaints = only(xml(*twice))
    assert len({one.key for one in programme.sessions}) == len(programme.sessions) == 3
    assert complaints == ["line 1: This session stands in the file twice; one was kept."]
    assert {one.key for one in only(xml(*reversed(twice)))[0].sessions} == {one.key for one in programme.sessions}


def test_controls_and_halves_of_characters_are_taken_out() -> None:
    programme, _ = only(xml(event("Nu\x00ll\x07 &amp; void")))
    assert programme.sessions[0].title == "Null & void"
    told = {"schedule": {"conference": {"title": "C", "days": [
        {"date": "2026-09-15", "rooms": {"A": [{"title": "half \ud800 whole", "start": "10:00", "persons": [5, None]}]}}
    ]}}}  # fmt: skip
    programme, _ = only(json.dumps(told).encode())
    assert programme.sessions[0].title.encode() == b"half ? whole"


# --- hostile ones ----------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
EVIL: dict[str, tuple[Callable[[], bytes], str]] = {
    "billion laughs": (
        lambda: f'<!DOCTYPE s [<!ENTITY l0 "ha">{LAUGHS}]><schedule><x>&l9;</x></schedule>'.encode(), "document type",
    ),
    "external entity": (
        lambda: b'<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
        "document type",
    ),
    "deep nesting": (lambda: b"<schedule>" + b"<a>" * 200_000, "nested deeper"),
    "deep json": (lambda: b'{"schedule": {"conference": ' + b'{"a":' * 200_000, "nested deeper"),
    "huge number": (lambda: b'{"schedule": {"conference": {"x": ' + b"9" * 10_000 + b"}}}", "numbers that are none"),
    "no number": (lambda: b'{"schedule": {"conference": {"x": NaN}}}', "numbers that are none"),
    "another document": (lambda: b"<html><body>no</body></html>", "no programme in this XML"),
    "too large": (lambda: b"<schedule>" + b" " * limits.MAX_BYTES, "reads files up to 50 MB"),
}  # fmt: skip


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_files_are_refused_in_words(evil: str) -> None:
    make, words = EVIL[evil]
    data = make()
    with quick(2):
        parsed = programmes.read(data)
    assert parsed.records == ()
    assert any(words in one.what for one in parsed.complaints)


@pytest.mark.parametrize(
    "data",
    [
        xml(*[event(f"T{at}") for at in range(3_000)]).replace(b"</event>", b"<x>"),
        b"<schedule>" + b"<event><title>a" * 30_000,
        b"<schedule>&" + b"<event " * 200_000,
        b"<schedule>&" + b"<event>&</event>" * 30_000,
        b"<schedule><event><title>" + b"x" * 20_000_000,
        b'<schedule><event guid="' + b"x" * 20_000_000,
        b'{"schedule": {"conference": {}}, "e": [' + b'{"id": 1, "a": [' * 20_000,
        b'{"schedule": {"conference": {}}, "e": [' + b'{"title": "t", "start": "x"},' * 30_000,
    ],
)
def test_hostile_shapes_take_little_time(data: bytes) -> None:
    with quick(2):
        programmes.read(data)


@pytest.mark.parametrize("name", ["frab.xml", "pentabarf.xml", "pretalx.json", "hub.json", "floating.ics"])
def test_damaged_programmes_never_raise(name: str) -> None:
    chance = random.Random(name)
    for _ in range(150):
        data = bytearray(sample(name))
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        parsed = programmes.read(bytes(data))
        assert isinstance(parsed, Parsed)
        assert all(isinstance(one, Complaint) and one.what for one in parsed.complaints)
        for programme in parsed.records:
            assert all(placed(one, BERLIN).title for one in programme.sessions)


def test_no_more_is_taken_than_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "MAX_SESSIONS", 3)
    monkeypatch.setattr(schedule, "MAX_SPEAKERS", 2)
    crowd = f"<persons>{'<person>P</person>' * 9}</persons>".replace("P", "Ada Obi", 1)
    talks = [f'<event guid="{at}"><title>T{at}</title><start>10:00</start>{crowd}</event>' for at in range(9)]
    programme, complaints = only(xml(*talks))
    assert (len(programme.sessions), len(programme.sessions[0].speakers)) == (3, 2)
    assert any("takes 3 sessions" in one for one in complaints)
    assert any("more than 2 people" in one for one in complaints)


@pytest.mark.parametrize("read", [schedule_xml.read, schedule_json.read])
def test_reading_can_be_stopped(read: Callable[..., object]) -> None:
    talks = [event(f"T{at}") for at in range(1_200)]
    told = {"schedule": {"conference": {"days": [{"date": "2026-09-15", "rooms": {"A": [
        {"title": f"T{at}", "start": "10:00"} for at in range(1_200)]}}]}}}  # fmt: skip

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        read(xml(*talks) if read is schedule_xml.read else json.dumps(told).encode(), stop)
