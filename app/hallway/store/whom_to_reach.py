"""People not met yet, with what they care for, where they work and who knows them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from hallway.domain.ties import TieSeen
from hallway.domain.whom_to_reach import Topic
from hallway.store.work import View

FEWEST_LETTERS = 3
"""Shorter topics are no words to look for in titles."""

MOST_COLLEAGUES = 3


class Stranger(NamedTuple):
    """Somebody in the record whom one has not met: id, name, line and folded topics."""

    id: int
    name: str
    line: str
    topics: tuple[str, ...]


def topics(look: View, only: Collection[str] | None = None) -> dict[str, Topic]:
    """Every topic of the record (or only these) by its folded name, with how many people one knows care for it."""
    chosen = "" if only is None else "AND t.folded IN (SELECT value FROM json_each(?2))"
    rows = look.rows(
        f"""SELECT t.folded, t.name, count(g.person_id) FROM topic t LEFT JOIN person_topic x ON x.topic_id = t.id
              LEFT JOIN glance g ON g.person_id = x.person_id AND g.standing = 'active'
             WHERE length(t.folded) >= ?1 {chosen} GROUP BY t.id""",
        FEWEST_LETTERS, *([] if only is None else [json.dumps(sorted(only))]),
    )  # fmt: skip
    return {folded: Topic(name, people) for folded, name, people in rows}


def met(look: View) -> frozenset[int]:
    """Everybody one knows, those in the archive too."""
    rows = look.rows("SELECT person_id FROM glance WHERE standing IN ('active', 'archived')")
    return frozenset(id_ for (id_,) in rows)


def asked_for(look: View) -> frozenset[int]:
    """Whom one wants to meet or approaches already."""
    rows = look.rows(
        """SELECT person_id FROM wish WHERE state = 'wanted' UNION
           SELECT person_id FROM outreach WHERE closed_on IS NULL"""
    )
    return frozenset(id_ for (id_,) in rows)


def at_organisation(look: View, organisation_id: int) -> tuple[Stranger, ...]:
    """People not met who work there."""
    return _strangers(
        look, "SELECT person_id FROM affiliation WHERE organisation_id = ? AND end_on = ''", organisation_id
    )


def on_topic(look: View, topic_id: int) -> tuple[Stranger, ...]:
    """People not met who care for a topic."""
    return _strangers(look, "SELECT person_id FROM person_topic WHERE topic_id = ?", topic_id)


def at_event(look: View, event_id: int) -> tuple[Stranger, ...]:
    """People not met who speak at an event."""
    query = """SELECT x.person_id FROM session s JOIN session_speaker x ON x.session_id = s.id
                WHERE s.event_id = ? AND s.called_off = 0"""
    return _strangers(look, query, event_id)


def colleagues(look: View, person_ids: Collection[int]) -> dict[int, list[tuple[int, str, str]]]:
    """For each of these people a few one knows who work in the same place, spoken to lately first: id, name, place."""
    rows = look.rows(
        """WITH chosen AS MATERIALIZED (
             SELECT a.person_id, a.organisation_id FROM json_each(?1) c
              CROSS JOIN affiliation a ON a.person_id = c.value WHERE a.end_on = ''),
           here AS MATERIALIZED (
             SELECT b.organisation_id, g.person_id, g.name,
                    row_number() OVER (PARTITION BY b.organisation_id ORDER BY g.last_on DESC, g.name) AS place
               FROM (SELECT DISTINCT organisation_id FROM chosen) o
              CROSS JOIN affiliation b ON b.organisation_id = o.organisation_id AND b.end_on = ''
              CROSS JOIN glance g ON g.person_id = b.person_id AND g.standing = 'active')
           SELECT c.person_id, h.person_id, h.name, o.name FROM chosen c
             JOIN here h ON h.organisation_id = c.organisation_id AND h.place <= ?2 AND h.person_id <> c.person_id
             JOIN organisation o ON o.id = c.organisation_id ORDER BY h.place""",
        _listed(person_ids), MOST_COLLEAGUES,
    )  # fmt: skip
    found: defaultdict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for person_id, other_id, name, place in rows:
        found[person_id].append((other_id, name, place))
    return found


def ties(look: View, person_ids: Collection[int]) -> dict[int, list[TieSeen]]:
    """For each of these people their ties to people one knows."""
    columns = "c.value, t.id, g.person_id, g.name, t.kind, t.since, t.until, t.person_id <> c.value"
    rows = look.rows(
        f"""SELECT {columns} FROM json_each(?1) c CROSS JOIN tie t ON t.person_id = c.value
             CROSS JOIN glance g ON g.person_id = t.other_id AND g.standing = 'active'
            UNION ALL
            SELECT {columns} FROM json_each(?1) c CROSS JOIN tie t ON t.other_id = c.value
             CROSS JOIN glance g ON g.person_id = t.person_id AND g.standing = 'active'""",
        _listed(person_ids),
    )
    found: defaultdict[int, list[TieSeen]] = defaultdict(list)
    for person_id, id_, other_id, name, kind, since, until, theirs in rows:
        found[person_id].append(TieSeen(id_, other_id, name, kind, since, until, bool(theirs)))
    return found


def papers(look: View, person_ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Year and title of what these people wrote, the latest first."""
    rows = look.rows(
        """SELECT person_id, CAST(substr(on_day, 1, 4) AS INTEGER), title FROM achievement
            WHERE kind = 'publication' AND person_id IN (SELECT value FROM json_each(?)) ORDER BY on_day DESC, id""",
        _listed(person_ids),
    )
    found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for person_id, year, title in rows:
        found[person_id].append((year, title))
    return found


def topics_like(look: View, words: str, most: int) -> tuple[tuple[int, str], ...]:
    """Topics that begin with the folded words, then those that hold them: id and name."""
    rows = look.rows(
        """SELECT id, name FROM topic WHERE instr(folded, ?1) ORDER BY instr(folded, ?1) > 1, folded LIMIT ?2""",
        words, most,
    )  # fmt: skip
    return tuple((id_, name) for id_, name in rows)


def programmes(look: View) -> tuple[tuple[int, str], ...]:
    """Events in which people speak whom one has not met: id and title, the newest first."""
    rows = look.rows(
        """SELECT e.id, e.title FROM event e WHERE e.let_go_on IS NULL AND EXISTS (
             SELECT 1 FROM session s JOIN session_speaker x ON x.session_id = s.id
               JOIN glance g ON g.person_id = x.person_id WHERE s.event_id = e.id AND g.standing = 'not met')
            ORDER BY e.start_on DESC, e.id"""
    )
    return tuple((id_, title) for id_, title in rows)


def _strangers(look: View, query: str, key: int) -> tuple[Stranger, ...]:
    rows = look.rows(
        f"""SELECT g.person_id, g.name, g.line, coalesce((SELECT group_concat(t.folded, char(10)) FROM person_topic x
                   JOIN topic t ON t.id = x.topic_id WHERE x.person_id = g.person_id), '')
              FROM glance g WHERE g.standing = 'not met' AND g.person_id IN ({query}) ORDER BY g.sort_name""",
        key,
    )
    return tuple(Stranger(id_, name, line, tuple(filter(None, held.split("\n")))) for id_, name, line, held in rows)


def _listed(ids: Collection[int]) -> str:
    return json.dumps(sorted(ids))
