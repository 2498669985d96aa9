"""Conference programmes as calendars, from pretalx, Indico, sched and the sites of conferences.

Whether a calendar is one programme or a list of events is told by what is in it: many things side by side within a few
days, in rooms that come again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.programmes import Programme, SessionRecord, SpeakerRecord
from hallway.domain.records import Complaint, Parsed, Report
from hallway.formats import limits, schedule
from hallway.formats.content_lines import unescape
from hallway.formats.ics import Found, collect
from hallway.formats.schedule_times import is_possible

SOURCE: Final = "programme"
MAKERS: Final = ("pretalx", "frab", "sched.com", "sched.org", "conftool", "pentabarf", "fahrplan", "schedule")
"""Words in a calendar's PRODID that only programmes have."""

FEW_DAYS: Final = 10
LEAST_SESSIONS: Final = 6
LEAST_A_DAY: Final = 1.5

_SPEAKERS: Final = re.compile(
    r"\A\s*(?:speakers?|presenters?|presented by|von|by|con|par)\s?(?:\(s\))?\s?:[ \t]*([^\n]{1,2000})(?:\n|\Z)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*(?:;|,(?![^()]{0,200}\))|\s(?:and|und|&)\s)\s*")
_BRACKETS: Final = re.compile(r"\s*\([^()]{0,200}\)")
_INDICO: Final = re.compile(r"indico-(?:contribution|session)", re.IGNORECASE)
_NAMED_TWICE: Final = 3


def read(data: bytes, report: Report | None = None, zone: str = "") -> Parsed[Programme]:
    """Read a calendar as one programme; `zone` as in `ics.read`."""
    found, complaints = collect(data, report, zone)
    programme = programme_of(found, complaints)
    return complaints.parsed((programme,) if programme else (), SOURCE)


def is_programme(found: Sequence[Found]) -> bool:
    """Whether these events are the sessions of one conference rather than events of their own."""
    timed = [one for one in found if isinstance(one.event.start, datetime) and not _repeats(one)]
    if len({id(one.part.calendar) for one in found}) != 1 or 3 * len(timed) < 2 * len(found):
        return False
    days = sorted({_day(one.event.start) for one in timed})
    if not days or (days[-1] - days[0]).days >= FEW_DAYS:
        return False
    if _made_for_programmes(found):
        return len(timed) > 1
    rooms = Counter(fold(one.event.venue) for one in timed if one.event.venue)
    roomed, again = sum(rooms.values()), len(rooms) < sum(rooms.values())
    crowded = len(timed) >= max(LEAST_SESSIONS, LEAST_A_DAY * len(days))
    return crowded and again and 2 * roomed >= len(timed)


def programme_of(found: Sequence[Found], complaints: limits.Complaints) -> Programme | None:
    """The programme in a calendar, or None, with a complaint, when there is nothing in it."""
    organisers = _organisers_who_speak(found)
    sessions = [session for one in found if (session := _session(one, organisers, complaints))]
    sessions = schedule.numbered(sessions[: schedule.MAX_SESSIONS], complaints)
    if not sessions:
        return None
    said = found[0].part.calendar.properties
    title = schedule.line(unescape(said.get("X-WR-CALNAME") or said.get("NAME") or said.get("X-WR-CALDESC", "")))
    zones = Counter(one.event.time_zone for one in found if one.event.time_zone not in ("", "UTC"))
    days = sorted({_day(one.start) for one in sessions})
    return Programme(
        title=title, key=f"programme:{fold(title)}:{days[0].year}" if title else "", sessions=tuple(sessions),
        zone=zones.most_common(1)[0][0] if zones else "UTC" if _all_utc(sessions) else "", days=tuple(days),
    )  # fmt: skip


def _session(one: Found, organisers: bool, complaints: limits.Complaints) -> SessionRecord | None:
    event = one.event
    if event.cancelled:
        complaints.append(Complaint(event.where, "It is called off in this file.", limits.shown(event.title)))
        return None
    if not is_possible(event.start):
        complaints.append(Complaint(event.where, "Its day cannot be; it was left out.", limits.shown(event.title)))
        return None
    title, notes, speakers = _who_speaks(one, organisers)
    return SessionRecord(
        title=schedule.line(title), start=event.start, key=schedule.line(event.uid), end=event.end, where=event.where,
        room=schedule.line(event.venue), track=_track(one), abstract=notes, link=event.link, speakers=speakers,
    )  # fmt: skip


def _who_speaks(one: Found, organisers: bool) -> tuple[str, str, tuple[SpeakerRecord, ...]]:
    """Title and text without the names of those who speak, and them: each maker puts them in another place."""
    event, title, notes = one.event, one.event.title, one.event.notes
    names: list[str] = []
    match = _SPEAKERS.match(notes)
    if match:
        names, notes = _split(match[1]), notes[match.end() :].strip()
    elif _is_pretalx(one) and " - " in title:
        title, _, tail = title.rpartition(" - ")
        names = _split(tail)
    elif organisers:
        names = [event.organiser]
    names = names or _attendees(one)
    speakers = (schedule.speaker(name) for name in names[: schedule.MAX_SPEAKERS])
    kept = {fold(who.name): who for who in speakers if who}
    return title, notes, tuple(kept.values())


def _attendees(one: Found) -> list[str]:
    """Those named as taking part without an address of their own: private people have one and are not read."""
    lines = (line for line in one.part.lines if line.name == "ATTENDEE" and "@" not in line.value)
    return [line.first("CN") for line in lines]


def _organisers_who_speak(found: Sequence[Found]) -> bool:
    """Whether the organiser of each event is rather its speaker: many names, and one address for all."""
    lines = [line for one in found for line in one.part.lines if line.name == "ORGANIZER"]
    names, addresses = {line.first("CN") for line in lines}, {line.value.strip().casefold() for line in lines}
    return len(addresses) == 1 and len(names) >= _NAMED_TWICE


def _split(names: str) -> list[str]:
    """ "A B (Affil), C D and E" in three; what stands in brackets is where they are from."""
    return [_BRACKETS.sub("", name).strip() for name in _BETWEEN.split(names[:2_000]) if name.strip()]


def _track(one: Found) -> str:
    line = next((line for line in one.part.lines if line.name == "CATEGORIES"), None)
    return schedule.line(unescape(line.value).partition(",")[0]) if line else ""


def _made_for_programmes(found: Iterable[Found]) -> bool:
    one = next(iter(found))
    maker = one.part.calendar.properties.get("PRODID", "").casefold()
    return any(word in maker for word in MAKERS) or bool(_INDICO.match(one.event.uid)) or _is_pretalx(one)


def _is_pretalx(one: Found) -> bool:
    maker = one.part.calendar.properties.get("PRODID", "").casefold()
    return "pretalx" in maker or one.event.uid.casefold().startswith("pretalx-")


def _repeats(one: Found) -> bool:
    return any(line.name in ("RRULE", "RDATE") for line in one.part.lines)


def _all_utc(sessions: Iterable[SessionRecord]) -> bool:
    return all(isinstance(one.start, datetime) and one.start.tzinfo is not None for one in sessions)


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start
