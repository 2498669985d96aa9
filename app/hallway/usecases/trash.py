"""What was let go: it waits for thirty days, can be brought back, and is then forgotten."""

from __future__ import annotations

from hallway.domain import errors
from hallway.domain.changes import EVENT, ORGANISATION, PERSON
from hallway.store import events as event_store
from hallway.store import organisations as organisation_store
from hallway.store import people as people_store
from hallway.store import trash as store
from hallway.store.trash import LetGo
from hallway.store.work import View, Work
from hallway.usecases import events, organisations, people

__all__ = ["LetGo"]


def listed(look: View) -> tuple[LetGo, ...]:
    """People, events and organisations that were let go, the newest first."""
    return store.listed(look)


def count(look: View) -> int:
    """How much was let go."""
    return store.count(look)


def holds_old(look: View) -> bool:
    """Whether there is something for `empty_old` to do."""
    return store.holds_old(look)


def bring_back(step: Work, kind: str, id_: int) -> None:
    """Bring one thing back. Raises `NotFound` when it is forgotten already."""
    if kind == PERSON:
        people.bring_back(step, [id_])
    elif kind == EVENT:
        events.bring_back(step, id_)
    elif kind == ORGANISATION:
        organisations.bring_back(step, id_)
    else:
        raise errors.NotFound("There is nothing of this kind to bring back.")


def empty_old(step: Work) -> int:
    """Forget what was let go more than thirty days ago, in one step; returns how much that was."""
    step.label = "Forgot what was let go 30 days ago"
    return people_store.forget_old(step) + event_store.forget_old(step) + organisation_store.forget_old(step)
