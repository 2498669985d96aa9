"""Events: lists of coming and past ones, and one whole with the people met there."""

from __future__ import annotations

from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.events import TEXT_FIELDS, Event
from hallway.store import tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

MET = """(SELECT count(*) FROM person WHERE met_event_id = e.id AND standing <> 'let go')"""
COLUMNS = f"e.id, e.uid, e.source_uid, e.start_on, e.end_on, {', '.join('e.' + name for name in TEXT_FIELDS)}, {MET}"


def get(look: View, event_id: int) -> Event:
    """One event. Raises `NotFound`."""
    row = look.row(f"SELECT {COLUMNS} FROM event e WHERE e.id = ?", event_id)
    if row is None:
        raise errors.NotFound("This event is no longer in your record.")
    return _event(row)


def coming(look: View, limit: int = 500) -> tuple[Event, ...]:
    """Events that run today or later, next one first."""
    today = look.today.isoformat()
    rows = look.rows(f"SELECT {COLUMNS} FROM event e WHERE e.end_on >= ? ORDER BY e.start_on LIMIT ?", today, limit)
    return tuple(map(_event, rows))


def past(look: View, limit: int = 500) -> tuple[Event, ...]:
    """Events that are over, newest first."""
    today = look.today.isoformat()
    rows = look.rows(f"SELECT {COLUMNS} FROM event e WHERE e.end_on < ? ORDER BY e.start_on DESC LIMIT ?", today, limit)
    return tuple(map(_event, rows))


def running(look: View, day: date | None = None) -> Event | None:
    """The event that runs on a day (None: today), the one that began last; or None."""
    on = (day or look.today).isoformat()
    row = look.row(
        f"SELECT {COLUMNS} FROM event e WHERE ? BETWEEN e.start_on AND e.end_on ORDER BY e.start_on DESC LIMIT 1", on
    )
    return _event(row) if row else None


def by_source_uid(look: View, source_uid: str) -> Event | None:
    """The event that a calendar file knows by that id, or None."""
    row = look.row(f"SELECT {COLUMNS} FROM event e WHERE e.source_uid = ?", source_uid)
    return _event(row) if row else None


def same(look: View, title: str, start_on: date) -> Event | None:
    """The event of that title on that day, or None."""
    row = look.row(
        f"SELECT {COLUMNS} FROM event e WHERE e.title = ? AND e.start_on = ?", title, start_on.isoformat()
    )
    return _event(row) if row else None


def people_met(look: View, event_id: int) -> tuple[tuple[int, str, str], ...]:
    """Id, name and line of everybody met there or talked to there."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line FROM glance g WHERE g.standing <> 'let go' AND g.person_id IN (
             SELECT id FROM person WHERE met_event_id = ?1 UNION
             SELECT x.person_id FROM participant x JOIN interaction i ON i.id = x.interaction_id
              WHERE i.event_id = ?1) ORDER BY g.sort_name""",
        event_id,
    )
    return tuple((id_, name, line) for id_, name, line in rows)


def add(step: Work, event: Event) -> int:
    """Write an event down."""
    event_id: int = step.run(tables.Event.insert(uid=random_uid(), **_columns(event)))
    return event_id


def change(step: Work, event: Event) -> None:
    """Bring the event with `event.id` to what is given."""
    step.run(tables.Event.update(**_columns(event)).where(tables.Event.id == event.id))


def remove(step: Work, event_id: int) -> None:
    """Take an event away; people met there and conversations stay."""
    step.execute("DELETE FROM event WHERE id = ?", event_id)


def _columns(event: Event) -> dict[str, Any]:
    texts = {name: getattr(event, name) for name in TEXT_FIELDS}
    days = {"start_on": event.start_on.isoformat(), "end_on": event.end_on.isoformat()}
    return {**texts, **days, "source_uid": event.source_uid}


def _event(row: tuple[Any, ...]) -> Event:
    id_, uid, source_uid, start_on, end_on, *texts, met = row
    return Event(
        id=id_, uid=uid, source_uid=source_uid, start_on=date.fromisoformat(start_on),
        end_on=date.fromisoformat(end_on), met=met, **dict(zip(TEXT_FIELDS, texts, strict=True)),
    )  # fmt: skip
