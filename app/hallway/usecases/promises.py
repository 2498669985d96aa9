"""Promises, both ways: written down, kept, let go."""

from __future__ import annotations

from hallway.domain import errors
from hallway.domain.interactions import NewPromise, Promise
from hallway.store import promises as store
from hallway.store.work import View, Work


def of_person(look: View, person_id: int) -> tuple[Promise, ...]:
    """All promises with one person, open ones first."""
    return store.of_person(look, person_id)


def add(step: Work, new: NewPromise) -> int:
    """Write a promise down. Raises `Refused` without words."""
    if not new.text.strip():
        raise errors.Refused("Write what was promised.")
    step.label = f"Promise: {new.text.strip()}"
    return store.add(step, new)


def keep(step: Work, promise_id: int) -> None:
    """The promise was kept."""
    step.label = f"Kept: {store.get(step, promise_id).text}"
    store.close(step, promise_id, "kept")


def let_go(step: Work, promise_id: int) -> None:
    """The promise is not needed any more."""
    step.label = f"Not needed: {store.get(step, promise_id).text}"
    store.close(step, promise_id, "let go")


def reopen(step: Work, promise_id: int) -> None:
    """The promise stands open again."""
    step.label = f"Open again: {store.get(step, promise_id).text}"
    store.close(step, promise_id, "open")


def change(step: Work, promise: Promise) -> None:
    """Change words, direction or due day. Raises `Refused` without words."""
    if not promise.text.strip():
        raise errors.Refused("Write what was promised.")
    step.label = f"Changed a promise: {promise.text.strip()}"
    store.change(step, promise)
