"""What a programme's file says of a conference and its sessions, as written: filled by readers, and not yet sound."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hallway.domain.programmes import SpeakerRecord


@dataclass(slots=True)
class Head:
    """What a file says about the conference as a whole, as written."""

    title: str = ""
    acronym: str = ""
    start: str = ""
    end: str = ""
    zone: str = ""
    venue: str = ""
    link: str = ""
    version: str = ""
    day_change: str = ""


@dataclass(slots=True)
class Slot:
    """One session as written: `moment` may be only a day, `start` is a time of day, `day` one of the conference."""

    where: str
    key: str = ""
    title: str = ""
    moment: str = ""
    start: str = ""
    length: str = ""
    end: str = ""
    day: date | None = None
    subtitle: str = ""
    room: str = ""
    track: str = ""
    type: str = ""
    language: str = ""
    texts: tuple[str, ...] = ()
    link: str = ""
    speakers: list[SpeakerRecord] = field(default_factory=list)
