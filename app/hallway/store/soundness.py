"""Whether the record is sound: what SQLite finds, and whether everything derived still tells the same story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from hallway.domain import errors
from hallway.domain.changes import EVENT, MOMENT, PERSON
from hallway.domain.interactions import Kind
from hallway.store import touched
from hallway.store.database import Database, integrity_findings, told
from hallway.store.work import View

Row = tuple[Any, ...]


def findings(look: View) -> tuple[str, ...]:
    """What is wrong, one line each and without anybody's name; empty when sound."""
    try:
        with told(look.database.path):
            broken = integrity_findings(look.database)
            return tuple(broken or [*_glances(look), *_words(look), *_copies(look)])
    except errors.DatabaseDamaged as damage:
        return (damage.what,)


def quick_findings(database: Database) -> tuple[str, ...]:
    """What SQLite's quick check says; empty when sound."""
    try:
        return tuple(str(row[0]) for row in database.rows("PRAGMA quick_check(5)") if row[0] != "ok")
    except errors.DatabaseDamaged as damage:
        return (damage.what,)


def _glances(look: View) -> Iterator[str]:
    expected = [row for ids in _ids(look, PERSON) for row in touched.of_people(look, ids)[0]]
    yield from _difference("list lines of people", expected, look.rows("SELECT * FROM glance"))


def _words(look: View) -> Iterator[str]:
    people = (row for ids in _ids(look, PERSON) for row in touched.of_people(look, ids)[1])
    moments = (row for ids in _ids(look, MOMENT) for row in touched.of_moments(look, ids))
    events = (row for ids in _ids(look, EVENT) for row in touched.of_events(look, ids))
    indexes = (
        ("person_words", ("name", "about"), people),
        ("moment_words", ("words",), moments),
        ("event_words", ("words",), events),
    )
    for table, columns, rows in indexes:
        with _vocabulary(look, table) as found:
            yield from _difference(f"search words ({table})", _apart(rows, columns), found)


def _apart(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[Row]:
    """Each word of a row with the row's id and its column."""
    for id_, *texts in rows:
        for column, text in zip(columns, texts, strict=True):
            yield from ((id_, column, word) for word in text.split())


@contextmanager
def _vocabulary(look: View, table: str) -> Iterator[list[Row]]:
    """All words of an index. The table that lists them is a temporary one: the data file itself is only read."""
    connection = look.database.connection
    before = connection.pragma("query_only")
    connection.pragma("query_only", 0)
    try:
        connection.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', '{table}', 'instance')")
        yield look.rows("SELECT doc, col, term FROM temp.vocabulary")
    finally:
        connection.execute("DROP TABLE IF EXISTS temp.vocabulary")
        connection.pragma("query_only", before)


def _copies(look: View) -> Iterator[str]:
    """Participants repeat the day of their interaction and whether it counts."""
    rows = look.rows(
        "SELECT i.on_day, i.kind, x.on_day, x.counts"
        " FROM participant x JOIN interaction i ON i.id = x.interaction_id"
    )
    wrong = sum(1 for day, kind, copy, counts in rows if day != copy or Kind(kind).counts != bool(counts))
    if wrong:
        yield f"{wrong} participants differ from their timeline entry"


def _ids(look: View, kind: str) -> Iterable[str]:
    return touched.batches(touched.everything(look)[kind])


def _difference(what: str, expected: Iterable[Row], found: Iterable[Row]) -> Iterator[str]:
    wrong = {row[0] for row in set(expected) ^ set(found)}
    if wrong:
        yield f"{len(wrong)} {what} differ from the record"
