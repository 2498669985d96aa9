"""Whether what was read of a damaged file still means something: a flipped bit makes a day of no calendar.

A word that means nothing would stop the window later: it is left out where the record does without, and else the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import apsw

from hallway.domain.interactions import Kind
from hallway.domain.partial_dates import Birthday, PartialDate
from hallway.domain.people import Standing

Row = tuple[Any, ...]
DAYS = ("_on", "on_day", "birthday", "deadline")
"""How the columns end that hold a day."""
BLANK = frozenset({
    ("person", "birthday"), ("person", "met_on"), ("affiliation", "start_on"), ("affiliation", "end_on"),
    ("membership", "start_on"), ("membership", "end_on"), ("project", "start_on"), ("project", "end_on"),
})  # fmt: skip
"""Days that may be empty text."""
WORDS: Mapping[tuple[str, str], tuple[frozenset[str], str]] = {
    ("interaction", "kind"): (frozenset(Kind), str(Kind.CONVERSATION)),
    ("person", "standing"): (frozenset(Standing), str(Standing.ACTIVE)),
}
"""The words that a column knows, and the one that stands for any other."""


class Column(NamedTuple):
    """Name, and whether it may be empty (NULL)."""

    name: str
    optional: bool


def columns(connection: apsw.Connection, table: str) -> tuple[Column, ...]:
    """The columns of a table, in their order."""
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return tuple(Column(str(row[1]), not row[3] and not row[5]) for row in rows)


def settled(table: str, known: Sequence[Column], row: Row, today: str) -> Row | None:
    """The row with what means nothing left out; None when it cannot do without."""
    if len(row) != len(known):
        return None
    values = []
    for column, value in zip(known, row, strict=True):
        if isinstance(value, str) and "\0" in value:
            value = value.replace("\0", "")
        if column.name.endswith(DAYS) and not _is_day(value, column.optional, (table, column.name) in BLANK):
            value = _without_day(table, column, today)
            if value is None and not column.optional:
                return None
        words, usual = WORDS.get((table, column.name), (frozenset(), ""))
        values.append(usual if words and value not in words else value)
    return tuple(values)


def mend_copies(connection: apsw.Connection) -> None:
    """Participants repeat the day of their entry, and whether it counts."""
    counting = ", ".join(f"'{kind}'" for kind in Kind if kind.counts)
    connection.execute(
        f"""UPDATE participant SET on_day = i.on_day, counts = i.kind IN ({counting})
              FROM interaction i WHERE i.id = participant.interaction_id"""
    )


def _is_day(value: object, optional: bool, blank: bool) -> bool:
    if value is None:
        return optional
    if not isinstance(value, str):
        return False
    return blank if not value else _reads(value, PartialDate.parse) or _reads(value, Birthday.parse)


def _reads(value: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True


def _without_day(table: str, column: Column, today: str) -> str | None:
    if column.optional:
        return None
    if (table, column.name) in BLANK:
        return ""
    return today if column.name == "added_on" else None
