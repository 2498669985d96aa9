"""The dates of events that repeat in a calendar file, within a year of today: each an event of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats import repeats
from hallway.formats.content_lines import ContentLine
from hallway.formats.ics import ONLY_FIRST, Found, Unusable, moment, written
from hallway.formats.limits import Complaints

AROUND: Final = timedelta(days=365)
MAX_DATES: Final = 250
"""The most dates of one event: what is on more than twice a week is rather a habit than an event."""
MAX_STEPS: Final = 1_000_000
"""How many days are walked for all the rules of one file."""

MAX_LINES: Final = 4
"""How many rules, exceptions and lists of dates of one event are followed."""

Start = datetime | date


def expanded(found: Iterable[Found], complaints: Complaints, today: date) -> list[Found]:
    """The events with every date of those that repeat; one far from today, or too often, keeps its first date only.

    A date of a series has the UID of the series and its own first moment, as a date that was moved has it.
    """
    every: list[Found] = []
    window = Window(today - AROUND, today + AROUND)
    for one in found:
        try:
            dates = _dates(one, window)
        except (repeats.TooOften, Unusable, OverflowError):
            _say(complaints, one, "It repeats too often to show; only its first date was read.")
            dates = []
        if dates:
            _say(complaints, one, f"It repeats; {len(dates)} of its dates were read, those within a year of today.")
        every += dates or [one]
    return every


@dataclass(slots=True)
class Window:
    """The days that are looked at, and how many steps are left for all the rules of a file."""

    first: date
    last: date
    steps: int = MAX_STEPS


def _dates(one: Found, window: Window) -> list[Found]:
    """The dates of an event within the window, none where it does not repeat. Raises `TooOften` and `Unusable`."""
    if not any(line.name in ("RRULE", "RDATE") for line in one.part.lines):
        return []
    starts = _starts(one, window)
    moved = {other.recurrence: other for other in one.moved}
    named = ((start, moved.get(written(start)) or moved.get(written(_day(start)))) for start in starts)
    return [replace(other, event=replace(other.event, uid=_uid(one, start))) if other else _at(one, start)
            for start, other in named]  # fmt: skip


def _starts(one: Found, window: Window) -> list[Start]:
    """The moments in order, without those left out. Raises `TooOften` and `Unusable`."""
    named = {name: [line for line in one.part.lines if line.name == name] for name in _NAMES}
    if any(len(lines) > MAX_LINES for name, lines in named.items() if name != "EXDATE"):
        raise repeats.TooOften
    begin = next(line for line in one.part.lines if line.name == "DTSTART")
    left_out = {_key(at) for line in named["EXDATE"] for at in _listed(one, line)}
    left_out |= {_key(at) for line in named["EXRULE"] for at in _by_rule(one, begin, line, window)}
    every: dict[object, Start] = {_key(one.event.start): one.event.start}
    for line in named["RRULE"]:
        every |= {_key(at): at for at in _by_rule(one, begin, line, window)}
    for line in named["RDATE"]:
        every |= {_key(at): at for at in _listed(one, line)}
    stays = {key: at for key, at in every.items() if not {key, _day(at)} & left_out}
    chosen = [at for at in stays.values() if window.first <= _day(at) <= window.last]
    if len(chosen) > MAX_DATES:
        raise repeats.TooOften
    return sorted(chosen, key=lambda at: _key(at).isoformat())


_NAMES: Final = ("RRULE", "RDATE", "EXDATE", "EXRULE")


def _by_rule(one: Found, begin: ContentLine, line: ContentLine, window: Window) -> Iterator[Start]:
    """The moments of one rule, each at the time of day of the start, on its clock."""
    rule = repeats.read_rule(line.value)
    at_start = begin.value.strip()
    start = moment(replace(begin, value=at_start[:8]), one.finder)
    until = moment(replace(line, value=rule.until, params={}), one.finder) if rule.until else None
    span = _day(start), window.first - timedelta(days=1), window.last + timedelta(days=1)
    window.steps -= repeats.steps(rule, *span)
    if window.steps < 0:
        raise repeats.TooOften
    for day in repeats.days(rule, *span):
        at = moment(replace(begin, value=f"{day:%Y%m%d}{at_start[8:]}"), one.finder)
        if until is not None and _is_after(at, until):
            return
        yield at


def _listed(one: Found, line: ContentLine) -> list[Start]:
    """The moments of an RDATE or EXDATE; of a period its beginning."""
    values = line.value.split(",")[: MAX_DATES + 1]
    return [moment(replace(line, value=value.partition("/")[0]), one.finder) for value in values if value.strip()]


def _is_after(at: Start, until: Start) -> bool:
    if isinstance(at, datetime) and isinstance(until, datetime) and at.tzinfo and until.tzinfo:
        return at > until
    return _day(at) > _day(until)


def _at(one: Found, start: Start) -> Found:
    """The event at another of its dates."""
    end = _later(one.event.end, one.event.start, start) if one.event.end is not None else None
    return replace(one, event=replace(one.event, start=start, end=end, uid=_uid(one, start)))


def _uid(one: Found, start: Start) -> str:
    """The first date keeps the UID of the series; the others have the moment at which they stand in it behind it."""
    return one.event.uid if _key(start) == _key(one.event.start) else f"{one.event.uid}#{written(start)}"


def _later(end: Start, start: Start, at: Start) -> Start:
    """As long after another start as before; by the clock for what has a zone."""
    if isinstance(end, datetime) and isinstance(start, datetime) and isinstance(at, datetime) and at.tzinfo:
        return (at.astimezone(UTC) + (end - start)).astimezone(at.tzinfo)
    return at + (end - start)  # type: ignore[operator]  # both are days, or both are moments


def _key(at: Start) -> Start:
    """The same for the same moment, whatever clock it is told on."""
    return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else at


def _day(at: Start) -> date:
    return at.date() if isinstance(at, datetime) else at


def _say(complaints: Complaints, one: Found, words: str) -> None:
    """Say it in the place of what was said when the event was read."""
    for at, complaint in enumerate(complaints):
        if complaint.where == one.event.where and complaint.what == ONLY_FIRST:
            complaints[at] = replace(complaint, what=words)
            return
    complaints.append(Complaint(one.event.where, words))
