"""Somebody goes to work elsewhere: the place they leave is closed, the new one begins, all in one step."""

from __future__ import annotations

from dataclasses import replace

from hallway.domain import errors
from hallway.domain.achievements import Achievement
from hallway.domain.partial_dates import PartialDate, checked_span
from hallway.domain.people import Affiliation
from hallway.store import people as store
from hallway.store.work import View, Work
from hallway.usecases import achievements as achieving
from hallway.usecases import organisations


def moved(
    step: Work,
    person_id: int,
    organisation: str,
    role: str = "",
    since: str = "",
    congratulate: bool = True,
    leaves: int = 0,
) -> None:
    """End what they do now and begin the new, since a partial date (empty: this month); both places stay.

    `leaves` is the id of the affiliation that ends, 0 for the one that stands first. Raises `Refused` without a
    place, for a date that does not read, or one before they began where they are.
    """
    person = store.get(step, person_id)
    where, role = " ".join(organisation.split()), " ".join(role.split())
    since = checked_span(since.strip() or f"{step.today:%Y-%m}", "")[0]
    left = next((work for work in person.affiliations if work.id == leaves and work.is_current), person.works_at)
    if left is not None:
        _end(step, person.name, left, since)
    organisations.add(step, where)
    new = Affiliation(where, role, start_on=since, current_as_of=step.today.isoformat())
    store.add_affiliation(step, person_id, new)
    if congratulate:
        title = f"{role} at {where}" if role else f"Now at {where}"
        achieving.add(step, Achievement(title, "new role", person_id, since))
    step.label = f"{person.name} moved to {where}"


def achievements(look: View, person_id: int) -> tuple[Achievement, ...]:
    """What there is to congratulate them on; the newest first."""
    return achieving.of_person(look, person_id)


def drop_achievement(step: Work, one: Achievement) -> None:
    """Take one away. Raises `NotFound` when it is gone already."""
    achieving.remove(step, one.id)


def _end(step: Work, name: str, work: Affiliation, since: str) -> None:
    if work.start_on and PartialDate.parse(since).last_day() < PartialDate.parse(work.start_on).first_day():
        raise errors.Refused(f"{name} began at {work.organisation} later than that.", "Nothing was changed.")
    store.change_affiliation(step, replace(work, end_on=since, current_as_of=""))
