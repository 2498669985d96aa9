"""What is being written and not saved yet, kept for a crash. No part of the history: it is nobody's step."""

from __future__ import annotations

from typing import NamedTuple

from hallway.store.work import View, Work


class Kept(NamedTuple):
    """One draft: whose it is, its fields as JSON, and the moment as ISO text."""

    place: str
    fields: str
    at: str


def keep(step: Work, place: str, fields: str) -> None:
    """Keep what is written in an editor, in place of what was kept of it before."""
    step.execute(
        """INSERT INTO draft (place, fields, at) VALUES (?, ?, ?)
           ON CONFLICT (place) DO UPDATE SET fields = excluded.fields, at = excluded.at""",
        place, fields, step.now.isoformat(timespec="seconds"),
    )  # fmt: skip


def let_go(step: Work, place: str) -> None:
    """Forget one."""
    step.execute("DELETE FROM draft WHERE place = ?", place)


def listed(look: View) -> list[Kept]:
    """All of them, the newest first."""
    return [Kept(*row) for row in look.rows("SELECT place, fields, at FROM draft ORDER BY at DESC, place")]
