"""Adding very many people and moments at once: a few statements for all of them instead of a dozen for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import apsw

from hallway.domain.events import TEXT_FIELDS as EVENT_TEXTS
from hallway.domain.events import Event
from hallway.domain.folding import fold
from hallway.domain.interactions import NewInteraction, NewPromise
from hallway.domain.names import split_name
from hallway.domain.organisations import UNNAMED, guess_kind
from hallway.domain.records import Email, PersonRecord, Phone, Profile
from hallway.domain.records import Work as Workplace
from hallway.store import tables
from hallway.store.days import stored
from hallway.store.uids import random_uid
from hallway.store.work import Work

T = TypeVar("T")
Uids = Callable[[], str]


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
    columns = (
        "id", "uid", "name", "given", "family", "additional", "prefix", "suffix", "nickname", "phonetic", "pronouns",
        "place", "time_zone", "languages", "birthday", "notes", "unknown", "met_on", "met_how", "met_event_id",
        "rhythm_days", "known", "added_on", "import_run_id",
    )  # fmt: skip
    today = step.today.isoformat()
    put(step, "person", columns, (
        (id_, new_uid(), *_texts(one.record), one.met_how or one.record.met_how, one.met_event_id,
         _rhythm(one), one.known,
         stored(one.added_on) or today, import_id)
        for id_, one in zip(ids, newcomers, strict=True)
    ))  # fmt: skip
    records = list(zip(ids, (one.record for one in newcomers), strict=True))
    add_emails(step, _counted(records, lambda one: one.emails))
    add_phones(step, _counted(records, lambda one: one.phones))
    add_profiles(step, _counted(records, lambda one: one.profiles))
    add_topics(step, ((id_, name) for id_, _, name in _counted(records, lambda one: one.topics)))
    add_groups(step, ((id_, name) for id_, _, name in _counted(records, lambda one: one.groups)))
    add_foreign_uids(step, ((id_, record.uid) for id_, record in records if record.uid))
    as_of = {id_: one.as_of for id_, one in zip(ids, newcomers, strict=True)}
    works = ((id_, at, work, as_of[id_]) for id_, at, work in _counted(records, lambda one: one.works))
    add_works(step, works, new_uid)
    return ids


def add_emails(step: Work, placed: Iterable[tuple[int, int, Email]]) -> None:
    """Add addresses: whose, in which position, what."""
    rows = ((id_, at, one.address, one.label) for id_, at, one in placed)
    put(step, "person_email", ("person_id", "position", "address", "label"), rows)


def add_phones(step: Work, placed: Iterable[tuple[int, int, Phone]]) -> None:
    """Add numbers: whose, in which position, what."""
    rows = ((id_, at, one.number, one.label) for id_, at, one in placed)
    put(step, "person_phone", ("person_id", "position", "number", "label"), rows)


def add_profiles(step: Work, placed: Iterable[tuple[int, int, Profile]]) -> None:
    """Add pages elsewhere: whose, in which position, what."""
    rows = ((id_, at, one.kind, one.url) for id_, at, one in placed)
    put(step, "person_profile", ("person_id", "position", "kind", "url"), rows)


def add_topics(step: Work, named: Iterable[tuple[int, str]]) -> None:
    """Add interests to people, making those that are new."""
    _link(step, "topic", "person_topic", "topic_id", named)


def add_groups(step: Work, named: Iterable[tuple[int, str]]) -> None:
    """Add people to groups, making those that are new."""
    _link(step, "group", "group_member", "group_id", named)


def add_foreign_uids(step: Work, uids: Iterable[tuple[int, str]]) -> None:
    """Remember the numbers other programs know people by."""
    put(step, "foreign_uid", ("person_id", "uid"), uids)


def add_photos(step: Work, photos: Iterable[tuple[int, bytes]]) -> None:
    """Add pictures that were already made small and clean."""
    put(step, "person_photo", ("person_id", "data"), photos)


def add_works(
    step: Work, works: Iterable[tuple[int, int, Workplace, str]], new_uid: Uids = random_uid
) -> None:
    """Add places of work: whose, in which position, what, and as of when it is known to be right."""
    listed = list(works)
    places = named_ids(step, "organisation", (_place(work) for _, _, work, _ in listed), new_uid)
    step.execute_many(
        "UPDATE organisation SET let_go_on = NULL WHERE id = ? AND let_go_on IS NOT NULL",
        [(places[folded],) for folded in {fold(_place(work)) for _, _, work, _ in listed}],
    )
    put(
        step,
        "affiliation",
        ("person_id", "position", "organisation_id", "role", "unit", "start_on", "end_on", "current_as_of"),
        (
            (id_, at, places[fold(_place(work))], work.role, work.unit, work.start, work.end,
             as_of)
            for id_, at, work, as_of in listed
        ),
    )  # fmt: skip


def add_events(step: Work, events: Sequence[Event], new_uid: Uids = random_uid) -> range:
    """Write many events down; returns their ids."""
    ids = next_ids(step, "event", len(events))
    columns = ("id", "uid", "source_uid", "start_on", "end_on", *EVENT_TEXTS)
    put(step, "event", columns, (
        (id_, new_uid(), one.source_uid, one.start_on.isoformat(), one.end_on.isoformat(),
         *(getattr(one, name) for name in EVENT_TEXTS))
        for id_, one in zip(ids, events, strict=True)
    ))  # fmt: skip
    return ids


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


def named_ids(step: Work, table: str, names: Iterable[str], new_uid: Uids = random_uid) -> dict[str, int]:
    """The ids of organisations, topics or groups by folded name; those that are new are made."""
    found: dict[str, int] = dict(step.rows(f'SELECT folded, id FROM "{table}"'))
    spelled = {fold(name): name.strip() for name in reversed(list(names))}
    fresh = [(folded, name) for folded, name in reversed(spelled.items()) if folded and folded not in found]
    numbered = list(zip(next_ids(step, table, len(fresh)), fresh, strict=True))
    if table == "organisation":
        rows = ((id_, new_uid(), name, folded, guess_kind(name)) for id_, (folded, name) in numbered)
        put(step, table, ("id", "uid", "name", "folded", "kind"), rows)
    else:
        put(step, table, ("id", "name", "folded"), ((id_, name, folded) for id_, (folded, name) in numbered))
    return found | {folded: id_ for id_, (folded, _) in numbered}


def put(step: Work, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows; columns that are not named get what a single row would get."""
    model = next(model for model in tables.RECORDED if model._meta.table_name == table)
    defaults = {field.column_name: field.default for field in model._meta.sorted_fields}
    constants = {name: value for name, value in defaults.items() if name not in columns and value is not None}
    names = ", ".join(f'"{name}"' for name in (*columns, *constants))
    values = ", ".join([*("?" * len(columns)), *map(_literal, constants.values())])
    step.execute_many(f'INSERT INTO "{table}" ({names}) VALUES ({values})', rows)


def _rhythm(one: Newcomer) -> int | None:
    """Days; 0 is the wish to have none, which is more than to have said nothing."""
    return one.rhythm_days if one.rhythm_days is not None else one.record.rhythm_days or None


def _place(work: Workplace) -> str:
    return work.organisation if fold(work.organisation) else UNNAMED


def _literal(value: str | int | bool) -> str:
    return apsw.format_sql_value(int(value) if isinstance(value, bool) else value)


def _texts(record: PersonRecord) -> tuple[str, ...]:
    """Name to met_on, in the order of the columns; parts of the name are worked out where the file has none."""
    parts: Any = record if record.given or record.family else split_name(record.name)
    return (
        record.name.strip(), parts.given, parts.family, parts.additional, record.prefix or parts.prefix,
        record.suffix or parts.suffix, record.nickname, record.phonetic, record.pronouns, record.place,
        record.time_zone, ", ".join(record.languages), record.birthday, record.note, "\n".join(record.unknown),
        record.met_on,
    )  # fmt: skip


def _counted(
    people: Iterable[tuple[int, PersonRecord]], of: Callable[[PersonRecord], Sequence[T]]
) -> Iterator[tuple[int, int, T]]:
    return ((id_, at, one) for id_, record in people for at, one in enumerate(of(record)))


def _link(step: Work, table: str, link: str, column: str, named: Iterable[tuple[int, str]]) -> None:
    pairs = [(id_, name) for id_, name in named if fold(name)]
    ids = named_ids(step, table, (name for _, name in pairs))
    linked = dict.fromkeys((id_, ids[fold(name)]) for id_, name in pairs)  # two spellings may be one topic
    put(step, link, ("person_id", column), linked)
