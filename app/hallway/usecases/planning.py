"""Rhythms turned into days: the plan of check-ins, and what steers it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple
from weakref import WeakKeyDictionary

from hallway.domain import errors
from hallway.domain.dates import say_day
from hallway.domain.plan import Limits, Pause, Plan, Wish, open_day
from hallway.domain.plan import plan as place
from hallway.store import decisions, planned, settings, several
from hallway.store import planning as store
from hallway.store.database import Database
from hallway.store.work import View, Work

NEXT_ONLY = 0
"""Days to look ahead for whoever asks for next check-ins alone."""

HORIZON_DAYS = 180
LONGEST_DAYS = 731
MOST_A_WEEK = 50


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """The plan, with everybody's name and lasting id."""

    plan: Plan
    names: dict[int, str]
    uids: dict[int, str]
    message: str


class Question(NamedTuple):
    """Everything a plan depends on, but for the days that were told before."""

    wishes: tuple[Wish, ...]
    limits: Limits
    today: date
    until: date
    reached: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A plan that was worked out: at which state of the record, for which question."""

    state: tuple[str, date]
    question: Question
    plan: NamedPlan


_latest: WeakKeyDictionary[Database, dict[int, _Known]] = WeakKeyDictionary()
"""The plans last asked for of each open record, by days: Today, a person's page and the rail look at the same one."""


@dataclass(frozen=True, slots=True)
class NextPlanned:
    """The next check-in of the plan."""

    person: str
    on: date


def plan(look: View, days: int = HORIZON_DAYS) -> NamedPlan:
    """Check-ins on real days, from today over `days` days (at most 24 months); the next of each person in any case."""
    state = (planned.state(look), look.today)
    latest = _latest.setdefault(look.database, {})
    known = latest.get(days)
    if known is None or known.state != state:
        known = latest[days] = _Known(state, *_answer(look, days, known))
    return known.plan


def next_planned(look: View) -> NextPlanned | None:
    """Who comes next, from today on; None when nobody has a rhythm."""
    placed = plan(look, NEXT_ONLY)
    first = next((one for one in placed.plan.check_ins if one.on >= look.today), None)
    return NextPlanned(placed.names[first.person_id], first.on) if first else None


def planned_on(look: View, person_id: int) -> date | None:
    """The day on which the plan puts a person's next check-in, or None."""
    check_ins = plan(look, NEXT_ONLY).plan.check_ins
    return next((one.on for one in check_ins if one.person_id == person_id and one.cycle == 0), None)


def keep(step: Work) -> None:
    """Keep everybody's next day while nothing changes: days stay put from one start to the next, which is quick."""
    if not planned.stands(step):
        planned.keep(step, _next_days(plan(step, NEXT_ONLY).plan), _words(store.limits(step)))


def question(look: View, days: int) -> Question:
    """What is asked of the plan as things stand."""
    until = look.today + timedelta(days=max(NEXT_ONLY, min(days, LONGEST_DAYS)))
    reached = store.reached(look, look.today - timedelta(days=look.today.weekday()))
    return Question(store.wishes(look), store.limits(look), look.today, until, tuple(sorted(reached)))


def named(look: View, placed: Plan) -> NamedPlan:
    """A plan with names and ids."""
    return NamedPlan(placed, store.names(look), store.uids(look), say_fit(placed))


def _answer(look: View, days: int, known: _Known | None) -> tuple[Question, NamedPlan]:
    """What is asked of the plan, and the plan; most steps of the history leave the question as it was."""
    asked = question(look, days)
    placed = known.plan.plan if known is not None and known.question == asked else _place(look, asked, known)
    return asked, named(look, placed)


def _place(look: View, asked: Question, known: _Known | None) -> Plan:
    """Later turns are placed around everybody's next day, and that one, where it can be, as it was told before."""
    wishes, limits, today, until, reached = asked
    if until > today:
        settled = {person_id: on for person_id, on, _ in _next_days(plan(look, NEXT_ONLY).plan)}
        return place(wishes, limits, today=today, until=until, settled=settled, reached=reached)
    wished = {(wish.person_id, wish.wished_on) for wish in wishes}
    told = {person_id: on for person_id, on, wish in _told(look, limits, known) if (person_id, wish) in wished}
    if planned.stands(look):
        return place(wishes, limits, today=today, until=until, settled=told, reached=reached)
    return place(wishes, limits, today=today, until=until, previous=told, reached=reached)


def _told(look: View, limits: Limits, known: _Known | None) -> Iterable[planned.Told]:
    """The days told under these limits: in this session, else in the last one."""
    if known is None:
        return planned.told(look, _words(limits))
    return _next_days(known.plan.plan) if _words(known.question.limits) == _words(limits) else ()


def _next_days(placed: Plan) -> Iterable[planned.Told]:
    return [(one.person_id, one.on, one.wished_on) for one in placed.check_ins if one.cycle == 0]


def _words(limits: Limits) -> str:
    """The limits under which days were told; with others, everybody may get another day."""
    return f"{limits.per_week} a week on {sorted(limits.weekdays)}"


def move(step: Work, person_id: int, by: int) -> None:
    """Fix a person's next check-in on the day to write on after the planned one (`by` 1) or before it (-1).

    Raises `Refused` when the person has none or there is no such day.
    """
    on = planned_on(step, person_id)
    if on is None:
        raise errors.Refused("This person has no check-in to move.", do="Choose a rhythm on their page.")
    day = open_day(store.limits(step), on, by, today=step.today)
    if day is None:
        raise errors.Refused("There is no day to write on before this one." if by < 0 else "There is no later day.")
    decisions.fix_check_in(step, person_id, day)
    step.label = f"{store.names(step)[person_id]}: {say_day(day, step.today)}"


def waiting(look: View) -> int:
    """How many people wait whose day was wished for before today."""
    return sum(wish.wished_on < look.today for wish in question(look, NEXT_ONLY).wishes)


def start_fresh(step: Work) -> None:
    """Spread everybody who waits over the coming weeks, with half of each week left for others.

    Raises `Refused` when nobody waits.
    """
    asked = question(step, NEXT_ONLY)
    waits = [wish for wish in asked.wishes if wish.wished_on < step.today]
    if not waits:
        raise errors.Refused("Nobody waits: there is nothing to spread.")
    limits = replace(asked.limits, per_week=max(1, asked.limits.per_week // 2))
    for one in place(waits, limits, today=step.today, until=step.today, reached=asked.reached).check_ins:
        decisions.fix_check_in(step, one.person_id, one.on)
    people = "1 person" if len(waits) == 1 else f"{len(waits)} people"
    step.label = f"Started fresh: {people} over the coming weeks"


def enough_a_week(placed: Plan) -> int:
    """How many people a week the rhythms would need, at most what a budget can be."""
    return min(ceil(placed.asked_per_week), MOST_A_WEEK)


def say_fit(placed: Plan) -> str:
    """One sentence with numbers when the rhythms ask for more than the budget; else empty."""
    if placed.asked_per_week <= placed.per_week:
        return ""
    return f"Your rhythms come to {placed.asked_per_week:.1f} people a week; you allow {placed.per_week}."


def set_budget(step: Work, per_week: int) -> None:
    """How many people a week. Raises `Refused` outside 1–50."""
    if not 1 <= per_week <= MOST_A_WEEK:
        raise errors.Refused(f"Choose between 1 and {MOST_A_WEEK} people a week.")
    step.label = f"{per_week} people a week"
    settings.set_setting(step, "plan.per_week", per_week)


def set_weekdays(step: Work, weekdays: frozenset[int]) -> None:
    """The days to write on, Monday being 0. Raises `Refused` without any."""
    if not weekdays or not weekdays <= set(range(7)):
        raise errors.Refused("Choose at least one day of the week.")
    step.label = "Changed the days you write on"
    settings.set_setting(step, "plan.weekdays", sorted(weekdays))


def pauses(look: View) -> tuple[tuple[int, int | None, Pause], ...]:
    """Every pause with its id and whose it is (None: everybody's)."""
    return store.pauses(look)


def pause(step: Work, start: date, end: date, reason: str = "", person_id: int | None = None) -> None:
    """Plan nothing on these days. Raises `Refused` when it ends before it starts."""
    if end < start:
        raise errors.Refused("This pause would end before it starts.")
    whom = several.name(step, person_id) if person_id else ""
    what = f"A pause for {whom}" if whom else "Pause" if reason else "A pause"
    step.label = f"{what}: {reason}" if reason else what
    store.add_pause(step, Pause(start, end, reason), person_id)


def end_pause(step: Work, pause_id: int) -> None:
    """End a pause now: one that runs keeps the days that have gone by, one that lies ahead is taken away.

    Raises `NotFound` when it is gone.
    """
    found = store.get_pause(step, pause_id)
    if found is None:
        raise errors.NotFound("This pause is gone already.")
    person_id, rest = found
    step.label = " ".join(("Ended a pause", f"for {several.name(step, person_id)}" if person_id else "")).rstrip()
    if rest.reason:
        step.label = f"{step.label}: {rest.reason}"
    if rest.start < step.today <= rest.end:
        store.shorten_pause(step, pause_id, step.today - timedelta(days=1))
    else:
        store.remove_pause(step, pause_id)
