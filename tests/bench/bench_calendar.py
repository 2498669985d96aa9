"""Ten thousand calendar entries written: all new, and with one in a hundred changed since the last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from icalendar import Alarm, Calendar, Event

from hallway.domain.records import CalendarEntry, CalendarStyle, EntryKind
from hallway.formats import calendar_ics
from tests.bench import books
from tests.bench.measuring import medians_in_turn
from tests.bench.rows import Row, against_floor

TIMES = 3
COLD, WARM = 0.6, 60 / 88
"""Times plain icalendar; times joining strings (60 ms where that takes 88)."""

MOMENT = datetime(2026, 6, 23, 7, 15, tzinfo=UTC)
STYLE = CalendarStyle()


def rows(scale: float) -> list[Row]:
    """Cold against the library everybody uses, warm against strings joined by hand."""
    wanted = books.scaled(scale)
    batches = count()
    standing = entries(wanted, next(batches))
    calendar_ics.write(standing, STYLE)
    cold, library, warm, joined = medians_in_turn(
        (
            lambda: calendar_ics.write(entries(wanted, next(batches)), STYLE),
            lambda: by_library(entries(wanted, next(batches))),
            lambda: calendar_ics.write(_changed(standing, next(batches)), STYLE),
            lambda: by_hand(standing),
        ),
        TIMES,
    )
    return [
        against_floor(f"calendar of {wanted:,} (floor: icalendar)", "ms", cold, library, COLD),
        against_floor("with 1 % changed (floor: joined by hand)", "ms", warm, joined, WARM),
    ]


def entries(wanted: int, batch: int) -> list[CalendarEntry]:
    """Entries that no other batch has."""
    return [
        CalendarEntry(
            f"{batch}-{at}-check-in-0@hallway", EntryKind.CHECK_IN, f"Check in with Zoë Ørsted-Nguyễn {at}",
            date(2026, 6, 23) + timedelta(days=at % 700), modified=MOMENT, category="Check-in",
            description="Last time: the corridor width; she sends the R code, and I the draft of the second chapter.",
        )
        for at in range(wanted)
    ]  # fmt: skip


def by_library(listed: Sequence[CalendarEntry]) -> bytes:
    """The same entries through icalendar, as its documentation shows."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Bench//EN")
    for entry in listed:
        event, alarm = Event(), Alarm()
        event.add("uid", entry.uid)
        event.add("dtstart", entry.start)
        event.add("dtend", entry.start + timedelta(days=1))
        for key in ("dtstamp", "last-modified"):
            event.add(key, entry.modified)
        for key, value in (
            ("sequence", entry.sequence), ("summary", entry.title), ("description", entry.description),
            ("categories", [entry.category]), ("status", "CONFIRMED"), ("transp", "TRANSPARENT"),
        ):  # fmt: skip
            event.add(key, value)
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", timedelta(hours=9))
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def by_hand(listed: Sequence[CalendarEntry]) -> bytes:
    """The same entries as strings, escaped and folded: the least a calendar takes in Python."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//EN"]
    for entry in listed:
        changed = entry.modified.strftime("%Y%m%dT%H%M%SZ")
        lines += [
            "BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.start + timedelta(days=1):%Y%m%d}", f"DTSTAMP:{changed}",
            f"LAST-MODIFIED:{changed}", f"SEQUENCE:{entry.sequence}", f"SUMMARY:{_escaped(entry.title)}",
            f"DESCRIPTION:{_escaped(entry.description)}", f"CATEGORIES:{entry.category}", "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(entry.title)}",
            "TRIGGER:PT9H", "END:VALARM", "END:VEVENT",
        ]  # fmt: skip
    lines.append("END:VCALENDAR")
    return "".join(map(_folded, lines)).encode()


def _changed(standing: Sequence[CalendarEntry], batch: int) -> list[CalendarEntry]:
    return [
        replace(entry, sequence=batch, title=f"{entry.title}, moved") if at % 100 == 0 else entry
        for at, entry in enumerate(standing)
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, the quick way for those that need no folding."""
    if len(line) <= 75 and (line.isascii() or len(line.encode()) <= 75):
        return line + "\r\n"
    pieces, piece, room = [], "", 75
    for letter in line:
        octets = len(letter.encode())
        if octets > room:
            pieces.append(piece)
            piece, room = "", 74
        piece, room = piece + letter, room - octets
    return "\r\n ".join([*pieces, piece]) + "\r\n"
