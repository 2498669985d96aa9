"""Random histories of edits and exports, each file imported by a calendar program that forgives nothing."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random

from hallway.domain import errors
from hallway.domain.records import HAPPENING
from hallway.formats.calendar_ics import task_uid
from hallway.usecases import calendars
from hallway.usecases.calendars import FULL, NAMES, CalendarChoice, Export
from tests.calendar_client import Client
from tests.calendar_edits import EDITS, History, let_days_pass, new_person
from tests.calendar_shown import shown_as
from tests.makers import memory_desk
from tests.radicale_here import Collection

ROUNDS = 10


def live(seed: int, folder: Path) -> History:
    """One whole history; raises AssertionError with its seed and all that was done when a file is wrong."""
    random, desk = Random(seed), memory_desk()
    history = History(random, desk, Client(Collection(folder)), CalendarChoice(days=random.choice([60, 120, 180])))
    try:
        for _ in range(random.randint(2, 5)):
            new_person(history)
        export(history)
        for _ in range(ROUNDS):
            if random.random() < 0.4:
                edit(history, let_days_pass)
            for _ in range(random.randint(1, 3)):
                edit(history, random.choice(EDITS))
            export(history)
        check_no_uid_is_wasted(history)
    except AssertionError as error:
        done = "\n".join(history.done)
        raise AssertionError(f"seed {seed}: {error}\nafter\n{done}") from error
    finally:
        desk.database.close_thread()
    return history


def edit(history: History, what: Callable[[History], None]) -> None:
    """Do one thing; what makes no sense just then is refused and changes nothing."""
    history.done.append(what.__name__)
    with suppress(errors.Refused):
        what(history)


def export(history: History) -> None:
    """Write the file, import it, and compare the calendar with the plan."""
    desk, choice = history.desk, history.choice
    made = desk.ask(calendars.prepare, choice, desk.clock.now())
    desk.do(calendars.remember, made, choice)
    history.exports += 1
    history.done.append(f"export {desk.clock.today()} {choice.detail} {choice.style.form} {choice.style.alarm_minutes}")
    check_meanings(history, made)
    history.client.take_in(made.data)
    held = history.client.holds()
    planned = desk.ask(calendars.preview, choice)
    wanted = dict(shown for entry in planned for shown in shown_as(entry, choice.style))
    assert {uid: held.get(uid) for uid in wanted} == wanted
    history.last_days |= {entry.uid: _day(entry.end or entry.start) for entry in planned}
    for uid in held.keys() - wanted.keys():
        kind, _ = history.meanings[uid]
        took_place = kind in HAPPENING and history.last_days[uid] < desk.clock.today()
        assert took_place, f"left in the calendar: {uid} {held[uid]}"


def check_meanings(history: History, made: Export) -> None:
    """Each UID stands for the same row of the record as ever, and where titles tell, it is what the title tells."""
    rows = history.desk.database.rows(
        """SELECT uid, 'check-in', id, name FROM person UNION ALL SELECT uid, 'promise', id, text FROM promise UNION ALL
           SELECT uid, 'event', id, title FROM event UNION ALL SELECT uid, 'session', id, title FROM session UNION ALL
           SELECT o.uid, 'interview', o.id, p.name FROM outreach o JOIN person p ON p.id = o.person_id UNION ALL
           SELECT uid || '-deadline', 'deadline', id, title FROM opportunity UNION ALL
           SELECT uid || '-next', 'deadline', id, title FROM project UNION ALL
           SELECT l.uid || '-letter-' || a.id, 'deadline', a.id, a.name
             FROM addressee a JOIN letter l ON l.id = a.letter_id UNION ALL
           SELECT o.uid || '-meeting-' || m.id, 'deadline', m.id, o.name
             FROM membership m JOIN organisation o ON o.id = m.organisation_id"""
    )
    subjects = {uid: (kind, id_, words) for uid, kind, id_, words in rows}
    for entry in made.entries:
        kind, id_, words = subjects[entry.uid.removesuffix("@hallway").partition("-check-in-")[0]]
        assert kind == entry.kind, entry
        assert history.choice.detail not in (NAMES, FULL) or words in entry.title, entry
        for uid in (entry.uid, task_uid(entry.uid)):
            assert history.meanings.setdefault(uid, (kind, id_)) == (kind, id_), f"another meaning: {entry}"
    history.most_at_once |= Counter(history.meanings[entry.uid] for entry in made.entries)


def check_no_uid_is_wasted(history: History) -> None:
    """What moves keeps its UID: nothing was ever given more of them than it had entries at one time."""
    given = Counter(meaning for uid, meaning in history.meanings.items() if not uid.endswith("-task@hallway"))
    assert given == history.most_at_once


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


# --- many of them ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """What many histories came to."""

    histories: int = 0
    exports: int = 0
    put: int = 0
    removed: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    seconds: float = 0

    def __str__(self) -> str:
        edits = self.edits.total()
        return f"{edits:,} edits, {self.exports:,} exports, {self.put:,} entries put, {self.removed:,} cancelled"


def many(seeds: Iterable[int], folder: Path) -> Tally:
    """Live through a history for each seed."""
    tally, began = Tally(), time.perf_counter()
    for seed in seeds:
        history = live(seed, folder / str(seed))
        tally.histories += 1
        tally.exports += history.exports
        tally.put += history.client.put
        tally.removed += history.client.removed
        tally.edits.update(word for word in history.done if not word.startswith((" ", "export ")))
    tally.seconds = time.perf_counter() - began
    return tally
