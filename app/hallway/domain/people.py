"""A person as the record holds them, and as lists show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hallway.domain.records import Email, Phone, Profile


class Standing(StrEnum):
    """Where a person stands in the user's lists; "let go" is the trash that keeps for thirty days."""

    ACTIVE = "active"
    NOT_MET = "not met"
    ARCHIVED = "archived"
    LET_GO = "let go"


class Order(StrEnum):
    """How a list of people is sorted."""

    RECENT = "recent"
    NAME = "name"
    NEXT = "next"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of a list. `line` is role and place of now; `last_on` and `wish_on` are None when there is none."""

    id: int
    name: str
    line: str
    standing: Standing
    last_on: date | None
    wish_on: date | None
    rhythm_days: int


@dataclass(frozen=True, slots=True)
class Affiliation:
    """One place where a person works or worked; dates are partial ("2019", "2019-05") or empty."""

    organisation: str
    role: str = ""
    unit: str = ""
    start_on: str = ""
    end_on: str = ""
    current_as_of: str = ""
    organisation_id: int = 0
    id: int = 0

    @property
    def is_current(self) -> bool:
        """Still there, as far as is known."""
        return not self.end_on


@dataclass(frozen=True, slots=True)
class Tie:
    """How two people stand to each other."""

    person_id: int
    other_id: int
    other_name: str
    kind: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The user's own set of people; `rhythm_days` is the default rhythm of its members, if any."""

    id: int
    name: str
    rhythm_days: int | None
    people: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Everything on one page about a person.

    `rhythm_days` is the person's own choice (None: as the groups say, 0: none on purpose); `rhythm` is what holds.
    `wish_on` is when the rhythm (or a day fixed by hand, `check_in_on`) asks for the next check-in.
    """

    id: int
    uid: str
    name: str
    given: str = ""
    family: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    phonetic: str = ""
    pronouns: str = ""
    place: str = ""
    time_zone: str = ""
    languages: str = ""
    birthday: str = ""
    notes: str = ""
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    profiles: tuple[Profile, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    rhythm_days: int | None = None
    rhythm: int | None = None
    check_in_on: date | None = None
    wish_on: date | None = None
    last_on: date | None = None
    met_on: str = ""
    met_event_id: int | None = None
    met_event: str = ""
    met_how: str = ""
    introduced_by_id: int | None = None
    introduced_by: str = ""
    standing: Standing = Standing.ACTIVE
    added_on: date = date(1970, 1, 1)
    has_photo: bool = False

    @property
    def works_at(self) -> Affiliation | None:
        """The current affiliation that stands first."""
        return next((work for work in self.affiliations if work.is_current), None)


TEXT_FIELDS = (
    "name", "given", "family", "additional", "prefix", "suffix", "nickname", "phonetic", "pronouns", "place",
    "time_zone", "languages", "birthday", "notes", "met_on", "met_how",
)  # fmt: skip
"""Fields of a person that are one text each and may be changed one at a time."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is needed to add somebody; everything but the name may wait."""

    name: str
    organisation: str = ""
    role: str = ""
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    profiles: tuple[Profile, ...] = ()
    notes: str = ""
    met_on: str = ""
    met_how: str = ""
    met_event_id: int | None = None
    introduced_by_id: int | None = None
    rhythm_days: int | None = None
    known: bool = True
