"""Sessions of an event, who speaks in them, and what a programme is matched with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.folding import fold
from hallway.domain.matching import Known
from hallway.domain.programmes import Session
from hallway.store import bulk
from hallway.store import events as event_store
from hallway.store.days import stored
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

TEXTS = (
    "title", "source_uid", "start_time", "end_time", "subtitle", "room", "track", "kind", "language", "abstract",
    "link", "notes",
)  # fmt: skip
FLAGS = ("starred", "mine", "called_off")
DAYS = ("on_day", "end_on", "speakers")

USED = """EXISTS (SELECT 1 FROM interaction WHERE session_id = s.id)
       OR EXISTS (SELECT 1 FROM person WHERE met_session_id = s.id)
       OR EXISTS (SELECT 1 FROM session_speaker x JOIN wish w ON w.person_id = x.person_id AND w.state = 'wanted'
                   WHERE x.session_id = s.id)"""


def sessions(look: View, event_id: int) -> tuple[Session, ...]:
    """The sessions of an event, in the order of time."""
    names = ", ".join(f"s.{name}" for name in (*DAYS, *FLAGS, *TEXTS))
    query = f"SELECT s.id, {USED}, {names} FROM session s WHERE s.event_id = ? ORDER BY on_day, start_time, room, id"
    return tuple(_session(row) for row in look.rows(query, event_id))


def to_go_to(look: View, event_id: int) -> tuple[tuple[str, Session], ...]:
    """The sessions of an event that one starred or speaks in and that take place, with their uids."""
    names = ", ".join(f"s.{name}" for name in (*DAYS, *FLAGS, *TEXTS))
    query = f"""SELECT s.uid, s.id, {USED}, {names} FROM session s
                 WHERE s.event_id = ? AND (s.starred OR s.mine) AND s.called_off = 0 ORDER BY on_day, start_time, id"""
    return tuple((uid, _session(tuple(row))) for uid, *row in look.rows(query, event_id))


def session(look: View, session_id: int) -> Session:
    """One session. Raises `NotFound`."""
    names = ", ".join(f"s.{name}" for name in (*DAYS, *FLAGS, *TEXTS))
    row = look.row(f"SELECT s.id, {USED}, {names} FROM session s WHERE s.id = ?", session_id)
    if row is None:
        raise errors.NotFound("This session is no longer in your record.")
    return _session(row)


def uid_of(look: View, session_id: int) -> str:
    """What a session is called everywhere, for ever. Raises `NotFound`."""
    found = look.value("SELECT uid FROM session WHERE id = ?", session_id)
    if found is None:
        raise errors.NotFound("This session is no longer in your record.")
    return str(found)


def event_of(look: View, session_id: int) -> int:
    """The event a session is of. Raises `NotFound`."""
    found = look.value("SELECT event_id FROM session WHERE id = ?", session_id)
    if found is None:
        raise errors.NotFound("This session is no longer in your record.")
    return int(found)


def who_speaks(look: View, session_id: int) -> tuple[tuple[int, str], ...]:
    """Those speaking in a session who are in the record: id and name."""
    rows = look.rows(
        """SELECT g.person_id, g.name FROM session_speaker x JOIN glance g ON g.person_id = x.person_id
            WHERE x.session_id = ? AND g.standing <> 'let go' ORDER BY g.sort_name""",
        session_id,
    )
    return tuple((id_, name) for id_, name in rows)


def add(step: Work, event_id: int, new: Sequence[Session], new_uid: Callable[[], str] = random_uid) -> range:
    """Write sessions down; returns their ids, in order."""
    ids = bulk.next_ids(step, "session", len(new))
    columns = ("id", "uid", "event_id", *DAYS, *FLAGS, *TEXTS)
    rows = ((id_, new_uid(), event_id, *_values(one)) for id_, one in zip(ids, new, strict=True))
    bulk.put(step, "session", columns, rows)
    return ids


def change(step: Work, changed: Iterable[Session]) -> None:
    """Bring sessions (by their ids) to what is given."""
    assignments = ", ".join(f"{name} = ?" for name in (*DAYS, *FLAGS, *TEXTS))
    step.execute_many(f"UPDATE session SET {assignments} WHERE id = ?", ((*_values(one), one.id) for one in changed))


def call_off(step: Work, ids: Iterable[int]) -> None:
    """Mark sessions that take place no more."""
    step.execute_many("UPDATE session SET called_off = 1 WHERE id = ?", ((id_,) for id_ in ids))


def remove(step: Work, ids: Iterable[int]) -> None:
    """Take sessions out."""
    step.execute_many("DELETE FROM session WHERE id = ?", ((id_,) for id_ in ids))


def speakers(look: View, event_id: int) -> tuple[tuple[int, int, str], ...]:
    """Who speaks at an event: the session's id, the person's, and every name the person goes by, one a row."""
    rows = look.rows(
        """SELECT x.session_id, x.person_id, p.name FROM session s JOIN session_speaker x ON x.session_id = s.id
             JOIN person p ON p.id = x.person_id WHERE s.event_id = ?1
            UNION SELECT x.session_id, x.person_id, n.name FROM session s
             JOIN session_speaker x ON x.session_id = s.id JOIN person_spelling n ON n.person_id = x.person_id
            WHERE s.event_id = ?1""",
        event_id,
    )
    return tuple((session_id, person_id, name) for session_id, person_id, name in rows)


def link(step: Work, pairs: Iterable[tuple[int, int]]) -> None:
    """Note that people speak in sessions: (session's id, person's id); once is enough."""
    step.execute_many("INSERT OR IGNORE INTO session_speaker (session_id, person_id) VALUES (?, ?)", pairs)


def unlink(step: Work, pairs: Iterable[tuple[int, int]]) -> None:
    """Note that people speak in sessions no more."""
    step.execute_many("DELETE FROM session_speaker WHERE session_id = ? AND person_id = ?", pairs)


def know_as(step: Work, uids: Iterable[tuple[int, str]]) -> None:
    """Remember the numbers that programmes know people by; once is enough."""
    step.execute_many("INSERT OR IGNORE INTO foreign_uid (person_id, uid) VALUES (?, ?)", uids)


def add_topics(step: Work, event_id: int, names: Collection[str]) -> None:
    """What the event is about, besides what it is already said to be."""
    ids = bulk.named_ids(step, "topic", names) if names else {}
    pairs = ((event_id, ids[fold(name)]) for name in names)
    step.execute_many("INSERT OR IGNORE INTO event_topic (event_id, topic_id) VALUES (?, ?)", pairs)


def topics(look: View) -> tuple[str, ...]:
    """Every topic of the record."""
    return tuple(name for (name,) in look.rows("SELECT name FROM topic ORDER BY folded"))


def topics_of(look: View, event_id: int) -> frozenset[str]:
    """What an event is about, folded."""
    rows = look.rows("SELECT folded FROM topic t JOIN event_topic x ON x.topic_id = t.id WHERE event_id = ?", event_id)
    return frozenset(folded for (folded,) in rows)


def event_named(look: View, title: str, first: date, last: date) -> Event | None:
    """The event of that title that runs on some of these days, or None; one that was let go does not count."""
    rows = look.rows(
        "SELECT id, title FROM event WHERE start_on <= ? AND end_on >= ? AND let_go_on IS NULL ORDER BY id",
        last.isoformat(), first.isoformat(),
    )  # fmt: skip
    found = next((id_ for id_, name in rows if fold(name) == fold(title)), None)
    return event_store.get(look, found) if found else None


def event_with(look: View, uids: Collection[str]) -> Event | None:
    """The event that has most of the sessions with these numbers, when it has at least half of them; or None."""
    row = look.row(
        """SELECT event_id, count(*) FROM session WHERE source_uid IN (SELECT value FROM json_each(?))
            GROUP BY event_id ORDER BY 2 DESC, 1 LIMIT 1""",
        json.dumps(sorted(uids)),
    )
    return event_store.get(look, row[0]) if row and 2 * row[1] >= len(uids) else None


def people(look: View) -> tuple[Known, ...]:
    """Everybody by what a speaker could be known by: names, pages, numbers; those let go as well."""
    spellings = _grouped(look, "SELECT person_id, name FROM person_spelling")
    pages = _grouped(look, "SELECT person_id, url FROM person_profile WHERE kind IN ('linkedin', 'orcid')")
    uids = _grouped(look, "SELECT person_id, uid FROM foreign_uid")
    rows = look.rows("SELECT id, name FROM person")
    return tuple(
        Known(id_, name, tuple(spellings[id_]), profiles=tuple(pages[id_]), uids=tuple(uids[id_])) for id_, name in rows
    )


def let_go(look: View) -> frozenset[int]:
    """Everybody in the trash."""
    return frozenset(id_ for (id_,) in look.rows("SELECT id FROM person WHERE standing = 'let go'"))


def _grouped(look: View, query: str) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, text in look.rows(query):
        found[id_].append(text)
    return found


def _values(session: Session) -> tuple[Any, ...]:
    flags = (getattr(session, name) for name in FLAGS)
    texts = (getattr(session, name) for name in TEXTS)
    days = session.on.isoformat(), stored(session.end_on), "\n".join(session.speakers)
    return (*days, *map(int, flags), *texts)


def _session(row: tuple[Any, ...]) -> Session:
    id_, is_used, on, end_on, names, *rest = row
    starred, mine, called_off, *texts = rest
    told = dict(zip(TEXTS, texts, strict=True))
    return Session(
        id=id_, on=date.fromisoformat(on), end_on=date.fromisoformat(end_on) if end_on else None, is_used=bool(is_used),
        speakers=tuple(filter(None, names.split("\n"))), starred=bool(starred), mine=bool(mine),
        called_off=bool(called_off), **told,
    )  # fmt: skip
