"""What was chosen in the palette before, so that it ranks first the next time.

Not part of the history: choosing changes nothing that one would take back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hallway.store.work import View, Work

MOST = 400
"""Choices kept; the oldest go first."""


class Choice(NamedTuple):
    """How often something was chosen, and when last (ISO text). They sort by weight: often first, then lately."""

    times: int
    last_at: str


NEVER = Choice(0, "")


def chosen(look: View) -> Mapping[tuple[str, str], Choice]:
    """Everything chosen before, by kind and subject (an id or a key, as text)."""
    rows = look.rows("SELECT kind, subject, times, last_at FROM choice")
    return {(kind, subject): Choice(times, last_at) for kind, subject, times, last_at in rows}


def add(step: Work, kind: str, subject: str) -> None:
    """Remember that this was chosen now."""
    step.execute(
        """INSERT INTO choice (kind, subject, times, last_at) VALUES (?, ?, 1, ?)
           ON CONFLICT (kind, subject) DO UPDATE SET times = times + 1, last_at = excluded.last_at""",
        kind, subject, step.now.isoformat(timespec="seconds"),
    )  # fmt: skip
    step.execute(
        """DELETE FROM choice WHERE (kind, subject) IN
             (SELECT kind, subject FROM choice ORDER BY last_at DESC LIMIT -1 OFFSET ?)""",
        MOST,
    )
