"""Events: lists of coming and past ones, one whole with the people met there, and those that were let go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hallway.domain import errors
from hallway.domain.events import TEXT_FIELDS, Event, series_of
from hallway.store import tables
from hallway.store.days import day
from hallway.store.met_there import MET_THERE
from hallway.store.uids import random_uid
from hallway.store.work import View, Work

MET = """(SELECT count(*) FROM person WHERE met_event_id = e.id AND standing <> 'let go')"""
COLUMNS = f"e.id, e.uid, e.source_uid, e.start_on, e.end_on, {', '.join('e.' + name for name in TEXT_FIELDS)}, {MET}"
HERE = "e.let_go_on IS NULL"
TRASH_DAYS = 30


def get(look: View, event_id: int) -> Event:
    """One event, also one that was let go. Raises `NotFound`."""
    row = look.row(f"SELECT {COLUMNS} FROM event e WHERE e.id = ?", event_id)
    if row is None:
        raise errors.NotFound("This event is no longer in your record.")
    return _event(row)


def is_there(look: View, event_id: int) -> bool:
    """Whether the record has that event, be it let go or not."""
    return bool(look.value("SELECT EXISTS (SELECT 1 FROM event WHERE id = ?)", event_id))


def coming(look: View, limit: int = 500) -> tuple[Event, ...]:
    """Events that run today or later, next one first."""
    today = look.today.isoformat()
    query = f"SELECT {COLUMNS} FROM event e WHERE e.end_on >= ? AND {HERE} ORDER BY e.start_on LIMIT ?"
    rows = look.rows(query, today, limit)
    return tuple(map(_event, rows))


def past(look: View, limit: int = 500) -> tuple[Event, ...]:
    """Events that are over, newest first."""
    today = look.today.isoformat()
    query = f"SELECT {COLUMNS} FROM event e WHERE e.end_on < ? AND {HERE} ORDER BY e.start_on DESC LIMIT ?"
    rows = look.rows(query, today, limit)
    return tuple(map(_event, rows))


def running(look: View, on_day: date | None = None) -> Event | None:
    """The event that runs on a day (None: today), the one that began last; or None."""
    on = (on_day or look.today).isoformat()
    row = look.row(
        f"""SELECT {COLUMNS} FROM event e WHERE ? BETWEEN e.start_on AND e.end_on AND {HERE}
             ORDER BY e.start_on DESC LIMIT 1""",
        on,
    )
    return _event(row) if row else None


def all_running(look: View) -> tuple[Event, ...]:
    """Every event that runs today, the one that began last first."""
    today = look.today.isoformat()
    query = f"SELECT {COLUMNS} FROM event e WHERE ? BETWEEN e.start_on AND e.end_on AND {HERE} ORDER BY e.start_on DESC"
    return tuple(map(_event, look.rows(query, today)))


def by_source_uid(look: View, source_uid: str) -> Event | None:
    """The event that a calendar file knows by that id, or None. One let go counts, so that no file brings it again."""
    row = look.row(f"SELECT {COLUMNS} FROM event e WHERE e.source_uid = ? ORDER BY {HERE} DESC", source_uid)
    return _event(row) if row else None


def same(look: View, title: str, start_on: date) -> Event | None:
    """The event of that title on that day, or None; one that was let go only when there is no other."""
    query = f"SELECT {COLUMNS} FROM event e WHERE e.title = ? AND e.start_on = ? ORDER BY {HERE} DESC"
    row = look.row(query, title, start_on.isoformat())
    return _event(row) if row else None


NAMED = "SELECT n.person_id FROM event e JOIN glance n ON n.name LIKE '% %' AND instr(e.title, n.name)"
SPEAKING = """SELECT x.person_id FROM event e JOIN session s ON s.event_id = e.id AND s.starred
                JOIN session_speaker x ON x.session_id = s.id"""


def people_of(look: View, event_id: int) -> tuple[int, ...]:
    """Whom an event is about: people its title names in full, speakers of starred sessions, and those met there."""
    met = look.rows(
        f"""SELECT person_id FROM glance WHERE standing <> 'let go' AND person_id IN ({MET_THERE})
             ORDER BY sort_name""",
        event_id,
    )
    named = _ids(look, f"{NAMED} WHERE e.id = ?1 UNION {SPEAKING} WHERE e.id = ?1", event_id)
    return tuple(dict.fromkeys([*named, *(person_id for (person_id,) in met)]))


def people_on(look: View, day: date) -> tuple[int, ...]:
    """Whom a day's events bring: people whose whole name an event's title holds, and speakers of starred sessions."""
    return _ids(
        look,
        f"""{NAMED} WHERE ?1 BETWEEN e.start_on AND e.end_on AND {HERE}
            UNION {SPEAKING} AND s.on_day = ?1 WHERE {HERE}""",
        day.isoformat(),
    )


def speakers(look: View, event_id: int, known: bool) -> tuple[tuple[int, str, str], ...]:
    """Id, name and line of those who speak at an event, who are known or who are not yet met."""
    rows = look.rows(
        """SELECT g.person_id, g.name, g.line FROM glance g WHERE g.standing = ?2 AND g.person_id IN (
             SELECT x.person_id FROM session s JOIN session_speaker x ON x.session_id = s.id WHERE s.event_id = ?1)
            ORDER BY g.sort_name""",
        event_id, "active" if known else "not met",
    )  # fmt: skip
    return tuple((id_, name, line) for id_, name, line in rows)


def share_topics(look: View, event_id: int) -> tuple[tuple[int, str], ...]:
    """Speakers whose topics people in the user's groups have too, with the topic that most of those have."""
    rows = look.rows(
        """SELECT x.person_id, t.name, (SELECT count(DISTINCT y.person_id) FROM person_topic y
                    JOIN group_member m ON m.person_id = y.person_id WHERE y.topic_id = t.id
                     AND y.person_id <> x.person_id) AS close
             FROM (SELECT DISTINCT v.person_id FROM session s JOIN session_speaker v ON v.session_id = s.id
                    WHERE s.event_id = ?) x
             JOIN person_topic pt ON pt.person_id = x.person_id JOIN topic t ON t.id = pt.topic_id
            WHERE close > 0 ORDER BY close DESC, t.folded, x.person_id""",
        event_id,
    )
    return tuple((person_id, topic) for person_id, topic, _ in rows)


def _ids(look: View, query: str, key: object) -> tuple[int, ...]:
    """The people a query names who are neither archived nor let go, by name."""
    rows = look.rows(
        f"""SELECT person_id FROM glance WHERE standing IN ('active', 'not met') AND person_id IN ({query})
             ORDER BY sort_name""",
        key,
    )
    return tuple(person_id for (person_id,) in rows)


def attendance(look: View, event: Event) -> tuple[int, int]:
    """Of how many past events of its series one was at how many; of a series are those with the same title but years.

    Whoever met somebody there was there.
    """
    name = series_of(event.title)
    rows = look.rows(
        f"""SELECT e.title, e.status = 'attended' OR EXISTS (SELECT 1 FROM interaction WHERE event_id = e.id)
             FROM event e WHERE e.end_on < ? AND {HERE}""",
        look.today.isoformat(),
    )
    held = [bool(was) for title, was in rows if series_of(title) == name]
    return sum(held), len(held)


def has_more(look: View, event_id: int) -> bool:
    """Whether an event has sessions, or people one wants to meet."""
    sessions, wishes = (f"EXISTS (SELECT 1 FROM {table} WHERE event_id = ?1)" for table in ("session", "wish"))
    return bool(look.value(f"SELECT {sessions} OR {wishes}", event_id))


def add(step: Work, event: Event) -> int:
    """Write an event down."""
    event_id: int = step.run(tables.Event.insert(uid=random_uid(), **_columns(event)))
    return event_id


def change(step: Work, event: Event) -> None:
    """Bring the event with `event.id` to what is given."""
    step.run(tables.Event.update(**_columns(event)).where(tables.Event.id == event.id))


def let_go(step: Work, event_id: int) -> None:
    """Put an event into the trash, with the day, for the thirty days."""
    step.execute("UPDATE event SET let_go_on = ? WHERE id = ?", step.today.isoformat(), event_id)


def bring_back(step: Work, event_id: int) -> None:
    """Take an event out of the trash."""
    step.execute("UPDATE event SET let_go_on = NULL WHERE id = ?", event_id)


def let_go_on(look: View, event_id: int) -> date | None:
    """The day an event was let go, or None."""
    return day(look.value("SELECT let_go_on FROM event WHERE id = ?", event_id))


def forget_old(step: Work) -> int:
    """Remove events let go more than thirty days ago; returns how many. People met there and conversations stay."""
    before = (step.today - timedelta(days=TRASH_DAYS)).isoformat()
    old = step.rows("SELECT id FROM event WHERE let_go_on < ?", before)
    step.execute_many("DELETE FROM event WHERE id = ?", old)
    return len(old)


def _columns(event: Event) -> dict[str, Any]:
    texts = {name: getattr(event, name) for name in TEXT_FIELDS}
    days = {"start_on": event.start_on.isoformat(), "end_on": event.end_on.isoformat()}
    return {**texts, **days, "source_uid": event.source_uid}


def _event(row: tuple[Any, ...]) -> Event:
    id_, uid, source_uid, start_on, end_on, *texts, met = row
    return Event(
        id=id_, uid=uid, source_uid=source_uid, start_on=date.fromisoformat(start_on),
        end_on=date.fromisoformat(end_on), met=met, **dict(zip(TEXT_FIELDS, texts, strict=True)),
    )  # fmt: skip
