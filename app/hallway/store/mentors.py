"""Whom one turns to for what, and who else it could be by what the record tells of people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from hallway.domain import errors
from hallway.domain.mentors import MOST_FACTS, Candidate, Need, Signs, hint_of
from hallway.store import tables
from hallway.store.days import day, stored
from hallway.store.work import View, Work

COLUMNS: Final = "SELECT id, name, next_ask, next_on FROM need"
MOST_CANDIDATES = 5
ANY_OF: Final = "EXISTS (SELECT 1 FROM json_each({words}) w WHERE instr({text}, w.value))"
SIGNS: Final = f"""
    SELECT m.person_id, 4, 'In your group ' || rtrim(g.name, '.') || '.' FROM "group" g
      JOIN group_member m ON m.group_id = g.id
     WHERE {ANY_OF.format(words="?2", text="g.folded")}
    UNION ALL
    SELECT a.person_id, 3, a.role || ' at ' || rtrim(o.name, '.') || '.' FROM affiliation a
      JOIN organisation o ON o.id = a.organisation_id
     WHERE a.end_on = '' AND {ANY_OF.format(words="?1", text="lower(a.role)")}
    UNION ALL
    SELECT x.person_id, 3, 'Interested in ' || rtrim(t.name, '.') || '.' FROM topic t
      JOIN person_topic x ON x.topic_id = t.id
     WHERE {ANY_OF.format(words="?3", text="t.folded")}
    UNION ALL
    SELECT a.person_id, 3, 'Works at ' || rtrim(o.name, '.') || '.' FROM affiliation a
      JOIN organisation o ON o.id = a.organisation_id
     WHERE a.end_on = '' AND o.kind IN (SELECT value FROM json_each(?4))
    UNION ALL
    SELECT introduced_by_id, 5, 'Introduced you to ' || rtrim(name, '.') || '.' FROM person
     WHERE ?5 AND introduced_by_id IS NOT NULL
    UNION ALL
    SELECT t.other_id, 3, 'Advises ' || rtrim(p.name, '.') || '.' FROM tie t JOIN person p ON p.id = t.person_id
     WHERE ?6 AND t.kind = 'advisor'
    UNION ALL
    SELECT a.person_id, 4, 'At ' || o.name || ', as you are.' FROM affiliation a
      JOIN organisation o ON o.id = a.organisation_id
     WHERE ?7 AND a.end_on = '' AND lower(o.name) = (SELECT lower(university) FROM profile
                                                       WHERE id = 1 AND university <> '')"""
"""Facts that speak for asking somebody, with how much each says."""


def needs(look: View) -> tuple[Need, ...]:
    """The user's own needs in their order; none while nothing was changed."""
    return tuple(map(_need, look.rows(f"{COLUMNS} ORDER BY position, id")))


def get(look: View, need_id: int) -> Need:
    """One need. Raises `NotFound`."""
    row = look.row(f"{COLUMNS} WHERE id = ?", need_id)
    if row is None:
        raise errors.NotFound("This is no longer on your map.")
    return _need(row)


def due(look: View) -> tuple[Need, ...]:
    """Those whose next ask is for today or was for a day before."""
    query = f"{COLUMNS} WHERE next_on <= ? AND trim(next_ask) <> '' ORDER BY next_on, position, id"
    return tuple(map(_need, look.rows(query, stored(look.today))))


def people(look: View) -> dict[int, list[tuple[int, str, str]]]:
    """Who helps with what, by need: id, name and line."""
    found: defaultdict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for need_id, *person in look.rows(
        """SELECT x.need_id, g.person_id, g.name, g.line FROM need_person x JOIN glance g ON g.person_id = x.person_id
            WHERE g.standing <> 'let go' ORDER BY x.rowid"""
    ):
        found[need_id].append((person[0], person[1], person[2]))
    return found


def put(step: Work, wanted: Iterable[Need]) -> None:
    """Write needs down after those there, in this order."""
    last = step.value("SELECT coalesce(max(position), 0) FROM need")
    for position, one in enumerate(wanted, last + 1):
        step.run(tables.Need.insert(
            name=one.name, position=position, next_ask=one.next_ask, next_on=stored(one.next_on)
        ))  # fmt: skip


def change(step: Work, one: Need) -> None:
    """Bring name and next ask of a need to what is given."""
    step.execute(
        "UPDATE need SET name = ?, next_ask = ?, next_on = ? WHERE id = ?",
        one.name, one.next_ask, stored(one.next_on), one.id,
    )  # fmt: skip


def remove(step: Work, need_id: int) -> None:
    """Take a need off the map; its people stay in the record."""
    step.execute("DELETE FROM need WHERE id = ?", need_id)


def put_in_order(step: Work, ids: Sequence[int]) -> None:
    """Bring the needs into this order."""
    step.execute_many(
        "UPDATE need SET position = ? WHERE id = ? AND position <> ?", [(at, id_, at) for at, id_ in enumerate(ids, 1)]
    )


def add_person(step: Work, need_id: int, person_id: int) -> None:
    """Somebody helps with it; the same person again changes nothing."""
    step.execute("INSERT OR IGNORE INTO need_person (need_id, person_id) VALUES (?, ?)", need_id, person_id)


def drop_person(step: Work, need_id: int, person_id: int) -> None:
    """Somebody does not stand there any more."""
    step.execute("DELETE FROM need_person WHERE need_id = ? AND person_id = ?", need_id, person_id)


def candidates(look: View, signs: Signs, need_id: int) -> tuple[Candidate, ...]:
    """Whom one knows and who could help, the likeliest and those spoken to lately first."""
    words = [json.dumps(list(part)) for part in signs[:4]]
    rows = look.rows(
        f"""WITH found (person_id, weight, fact) AS MATERIALIZED ({SIGNS}),
             best AS (SELECT f.person_id, sum(f.weight) AS weight FROM (SELECT DISTINCT * FROM found) f
                        JOIN glance g ON g.person_id = f.person_id
                       WHERE g.standing = 'active'
                         AND NOT EXISTS (SELECT 1 FROM need_person WHERE need_id = ?8 AND person_id = f.person_id)
                       GROUP BY f.person_id ORDER BY min(sum(f.weight), 12) DESC, g.last_on DESC, g.person_id LIMIT ?9)
            SELECT g.person_id, g.name, g.line, found.fact FROM best
              JOIN glance g ON g.person_id = best.person_id JOIN found ON found.person_id = best.person_id
             ORDER BY min(best.weight, 12) DESC, g.last_on DESC, g.person_id, found.weight DESC, found.fact""",
        *words, signs.brings_together, signs.advises, signs.near, need_id, MOST_CANDIDATES,
    )  # fmt: skip
    facts: defaultdict[tuple[int, str, str], dict[str, None]] = defaultdict(dict)
    for id_, name, line, fact in rows:
        facts[id_, name, line][fact] = None
    return tuple(Candidate(*who, tuple(told)[:MOST_FACTS]) for who, told in facts.items())


def _need(row: tuple[object, ...]) -> Need:
    id_, name, next_ask, next_on = row
    return Need(str(name), str(next_ask), day(str(next_on or "")), int(str(id_)), hint_of(str(name)))
