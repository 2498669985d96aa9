"""Places of work and study, funders, societies, groups online."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "university", "department", "lab", "hospital", "company", "funder", "learned society", "alumni network",
    "online group", "committee", "other",
)  # fmt: skip

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
    """What the user is or was in an organisation; `brings` is what they contribute. The dates are partial."""

    role: str = ""
    start_on: str = ""
    end_on: str = ""
    brings: str = ""
    id: int = 0
