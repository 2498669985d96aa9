"""Who led the user to whom: a tree grown from introductions, referrals, and names that came up in talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

INTRODUCED, MET_THROUGH, REFERRED, NAMED = "introduced", "met through", "referred", "named"
STRENGTH: Final = (INTRODUCED, MET_THROUGH, NAMED, REFERRED)
"""The surest first: what one tells about somebody whom several things led to."""


class Lead(NamedTuple):
    """One person led the user to another: how, when (a partial date or empty), and for what."""

    from_id: int
    to_id: int
    how: str
    on: str = ""
    reason: str = ""


class Branch(NamedTuple):
    """Somebody in the tree; `lead` is None where the tree begins, `others` are further people who led there."""

    person_id: int
    lead: Lead | None
    branches: tuple[Branch, ...]
    others: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """How many people are reached from here."""
        return sum(1 + branch.size for branch in self.branches)


def grow(leads: Iterable[Lead]) -> tuple[Branch, ...]:
    """The trees, the largest first. Everybody stands in them once, below whoever led there most surely and first."""
    by_person: defaultdict[int, list[Lead]] = defaultdict(list)
    for lead in leads:
        if lead.from_id != lead.to_id:
            by_person[lead.to_id].append(lead)
    chosen = {id_: min(found, key=_sureness) for id_, found in by_person.items()}
    _open_rings(chosen)
    below: defaultdict[int, list[Lead]] = defaultdict(list)
    for lead in chosen.values():
        below[lead.from_id].append(lead)

    def branch(person_id: int) -> Branch:
        lead = chosen.get(person_id)
        led = sorted(below.get(person_id, ()), key=lambda one: (one.on, one.to_id))
        named = dict.fromkeys(one.from_id for one in by_person.get(person_id, ()))
        others = tuple(id_ for id_ in named if lead is None or id_ != lead.from_id)
        return Branch(person_id, lead, tuple(branch(one.to_id) for one in led), others)

    trees = [branch(id_) for id_ in below if id_ not in chosen]
    return tuple(sorted(trees, key=lambda tree: (-tree.size, tree.person_id)))


def way_to(leads: Iterable[Lead], person_id: int) -> tuple[Lead, ...]:
    """How one came to somebody, from the first who led there to the last; empty for nobody."""
    for tree in grow(leads):
        found = _way(tree, person_id)
        if found is not None:
            return tuple(found)
    return ()


def _way(branch: Branch, person_id: int) -> list[Lead] | None:
    if branch.person_id == person_id:
        return [branch.lead] if branch.lead else []
    for one in branch.branches:
        found = _way(one, person_id)
        if found is not None:
            return [*([branch.lead] if branch.lead else []), *found]
    return None


def _sureness(lead: Lead) -> tuple[int, str, int]:
    return STRENGTH.index(lead.how), lead.on or "9999", lead.from_id


def _open_rings(chosen: dict[int, Lead]) -> None:
    """Where people led to each other in a ring, the least sure of its leads is left out, and the tree begins there."""
    for start in sorted(chosen):
        ring = _ring(chosen, start)
        if ring:
            del chosen[max(ring, key=lambda id_: (_sureness(chosen[id_]), id_))]


def _ring(chosen: dict[int, Lead], start: int) -> Sequence[int]:
    """Those who stand in a ring above somebody, empty without one."""
    seen: list[int] = []
    at: int | None = start
    while at is not None and at not in seen:
        seen.append(at)
        at = chosen[at].from_id if at in chosen else None
    return seen[seen.index(at) :] if at is not None else ()
