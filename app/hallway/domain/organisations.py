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
    """One organisation; `people_now` and `people_before` count affiliations that stand and that ended."""

    id: int
    name: str
    kind: str = "other"
    place: str = ""
    web: str = ""
    people_now: int = 0
    people_before: int = 0
