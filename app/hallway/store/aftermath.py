"""What an event leaves to do: people met in these days and not yet looked through, and how far one is after it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hallway.domain.events import Event
from hallway.domain.interactions import Kind
from hallway.domain.today import FOLLOW_UP
from hallway.store.days import day, stored
from hallway.store.work import View

DEBRIEF = "debrief"
"""Kind of the decisions that say who was looked through; the subject is the person."""

LOOKED_BACK = timedelta(days=7)


class JustMet(NamedTuple):
    """Somebody met lately: the entry that says so, when, at which event (0 and "" for none), and what was written."""

    person_id: int
    person: str
    line: str
    interaction_id: int
    on: date
    event_id: int
    event: str
    words: str


class Standing(NamedTuple):
    """How it stands with somebody met at an event; `promise` is the next open one to them, or empty."""

    person_id: int
    person: str
    promised: bool
    followed_up: bool
    not_needed: bool
    promise: str
    due_on: date | None


def to_look_through(look: View, event_id: int | None = None) -> tuple[JustMet, ...]:
    """People met in the last seven days and not looked through, first met first; of one event, or of all."""
    # CROSS JOIN keeps the order of the tables: the few moments of a week first, by their index.
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line, i.id, i.on_day, coalesce(e.id, 0), coalesce(e.title, ''), i.summary
             FROM interaction i CROSS JOIN participant x ON x.interaction_id = i.id
             CROSS JOIN glance g ON g.person_id = x.person_id LEFT JOIN event e ON e.id = i.event_id
            WHERE i.kind = ?1 AND i.on_day BETWEEN ?2 AND ?3 AND g.standing = 'active' AND (?4 IS NULL OR e.id = ?4)
              AND NOT EXISTS (SELECT 1 FROM decision WHERE kind = ?5 AND subject_id = g.person_id
                                 AND made_on >= i.on_day)
            GROUP BY g.person_id ORDER BY i.on_day, i.at_time, i.id""",
        Kind.MET, stored(look.today - LOOKED_BACK), stored(look.today), event_id, DEBRIEF,
    )  # fmt: skip
    return tuple(
        JustMet(person_id, name, line, entry, date.fromisoformat(on), event, title, words)
        for person_id, name, line, entry, on, event, title, words in rows
    )


def standings(look: View, event: Event) -> tuple[Standing, ...]:
    """How it stands with everybody met at an event, by name.

    Followed up is who was written to or thanked since they were met there, or talked to after the event.
    """
    rows = look.rows(
        """SELECT g.person_id, g.name,
                  EXISTS (SELECT 1 FROM promise WHERE person_id = g.person_id AND by_me = 1
                             AND made_on BETWEEN ?2 AND date(?3, '+1 day')),
                  EXISTS (SELECT 1 FROM participant y JOIN interaction t ON t.id = y.interaction_id
                           WHERE y.person_id = g.person_id AND y.counts = 1
                             AND (y.on_day > ?3 OR (y.on_day >= ?2 AND t.kind IN (?4, ?5)))),
                  EXISTS (SELECT 1 FROM decision WHERE kind = ?6 AND subject_id = g.person_id AND until_on IS NULL
                             AND made_on >= ?2),
                  coalesce(p.text, ''), p.due_on
             FROM glance g LEFT JOIN promise p ON p.id = (
                  SELECT id FROM promise WHERE person_id = g.person_id AND by_me = 1 AND state = 'open'
                     AND made_on BETWEEN ?2 AND date(?3, '+1 day') ORDER BY due_on IS NULL, due_on, id LIMIT 1)
            WHERE g.standing = 'active' AND g.person_id IN (
                  SELECT x.person_id FROM participant x JOIN interaction i ON i.id = x.interaction_id
                   WHERE i.event_id = ?1 AND i.kind = ?7)
            ORDER BY g.sort_name""",
        event.id, stored(event.start_on), stored(event.end_on), Kind.MESSAGE, Kind.THANK_YOU, FOLLOW_UP, Kind.MET,
    )  # fmt: skip
    return tuple(
        Standing(id_, name, bool(promised), bool(followed_up), bool(not_needed), text, day(due))
        for id_, name, promised, followed_up, not_needed, text, due in rows
    )
