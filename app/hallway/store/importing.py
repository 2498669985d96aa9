"""Everybody at once in the shape that files have: to compare a file with the record, and to export it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from hallway.domain.merging import Held
from hallway.domain.organisations import UNNAMED
from hallway.domain.people import Standing
from hallway.domain.records import Email, MomentRecord, PersonRecord, Phone, Profile, Work
from hallway.store.work import View
from hallway.store.work import Work as Step

T = TypeVar("T")

TEXTS = (
    "name", "given", "family", "additional", "prefix", "suffix", "nickname", "phonetic", "pronouns", "uid", "place",
    "time_zone", "birthday", "met_on", "met_how",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody with what only the record knows; `work_ids` are the ids of `held.record.works`, in the same order.

    `source` are the names of the files of the import that brought them, empty for everybody else.
    """

    held: Held
    standing: Standing
    source: str = ""
    work_ids: tuple[int, ...] = ()


def entries(look: View, ids: Collection[int] | None = None, *, moments: bool = False) -> dict[int, Entry]:
    """Everybody (or only these ids) by id, in a handful of queries; those let go as well. With `moments` also what
    happened with each.
    """
    where, parameters = _of(ids, "id")
    emails = _grouped(look, "person_email", "address, label", Email, ids)
    phones = _grouped(look, "person_phone", "number, label", Phone, ids)
    profiles = _grouped(look, "person_profile", "kind, url", Profile, ids)
    works = _works(look, ids)
    topics = _names(look, "person_topic x JOIN topic t ON t.id = x.topic_id", ids)
    groups = _names(look, 'group_member x JOIN "group" t ON t.id = x.group_id', ids)
    spellings = _grouped(look, "person_spelling", "name", str, ids)
    uids = _grouped(look, "foreign_uid", "uid", str, ids)
    rows = look.rows(
        f"""SELECT id, standing, coalesce((SELECT source FROM import_run WHERE id = import_run_id), ''), rhythm_days,
                   languages, notes, unknown, {', '.join(TEXTS)} FROM person WHERE {where}""",
        *parameters,
    )
    pictured = {id_ for (id_,) in look.rows(f"SELECT person_id FROM person_photo WHERE {_of(ids)[0]}", *_of(ids)[1])}
    found: dict[int, Entry] = {}
    happened = _moments(look, ids) if moments else defaultdict(tuple)
    for id_, standing, source, rhythm, languages, notes, unknown, *texts in rows:
        record = PersonRecord(
            **dict(zip(TEXTS, texts, strict=True)), note=notes, emails=emails[id_], phones=phones[id_],
            profiles=profiles[id_], works=tuple(work for _, work in works[id_]), topics=topics[id_],
            groups=groups[id_], languages=tuple(filter(None, languages.split(", "))),
            unknown=tuple(filter(None, unknown.split("\n"))), rhythm_days=rhythm or 0, moments=happened[id_],
        )  # fmt: skip
        known_by = frozenset((*uids[id_], record.uid))
        held = Held(record, frozenset(spellings[id_]), known_by, id_ in pictured)
        found[id_] = Entry(held, Standing(standing), source, tuple(work_id for work_id, _ in works[id_]))
    return found


def set_texts(step: Step, field_name: str, values: Iterable[tuple[str | int, int]]) -> None:
    """Fill one field of many people: (text or number, person's id). Whoever is to have no rhythm keeps none."""
    unsaid = "AND rhythm_days IS NULL" if field_name == "rhythm_days" else ""
    step.execute_many(f'UPDATE person SET "{field_name}" = ? WHERE id = ? {unsaid}', values)


def fill_works(step: Step, works: Iterable[tuple[int, Work]]) -> None:
    """Bring places of work, by their own ids, to what is given; the organisation stays."""
    step.execute_many(
        "UPDATE affiliation SET role = ?, unit = ?, start_on = ?, end_on = ? WHERE id = ?",
        ((work.role, work.unit, work.start, work.end, id_) for id_, work in works),
    )


def add_spellings(step: Step, names: Iterable[tuple[int, str]]) -> None:
    """Remember other spellings of names."""
    step.execute_many("INSERT OR IGNORE INTO person_spelling (person_id, name) VALUES (?, ?)", names)


def begin_run(step: Step, source: str) -> int:
    """Note an import, for "last import" as a filter; returns its number."""
    step.execute("INSERT INTO import_run (source, at) VALUES (?, ?)", source, step.now.isoformat(timespec="seconds"))
    return step.database.connection.last_insert_rowid()


def last_run(look: View) -> tuple[int, str, str] | None:
    """Number, source and moment of the last import, or None."""
    row = look.row("SELECT id, source, at FROM import_run ORDER BY id DESC LIMIT 1")
    return (row[0], row[1], row[2]) if row else None


def _grouped(
    look: View, table: str, columns: str, make: Callable[..., T], ids: Collection[int] | None
) -> defaultdict[int, tuple[T, ...]]:
    where, parameters = _of(ids)
    rows = look.rows(f"SELECT person_id, {columns} FROM {table} WHERE {where} ORDER BY rowid", *parameters)
    return _by_person((id_, make(*values)) for id_, *values in rows)


def _names(look: View, tables: str, ids: Collection[int] | None) -> defaultdict[int, tuple[str, ...]]:
    where, parameters = _of(ids)
    rows = look.rows(f"SELECT x.person_id, t.name FROM {tables} WHERE {where} ORDER BY t.name", *parameters)
    return _by_person((id_, name) for id_, name in rows)


def _works(look: View, ids: Collection[int] | None) -> defaultdict[int, tuple[tuple[int, Work], ...]]:
    where, parameters = _of(ids)
    rows = look.rows(
        f"""SELECT a.person_id, a.id, o.name, a.role, a.unit, a.start_on, a.end_on
              FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE {where}
             ORDER BY a.end_on <> '', a.position, a.start_on DESC, a.id""",
        *parameters,
    )
    return _by_person(
        (id_, (work_id, Work("" if place == UNNAMED else place, *rest))) for id_, work_id, place, *rest in rows
    )


def _moments(look: View, ids: Collection[int] | None) -> defaultdict[int, tuple[MomentRecord, ...]]:
    where, parameters = _of(ids)
    rows = look.rows(
        f"""SELECT x.person_id, i.on_day, i.kind, i.summary, i.direction, i.at_time
              FROM participant x JOIN interaction i ON i.id = x.interaction_id WHERE {where} ORDER BY i.id""",
        *parameters,
    )
    return _by_person((id_, MomentRecord(*values)) for id_, *values in rows)


def _of(ids: Collection[int] | None, column: str = "person_id") -> tuple[str, tuple[Any, ...]]:
    if ids is None:
        return "1", ()
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)


def _by_person(pairs: Iterable[tuple[int, T]]) -> defaultdict[int, tuple[T, ...]]:
    lists: defaultdict[int, list[T]] = defaultdict(list)
    for id_, one in pairs:
        lists[id_].append(one)
    return defaultdict(tuple, {id_: tuple(each) for id_, each in lists.items()})
