"""What people reached, to congratulate them on; and the user's own."""

from __future__ import annotations

from dataclasses import replace

from hallway.domain import errors
from hallway.domain.achievements import KINDS, Achievement
from hallway.domain.partial_dates import PartialDate
from hallway.store import achievements as store
from hallway.store.work import View, Work


def of_person(look: View, person_id: int | None) -> tuple[Achievement, ...]:
    """Those of a person, or (None) the user's own; the newest first."""
    return store.of_person(look, person_id)


def add(step: Work, new: Achievement) -> int:
    """Write one down; returns the id. Raises `Refused` without a title, for another kind or an unreadable date."""
    title = " ".join(new.title.split())
    if not title:
        raise errors.Refused("Say in a few words what it is.")
    if new.kind not in KINDS:
        raise errors.Refused(f"There is no kind called {new.kind}.")
    step.label = f"Noted: {title}"
    return store.add(step, replace(new, title=title, on_day=_checked(new.on_day)))


def remove(step: Work, achievement_id: int) -> None:
    """Take one away. Raises `NotFound` when it is gone already."""
    title = store.title(step, achievement_id)
    if title is None:
        raise errors.NotFound("This is no longer in your record.")
    step.label = f"Took away: {title}"
    store.remove(step, achievement_id)


def _checked(on_day: str) -> str:
    try:
        return str(PartialDate.parse(on_day)) if on_day.strip() else ""
    except ValueError as error:
        raise errors.Refused(f"“{on_day}” does not read as a date.", do="Write 2026, 2026-06 or 2026-06-17.") from error
