"""What tests are made from: a desk with a clock one can move, people and happenings in one line, and whole dumps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hallway.domain.events import Event
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.key_file import Key
from hallway.domain.people import NewPerson
from hallway.store import soundness
from hallway.store.database import Database, open_database, open_in_memory
from hallway.store.tables import RECORDED
from hallway.usecases import events, interactions, people, promises
from hallway.usecases.desk import Desk

NOW = datetime(2026, 6, 17, 10, 0, tzinfo=UTC)
"""A Wednesday."""
TODAY = NOW.date()


@dataclass(slots=True)
class MovingClock:
    """Stands still until it is moved."""

    moment: datetime = NOW

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def move(self, days: int) -> None:
        self.moment += timedelta(days=days)


def memory_desk() -> Desk:
    """A desk over an empty record that is gone with it."""
    return Desk(open_in_memory(), MovingClock(), "test")


def file_desk(path: Path, key: Key | None = None) -> Desk:
    """A desk over a data file, made when it is not there; with a key over an encrypted one."""
    return Desk(open_database(path, key=key), MovingClock(), "test")


def move_clock(desk: Desk, days: int) -> None:
    """Let days pass."""
    assert isinstance(desk.clock, MovingClock)
    desk.clock.move(days)


def days_ago(days: int) -> date:
    """A day before TODAY."""
    return TODAY - timedelta(days=days)


def add_person(desk: Desk, name: str = "Ada Lovelace", **more: Any) -> int:
    """Somebody, with any field of `NewPerson`."""
    return desk.do(people.add, NewPerson(name, **more)).value


def add_moment(desk: Desk, *who: int, on: date = TODAY, summary: str = "", **more: Any) -> int:
    """A conversation with these people, with any field of `NewInteraction`."""
    everybody = tuple(Participant(id_) for id_ in who)
    return desk.do(interactions.log, NewInteraction(on, everybody, summary=summary, **more)).value


def add_promise(desk: Desk, person_id: int, text: str = "send the draft", **more: Any) -> int:
    """A promise of mine, with any field of `NewPromise`."""
    return desk.do(promises.add, NewPromise(person_id, text, **more)).value


def add_event(desk: Desk, title: str = "Looms 2026", **more: Any) -> int:
    """An event of today, with any field of `Event`."""
    return desk.do(events.add, replace(Event(title, TODAY, TODAY), **more)).value


def recorded(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that the history covers."""
    names = [table._meta.table_name for table in RECORDED]
    return {name: sorted(database.rows(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def derived(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Every glance and every indexed word."""
    with desk.looking() as look:
        found = {"glance": sorted(look.rows("SELECT * FROM glance"))}
        for table in ("person_words", "moment_words", "event_words"):
            with soundness._vocabulary(look, table) as words:
                found[table] = sorted(words)
    return found


def everything(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """The record and all that is derived from it."""
    return recorded(desk.database) | derived(desk)


__all__ = [
    "NOW", "TODAY", "Kind", "MovingClock", "add_event", "add_moment", "add_person", "add_promise", "days_ago",
    "derived", "everything", "file_desk", "memory_desk", "move_clock", "recorded",
]  # fmt: skip
