"""Who stands on the map, what they share with each other, and where they stood last.

The places are no part of the history: moving about on a map changes nothing that one would take back.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from hallway.domain.circles import Trait
from hallway.store.work import View, Work

AMONG = "IN (SELECT value FROM json_each(?1))"

TRAITS = f"""
    SELECT m.person_id, 'group', g.name FROM group_member m JOIN "group" g ON g.id = m.group_id
     WHERE m.person_id {AMONG}
    UNION SELECT a.person_id, 'organisation', o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
           WHERE a.person_id {AMONG} AND a.end_on = '' AND o.folded <> 'somewhere'
    UNION SELECT p.id, 'event', e.title FROM person p JOIN event e ON e.id = p.met_event_id
           WHERE p.id {AMONG} AND e.let_go_on IS NULL
    UNION SELECT x.person_id, 'topic', t.name FROM person_topic x JOIN topic t ON t.id = x.topic_id
           WHERE x.person_id {AMONG}
"""


def lately(look: View, most: int, group_id: int = 0) -> tuple[int, ...]:
    """The people in the lists, those of a group or all; whom one was in touch with last comes first."""
    rows = look.rows(
        """SELECT person_id FROM glance WHERE standing IN ('active', 'not met')
              AND (?2 = 0 OR person_id IN (SELECT person_id FROM group_member WHERE group_id = ?2))
            ORDER BY last_on DESC, sort_name LIMIT ?1""",
        most, group_id,
    )  # fmt: skip
    return tuple(id_ for (id_,) in rows)


def with_rhythm(look: View) -> frozenset[int]:
    """Those with whom the user wishes to stay in touch."""
    rows = look.rows("SELECT person_id FROM glance WHERE standing = 'active' AND rhythm_days > 0")
    return frozenset(id_ for (id_,) in rows)


def in_groups(look: View) -> frozenset[int]:
    """Those whom the user put into a group."""
    return frozenset(id_ for (id_,) in look.rows("SELECT DISTINCT person_id FROM group_member"))


def count(look: View) -> int:
    """How many people there are in the lists, met or not."""
    return int(look.value("SELECT count(*) FROM glance WHERE standing IN ('active', 'not met')"))


def traits(look: View, person_ids: Collection[int]) -> dict[int, list[Trait]]:
    """What each of these people may share with others."""
    found: dict[int, list[Trait]] = {id_: [] for id_ in person_ids}
    for id_, kind, name in look.rows(TRAITS, json.dumps(list(person_ids))):
        found[id_].append(Trait(kind, name))
    return found


def places(look: View, kind: str, person_ids: Iterable[int]) -> dict[int, tuple[float, float]]:
    """Where these people stood last on the map of a kind."""
    rows = look.rows(
        "SELECT subject, x, y FROM map_place WHERE kind = ?2 AND subject IN (SELECT value FROM json_each(?1))",
        json.dumps(list(person_ids)), kind,
    )  # fmt: skip
    return {id_: (x, y) for id_, x, y in rows}


def keep_places(step: Work, kind: str, found: Mapping[int, tuple[float, float]]) -> None:
    """Remember where people stand on the map of a kind."""
    step.execute_many(
        "INSERT OR REPLACE INTO map_place (kind, subject, x, y) VALUES (?, ?, ?, ?)",
        [(kind, id_, x, y) for id_, (x, y) in found.items()],
    )


def forget_places(step: Work, kind: str) -> None:
    """Let the map of a kind be arranged anew."""
    step.execute("DELETE FROM map_place WHERE kind = ?", kind)
