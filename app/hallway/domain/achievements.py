"""What somebody reached, and one may congratulate them on; and what the user reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hallway.domain.partial_dates import PartialDate
from hallway.domain.today import CONGRATULATE_UNTIL

KINDS = ("publication", "award", "grant", "defence", "new role", "talk", "other")

class State(StrEnum):
    """How it stands with congratulating; it has no say in anything else."""

    FRESH = "fresh"
    CONGRATULATED = "congratulated"
    TOO_LATE = "too late"


@dataclass(frozen=True, slots=True)
class Achievement:
    """One achievement; `on_day` is a partial date or empty. `person_id` None: the user's own.

    `congratulated_on` is the day on which the user congratulated, empty where they did not.
    """

    title: str
    kind: str = "other"
    person_id: int | None = None
    on_day: str = ""
    link: str = ""
    notes: str = ""
    seen_on: str = ""
    id: int = 0
    congratulated_on: str = ""

    @property
    def when(self) -> str:
        """When it was, as far as is known; else when it was noted."""
        return self.on_day or self.seen_on


def state_of(one: Achievement, today: date) -> State:
    """Whether there is still something to say. One without a day on which it was seen is long known."""
    if one.congratulated_on:
        return State.CONGRATULATED
    is_fresh = bool(one.seen_on) and today - date.fromisoformat(one.seen_on) <= CONGRATULATE_UNTIL
    return State.FRESH if is_fresh else State.TOO_LATE


def is_since(one: Achievement, day: date) -> bool:
    """Whether it is news since a day: it was then or later; of a month or a year, that it was noted since, too."""
    if not one.on_day:
        return one.seen_on >= day.isoformat()
    on = PartialDate.parse(one.on_day)
    return on.first_day() >= day or (on.last_day() >= day and one.seen_on >= day.isoformat())
