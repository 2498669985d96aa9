"""What a changeset touches, and keeping the derived tables (glances, search words) in step with it.

Doing, undoing and redoing all end here, so the derived tables can never tell another story than the record.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import apsw

from hallway.domain.changes import (
    ACHIEVEMENT,
    EVENT,
    FAVOUR,
    LETTER,
    MOMENT,
    OPPORTUNITY,
    ORGANISATION,
    PERSON,
    PROJECT,
    RESOURCE,
    SETTINGS,
)
from hallway.domain.folding import fold
from hallway.domain.names import sort_key
from hallway.domain.partial_dates import PartialDate
from hallway.domain.rhythm import next_wish, rhythm_of
from hallway.store.words import SAID_IN_TALKS, indexed

if TYPE_CHECKING:
    from hallway.store.work import View, Work

POINTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "person": ((PERSON, "id"),),
    "organisation": ((ORGANISATION, "id"),),
    "event": ((EVENT, "id"),),
    "interaction": ((MOMENT, "id"),),
    "session": ((EVENT, "event_id"),),
    "event_topic": ((EVENT, "event_id"),),
    "participant": ((PERSON, "person_id"), (MOMENT, "interaction_id")),
    "affiliation": ((PERSON, "person_id"), (ORGANISATION, "organisation_id")),
    "tie": ((PERSON, "person_id"), (PERSON, "other_id")),
    "not_same": ((PERSON, "person_id"), (PERSON, "other_id")),
    "membership": ((ORGANISATION, "organisation_id"),),
    "achievement": ((ACHIEVEMENT, "id"), (PERSON, "person_id")),
    "project": ((PROJECT, "id"),),
    "project_person": ((PROJECT, "project_id"), (PERSON, "person_id")),
    "wish": ((EVENT, "event_id"), (PERSON, "person_id")),
    "opportunity": ((OPPORTUNITY, "id"), (ORGANISATION, "organisation_id")),
    "opportunity_person": ((OPPORTUNITY, "opportunity_id"), (PERSON, "person_id")),
    "opportunity_step": ((OPPORTUNITY, "opportunity_id"),),
    "opportunity_topic": ((OPPORTUNITY, "opportunity_id"),),
    "letter": ((LETTER, "id"), (PERSON, "person_id"), (OPPORTUNITY, "opportunity_id")),
    "addressee": ((LETTER, "letter_id"),),
    "resource": ((RESOURCE, "id"),),
    "resource_topic": ((RESOURCE, "resource_id"),),
    "favour": ((FAVOUR, "id"), (PERSON, "person_id")),
    "introduction": ((PERSON, "connector_id"), (PERSON, "first_id"), (PERSON, "second_id")),
}
"""Which columns of a table point at what a person would notice; other tables with a person_id point at the person."""

SHOWN_ELSEWHERE: Mapping[str, tuple[str, str, str]] = {
    "organisation": (PERSON, "name", "SELECT person_id FROM affiliation WHERE organisation_id = ?"),
    "topic": (PERSON, "name", "SELECT person_id FROM person_topic WHERE topic_id = ?"),
    "group": (PERSON, "rhythm_days", "SELECT person_id FROM group_member WHERE group_id = ?"),
    "event": (MOMENT, "title", "SELECT id FROM interaction WHERE event_id = ?"),
    "person": (MOMENT, "name", "SELECT interaction_id FROM participant WHERE person_id = ?"),
}
"""What shows a column of another table: the kind, the column, and whose glances or words to make anew."""

BELONGS_TO: Mapping[str, tuple[str, str, str]] = {
    "answer": (PERSON, "outreach_id", "SELECT person_id FROM outreach WHERE id = ?"),
}
"""What belongs to something through another table: the kind, the column that points there, and whose it is."""

SETTLED = frozenset(
    {"setting", "pause", "decision", "template", "profile", "group", "topic", "custom_field", "saved_view",
     "waiting_row", "question_set", "question", "need"}
)
BATCH = 250
"""So many at once: a statement handles them well, and whoever waits hears of it soon."""

Row = tuple[Any, ...]


def subjects(look: View, changeset: bytes) -> dict[str, frozenset[int]]:
    """The ids that a changeset touches, by kind."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    columns: dict[str, list[str]] = {}
    for change in apsw.Changeset.iter(changeset):
        names = columns.get(change.name) or columns.setdefault(change.name, _columns(look, change.name))
        _note(look, found, change, names)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def refresh(step: Work, touched: Mapping[str, frozenset[int]]) -> None:
    """Bring glances and search words of the touched people, moments and events up to date."""
    done, total = 0, sum(len(touched.get(kind, ())) for kind in REFRESHED)
    for kind, renew in REFRESHED.items():
        for ids in batches(touched.get(kind, frozenset())):
            renew(step, ids)
            done = min(done + BATCH, total)
            step.report(done, total)


def _refresh_moments(step: Work, ids: str) -> None:
    _refresh_words(step, "moment_words", ids, of_moments(step, ids))


def _refresh_events(step: Work, ids: str) -> None:
    _refresh_words(step, "event_words", ids, of_events(step, ids))


def refresh_everything(step: Work) -> None:
    """Make all derived tables anew from the record."""
    for table in ("glance", "person_words", "moment_words", "event_words"):
        step.execute(f"DELETE FROM {table}")
    refresh(step, everything(step))


def everything(look: View) -> dict[str, frozenset[int]]:
    """The ids of all there is, by kind."""
    kinds = {PERSON: "person", MOMENT: "interaction", EVENT: "event"}
    return {kind: frozenset(id_ for (id_,) in look.rows(f"SELECT id FROM {table}")) for kind, table in kinds.items()}


def _columns(look: View, table: str) -> list[str]:
    return [name for (name,) in look.rows("SELECT name FROM pragma_table_info(?)", table)]


def _note(look: View, found: defaultdict[str, set[int]], change: Any, names: list[str]) -> None:
    if change.name in SETTLED:
        found[SETTINGS].add(0)
    for kind, column in _pointers(change.name, names):
        for value in _values(look, change, names, column):
            found[kind].add(value)
    if change.name in BELONGS_TO:
        kind, column, query = BELONGS_TO[change.name]
        for value in _values(look, change, names, column):
            found[kind].update(id_ for (id_,) in look.rows(query, value))
    if change.op == "UPDATE" and change.name in SHOWN_ELSEWHERE:
        kind, column, query = SHOWN_ELSEWHERE[change.name]
        if change.old[names.index(column)] is not apsw.no_change:
            found[kind].update(id_ for (id_,) in look.rows(query, change.old[names.index("id")]))


def _pointers(table: str, names: list[str]) -> tuple[tuple[str, str], ...]:
    if table in POINTERS:
        return POINTERS[table]
    return ((PERSON, "person_id"),) if "person_id" in names else ()


def _values(look: View, change: Any, names: list[str], column: str) -> set[int]:
    """The ids in a column before and after; an update that left the column alone says nothing, so the row is asked."""
    at = names.index(column)
    values = {row[at] for row in (change.old, change.new) if row is not None} - {apsw.no_change, None}
    if not values and change.op == "UPDATE":
        answer = look.value(f'SELECT "{column}" FROM "{change.name}" WHERE id = ?', change.old[names.index("id")])
        values = {answer} - {None}
    return values


def batches(ids: Iterable[int]) -> Iterable[str]:
    """The ids in JSON lists of a size that a statement handles well."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        yield json.dumps(ordered[start : start + BATCH])


PEOPLE = f"""
    SELECT p.id, p.name, p.family, p.given, p.standing, p.known, p.added_on, p.met_on, p.met_how, p.rhythm_days,
           p.check_in_on, p.nickname || ' ' || p.phonetic AS other_names,
           p.place || ' ' || p.notes || ' ' || p.met_how || ' ' ||
             coalesce((SELECT group_concat(value, ' ') FROM person_field WHERE person_id = p.id), '') || ' ' ||
             {SAID_IN_TALKS} AS about,
           coalesce((SELECT max(on_day) FROM participant WHERE person_id = p.id AND counts = 1), '') AS last_on,
           (SELECT group_concat(g.rhythm_days) FROM group_member m JOIN "group" g ON g.id = m.group_id
             WHERE m.person_id = p.id AND g.rhythm_days IS NOT NULL) AS defaults,
           (SELECT group_concat(name, ' ') FROM person_spelling WHERE person_id = p.id) AS spellings,
           (SELECT group_concat(a.role || ' ' || a.unit || ' ' || o.name, ' ') FROM affiliation a
              JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = p.id) AS works,
           (SELECT group_concat(t.name, ' ') FROM person_topic x JOIN topic t ON t.id = x.topic_id
             WHERE x.person_id = p.id) AS topics,
           (SELECT group_concat(address, ' ') FROM person_email WHERE person_id = p.id) AS emails,
           (SELECT a.role || char(31) || o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
             WHERE a.person_id = p.id AND a.end_on = '' ORDER BY a.position, a.start_on DESC LIMIT 1) AS now_at
      FROM person p WHERE p.id IN (SELECT value FROM json_each(?))
"""


def refresh_people(step: Work, ids: str) -> None:
    """Make the glances and search words of these people (a JSON list of ids) anew."""
    glances, words = of_people(step, ids)
    step.execute("DELETE FROM glance WHERE person_id IN (SELECT value FROM json_each(?))", ids)
    step.execute("DELETE FROM person_words WHERE rowid IN (SELECT value FROM json_each(?))", ids)
    step.execute_many("INSERT INTO glance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", glances)
    step.execute_many("INSERT INTO person_words (rowid, name, about) VALUES (?, ?, ?)", words)


def of_people(look: View, ids: str) -> tuple[list[Row], list[Row]]:
    """What the glances and the search words of these people should be."""
    rows = look.rows(PEOPLE, ids)
    return list(map(_glance, rows)), list(map(_person_words, rows))


def of_moments(look: View, ids: str) -> list[Row]:
    """What the search words of these moments should be."""
    rows = look.rows(
        """SELECT i.id, i.kind || ' ' || i.summary || ' ' ||
                  coalesce((SELECT title FROM event WHERE id = i.event_id), ''),
                  (SELECT group_concat(p.name || ' ' || x.note, ' ') FROM participant x
                     JOIN person p ON p.id = x.person_id WHERE x.interaction_id = i.id)
             FROM interaction i WHERE i.id IN (SELECT value FROM json_each(?))""",
        ids,
    )
    return [(id_, indexed(f"{text} {names or ''}")) for id_, text, names in rows]


def of_events(look: View, ids: str) -> list[Row]:
    """What the search words of these events should be."""
    rows = look.rows(
        "SELECT id, title || ' ' || venue || ' ' || organiser || ' ' || notes FROM event"
        " WHERE id IN (SELECT value FROM json_each(?))",
        ids,
    )
    return [(id_, indexed(text)) for id_, text in rows]


def _glance(row: tuple[Any, ...]) -> tuple[Any, ...]:
    (id_, name, family, given, standing, known, added_on, met_on, met_how, own, fixed_on, *_) = row
    last_on, defaults, now_at = row[13], row[14], row[19]
    rhythm = rhythm_of(own, [int(days) for days in defaults.split(",")] if defaults else [])
    if not known and standing == "active":
        standing = "not met"
    key = fold(f"{family} {given}") if family else fold(sort_key(name))
    wish_on = _wish_on(rhythm, fixed_on, last_on, met_on, added_on) if standing == "active" else ""
    return (id_, name, key, _line(now_at, met_how), standing, last_on, wish_on, rhythm or 0, added_on)


def _wish_on(rhythm: int | None, fixed_on: str | None, last_on: str, met_on: str, added_on: str) -> str:
    if fixed_on:
        return fixed_on
    if not rhythm:
        return ""
    last = date.fromisoformat(last_on) if last_on else None
    met = PartialDate.parse(met_on).first_day() if met_on else None
    return next_wish(rhythm, last, met, date.fromisoformat(added_on)).isoformat()


def _line(now_at: str | None, met_how: str) -> str:
    """What stands under a name in a list: role and place of now, else how they met."""
    if not now_at:
        return met_how.splitlines()[0][:120] if met_how else ""
    return ", ".join(part for part in now_at.split("\x1f") if part)


def _person_words(row: tuple[Any, ...]) -> tuple[Any, ...]:
    names = (row[1], row[11], row[15])
    about = (row[12], row[16], row[17], row[18])
    return (row[0], *(indexed(" ".join(part for part in parts if part)) for parts in (names, about)))


def _refresh_words(step: Work, table: str, ids: str, words: list[Row]) -> None:
    step.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT value FROM json_each(?))", ids)
    step.execute_many(f"INSERT INTO {table} (rowid, words) VALUES (?, ?)", words)


REFRESHED: Mapping[str, Callable[[Work, str], None]] = {
    PERSON: refresh_people, MOMENT: _refresh_moments, EVENT: _refresh_events,
}  # fmt: skip
"""What is derived from each kind, and how it is made anew for some ids (a JSON list)."""
