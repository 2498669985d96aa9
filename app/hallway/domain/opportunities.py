"""Jobs, grants, visits and other doors that people point to: what they are, how it stands, and the small steps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

KINDS = (
    "job", "research project", "collaboration", "grant", "volunteering", "talk", "visit", "special issue", "course",
    "mentoring", "other",
)  # fmt: skip

TOLD_ME, WORKS_THERE, REFERS_ME, RECOMMENDS_ME = "told me", "works there", "refers me", "recommends me"
PARTS = (TOLD_ME, WORKS_THERE, REFERS_ME, RECOMMENDS_ME)
"""What somebody has to do with it."""


class State(StrEnum):
    """How it stands, in plain words; the last two are at rest."""

    CURIOUS = "curious"
    INTERESTED = "interested"
    TALKING = "talking"
    PREPARING = "preparing"
    HANDED_IN = "handed in"
    AGREED = "agreed"
    NEXT_YEAR = "next year"
    CAME_TRUE = "came true"
    LET_GO = "let go"


AT_REST = frozenset({State.CAME_TRUE, State.LET_GO})
NO_DEADLINE = frozenset({State.HANDED_IN, State.AGREED, State.NEXT_YEAR, *AT_REST})
"""States in which a deadline asks for nothing any more."""

HINTS = (
    ("grant", r"grant|fellowship|scholarship|stipend|fund\b|funding|award|prize"),
    ("special issue", r"special issue|call for papers|cfp\b"),
    ("visit", r"visit|exchange|research stay|secondment|residency"),
    ("course", r"summer school|winter school|course|training|bootcamp"),
    ("talk", r"talk\b|panel|keynote|seminar|lecture|webinar"),
    ("volunteering", r"volunteer|helper|organis|organiz|committee|reviewer"),
    ("mentoring", r"mentor"),
    ("collaboration", r"collaborat|joint|consortium"),
    ("research project", r"project|study\b"),
    ("job", r"post-?doc|position|job|lecturer|professor|scientist|engineer|analyst|intern|assistant|fellow\b|role\b"),
)
"""Words of a title that tell its kind; the first that fits does."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in it: one of `PARTS`, with a note such as "Runs it. Asked for one page"."""

    person_id: int
    part: str = TOLD_ME
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A small step; done once `done_on` is there."""

    text: str
    due_on: date | None = None
    done_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One opportunity. `organisation` is a name; `deadline` None means it is open; the time is "HH:MM" or empty."""

    title: str
    kind: str = "other"
    organisation: str = ""
    deadline: date | None = None
    deadline_time: str = ""
    link: str = ""
    state: State = State.CURIOUS
    notes: str = ""
    topics: tuple[str, ...] = ()
    outcome: str = ""
    people: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()
    organisation_id: int | None = None
    added_on: date | None = None
    id: int = 0
    uid: str = ""

    @property
    def line(self) -> str:
        """Under the title: where it is, else the first line of the notes."""
        return self.organisation or self.notes.strip().partition("\n")[0]

    @property
    def next_step(self) -> Step | None:
        """The first that is not done."""
        return next((step for step in self.steps if step.done_on is None), None)


def guess_kind(title: str) -> str:
    """The kind that the words of a title tell, else "other"."""
    return next((kind for kind, words in HINTS if re.search(words, title, re.IGNORECASE)), "other")


def is_urgent(one: Opportunity) -> bool:
    """Whether its deadline still asks for something."""
    return one.deadline is not None and one.state not in NO_DEADLINE
