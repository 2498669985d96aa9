"""What a user may do between two exports of a calendar: edits drawn at random, for histories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from hallway.domain.events import Event
from hallway.domain.outreach import Meeting, Outreach, State
from hallway.domain.programmes import Session
from hallway.formats.calendar_ics import FORMS
from hallway.usecases import events, outreach, people, planning, promises, sessions
from hallway.usecases.calendars import DETAILS, CalendarChoice
from hallway.usecases.desk import Desk
from tests import acts
from tests.calendar_client import Client
from tests.makers import add_event, add_moment, add_person, add_promise, move_clock

ZONES = ("", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Niue", "America/New_York", "Asia/Kathmandu", "No/Where")

T = TypeVar("T")


@dataclass(slots=True)
class History:
    """One record with one calendar beside it, and what was done so far."""

    random: Random
    desk: Desk
    client: Client
    choice: CalendarChoice
    meanings: dict[str, tuple[str, int]] = field(default_factory=dict)
    last_days: dict[str, date] = field(default_factory=dict)
    most_at_once: Counter[tuple[str, int]] = field(default_factory=Counter)
    done: list[str] = field(default_factory=list)
    exports: int = 0

    def one_of(self, *choices: T) -> T:
        """Any of these."""
        return self.random.choice(choices)

    def somebody(self) -> int:
        """Anybody in the record, put aside or not."""
        return acts.person(self.desk, self.random)

    def day(self, first: int, last: int) -> date:
        """A day so many days from today."""
        return self.desk.clock.today() + timedelta(days=self.random.randint(first, last))


# --- what a user may do ------------------------------------------------------------------------------------


def log(history: History) -> None:
    on = history.one_of(history.day(0, 0), history.day(0, 0), history.day(-40, 0))
    add_moment(history.desk, history.somebody(), on=on, summary=history.one_of(*acts.TEXTS))


def change_rhythm(history: History) -> None:
    history.desk.do(people.set_rhythm, history.somebody(), history.one_of(None, 0, 7, 21, 60, 90, 365))


def pause(history: History) -> None:
    start, whose = history.day(0, 40), history.one_of(None, history.somebody())
    history.desk.do(planning.pause, start, start + timedelta(days=history.one_of(0, 7, 30)), "fieldwork", whose)


def change_budget(history: History) -> None:
    history.desk.do(planning.set_budget, history.one_of(1, 2, 3, 5))


def fix_a_day(history: History) -> None:
    history.desk.do(people.fix_check_in, history.somebody(), history.one_of(None, history.day(0, 90)))


def undo(history: History) -> None:
    for _ in range(history.one_of(1, 1, 4)):
        history.desk.undo()


def redo(history: History) -> None:
    history.desk.redo()


def let_go_or_bring_back(history: History) -> None:
    what = history.one_of(people.let_go, people.archive, people.bring_back, people.bring_back)
    history.desk.do(what, [history.somebody()])


def rename(history: History) -> None:
    history.desk.do(people.change, history.somebody(), "name", history.one_of(*acts.NAMES))


def new_person(history: History) -> None:
    met = history.day(-90, 0).isoformat()
    add_person(history.desk, history.one_of(*acts.NAMES), rhythm_days=history.one_of(21, 60, 90), met_on=met)


def merge(history: History) -> None:
    acts.merge_two(history.desk, history.random)


def promise(history: History) -> None:
    due, text = history.one_of(None, history.day(-3, 30)), history.one_of("send the draft", "ask \\n; a, 山\nsoon")
    add_promise(history.desk, history.somebody(), text, due_on=due)


def settle_promise(history: History) -> None:
    what = history.one_of(promises.keep, promises.let_go, promises.reopen)
    history.desk.do(what, acts.promise(history.desk, history.random))


def new_event(history: History) -> None:
    start, zone = history.day(-2, 60), history.one_of(*ZONES)
    begin, end = history.one_of(("", ""), ("", ""), ("09:00", ""), ("09:00", "17:30"))
    add_event(
        history.desk, "Looms; 2026, Zürich", start_on=start, end_on=start + timedelta(days=history.one_of(0, 0, 2, 9)),
        start_time=begin, end_time=end, time_zone=zone, venue="Hall 3, left", link="https://looms.example/a;b,c",
    )  # fmt: skip


def move_event(history: History) -> None:
    event, by = _event(history), history.day(-12, 30) - history.day(0, 0)
    history.desk.do(events.change, replace(event, start_on=event.start_on + by, end_on=event.end_on + by))


def remove_or_restore_event(history: History) -> None:
    history.desk.do(history.one_of(events.remove, events.bring_back), _event(history).id)


def star_a_session(history: History) -> None:
    """Or write one's own down."""
    event = _event(history)
    there = history.desk.ask(sessions.of_event, event.id)
    if there and history.random.random() < 0.5:
        history.desk.do(sessions.star, history.random.choice(there).id, history.one_of(True, False))
        return
    begin, end = history.one_of(("10:00", "11:00"), ("23:30", ""), ("", ""))
    on = event.start_on + timedelta(days=history.one_of(0, 1))
    new = Session("Old looms: a café talk", on, start_time=begin, end_time=end, room="Aula", mine=True)
    history.desk.do(sessions.add, event.id, new)


def _event(history: History) -> Event:
    return history.desk.ask(events.page_of, acts.event(history.desk, history.random)).event


def arrange_a_talk(history: History) -> None:
    approach = history.desk.do(outreach.reach_out, Outreach(history.somebody(), hope="ask how; and, why")).value
    clock = history.one_of("", "15:00")
    meeting = Meeting(history.day(-1, 40), clock, history.one_of("", "Pacific/Niue"), "Café, left", 45)
    history.desk.do(outreach.schedule, approach, meeting)


def end_a_talk(history: History) -> None:
    """It was, or it will not be, or it is called for again."""
    ids = [id_ for (id_,) in history.desk.database.rows("SELECT id FROM outreach ORDER BY id")]
    if ids:
        to = history.one_of(State.TALKED, State.DECLINED, State.SCHEDULED)
        history.desk.do(outreach.move, history.random.choice(ids), to)


def anything(history: History) -> None:
    """Whatever else there is to do."""
    what = history.one_of(*acts.ACTS)
    history.done.append(f"  {what.__name__}")
    acts.act(history.desk, what, history.random.randrange(2**32))


def let_days_pass(history: History) -> None:
    move_clock(history.desk, history.one_of(1, 1, 3, 8, 30))


def choose(history: History) -> None:
    """How much is told, as events or tasks or both, or with what alarm."""
    style = history.choice.style
    history.choice = history.one_of(
        replace(history.choice, detail=history.one_of(*DETAILS)),
        replace(history.choice, style=replace(style, form=history.one_of(*FORMS))),
        replace(history.choice, style=replace(style, alarm_minutes=history.one_of(None, 540, -900))),
    )


EDITS: tuple[Callable[[History], None], ...] = (
    log, log, log, change_rhythm, pause, change_budget, fix_a_day, undo, undo, redo, let_go_or_bring_back,
    let_go_or_bring_back, rename, new_person, merge, promise, promise, settle_promise, new_event, new_event, move_event,
    remove_or_restore_event, star_a_session, star_a_session, arrange_a_talk, end_a_talk, anything, anything,
    let_days_pass, choose, choose, choose,
)  # fmt: skip
