"""Numbered shapes of the database, oldest first; `MIGRATIONS[n]` brings a file from shape n to shape n + 1."""

from __future__ import annotations

from hallway.store.schema import importing_0004, people_0002, reaching_0003, start_0001

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    start_0001.STATEMENTS,
    people_0002.STATEMENTS,
    reaching_0003.STATEMENTS,
    importing_0004.STATEMENTS,
)
NEWEST = len(MIGRATIONS)
