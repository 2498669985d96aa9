"""What happened between the user and people, one kind of thing for every medium."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How it happened."""

    CONVERSATION = "conversation"
    MET = "met"
    MESSAGE = "message"
    CALL = "call"
    VIDEO_CALL = "video call"
    CHECK_IN = "check-in"
    THANK_YOU = "thank-you"
    CONGRATULATION = "congratulation"
    INTERVIEW = "interview"
    INTRODUCTION = "introduction"
    INTRODUCTION_REQUEST = "introduction request"
    GIFT_OF_TIME = "gift of time"

    @property
    def counts(self) -> bool:
        """Whether it starts the rhythm anew: everything in which the two were in touch."""
        return self is not Kind.INTRODUCTION_REQUEST


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part, with the user's private note."""

    person_id: int
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewInteraction:
    """Something to log. `at_time` is "HH:MM" or empty; `direction` is "", "in" or "out"."""

    on: date
    people: tuple[Participant, ...]
    kind: Kind = Kind.CONVERSATION
    summary: str = ""
    at_time: str = ""
    direction: str = ""
    minutes: int | None = None
    event_id: int | None = None
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """One entry of a timeline. `open_promises` counts what was promised then and stands open."""

    id: int
    on: date
    kind: Kind
    summary: str
    at_time: str = ""
    direction: str = ""
    minutes: int | None = None
    event_id: int | None = None
    event: str = ""
    people: tuple[Participant, ...] = ()
    open_promises: int = 0
    session_id: int | None = None


def as_new(entry: Interaction, **changes: Any) -> NewInteraction:
    """An entry in the shape in which it is written, with some of it changed."""
    new = NewInteraction(
        entry.on, entry.people, entry.kind, entry.summary, entry.at_time, entry.direction, entry.minutes,
        entry.event_id, entry.session_id,
    )  # fmt: skip
    return replace(new, **changes)


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised. `by_me` tells the direction; `state` is open, kept or let go."""

    id: int
    person_id: int
    person: str
    by_me: bool
    text: str
    made_on: date
    due_on: date | None = None
    state: str = "open"
    interaction_id: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise to write down."""

    person_id: int
    text: str
    by_me: bool = True
    due_on: date | None = None
    interaction_id: int | None = None
