"""What calendars have been given: the sequence numbers that must only ever grow.

Not part of the history on purpose: taking back an edit cannot take back what a calendar has already read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from hallway.store.work import View, Work

COLUMNS: Final = "uid, sequence, modified_at, fingerprint, title, start_on, kind, end_on, form, gone"
INTO: Final = f"INTO calendar_entry ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Given:
    """One entry as a calendar last saw it; `start_on` and `end_on` are ISO text (`end_on` inclusive, or empty).

    `form` is what a file had it as: events, tasks or both; empty when no file ever had it, only a server or a folder.
    `gone` means its cancellation was given too.
    """

    uid: str
    sequence: int
    modified_at: datetime
    fingerprint: str
    title: str
    start_on: str
    kind: str
    end_on: str = ""
    form: str = "events"
    gone: bool = False


def given(look: View) -> dict[str, Given]:
    """Everything that was ever exported, by uid."""
    return {row[0]: _given(row) for row in look.rows(f"SELECT {COLUMNS} FROM calendar_entry")}


def remember(step: Work, entries: Iterable[Given]) -> None:
    """Keep what calendar files now have; of two with one uid, the later counts."""
    step.execute_many(f"INSERT OR REPLACE {INTO}", map(_row, entries))


def count(step: Work, entries: Iterable[Given]) -> None:
    """Keep the numbers that entries were given elsewhere; what files have of them stays."""
    step.execute_many(
        f"""INSERT {INTO} ON CONFLICT (uid) DO UPDATE SET sequence = excluded.sequence, gone = 0,
                modified_at = excluded.modified_at, fingerprint = excluded.fingerprint,
                form = CASE WHEN gone THEN '' ELSE form END""",
        [_row(replace(one, form="")) for one in entries],
    )


def _given(row: tuple[Any, ...]) -> Given:
    uid, sequence, modified_at, fingerprint, title, start_on, kind, end_on, form, gone = row
    at = datetime.fromisoformat(modified_at)
    return Given(uid, sequence, at, fingerprint, title, start_on, kind, end_on, form, bool(gone))


def _row(one: Given) -> tuple[object, ...]:
    return (
        one.uid, one.sequence, one.modified_at.isoformat(), one.fingerprint,
        one.title, one.start_on, one.kind, one.end_on, one.form, one.gone,
    )  # fmt: skip
