"""An event on paper: one's own days there, people to meet with what to ask, questions that work with anyone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hallway.domain.agenda import clashes, mine
from hallway.domain.dates import say_day
from hallway.domain.events import WANTED, Event, Wish
from hallway.domain.listing import listed
from hallway.domain.preparing import lines_of, without_lines
from hallway.domain.programmes import Session
from hallway.domain.sheets import Section, Sheet


def sheet_of(
    event: Event, sessions: Sequence[Session], wishes: Sequence[Wish], questions: Sequence[str], me: str, today: date
) -> Sheet:
    """The first page of the pack; `me` is who one is, in one line, or empty."""
    when = say_day(event.start_on, today)
    if event.end_on != event.start_on:
        when = f"{when} to {say_day(event.end_on, today)}"
    people = [wish for wish in wishes if wish.state == WANTED]
    sections = (
        *_days(sessions, today),
        Section("People to meet", tuple(_person(wish) for wish in people)),
        Section("Questions that work with anyone", tuple(questions)),
        Section("Before you go", tuple(one.words for one in lines_of(event.notes) if not one.done)),
        Section("Notes", tuple(filter(None, without_lines(event.notes).splitlines()))[:8]),
        Section("Me", (me,) if me else ()),
    )
    head = tuple(line for line in (when, event.venue, event.link) if line)
    return Sheet(event.title, head, tuple(one for one in sections if one.lines))


def _days(sessions: Sequence[Session], today: date) -> Iterator[Section]:
    clashing = clashes(sessions)
    for day, ones in groupby(mine(sessions), key=lambda one: one.on):
        yield Section(say_day(day, today), tuple(_session(one, one.id in clashing) for one in ones))


def _session(one: Session, is_clash: bool) -> str:
    times = f"{one.start_time} to {one.end_time}" if one.end_time else one.start_time
    title = f"Your talk: {one.title}" if one.mine else one.title
    clash = "at the same time as another" if is_clash else ""
    parts = (f"{times} {title}".strip(), listed(one.speakers), one.room, clash)
    return ", ".join(part for part in parts if part)


def _person(wish: Wish) -> str:
    parts = (
        wish.reason, wish.opener, " ".join(wish.questions),
        f"To be caught: {wish.caught_at}." if wish.caught_at else "",
        f"{wish.through} could introduce you." if wish.through else "",
    )  # fmt: skip
    words = " ".join(part for part in parts if part)
    who = ", ".join(part for part in (wish.person, wish.line) if part)
    return f"{who}: {words}" if words else who
