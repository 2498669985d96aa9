"""The archive: one ZIP that anybody can read in twenty years, and that Hallway reads back into an equal record.

    README.txt       what is inside, in words
    schema.json      which tables there are, and their columns
    data/NAME.json   the rows of a table, one object each; a picture is named by its file
    tables/NAME.csv  the same rows for a spreadsheet, safe to open there
    pictures/        photos of people, pictures of cards
    people.vcf, calendar.ics

The same record gives the same bytes, but for the moment that the calendar tells.
"""

from __future__ import annotations

import csv
import io
import json
import math
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from hallway.domain import errors
from hallway.formats.people_csv import guarded
from hallway.formats.text import clean
from hallway.formats.zip_parts import as_json, ending_of, put

FORMAT: Final = "hallway archive"
VERSION: Final = 1
MOST_BYTES: Final = 2_000_000_000
MOST_PARTS: Final = 300_000
MOST_PACKED: Final = 200
"""How many times smaller a large part may be than what comes out of it; only a trap is packed more tightly."""
LARGE: Final = 10_000_000
NOT_OURS: Final = "This is no archive of Hallway."


class Table(NamedTuple):
    """One table: its columns and its rows; pictures are bytes."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Archive(NamedTuple):
    """Everything that is read back: the shape of the record it was written from, and its tables."""

    shape: int
    tables: tuple[Table, ...]


def write(archive: Archive, beside: Mapping[str, bytes]) -> bytes:
    """The ZIP of an archive, with files `beside` the tables (cards, a calendar)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        put(whole, "README.txt", _readme(archive, beside))
        put(whole, "schema.json", as_json(_schema(archive)))
        for table in archive.tables:
            rows = [_plain(table, row, at, whole) for at, row in enumerate(table.rows)]
            objects = [dict(zip(table.columns, row, strict=True)) for row in rows]
            put(whole, f"data/{table.name}.json", as_json(objects))
            put(whole, f"tables/{table.name}.csv", _csv(table.columns, rows))
        for name, data in sorted(beside.items()):
            put(whole, name, data)
    return out.getvalue()


def is_archive(head: bytes) -> bool:
    """Whether a file begins as an archive does: a ZIP whose first part is our README."""
    return head.startswith(b"PK\x03\x04") and head[30:40] == b"README.txt"


def read(data: bytes) -> Archive:
    """Read an archive back. Raises `Refused` for another ZIP, a broken one, or one that is far too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            parts = _Parts(whole)
            schema = parts.json("schema.json")
            if schema.get("format") != FORMAT:
                raise errors.Refused(NOT_OURS)
            if schema["version"] > VERSION:
                raise errors.Refused("This archive was written by a newer Hallway.", "Nothing was changed.")
            tables = tuple(_table(parts, str(name), columns) for name, columns in schema["tables"].items())
            return Archive(int(schema["shape"]), tables)
    except errors.HallwayError:
        raise
    except KeyError as error:
        missing = "A part of this archive is missing."
        raise errors.Refused(NOT_OURS if "schema.json" in str(error) else missing) from error
    except Exception as error:  # a broken ZIP breaks in many ways
        raise errors.Refused("This archive cannot be read: it is damaged.", "Nothing was changed.") from error


class _Parts:
    """What is in a ZIP, by name and into memory alone; each part once, so that none comes out a thousand times.

    Raises `Refused` for a trap.
    """

    def __init__(self, whole: zipfile.ZipFile) -> None:
        self._whole = whole
        self._left = {part.filename: part for part in whole.infolist()}
        sizes = [(part.file_size, part.compress_size) for part in self._left.values()]
        is_trap = any(size > LARGE and size > MOST_PACKED * packed for size, packed in sizes)
        if len(sizes) > MOST_PARTS or sum(size for size, _ in sizes) > MOST_BYTES or is_trap:
            raise errors.Refused("This archive is larger than any record.", "Nothing was changed.")

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError for one that is not there, or was read before."""
        return self._whole.read(self._left.pop(name))

    def json(self, name: str) -> Any:
        """What a part holds. Raises ValueError for numbers that are none."""
        return json.loads(self.read(name), parse_constant=_no_number)


def _table(parts: _Parts, name: str, columns: Sequence[str]) -> Table:
    objects = parts.json(f"data/{name}.json")
    rows = tuple(tuple(_value(parts, one[column]) for column in columns) for one in objects)
    return Table(name, tuple(columns), rows)


def _value(parts: _Parts, value: Any) -> Any:
    """What stands in a cell. Raises ValueError for what no cell of ours holds."""
    if isinstance(value, dict):
        return parts.read(value["picture"])
    if isinstance(value, str):
        value.encode()  # raises for halves of pairs, which no text of ours holds
        return value
    is_number = isinstance(value, int) and -(2**63) <= value < 2**63
    if value is None or is_number or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise ValueError("no value of ours")


def _no_number(written: str) -> float:
    raise ValueError(written)


def _plain(table: Table, row: tuple[Any, ...], at: int, whole: zipfile.ZipFile) -> list[Any]:
    """A row without bytes: each picture is a part of its own."""
    plain = []
    for column, value in zip(table.columns, row, strict=True):
        if isinstance(value, bytes):
            name = f"pictures/{table.name}-{column}-{at + 1:06}.{ending_of(value)}"
            put(whole, name, value)
            plain.append({"picture": name})
        else:
            plain.append(value)
    return plain


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows for a spreadsheet: every cell quoted, none that would run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        cells = (value["picture"] if isinstance(value, dict) else value for value in row)
        writer.writerow("" if value is None else guarded(clean(str(value))) for value in cells)
    return out.getvalue().encode("utf-8-sig")


def _schema(archive: Archive) -> dict[str, Any]:
    return {
        "format": FORMAT, "version": VERSION, "shape": archive.shape,
        "tables": {table.name: list(table.columns) for table in archive.tables},
    }  # fmt: skip


def _readme(archive: Archive, beside: Mapping[str, bytes]) -> bytes:
    counted = "\n".join(f"  {table.name}: {len(table.rows)}" for table in archive.tables if table.rows)
    return f"""This is a whole Hallway record: people, conversations, promises, events and all that belongs to them.

data/     every table as JSON (RFC 8259, UTF-8): a list of objects, one for each row
tables/   the same as CSV (RFC 4180) for spreadsheets; a cell that a spreadsheet would run begins with an apostrophe
pictures/ photos of people and pictures of their cards, named in the tables
{chr(10).join(sorted(beside))}: the people as address cards (vCard), the schedule as a calendar (iCalendar)

Columns that end in _id name the row of another table by its id. Days are written 2026-06-23; a day of which only the
month or the year is known is shorter. schema.json lists the tables and their columns.

Hallway reads this file back: "hallway restore FILE.zip", or Settings, Copies, Go back to a copy.

Rows:
{counted}
""".encode()
