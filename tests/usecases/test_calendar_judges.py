"""Exported files before judges: icalendar, libical, khal, Radicale and vdirsyncer take them whole and show the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest

from hallway.domain.records import EntryKind
from hallway.formats import calendar_ics
from tests import libical
from tests.calendar_client import Client, alone, name_of, pieces
from tests.calendar_corpus import FILES, File, files
from tests.calendar_shown import COMPONENTS, Shown, blocks, read, shown_in
from tests.radicale import PASSWORD, USER, running
from tests.radicale_here import Collection

SOME = ["private-events", "initials-tasks", "names-both", "full-both"]
"""For the slow judges: each level, each form."""
ALL_TIME = "20250101T000000Z", "20290101T000000Z"


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> File:
    return files()[request.param]


def test_the_files_hold_all_there_is() -> None:
    for file in files().values():
        shown = list(file.shows.values())
        assert {one.cancelled for one in shown} == {True, False}
        kinds = Counter(entry.kind for entry in file.export.entries)
        assert set(kinds) == set(EntryKind) and min(kinds.values()) > 5
    assert {one.component for one in files()["private-tasks"].shows.values()} == {"VEVENT", "VTODO"}
    assert any(len(one.title.encode()) > 200 for one in files()["full-events"].shows.values())


def test_icalendar_reads_the_same_and_writes_the_same(file: File) -> None:
    calendar = icalendar.Calendar.from_ical(file.export.data)
    assert isinstance(calendar, icalendar.Calendar)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert dict(shown_in(part) for part in calendar.walk() if part.name in ("VEVENT", "VTODO")) == file.shows
    assert Counter(logical(calendar.to_ical())) == Counter(logical(file.export.data))


def logical(data: bytes) -> list[str]:
    """Lines unfolded; the parts of a rule in one order, which is free (RFC 5545, section 3.3.10), and one zero."""
    lines = data.decode().replace("\r\n ", "").replace(":PT0M\r\n", ":P0D\r\n").split("\r\n")
    rules = [line.removeprefix("RRULE:").split(";") for line in lines if line.startswith("RRULE:")]
    return [line for line in lines if not line.startswith("RRULE:")] + [";".join(sorted(rule)) for rule in rules]


def test_libical_reads_the_same_by_our_own_zones(file: File) -> None:
    data = file.export.data.replace(b"TZID:", b"TZID:Our/").replace(b"TZID=", b"TZID=Our/")
    seen = libical.judge(data)
    assert {uid: (one.component, one.summary, one.start, one.end) for uid, one in seen.items()} == {
        uid: (one.component, one.title, one.start, one.end or (one.component == "VEVENT" and one.start) or None)
        for uid, one in file.shows.items()
    }
    assert {uid for uid, one in seen.items() if one.status == "CANCELLED"} == file.shows.keys() - file.standing.keys()


# --- khal --------------------------------------------------------------------------------------------------

KHAL = Path(sys.executable).with_name("khal.exe" if sys.platform == "win32" else "khal")
FIELDS = ("uid", "title", "start", "end", "all-day", "location", "description", "status")


@pytest.mark.skipif(not KHAL.exists(), reason="khal is not installed")
@pytest.mark.parametrize("name", SOME)
def test_khal_takes_the_file_and_lists_the_same(name: str, tmp_path: Path) -> None:
    file, path = files()[name], tmp_path / "exported.ics"
    path.write_bytes(file.export.data)
    config = _khal_config(tmp_path)
    assert _khal(config, "import", "--batch", str(path)) == ""
    fields = [word for each in FIELDS for word in ("--json", each)]
    days = _khal(config, "list", "--once", *fields, "2025-01-01", "2029-01-01").splitlines()
    listed = {one["uid"]: one for day in days for one in json.loads(day)}
    events = {uid: one for uid, one in file.shows.items() if one.component == "VEVENT"}
    assert listed.keys() == events.keys()
    for uid, one in events.items():
        said = listed[uid]
        assert (said["title"], said["location"], said["description"]) == (one.title, one.location, one.description)
        assert (said["start"], said["end"]) == _as_khal_says(one)
        assert (said["status"] == "CANCELLED") == one.cancelled


def _khal_config(folder: Path) -> Path:
    (folder / "calendar").mkdir()
    config = folder / "config"
    config.write_text(
        f"[calendars]\n[[ours]]\npath = {folder / 'calendar'}\ntype = calendar\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n[default]\ndefault_calendar = ours\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
        encoding="utf-8",
    )
    return config


def _khal(config: Path, *words: str) -> str:
    done = subprocess.run(
        [KHAL, "-c", config, *words], capture_output=True, encoding="utf-8", timeout=120, check=False
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _as_khal_says(one: Shown) -> tuple[str, str]:
    """Whole days end on their last one; what has no end is shown as an hour."""
    if isinstance(one.start, datetime):
        return f"{one.start:%Y-%m-%d %H:%M}", f"{one.end or one.start + timedelta(hours=1):%Y-%m-%d %H:%M}"
    assert one.start is not None and one.end is not None
    return one.start.isoformat(), (one.end - timedelta(days=1)).isoformat()


# --- a server ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SOME)
def test_radicale_takes_each_entry_and_answers_reports_alike(name: str, tmp_path: Path) -> None:
    """A query for a range of time and a multiget of what it found (RFC 4791, 7.8 and 7.9)."""
    file = files()[name]
    place = Collection(tmp_path)
    client = Client(place)
    standing = [piece for piece in pieces(file.export.data) if not piece.cancelled]
    for piece in standing:
        place.put(name_of(piece.uid), alone(piece, file.export.data.decode()))
        client.there.add(piece.uid)
    assert client.holds() == file.standing
    for component in ("VEVENT", "VTODO"):
        found = place.between(component, *ALL_TIME)
        wanted = {uid: one for uid, one in file.standing.items() if one.component == component}
        assert _read(found) == wanted
        if found:
            assert place.several(list(found)) == found
    some = place.between("VEVENT", "20260701T000000Z", "20260801T000000Z")
    assert _read(some) == {uid: one for uid, one in file.standing.items() if _is_in_july(one)}


def _read(answers: dict[str, bytes]) -> dict[str, Shown]:
    texts = ["\r\n".join(data.decode().splitlines()) for data in answers.values()]  # some write bare line feeds
    return dict(read(block) for text in texts for name in COMPONENTS for block in blocks(text, name))


def _is_in_july(one: Shown) -> bool:
    """As RFC 4791, 9.9 says it: what starts before the end and ends after the start; a day is one of Greenwich."""
    if one.component != "VEVENT":
        return False
    start, end = _moment(one.start), _moment(one.end or one.start)
    begin, until = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 8, 1, tzinfo=UTC)
    return start < until and (end > begin or (start == end == begin))


def _moment(when: datetime | date | None) -> datetime:
    assert when is not None
    return when if isinstance(when, datetime) else datetime.combine(when, time(), UTC)


@pytest.fixture
def vdirsyncer() -> Iterator[Path]:
    program = Path(sys.executable).with_name("vdirsyncer.exe" if sys.platform == "win32" else "vdirsyncer")
    if not program.exists():
        pytest.skip("vdirsyncer is not installed")
    yield program


def test_vdirsyncer_carries_every_entry_both_ways(vdirsyncer: Path, tmp_path: Path) -> None:
    """From a folder to a server, and from there to a second folder."""
    file = files()["full-both"]
    for name in ("server", "ours", "theirs"):
        (tmp_path / name).mkdir()
    for uid, data in calendar_ics.write_each(file.export.entries, file.choice.style).items():
        (tmp_path / "ours" / name_of(uid)).write_bytes(data)
    with running(tmp_path / "server") as server:
        config = tmp_path / "config"
        config.write_text(_vdirsyncer_config(tmp_path, server.address().removesuffix("hallway/")), encoding="utf-8")
        for words in (["discover"], ["sync", "up"], ["sync", "down"]):
            done = subprocess.run(
                [vdirsyncer, "-c", config, *words], input="y\n" * 9, capture_output=True, encoding="utf-8",
                timeout=120, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr[-1500:]
            assert words == ["discover"] or not re.search("error|warning", done.stderr), done.stderr
    arrived = {str(file): file.read_bytes() for file in (tmp_path / "theirs").rglob("*.ics")}
    assert _read(arrived) == file.standing


def _vdirsyncer_config(folder: Path, address: str) -> str:
    def local(name: str) -> str:
        return f'[storage {name}]\ntype = "filesystem"\npath = "{folder.as_posix()}/{name}"\nfileext = ".ics"\n'

    return (
        f'[general]\nstatus_path = "{folder.as_posix()}/status"\n'
        '[pair up]\na = "ours"\nb = "server"\ncollections = [["all", null, "all"]]\n'
        '[pair down]\na = "theirs"\nb = "server"\ncollections = [["all", null, "all"]]\n'
        f"{local('ours')}{local('theirs')}"
        f'[storage server]\ntype = "caldav"\nurl = "{address}"\nusername = "{USER}"\npassword = "{PASSWORD}"\n'
    )
