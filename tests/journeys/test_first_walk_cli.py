"""The first walk on the command line: bring everybody in, choose rhythms, see the plan, keep a calendar up to date."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hallway.formats import ics
from tests.formats.files import REAL, SAMPLES

APP = Path(__file__).parents[2] / "app"
KHAL = Path(sys.executable).with_name("khal")
TITLE = re.compile(r"Check in with (.+)")

OURS = (SAMPLES / "linkedin.csv", SAMPLES / "apple.vcf", SAMPLES / "google.vcf", SAMPLES / "meetup.ics")
THEIRS = (
    REAL / "csv" / "linkedin_network-jobs.csv", REAL / "vcard" / "apple.vcf", REAL / "vcard" / "gmail-single2.vcf",
    REAL / "ics" / "meetup.ics",
)  # fmt: skip


class Walk:
    """A user at a terminal, on Tuesday 23 June 2026."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "PYTHONPATH": str(APP), "HALLWAY_HOME": str(folder / "home"), "PYTHONIOENCODING": "utf-8",
            "HALLWAY_NOW": "2026-06-23T09:00:00+02:00", "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache"),
        }  # fmt: skip

    def hallway(self, *words: str | Path) -> str:
        return self._run([sys.executable, "-m", "hallway", *map(str, words)])

    def json(self, *words: str | Path) -> Any:
        return json.loads(self.hallway(*words, "--json"))

    def khal(self, *words: str | Path) -> str:
        return self._run([str(KHAL), *map(str, words)])

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    return Walk(tmp_path)


def kept_calendar(walk: Walk, file: Path) -> list[tuple[str, str]]:
    """Day and person of every check-in that khal shows after importing the file into an empty calendar."""
    calendar = walk.folder / f"khal-{file.stem}"
    calendar.mkdir()
    config = walk.folder / f"{file.stem}.conf"
    config.write_text(
        f"[calendars]\n[[hallway]]\npath = {calendar}\n[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {walk.folder / (file.stem + '.db')}\n"
    )
    walk.khal("-c", config, "import", "--batch", "-a", "hallway", file)
    listed = walk.khal(
        "-c", config, "list", "--format", "{start-date}\t{title}", "--day-format", "", "2026-06-23", "183d"
    )
    rows = (line.split("\t", 1) for line in listed.splitlines() if "\t" in line)
    return sorted((day, match[1]) for day, title in rows if (match := TITLE.fullmatch(title.strip())))


SOURCES = (
    pytest.param(OURS, id="samples"),
    pytest.param(
        THEIRS,
        id="real",
        marks=pytest.mark.skipif(not REAL.exists(), reason="the collection of real files is not here"),
    ),
)


@pytest.mark.skipif(not KHAL.exists(), reason="khal is not installed here")
@pytest.mark.parametrize("files", SOURCES)
def test_from_files_to_a_calendar_that_stays_right(walk: Walk, files: tuple[Path, ...]) -> None:
    # Everybody comes in, once.
    result = walk.json("import", *files)
    assert result["added"]["people"] >= 4
    assert result["added"]["events"] >= 1
    again = walk.json("import", *files)
    assert sum(again["added"].values()) == 0

    # Rhythms for the first four with a name of their own.
    walk.hallway("export", "people", walk.folder / "people.csv")
    names = _names(walk.folder / "people.csv")[:4]
    for name, days in zip(names, ("21", "60", "90", "30"), strict=True):
        walk.hallway("rhythm", name, days)

    # Today and the plan know them; khal shows what the plan says.
    assert {item["kind"] for item in walk.json("today")} <= {"check-in", "promise"}
    plan = walk.json("plan", "--days", "180")
    planned = sorted((one["on"], one["person"]) for one in plan["check_ins"])
    assert {name for _, name in planned} == set(names)
    first = walk.folder / "first.ics"
    walk.hallway("export", "calendar", first, "--days", "180")
    assert kept_calendar(walk, first) == planned

    # One conversation: only that person's entries change, under the same ids and with a higher number.
    walk.hallway("log", names[1], "looms, and the weather")
    second = walk.folder / "second.ics"
    walk.hallway("export", "calendar", second, "--days", "180")
    before, after = _entries(first), _entries(second)
    changed = {uid for uid in after if before.get(uid) != after[uid]}
    assert changed
    assert {(after | before)[uid]["title"] for uid in changed} == {f"Check in with {names[1]}"}
    assert changed & set(before)
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in changed & set(before))
    assert set(before) <= set(after)
    planned = sorted((one["on"], one["person"]) for one in walk.json("plan", "--days", "180")["check_ins"])
    standing = sorted(
        (one["start"], one["title"]) for one in after.values() if not one["cancelled"] and one["check_in"]
    )
    assert standing == [(day, f"Check in with {name}") for day, name in planned]

    # And all of it can be taken back.
    for _ in range(6):
        walk.hallway("undo")
    assert walk.json("find", names[0]) == []
    assert walk.json("check") == {"ok": True, "findings": []}


def _names(table: Path) -> list[str]:
    """Names that mean one person each."""
    names = [line.split(",")[0].strip('"') for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    plain = [name for name in names if re.fullmatch(r"[^\W\d_]+ [^\W\d_]+", name) and names.count(name) == 1]
    return plain or names


def _entries(file: Path) -> dict[str, dict[str, Any]]:
    """What each entry shows, by its id."""
    unfolded = re.sub(r"\r\n ", "", file.read_bytes().decode())
    sequences = dict(re.findall(r"UID:(\S+)\r\n(?:(?!END:VEVENT).*\r\n)*?SEQUENCE:(\d+)", unfolded))
    return {
        one.uid: {
            "title": one.title, "start": str(one.start), "cancelled": one.cancelled,
            "sequence": int(sequences[one.uid]), "check_in": "check-in" in one.uid,
        }
        for one in ics.read(file.read_bytes()).records
    }  # fmt: skip
