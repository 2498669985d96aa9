"""Informational interviews: which questions, what was said, whom they named, and what one learned from all of them."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.capture import read_promise
from hallway.domain.dates import say_day
from hallway.domain.folding import fold
from hallway.domain.interactions import NewPromise
from hallway.domain.outreach import Outreach, State, moved
from hallway.domain.people import NewPerson, Tie
from hallway.domain.records import EntryKind
from hallway.resources import resource
from hallway.store import outreach as store
from hallway.store import people, promises, questions
from hallway.store.days import day
from hallway.store.questions import QuestionSet
from hallway.store.work import View, Work
from hallway.usecases import calendars, interview_entries, outreach
from hallway.usecases.calendars import CalendarChoice, Export

__all__ = ["QuestionSet"]

FOLLOW_UP = ">"
"""A line that begins so becomes a promise; once written down it begins with `KEPT`."""
KEPT = "✓"


class Said(NamedTuple):
    """What somebody said: in whose talk, and on which day."""

    note: str
    person: str
    on: date | None
    outreach_id: int


class Lesson(NamedTuple):
    """A question and all that was said to it, the newest first."""

    question: str
    said: tuple[Said, ...]


# --- the questions ----------------------------------------------------------------------------------------


def question_sets(look: View) -> tuple[QuestionSet, ...]:
    """The user's own sets, or those that come with Hallway while nothing was changed."""
    return questions.sets(look) or shipped()


def shipped() -> tuple[QuestionSet, ...]:
    """The sets that come with Hallway."""
    with resource("starter", "questions_en.toml").open("rb") as file:
        return tuple(QuestionSet(one["name"], tuple(one["questions"])) for one in tomllib.load(file)["sets"])


def keep_sets(step: Work, kept: Sequence[QuestionSet]) -> None:
    """Keep these sets in place of the ones there. Raises `Refused` for one without a name."""
    tidy = [QuestionSet(" ".join(one.name.split()), _tidy(one.questions)) for one in kept]
    if not all(one.name for one in tidy):
        raise errors.Refused("A set of questions needs a name.")
    step.label = "Changed the questions"
    questions.put_sets(step, tidy)


def choose(step: Work, outreach_id: int, chosen: Sequence[str]) -> None:
    """Take questions into an interview; what is there already is not taken twice."""
    one = store.get(step, outreach_id)
    there = {fold(answer.question) for answer in questions.answers(step, outreach_id)}
    fresh = [text for text in _tidy(chosen) if fold(text) not in there]
    step.label = f"Questions for {one.person}"
    questions.add_answers(step, outreach_id, fresh)


def leave_out(step: Work, answer_id: int) -> None:
    """Take a question off an interview; what was noted with it goes, too."""
    outreach_id, _ = questions.answer(step, answer_id)
    one, before = _with_words(step, outreach_id)
    step.label = f"Took a question for {one.person} off"
    questions.remove_answer(step, answer_id)
    interview_entries.follow(step, one, before)


def put_in_order(step: Work, outreach_id: int, answer_ids: Sequence[int]) -> None:
    """Bring the questions of an interview into this order."""
    one, before = _with_words(step, outreach_id)
    step.label = f"Questions for {one.person}"
    questions.order_answers(step, answer_ids)
    interview_entries.follow(step, one, before)


# --- the talk ---------------------------------------------------------------------------------------------


def begin(step: Work, outreach_id: int) -> None:
    """The talk begins now: it is logged today, and what is noted stands in it from now on."""
    one = store.get(step, outreach_id)
    step.label = f"Talk with {one.person}"
    if one.interaction_id is None:
        after = moved(one, State.TALKED, step.today)
        store.change(step, after)
        interview_entries.log_talk(step, after)


def note(step: Work, answer_id: int, words: str) -> None:
    """Keep what they said to a question."""
    outreach_id, answer = questions.answer(step, answer_id)
    one, before = _with_words(step, outreach_id)
    step.label = f"Noted what {one.person} said"
    questions.change_answer(step, replace(answer, note=words, asked=answer.asked or bool(words.strip())))
    interview_entries.follow(step, one, before)


def note_rest(step: Work, outreach_id: int, words: str) -> None:
    """Keep what was noted beside the questions."""
    one, before = _with_words(step, outreach_id)
    step.label = f"Noted what {one.person} said"
    after = replace(one, notes=words)
    store.change(step, after)
    interview_entries.follow(step, after, before)


def has_follow_ups(words: str) -> bool:
    """Whether a line of what was noted is meant to become a promise."""
    return any(line.strip().removeprefix(FOLLOW_UP).strip() for line in words.split("\n")
               if line.strip().startswith(FOLLOW_UP))  # fmt: skip


def take_follow_ups(step: Work, outreach_id: int) -> None:
    """Make promises of the noted lines that begin with >, once they are written to their end."""
    one, before = _with_words(step, outreach_id)
    lines = [_follow_up(step, one, line) for line in one.notes.split("\n")]
    after = replace(one, notes="\n".join(lines))
    store.change(step, after)
    interview_entries.follow(step, after, before)


def tick(step: Work, answer_id: int, asked: bool) -> None:
    """A question was asked, or it was not after all."""
    outreach_id, answer = questions.answer(step, answer_id)
    one = store.get(step, outreach_id)
    step.label = f"Asked {one.person} a question" if asked else f"A question for {one.person} is open again"
    questions.change_answer(step, replace(answer, asked=asked))


def they_named(step: Work, outreach_id: int, person_id: int) -> int:
    """They named somebody in the record: linked, and an idea whom to ask next. Returns the id of that approach."""
    one = store.get(step, outreach_id)
    if person_id == one.person_id:
        raise errors.Refused(f"This talk is with {one.person} already.")
    other = people.get(step, person_id)
    store.add_named(step, outreach_id, person_id)
    if not any(tie.other_id == person_id for tie in people.ties(step, one.person_id)):
        people.add_tie(step, Tie(one.person_id, person_id, other.name, "knows"))
    idea = outreach.reach_out(step, Outreach(person_id, through_id=one.person_id, reason=one.reason))
    step.label = f"{one.person} named {other.name}"
    return idea


def they_named_new(step: Work, outreach_id: int, name: str, place: str = "") -> int:
    """The same of somebody who is not in the record; they are written down as not yet met."""
    if not name.strip():
        raise errors.Refused("A name is needed.")
    one = store.get(step, outreach_id)
    how = f"{one.person} named them on {say_day(step.today, step.today)} {step.today.year}."
    new = NewPerson(name.strip(), known=False, met_how=how, organisation=place.strip())
    return they_named(step, outreach_id, people.add(step, new))


def promise(step: Work, outreach_id: int, text: str, by_me: bool = True) -> int:
    """Something was promised in the talk; a day in the words is its day."""
    one = store.get(step, outreach_id)
    if not text.strip():
        raise errors.Refused("Write what was promised.")
    words, due = read_promise(text.strip(), step.today)
    step.label = f"Promise: {words}"
    return promises.add(step, NewPromise(one.person_id, words, by_me, due, one.interaction_id))


# --- afterwards -------------------------------------------------------------------------------------------


def learned(look: View) -> tuple[Lesson, ...]:
    """What was said, by question: those that most people answered first."""
    found: defaultdict[str, list[Said]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for question, words, person, on, outreach_id in store.learned(look):
        spelled.setdefault(fold(question), question)
        found[fold(question)].append(Said(words.strip(), person, day(on), outreach_id))
    lessons = [Lesson(spelled[key], tuple(said)) for key, said in found.items()]
    return tuple(sorted(lessons, key=lambda lesson: -len(lesson.said)))


def invitation(look: View, outreach_id: int, now: datetime) -> Export:
    """The talk alone as a calendar. Raises `Refused` without a day."""
    one = store.get(look, outreach_id)
    if one.meet_on is None:
        raise errors.Refused(f"There is no day yet to talk with {one.person}.")
    days = max((one.meet_on - look.today).days, 0)
    choice = CalendarChoice(frozenset({EntryKind.INTERVIEW}), days)
    return calendars.prepare_alone(look, f"{one.uid}@hallway", choice, now)


def _follow_up(step: Work, one: Outreach, line: str) -> str:
    text = line.strip().removeprefix(FOLLOW_UP).strip() if line.strip().startswith(FOLLOW_UP) else ""
    if not text:
        return line
    promise(step, one.id, text)
    return f"{KEPT} {text}"


def _with_words(look: View, outreach_id: int) -> tuple[Outreach, str]:
    """An approach and all that is noted in it just now."""
    one = store.get(look, outreach_id)
    return one, interview_entries.noted(look, one)


def _tidy(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text.split()) for text in texts if text.strip()))
