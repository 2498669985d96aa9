"""Whether this very Hallway works on this machine: each step tries a part of it on made-up people and says what it saw.

A packaged program may lack a part that nobody misses until it is needed; these steps need every one.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from hallway.domain.backups import Why
from hallway.domain.errors import Trouble
from hallway.domain.key_file import Cost, PassphraseWanted
from hallway.domain.people import NewPerson
from hallway.host.clock import clock
from hallway.store import old_shapes
from hallway.usecases import (
    archive,
    backing_up,
    calendars,
    card,
    conflicts,
    demo,
    exporting,
    opening,
    passphrase,
    people,
    reading_apart,
    safety,
    searching,
    settings,
    zones,
)
from hallway.usecases.desk import Desk

FIRST_PLACE = "University of the first shape"
CHEAP = Cost(2, 1, 1)
"""What is tried here is the lock, not how long it takes to pick it."""
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nEND:VCARD\r\n"
PAPERS = "@article{looms, author = {Łukasz G{\\'o}rski and Lovelace, Ada}, title = {Looms}, year = 2025}"
TABLE = "Name,Email\nGrace Hopper,grace@example.org\n"


class Step(NamedTuple):
    """One thing to try, in a folder that is there for this alone; it returns what it saw and raises what is wrong."""

    name: str
    run: Callable[[Path], str]


class Wrong(Trouble):
    """A part does not do what it should."""


def expect(condition: object, words: str) -> None:
    """Raise `Wrong` with these words unless it is so."""
    if not condition:
        raise Wrong(words)


def filled(folder: Path) -> Desk:
    """The desk before a made-up network in a folder of its own; close it afterwards."""
    record = folder / "hallway.db"
    is_new = not record.exists()
    desk = opening.open_record(record, clock(), "self-test")
    if is_new:
        demo.fill(desk)
    return desk


def _record(folder: Path) -> str:
    desk = filled(folder / "network")
    try:
        findings = desk.ask(safety.check)
        expect(not findings, "; ".join(findings))
        (engine,) = desk.database.rows("SELECT sqlite_version()")[0]
        return f"{desk.ask(people.count)} made-up people, SQLite {engine}"
    finally:
        desk.close()


def _search(folder: Path) -> str:
    desk = filled(folder / "network")
    try:
        desk.do(people.add, NewPerson("Łukasz Strzyżewski"))
        expect([hit.title for hit in desk.ask(searching.find, "lukasz strzyz")] == ["Łukasz Strzyżewski"], "not found")
        desk.undo()
        expect(not desk.ask(searching.find, "lukasz strzyz"), "found after it was taken back")
        return "found without its accents, and gone after Undo"
    finally:
        desk.close()


def _older(folder: Path) -> str:
    record = folder / "older" / "hallway.db"
    record.parent.mkdir()
    old_shapes.make(record, FIRST_PLACE)
    desk = opening.open_record(record, clock(), "self-test")
    try:
        expect(FIRST_PLACE in desk.ask(people.organisation_names), "what it held is gone")
        expect(not desk.ask(safety.check), "it is not sound afterwards")
        return f"shape {old_shapes.OLDEST} became shape {desk.database.rows('PRAGMA user_version')[0][0]}"
    finally:
        desk.close()


def _copy(folder: Path) -> str:
    desk = filled(folder / "network")
    try:
        made = backing_up.make(desk, Why.ASKED)
        inside = opening.look_inside(backing_up.folder_of(desk) / made.name)
        try:
            expect(inside.ask(people.count) == desk.ask(people.count), "the copy holds something else")
        finally:
            opening.put_away(inside)
        return f"{made.name} opens"
    finally:
        desk.close()


def _encrypted(folder: Path) -> str:
    record = folder / "locked" / "hallway.db"
    name = "Ada Lovelace, Countess"  # too long to stand among encrypted pages by chance
    desk = opening.open_record(record, clock(), "self-test")
    prepared = passphrase.prepare("a corridor after the talk", CHEAP)
    try:
        desk.do(people.add, NewPerson(name))
        passphrase.turn_on(desk, prepared)
        expect(desk.ask(people.count) == 1, "what it held is gone")
    finally:
        desk.close()
    expect(name.encode() not in record.read_bytes(), "it can be read without the passphrase")
    try:
        opening.open_record(record, clock(), "self-test").close()
    except PassphraseWanted:
        return "a passphrase locks it"
    raise Wrong("it opens without the passphrase")


def _read(folder: Path) -> str:
    given = {"ada.vcf": CARDS, "papers.bib": PAPERS, "people.csv": TABLE}
    reading = reading_apart.read_apart([(name, text.encode()) for name, text in given.items()])
    expect(not reading.problems, "; ".join(str(problem) for problem in reading.problems))
    found = sum(len(page.people) for page in reading.pages)
    written = sum(len(page.papers) for page in reading.pages)
    expect((found, written) == (2, 1), f"{found} people and {written} papers instead of 2 and 1")
    return "address cards, a table and a bibliography, in a process of their own"


def _write(folder: Path) -> str:
    desk = filled(folder / "network")
    try:
        now = desk.clock.now()
        with desk.looking() as look:
            made = {
                "cards": exporting.file_of(look, ".vcf"), "table": exporting.file_of(look, ".csv"),
                "calendar": calendars.prepare(look, calendars.CalendarChoice(), now).data,
                "workbook": conflicts.file_of(look, ".xlsx"), "archive": archive.file_of(look, now),
            }  # fmt: skip
        expect(all(made.values()), "a file is empty")
        return ", ".join(f"{name} {len(data) / 1000:.0f} kB" for name, data in made.items())
    finally:
        desk.close()


def _card(folder: Path) -> str:
    desk = filled(folder / "network")
    try:
        desk.do(settings.set_profile, "name", "Ines Okoye")
        code = desk.ask(card.file_of, ".png")
        (folder / "card.png").write_bytes(code)  # the window's part reads it back
        return f"a code of {len(code) / 1000:.0f} kB"
    finally:
        desk.close()


def _zones(_: Path) -> str:
    expect(zones.offered("berlin"), "Berlin has no time zone")
    here = resources.files("tzdata.zoneinfo") / "Europe" / "Berlin"
    expect(here.is_file(), "Hallway's own table of time zones is not there")
    return "Hallway brings its own table"


STEPS = (
    Step("A record", _record),
    Step("Search and undo", _search),
    Step("A record of an older Hallway", _older),
    Step("A copy", _copy),
    Step("An encrypted record", _encrypted),
    Step("Reading files", _read),
    Step("Writing files", _write),
    Step("My card", _card),
    Step("Time zones", _zones),
)
