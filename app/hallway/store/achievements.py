"""Achievements: writing one down, those of a person, whether the user congratulated, taking one away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hallway.domain import errors
from hallway.domain.achievements import Achievement
from hallway.domain.today import CONGRATULATE_UNTIL
from hallway.store import tables
from hallway.store.noticed import CONGRATULATED, CONGRATULATED_ON
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

QUERY: Final = f"""
    SELECT a.title, a.kind, a.person_id, a.on_day, a.link, a.notes, a.seen_on, a.id, coalesce({CONGRATULATED_ON}, '')
      FROM achievement a"""
NEWEST_FIRST: Final = "ORDER BY CASE a.on_day WHEN '' THEN a.seen_on ELSE a.on_day END DESC, a.id DESC"


def of_person(look: View, person_id: int | None) -> tuple[Achievement, ...]:
    """Those of a person, or (None) the user's own; the newest first."""
    return _all(look, f"{QUERY} WHERE a.person_id IS ? {NEWEST_FIRST}", person_id)


def fresh_of(look: View, person_id: int) -> tuple[Achievement, ...]:
    """Those of a person seen lately on which nobody has congratulated; the newest first."""
    since = (look.today - CONGRATULATE_UNTIL).isoformat()
    where = f"a.person_id = ? AND a.seen_on BETWEEN ? AND ? AND {CONGRATULATED_ON} IS NULL"
    return _all(look, f"{QUERY} WHERE {where} {NEWEST_FIRST}", person_id, since, look.today.isoformat())


def get(look: View, achievement_id: int) -> Achievement:
    """One of them. Raises `NotFound`."""
    found = _all(look, f"{QUERY} WHERE a.id = ?", achievement_id)
    if not found:
        raise errors.NotFound("This is no longer in your record.")
    return found[0]


def add(step: Work, new: Achievement, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down as seen today, unless it says when; returns the id."""
    new_id: int = step.run(
        tables.Achievement.insert(
            uid=new_uid(), person=new.person_id, kind=new.kind, title=new.title, on_day=new.on_day,
            seen_on=new.seen_on or step.today.isoformat(), link=new.link, notes=new.notes,
        )
    )  # fmt: skip
    return new_id


def change(step: Work, one: Achievement) -> None:
    """Bring the one with `one.id` to what is given; whose it is and when it was seen stay."""
    step.execute(
        "UPDATE achievement SET title = ?, kind = ?, on_day = ?, link = ?, notes = ? WHERE id = ?",
        one.title, one.kind, one.on_day, one.link, one.notes, one.id,
    )  # fmt: skip


def congratulated(step: Work, achievement_id: int, on: date) -> None:
    """Note that the user congratulated on this one."""
    step.execute(
        """INSERT INTO decision (kind, subject_id, until_on, made_on) VALUES (?, ?, NULL, ?)
           ON CONFLICT (kind, subject_id) DO UPDATE SET made_on = excluded.made_on""",
        CONGRATULATED, achievement_id, on.isoformat(),
    )  # fmt: skip


def remove(step: Work, achievement_id: int) -> None:
    """Take one away."""
    step.execute("DELETE FROM achievement WHERE id = ?", achievement_id)


def _all(look: View, sql: str, *parameters: Any) -> tuple[Achievement, ...]:
    return tuple(Achievement(*row) for row in look.rows(sql, *parameters))
