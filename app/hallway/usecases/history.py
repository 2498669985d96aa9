"""The history: every step in words, and going back or forward to any of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.changes import Changes
from hallway.store import history as store
from hallway.store.work import Step, View
from hallway.usecases.desk import Desk

__all__ = ["Step"]

BEGINNING = 0
"""In place of a step's id: before the oldest step that is kept."""


class Way(NamedTuple):
    """How many steps have to be taken back, or done again, to be at a step. One of the two is 0."""

    back: int
    again: int

    @property
    def steps(self) -> int:
        """Its length."""
        return self.back + self.again


def listed(look: View, limit: int = 60, before: int | None = None) -> tuple[Step, ...]:
    """The steps, newest first; those older than the step called `before`."""
    return store.listed(look, limit, before)


def here(look: View) -> int:
    """The newest step that stands, or `BEGINNING`."""
    return store.newest_standing(look)


def way_to(look: View, step_id: int) -> Way:
    """The way until that step is the newest that stands. Raises `NotFound` for one that is no longer kept."""
    if step_id != BEGINNING and not store.is_there(look, step_id):
        raise errors.NotFound("This step is no longer in the history.")
    return Way(*store.distance(look, step_id))


def travel(desk: Desk, step_id: int) -> Iterator[Changes]:
    """Go there, one step at each turn, and never further than `way_to` said.

    Raises `UndoConflict` where the record has changed in another way; what was reached until then stays reached.
    """
    way = desk.ask(way_to, step_id)
    for _ in range(way.steps):
        yield desk.undo() if way.back else desk.redo()
