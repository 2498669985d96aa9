"""Who can help the user reach a person, an organisation or a topic: a few routes, each step with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from hallway.domain import errors
from hallway.domain.bond_words import say_acquaintance, say_bond, short_names
from hallway.domain.bonds import LEAST_LINK, LEAST_MINE, Acquaintance, Bond, link_cost, my_cost
from hallway.domain.dates import MONTH_NAMES
from hallway.domain.folding import fold
from hallway.domain.paths import MOST_ROUTES, Costs, Graph, best_routes
from hallway.store import network, organisations, people
from hallway.store.work import View
from hallway.usecases import searching
from hallway.usecases.searching import Hit

PERSON, ORGANISATION, TOPIC = "person", "organisation", "topic"
YOU = "You"
ME = 0
"""The user's number among people; nobody in the record has it."""
NO_LONGER_THERE = 0.8
"""What it adds when somebody was at an organisation and has left."""
FARTHEST = 5.0
OFFERED = {PERSON: 4, ORGANISATION: 3, TOPIC: 2}
READS = 6
"""Slices of the names that are read while somebody types."""


class Target(NamedTuple):
    """Whom or what the user wants to reach."""

    kind: str
    id: int
    name: str


class Reached(NamedTuple):
    """One stretch of a route: from whom to whom (ids, 0 for the user), why, and what else ties the two.

    The last stretch may lead to an organisation or a topic; its `to_id` is 0 then.
    """

    from_id: int
    from_name: str
    to_id: int
    to_name: str
    why: str
    also: tuple[str, ...] = ()


class Found(NamedTuple):
    """One route: its steps, the people on it (the one to ask first, the one to reach last), their names and lines."""

    steps: tuple[Reached, ...]
    people: tuple[int, ...]
    names: tuple[str, ...]
    lines: tuple[str, ...]
    cost: float

    @property
    def is_direct(self) -> bool:
        """Whether the user knows the person at the end."""
        return len(self.people) == 1


def target_named(look: View, words: str) -> Target:
    """Whom the words mean: a person, organisation or topic of that name, else the one person they are a part of.

    Raises `NotFound` or `Ambiguous`.
    """
    for kind in (ORGANISATION, TOPIC):
        found = network.called(look, kind, words)
        if found is not None and not _is_called(look, words):
            return target(look, kind, found)
    people_found = people.called(look, words)
    if len(people_found) == 1:
        return Target(PERSON, *people_found[0])
    if people_found:
        choices = tuple(name for _, name in people_found[:12])
        told = f"Several people fit “{words}”: {', '.join(choices)}."
        raise errors.Ambiguous(told, choices, "Write more of the name.")
    raise errors.NotFound(
        f"No person, organisation or topic here goes by “{words}”.", do="Try `hallway find` with a part of the name."
    )


def offered(look: View, words: str) -> tuple[Hit, ...]:
    """People, organisations and topics that may be meant by what is typed; those that are called so come first."""
    for _ in range(READS):
        if searching.read_names(look):
            break
    found = searching.find_each(look, words, OFFERED)
    typed = fold(words).split()

    def is_called_otherwise(hit: Hit) -> bool:
        named = fold(hit.title).split()
        return not all(any(word.startswith(one) for word in named) for one in typed)

    return tuple(sorted((hit for kind in OFFERED for hit in found.get(kind, ())), key=is_called_otherwise))


def target(look: View, kind: str, id_: int) -> Target:
    """The target with its name. Raises `NotFound` when it is gone."""
    if kind == PERSON:
        return Target(PERSON, id_, people.get(look, id_).name)
    if kind == ORGANISATION:
        return Target(ORGANISATION, id_, organisations.get(look, id_).name)
    name = network.topic_name(look, id_)
    if name is None:
        raise errors.NotFound("This topic is no longer in your record.")
    return Target(TOPIC, id_, name)


def routes(look: View, goal: Target, most: int = MOST_ROUTES) -> tuple[Found, ...]:
    """The best few routes to a target, the best first; empty when nobody leads there."""
    ends = _ends(look, goal)
    read = _Network(look)
    graph = Graph(read.mine, read.around, LEAST_MINE, LEAST_LINK)
    found = best_routes(graph, {id_: end.cost for id_, end in ends.items()}, most, FARTHEST,
                        around_known=goal.kind == PERSON)  # fmt: skip
    everybody = {id_ for route in found for id_ in route.people}
    read.read_people(everybody)
    with_last = network.last_moments(look, everybody)
    for id_, (kind, direction) in with_last.items():
        read.people[id_] = replace(read.people[id_], last_kind=kind, direction=direction)
    return tuple(_told(look, read, goal, ends, route.people, route.cost) for route in found)


class _End(NamedTuple):
    """Where a route may end: what is added there, what somebody is or was at the organisation, and where exactly."""

    cost: float = 0.0
    role: str = ""
    place: str = ""


def _ends(look: View, goal: Target) -> Mapping[int, _End]:
    if goal.kind == PERSON:
        return {goal.id: _End()}
    if goal.kind == TOPIC:
        return dict.fromkeys(network.with_topic(look, goal.id), _End())
    ends: dict[int, _End] = {}
    for id_, role, place, until in network.at_organisation(look, goal.id):
        place = f"{place}, until {until[:4]}" if until else place
        ends.setdefault(id_, _End(NO_LONGER_THERE if until else 0.0, role, place))
    return ends


class _Network:
    """What the search read, and the reasons behind its costs."""

    def __init__(self, look: View) -> None:
        self.look = look
        self.people: dict[int, Acquaintance] = {}
        self.bonds: dict[tuple[int, int], list[Bond]] = {}
        self._asked: set[int] = set()

    def read_people(self, ids: Iterable[int]) -> None:
        """Read those not read yet."""
        fresh = set(ids) - self._asked
        if fresh:
            self._asked |= fresh
            self.people.update(network.acquaintances(self.look, fresh))

    def mine(self, ids: Collection[int]) -> Costs:
        """What it costs to turn to each."""
        self.read_people(ids)
        costs = {id_: my_cost(self.people[id_], self.look.today) for id_ in ids if id_ in self.people}
        return {id_: cost for id_, cost in costs.items() if cost is not None}

    def around(self, ids: Collection[int]) -> Mapping[int, Costs]:
        """Whom each of them is tied to; those set aside are left out."""
        today = self.look.today
        wanted = frozenset(ids)
        costs: dict[int, dict[int, float]] = {id_: {} for id_ in ids}
        for bond in network.around(self.look, ids):
            cost = link_cost(bond, today)
            for one, other in ((bond.one, bond.other), (bond.other, bond.one)):
                if one in wanted and cost < costs[one].get(other, 1e9):
                    costs[one][other] = cost
            self.bonds.setdefault(_pair(bond.one, bond.other), []).append(bond)
        self.read_people({other for near in costs.values() for other in near})
        return {
            one: {other: cost for other, cost in near.items() if self._may_be_asked(other)}
            for one, near in costs.items()
        }

    def between(self, one: int, other: int) -> list[Bond]:
        """What ties two people, the strongest first, each thing once."""
        found = dict.fromkeys(self.bonds.get(_pair(one, other), ()))
        return sorted(found, key=lambda bond: link_cost(bond, self.look.today))

    def _may_be_asked(self, id_: int) -> bool:
        return id_ in self.people and not self.people[id_].is_set_aside


def _told(
    look: View, read: _Network, goal: Target, ends: Mapping[int, _End], people_on: tuple[int, ...], cost: float
) -> Found:
    """A route in words."""
    shown = {id_: (read.people[id_].name, read.people[id_].given) for id_ in people_on}
    short = short_names(shown)
    call = short.__getitem__
    first = read.people[people_on[0]]
    steps = [Reached(ME, YOU, first.id, first.name, say_acquaintance(first, call, look.today), _history(look, first))]
    for one, other in pairwise(people_on):
        best, *rest = _distinct(read.between(one, other))
        also = tuple(say_bond(bond, call, one) for bond in rest[:2])
        steps.append(Reached(one, shown[one][0], other, shown[other][0], say_bond(best, call, one), also))
    last = people_on[-1]
    if goal.kind != PERSON:
        why = _say_end(goal, ends[last], shown[last][0])
        steps.append(Reached(last, shown[last][0], 0, goal.name, why))
    lines = tuple(_line(read.people[id_], ends.get(id_)) for id_ in people_on)
    return Found(tuple(steps), people_on, tuple(name for name, _ in shown.values()), lines, cost)


def _distinct(found: list[Bond]) -> list[Bond]:
    """One of each kind, one for each place; what is no more than an event only when there is nothing else."""
    kinds: dict[tuple[str, str], Bond] = {}
    for bond in found:
        kinds.setdefault(("event" if bond.is_event else bond.kind, bond.about), bond)
    told = [bond for bond in kinds.values() if not bond.is_event]
    return told or list(kinds.values())


def _say_end(goal: Target, end: _End, name: str) -> str:
    if goal.kind == TOPIC:
        return f"{name} is interested in {goal.name}"
    if end.role:
        return f"{name}: {end.role}, {end.place}"
    return f"{name} {'was' if end.cost else 'is'} at {end.place}"


def _line(one: Acquaintance, end: _End | None) -> str:
    """What somebody does; at the end of a route to an organisation, what they are or were there."""
    return f"{end.role}, {end.place}" if end is not None and end.role else one.line


def _history(look: View, one: Acquaintance) -> tuple[str, ...]:
    """How much happened with somebody, when it is more than what was told already."""
    number, first = network.moments_since(look, one.id) if one.is_known else (0, None)
    if number < 2 or first is None:
        return ()
    return (f"{number} moments since {_month(first)}",)


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _is_called(look: View, words: str) -> bool:
    """Whether a person goes by exactly these words."""
    return any(fold(name) == fold(words) for _, name in people.called(look, words))
