"""Conferences, seminars, dinners and meet-ups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hallway.domain.listing import listed

KINDS = (
    "conference", "seminar", "talk", "workshop", "dinner", "meet-up", "careers fair", "reception", "online",
    "society meeting", "other",
)  # fmt: skip

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")

INFORMAL = frozenset({"dinner", "meet-up", "reception"})
"""Kinds of an evening among people, which has no programme."""

STATUSES = ("planned", "attended", "missed")


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `end_on` is its last day. Times are "HH:MM" in `time_zone`, or empty for whole days."""

    title: str
    start_on: date
    end_on: date
    id: int = 0
    uid: str = ""
    source_uid: str = ""
    kind: str = "other"
    start_time: str = ""
    end_time: str = ""
    time_zone: str = ""
    venue: str = ""
    link: str = ""
    organiser: str = ""
    status: str = "planned"
    notes: str = ""
    met: int = 0

    def is_on(self, day: date) -> bool:
        """Whether the event runs on that day."""
        return self.start_on <= day <= self.end_on


@dataclass(frozen=True, slots=True)
class MetThere:
    """Somebody met at an event: when last (None: only that it was there), and what was said.

    `before` are the titles of earlier events of the same series at which one met them, in order.
    """

    person_id: int
    name: str
    line: str = ""
    on: date | None = None
    at_time: str = ""
    words: str = ""
    before: tuple[str, ...] = ()


WANTED, MET, MISSED, LET_GO = "wanted", "met", "missed", "let go"
"""How it stands with a wish to meet somebody."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody the user wants to meet, at an event or (`event_id` None) at large.

    `person` and `line` are name and place; `caught_at` says in words where they can be caught; `through` could
    introduce them.
    """

    person_id: int
    event_id: int | None = None
    reason: str = ""
    opener: str = ""
    questions: tuple[str, ...] = ()
    caught_at: str = ""
    through_id: int | None = None
    through: str = ""
    state: str = WANTED
    person: str = ""
    line: str = ""
    id: int = 0


TEXT_FIELDS = (
    "title", "kind", "start_time", "end_time", "time_zone", "venue", "link", "organiser", "status", "notes",
)  # fmt: skip


def is_informal(event: Event) -> bool:
    """Whether it is an evening among people rather than something with a programme."""
    return event.kind in INFORMAL and event.start_on == event.end_on


def series_of(title: str) -> str:
    """What an event is called apart from its year, number and day: "CityClim 2026" is of "cityclim"."""
    words = re.sub(r"[#(]?\b(?:(?:19|20)\d\d|\d+(?:st|nd|rd|th)?)\b\)?", " ", title.casefold())
    return " ".join(words.split()) or title.casefold()


def say_again(times: int) -> str:
    """How often one has met by now: "Third time you meet"; empty for the first."""
    if times < 2:
        return ""
    if times > len(ORDINALS):
        return f"You have met {times} times"
    return f"{ORDINALS[times - 1]} time you meet"


def say_both(titles: Sequence[str]) -> str:
    """Where one met somebody: "Both at CityClim 2025 and CityClim 2026", "Both at Colloquium 2026, 3 times"."""
    words = f"Both at {listed(tuple(dict.fromkeys(titles)))}"
    return words if len(set(titles)) == len(titles) else f"{words}, {len(titles)} times"


def guess_kind(title: str) -> str:
    """The kind that a title names, else "other"."""
    words = title.casefold()
    hints = {
        "conference": ("conference", "congress", "symposium", "conf "),
        "seminar": ("seminar", "colloquium"),
        "workshop": ("workshop", "hackathon", "summer school"),
        "dinner": ("dinner", "lunch"),
        "meet-up": ("meetup", "meet-up", "stammtisch"),
        "careers fair": ("careers fair", "career fair", "job fair"),
        "reception": ("reception",),
        "talk": ("talk", "lecture", "keynote"),
        "online": ("webinar", "online"),
    }
    return next((kind for kind, marks in hints.items() if any(mark in words for mark in marks)), "other")
