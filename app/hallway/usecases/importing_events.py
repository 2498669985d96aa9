"""Events of a calendar file: each compared with the record by its id there, else by title and day, and brought in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo

from hallway.domain.events import Event, guess_kind
from hallway.domain.importing import Decision, EventRow, Problem
from hallway.domain.records import EventRecord
from hallway.store import events as store
from hallway.store.work import View, Work

CANCELLED = "It is called off in this file. If it stands in your events, it was left as it is."

FOLLOWED = ("start_on", "end_on", "start_time", "end_time", "time_zone", "venue")
"""What an event learns anew whenever the file says otherwise; the rest is filled once and then the user's."""

FILLED = ("link", "organiser", "notes", "source_uid")


def compare(
    look: View, records: Sequence[tuple[str, EventRecord]]
) -> tuple[tuple[EventRow, ...], tuple[Problem, ...]]:
    """A row for each event that takes place, and a problem for each that was called off."""
    off = tuple(Problem(file, record.where, CANCELLED) for file, record in records if record.cancelled)
    met: dict[tuple[str, ...], EventRow] = {}
    rows: list[EventRow] = []
    for file, record in records:
        if not record.cancelled:
            row = _row(look, file, record, met)
            met[_key(row.event)] = row
            rows.append(row)
    return tuple(rows), off


def bring_in(step: Work, rows: Sequence[EventRow]) -> None:
    """Carry out what the rows decide."""
    for row in rows:
        if row.decision is Decision.NEW:
            store.add(step, row.event)
        elif row.decision is Decision.MERGE and row.changes:
            store.change(step, row.event)


def _row(look: View, file: str, record: EventRecord, met: dict[tuple[str, ...], EventRow]) -> EventRow:
    event = _event(record)
    if _key(event) in met:
        return EventRow(file, record.where, event, Decision.SKIP)
    known = store.by_source_uid(look, record.uid) if record.uid else None
    known = known or store.same(look, event.title, event.start_on)
    if known is None:
        return EventRow(file, record.where, event, Decision.NEW)
    fresh = _brought_up(known, event)
    return EventRow(file, record.where, fresh, Decision.MERGE, known.id, fresh != known)


def _key(event: Event) -> tuple[str, ...]:
    return (event.source_uid,) if event.source_uid else (event.title, event.start_on.isoformat())


def _brought_up(known: Event, event: Event) -> Event:
    filled = {name: getattr(known, name) or getattr(event, name) for name in FILLED}
    followed = {name: getattr(event, name) for name in FOLLOWED}
    return replace(known, **filled, **{**followed, "venue": event.venue or known.venue})


def _event(record: EventRecord) -> Event:
    start, end = record.start, record.end if record.end is not None else record.start
    zone, name = _zone(record)
    start_on, start_time = _day_and_time(start, zone)
    end_on, end_time = _day_and_time(end, zone)
    title = " ".join(record.title.split()) or "An event"
    return Event(
        title=title, start_on=start_on, end_on=max(start_on, end_on), source_uid=record.uid, kind=guess_kind(title),
        start_time=start_time, end_time="" if record.end is None else end_time, time_zone=name, venue=record.venue,
        link=record.link, organiser=record.organiser, notes=record.notes,
    )  # fmt: skip


def _zone(record: EventRecord) -> tuple[tzinfo | None, str]:
    """The zone the times are kept in: the one of the file when it has a name, else UTC.

    None for whole days, and for times of which nobody knows the zone: they stay as they are on the event's own clock.
    """
    if not isinstance(record.start, datetime) or record.start.tzinfo is None:
        return None, ""
    return (record.start.tzinfo, record.time_zone) if record.time_zone else (UTC, "UTC")


def _day_and_time(moment: datetime | date, zone: tzinfo | None) -> tuple[date, str]:
    if not isinstance(moment, datetime):
        return moment, ""
    local = moment.astimezone(zone) if zone else moment
    return local.date(), f"{local:%H:%M}"
