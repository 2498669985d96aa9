"""What is done together: a project with its people, how it stands, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How a project stands; none of them is better than another."""

    IDEA = "idea"
    RUNNING = "running"
    RESTING = "resting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who takes part, and as what: "leads the field work"."""

    person_id: int
    role: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """One project. `start_on` and `end_on` are partial dates or empty; `next_on` is the day of the next step."""

    title: str
    state: State = State.RUNNING
    start_on: str = ""
    end_on: str = ""
    next_step: str = ""
    next_on: date | None = None
    link: str = ""
    notes: str = ""
    people: tuple[Partner, ...] = ()
    id: int = 0
    uid: str = ""

    @property
    def line(self) -> str:
        """Under the title: the next step, else the first line of the notes."""
        return self.next_step or self.notes.strip().partition("\n")[0]
