"""Getting ready for an event: a short list that one begins, ticks off and changes, each as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.preparing import Ready, lines_of, usual, with_lines
from hallway.store import events as store
from hallway.store.work import View, Work


def of_event(look: View, event_id: int) -> tuple[Ready, ...]:
    """The list of an event, in its order. Raises `NotFound`."""
    return lines_of(store.get(look, event_id).notes)


def begin(step: Work, event_id: int) -> None:
    """Write down what usually helps; what stands there already stays."""
    event = store.get(step, event_id)
    there = lines_of(event.notes)
    words = {one.words for one in there}
    step.label = f"Began to get ready for {event.title}"
    _put(step, event, (*there, *(one for one in usual(event) if one.words not in words)))


def add(step: Work, event_id: int, words: str) -> None:
    """One more line. Raises `Refused` without words."""
    if not words.strip():
        raise errors.Refused("A word or two is needed.")
    event = store.get(step, event_id)
    step.label = f"One more thing before {event.title}"
    _put(step, event, (*lines_of(event.notes), Ready(words)))


def tick(step: Work, event_id: int, at: int, done: bool = True) -> None:
    """A line is done, or is not. Raises `NotFound` when the list has no such line by now."""
    event, line = _line(step, event_id, at)
    step.label = f"{'Ready' if done else 'Open again'}: {line.words}"
    _replace(step, event, at, replace(line, done=done))


def reword(step: Work, event_id: int, at: int, words: str) -> None:
    """Other words for a line; none take it off. Raises `NotFound` as `tick`."""
    event, line = _line(step, event_id, at)
    step.label = f"Changed what to do before {event.title}" if words.strip() else f"Not needed: {line.words}"
    _replace(step, event, at, replace(line, words=words))


def _line(look: View, event_id: int, at: int) -> tuple[Event, Ready]:
    event = store.get(look, event_id)
    lines = lines_of(event.notes)
    if not 0 <= at < len(lines):
        raise errors.NotFound("This line is no longer on the list.")
    return event, lines[at]


def _replace(step: Work, event: Event, at: int, line: Ready) -> None:
    lines = lines_of(event.notes)
    _put(step, event, (*lines[:at], line, *lines[at + 1 :]))


def _put(step: Work, event: Event, lines: Iterable[Ready]) -> None:
    """Keep the list; lines without words go."""
    store.change(step, replace(event, notes=with_lines(event.notes, lines)))
