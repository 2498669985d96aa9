"""A person on one page before a talk: how you met, last words, promises both ways, news, whom you share, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hallway.domain.achievements import Achievement
from hallway.domain.dates import say_day
from hallway.domain.excerpts import shortened
from hallway.domain.interactions import Interaction, Kind, Promise
from hallway.domain.partial_dates import say_partial
from hallway.domain.people import Person
from hallway.domain.sheets import Section, Sheet
from hallway.domain.ties import TieSeen

MOMENTS, QUESTIONS, WORDS, NOTES = 5, 5, 280, 600
"""How many last moments and questions; how many characters of a moment, and of notes. More would not fit a page."""

NEWS_FOR = timedelta(days=365)
ALWAYS = ("What are you hoping to find out this year?", "Who else should I be talking to?")
"""Questions that work with anyone."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a briefing is made of. `moments` newest first; `shared` in words, "Both at CityClim 2026"."""

    person: Person
    today: date
    moments: tuple[Interaction, ...] = ()
    promises: tuple[Promise, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    ties: tuple[TieSeen, ...] = ()
    shared: tuple[str, ...] = ()
    photo: bytes = b""


def sheet_of(facts: Facts) -> Sheet:
    """The page; sections about which nothing is known are left out."""
    first = facts.person.given or facts.person.name
    sections = (
        Section("How you met", tuple(_met(facts.person))),
        Section("Last words", tuple(_last_words(facts))),
        Section("You promised", tuple(_promised(facts, by_me=True))),
        Section(f"{first} promised", tuple(_promised(facts, by_me=False))),
        Section("Their news", tuple(_news(facts))),
        Section("Whom and what you share", (*(f"{tie.other}, {tie.words}" for tie in facts.ties), *facts.shared)),
        Section("What to ask", tuple(_questions(facts))[:QUESTIONS]),
        Section("Your notes", tuple(_notes(facts.person.notes))),
    )
    return Sheet(
        facts.person.name, tuple(line for line in _head(facts.person) if line),
        tuple(section for section in sections if section.lines), facts.photo,
    )  # fmt: skip


def _head(person: Person) -> Iterator[str]:
    yield ", ".join(part for part in (person.phonetic, person.pronouns) if part)
    yield from (_at(work.role, work.organisation) for work in person.affiliations if work.is_current)
    yield person.place
    yield ", ".join(person.topics)


def _at(role: str, organisation: str) -> str:
    return f"{role} at {organisation}" if role else organisation


def _met(person: Person) -> Iterator[str]:
    if person.met_how:
        yield person.met_how
    where = f"at {person.met_event}" if person.met_event else ""
    when = f"on {say_partial(person.met_on)}" if len(person.met_on) > 7 else f"in {say_partial(person.met_on)}"
    if where or person.met_on:
        yield " ".join(part for part in ("You met", where, when if person.met_on else "") if part)
    if person.introduced_by:
        yield f"Introduced by {person.introduced_by}"


def _last_words(facts: Facts) -> Iterator[str]:
    for moment in facts.moments[:MOMENTS]:
        what = moment.summary or moment.kind.value.capitalize()
        note = next((one.note for one in moment.people if one.person_id == facts.person.id), "")
        where = f" ({moment.event})" if moment.event else ""
        words = shortened(" ".join(part for part in (what, note) if part), WORDS)
        yield f"{say_day(moment.on, facts.today)}{where}: {words}"


def _promised(facts: Facts, *, by_me: bool) -> Iterator[str]:
    for promise in facts.promises:
        if promise.state == "open" and promise.by_me == by_me:
            due = f", for {say_day(promise.due_on, facts.today)}" if promise.due_on else ""
            yield f"{shortened(promise.text, WORDS)}{due}"


def _news(facts: Facts) -> Iterator[str]:
    since = (facts.today - NEWS_FOR).isoformat()
    for one in facts.achievements:
        when = one.on_day or one.seen_on
        if when >= since[: len(when)]:
            yield f"{one.kind.capitalize()}: {shortened(one.title, WORDS)}, {say_partial(when)}"


def _questions(facts: Facts) -> Iterator[str]:
    """From what is open between the two, then what works with anyone."""
    yield from (f"How is it going with “{shortened(one.text)}”?" for one in _open(facts, by_me=False))
    for one in facts.achievements[:1]:
        if one.kind == "new role":
            yield f"How is it to be {shortened(one.title)}?"
    talked = next((one for one in facts.moments if one.summary and one.kind is not Kind.MET), None)
    if talked is not None:
        yield f"Last time: “{shortened(talked.summary)}” How did it go on?"
    yield from ALWAYS


def _open(facts: Facts, *, by_me: bool) -> Iterator[Promise]:
    return (one for one in facts.promises if one.state == "open" and one.by_me == by_me)


def _notes(notes: str) -> Iterator[str]:
    room = NOTES
    for line in notes.splitlines():
        if line.strip() and room > 0:
            yield shortened(line, max(room, WORDS // 4))
            room -= len(line)
