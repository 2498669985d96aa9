"""Cut a calendar file into its events, each with the time zones and names its calendar supplies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats.content_lines import ContentLine, split_line, unfold
from hallway.formats.limits import shown

_MAX_DEPTH: Final = 64
_MAX_ZONES: Final = 200
_IGNORED: Final = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY", "VALARM", "VAVAILABILITY", "VCARD"})


@dataclass(slots=True)
class CalendarPart:
    """What one VCALENDAR says about all its events: properties, and the raw text of each VTIMEZONE by its TZID."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class EventPart:
    """The lines of one VEVENT, without what is nested in it."""

    number: int
    calendar: CalendarPart
    lines: list[ContentLine] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)


class _Cutter:
    """Walks the lines and keeps count of what is open; a missing END costs one complaint and never the file."""

    def __init__(self, complaints: list[Complaint]) -> None:
        self.complaints = complaints
        self.events: list[EventPart] = []
        self._calendar = CalendarPart()
        self._event: EventPart | None = None
        self._zone: list[str] | None = None
        self._skipping: list[str] = []

    def take(self, number: int, raw: str) -> None:
        """Take in one logical line."""
        line = split_line(number, raw)
        marker = line.value.strip().upper() if line else ""
        if line and line.name == "BEGIN":
            self._begin(number, marker, raw)
        elif line and line.name == "END":
            self._end(marker, raw)
        elif self._zone is not None:
            self._zone.append(raw)
        elif not self._skipping:
            self._property(number, line, raw)

    def _begin(self, number: int, marker: str, raw: str) -> None:
        if marker == "VCALENDAR":
            self.close_event()
            self._calendar, self._zone, self._skipping = CalendarPart(), None, []
        elif marker == "VEVENT":
            self.close_event()
            self._zone, self._skipping = None, []
            self._event = EventPart(number, self._calendar)
            self.events.append(self._event)
        elif marker == "VTIMEZONE" and self._event is None:
            self._zone = [raw]
        elif self._zone is not None:
            self._zone.append(raw)
        elif (marker in _IGNORED or self._event is not None) and len(self._skipping) < _MAX_DEPTH:
            self._skipping.append(marker)

    def _end(self, marker: str, raw: str) -> None:
        if self._zone is not None:
            self._zone.append(raw)
            if marker == "VTIMEZONE":
                self._close_zone(self._zone)
        elif marker == "VEVENT":
            self._event, self._skipping = None, []
        elif marker == "VCALENDAR":
            self.close_event()
        elif self._skipping and marker in self._skipping:
            del self._skipping[self._skipping.index(marker) :]

    def close_event(self) -> None:
        """Complain about an event that is still open where it cannot be."""
        if self._event is not None:
            self.complaints.append(
                Complaint(f"line {self._event.number}", "The event has no end; what is there was read.")
            )
            self._event = None

    def _close_zone(self, raw: list[str]) -> None:
        """File a VTIMEZONE under its name; one that claims several names is none."""
        names = [line.value.strip() for each in raw if (line := split_line(0, each)) and line.name == "TZID"]
        if len(names) == 1 and len(self._calendar.zones) < _MAX_ZONES:
            self._calendar.zones[names[0].strip('"')] = "\r\n".join(raw) + "\r\n"
        self._zone = None

    def _property(self, number: int, line: ContentLine | None, raw: str) -> None:
        if self._event is not None:
            self._event.raw.append(raw)
        if line is None:
            if self._event is not None:
                self.complaints.append(Complaint(f"line {number}", "This line could not be read.", shown(raw)))
        elif self._event is not None:
            self._event.lines.append(line)
        else:
            self._calendar.properties.setdefault(line.name, line.value.strip())


def split_events(physical: Sequence[str], complaints: list[Complaint]) -> list[EventPart]:
    """Every VEVENT of the file, in the order of the file."""
    cutter = _Cutter(complaints)
    for number, raw in unfold(physical):
        cutter.take(number, raw)
    cutter.close_event()
    return cutter.events
