"""With whom a reviewer would have a conflict of interest: who, of which type, where they are, last active when.

Types and spans are those of the template "Collaborators and Other Affiliations" of the US National Science
Foundation (PAPPG, chapter II.D.2.h(iii)), which other funders' lists resemble: co-authors and collaborators of the
last 48 months, editors of the last 24, advisors, PhD students advised and personal ties without end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hallway.domain.folding import fold
from hallway.domain.names import NameParts, split_name
from hallway.domain.partial_dates import PartialDate
from hallway.domain.people import Affiliation

MONTHS, LONGEST = 48, 1200
"""How far back co-authors and collaborators count unless one says otherwise, and at most."""
EDITORS_MONTHS = 24


class Type(StrEnum):
    """The letters by which the template tells types apart, in the order of its tables."""

    PERSONAL = "R"
    ADVISOR = "G"
    ADVISED = "T"
    CO_AUTHOR = "A"
    COLLABORATOR = "C"
    BOARD = "B"
    CO_EDITOR = "E"


TABLES: Mapping[Type, int] = {
    Type.PERSONAL: 2, Type.ADVISOR: 3, Type.ADVISED: 3, Type.CO_AUTHOR: 4, Type.COLLABORATOR: 4, Type.BOARD: 5,
    Type.CO_EDITOR: 5,
}  # fmt: skip
"""Which table of the template a type belongs to; the first one is about the user."""

WORDS: Mapping[Type, str] = {
    Type.PERSONAL: "Family, friend or business", Type.ADVISOR: "PhD advisor", Type.ADVISED: "PhD student advised",
    Type.CO_AUTHOR: "Co-author", Type.COLLABORATOR: "Collaborator", Type.BOARD: "Editorial board",
    Type.CO_EDITOR: "Co-editor",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MyTie:
    """How somebody stands to the user, noted by hand. `since` and `until` are partial dates; no `until`: it goes on."""

    person_id: int
    type: Type
    since: str = ""
    until: str = ""
    note: str = ""
    id: int = 0
    person: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One fact of the record that makes a conflict. `last` is a partial date, empty where nobody knows.

    `goes_on` says that it has not ended; `source` tells the fact in a sentence.
    """

    person_id: int
    type: Type
    source: str
    last: str = ""
    goes_on: bool = False
    tie_id: int = 0


@dataclass(frozen=True, slots=True)
class Whom:
    """What the list says of somebody: the name, where they are and were, the first address."""

    name: str
    parts: NameParts
    works: tuple[Affiliation, ...] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `last_active` is a partial date, empty where nobody knows; `sources` tell why it is here.

    `tie_ids` are the notes by hand among its sources.
    """

    type: Type
    person_id: int
    name: str
    organisation: str
    email: str
    department: str
    last_active: str
    sources: tuple[str, ...]
    tie_ids: tuple[int, ...] = ()

    @property
    def table(self) -> int:
        """Which table of the template it belongs to."""
        return TABLES[self.type]

    @property
    def optional(self) -> str:
        """The column that helps to tell people of one name apart."""
        return ", ".join(part for part in (self.email, self.department) if part)


def rows_of(signs: Iterable[Sign], people: Mapping[int, Whom], today: date, months: int = MONTHS) -> tuple[Row, ...]:
    """The list, by table, type and name. What nobody knows the time of stays on it, to be judged by the user."""
    found: dict[tuple[int, Type], list[Sign]] = {}
    for sign in signs:
        if sign.person_id in people and _counts(sign, today, months):
            found.setdefault((sign.person_id, sign.type), []).append(sign)
    rows = [_row(person_id, type_, facts, people[person_id], today) for (person_id, type_), facts in found.items()]
    order = list(Type)
    return tuple(sorted(rows, key=lambda row: (row.table, order.index(row.type), fold(row.name), row.person_id)))


def last_first(name: str, parts: NameParts) -> str:
    """ "Nguyễn, Thảo"; a name of one word as it is."""
    given = parts if parts.family else split_name(name)
    others = " ".join(part for part in (given.given, given.additional) if part)
    return ", ".join(part for part in (given.family, others) if part) or name


def where_at(works: Sequence[Affiliation], last: str) -> Affiliation | None:
    """Where somebody is now; else where they were then; else where they were last."""
    now = next((work for work in works if work.is_current), None)
    if now is not None or not works:
        return now
    then = next((work for work in works if last and _covers(work, PartialDate.parse(last))), None)
    return then or max(works, key=lambda work: work.end_on)


def months_before(day: date, months: int) -> date:
    """So many months earlier; in the last days of a month the 28th, so that the span is never cut short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(max(year, 1), month + 1, min(day.day, 28))


def _counts(sign: Sign, today: date, months: int) -> bool:
    if sign.goes_on or not sign.last or TABLES[sign.type] < TABLES[Type.CO_AUTHOR]:
        return True
    span = months if TABLES[sign.type] == TABLES[Type.CO_AUTHOR] else min(months, EDITORS_MONTHS)
    return PartialDate.parse(sign.last).last_day() >= months_before(today, span)


def _row(person_id: int, type_: Type, signs: Sequence[Sign], whom: Whom, today: date) -> Row:
    goes_on = any(sign.goes_on for sign in signs)
    last = today.isoformat() if goes_on else max(sign.last for sign in signs)
    work = where_at(whom.works, last)
    return Row(
        type_, person_id, last_first(whom.name, whom.parts), work.organisation if work else "", whom.email,
        work.unit if work else "", last, tuple(dict.fromkeys(sign.source for sign in signs)),
        tuple(sign.tie_id for sign in signs if sign.tie_id),
    )  # fmt: skip


def _covers(work: Affiliation, day: PartialDate) -> bool:
    begins = PartialDate.parse(work.start_on).first_day() if work.start_on else date.min
    ends = PartialDate.parse(work.end_on).last_day() if work.end_on else date.max
    return begins <= day.last_day() and day.first_day() <= ends
