"""Whom the user wants to meet, and where they can be caught."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from hallway.domain import errors
from hallway.domain.events import MET, WANTED, Wish
from hallway.store import tables
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

COLUMNS = """w.person_id, w.event_id, w.reason, w.opener, w.questions, w.caught_at, w.through_id,
             coalesce((SELECT name FROM person WHERE id = w.through_id), ''), w.state, g.name, g.line, w.id"""
QUERY = f"SELECT {COLUMNS} FROM wish w JOIN glance g ON g.person_id = w.person_id WHERE g.standing <> 'let go' AND "


class Appearance(NamedTuple):
    """A session in which somebody speaks."""

    session_id: int
    title: str
    on: date
    start_time: str
    end_time: str
    room: str
    starred: bool


def of_event(look: View, event_id: int) -> tuple[Wish, ...]:
    """Whom one wants to meet at an event; those still to meet first, then as they were written down."""
    order = "ORDER BY w.state = 'let go', w.state <> 'wanted', w.id"
    return tuple(map(_wish, look.rows(f"{QUERY} w.event_id = ? {order}", event_id)))


def at_large(look: View) -> tuple[Wish, ...]:
    """Whom one wants to meet somewhere, some time."""
    return tuple(map(_wish, look.rows(f"{QUERY} w.event_id IS NULL AND w.state = ? ORDER BY w.id", WANTED)))


def of_person(look: View, person_id: int) -> tuple[Wish, ...]:
    """All wishes to meet one person, the newest first."""
    return tuple(map(_wish, look.rows(f"{QUERY} w.person_id = ? ORDER BY w.id DESC", person_id)))


def get(look: View, wish_id: int) -> Wish:
    """One wish. Raises `NotFound`."""
    rows = look.rows(f"{QUERY} w.id = ?", wish_id)
    if not rows:
        raise errors.NotFound("This is no longer in your record.")
    return _wish(rows[0])


def add(step: Work, new: Wish, new_uid: Callable[[], str] = random_uid) -> int:
    """Write one down; returns its id."""
    wish_id: int = step.run(
        tables.Wish.insert(uid=new_uid(), person=new.person_id, made_on=step.today.isoformat(), **_columns(new))
    )
    return wish_id


def change(step: Work, wish: Wish) -> None:
    """Bring one to what is given; whom it is about stays."""
    closed = None if wish.state == WANTED else step.today.isoformat()
    step.run(tables.Wish.update(closed_on=closed, **_columns(wish)).where(tables.Wish.id == wish.id))


def come_true(step: Work, person_ids: Iterable[int], on: date) -> None:
    """They were met: what was wished for is so."""
    step.execute_many(
        "UPDATE wish SET state = ?, closed_on = ? WHERE person_id = ? AND state = ?",
        [(MET, on.isoformat(), person_id, WANTED) for person_id in person_ids],
    )


def appearances(look: View, event_id: int, person_ids: Iterable[int]) -> dict[int, tuple[Appearance, ...]]:
    """Where these people speak at an event, by person, in the order of time."""
    found: defaultdict[int, list[Appearance]] = defaultdict(list)
    for person_id, id_, title, on, start, end, room, starred in look.rows(
        """SELECT x.person_id, s.id, s.title, s.on_day, s.start_time, s.end_time, s.room, s.starred
             FROM session s JOIN session_speaker x ON x.session_id = s.id
            WHERE s.event_id = ? AND s.called_off = 0 AND x.person_id IN (SELECT value FROM json_each(?))
            ORDER BY s.on_day, s.start_time, s.id""",
        event_id, json.dumps(list(person_ids)),
    ):  # fmt: skip
        found[person_id].append(Appearance(id_, title, date.fromisoformat(on), start, end, room, bool(starred)))
    return {person_id: tuple(ones) for person_id, ones in found.items()}


def starred_speakers(look: View, event_id: int) -> tuple[tuple[int, str], ...]:
    """Who speaks in the sessions one starred: the person's id and the session's title, in the order of time."""
    rows = look.rows(
        """SELECT x.person_id, s.title FROM session s JOIN session_speaker x ON x.session_id = s.id
            WHERE s.event_id = ? AND s.starred AND s.called_off = 0 ORDER BY s.on_day, s.start_time, s.id""",
        event_id,
    )
    return tuple((person_id, title) for person_id, title in rows)


def _columns(wish: Wish) -> dict[str, Any]:
    return {
        "event": wish.event_id, "reason": wish.reason, "opener": wish.opener, "questions": "\n".join(wish.questions),
        "caught_at": wish.caught_at, "through": wish.through_id, "state": wish.state,
    }  # fmt: skip


def _wish(row: tuple[Any, ...]) -> Wish:
    person_id, event_id, reason, opener, questions, *rest = row
    return Wish(person_id, event_id, reason, opener, tuple(filter(None, questions.split("\n"))), *rest)
