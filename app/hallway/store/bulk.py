"""Adding very many people and moments at once: a few statements for all of them instead of a dozen for each."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import apsw

from hallway.domain.folding import fold
from hallway.domain.interactions import NewInteraction, NewPromise
from hallway.domain.names import split_name
from hallway.domain.records import PersonRecord, Work as Workplace
from hallway.store import tables
from hallway.store.days import stored
from hallway.store.work import Work

T = TypeVar("T")
Uids = Callable[[], str]

TABLES = {table._meta.table_name: table for table in tables.RECORDED}
UNNAMED_PLACE = "Somewhere"
"""Where a role belongs whose organisation nobody wrote down."""


def random_uid() -> str:
    """A lasting id that nobody else will ever have."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to add: what a file tells, and what only Hallway knows. `added_on` None means today.

    `as_of` is the partial date on which the places of work were last known to be right.
    """

    record: PersonRecord
    met_how: str = ""
    met_event_id: int | None = None
    rhythm_days: int | None = None
    known: bool = True
    added_on: date | None = None
    as_of: str = ""


def add_people(
    step: Work, newcomers: Sequence[Newcomer], import_id: int | None = None, new_uid: Uids = random_uid
) -> range:
    """Add people with everything their records hold, in order; returns their ids."""
    ids = next_ids(step, "person", len(newcomers))
    numbered = list(zip(ids, (one.record for one in newcomers), strict=True))
    columns = (
        "id", "uid", "name", "given", "family", "additional", "prefix", "suffix", "nickname", "phonetic", "pronouns",
        "place", "time_zone", "languages", "birthday", "notes", "unknown", "met_on", "met_how", "met_event_id",
        "rhythm_days", "known", "added_on", "import_run_id",
    )  # fmt: skip
    today = step.today.isoformat()
    put(step, "person", columns, (
        (id_, new_uid(), *_texts(one.record), one.met_how, one.met_event_id, one.rhythm_days, one.known,
         stored(one.added_on) or today, import_id)
        for id_, one in zip(ids, newcomers, strict=True)
    ))  # fmt: skip
    add_emails(step, numbered)
    add_phones(step, numbered)
    add_profiles(step, numbered)
    add_topics(step, numbered)
    add_groups(step, numbered)
    add_foreign_uids(step, numbered)
    as_of = {id_: one.as_of for id_, one in zip(ids, newcomers, strict=True)}
    add_works(step, ((id_, at, work, as_of[id_]) for id_, at, work in _counted(numbered, lambda one: one.works)))
    return ids


def add_emails(step: Work, people: Iterable[tuple[int, PersonRecord]], first: int = 0) -> None:
    """Add the addresses of these people; `first` is the position of each person's first one."""
    rows = ((id_, first + at, one.address, one.label) for id_, at, one in _counted(people, lambda one: one.emails))
    put(step, "person_email", ("person_id", "position", "address", "label"), rows)


def add_phones(step: Work, people: Iterable[tuple[int, PersonRecord]], first: int = 0) -> None:
    """Add the numbers of these people."""
    rows = ((id_, first + at, one.number, one.label) for id_, at, one in _counted(people, lambda one: one.phones))
    put(step, "person_phone", ("person_id", "position", "number", "label"), rows)


def add_profiles(step: Work, people: Iterable[tuple[int, PersonRecord]], first: int = 0) -> None:
    """Add the pages of these people."""
    rows = ((id_, first + at, one.kind, one.url) for id_, at, one in _counted(people, lambda one: one.profiles))
    put(step, "person_profile", ("person_id", "position", "kind", "url"), rows)


def add_topics(step: Work, people: Iterable[tuple[int, PersonRecord]]) -> None:
    """Add the interests of these people, making those that are new."""
    _link(step, "topic", "person_topic", "topic_id", _counted(people, lambda one: one.topics))


def add_groups(step: Work, people: Iterable[tuple[int, PersonRecord]]) -> None:
    """Add these people to their groups, making those that are new."""
    _link(step, "group", "group_member", "group_id", _counted(people, lambda one: one.groups))


def add_foreign_uids(step: Work, people: Iterable[tuple[int, PersonRecord]]) -> None:
    """Remember the numbers other programs know these people by."""
    put(step, "foreign_uid", ("person_id", "uid"), ((id_, one.uid) for id_, one in people if one.uid))


def add_works(step: Work, works: Iterable[tuple[int, int, Workplace, str]]) -> None:
    """Add places of work: whose, in which position, what, and as of when it is known to be right."""
    listed = list(works)
    places = named_ids(step, "organisation", [work.organisation or UNNAMED_PLACE for _, _, work, _ in listed])
    put(
        step,
        "affiliation",
        ("person_id", "position", "organisation_id", "role", "unit", "start_on", "end_on", "current_as_of"),
        (
            (id_, at, places[fold(work.organisation or UNNAMED_PLACE)], work.role, work.unit, work.start, work.end,
             as_of)
            for id_, at, work, as_of in listed
        ),
    )  # fmt: skip


def add_interactions(step: Work, new: Sequence[NewInteraction], new_uid: Uids = random_uid) -> range:
    """Log many moments; returns their ids. Days fixed by hand are left as they are."""
    ids = next_ids(step, "interaction", len(new))
    logged_at = step.now.isoformat(timespec="seconds")
    put(
        step,
        "interaction",
        ("id", "uid", "on_day", "at_time", "kind", "direction", "summary", "minutes", "event_id", "logged_at"),
        (
            (id_, new_uid(), one.on.isoformat(), one.at_time, one.kind.value, one.direction, one.summary,
             one.minutes, one.event_id, logged_at)
            for id_, one in zip(ids, new, strict=True)
        ),
    )  # fmt: skip
    put(
        step,
        "participant",
        ("person_id", "interaction_id", "note", "on_day", "counts"),
        (
            (who.person_id, id_, who.note, one.on.isoformat(), one.kind.counts)
            for id_, one in zip(ids, new, strict=True)
            for who in one.people
        ),
    )
    return ids


def add_promises(step: Work, new: Iterable[tuple[NewPromise, date]], new_uid: Uids = random_uid) -> None:
    """Write promises down, each with the day it was made."""
    columns = ("uid", "person_id", "by_me", "text", "made_on", "due_on", "interaction_id")
    put(step, "promise", columns, (
        (new_uid(), one.person_id, one.by_me, one.text, made_on.isoformat(), stored(one.due_on), one.interaction_id)
        for one, made_on in new
    ))  # fmt: skip


def next_ids(step: Work, table: str, count: int) -> range:
    """Ids that were never used in the table."""
    newest = step.value("SELECT seq FROM sqlite_sequence WHERE name = ?", table) or 0
    return range(newest + 1, newest + 1 + count)


def named_ids(step: Work, table: str, names: Iterable[str]) -> dict[str, int]:
    """The ids of organisations, topics or groups by folded name; those that are new are made."""
    found: dict[str, int] = dict(step.rows(f'SELECT folded, id FROM "{table}"'))
    spelled = {fold(name): name.strip() for name in reversed(list(names))}
    fresh = [(folded, name) for folded, name in reversed(spelled.items()) if folded and folded not in found]
    ids = next_ids(step, table, len(fresh))
    if table == "organisation":
        rows = [(id_, random_uid(), name, folded) for id_, (folded, name) in zip(ids, fresh, strict=True)]
        put(step, table, ("id", "uid", "name", "folded"), rows)
    else:
        put(step, table, ("id", "name", "folded"), [(id_, name, folded) for id_, (folded, name) in zip(ids, fresh, strict=True)])
    return found | {folded: id_ for id_, (folded, _) in zip(ids, fresh, strict=True)}


def put(step: Work, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows; columns that are not named get what a single row would get."""
    fields = {field.column_name: field for field in TABLES[table]._meta.sorted_fields}
    constants = {name: field.default for name, field in fields.items() if name not in columns and field.default is not None}
    names = ", ".join(f'"{name}"' for name in (*columns, *constants))
    values = ", ".join([*("?" * len(columns)), *(apsw.format_sql_value(value) for value in constants.values())])
    step.execute_many(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({values})', rows)


def _texts(record: PersonRecord) -> tuple[str, ...]:
    """Name to met_on, in the order of the columns; parts of the name are worked out where the file has none."""
    parts: Any = record if record.given or record.family else split_name(record.name)
    return (
        record.name, parts.given, parts.family, parts.additional, record.prefix or parts.prefix,
        record.suffix or parts.suffix, record.nickname, record.phonetic, record.pronouns, record.place,
        record.time_zone, ", ".join(record.languages), record.birthday, record.note, "\n".join(record.unknown),
        record.met_on,
    )  # fmt: skip


def _counted(
    people: Iterable[tuple[int, PersonRecord]], of: Callable[[PersonRecord], Sequence[T]]
) -> Iterator[tuple[int, int, T]]:
    return ((id_, at, one) for id_, record in people for at, one in enumerate(of(record)))


def _link(step: Work, table: str, link: str, column: str, named: Iterable[tuple[int, int, str]]) -> None:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for id_, _, name in named:
        names[id_].append(name)
    ids = named_ids(step, table, (name for each in names.values() for name in each))
    put(step, link, ("person_id", column), (
        (id_, ids[fold(name)]) for id_, each in names.items() for name in each if fold(name)
    ))  # fmt: skip
