"""Everybody out to a file: address cards, or a table. What was imported and not understood travels along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hallway.domain import errors
from hallway.domain.names import sort_key
from hallway.domain.people import Standing
from hallway.domain.records import PersonRecord
from hallway.host.files import atomic_write
from hallway.store import importing as store
from hallway.store import photos as photo_store
from hallway.store.work import View

SUFFIXES = CARDS, TABLE = ".vcf", ".csv"


def people(look: View, *, photos: bool = False) -> tuple[PersonRecord, ...]:
    """Everybody but those let go, by name; with their photos when asked for."""
    faces = dict(photo_store.photos(look)) if photos else {}
    records = (
        replace(entry.held.record, photo=faces[id_]) if id_ in faces else entry.held.record
        for id_, entry in store.entries(look).items()
        if entry.standing is not Standing.LET_GO
    )
    return tuple(sorted(records, key=lambda one: (sort_key(one.name), one.name, one.uid)))


def record_of(look: View, person_id: int) -> PersonRecord:
    """One person in the shape that files have. Raises `NotFound`."""
    entry = store.entries(look, [person_id]).get(person_id)
    if entry is None:
        raise errors.NotFound("This person is no longer in your record.")
    return replace(entry.held.record, photo=photo_store.photo(look, person_id) or b"")


def file_of(look: View, suffix: str, version: str = "3.0", guard: bool = False) -> bytes:
    """Everybody as the content of a file. `version` is that of address cards; `guard` makes a table safe to open in
    a spreadsheet. Raises `Refused` for another suffix."""
    if suffix.lower() == CARDS:
        from hallway.formats import vcard  # only what is written

        return vcard.write(people(look, photos=True), version)
    if suffix.lower() == TABLE:
        from hallway.formats import people_csv

        return people_csv.write(people(look), guard)
    raise errors.Refused(f"People are written as {' or '.join(SUFFIXES)}, not {suffix or 'without an ending'}.")


def write(path: Path, data: bytes) -> None:
    """Write a file atomically. Raises `DiskFull` or `FileTrouble`; an old file then stands as it was."""
    atomic_write(path, data, mode=None)
