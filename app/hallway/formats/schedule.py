"""What every format of a conference programme has in common: from the words of a file to one sound `Programme`.

Readers fill `Slot`s with text as written; `built` reads days, times and lengths, settles which clock they are on, gives
every session a number of its own, and complains about what cannot be.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.programmes import Programme, SessionRecord, SpeakerRecord
from hallway.domain.records import Complaint
from hallway.formats import limits, links
from hallway.formats.html_text import plain
from hallway.formats.schedule_slots import Head, Slot
from hallway.formats.schedule_times import clock, day_of, end_of, start_of, zone_of
from hallway.formats.text import clean

MAX_SESSIONS: Final = 20_000
"""The most sessions that are taken from one programme; the largest seen has some 1,100."""

MAX_SPEAKERS: Final = 200
"""The most people that are taken from one session."""

_LINE: Final = 1_000
_LEFT_OUT: Final = "it was left out."


def built(head: Head, slots: Sequence[Slot], days: Iterable[date], complaints: limits.Complaints) -> Programme | None:
    """The programme, or None when there is no session to be read in it."""
    if len(slots) > MAX_SESSIONS:
        what = f"Hallway takes {MAX_SESSIONS:,} sessions from one programme; the rest was left out."
        complaints.append(Complaint(slots[MAX_SESSIONS].where, what))
    zone = zone_of(head, slots, complaints)
    found = (_session(slot, zone, head, complaints) for slot in slots[:MAX_SESSIONS])
    sessions = numbered([session for session in found if session], complaints)
    if not sessions:
        complaints.append(Complaint("file", "There is no session in this file."))
        return None
    title = line(head.title) or line(head.acronym)
    start_on, end_on = day_of(head.start), day_of(head.end)
    return Programme(
        title=title, key=_key(head, title, sessions), version=line(head.version), zone=zone, venue=line(head.venue),
        link=web(head.link), start_on=start_on, end_on=end_on, sessions=tuple(sessions),
        days=tuple(sorted(set(days) & _days_used(slots))),
    )  # fmt: skip


def numbered(sessions: Sequence[SessionRecord], complaints: limits.Complaints) -> list[SessionRecord]:
    """Every session with a number of its own: careless programs give one number to several, or none.

    Those of one number are told apart by their titles, then by time and room; the order makes no difference.
    """
    keys = [one.key for one in sessions]
    for more in (_by_title, _by_place):
        counts = Counter(keys)
        keys = [
            key if key and counts[key] == 1 else f"{key}#{more(one)}" for key, one in zip(keys, sessions, strict=True)
        ]
    kept: dict[str, SessionRecord] = {}
    for key, one in zip(keys, sessions, strict=True):
        if key in kept:
            complaints.append(Complaint(one.where, "This session stands in the file twice; one was kept.", one.title))
        else:
            kept[key] = replace(one, key=key)
    return list(kept.values())


def _by_title(session: SessionRecord) -> str:
    return _hash(fold(session.title))


def _by_place(session: SessionRecord) -> str:
    return _hash(f"{session.start.isoformat()} {session.room}")


def speaker(name: str, key: str = "", about: str = "", pages: Iterable[str] = ()) -> SpeakerRecord | None:
    """A speaker, or None without a name."""
    name = line(name)
    profiles = (links.profile(page) for page in pages)
    kept = tuple(dict.fromkeys(page for page in profiles if page))
    return SpeakerRecord(name, line(key), passage(about), kept) if name else None


def line(text: str) -> str:
    """A text of one line, without characters that have no business in it."""
    return " ".join(clean(_sound(text)).split())[:_LINE]


def passage(text: str) -> str:
    """A text of several lines, without tags."""
    return limits.clipped(plain(clean(_sound(text))))


def web(text: str) -> str:
    """A web address that is safe to keep, or nothing."""
    address = text.strip()
    return address if links.is_web(address) else ""


def _session(slot: Slot, zone: str, head: Head, complaints: limits.Complaints) -> SessionRecord | None:
    title = line(slot.title)
    raw = limits.shown(" ".join(part for part in (title, slot.moment, slot.start) if part))
    start = start_of(slot, zone, head)
    if start is None or not title:
        what = f"Its day could not be read; {_LEFT_OUT}" if title else f"It has no title; {_LEFT_OUT}"
        complaints.append(Complaint(slot.where, what, raw))
        return None
    if slot.start.strip() and clock(slot.start) is None and not isinstance(start, datetime):
        complaints.append(Complaint(slot.where, "Its time could not be read; the day was kept.", raw))
    try:
        end = end_of(slot, start)
    except (ValueError, OverflowError):
        complaints.append(Complaint(slot.where, "Its end cannot be; the start was kept.", raw))
        end = None
    if len(slot.speakers) > MAX_SPEAKERS:
        complaints.append(Complaint(slot.where, f"It names more than {MAX_SPEAKERS} people; the first were kept.", raw))
    texts = tuple(dict.fromkeys(text for text in map(passage, slot.texts) if text))
    return SessionRecord(
        title=title, start=start, key=line(slot.key), end=end, where=slot.where, subtitle=line(slot.subtitle),
        room=line(slot.room), track=line(slot.track), type=line(slot.type), language=line(slot.language),
        abstract=limits.clipped("\n\n".join(texts)), link=web(slot.link), speakers=tuple(slot.speakers[:MAX_SPEAKERS]),
    )  # fmt: skip


def _days_used(slots: Iterable[Slot]) -> set[date]:
    return {slot.day for slot in slots if slot.day}


def _key(head: Head, title: str, sessions: Sequence[SessionRecord]) -> str:
    """What is the same in every version of one programme: its short name and its year."""
    first = min(one.start.date() if isinstance(one.start, datetime) else one.start for one in sessions)
    name = fold(line(head.acronym) or title)
    return f"programme:{name}:{(day_of(head.start) or first).year}" if name else ""


def _sound(text: str) -> str:
    """The text without halves of characters, which JSON can spell and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
