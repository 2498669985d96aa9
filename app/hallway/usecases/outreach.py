"""Reaching out: from the idea to a talk and what came of it, with a day for each step and no more than one repeat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.clock_words import read_time
from hallway.domain.dates import say_day
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.listing import listed
from hallway.domain.messages import Channel, Purpose
from hallway.domain.outreach import (
    LANES,
    PURPOSES,
    REFERRER_UNTIL,
    STEPS,
    Approach,
    Meeting,
    Outreach,
    State,
    Waiting,
    lane_of,
    moved,
    stands,
    tells_referrer_on,
    waiting,
)
from hallway.domain.people import NewPerson
from hallway.domain.today import NEXT_PERSON, ONCE_MORE, REFERRER, Item
from hallway.store import decisions, interactions, people, questions
from hallway.store import outreach as store
from hallway.store import wishes as wish_store
from hallway.store.outreach import Suggestion
from hallway.store.questions import Answer
from hallway.store.work import View, Work
from hallway.usecases import interview_entries, zones
from hallway.usecases.messages import Wanted

__all__ = ["Answer", "Suggestion"]

LOOKED_UP = 8
"""For so many at once Today knows whom else one could ask; the page of each approach knows it always."""

LABELS = {
    State.IDEA: "Reach out to {}: an idea again", State.DRAFT: "About to ask {}", State.ASKED: "Asked {}",
    State.ANSWERED: "{} answered", State.AGREED: "{} said yes", State.SCHEDULED: "A day with {}",
    State.TALKED: "Talked with {}", State.THANKED: "Thanked {}", State.TOLD: "Told {} what came of it",
    State.NO_ANSWER: "Left {} in peace", State.DECLINED: "{} said no, which is fine",
}  # fmt: skip
"""What a step is called."""


class Stood(NamedTuple):
    """An approach, and how it stands today: what waited long enough rests."""

    one: Outreach
    state: State


class Page(NamedTuple):
    """One approach whole; `others` are suggested while no answer has come."""

    one: Outreach
    state: State
    waiting: Waiting
    answers: tuple[Answer, ...]
    named: tuple[tuple[int, str, str], ...]
    others: tuple[Suggestion, ...]


def everything(look: View) -> tuple[Stood, ...]:
    """Every approach in the order of the board, as it stands today."""
    return tuple(Stood(one, stands(one, look.today)) for one in store.all_of(look))


def page_of(look: View, outreach_id: int) -> Page:
    """One approach with its questions, whom they named, and who else could be asked. Raises `NotFound`."""
    one = store.get(look, outreach_id)
    state, waits = stands(one, look.today), waiting(one, look.today)
    asks_others = waits is not Waiting.NOTHING or state in (State.NO_ANSWER, State.DECLINED)
    others = store.next_people(look, one.person_id) if asks_others else ()
    return Page(one, state, waits, questions.answers(look, one.id), store.named(look, one.id), others)


def message(look: View, one: Outreach, purpose: Purpose) -> Wanted:
    """What is to be written to the person, with what is known of the approach."""
    named = listed([name for _, name, _ in store.named(look, one.id)])
    more = {
        "through": one.through, "reason": _line(one.reason), "hope": _line(one.hope),
        "minutes": str(one.minutes), "asked": one.asked_on.isoformat() if one.asked_on else "",
        "outcome": _line(one.outcome), "they named": named,
    }  # fmt: skip
    channel = Channel.LINKEDIN if one.channel == Channel.LINKEDIN else Channel.MAIL
    return Wanted(purpose, one.person_id, channel=channel, more=more)


def of_person(look: View, person_id: int) -> tuple[Outreach, ...]:
    """Every approach to one person, the newest first."""
    return store.of_person(look, person_id)


def reach_out(step: Work, new: Outreach) -> int:
    """Write down that one would like to talk to somebody; one that is open already stays the one. Returns its id.

    Raises `Refused` for a purpose that is unknown, or when somebody would refer to themselves.
    """
    _check(new)
    name = people.get(step, new.person_id).name
    step.label = f"Reach out to {name}"
    for known in store.of_person(step, new.person_id):
        if known.is_open and known.purpose == new.purpose:
            store.change(step, replace(
                known, reason=known.reason or new.reason, hope=known.hope or new.hope,
                through_id=known.through_id or new.through_id,
            ))  # fmt: skip
            return known.id
    return store.add(step, new)


def reach_out_by_name(step: Work, name: str, new: Outreach) -> int:
    """The same to somebody who is not in the record; they are written down as not yet met."""
    if not name.strip():
        raise errors.Refused("A name is needed.")
    person_id = people.add(step, NewPerson(name.strip(), known=False))
    return reach_out(step, replace(new, person_id=person_id))


def reach_out_for_wish(step: Work, wish_id: int) -> int:
    """Go about a wish to meet somebody: its reason, who could introduce and its questions come along."""
    wish = wish_store.get(step, wish_id)
    outreach_id = reach_out(step, Outreach(wish.person_id, reason=wish.reason, through_id=wish.through_id))
    there = {answer.question for answer in questions.answers(step, outreach_id)}
    questions.add_answers(step, outreach_id, [one for one in wish.questions if one not in there])
    return outreach_id


def change_plan(step: Work, one: Outreach) -> int:
    """Change why, what for, how, and through whom; how far it is stays. Returns its id.

    Raises `Refused` for what makes no sense.
    """
    _check(one)
    known = store.get(step, one.id)
    step.label = f"Changed the plan with {known.person}"
    store.change(step, replace(
        known, purpose=one.purpose, channel=one.channel, reason=one.reason.strip(), hope=one.hope.strip(),
        outcome=one.outcome.strip(), through_id=one.through_id,
    ))  # fmt: skip
    return one.id


def move(step: Work, outreach_id: int, to: State, words: str = "") -> None:
    """Bring an approach to another state; the talk, the thanks and words that were written to them are logged, and no
    more when one goes back.

    Raises `Refused` where no answer could have come, because nobody was asked.
    """
    one = store.get(step, outreach_id)
    if to is State.NO_ANSWER and one.asked_on is None:
        raise errors.Refused(f"{one.person} has not been asked yet.")
    on = _talk_day(one, step.today) if to is State.TALKED else step.today
    after = moved(one, to, on)
    if _comes_after(State.TALKED, to):
        after = interview_entries.taken_back(step, after)
    store.change(step, after)
    if to is State.TALKED and after.interaction_id is None:
        interview_entries.log_talk(step, after)
    if to is State.THANKED:
        _log_thanks(step, after, words)
    elif words.strip():
        _log_words(step, one, words)
    step.label = LABELS[to].format(one.person)


def move_to_lane(step: Work, outreach_id: int, lane: int, before: int = 0) -> None:
    """Bring a card to a lane of the board, and to a place in it: before another card, or (0) to the end."""
    one = store.get(step, outreach_id)
    if lane_of(stands(one, step.today)) != lane:
        move(step, outreach_id, LANES[lane][0])
    else:
        step.label = f"Moved {one.person} on the board"
    others = [other.id for other in store.all_of(step)
              if other.id != outreach_id and lane_of(stands(other, step.today)) == lane]  # fmt: skip
    at = others.index(before) if before in others else len(others)
    store.put_in_order(step, [*others[:at], outreach_id, *others[at:]])


def write_once_more(step: Work, outreach_id: int, words: str = "") -> None:
    """They were written to once more. Raises `Refused` for a second time, or before anything was asked."""
    one = store.get(step, outreach_id)
    if one.repeated_on is not None:
        raise errors.Refused(f"{one.person} was written to twice. It rests now; a no is fine, too.")
    if one.asked_on is None or one.state is not State.ASKED:
        raise errors.Refused(f"{one.person} is not asked for an answer now.")
    store.change(step, replace(one, repeated_on=step.today))
    if words.strip():
        _log_words(step, one, words)
    step.label = f"Wrote to {one.person} once more"


def schedule(step: Work, outreach_id: int, meeting: Meeting) -> None:
    """Keep when and where they talk. Raises `Refused` for a time or zone that is none."""
    one = store.get(step, outreach_id)
    at_time = read_time(meeting.time)
    if at_time is None:
        raise errors.Refused("This does not read as a time of day.", do="Write it like 15:00.")
    if not 5 <= meeting.minutes <= 240:
        raise errors.Refused("A talk takes from five minutes to four hours.")
    zone = zones.checked(meeting.zone) if meeting.zone.strip() else ""
    after = one if _comes_after(one.state, State.SCHEDULED) else moved(one, State.SCHEDULED, step.today)
    store.change(step, replace(
        after, meet_on=meeting.on, meet_time=at_time, meet_zone=zone, meet_place=meeting.place.strip(),
        minutes=meeting.minutes,
    ))  # fmt: skip
    when = say_day(meeting.on, step.today) + (f" at {at_time}" if at_time else "")
    step.label = f"Talk with {one.person} on {when}"


def tell_referrer(step: Work, outreach_id: int, words: str = "") -> None:
    """Whoever referred the user was told how it went; it is logged with them."""
    one = store.get(step, outreach_id)
    if one.through_id is None:
        raise errors.Refused("Nobody is written down who referred you.")
    store.change(step, replace(one, referrer_told_on=step.today))
    told = words.strip() or f"Told how the talk with {one.person} went."
    whom = (Participant(one.through_id),)
    interactions.add(step, NewInteraction(step.today, whom, Kind.MESSAGE, told, direction="out"))
    step.label = f"Told {one.through} how it went"


def told_after(step: Work, interaction_id: int) -> None:
    """They heard what came of the talk that was logged so."""
    one = store.about(step, interaction_id)
    if one is not None and one.state in (State.TALKED, State.THANKED):
        store.change(step, moved(one, State.TOLD, step.today))


def remove(step: Work, outreach_id: int) -> None:
    """Take an approach off the board; the person stays."""
    one = store.get(step, outreach_id)
    step.label = f"Not needed: reach out to {one.person}"
    store.remove(step, outreach_id)


# --- Today ------------------------------------------------------------------------------------------------


def for_today(look: View) -> tuple[Approach, ...]:
    """What may ask for something today, with what belongs to it."""
    asking = [one for one in store.under_way(look) if _may_ask(one, look.today)]
    return tuple(_approach(look, one, with_others=at < LOOKED_UP) for at, one in enumerate(asking))


def done_today(step: Work, item: Item, words: str = "") -> None:
    """An item of Today about an approach was done."""
    one = store.get(step, item.subject_id)
    if item.kind == ONCE_MORE:
        write_once_more(step, one.id, words)
    elif item.kind == REFERRER:
        tell_referrer(step, one.id, words)
    else:
        decisions.decide(step, item.kind, one.id, None)
        looked = "Looked for somebody besides {}" if item.kind == NEXT_PERSON else "Got ready for the talk with {}"
        step.label = looked.format(one.person)


def not_needed_today(step: Work, item: Item) -> None:
    """It is left out: without another line to them, it rests."""
    if item.kind == ONCE_MORE:
        move(step, item.subject_id, State.NO_ANSWER)
    else:
        decisions.decide(step, item.kind, item.subject_id, None)


def _may_ask(one: Outreach, today: date) -> bool:
    if one.state is State.SCHEDULED:
        return one.meet_on is not None and 0 <= (one.meet_on - today).days <= 1
    tell_on = tells_referrer_on(one)
    told = tell_on is not None and one.talked_on is not None and tell_on <= today <= one.talked_on + REFERRER_UNTIL
    return told or waiting(one, today) in (Waiting.NEXT_PERSON, Waiting.ONCE_MORE)


def _approach(look: View, one: Outreach, *, with_others: bool) -> Approach:
    if one.state is State.SCHEDULED:
        return Approach(one, tuple(answer.question for answer in questions.answers(look, one.id)))
    if one.state is State.ASKED:
        look_up = with_others and waiting(one, look.today) is Waiting.NEXT_PERSON
        found = store.next_people(look, one.person_id, 3) if look_up else ()
        return Approach(one, others=tuple((other.person, why_ask(other)) for other in found))
    standing = look.value("SELECT standing FROM person WHERE id = ?", one.through_id)
    return Approach(one, referrer=standing == "active")


def why_ask(other: Suggestion) -> str:
    """Why somebody else could be asked: "Works at Stratus Analytics, too", "Interested in shade, too"."""
    if other.organisation:
        return f"Works at {other.organisation}, too"
    return f"Interested in {' and '.join(other.topics[:2])}, too"


def _log_words(step: Work, one: Outreach, words: str) -> None:
    whom = (Participant(one.person_id),)
    interactions.add(step, NewInteraction(step.today, whom, Kind.MESSAGE, words.strip(), direction="out"))


def _line(text: str) -> str:
    """The first line."""
    return next(iter(text.strip().splitlines()), "")


def _log_thanks(step: Work, one: Outreach, words: str) -> None:
    """Logged unless it was already, however it came to it."""
    since = (one.talked_on or step.today).isoformat()
    thanked = step.value(
        """SELECT 1 FROM participant x JOIN interaction i ON i.id = x.interaction_id
            WHERE x.person_id = ? AND i.kind = ? AND i.on_day >= ? LIMIT 1""",
        one.person_id, Kind.THANK_YOU, since,
    )  # fmt: skip
    if thanked is None:
        whom = (Participant(one.person_id),)
        thanks = NewInteraction(step.today, whom, Kind.THANK_YOU, words.strip(), direction="out")
        interactions.add(step, thanks)


def _talk_day(one: Outreach, today: date) -> date:
    return one.meet_on if one.meet_on is not None and one.meet_on <= today else today


def _comes_after(one: State, other: State) -> bool:
    """Whether a state lies beyond another one; what is at rest lies nowhere."""
    return one in STEPS and other in STEPS and STEPS.index(one) > STEPS.index(other)


def _check(one: Outreach) -> None:
    if one.purpose not in PURPOSES:
        raise errors.Refused(f"There is no purpose called {one.purpose}.")
    if one.through_id == one.person_id:
        raise errors.Refused("Nobody can refer you to themselves.")
