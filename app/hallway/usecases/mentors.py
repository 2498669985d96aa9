"""The mentor map: what one turns to others for, whom one has for it, who else it could be, and one next ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hallway.domain import errors, mentors
from hallway.domain.folding import fold
from hallway.domain.mentors import Candidate, Need, say_ask, signs_of
from hallway.domain.today import NEXT_ASK, DoorDue, Item
from hallway.store import glances
from hallway.store import mentors as store
from hallway.store.work import View, Work

__all__ = ["Candidate", "Need"]


class Row(NamedTuple):
    """A need with its people: id, name and line."""

    need: Need
    people: tuple[tuple[int, str, str], ...] = ()


def needs(look: View) -> tuple[Row, ...]:
    """The map: the user's own needs, or those that come with Hallway while nothing was changed."""
    people = store.people(look)
    return tuple(Row(one, tuple(people.get(one.id, ()))) for one in store.needs(look) or mentors.shipped())


def could_be(look: View, need: Need) -> tuple[Candidate, ...]:
    """Who could help with a need, each with true facts; nobody who stands there already."""
    return store.candidates(look, signs_of(need.name), need.id)


def add(step: Work, name: str) -> int:
    """Put another need on the map; returns its id. Raises `Refused` without a name, or for one that is there."""
    tidy = _named(step, name)
    _take_over(step)
    store.put(step, [Need(tidy)])
    step.label = f"On your map: {tidy}"
    return _find(step, tidy).id


def rename(step: Work, need_id: int, name: str) -> int:
    """Call a need otherwise; returns its id. Raises `Refused` without a name, or for one that is there."""
    one = _own(step, need_id)
    tidy = _named(step, name, besides=one.id)
    store.change(step, replace(one, name=tidy))
    step.label = f"Called {one.name} {tidy}"
    return one.id


def remove(step: Work, need_id: int) -> None:
    """Take a need off the map. Raises `Refused` for the last one."""
    one = _own(step, need_id)
    if len(store.needs(step)) == 1:
        raise errors.Refused("This is the only one left.", do="Call it otherwise, or add another first.")
    store.remove(step, one.id)
    step.label = f"Off your map: {one.name}"


def move(step: Work, need_id: int, by: int) -> None:
    """Bring a need up (-1) or down (1) in the order; at the end it stays."""
    one = _own(step, need_id)
    ids = [need.id for need in store.needs(step)]
    at = ids.index(one.id)
    to = min(max(at + by, 0), len(ids) - 1)
    ids.insert(to, ids.pop(at))
    store.put_in_order(step, ids)
    step.label = f"Moved {one.name} on your map"


def turn_to(step: Work, need_id: int, person_id: int) -> None:
    """Write down that one turns to somebody for something."""
    one, name = _own(step, need_id), glances.name_of(step, person_id)
    store.add_person(step, one.id, person_id)
    step.label = f"{one.name}: {name}"


def leave_out(step: Work, need_id: int, person_id: int) -> None:
    """One does not turn to them for it any more."""
    one, name = _own(step, need_id), glances.name_of(step, person_id)
    store.drop_person(step, one.id, person_id)
    step.label = f"{one.name}: no longer {name}"


def set_people(step: Work, need_id: int, person_ids: Sequence[int]) -> None:
    """Bring the people of a need to these."""
    one = _own(step, need_id)
    there = [id_ for id_, _, _ in store.people(step).get(one.id, ())]
    for id_ in there:
        if id_ not in person_ids:
            leave_out(step, one.id, id_)
    for id_ in person_ids:
        if id_ not in there:
            turn_to(step, one.id, id_)


def set_next_ask(step: Work, need_id: int, words: str, on: date | None) -> None:
    """Choose the one next thing to ask, and a day for it; without words there is none."""
    one = _own(step, need_id)
    tidy = " ".join(words.split())
    store.change(step, replace(one, next_ask=tidy, next_on=on if tidy else None))
    step.label = f"Next ask for {one.name}: {tidy}" if tidy else f"No next ask for {one.name}"


# --- Today ------------------------------------------------------------------------------------------------


def for_today(look: View) -> tuple[DoorDue, ...]:
    """Each next ask whose day has come."""
    people = store.people(look)
    return tuple(_due(one, [name for _, name, _ in people.get(one.id, ())]) for one in store.due(look))


def asked_today(step: Work, item: Item) -> None:
    """It was asked: the map makes room for another next ask."""
    one = store.get(step, item.subject_id)
    store.change(step, replace(one, next_ask="", next_on=None))
    step.label = f"Asked: {one.next_ask}"


def not_needed_today(step: Work, item: Item) -> None:
    """It is not asked; the words stay on the map, without a day."""
    store.change(step, replace(store.get(step, item.subject_id), next_on=None))


def _due(one: Need, names: Sequence[str]) -> DoorDue:
    assert one.next_on is not None
    return DoorDue(NEXT_ASK, one.id, 0, one.name, one.next_on, one.next_ask, say_ask(one, names), "")


def _own(step: Work, need_id: int) -> Need:
    """The need as one of the user's own: those that come with Hallway become it with the first change."""
    if need_id > 0:
        return store.get(step, need_id)
    name = next((one.name for one in mentors.shipped() if one.id == need_id), "")
    _take_over(step)
    return _find(step, name)


def _take_over(step: Work) -> None:
    if not store.needs(step):
        store.put(step, mentors.shipped())


def _find(look: View, name: str) -> Need:
    for one in store.needs(look):
        if fold(one.name) == fold(name):
            return one
    raise errors.NotFound("This is no longer on your map.")


def _named(look: View, name: str, besides: int = 0) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise errors.Refused("What would you turn to somebody for?")
    there = store.needs(look) or mentors.shipped()
    if any(fold(one.name) == fold(tidy) and one.id != besides for one in there):
        raise errors.Refused(f"{tidy} is on your map already.")
    return tidy
