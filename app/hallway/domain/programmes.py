"""Conference programmes: what a file tells of a conference and its sessions, and how a session stands in the record.

Readers of every format give the same `Programme`. Its times stay as the file tells them; `placed` turns them into days
and times on the clock of the conference, once it is settled which clock that is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from hallway.domain.folding import fold
from hallway.domain.records import Profile

SESSION_KINDS = ("keynote", "talk", "panel", "poster", "workshop", "social", "break", "other")

HINTS = {
    "keynote": ("keynote", "plenary", "opening", "closing ceremony"),
    "break": ("lunch", "breakfast", "coffee", "break", "registration", "pause"),
    "social": ("dinner", "reception", "social", "party", "concert", "drinks", "performance"),
    "poster": ("poster",),
    "panel": ("panel", "podium", "round table", "roundtable", "bof", "birds of a feather", "discussion"),
    "workshop": ("workshop", "tutorial", "training", "hands-on", "course", "sprint"),
    "talk": ("talk", "lecture", "lightning", "paper", "presentation", "seminar", "devroom", "maintrack"),
}
"""Words in a type or a title that tell the kind; the first that fits wins."""

NO_TRACK = frozenset({"no track", "none", "other", "general", "n/a", "track", "default", "misc"})
"""Tracks that are none (DebConf writes "No Track"), folded."""

MOST_TOPICS = 12
SHORTEST_TOPIC = 3
LEAST_TITLES = 2
"""In how many titles a topic of the record has to stand to be suggested; short ones stand in too many."""


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """Somebody who speaks, as the file tells it; `key` is their number there, empty when there is none."""

    name: str
    key: str = ""
    about: str = ""
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as the file tells it.

    `start` is a moment with an offset, a time on the conference's own clock (no zone), or a day. `key` is the
    session's lasting number, unique within the programme. Texts are plain.
    """

    title: str
    start: datetime | date
    key: str = ""
    end: datetime | date | None = None
    where: str = ""
    subtitle: str = ""
    room: str = ""
    track: str = ""
    type: str = ""
    language: str = ""
    abstract: str = ""
    link: str = ""
    speakers: tuple[SpeakerRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme. `key` is the same in every version of it; `zone` is an IANA name, or empty when the file
    names none that is known. `days` are those of the conference: a talk after midnight belongs to the day before.
    """

    title: str
    key: str = ""
    version: str = ""
    zone: str = ""
    venue: str = ""
    link: str = ""
    start_on: date | None = None
    end_on: date | None = None
    days: tuple[date, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms, in the order in which they come."""
        return tuple(dict.fromkeys(one.room for one in self.sessions if one.room))

    @property
    def speakers(self) -> tuple[SpeakerRecord, ...]:
        """Everybody who speaks, once: by number where there is one, else by name."""
        return tuple({identity(who): who for one in reversed(self.sessions) for who in one.speakers}.values())[::-1]

    @property
    def is_placed(self) -> bool:
        """Whether the clock of all times is known."""
        return bool(self.zone) or not any(isinstance(one.start, datetime) for one in self.sessions)


@dataclass(frozen=True, slots=True)
class Session:
    """One session of an event as the record has it.

    Times are "HH:MM" on the clock of the event; `end_on` is the day it ends when that is another one. `speakers` are
    names as written, of people in the record and of others. `starred`, `mine` and `notes` are the user's;
    `is_used` says that conversations or people hang on it, or that somebody speaks whom the user wants to meet.
    """

    title: str
    on: date
    id: int = 0
    source_uid: str = ""
    start_time: str = ""
    end_on: date | None = None
    end_time: str = ""
    subtitle: str = ""
    room: str = ""
    track: str = ""
    kind: str = "talk"
    language: str = ""
    abstract: str = ""
    link: str = ""
    speakers: tuple[str, ...] = ()
    starred: bool = False
    mine: bool = False
    notes: str = ""
    called_off: bool = False
    is_used: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the user wrote it down; what a programme brought has its number there."""
        return not self.source_uid

    @property
    def is_dear(self) -> bool:
        """Whether the user has put something of their own to it."""
        return self.starred or self.mine or bool(self.notes) or self.is_used


def identity(speaker: SpeakerRecord) -> str:
    """What tells one speaker of a programme from another."""
    return f"#{speaker.key}" if speaker.key else fold(speaker.name)


def placed(record: SessionRecord, zone: tzinfo | None) -> Session:
    """The session on the clock of the conference; without a zone its times are taken as they are written."""
    on, start_time = _day_and_time(record.start, zone)
    end_on, end_time = (on, "") if record.end is None else _day_and_time(record.end, zone)
    return Session(
        title=record.title, on=on, source_uid=record.key, start_time=start_time,
        end_on=end_on if end_on > on else None, end_time=end_time, subtitle=record.subtitle, room=record.room,
        track=record.track, kind=kind_of(record.type, record.title), language=record.language,
        abstract=record.abstract, link=record.link,
        speakers=tuple(dict.fromkeys(who.name for who in record.speakers)),
    )  # fmt: skip


def kind_of(type_: str, title: str) -> str:
    """The kind of a session: by what the file calls it, else by its title; a talk when neither says."""
    for text in (type_.casefold(), title.casefold()):
        for kind, words in HINTS.items():
            if any(re.search(rf"\b{word}", text) for word in words):
                return kind
    return "talk"


def suggested_topics(programme: Programme, known: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Topics the programme may be about, and whether to take each.

    Those are its tracks, taken when the record has a topic of that name, and the record's topics that stand in
    several titles.
    """
    topics = {fold(name): name for name in known}
    tracks = Counter(one.track for one in programme.sessions if fold(one.track) not in NO_TRACK | {""})
    found = {fold(track): (topics.get(fold(track), track), fold(track) in topics) for track, _ in tracks.most_common()}
    words = (re.findall(r"[^\W_]+", fold(one.title)) for one in programme.sessions)
    titles = "\n".join(f" {' '.join(title)} " for title in words)
    for folded, name in topics.items():
        if len(folded) >= SHORTEST_TOPIC and titles.count(f" {folded} ") >= LEAST_TITLES:
            found.setdefault(folded, (name, False))
    return tuple(sorted(found.values(), key=lambda one: not one[1])[:MOST_TOPICS])


def _day_and_time(moment: datetime | date, zone: tzinfo | None) -> tuple[date, str]:
    if not isinstance(moment, datetime):
        return moment, ""
    local = moment.astimezone(zone) if zone and moment.tzinfo else moment
    return local.date(), f"{local:%H:%M}"
