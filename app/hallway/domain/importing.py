"""An import as it stands between the file and the record: what was read, what would happen to each row, what did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.matching import Match, Verdict
from hallway.domain.merging import NOTHING, Additions
from hallway.domain.records import EventRecord, PersonRecord

FORMATS = VCARD, LINKEDIN, ICS = "vcard", "linkedin", "ics"
PEOPLE, EVENTS = "people", "events"
NOTHING_CHANGED = "Nothing was changed."


class Decision(StrEnum):
    """What happens to a row: it is added, put into what is there, or left out."""

    NEW = "new"
    MERGE = "merge"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be used, or not whole: which file, where in it, why, and the raw row."""

    file: str
    where: str
    what: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it was read; it holds people or events, never both."""

    name: str
    kind: str
    people: tuple[PersonRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All files as they were read, and what could not be."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody and nothing could be read."""
        return not any(page.people or page.events for page in self.pages)


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a file and what would happen to them.

    `match` is what the comparison says. `person_id` is whom in the record the row is like; `like_row` is the earlier
    row of the review it is like instead; `like` is that person's name. `adds` is what a merge would add.
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

    @property
    def updates(self) -> bool:
        """Whether somebody of the record would learn something by it."""
        return self.decision is Decision.MERGE and self.person_id is not None and bool(self.adds)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a file and what would happen: `event` is how it would stand, `event_id` the one it would change."""

    file: str
    where: str
    event: Event
    decision: Decision
    event_id: int | None = None
    changes: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """What an import would do, row by row."""

    files: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    events: tuple[EventRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The rows about which a person should decide."""
        return tuple(at for at, row in enumerate(self.rows) if row.match.verdict is Verdict.MAYBE)

    @property
    def unchanged(self) -> int:
        """How many rows say what is there already."""
        return sum(result_of(self).unchanged.values())


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Somebody who is added although they may be somebody already there."""

    file: str
    row: str
    name: str
    like: str
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """What an import did or would do: numbers by kind (`PEOPLE`, `EVENTS`), and what a person should look at.

    `photos_left_out`: pictures are not taken from address cards.
    """

    added: Mapping[str, int] = field(default_factory=dict)
    updated: Mapping[str, int] = field(default_factory=dict)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    possible_duplicates: tuple[PossibleDuplicate, ...] = ()
    problems: tuple[Problem, ...] = ()
    photos_left_out: int = 0


def decide(review: Review, index: int, decision: Decision) -> Review:
    """The review with another decision about one row. Raises `Refused` to merge somebody who is like nobody."""
    row = review.rows[index]
    if decision is Decision.MERGE and row.person_id is None and row.like_row is None:
        raise errors.Refused("This row is like nobody here.", NOTHING_CHANGED)
    rows = (*review.rows[:index], replace(row, decision=decision), *review.rows[index + 1 :])
    return replace(review, rows=rows)


def result_of(review: Review) -> Result:
    """What carrying the review out comes to."""
    people, events = _people(review.rows), _events(review.events)
    kinds = [kind for kind, rows in ((PEOPLE, review.rows), (EVENTS, review.events)) if rows]
    added, updated, unchanged = (
        {kind: number for kind, number in ((PEOPLE, one), (EVENTS, other)) if kind in kinds}
        for one, other in zip(people, events, strict=True)
    )
    photos = sum(bool(row.record.photo) for row in review.rows if row.decision is not Decision.SKIP)
    return Result(added, updated, unchanged, tuple(_duplicates(review.rows)), review.problems, photos)


def say_result(result: Result) -> str:
    """The numbers in words: "306 added, 6 brought up to date"."""
    numbers = (
        (sum(result.added.values()), "added"),
        (sum(result.updated.values()), "brought up to date"),
        (sum(result.unchanged.values()), "already here"),
    )
    return ", ".join(f"{number:,} {words}" for number, words in numbers if number) or "nothing in it"


def _people(rows: tuple[Row, ...]) -> tuple[int, int, int]:
    """Added, updated and unchanged. Several rows may bring one person up to date; that counts once."""
    added = sum(row.decision is Decision.NEW for row in rows)
    updates = [row.person_id for row in rows if row.updates]
    return added, len(set(updates)), len(rows) - added - len(updates)


def _events(rows: tuple[EventRow, ...]) -> tuple[int, int, int]:
    added = sum(row.decision is Decision.NEW for row in rows)
    updated = sum(row.decision is Decision.MERGE and row.changes for row in rows)
    return added, updated, len(rows) - added - updated


def _duplicates(rows: tuple[Row, ...]) -> Iterable[PossibleDuplicate]:
    for row in rows:
        if row.decision is Decision.NEW and row.match.verdict is Verdict.MAYBE:
            yield PossibleDuplicate(row.file, row.record.where, row.record.name, row.like, row.match.why)
