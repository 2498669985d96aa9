"""Today: a few small things with a reason, and what one can do with each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.interactions import Interaction, Kind, NewInteraction, Participant
from hallway.domain.outreach import Approach
from hallway.domain.today import (
    CHECK_IN,
    CONGRATULATE,
    DEADLINE,
    FOLLOW_UP,
    INFORM,
    INTRODUCER,
    LOOK_THROUGH,
    MEETING,
    NEXT_ASK,
    NEXT_PERSON,
    ONCE_MORE,
    PROJECT_STEP,
    REFERRER,
    STEP,
    TALK_TODAY,
    TALK_TOMORROW,
    THANKS,
    TO_MEET,
    CheckInDue,
    DoorDue,
    Gathering,
    Item,
    News,
    Noticed,
    Situation,
    items,
)
from hallway.store import aftermath, decisions, glances, noticed, planned, settings
from hallway.store import events as event_store
from hallway.store import interactions as interaction_store
from hallway.store import promises as promise_store
from hallway.store.interactions import TimelineFilter
from hallway.store.work import View, Work

WORDS_SENT = {
    CHECK_IN: (Kind.CHECK_IN, "Said hello to {}"), THANKS: (Kind.THANK_YOU, "Thanked {}"),
    FOLLOW_UP: (Kind.MESSAGE, "Wrote to {}"), CONGRATULATE: (Kind.CONGRATULATION, "Congratulated {}"),
    INFORM: (Kind.MESSAGE, "Told {} what came of it"),
}  # fmt: skip
"""What is logged when a message was all there was to do, and what the step is called."""


LOOKED_AT = {TO_MEET: "Got ready for {}", LOOK_THROUGH: "Looked through whom you met: {}"}
"""Things about an event: nothing is logged, and what the step is called."""

ABOUT_OUTREACH = frozenset({NEXT_PERSON, ONCE_MORE, REFERRER, TALK_TODAY, TALK_TOMORROW})
"""Things about an approach to somebody; their subject is the approach."""

ABOUT_LETTERS = frozenset(
    {"choose who writes", "ask for a letter", "send the materials", "remind gently", "thank for a letter",
     "tell how it went"}
)  # fmt: skip
ABOUT_DOORS = ABOUT_LETTERS | {DEADLINE, STEP, PROJECT_STEP, MEETING}
"""Things about a letter, an opportunity, a project or a group of one's own; see `today_doors`."""

ABOUT_REACHING = frozenset({INTRODUCER, NEXT_ASK})
"""Things about an introduction or the mentor map; see `today_reaching`."""

MAY_BE_DUE = """
    SELECT EXISTS (SELECT 1 FROM letter WHERE closed_on IS NULL)
        OR EXISTS (SELECT 1 FROM opportunity_step WHERE done_on IS NULL AND due_on <= ?1)
        OR EXISTS (SELECT 1 FROM project WHERE next_on <= ?1)
        OR EXISTS (SELECT 1 FROM membership WHERE next_on BETWEEN ?1 AND ?2)
        OR EXISTS (SELECT 1 FROM opportunity WHERE deadline BETWEEN ?1 AND ?2)"""
"""Whether a letter, a step, a meeting or a deadline may be for a day; a week is looked ahead."""

EVENING = 17
"""The hour from which the day is looked back on."""


class TodayPage(NamedTuple):
    """What the page shows: `items` at most as many as the user set, `more` the rest.

    `away_days` is how long ago the last step was, 0 without any.
    """

    items: tuple[Item, ...]
    more: tuple[Item, ...]
    done: tuple[Interaction, ...]
    goal: int
    reached: tuple[tuple[int, str], ...]
    coming: tuple[Event, ...]
    first_name: str
    away_days: int = 0


def page(look: View, hour: int = 0) -> TodayPage:
    """Everything the Today page shows at once; `hour` is that of the day's clock."""
    found = due(look, hour)
    at_most = settings.setting(look, "today.at_most")
    monday = look.today - timedelta(days=look.today.weekday())
    recent = interaction_store.timeline(look, TimelineFilter(up_to=look.today), 12)
    return TodayPage(
        items=found[:at_most],
        more=found[at_most:],
        done=tuple(one for one in recent if one.on >= monday),
        goal=settings.setting(look, "week.goal"),
        reached=interaction_store.people_reached(look, monday),
        coming=event_store.coming(look, 3),
        first_name=settings.profile(look)["name"].split(" ")[0],
        away_days=glances.days_away(look),
    )


def nobody_yet(look: View) -> bool:
    """Whether the record has no people to show anything about."""
    return glances.count(look) == 0


def count(look: View, hour: int = 0) -> int:
    """How many things the page shows at once: never more than the day's cap."""
    at_most: int = settings.setting(look, "today.at_most")
    return min(len(due(look, hour)), at_most)


def due(look: View, hour: int = 0) -> tuple[Item, ...]:
    """All items of the day at an hour, in order."""
    return items(
        Situation(
            today=look.today,
            thanks=_thanks(look),
            met=noticed.just_met(look),
            followed_up=noticed.followed_up_today(look),
            achievements=noticed.to_congratulate(look),
            advice=noticed.advice_given(look),
            to_meet=noticed.to_meet(look),
            just_met=_just_met(look),
            doors=(*_doors(look), *_next_asks(look)),
            news=_news(look),
            approaches=_approaches(look),
            evening=hour >= EVENING,
            check_ins=tuple(_check_ins(look)),
            promises=promise_store.open_ones(look),
            decisions=decisions.decisions(look),
            user=settings.profile(look)["name"],
        )
    )


def evening(look: View, hour: int = EVENING) -> str:
    """One calm sentence about what today holds, for a notification; empty when nothing waits.

    It names nobody: a notification is seen by whoever looks at the screen.
    """
    waiting = count(look, hour)
    if not waiting:
        return ""
    return "One small thing for today, if you like." if waiting == 1 else f"{waiting} small things, if you like."


def addresses(look: View, item: Item) -> tuple[str, ...]:
    """Where the person of an item can be written to."""
    return glances.addresses(look, item.person_id)


def plan_stands(look: View) -> bool:
    """Whether the plan that was kept still holds, so that nothing need be worked out."""
    return planned.stands(look)


def done(step: Work, item: Item, words: str = "") -> None:
    """The thing was done: logs it with the right kind and closes the promise."""
    if item.kind in WORDS_SENT:
        kind, label = WORDS_SENT[item.kind]
        if item.kind == CONGRATULATE:
            from hallway.usecases import achievements

            achievements.congratulated_on_all(step, item.person_id)
        _log(step, item, kind, words)
        if item.kind == INFORM:
            from hallway.usecases import outreach

            outreach.told_after(step, item.subject_id)
        step.label = label.format(item.person)
        return
    if item.kind in ABOUT_OUTREACH:
        from hallway.usecases import outreach

        outreach.done_today(step, item, words)
        return
    if item.kind in ABOUT_DOORS:
        from hallway.usecases import today_doors

        today_doors.done(step, item, words)
        return
    if item.kind in ABOUT_REACHING:
        from hallway.usecases import today_reaching

        today_reaching.done(step, item, words)
        return
    if item.kind in LOOKED_AT:
        decisions.decide(step, item.kind, item.subject_id, None)
        step.label = LOOKED_AT[item.kind].format(item.person)
        return
    promise = promise_store.get(step, item.subject_id)
    if promise.by_me:
        promise_store.close(step, promise.id, "kept")
        _log(step, item, Kind.MESSAGE, words or promise.text)
        step.label = f"Done: {promise.text}"
    else:
        decisions.decide(step, item.kind, item.subject_id, None)
        _log(step, item, Kind.MESSAGE, words or f"Asked about: {promise.text}")
        step.label = f"Asked {item.person}"


def another_day(step: Work, item: Item, on: date) -> None:
    """Put it off. Raises `Refused` for a day that is not to come."""
    if on <= step.today:
        raise errors.Refused("Choose a day after today.")
    if item.kind == CHECK_IN:
        decisions.fix_check_in(step, item.person_id, on)
    else:
        decisions.decide(step, item.kind, item.subject_id, on)
    step.label = f"Another day: {item.title}"


def not_needed(step: Work, item: Item) -> None:
    """Leave it out: a promise is let go, a check-in waits for the next turn of the rhythm, if there is one."""
    if item.kind == CHECK_IN:
        rhythm = glances.rhythm(step, item.person_id)
        on = step.today + timedelta(days=rhythm) if rhythm else None
        decisions.fix_check_in(step, item.person_id, on)
    elif item.kind in ABOUT_OUTREACH:
        from hallway.usecases import outreach

        outreach.not_needed_today(step, item)
    elif item.kind in ABOUT_REACHING:
        from hallway.usecases import today_reaching

        today_reaching.not_needed(step, item)
    elif item.kind in WORDS_SENT or item.kind in LOOKED_AT or item.kind in ABOUT_DOORS:
        decisions.decide(step, item.kind, item.subject_id, None)
    else:
        promise_store.close(step, item.subject_id, "let go")
    step.label = f"Not needed: {item.title}"


def _log(step: Work, item: Item, kind: Kind, words: str) -> None:
    people = (Participant(item.person_id),)
    interaction_store.add(step, NewInteraction(step.today, people, kind, words.strip(), direction="out"))


def _thanks(look: View) -> tuple[Noticed, ...]:
    """Moments to give thanks for, and favours; a favour has its number below zero, for moments have those above."""
    found = noticed.to_thank(look)
    if look.value("SELECT 1 FROM favour WHERE direction = 'received' LIMIT 1") is None:
        return found
    from hallway.domain.sharing import THANKED_FOR
    from hallway.usecases import sharing

    thanked = {one.person_id for one in found}
    return found + tuple(
        Noticed(-one.id, one.person_id, one.person, one.on, THANKED_FOR[one.kind])
        for one in sharing.to_thank(look) if one.on is not None and one.person_id not in thanked
    )  # fmt: skip


def _doors(look: View) -> tuple[DoorDue, ...]:
    """Letters and opportunities, whose code is brought in only where one of them may be for today."""
    if not look.value(MAY_BE_DUE, look.today.isoformat(), (look.today + timedelta(days=7)).isoformat()):
        return ()
    from hallway.usecases import today_doors

    return today_doors.due(look)


def _next_asks(look: View) -> tuple[DoorDue, ...]:
    """What one chose to ask next, where a day has come."""
    if look.value("SELECT 1 FROM need WHERE next_on <= ? LIMIT 1", look.today.isoformat()) is None:
        return ()
    from hallway.usecases import mentors

    return mentors.for_today(look)


def _news(look: View) -> tuple[News, ...]:
    """Talks of which whoever introduced the user may hear."""
    if look.value("SELECT 1 FROM introduction WHERE introduced_on IS NOT NULL LIMIT 1") is None:
        return ()
    from hallway.usecases import today_reaching

    return today_reaching.news(look)


def _just_met(look: View) -> tuple[Gathering, ...]:
    """Whom one met today and has not looked through, by event."""
    by_event: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for one in aftermath.to_look_through(look):
        if one.event_id and one.on == look.today:
            by_event.setdefault((one.event_id, one.event), []).append((one.person, _line(one.words)))
    return tuple(Gathering(*event, look.today, tuple(met)) for event, met in by_event.items())


def _approaches(look: View) -> tuple[Approach, ...]:
    """What is under way with somebody; without any, nothing is brought in for it."""
    if look.value("SELECT 1 FROM outreach LIMIT 1") is None:
        return ()
    from hallway.usecases import outreach

    return outreach.for_today(look)


def _line(words: str) -> str:
    return words.strip().partition("\n")[0]


def _check_ins(look: View) -> list[CheckInDue]:
    if planned.stands(look):
        due = planned.up_to(look, look.today)
    else:
        from hallway.usecases import planning  # a plan that stands need not be worked out

        placed = planning.plan(look, planning.NEXT_ONLY)
        due = tuple(
            (one.person_id, placed.names[one.person_id], one.on)
            for one in placed.plan.check_ins
            if one.on <= look.today
        )
    return [_with_memory(look, *one) for one in due]


def _with_memory(look: View, person_id: int, name: str, on: date) -> CheckInDue:
    last = interaction_store.last_with(look, person_id)
    how, event = look.row(
        "SELECT met_how, (SELECT title FROM event WHERE id = met_event_id) FROM person WHERE id = ?", person_id
    ) or ("", "")
    met = f"You met at {event}" if event else (how or "").strip().rstrip(".")
    if last is None:
        return CheckInDue(person_id, name, on, met=met)
    return CheckInDue(person_id, name, on, last.on, last.summary, met)
