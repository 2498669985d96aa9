"""Conference programmes in XML, as Pentabarf (FOSDEM), frab (CCC), wafer (DebConf) and pretalx write `schedule.xml`.

No document type is accepted, and so no entity of a stranger's making; nothing outside the file is ever fetched.
"""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Final
from xml.parsers import expat

from hallway.domain.programmes import Programme
from hallway.domain.records import Complaint, Parsed, Report
from hallway.formats import limits, schedule, text
from hallway.formats.schedule_slots import Head, Slot
from hallway.formats.schedule_times import conference_day

SOURCE: Final = "programme"
MAX_DEPTH: Final = 64

_TAG: Final = re.compile(rb"<(day|room)\b([^<>]{1,500})>")
_ATTRIBUTE: Final = re.compile(rb"([\w-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"<>]{0,300})\"|'([^'<>]{0,300})')")
_HEAD_FIELDS: Final = {
    "title": "title", "acronym": "acronym", "start": "start", "end": "end", "time_zone_name": "zone", "venue": "venue",
    "city": "venue", "base_url": "link", "url": "link", "day_change": "day_change",
}  # fmt: skip
_SLOT_FIELDS: Final = {
    "title": "title", "subtitle": "subtitle", "date": "moment", "start": "start", "duration": "length", "room": "room",
    "track": "track", "type": "type", "language": "language", "url": "link", "end": "end",
}  # fmt: skip
_TEXTS: Final = ("abstract", "description")


class _RefusedFileError(Exception):
    """The file asks for what no programme needs; the message is fit to show."""


def read(data: bytes, report: Report | None = None) -> Parsed[Programme]:
    """Read a programme. Where the file is broken, the sessions before and after that place are read all the same."""
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    written = decoded.text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    reader = _Reader(complaints, report, written.count(b"<event "))
    try:
        _parse(reader, written)
    except _RefusedFileError as refused:
        complaints.append(Complaint("file", str(refused)))
        return complaints.parsed((), SOURCE)
    programme = schedule.built(reader.head, reader.slots, reader.days, complaints)
    return complaints.parsed((programme,) if programme else (), SOURCE)


def _parse(reader: _Reader, written: bytes) -> None:
    parser = reader.parser()
    try:
        parser.Parse(written, True)
    except expat.ExpatError as error:
        if not reader.is_schedule:
            raise _RefusedFileError("This is not XML that can be read.") from None
        what = "The file is broken here; sessions before and after it were read where that was possible."
        reader.complaints.append(Complaint(f"line {error.lineno}", what, reader.under_way()))
        _salvage(reader, written, parser.ErrorByteIndex, error.lineno)


def _salvage(reader: _Reader, written: bytes, at: int, number: int) -> None:
    """Read the sessions behind a broken place one by one, each as if it stood alone."""
    counted = at
    while (begin := written.find(b"<event", at)) >= 0 and (end := written.find(b"</event>", begin)) >= 0:
        for match in _TAG.finditer(written, at, begin):
            reader.enter(match[1].decode(), _attributes(match[2]))
        number += written.count(b"\n", counted, begin)
        counted, at = begin, end + len(b"</event>")
        parser = reader.parser(number)
        try:
            parser.Parse(written[begin:at], True)
        except expat.ExpatError:
            reader.complaints.append(Complaint(f"line {number}", "This session is broken.", reader.under_way()))


def _attributes(written: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(written)
    return {name.decode(): html.unescape((one or other).decode("utf-8", "replace")) for name, one, other in found}


class _Reader:
    """Takes in elements as they come; what is open is a path of names."""

    def __init__(self, complaints: limits.Complaints, report: Report | None, total: int) -> None:
        self.complaints = complaints
        self.head = Head()
        self.slots: list[Slot] = []
        self.days: list[date] = []
        self.is_schedule = False
        self._report, self._total = report, total
        self._day: date | None = None
        self._room = ""
        self._slot: Slot | None = None
        self._path: list[str] = []
        self._words: list[str] = []
        self._length = 0
        self._person: dict[str, str] = {}

    def parser(self, first_line: int = 1) -> expat.XMLParserType:
        """A parser that reports to this reader, for the file or for a piece of it."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self._slot, self._path = None, ["schedule"] if first_line > 1 else []

        def begin(name: str, attributes: dict[str, str]) -> None:
            self._begin(name.lower(), attributes, f"line {first_line + parser.CurrentLineNumber - 1}")

        parser.StartElementHandler = begin
        parser.EndElementHandler = lambda name: self._end(name.lower())
        parser.CharacterDataHandler = self._take
        return parser

    def under_way(self) -> str:
        """What is known of the session that is being read."""
        return limits.shown(schedule.line(self._slot.title)) if self._slot else ""

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        """A day or a room begins."""
        if name == "day":
            written, begins = attributes.get("date", ""), attributes.get("start", "")
            self._day = conference_day(written, begins, self.head.zone)
            if self._day:
                self.days.append(self._day)
        else:
            self._room = attributes.get("name", "")

    def _begin(self, name: str, attributes: dict[str, str], where: str) -> None:
        if not self._path and name != "schedule" and not self.is_schedule:
            raise _RefusedFileError("There is no programme in this XML file.")
        self.is_schedule = True
        self._path.append(name)
        if len(self._path) > MAX_DEPTH:
            raise _RefusedFileError(f"It is nested deeper than {MAX_DEPTH} levels, which no programme is.")
        self._words, self._length = [], 0
        if name == "event":
            self._slot = Slot(where, _key(attributes), day=self._day, room=self._room)
        elif self._slot is None and name in ("day", "room"):
            self.enter(name, attributes)
        elif name == "person":
            self._person = attributes

    def _end(self, name: str) -> None:
        words = "".join(self._words)
        self._words, self._length = [], 0
        self._path.pop()
        above = self._path[-1] if self._path else ""
        if self._slot is None:
            self._head(above, name, words)
        elif name == "event":
            self.slots.append(self._slot)
            self._slot = None
            limits.tell(self._report, len(self.slots), max(self._total, len(self.slots)))
        elif name == "person":
            self._speaker(words)
        elif above == "event":
            self._field(self._slot, name, words)

    def _head(self, above: str, name: str, words: str) -> None:
        if above == "conference" and name in _HEAD_FIELDS and words.strip():
            setattr(self.head, _HEAD_FIELDS[name], words)
        elif above == "schedule" and name == "version":
            self.head.version = words

    def _field(self, slot: Slot, name: str, words: str) -> None:
        if name in _TEXTS:
            slot.texts = (*slot.texts, words)
        elif name in _SLOT_FIELDS and words.strip():
            setattr(slot, _SLOT_FIELDS[name], words)

    def _speaker(self, words: str) -> None:
        person = schedule.speaker(words, _key(self._person), pages=(self._person.get("url", ""),))
        if person and self._slot is not None and len(self._slot.speakers) <= schedule.MAX_SPEAKERS:
            self._slot.speakers.append(person)

    def _take(self, words: str) -> None:
        if self._length <= limits.MAX_TEXT:
            self._words.append(words[: limits.MAX_TEXT + 1])
            self._length += len(words)

    def _refuse(self, *_: object) -> None:
        raise _RefusedFileError("It has a document type of its own, which no programme needs; it was not read.")


def _key(attributes: dict[str, str]) -> str:
    return attributes.get("guid", "") or attributes.get("code", "") or attributes.get("id", "")
