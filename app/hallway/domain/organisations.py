"""Places of work and study, funders, societies, groups online."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hallway.domain.folding import fold

KINDS = (
    "university", "department", "lab", "hospital", "company", "funder", "learned society", "alumni network",
    "online group", "committee", "other",
)  # fmt: skip

KIND_WORDS = {
    "department": ("department", "dept", "faculty", "division", "school of", "fakultat", "abteilung", "institut fur"),
    "hospital": ("hospital", "clinic", "klinik", "klinikum", "spital", "hopital", "sjukhus"),
    "lab": ("lab", "labs", "laboratory", "laboratoire", "observatory"),
    "university": (
        "university", "universitat", "universitet", "universitetet", "universite", "universidad", "universidade",
        "universita", "uniwersytet", "univerzita", "universiteit", "uni", "univ", "college", "polytechnic", "eth", "tu",
        "institute of technology",
    ),
    "funder": ("fund", "foundation", "research council", "stiftung", "trust", "agency"),
    "learned society": ("society", "association", "academy", "union"),
    "alumni network": ("alumni",),
    "committee": ("committee", "board", "council"),
    "company": ("gmbh", "ag", "ltd", "inc", "llc", "corp", "ab", "bv", "analytics", "consulting"),
}  # fmt: skip
"""Words in a name that tell its kind, folded; the first kind that has one wins."""

UNNAMED = "Somewhere"
"""Where a role belongs whose organisation nobody wrote down."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation; `people_now` and `people_before` count affiliations that stand and that ended.

    `parent` is the name of what it is part of, `parent_id` 0 for nothing; `my_role` is what the user is there now.
    """

    id: int
    name: str
    kind: str = "other"
    place: str = ""
    web: str = ""
    people_now: int = 0
    people_before: int = 0
    notes: str = ""
    parent_id: int = 0
    parent: str = ""
    is_let_go: bool = False
    my_role: str = ""


@dataclass(frozen=True, slots=True)
class PersonThere:
    """Somebody who is or was at an organisation; the dates are partial, `end_on` is empty for those still there."""

    person_id: int
    name: str
    role: str = ""
    unit: str = ""
    start_on: str = ""
    end_on: str = ""

    @property
    def is_current(self) -> bool:
        """Still there, as far as is known."""
        return not self.end_on


@dataclass(frozen=True, slots=True)
class Membership:
    """What the user is or was in an organisation; `brings` is what they contribute. The dates are partial.

    `next_on` is the day of the next meeting, and `next_what` what is on then.
    """

    role: str = ""
    start_on: str = ""
    end_on: str = ""
    brings: str = ""
    id: int = 0
    next_on: date | None = None
    next_what: str = ""


@dataclass(frozen=True, slots=True)
class MyGroup:
    """A part of the user's own with its organisation, and how many people of the record are there now."""

    organisation_id: int
    organisation: str
    kind: str
    mine: Membership
    people: int = 0


def guess_kind(name: str) -> str:
    """The kind that a name tells by itself, else "other"; the user may say otherwise."""
    words = f" {fold(name)} "
    kinds = (kind for kind, hints in KIND_WORDS.items() if any(f" {hint} " in words for hint in hints))
    return next(kinds, "other")
