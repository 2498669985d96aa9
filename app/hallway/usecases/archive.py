"""The whole record out as one ZIP that anybody can read, and a record made of such a ZIP again."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hallway.domain.key_file import ID_BYTES, KEY_BYTES, Key
from hallway.formats import archive_zip
from hallway.formats.archive_zip import Archive, Table
from hallway.host import files
from hallway.store import archive as store
from hallway.store.archive import Rows
from hallway.store.work import View

HEAD = 64


def file_of(look: View, now: datetime) -> bytes:
    """The archive of the record: its tables, with everybody as address cards and the schedule as a calendar."""
    from hallway.usecases import calendars, exporting

    tables = tuple(Table(*one) for one in store.tables(look))
    schedule = calendars.prepare(look, calendars.CalendarChoice(), now)
    beside = {
        "people.vcf": exporting.file_of(look, exporting.CARDS), "calendar.ics": schedule.data,
    }  # fmt: skip
    return archive_zip.write(Archive(store.shape(), tables), beside)


def write(path: Path, data: bytes) -> None:
    """Write it, proven to read back, in place of what was there. Raises `DiskFull` or `FileTrouble`."""
    files.atomic_write(path, data, check=archive_zip.read)


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of Hallway, by how it begins."""
    try:
        with path.open("rb") as file:
            return archive_zip.is_archive(file.read(HEAD))
    except OSError:
        return False


@contextmanager
def as_record(path: Path, now: datetime) -> Iterator[tuple[Path, Key]]:
    """The path of a record made of an archive, for as long as it is needed, and the key that it is encrypted with.

    The key is known to nobody else, so that nothing readable is ever among the files that programs leave behind.
    Raises `Refused` for an archive that is damaged or was written by a newer Hallway.
    """
    key = Key(secrets.token_bytes(ID_BYTES), secrets.token_bytes(KEY_BYTES))
    with TemporaryDirectory(prefix="hallway-") as folder:
        made = Path(folder) / "hallway.db"
        found = archive_zip.read(files.read_file(path, archive_zip.MOST_BYTES))
        store.make(made, (Rows(*table) for table in found.tables), now, key)
        yield made, key
