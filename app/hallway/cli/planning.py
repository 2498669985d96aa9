"""`hallway plan`, `rhythm` and `pause`: who comes up when, how often to be in touch, and when to rest."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date, timedelta

from hallway.cli.speaking import Verbs, add_json, columns, day_and_distance, day_from, document, say
from hallway.domain.dates import say_day, say_distance
from hallway.domain.plan import Placed
from hallway.domain.rhythm import say_rhythm
from hallway.usecases import people, planning
from hallway.usecases.desk import Desk
from hallway.usecases.planning import NamedPlan


def declare(verbs: Verbs) -> None:
    """The verbs and their words."""
    verb = verbs.add_parser("plan", help="the check-ins of the coming weeks")
    verb.add_argument("--days", type=_horizon, default=planning.HORIZON_DAYS, metavar="N", help="how far ahead")
    add_json(verb)
    verb.set_defaults(run=plan)
    verb = verbs.add_parser("rhythm", help="how often to be in touch with somebody")
    verb.add_argument("person", metavar="PERSON", help="a name, or enough of it")
    verb.add_argument(
        "days", type=_rhythm, metavar="DAYS", help="a number of days; 0 for none, groups to follow the groups"
    )
    verb.set_defaults(run=rhythm)
    verb = verbs.add_parser("pause", help="plan nothing until a day, for everybody or for one person")
    verb.add_argument("until", metavar="UNTIL", help="the last day, in words: in 3 weeks, 15 aug, 2026-08-15")
    verb.add_argument("--from", dest="start", metavar="DAY", default="today", help="the first day (today)")
    verb.add_argument("--person", metavar="NAME", help="for this person alone")
    verb.add_argument("--reason", metavar="WORDS", default="", help="what for")
    verb.set_defaults(run=pause)


def plan(desk: Desk, words: Namespace) -> None:
    """The plan, as a table or as JSON."""
    day = desk.clock.today()
    placed = _within(desk.ask(planning.plan, words.days), day + timedelta(days=words.days))
    if words.json:
        document(_as_json(placed))
        return
    if placed.plan.check_ins:
        rows = ((one.on, _whom(placed, one)) for one in placed.plan.check_ins)
        columns([(say_day(on, day), say_distance(on, day), whom) for on, whom in rows])
    elif placed.names:
        say("Nobody comes up in these days.")
    else:
        say("Nobody has a rhythm yet. Give somebody one: hallway rhythm NAME 60")
    if placed.message:
        say(f"\n{placed.message}")


def rhythm(desk: Desk, words: Namespace) -> None:
    """Set a rhythm and say what comes of it."""
    person_id, name = desk.ask(people.named, words.person)
    desk.do(people.set_rhythm, person_id, words.days)
    person = desk.ask(people.person, person_id)
    say(f"{name}: {say_rhythm(person.rhythm)}.")
    if person.wish_on:
        say(f"The next check-in is wished for {day_and_distance(person.wish_on, desk.clock.today())}.")


def pause(desk: Desk, words: Namespace) -> None:
    """Rest, and say until when."""
    today = desk.clock.today()
    start, end = day_from(words.start, today), day_from(words.until, today)
    person_id, name = desk.ask(people.named, words.person) if words.person else (None, "")
    desk.do(planning.pause, start, end, words.reason, person_id)
    whom = f"with {name} " if name else ""
    say(f"No check-ins {whom}from {say_day(start, today)} to {day_and_distance(end, today)}.")


def _within(placed: NamedPlan, until: date) -> NamedPlan:
    """The plan up to a day; by itself it holds everybody's next check-in, however far."""
    check_ins = tuple(one for one in placed.plan.check_ins if one.on <= until)
    return replace(placed, plan=replace(placed.plan, check_ins=check_ins))


def _whom(placed: NamedPlan, one: Placed) -> str:
    return placed.names[one.person_id] + (" (fixed by you)" if one.fixed else "")


def _horizon(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= planning.LONGEST_DAYS:
        raise ArgumentTypeError(f"choose between 1 and {planning.LONGEST_DAYS} days")
    return int(written)


def _rhythm(written: str) -> int | None:
    if written == "groups":
        return None
    if not written.isdecimal():
        raise ArgumentTypeError(f"{written!r} is not a number of days")
    return int(written)


def _as_json(placed: NamedPlan) -> dict[str, object]:
    return {
        "check_ins": [
            {
                "person": placed.names[one.person_id], "on": one.on.isoformat(),
                "wished_on": one.wished_on.isoformat(), "fixed": one.fixed,
            }
            for one in placed.plan.check_ins
        ],
        "budget_per_week": placed.plan.per_week,
        "asked_per_week": round(placed.plan.asked_per_week, 2),
        "message": placed.message,
    }  # fmt: skip
