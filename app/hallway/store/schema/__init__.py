"""Numbered shapes of the database, oldest first; `MIGRATIONS[n]` brings a file from shape n to shape n + 1."""

from __future__ import annotations

from hallway.store.schema import people_0002, start_0001

MIGRATIONS: tuple[tuple[str, ...], ...] = (start_0001.STATEMENTS, people_0002.STATEMENTS)
NEWEST = len(MIGRATIONS)
