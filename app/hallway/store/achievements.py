"""Achievements: writing one down, those of a person, taking one away."""

from __future__ import annotations

from hallway.domain.achievements import Achievement
from hallway.store import tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work


def of_person(look: View, person_id: int | None) -> tuple[Achievement, ...]:
    """Those of a person, or (None) the user's own; the newest first."""
    rows = look.rows(
        """SELECT title, kind, person_id, on_day, link, notes, seen_on, id FROM achievement WHERE person_id IS ?
            ORDER BY CASE on_day WHEN '' THEN seen_on ELSE on_day END DESC, id DESC""",
        person_id,
    )
    return tuple(Achievement(*row) for row in rows)


def title(look: View, achievement_id: int) -> str | None:
    """What an achievement is called, or None when it is gone."""
    found: str | None = look.value("SELECT title FROM achievement WHERE id = ?", achievement_id)
    return found


def add(step: Work, new: Achievement) -> int:
    """Write one down as seen today, unless it says when; returns the id."""
    new_id: int = step.run(
        tables.Achievement.insert(
            uid=random_uid(), person=new.person_id, kind=new.kind, title=new.title, on_day=new.on_day,
            seen_on=new.seen_on or step.today.isoformat(), link=new.link, notes=new.notes,
        )
    )  # fmt: skip
    return new_id


def remove(step: Work, achievement_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM achievement WHERE id = ?", achievement_id)
