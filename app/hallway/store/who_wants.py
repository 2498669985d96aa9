"""Whom a text may concern: how rare its words are, who has some of them, and what is known of these people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hallway.domain.who_wants import Known, Said, rarity
from hallway.store.days import stored
from hallway.store.work import View

MOST_PEOPLE, MOST_MOMENTS = 300, 400
"""How many are looked at more closely: the best of the index."""
SEARCHED = 20
"""Words looked up in the index, the rarest first; a dozen rare ones find whoever there is."""


def rareness(look: View, terms: Iterable[str]) -> dict[str, float]:
    """How much each stem says, by how many people have a word that begins so; 0 for one that nobody has."""
    total = int(look.value("SELECT count(*) FROM glance") or 0)
    found = {}
    for term in terms:
        having = int(
            look.value("SELECT count(*) FROM person_words WHERE person_words MATCH ?", f'about : "{term}"*')
            + look.value("SELECT count(*) FROM (SELECT 1 FROM moment_words WHERE moment_words MATCH ? LIMIT ?)",
                         f'"{term}"*', max(1, total))
        )  # fmt: skip
        found[term] = rarity(max(total, having), having) if having else 0.0
    return found


def candidates(look: View, worth: Mapping[str, float]) -> tuple[list[int], dict[int, list[int]]]:
    """People whose own words or whose moments have some of the stems; and the moments, by person."""
    rarest = sorted((term for term, much in worth.items() if much > 0), key=lambda term: -worth[term])[:SEARCHED]
    if not rarest:
        return [], {}
    either = " OR ".join(f'"{term}"*' for term in rarest)
    people = look.rows(
        "SELECT rowid FROM person_words WHERE person_words MATCH ? ORDER BY bm25(person_words) LIMIT ?",
        f"about : ({either})", MOST_PEOPLE,
    )  # fmt: skip
    moments = look.rows(
        """SELECT x.person_id, m.id FROM (SELECT rowid AS id FROM moment_words WHERE moment_words MATCH ?
                                           ORDER BY bm25(moment_words) LIMIT ?) m
             JOIN participant x ON x.interaction_id = m.id""",
        either, MOST_MOMENTS,
    )  # fmt: skip
    speakers = look.rows("SELECT DISTINCT person_id FROM session_speaker")
    said: defaultdict[int, list[int]] = defaultdict(list)
    for person_id, moment_id in moments:
        said[person_id].append(moment_id)
    ids = dict.fromkeys((*(id_ for (id_,) in people), *said, *(id_ for (id_,) in speakers)))
    return list(ids), said


def known(look: View, ids: Sequence[int], moments: Mapping[int, Sequence[int]]) -> tuple[Known, ...]:
    """What is known of people who are not let go; of what happened only those moments."""
    chosen = json.dumps(list(ids))
    wanted = "IN (SELECT value FROM json_each(?))"
    topics = _grouped(look, f"""SELECT x.person_id, t.name FROM person_topic x JOIN topic t ON t.id = x.topic_id
                                 WHERE x.person_id {wanted} ORDER BY t.name""", chosen)
    talks = _grouped(look, f"""SELECT v.person_id, s.title, e.title FROM session_speaker v
                                 JOIN session s ON s.id = v.session_id JOIN event e ON e.id = s.event_id
                                WHERE v.person_id {wanted} AND e.let_go_on IS NULL
                                  AND s.kind NOT IN ('social', 'break') ORDER BY s.on_day""", chosen)
    works = _grouped(look, f"""SELECT a.person_id, a.role, a.unit, o.name FROM affiliation a
                                 JOIN organisation o ON o.id = a.organisation_id
                                WHERE a.person_id {wanted} AND a.end_on = '' ORDER BY a.position""", chosen)
    said = _said(look, sorted({id_ for some in moments.values() for id_ in some}))
    rows = look.rows(
        f"SELECT id, name, notes FROM person WHERE id {wanted} AND standing IN ('active', 'not met')", chosen
    )
    return tuple(
        Known(
            id_, name, tuple(topic for (topic,) in topics[id_]), tuple((title, event) for title, event in talks[id_]),
            "; ".join(", ".join(part for part in work if part) for work in works[id_]), notes,
            tuple(one for moment in moments.get(id_, ()) for one in said.get((moment, id_), ())),
        )
        for id_, name, notes in rows
    )  # fmt: skip


def _said(look: View, moments: Sequence[int]) -> dict[tuple[int, int], tuple[Said, ...]]:
    """What was written down of moments, and what was noted privately about each who took part.

    What the user wrote to somebody tells what the user cares for, and is left out.
    """
    rows = look.rows(
        """SELECT i.id, x.person_id, i.on_day, i.summary, x.note FROM interaction i
             JOIN participant x ON x.interaction_id = i.id
            WHERE i.id IN (SELECT value FROM json_each(?)) AND i.on_day <= ? AND i.direction <> 'out'""",
        json.dumps(moments), stored(look.today),
    )  # fmt: skip
    found = {}
    for moment_id, person_id, on, summary, note in rows:
        day = date.fromisoformat(on)
        told = (Said(day, summary), Said(day, note, is_private=True))
        found[moment_id, person_id] = tuple(one for one in told if one.words)
    return found


def _grouped(look: View, query: str, chosen: str) -> defaultdict[int, list[tuple[str, ...]]]:
    found: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for id_, *values in look.rows(query, chosen):
        found[id_].append(tuple(values))
    return found
