"""Who waits for a decision: people of files that may be people already here, looked at when there is time."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.domain.importing import Decision, Page, Reading, Row
from hallway.store import waiting as store
from hallway.store.waiting import WaitingRow
from hallway.store.work import View, Work

__all__ = ["WaitingRow", "count", "keep", "listed", "reading"]


def listed(look: View) -> tuple[WaitingRow, ...]:
    """Everybody who waits, in the order in which they came."""
    return store.listed(look)


def count(look: View) -> int:
    """How many wait."""
    return store.count(look)


def reading(look: View) -> Reading:
    """Who waits as if their files had been read again, to be reviewed like them."""
    rows = store.listed(look)
    files = dict.fromkeys((row.file, row.kind) for row in rows)
    pages = (
        Page(file, kind, tuple(row.record for row in rows if (row.file, row.kind) == (file, kind)))
        for file, kind in files
    )
    return Reading(tuple(pages), photos_are_clean=True)


def keep(step: Work, rows: Sequence[Row]) -> None:
    """Let those wait who are to be decided about later, and no longer those who were decided about."""
    new = (row for row in rows if row.decision is Decision.LATER and row.waiting_id is None)
    store.add(step, ((row.file, row.kind, row.record) for row in new))
    store.drop(step, (
        row.waiting_id for row in rows if row.waiting_id is not None and row.decision is not Decision.LATER
    ))  # fmt: skip
