"""When rhythms ask for more than the week allows: three ways out, each looked at before it is taken."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hallway.domain.plan import Limits, Plan, Wish
from hallway.domain.plan import plan as place
from hallway.domain.rhythm import LONGEST_RHYTHM, longer_preset, say_rhythm
from hallway.store import planning as store
from hallway.store.work import View, Work
from hallway.usecases import planning
from hallway.usecases.planning import HORIZON_DAYS, NamedPlan


class Loosening(NamedTuple):
    """A rhythm that could be longer: who has it now, and what it asks of a week."""

    days: int
    longer: int
    people: int
    per_week: float


class WhatIf(NamedTuple):
    """How the plan would look, and what that changes, in a sentence."""

    plan: NamedPlan
    words: str


def loosenings(look: View) -> tuple[Loosening, ...]:
    """The rhythms in use with the next longer preset of each; what asks most of a week comes first."""
    counts: defaultdict[int, int] = defaultdict(int)
    for wish in planning.question(look, planning.NEXT_ONLY).wishes:
        counts[wish.rhythm_days] += 1
    found = [
        Loosening(days, longer, people, 7 * people / days)
        for days, people in counts.items()
        if days < LONGEST_RHYTHM and (longer := longer_preset(days))
    ]
    return tuple(sorted(found, key=lambda one: (-one.per_week, one.days)))


def with_budget(look: View, per_week: int, days: int = HORIZON_DAYS) -> WhatIf:
    """The plan with so many people a week."""
    asked = planning.question(look, days)
    return _compared(look, asked.wishes, replace(asked.limits, per_week=per_week), days)


def with_longer(look: View, chosen: Loosening, days: int = HORIZON_DAYS) -> WhatIf:
    """The plan with a longer rhythm for everybody who has the chosen one."""
    asked = planning.question(look, days)
    wishes = tuple(_loosened(wish, chosen) if wish.rhythm_days == chosen.days else wish for wish in asked.wishes)
    return _compared(look, wishes, asked.limits, days)


def as_it_is(look: View, days: int = HORIZON_DAYS) -> WhatIf:
    """The plan stretched over as many weeks as it takes, which is what it does by itself."""
    now = planning.plan(look, days)
    away = say_days(_away(now.plan, look.today))
    return WhatIf(now, f"Nobody is left out. On average, check-ins come {away} from the day they are wished for.")


def loosen(step: Work, chosen: Loosening) -> None:
    """Give everybody who has the rhythm the longer one, whether it is their own or their group's."""
    people = "1 person" if chosen.people == 1 else f"{chosen.people} people"
    step.label = f"{_sentence(say_rhythm(chosen.days))} becomes {say_rhythm(chosen.longer)} for {people}"
    store.change_rhythm(step, chosen.days, chosen.longer)


def _compared(look: View, wishes: tuple[Wish, ...], limits: Limits, days: int) -> WhatIf:
    asked = planning.question(look, days)
    now = planning.plan(look, planning.NEXT_ONLY).plan
    then = place(wishes, limits, today=asked.today, until=asked.until, reached=asked.reached)
    return WhatIf(planning.named(look, then), _say_change(now, then, look.today))


def _say_change(now: Plan, then: Plan, today: date) -> str:
    """ "12 earlier and 2 later than now. On average 3 days from the day they are wished for, where it is 5 weeks."."""
    before, after = _next_days(now), _next_days(then)
    earlier = sum(after[person] < on for person, on in before.items() if person in after)
    later = sum(after[person] > on for person, on in before.items() if person in after)
    moves = " and ".join(f"{count} {word}" for count, word in ((earlier, "earlier"), (later, "later")) if count)
    if not moves:
        return "Nobody's next day changes."
    was, away = say_days(_away(now, today)), say_days(_away(then, today))
    here = "" if was == away else f", where it is {was} now"
    return f"{moves} than now. On average {away} from the day they are wished for{here}."


def say_days(days: float) -> str:
    """ "less than a day", "3 days", "5 weeks"."""
    if days < 1:
        return "less than a day"
    count, unit = (round(days), "day") if days < 14 else (round(days / 7), "week")
    return f"{count} {unit}{'' if count == 1 else 's'}"


def _away(placed: Plan, today: date) -> float:
    """How many days next check-ins lie from their wishes on average; a wish that waits counts from today."""
    away = [abs(one.on - max(one.wished_on, today)).days for one in placed.check_ins if not one.cycle and not one.fixed]
    return sum(away) / len(away) if away else 0.0


def _next_days(placed: Plan) -> dict[int, date]:
    return {one.person_id: one.on for one in placed.check_ins if one.cycle == 0}


def _loosened(wish: Wish, chosen: Loosening) -> Wish:
    return replace(wish, rhythm_days=chosen.longer, wished_on=wish.wished_on + timedelta(chosen.longer - chosen.days))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
