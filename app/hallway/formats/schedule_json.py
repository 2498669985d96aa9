"""Conference programmes in JSON: `schedule.json` of frab and pretalx (version 1), and of the CCC hub (version 2)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from hallway.domain.programmes import Programme, SpeakerRecord
from hallway.domain.records import Complaint, Parsed, Report
from hallway.formats import limits, schedule, text
from hallway.formats.schedule_slots import Head, Slot
from hallway.formats.schedule_times import conference_day, day_of

SOURCE: Final = "programme"

_SESSION: Final = re.compile(r'\{\s*"(?:url|id|guid|logo|date|code|type|title|slug)"')
_HEAD: Final = re.compile(r'"(acronym|title|start|end|time_zone_name)"\s*:\s*"([^"\\]{1,200})"')
_MOST_FAILURES: Final = 50
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_]\w{2,8})?", re.IGNORECASE)
_FIRST: Final = ("en", "de", "fr")

Thing = Mapping[str, Any]


class _TooStrange(ValueError):
    """A number that is none."""


def read(data: bytes, report: Report | None = None) -> Parsed[Programme]:
    """Read a programme. From a file that breaks off, the sessions that stand whole are read all the same."""
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    reader = _Reader(complaints, report)
    try:
        reader.read(json.loads(decoded.text, parse_constant=_no_number))
    except RecursionError:
        complaints.append(Complaint("file", "It is nested deeper than any programme is; it was not read."))
        return complaints.parsed((), SOURCE)
    except json.JSONDecodeError as error:
        what = "The file is broken here; sessions that stand whole were read."
        complaints.append(Complaint(f"line {error.lineno}", what))
        reader.salvage(decoded.text)
    except ValueError:
        complaints.append(Complaint("file", "It holds numbers that are none; it was not read."))
        return complaints.parsed((), SOURCE)
    programme = schedule.built(reader.head, reader.slots, reader.days, complaints)
    return complaints.parsed((programme,) if programme else (), SOURCE)


class _Reader:
    """Takes the parts out of what JSON gave; whatever is not of the kind it should be counts as not there."""

    def __init__(self, complaints: limits.Complaints, report: Report | None) -> None:
        self.complaints = complaints
        self.head = Head()
        self.slots: list[Slot] = []
        self.days: list[date] = []
        self._report = report
        self._tracks: dict[str, str] = {}
        self._people: dict[str, Thing] = {}

    def read(self, whole: object) -> None:
        """Take in a whole file."""
        told = _thing(_thing(whole).get("schedule"))
        conference = _thing(told.get("conference"))
        self._read_head(told, conference)
        self._tracks = {_text(one, "slug"): _name(one.get("name")) for one in _things(conference.get("tracks"))}
        self._people = {_text(one, "guid"): one for one in _things(told.get("persons"))}
        for day in _things(conference.get("days")):
            self._read_day(day)
        for at, event in enumerate(_things(told.get("events")), start=1):
            self._take(event, f"session {at}", day_of(_text(event, "start")), "")

    def salvage(self, written: str) -> None:
        """Take what stands whole in a file that does not."""
        for name, value in reversed(_HEAD.findall(written[:5_000])):
            setattr(self.head, "zone" if name == "time_zone_name" else name, value)
        decoder = json.JSONDecoder(parse_constant=_no_number)
        at = failures = counted = 0
        line = 1
        while failures < _MOST_FAILURES and (match := _SESSION.search(written, at)):
            try:
                found, at = decoder.raw_decode(written, match.start())
            except (ValueError, RecursionError):
                failures += 1
                at = match.end()
                continue
            event = _thing(found)
            if event.get("title") and (event.get("date") or event.get("start")):
                line += written.count("\n", counted, match.start())
                counted = match.start()
                self._take(event, f"line {line}", day_of(_text(event, "date")), "")

    def _read_head(self, told: Thing, conference: Thing) -> None:
        self.head = Head(
            title=_text(conference, "title"), acronym=_text(conference, "acronym"), start=_text(conference, "start"),
            end=_text(conference, "end"), zone=_text(conference, "time_zone_name"), venue=_text(conference, "venue"),
            link=_text(conference, "url") or _text(told, "base_url"), version=_text(told, "version"),
        )  # fmt: skip

    def _read_day(self, day: Thing) -> None:
        on = conference_day(_text(day, "date"), _text(day, "day_start"), self.head.zone)
        if on:
            self.days.append(on)
        rooms = _thing(day.get("rooms"))
        for room, events in rooms.items():
            for at, event in enumerate(_things(events), start=1):
                self._take(event, f"{schedule.line(room)[:60]}, {on or ''} no. {at}", on, room)

    def _take(self, event: Thing, where: str, day: date | None, room: str) -> None:
        """One session; version 2 tells start and end as moments, version 1 the moment as its date."""
        limits.tell(self._report, len(self.slots), len(self.slots))
        if len(self.slots) > schedule.MAX_SESSIONS:
            return
        is_second = "end" in event and "duration" not in event
        track = event.get("track")
        self.slots.append(Slot(
            where=where, key=_key(event), title=_name(event.get("title")), subtitle=_name(event.get("subtitle")),
            moment=_text(event, "start" if is_second else "date"), start="" if is_second else _text(event, "start"),
            length=_text(event, "duration"), end=_text(event, "end") if is_second else "", day=day,
            room=_name(event.get("room")) or room, track=self._tracks.get(_text(_thing(track), "slug")) or _name(track),
            type=_name(event.get("type")), language=_text(event, "language"), link=_text(event, "url"),
            texts=(_name(event.get("abstract")), _name(event.get("description"))),
            speakers=[who for who in map(self._speaker, self._speakers(event)) if who],
        ))  # fmt: skip

    def _speakers(self, event: Thing) -> Iterable[Thing]:
        """Those who speak: version 1 calls them persons, version 2 participants."""
        everybody = [*_things(event.get("persons")), *_things(event.get("participants"))]
        return everybody[: schedule.MAX_SPEAKERS + 1]

    def _speaker(self, person: Thing) -> SpeakerRecord | None:
        more = self._people.get(_text(person, "guid"), person) if _text(person, "guid") else person
        names = (_text(person, name) for name in ("public_name", "full_public_name", "name", "display_name"))
        about = _text(more, "biography") or _text(person, "biography")
        pages = [_text(link, "url") for link in _things(more.get("links"))[:20]]
        return schedule.speaker(next(filter(None, names), ""), _key(person), about, pages)


def _no_number(_: str) -> None:
    raise _TooStrange


def _key(thing: Thing) -> str:
    return _text(thing, "guid") or _text(thing, "code") or _text(thing, "id")


def _thing(value: object) -> Thing:
    return value if isinstance(value, dict) else {}


def _things(value: object) -> list[Thing]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(thing: Thing, name: str) -> str:
    """A text, or a number as text; anything else counts as not there."""
    value = thing.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return value[: limits.MAX_TEXT + 1] if isinstance(value, str) else str(value) if abs(value) < 2**63 else ""


def _name(value: object) -> str:
    """A text that may come in several languages, or as a thing with a name."""
    value = _thing(value).get("name", value)
    if isinstance(value, str):
        return value[: limits.MAX_TEXT + 1]
    told = {key: text for key, text in _thing(value).items() if isinstance(text, str) and _LANGUAGE.fullmatch(key)}
    found = next((told[language] for language in (*_FIRST, *told) if told.get(language)), "")
    return found[: limits.MAX_TEXT + 1]
