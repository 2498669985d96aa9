"""Narrowing the list of people by conditions, and keeping a list under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallway.domain import errors
from hallway.store import lists
from hallway.store import views as store
from hallway.store.conditions import LAST_IMPORT, Condition, is_known
from hallway.store.lists import PeopleFilter, from_json, to_json
from hallway.store.views import SavedView
from hallway.store.work import View, Work

__all__ = ["LAST_IMPORT", "Condition", "PeopleFilter", "SavedView", "from_json", "is_known", "to_json"]


def saved(look: View) -> tuple[SavedView, ...]:
    """All saved views, in the order they were saved."""
    return store.listed(look)


def counts(look: View, chosen: Sequence[PeopleFilter]) -> tuple[int, ...]:
    """How many people each of these lists shows."""
    return tuple(lists.count(look, one) for one in chosen)


def names(look: View, field: str) -> tuple[tuple[str, int], ...]:
    """What a condition on this field can be about: names with their ids (0: the words themselves)."""
    return store.names(look, field)


def names_of(look: View, conditions: Sequence[Condition]) -> tuple[str, ...]:
    """What each of these conditions is about, by name; empty for what is gone."""
    return tuple(store.name_of(look, one.field, one.value) for one in conditions)


def save(step: Work, name: str, chosen: PeopleFilter) -> int:
    """Keep a list under a name; a view of that name shows these people from now on. Raises `Refused` without one."""
    kept = _checked(name)
    found = store.called(step, kept)
    if found is None:
        step.label = f"Saved the view {kept}"
        return store.add(step, kept, chosen)
    keep(step, found, chosen)
    return found


def keep(step: Work, view_id: int, chosen: PeopleFilter) -> None:
    """Let a saved view show other people. Raises `NotFound`."""
    step.label = f"Changed the view {store.get(step, view_id).name}"
    store.change(step, view_id, chosen)


def rename(step: Work, view_id: int, name: str) -> None:
    """Give a saved view another name. Raises `NotFound`, or `Refused` without a name or for one that is taken."""
    kept, before = _checked(name), store.get(step, view_id).name
    if store.called(step, kept) not in (None, view_id):
        raise errors.Refused(f"There is a view called {kept} already.", do="Choose another name.")
    step.label = f"Renamed the view {before} to {kept}"
    store.rename(step, view_id, kept)


def remove(step: Work, view_id: int) -> None:
    """Delete a saved view; the people in it stay. Raises `NotFound`."""
    step.label = f"Deleted the view {store.get(step, view_id).name}"
    store.remove(step, view_id)


def is_same(one: PeopleFilter, other: PeopleFilter) -> bool:
    """Whether two filters show the same people, in whatever order."""
    return _plain(one) == _plain(other)


def _plain(chosen: PeopleFilter) -> tuple[PeopleFilter, frozenset[Condition]]:
    bare = replace(chosen, words=chosen.words.strip(), order=PeopleFilter().order, conditions=())
    return bare, frozenset(chosen.conditions)


def _checked(name: str) -> str:
    kept = " ".join(name.split())
    if not kept:
        raise errors.Refused("A view needs a name.")
    return kept
