"""One person of a file as an import sees them: what the comparison says, and what would happen to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hallway.domain.matching import Match
from hallway.domain.merging import NOTHING, Additions
from hallway.domain.records import PersonRecord


class Decision(StrEnum):
    """What happens to a row: it is added, put into what is there, left out, or waits for a decision."""

    NEW = "new"
    MERGE = "merge"
    SKIP = "skip"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be used, or not whole: which file, where in it, why, and the raw row."""

    file: str
    where: str
    what: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a file and what would happen to them.

    `match` is what the comparison says. `person_id` is whom in the record the row is like; `like_row` is the earlier
    row of the review it is like instead; `like` is that person's name. `adds` is what a merge would add, `kept_out`
    the note of the file that it would not, because there are notes of one's own. `waiting_id` is the number of a row
    that has waited for a decision.
    """

    file: str
    kind: str
    record: PersonRecord
    decision: Decision
    match: Match
    person_id: int | None = None
    like_row: int | None = None
    like: str = ""
    adds: Additions = NOTHING
    kept_out: str = ""
    waiting_id: int | None = None

    @property
    def updates(self) -> bool:
        """Whether somebody of the record would learn something by it."""
        return self.decision is Decision.MERGE and self.person_id is not None and bool(self.adds)
