"""What ties people to each other, read around a few of them at a time; nothing walks through the whole record."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from hallway.domain import bonds, organisations
from hallway.domain.bonds import Acquaintance, Bond
from hallway.domain.folding import fold
from hallway.store.days import day
from hallway.store.work import View

LARGEST = 60
"""People at one place or event beyond which having been there says nothing about two of them."""
LARGEST_TALK = 6
"""People with whom one talks at once; more of them were at an event."""
MOST_TIMES = 12
YEARS_COUNTED = 2

AMONG = "IN (SELECT value FROM json_each(?1))"

TIES = f"""
    SELECT person_id, other_id, kind, since, until FROM tie WHERE person_id {AMONG}
    UNION SELECT person_id, other_id, kind, since, until FROM tie WHERE other_id {AMONG}
"""
INTRODUCED_ME = f"""
    SELECT introduced_by_id, id, met_on FROM person WHERE id {AMONG} AND introduced_by_id <> id
    UNION SELECT introduced_by_id, id, met_on FROM person WHERE introduced_by_id {AMONG} AND introduced_by_id <> id
    UNION SELECT connector_id, second_id, introduced_on FROM introduction
           WHERE introduced_on IS NOT NULL AND connector_id <> second_id AND second_id {AMONG}
    UNION SELECT connector_id, second_id, introduced_on FROM introduction
           WHERE introduced_on IS NOT NULL AND connector_id <> second_id AND connector_id {AMONG}
"""
INTRODUCED_THEM = f"""
    SELECT first_id, second_id, introduced_on FROM introduction
     WHERE introduced_on IS NOT NULL AND first_id <> second_id AND first_id {AMONG}
    UNION SELECT first_id, second_id, introduced_on FROM introduction
     WHERE introduced_on IS NOT NULL AND first_id <> second_id AND second_id {AMONG}
"""
WORKED = f"""
    WITH place AS MATERIALIZED (
        SELECT organisation_id AS id, count(DISTINCT person_id) AS size FROM affiliation
         WHERE organisation_id IN (SELECT organisation_id FROM affiliation WHERE person_id {AMONG}) GROUP BY 1)
    SELECT a.person_id, b.person_id, o.name, CASE WHEN a.unit = b.unit THEN a.unit ELSE '' END,
           a.start_on, a.end_on, b.start_on, b.end_on, place.size
      FROM affiliation a JOIN place ON place.id = a.organisation_id JOIN organisation o ON o.id = place.id
      JOIN affiliation b ON b.organisation_id = a.organisation_id AND b.person_id <> a.person_id
     WHERE a.person_id {AMONG} AND o.folded <> ?2 AND (place.size <= ?3 OR (a.unit <> '' AND a.unit = b.unit))
"""
MET_THERE = f"""
    WITH own AS MATERIALIZED (
        SELECT id AS person_id, met_event_id AS event_id FROM person WHERE id {AMONG} AND met_event_id IS NOT NULL
         UNION SELECT x.person_id, i.event_id FROM participant x JOIN interaction i ON i.id = x.interaction_id
                WHERE x.person_id {AMONG} AND i.event_id IS NOT NULL),
    there AS MATERIALIZED (
        SELECT id AS person_id, met_event_id AS event_id FROM person
         WHERE met_event_id IN (SELECT event_id FROM own)
         UNION SELECT x.person_id, i.event_id FROM interaction i JOIN participant x ON x.interaction_id = i.id
                WHERE i.event_id IN (SELECT event_id FROM own)),
    place AS MATERIALIZED (SELECT event_id, count(*) AS size FROM there GROUP BY 1 HAVING size <= ?2)
    SELECT own.person_id, there.person_id, e.title, e.start_on, place.size
      FROM own JOIN place USING (event_id) JOIN there USING (event_id) JOIN event e ON e.id = own.event_id
     WHERE there.person_id <> own.person_id AND e.let_go_on IS NULL
"""
TOGETHER = f"""
    SELECT x.person_id, y.person_id, max(i.on_day) FROM participant x JOIN interaction i ON i.id = x.interaction_id
      JOIN participant y ON y.interaction_id = i.id AND y.person_id <> x.person_id
     WHERE x.person_id {AMONG} AND i.kind IN ('conversation', 'met', 'call', 'video call', 'interview')
       AND (SELECT count(*) FROM participant WHERE interaction_id = i.id) <= ?2
     GROUP BY 1, 2
"""
SESSIONS = f"""
    SELECT x.person_id, y.person_id, e.title, s.title, s.on_day,
           (SELECT count(*) FROM session_speaker WHERE session_id = s.id) FROM session_speaker x
      JOIN session s ON s.id = x.session_id JOIN event e ON e.id = s.event_id
      JOIN session_speaker y ON y.session_id = x.session_id AND y.person_id <> x.person_id
     WHERE x.person_id {AMONG} AND e.let_go_on IS NULL AND NOT s.called_off
"""
PROGRAMME = f"""
    WITH place AS MATERIALIZED (
        SELECT s.event_id, count(DISTINCT k.person_id) AS size FROM session s JOIN session_speaker k
            ON k.session_id = s.id WHERE NOT s.called_off AND s.event_id IN (
               SELECT o.event_id FROM session o JOIN session_speaker m ON m.session_id = o.id WHERE m.person_id {AMONG})
         GROUP BY 1 HAVING size <= ?2)
    SELECT DISTINCT x.person_id, y.person_id, e.title, e.start_on, place.size FROM session_speaker x
      JOIN session s ON s.id = x.session_id JOIN place USING (event_id) JOIN event e ON e.id = s.event_id
      JOIN session t ON t.event_id = e.id JOIN session_speaker y ON y.session_id = t.id AND y.person_id <> x.person_id
     WHERE x.person_id {AMONG} AND e.let_go_on IS NULL AND NOT s.called_off AND NOT t.called_off
"""
ACQUAINTANCES = f"""
    SELECT p.id, p.name, p.given, coalesce(g.line, ''), p.known, p.standing <> 'active',
           coalesce(g.last_on, ''), p.met_on,
           (SELECT count(*) FROM (
               SELECT 1 FROM participant WHERE person_id = p.id AND counts = 1 AND on_day >= ?2 LIMIT ?3))
      FROM person p LEFT JOIN glance g ON g.person_id = p.id WHERE p.id {AMONG} AND p.standing <> 'let go'
"""
LAST_MOMENT = f"""
    SELECT x.person_id, i.kind, i.direction, max(i.on_day || i.at_time || i.id) FROM participant x
      JOIN interaction i ON i.id = x.interaction_id
     WHERE x.person_id {AMONG} AND x.counts = 1 GROUP BY 1
"""
MY_PLACES = f"""
    SELECT a.person_id, o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
     WHERE a.person_id {AMONG} AND a.end_on = '' AND (
           o.id IN (SELECT organisation_id FROM membership WHERE end_on = '') OR o.folded = ?2)
"""
MY_EVENTS = f"""
    SELECT k.person_id, e.title, max(e.start_on) FROM session_speaker k JOIN session s ON s.id = k.session_id
      JOIN event e ON e.id = s.event_id
     WHERE k.person_id {AMONG} AND e.status = 'attended' AND e.let_go_on IS NULL GROUP BY 1
"""


def around(look: View, person_ids: Collection[int]) -> Iterator[Bond]:
    """Everything that ties these people to others, or to each other (then perhaps once from either side)."""
    yield from apart_from_events(look, person_ids)
    yield from at_events(look, person_ids)


def apart_from_events(look: View, person_ids: Collection[int], largest: int | None = None) -> Iterator[Bond]:
    """What ties these people otherwise than by having been at an event; by places of so many people at most."""
    ids = json.dumps(list(person_ids))
    for one, other, kind, since, until in look.rows(TIES, ids):
        yield Bond(kind, one, other, since=since, until=until)
    for one, other, on in look.rows(INTRODUCED_ME, ids):
        yield Bond(bonds.INTRODUCED_ME, one, other, since=on or "")
    for one, other, on in look.rows(INTRODUCED_THEM, ids):
        yield Bond(bonds.INTRODUCED_THEM, one, other, since=on)
    yield from _worked(look, ids, largest or LARGEST)
    for one, other, on in look.rows(TOGETHER, ids, LARGEST_TALK):
        yield Bond(bonds.TOGETHER, one, other, since=on, until=on)


def at_events(look: View, person_ids: Collection[int]) -> Iterator[Bond]:
    """What ties these people to others by events alone."""
    ids = json.dumps(list(person_ids))
    for one, other, title, session, on, size in look.rows(SESSIONS, ids):
        yield Bond(bonds.SESSION, one, other, title, session, on, on, size)
    for kind, query in ((bonds.PROGRAMME, PROGRAMME), (bonds.MET_THERE, MET_THERE)):
        for one, other, title, on, size in look.rows(query, ids, LARGEST):
            yield Bond(kind, one, other, title, since=on, until=on, size=size)


def acquaintances(look: View, person_ids: Iterable[int]) -> dict[int, Acquaintance]:
    """How the user knows these people; those let go are left out."""
    ids, counted_from = json.dumps(list(person_ids)), f"{look.today.year - YEARS_COUNTED}{look.today:-%m-%d}"
    rows = look.rows(ACQUAINTANCES, ids, counted_from, MOST_TIMES)
    strangers = json.dumps([row[0] for row in rows if not row[4]])
    places = dict(look.rows(MY_PLACES, strangers, _my_university(look))) if strangers != "[]" else {}
    events = {id_: title for id_, title, _ in look.rows(MY_EVENTS, strangers)} if strangers != "[]" else {}
    return {
        id_: Acquaintance(
            id_, name, given, line, bool(known), day(last_on), times=times, met_on=met_on,
            place=places.get(id_, ""), event=events.get(id_, ""), is_set_aside=bool(aside),
        )
        for id_, name, given, line, known, aside, last_on, met_on, times in rows
    }  # fmt: skip


def last_moments(look: View, person_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The kind and direction of the last thing that happened with each."""
    rows = look.rows(LAST_MOMENT, json.dumps(list(person_ids)))
    return {id_: (kind, direction) for id_, kind, direction, _ in rows}


def moments_since(look: View, person_id: int) -> tuple[int, date | None]:
    """How many moments there are with somebody, and when the first was."""
    number, first = look.row(
        "SELECT count(*), min(on_day) FROM participant WHERE person_id = ? AND counts = 1", person_id
    ) or (0, None)  # fmt: skip
    return number, day(first)


def at_organisation(look: View, organisation_id: int) -> tuple[tuple[int, str, str, str], ...]:
    """Who is or was at an organisation or a part of it: whom, role, where exactly, and until when (empty: now)."""
    rows = look.rows(
        """WITH RECURSIVE part (id) AS (
               SELECT ?1 UNION SELECT o.id FROM organisation o JOIN part ON o.parent_id = part.id
                WHERE o.let_go_on IS NULL)
           SELECT a.person_id, a.role, o.name, a.end_on FROM affiliation a JOIN part ON part.id = a.organisation_id
             JOIN organisation o ON o.id = part.id JOIN person p ON p.id = a.person_id
            WHERE p.standing <> 'let go' ORDER BY a.end_on <> '', a.end_on DESC, a.position, a.id""",
        organisation_id,
    )  # fmt: skip
    return tuple(rows)


def with_topic(look: View, topic_id: int) -> tuple[int, ...]:
    """Everybody with an interest."""
    rows = look.rows(
        """SELECT x.person_id FROM person_topic x JOIN person p ON p.id = x.person_id
            WHERE x.topic_id = ? AND p.standing <> 'let go'""",
        topic_id,
    )
    return tuple(id_ for (id_,) in rows)


def topic_name(look: View, topic_id: int) -> str | None:
    """The words of an interest, or None when it is gone."""
    name = look.value("SELECT name FROM topic WHERE id = ?", topic_id)
    return None if name is None else str(name)


def called(look: View, kind: str, words: str) -> int | None:
    """The organisation or topic that is called so, spelling folded; or None."""
    found = look.value(
        {"organisation": "SELECT id FROM organisation WHERE folded = ? AND let_go_on IS NULL",
         "topic": "SELECT id FROM topic WHERE folded = ?"}[kind],
        fold(words),
    )  # fmt: skip
    return None if found is None else int(found)


def _worked(look: View, ids: str, largest: int) -> Iterator[Bond]:
    for one, other, place, unit, start, end, other_start, other_end, size in look.rows(WORKED, ids, UNNAMED, largest):
        both = bonds.overlap((start, end), (other_start, other_end))
        if both is not None:
            yield Bond(bonds.WORKED, one, other, place, unit, *both, size=0 if unit else size)


def _my_university(look: View) -> str:
    return fold(look.value("SELECT university FROM profile WHERE id = 1") or "") or "-"


UNNAMED = fold(organisations.UNNAMED)
"""Where a role stands whose organisation nobody knows: no place that two people share."""
