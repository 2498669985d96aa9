"""The whole record as plain rows, table by table, and a new record made of such rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from hallway.domain import errors
from hallway.domain.key_file import Key
from hallway.store import soundness
from hallway.store.database import open_database
from hallway.store.schema import NEWEST
from hallway.store.tables.models import RECORDED
from hallway.store.work import View, unrecorded

ALSO = ("calendar_entry",)
"""What is no history and yet the user's: which numbers calendars were given."""
AT_ONCE = 2_000
BROKEN = (apsw.Error, TypeError, ValueError)


class Rows(NamedTuple):
    """One table: its columns, and its rows in the order of the table's keys."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def tables(look: View) -> Iterator[Rows]:
    """Every table with what the user wrote down; what is derived from it is left out."""
    for name in _names():
        columns = _columns(look, name)
        keys = ", ".join(str(number) for number in range(1, len(columns) + 1))
        listed = ", ".join(f'"{column}"' for column in columns)
        yield Rows(name, columns, tuple(look.rows(f'SELECT {listed} FROM "{name}" ORDER BY {keys}')))


def shape() -> int:
    """The shape of the record that is written."""
    return NEWEST


def make(path: Path, dumped: Iterable[Rows], now: datetime, key: Key | None = None) -> None:
    """Make a new record of them at a path where nothing is, encrypted with a key unless there is none.

    Raises `Refused` for tables or columns that there are not, and for rows that do not fit together; what was begun
    is for whoever called to take away.
    """
    database = open_database(path, key=key)
    try:
        with unrecorded(database, now) as step:
            step.execute("PRAGMA defer_foreign_keys = ON")
            known = set(_names())
            for one in dumped:
                have = set(_columns(step, one.name)) if one.name in known else set()
                if not set(one.columns) <= have:
                    raise errors.Refused("This archive was written by a newer Hallway.", "Nothing was changed.")
                _put(step, one)
        soundness.findings(View(database, now.date()))  # a word in a row that means nothing here would raise later
    except (errors.NotFound, *BROKEN) as error:  # a row whose other end is not there, or no row at all
        raise errors.Refused("The parts of this archive do not fit together.", "Nothing was changed.") from error
    finally:
        database.close()


def _put(step: Any, one: Rows) -> None:
    columns = ", ".join(f'"{column}"' for column in one.columns)
    places = ", ".join("?" * len(one.columns))
    for start in range(0, len(one.rows), AT_ONCE):
        step.execute_many(
            f'INSERT INTO "{one.name}" ({columns}) VALUES ({places})', one.rows[start : start + AT_ONCE]
        )


def _names() -> Sequence[str]:
    return (*(str(table._meta.table_name) for table in RECORDED), *ALSO)


def _columns(look: View, name: str) -> tuple[str, ...]:
    return tuple(row[1] for row in look.rows(f'PRAGMA table_info("{name}")'))
