"""Who led the user to whom, as a tree, and as a line on somebody's page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hallway.domain.referrals import Branch, Lead, grow, way_to
from hallway.store import referrals as store
from hallway.store.work import View


class Named(NamedTuple):
    """Somebody in the tree: name, and what they do."""

    name: str
    line: str


class Tree(NamedTuple):
    """The trees, and who everybody in them is."""

    roots: tuple[Branch, ...]
    people: Mapping[int, Named]


class OnThePage(NamedTuple):
    """What a person's page tells: through whom one came to them, the first first, and to whom they led."""

    through: tuple[tuple[int, str], ...] = ()
    led_to: tuple[tuple[int, str], ...] = ()


def tree(look: View) -> Tree:
    """Everybody who led the user to somebody, or whom somebody led to."""
    roots = grow(store.leads(look))
    return Tree(roots, _names(look, _ids(roots)))


def of_person(look: View, person_id: int) -> OnThePage:
    """Through whom the user came to somebody, and to whom they led."""
    if not store.touching(look, person_id):
        return OnThePage()
    leads = store.leads(look)
    way = [lead.from_id for lead in way_to(leads, person_id)]
    led = list(dict.fromkeys(lead.to_id for lead in sorted(leads, key=_by_day) if lead.from_id == person_id))
    people = _names(look, [*way, *led])
    return OnThePage(*(tuple((id_, people[id_].name) for id_ in ids if id_ != person_id) for ids in (way, led)))


def _ids(branches: Iterable[Branch]) -> Iterator[int]:
    for branch in branches:
        yield branch.person_id
        yield from branch.others
        yield from _ids(branch.branches)


def _names(look: View, ids: Iterable[int]) -> dict[int, Named]:
    rows = look.rows(
        "SELECT person_id, name, line FROM glance WHERE person_id IN (SELECT value FROM json_each(?))",
        json.dumps(list(ids)),
    )
    return {id_: Named(name, line) for id_, name, line in rows}


def _by_day(lead: Lead) -> tuple[str, int]:
    return lead.on, lead.to_id
