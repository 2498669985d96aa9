"""Handing somebody their own record: everything that is kept about them, as one ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.file_names import file_name
from hallway.formats import person_zip
from hallway.formats.person_zip import Handed
from hallway.host import files
from hallway.store import lists, settings
from hallway.store import people as people_store
from hallway.store import person_record as store
from hallway.store.work import View
from hallway.usecases import exporting

ENDING = ".zip"


class Candidate(NamedTuple):
    """Somebody who may be meant: their name, what they do, and their first mail address; the last two may be empty."""

    id: int
    name: str
    line: str
    mail: str


def file_of(look: View, person_id: int) -> bytes:
    """The ZIP. Raises `NotFound`."""
    tables = store.of_person(look, person_id)
    keeper = settings.profile(look)["name"].strip()
    record = exporting.with_a_name(exporting.record_of(look, person_id))
    return person_zip.write(Handed(record, keeper, look.today, tables))


def name_of(name: str) -> str:
    """What its file may be called on any system."""
    return file_name(name, ENDING, "record")


def write(path: Path, data: bytes) -> None:
    """Write it, proven to read back, in place of what was there. Raises `DiskFull` or `FileTrouble`."""
    files.atomic_write(path, data, check=person_zip.check)


def meant(look: View, words: str) -> tuple[Candidate, ...]:
    """Who goes by a name, a part of one or a mail address; of those let go only by their address. Raises `NotFound`."""
    ids = [id_ for id_, _ in people_store.called(look, words)] or list(store.with_mail(look, words))
    if not ids:
        raise errors.NotFound(f"Nobody here goes by “{words}”.", do="Try `hallway find` with a part of the name.")
    rows, mails = lists.rows_of(look, ids), store.first_mails(look, ids)
    found = (Candidate(id_, rows[id_].name, rows[id_].line, mails.get(id_, "")) for id_ in ids if id_ in rows)
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))
