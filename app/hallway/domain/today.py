"""What deserves attention today, and why: a pure function of the record and the user's decisions.

Each kind of item is one entry in `MAKERS`; a later kind is added there and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from hallway.domain.dates import say_day
from hallway.domain.interactions import Promise
from hallway.domain.letters import Next as Letter
from hallway.domain.listing import listed
from hallway.domain.outreach import (
    AGAIN_AFTER,
    NEXT_PERSON_AFTER,
    REFERRER_UNTIL,
    Approach,
    State,
    Waiting,
    after_working_days,
    tells_referrer_on,
    waiting,
)

CHECK_IN, PROMISE, THEIR_PROMISE = "check-in", "promise", "they promised"
THANKS, FOLLOW_UP, CONGRATULATE = "thank-you", "follow-up", "congratulate"
INFORM, TO_MEET, LOOK_THROUGH = "keep informed", "people to meet", "look through"
TALK_TOMORROW, TALK_TODAY = "interview tomorrow", "interview today"
NEXT_PERSON, ONCE_MORE, REFERRER = "outreach, no answer", "outreach, once more", "tell the referrer"
DEADLINE, STEP, PROJECT_STEP = "deadline", "small step", "project step"
MEETING = "group meeting"
INTRODUCER, NEXT_ASK = "tell who introduced you", "next ask"
WRITTEN = frozenset(
    {CHECK_IN, FOLLOW_UP, CONGRATULATE, INFORM, THANKS, ONCE_MORE, REFERRER, INTRODUCER}
    | {Letter.ASK.value, Letter.THANK.value, Letter.TELL.value}
)
"""Items that are a message to somebody, for which there are words to start from."""
PATIENCE_WITH_MYSELF = timedelta(days=3)
PATIENCE_WITH_THEM = timedelta(days=14)
THANKS_AFTER, THANKS_LATE_AFTER, THANKS_UNTIL = timedelta(days=1), timedelta(days=3), timedelta(days=30)
FOLLOW_UP_AFTER, FOLLOW_UP_UNTIL, FOLLOW_UPS_A_DAY = timedelta(days=1), timedelta(days=5), 2
CONGRATULATE_UNTIL = timedelta(days=30)
INFORM_AFTER, INFORM_UNTIL = timedelta(days=120), timedelta(days=180)
TO_MEET_FROM = timedelta(days=7)
MOST_NAMES = 3

SENDING = re.compile(r"send (?:(?:her|him|them|you) )?(?!(?:.* )?(?:to|her|him|them)\b)(.+)", re.IGNORECASE)
"""A promise to send something to the person it was made to."""

DOING = frozenset("ask call connect find forward introduce invite look put read reply send share tell write".split())
"""Verbs that promises begin with; any other first word may be a name, which keeps its capital."""


@dataclass(frozen=True, slots=True)
class Item:
    """One small thing to do: who, why (a whole sentence), and a first draft to edit.

    One about an event has its id in `event_id`, its title as `person`, and no `person_id`; a small step has the id of
    what it is a step of in `about_id`.
    """

    kind: str
    subject_id: int
    person_id: int
    person: str
    due_on: date
    title: str
    why: str
    draft: str
    event_id: int = 0
    about_id: int = 0


@dataclass(frozen=True, slots=True)
class CheckInDue:
    """A check-in that the plan puts on a day up to today, with what is remembered of the last time.

    `last_on` and `last_words` tell of the last conversation; `met` says how they met, in words; both may be empty.
    """

    person_id: int
    person: str
    on: date
    last_on: date | None = None
    last_words: str = ""
    met: str = ""


class Noticed(NamedTuple):
    """Something that asks for a word: a talk to give thanks for, somebody met, an achievement.

    `subject_id` is what it is about (the entry, the person, the achievement), `what` its words, as they would stand in
    a sentence: "the interview", "CityClim 2026", "Professor at Uni Lund". `talk` is what they spoke about there.
    """

    subject_id: int
    person_id: int
    person: str
    on: date
    what: str
    words: str = ""
    talk: str = ""


class News(NamedTuple):
    """A talk of which whoever led the user to the person may hear, from a day on; `subject_id` is the introduction."""

    subject_id: int
    through_id: int
    through: str
    person: str
    talked_on: date
    due_on: date


class Gathering(NamedTuple):
    """People whom an event brings: those one wants to meet there, or those one met; each with words to remember."""

    event_id: int
    event: str
    on: date
    people: tuple[tuple[str, str], ...]


class DoorDue(NamedTuple):
    """Something about a letter or an opportunity that is for today, in the words it is shown with.

    `draft` begins after the greeting; `about_id` is that of the opportunity of a small step.
    """

    kind: str
    subject_id: int
    person_id: int
    person: str
    on: date
    title: str
    why: str
    draft: str
    about_id: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything Today is derived from; `followed_up` counts those of today. `evening` is when the day is looked back
    on."""

    today: date
    thanks: tuple[Noticed, ...] = ()
    met: tuple[Noticed, ...] = ()
    followed_up: int = 0
    achievements: tuple[Noticed, ...] = ()
    advice: tuple[Noticed, ...] = ()
    to_meet: tuple[Gathering, ...] = ()
    just_met: tuple[Gathering, ...] = ()
    approaches: tuple[Approach, ...] = ()
    news: tuple[News, ...] = ()
    doors: tuple[DoorDue, ...] = ()
    evening: bool = False
    check_ins: tuple[CheckInDue, ...] = ()
    promises: tuple[Promise, ...] = ()
    decisions: Mapping[tuple[str, int], date | None] = field(default_factory=dict)
    user: str = ""


def items(situation: Situation) -> tuple[Item, ...]:
    """All items in the order of the page; how many are shown at once is the page's choice."""
    found = [item for make in MAKERS for item in make(situation)]
    shown = [item for item in found if not _put_off(item, situation)]
    written_to = {item.person_id for item in shown if item.kind not in (CHECK_IN, THEIR_PROMISE)}
    # Whoever is written to anyway needs no check-in on top.
    return tuple(item for item in shown if item.kind != CHECK_IN or item.person_id not in written_to)


def thank_yous(situation: Situation) -> Iterable[Item]:
    """From the day after; after three days in words for late thanks."""
    for one in situation.thanks:
        since = situation.today - one.on
        if THANKS_AFTER <= since <= THANKS_UNTIL:
            when = say_when(one.on, situation.today)
            late = since > THANKS_LATE_AFTER
            thanks = (
                f"I have been meaning to thank you for {one.what} {when}"
                if late
                else f"thank you very much for {one.what} {when}"
            )
            draft = f"Dear {_first(one.person)},\n\n{thanks}.{_what_helped(one.words)}\n"
            why = f"{_sentence(one.what)} was {when}{'; thanks are welcome at any time' if late else ''}."
            yield _noticed(THANKS, one, f"Thank {one.person}", why, draft)


def follow_ups(situation: Situation) -> Iterable[Item]:
    """Whom one met at an event, one to five days after, at most two a day."""
    near = [one for one in situation.met if FOLLOW_UP_AFTER <= situation.today - one.on <= FOLLOW_UP_UNTIL]
    waiting = [one for one in near if (FOLLOW_UP, one.subject_id) not in situation.decisions]
    for one in waiting[: max(0, FOLLOW_UPS_A_DAY - situation.followed_up)]:
        words = _clip(one.words)
        why = f"You met at {one.what} {say_when(one.on, situation.today)}.{words and f' {words}.'}"
        talk = f" Your talk, “{_clip(one.talk)}”, stays with me." if one.talk else ""
        draft = f"Dear {_first(one.person)},\n\nit was good to meet you at {one.what}.{talk}\n"
        yield _noticed(FOLLOW_UP, one, f"Write to {one.person}", why, draft)


def congratulations(situation: Situation) -> Iterable[Item]:
    """For thirty days after it was seen; all that is new of somebody is one thing to write, the newest first."""
    by_person: dict[int, list[Noticed]] = {}
    for one in situation.achievements:
        if situation.today - one.on <= CONGRATULATE_UNTIL:
            by_person.setdefault(one.person_id, []).insert(0, one)
    for found in by_person.values():
        one, what = found[0], "; ".join(news.what.rstrip(".") for news in found)
        draft = f"Dear {_first(one.person)},\n\ncongratulations: {what}. I was glad to hear it.\n"
        why = f"{_sentence(what)}. You noted it {say_when(one.on, situation.today)}."
        yield _noticed(CONGRATULATE, one, f"Congratulate {one.person}", why, draft)


def people_to_meet(situation: Situation) -> Iterable[Item]:
    """From seven days before an event: whom one wants to meet there, and what to ask them."""
    for one in situation.to_meet:
        if timedelta() <= one.on - situation.today <= TO_MEET_FROM:
            begins = "today" if one.on == situation.today else f"on {say_day(one.on, situation.today)}"
            why = f"It begins {begins}. You want to meet {_names(one.people)}."
            yield _gathered(TO_MEET, one, f"Get ready to meet people at {one.event}", why)


def look_through(situation: Situation) -> Iterable[Item]:
    """In the evening of a day on which people were met, until each was looked through; then come the follow-ups."""
    for one in situation.just_met:
        if situation.evening and one.on == situation.today:
            why = f"You met {_names(one.people)}. A line about each helps you remember them."
            yield _gathered(LOOK_THROUGH, one, f"Look through whom you met at {one.event}", why)


def talks(situation: Situation) -> Iterable[Item]:
    """The day before a talk and on its day: when, where, and what one wants to ask."""
    for one, questions, *_ in situation.approaches:
        away = (one.meet_on - situation.today).days if one.meet_on and one.state is State.SCHEDULED else -1
        if one.meet_on is not None and away in (0, 1):
            at = f" at {one.meet_time}" if one.meet_time else ""
            where = f", {one.meet_place}" if one.meet_place else ""
            why = f"{'Today' if away == 0 else 'Tomorrow'}{at}{where}, {one.minutes} minutes.{_hope(one.hope)}"
            kind = TALK_TODAY if away == 0 else TALK_TOMORROW
            title = f"Talk with {one.person} today" if away == 0 else f"Get ready to talk with {one.person}"
            yield Item(kind, one.id, one.person_id, one.person, one.meet_on, title, why, "\n".join(questions))


def outreach_steps(situation: Situation) -> Iterable[Item]:
    """Without an answer: whom else to ask after three working days, and after seven one more line, ever."""
    for one, _, others, *_ in situation.approaches:
        waits = waiting(one, situation.today)
        if one.asked_on is None or waits not in (Waiting.NEXT_PERSON, Waiting.ONCE_MORE):
            continue
        asked = f"You asked {one.person} {say_when(one.asked_on, situation.today)}"
        if waits is Waiting.NEXT_PERSON:
            due, title = after_working_days(one.asked_on, NEXT_PERSON_AFTER), f"Ask somebody besides {one.person}"
            why = f"{asked}. An answer may take a while; {_others(others)}."
            draft = "\n".join(f"{name}: {why_them}" for name, why_them in others)
            yield Item(NEXT_PERSON, one.id, one.person_id, one.person, due, title, why, draft)
        else:
            due, title = after_working_days(one.asked_on, AGAIN_AFTER), f"Write to {one.person} once more"
            draft = (
                f"Dear {_first(one.person)},\n\nI wrote to you {say_when(one.asked_on, situation.today)}. "
                f"If {one.minutes} minutes suit you one of these weeks I would be glad; a no is completely fine.\n"
            )
            why = f"{asked}. One more line, then it rests."
            yield Item(ONCE_MORE, one.id, one.person_id, one.person, due, title, why, draft)


def referrers(situation: Situation) -> Iterable[Item]:
    """Seven days after a talk, whoever referred or introduced the user hears how it went."""
    for one, _, _, referrer in situation.approaches:
        due = tells_referrer_on(one)
        if due is None or one.talked_on is None or one.through_id is None or not referrer:
            continue
        news = News(one.id, one.through_id, one.through, one.person, one.talked_on, due)
        yield from _to_tell(REFERRER, "led", news, situation.today)
    for news in situation.news:
        yield from _to_tell(INTRODUCER, "introduced", news, situation.today)


def doors(situation: Situation) -> Iterable[Item]:
    """Letters, small steps and deadlines, each on its day."""
    for one in situation.doors:
        draft = f"Dear {_first(one.person)},\n\n{one.draft}\n" if one.draft else ""
        yield Item(
            one.kind, one.subject_id, one.person_id, one.person, one.on, one.title, one.why, draft,
            about_id=one.about_id,
        )  # fmt: skip


def keep_informed(situation: Situation) -> Iterable[Item]:
    """Four months after an interview: what came of their advice."""
    for one in situation.advice:
        if INFORM_AFTER <= situation.today - one.on <= INFORM_UNTIL:
            when = say_when(one.on, situation.today)
            draft = (
                f"Dear {_first(one.person)},\n\nyou took time for me {when}.{_what_helped(one.words)} "
                "I wanted to tell you what came of it.\n"
            )
            why = f"{_sentence(one.what)} was {when}. People like to hear what came of their advice."
            yield _noticed(INFORM, one, f"Tell {one.person} what came of it", why, draft)


def promises_of_mine(situation: Situation) -> Iterable[Item]:
    """On the due day; without one, three days after it was made."""
    for promise in situation.promises:
        due = promise.due_on or promise.made_on + PATIENCE_WITH_MYSELF
        if promise.by_me and due <= situation.today:
            why = f"You said so on {say_day(promise.made_on, situation.today)}."
            draft = f"Dear {_first(promise.person)},\n\n{_as_promised(promise.text)}.\n"
            yield _item(PROMISE, promise, due, f"{_sentence(promise.text)}, for {promise.person}", why, draft)


def promises_of_theirs(situation: Situation) -> Iterable[Item]:
    """Fourteen days after, as a gentle nudge; one answer to it and it rests."""
    for promise in situation.promises:
        due = (promise.due_on or promise.made_on) + PATIENCE_WITH_THEM
        if not promise.by_me and due <= situation.today:
            why = f"{promise.person} offered this on {say_day(promise.made_on, situation.today)}."
            draft = (
                f"Dear {_first(promise.person)},\n\nyou kindly offered: {promise.text}. "
                "Whenever it suits you, I would be glad of it. A no is completely fine.\n"
            )
            yield _item(THEIR_PROMISE, promise, due, f"Ask {promise.person} about: {promise.text}", why, draft)


def check_ins(situation: Situation) -> Iterable[Item]:
    """Where the plan puts them."""
    for due in situation.check_ins:
        if due.on <= situation.today:
            yield Item(
                CHECK_IN, due.person_id, due.person_id, due.person, due.on, f"Say hello to {due.person}",
                say_last(due, situation.today), _hello(due, situation.today),
            )  # fmt: skip


MAKERS: tuple[Callable[[Situation], Iterable[Item]], ...] = (
    thank_yous, promises_of_mine, promises_of_theirs, talks, doors, people_to_meet, look_through, follow_ups,
    congratulations, outreach_steps, referrers, keep_informed, check_ins,
)  # fmt: skip
"""Every kind of item, in the order of the page."""


def say_last(due: CheckInDue, today: date) -> str:
    """The fact behind a check-in: "Last spoke in February, on mixed-effects models."."""
    if due.last_on is None:
        return f"{due.met}. Nothing written since." if due.met else "Nothing written yet."
    words = _on(due.last_words)
    return f"Last in touch {say_when(due.last_on, today)}{words and f', {words}'}."


def say_when(day: date, today: date) -> str:
    """A day long past by its month, a near one by its date."""
    if (today - day).days < 28:
        return f"on {say_day(day, today)}"
    return f"in {day:%B}" if day.year == today.year else f"in {day:%B %Y}"


def _hello(due: CheckInDue, today: date) -> str:
    opening = f"Dear {_first(due.person)},\n\n"
    if due.last_on is None:
        return f"{opening}it was good to meet you. How have you been since?\n"
    words = _on(due.last_words)
    memory = f"{say_when(due.last_on, today)}{words and f' {words}'}"
    return f"{opening}I was thinking of our exchange {memory}. How have you been since?\n"


def _item(kind: str, promise: Promise, due: date, title: str, why: str, draft: str) -> Item:
    return Item(kind, promise.id, promise.person_id, promise.person, due, title, why, draft)


def _noticed(kind: str, one: Noticed, title: str, why: str, draft: str) -> Item:
    return Item(kind, one.subject_id, one.person_id, one.person, one.on, title, why, draft)


def _to_tell(kind: str, how: str, one: News, today: date) -> Iterable[Item]:
    if one.due_on <= today <= one.talked_on + REFERRER_UNTIL:
        when = say_when(one.talked_on, today)
        why = f"{one.through} {how} you to {one.person}; you talked {when}. People like to hear how it went."
        draft = (
            f"Dear {_first(one.through)},\n\nthank you for putting me on to {one.person}. We talked {when}, "
            "and it was kind of you to bring us together.\n"
        )
        title = f"Tell {one.through} how it went with {one.person}"
        yield Item(kind, one.subject_id, one.through_id, one.through, one.due_on, title, why, draft)


def _gathered(kind: str, one: Gathering, title: str, why: str) -> Item:
    draft = "\n".join(f"{name}: {words}" if words else name for name, words in one.people)
    return Item(kind, one.event_id, 0, one.event, one.on, title, why, draft, one.event_id)


def _names(people: Sequence[tuple[str, str]]) -> str:
    """ "Ada Adeyemi, Bela Bakker, Chen Chao and 4 more"."""
    return listed([name for name, _ in people], MOST_NAMES)


def _hope(hope: str) -> str:
    """What one hopes to learn, as a sentence, when it was written down."""
    return f" You hope to learn: {_clip(hope)}." if hope.strip() else ""


def _others(others: Sequence[tuple[str, str]]) -> str:
    return f"{_names(others)} may help, too" if others else "somebody else may help, too"


def _what_helped(words: str) -> str:
    """A sentence about what was talked of, when something was written down."""
    return f" What you said {_on(words)} stays with me." if _on(words) else ""


def _put_off(item: Item, situation: Situation) -> bool:
    key = (item.kind, item.subject_id)
    if key not in situation.decisions:
        return False
    until = situation.decisions[key]
    return until is None or until > situation.today


def _first(name: str) -> str:
    return next(iter(name.split(maxsplit=1)), name)


def _as_promised(text: str) -> str:
    """ "Send her the R code" becomes "as promised, I am sending you the R code"."""
    if sent := SENDING.fullmatch(text):
        return f"as promised, I am sending you {sent[1]}"
    first, _, rest = text.partition(" ")
    return f"as promised: {first.lower() if first.lower() in DOING else first} {rest}".rstrip()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _on(summary: str) -> str:
    """What was talked about: "on looms", also where the summary itself begins with "On"; empty for none."""
    words = _clip(summary)
    return f"on {words[3:] if words[:3].casefold() == 'on ' else words}" if words else ""


def _clip(text: str, most: int = 70) -> str:
    line = text.strip().splitlines()[0] if text.strip() else ""
    line = line.split(". ")[0].rstrip(".")
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"
