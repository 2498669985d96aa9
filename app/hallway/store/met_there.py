"""Who was met at an event, what was said last, and at which earlier events of its series one met them before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from hallway.domain.events import Event, MetThere, series_of
from hallway.store.days import day
from hallway.store.work import View

Series = tuple[str, tuple[tuple[int, str], ...]]
"""What the events of a series are called, and each with its id and its title with the year."""

MET_THERE = """SELECT id FROM person WHERE met_event_id = ?1 UNION
               SELECT x.person_id FROM participant x JOIN interaction i ON i.id = x.interaction_id
                WHERE i.event_id = ?1"""
"""The ids of all whom one met or talked to at the event ?1."""


def of_event(look: View, event: Event) -> tuple[MetThere, ...]:
    """Everybody met at an event or talked to there, the last one first; with the words of that moment."""
    rows = look.rows(
        f"""SELECT g.person_id, g.name, g.line, i.on_day, i.at_time, i.summary FROM glance g
              LEFT JOIN interaction i ON i.id = (
                SELECT y.id FROM participant x JOIN interaction y ON y.id = x.interaction_id
                 WHERE x.person_id = g.person_id AND y.event_id = ?1 ORDER BY y.on_day DESC, y.at_time DESC LIMIT 1)
             WHERE g.standing <> 'let go' AND g.person_id IN ({MET_THERE})
             ORDER BY i.on_day DESC, i.at_time DESC, g.sort_name""",
        event.id,
    )
    before = seen_before(look, event) if rows else {}
    return tuple(_met(row, before.get(row[0], ())) for row in rows)


def seen_before(look: View, event: Event) -> Mapping[int, tuple[str, ...]]:
    """Whom one met at earlier events of the same series: their ids, with the titles of those events in order."""
    return _met_at(look, (id_ for id_, start, title in _others(look, event) if start < event.start_on.isoformat()))


def series_with(look: View, person_id: int) -> tuple[Series, ...]:
    """The events at which one met somebody, in order, series by series; the one of the last event first."""
    found: dict[str, list[tuple[int, str]]] = {}
    rows = look.rows(
        """SELECT e.id, e.title, e.start_on FROM event e WHERE e.let_go_on IS NULL AND e.id IN (
             SELECT i.event_id FROM participant x JOIN interaction i ON i.id = x.interaction_id WHERE x.person_id = ?1
             UNION SELECT met_event_id FROM person WHERE id = ?1) ORDER BY e.start_on DESC, e.id""",
        person_id,
    )
    for id_, title, start in rows:
        label = title if start[:4] in title else f"{title} {start[:4]}"
        found.setdefault(series_of(title), []).insert(0, (id_, label))
    return tuple((series, tuple(events)) for series, events in found.items())


def _others(look: View, event: Event) -> list[tuple[int, str, str]]:
    """The other events of its series: id, first day and title."""
    name = series_of(event.title)
    rows = look.rows("SELECT id, start_on, title FROM event WHERE let_go_on IS NULL AND id <> ?", event.id)
    return [(id_, start, title) for id_, start, title in rows if series_of(title) == name]


def _met_at(look: View, event_ids: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    ids = list(event_ids)
    if not ids:
        return {}
    rows = look.rows(
        """SELECT m.person_id, e.title FROM event e JOIN (
             SELECT x.person_id, i.event_id FROM interaction i JOIN participant x ON x.interaction_id = i.id
              WHERE i.event_id IN (SELECT value FROM json_each(?1))
             UNION SELECT id, met_event_id FROM person WHERE met_event_id IN (SELECT value FROM json_each(?1))
           ) m ON m.event_id = e.id ORDER BY e.start_on, e.id""",
        json.dumps(ids),
    )
    for person_id, title in rows:
        found[person_id].append(title)
    return {person_id: tuple(titles) for person_id, titles in found.items()}


def _met(row: tuple[Any, ...], before: tuple[str, ...]) -> MetThere:
    person_id, name, line, on, at_time, words = row
    return MetThere(person_id, name, line, day(on), at_time or "", words or "", before)
