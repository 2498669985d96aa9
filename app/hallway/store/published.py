"""What was put where: the entries that a server or a folder has from Hallway, with the version each was left in.

Not part of the history: taking back an edit cannot take back what a server already has.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hallway.store.work import View, Work


class Put(NamedTuple):
    """One entry at its place: its uid, its name there, its version there, and what was written."""

    uid: str
    name: str
    etag: str
    fingerprint: str


def at(look: View, target: str) -> dict[str, Put]:
    """Everything that was put at a place, by uid."""
    rows = look.rows("SELECT uid, name, etag, fingerprint FROM published WHERE target = ?", target)
    return {row[0]: Put(*row) for row in rows}


def remember(step: Work, target: str, put: Iterable[Put], gone: Iterable[str]) -> None:
    """Keep what was put at a place, and forget what was taken away there."""
    step.execute_many("DELETE FROM published WHERE target = ? AND uid = ?", [(target, uid) for uid in gone])
    step.execute_many(
        "INSERT OR REPLACE INTO published (target, uid, name, etag, fingerprint) VALUES (?, ?, ?, ?, ?)",
        [(target, *one) for one in put],
    )
