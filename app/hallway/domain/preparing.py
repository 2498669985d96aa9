"""Getting ready for an event: lines to tick off, kept as a Markdown task list among the notes on the event.

There they are on paper, in every export and in any editor, and cost no table of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hallway.domain.events import Event, is_informal

TASK = re.compile(r"\s*[-*+] \[([ xX])\] (.*\S)\s*")

USUAL = (
    "Choose the sessions you go to",
    "Note whom you would like to meet, with one question each",
    "Look up their photos",
    "Write ahead to one or two of them; a coffee is easier than the minute after a talk",
    "Ask your advisor for introductions",
    "Have your card ready",
)
"""What guides to academic conferences agree on."""

SHORT = ("Note whom you would like to meet", "Look up their photos")
"""The same for an evening."""

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Ready:
    """One line of the list."""

    words: str
    done: bool = False


def lines_of(notes: str) -> tuple[Ready, ...]:
    """The list that stands in the notes, in its order."""
    found = (TASK.fullmatch(line) for line in notes.splitlines())
    return tuple(Ready(one[2], one[1] != " ") for one in found if one)


def with_lines(notes: str, lines: Iterable[Ready]) -> str:
    """The notes with this list in the place of the one before, or below them; all else stays as it is."""
    written = [f"- [{'x' if one.done else ' '}] {words}" for one in lines if (words := _tidy(one.words))]
    kept: list[str] = []
    at: int | None = None
    for line in notes.split("\n") if notes else ():
        if TASK.fullmatch(line):
            at = len(kept) if at is None else at
        else:
            kept.append(line)
    if at is None:
        at = len(kept)
        if written and kept and kept[-1].strip():
            written = ["", *written]
    return "\n".join([*kept[:at], *written, *kept[at:]])


def without_lines(notes: str) -> str:
    """The notes alone."""
    return with_lines(notes, ()).strip("\n")


def usual(event: Event) -> tuple[Ready, ...]:
    """A list to begin with."""
    return tuple(map(Ready, SHORT if is_informal(event) else USUAL))


def _tidy(words: str) -> str:
    return " ".join(words.split())[:LONGEST]
