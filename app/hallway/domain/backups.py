"""Copies of the record: what is known of each, and which may go once there are many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = timedelta(days=14), timedelta(weeks=9), timedelta(days=400)
DUE_AFTER = timedelta(hours=20)
"""How old the newest copy may be on a day on which something changes: people do not start at the same minute."""


class Why(StrEnum):
    """What a copy was made for."""

    DAILY = "daily"
    IMPORT = "import"
    MERGE = "merge"
    MIGRATION = "migration"
    RESTORE = "restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was proven when it was made. `name` is its file's; `shape` the number of the schema.

    `counts` tells how many people, organisations, events, conversations and promises it holds; `step` is the number of
    the newest step of its history, 0 when there is none.
    """

    name: str
    made_at: datetime
    why: Why
    shape: int
    size: int
    sha256: str
    counts: Mapping[str, int] = field(default_factory=dict)
    step: int = 0
    is_encrypted: bool = False


def newest_first(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """In the order of the list."""
    return tuple(sorted(backups, key=lambda one: (one.made_at, one.name), reverse=True))


def superfluous(backups: Iterable[Backup], now: datetime) -> frozenset[str]:
    """Names of those that may go: what is kept is all of two days, then one a day, a week, a month, a year.

    The newest one stays, the newest of each shape, and whatever is dated in the future: a clock may have been wrong.
    """
    ordered = newest_first(backups)
    kept: set[str] = {one.name for one in ordered[:1]}
    seen: set[tuple[object, ...]] = set()
    for one in ordered:
        for key in (("shape", one.shape), _span(one.made_at, now - one.made_at)):
            if key not in seen:
                seen.add(key)
                kept.add(one.name)
    return frozenset(one.name for one in ordered) - kept


def is_due(newest: Backup | None, now: datetime) -> bool:
    """Whether a change of the record asks for a copy first. One from the future does not put it off."""
    return newest is None or not timedelta() <= now - newest.made_at < DUE_AFTER


def say_size(size: int) -> str:
    """Bytes as a person says them: "4.2 MB"."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000))} kB"


def _span(made_at: datetime, age: timedelta) -> tuple[object, ...]:
    """What a copy stands for alone; of those that stand for the same, the newest stays."""
    if age < ALL_OF:
        return ("each", made_at)
    if age < DAYS:
        return ("day", made_at.date())
    if age < WEEKS:
        return ("week", *made_at.isocalendar()[:2])
    return ("month", made_at.year, made_at.month) if age < MONTHS else ("year", made_at.year)
