"""What calendars have been given: the sequence numbers that must only ever grow.

Not part of the history on purpose: taking back an edit cannot take back what a calendar has already read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class Given:
    """One entry as a calendar last saw it; `start_on` is ISO text, `gone` means its cancellation was given too."""

    uid: str
    sequence: int
    modified_at: datetime
    fingerprint: str
    title: str
    start_on: str
    kind: str
    gone: bool = False


def given(look: View) -> dict[str, Given]:
    """Everything that was ever exported, by uid."""
    rows = look.rows("SELECT uid, sequence, modified_at, fingerprint, title, start_on, kind, gone FROM calendar_entry")
    return {
        uid: Given(uid, sequence, datetime.fromisoformat(modified_at), fingerprint, title, start_on, kind, bool(gone))
        for uid, sequence, modified_at, fingerprint, title, start_on, kind, gone in rows
    }


def remember(step: Work, entries: list[Given]) -> None:
    """Keep what calendars now have."""
    step.execute_many(
        "INSERT OR REPLACE INTO calendar_entry (uid, sequence, modified_at, fingerprint, title, start_on, kind, gone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                one.uid, one.sequence, one.modified_at.isoformat(), one.fingerprint,
                one.title, one.start_on, one.kind, one.gone,
            )
            for one in entries
        ],
    )
