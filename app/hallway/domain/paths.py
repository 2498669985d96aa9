"""The best few ways from the user to somebody, through people who could introduce them.

A graph goes in (costs only, read as the search comes along), routes come out. The search begins at the goal, because
the user stands beside nearly everybody: a few people around the goal are looked at instead of the whole record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush, nsmallest
from math import inf
from typing import NamedTuple

MOST_ROUTES = 5
FARTHEST = 6.0
"""What a route may cost at most; beyond that nobody would ask."""
MOST_LOOKS = 120
"""People around whom is looked, so that a search ends soon in any record."""
READ_AT_ONCE = 8
"""People whose surroundings are read together."""

Costs = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Graph:
    """People by number and what it costs to go through them; the user is not among them.

    `mine` tells what asking each of these people costs the user, leaving out those the user does not know;
    `around` tells for each of these people whom they know, and what an introduction there costs. `least_mine` and
    `least_link` are costs that nothing there lies below: the nearer to the truth, the shorter the search.
    """

    mine: Callable[[Collection[int]], Costs]
    around: Callable[[Collection[int]], Mapping[int, Costs]]
    least_mine: float = 0.0
    least_link: float = 0.0


class Route(NamedTuple):
    """The people to go through, the user's own acquaintance first and the goal last, and what the whole way costs."""

    cost: float
    people: tuple[int, ...]


class _End(NamedTuple):
    """The last part of a route, from somebody to the goal. Nobody on it could be asked directly for `budget`."""

    cost: float
    people: tuple[int, ...]
    budget: float


def best_routes(
    graph: Graph, goals: Costs, most: int = MOST_ROUTES, farthest: float = FARTHEST, *, around_known: bool = True
) -> tuple[Route, ...]:
    """The cheapest routes, each beginning with somebody else; only then further ones that begin with the same person.

    `goals` are the people where a route may end, each with what is added there. A route makes sense as long as
    nobody in its middle could be asked directly for less, and no goal is gone through on the way to a dearer one.
    With `around_known` there are ways through others even to a goal that the user might as well turn to directly.
    """
    known, looks = _Known(graph, around_known), MOST_LOOKS
    different = _searched(known, goals, _Found(most, farthest, lambda people: people[0]), looks)
    if len(different) >= most:
        return different
    every = _searched(known, goals, _Found(most + len(different), farthest, lambda people: people), looks)
    further = [route for route in every if route not in different]
    return (*different, *further[: most - len(different)])


@dataclass(slots=True)
class _Known:
    """What has been read of the graph."""

    graph: Graph
    around_known: bool
    mine: dict[int, float | None] = field(default_factory=dict)
    around: dict[int, Costs] = field(default_factory=dict)

    def read_mine(self, ids: Iterable[int]) -> None:
        fresh = [id_ for id_ in ids if id_ not in self.mine]
        if fresh:
            told = self.graph.mine(fresh)
            self.mine.update((id_, told.get(id_)) for id_ in fresh)

    def read_around(self, ids: Iterable[int]) -> None:
        fresh = [id_ for id_ in dict.fromkeys(ids) if id_ not in self.around]
        if fresh:
            told = self.graph.around(fresh)
            self.around.update((id_, told.get(id_, {})) for id_ in fresh)


@dataclass(slots=True)
class _Found:
    """The cheapest route for each key, and what a further one must stay below."""

    most: int
    farthest: float
    key: Callable[[tuple[int, ...]], object]
    best: dict[object, Route] = field(default_factory=dict)
    ceiling: float = inf

    def __post_init__(self) -> None:
        self.ceiling = self.farthest

    @property
    def is_of_each(self) -> bool:
        """Whether routes that begin alike count as different."""
        return self.key((0, 1)) == (0, 1)

    def offer(self, route: Route) -> None:
        """Keep a route when it is the cheapest of its key."""
        key = self.key(route.people)
        if route.cost < self.ceiling and route.cost < self.best.get(key, (inf,))[0]:
            self.best[key] = route
            if len(self.best) >= self.most:
                self.ceiling = min(self.farthest, nsmallest(self.most, (one.cost for one in self.best.values()))[-1])

    def sorted(self) -> tuple[Route, ...]:
        """The cheapest first."""
        return tuple(sorted(self.best.values())[: self.most])


def _searched(known: _Known, goals: Costs, found: _Found, looks: int) -> tuple[Route, ...]:
    """Go outward from the goals, the cheapest way first, until nothing cheaper can come."""
    heap: list[_End] = []
    known.read_mine(goals)
    for goal, cost in goals.items():
        _take(known, found, heap, _End(cost, (goal,), inf))
    widest: dict[int, float] = {}
    while heap and looks:
        end = heappop(heap)
        here = end.people[0]
        if not _is_promising(known, found, end) or (not found.is_of_each and end.budget <= widest.get(here, -1.0)):
            continue
        widest[here] = end.budget  # whoever comes here later comes dearer, and is of use only with a wider budget
        looks -= 1
        if here not in known.around:
            known.read_around([here, *_next(known, found, heap)])
        known.read_mine(known.around[here])
        for longer in _longer(known, goals, end):
            _take(known, found, heap, longer)
    return found.sorted()


def _longer(known: _Known, goals: Costs, end: _End) -> Iterator[_End]:
    for other, cost in known.around[end.people[0]].items():
        total = end.cost + cost
        if other not in end.people and goals.get(other, inf) > total:
            yield _End(total, (other, *end.people), end.budget)


def _take(known: _Known, found: _Found, heap: list[_End], end: _End) -> None:
    """Offer the route that begins here, and go on from here later if that may lead to a cheaper one."""
    mine = known.mine[end.people[0]]
    if mine is not None:
        total = end.cost + mine
        if total < end.budget:
            found.offer(Route(total, end.people))
        if len(end.people) > 1 or not known.around_known:
            end = end._replace(budget=min(end.budget, total))
    if _is_promising(known, found, end):
        heappush(heap, end)


def _is_promising(known: _Known, found: _Found, end: _End) -> bool:
    return end.cost + known.graph.least_link + known.graph.least_mine < min(end.budget, found.ceiling)


def _next(known: _Known, found: _Found, heap: list[_End]) -> Iterator[int]:
    """Those whose turn comes soon."""
    for end in nsmallest(READ_AT_ONCE, heap):
        if _is_promising(known, found, end):
            yield end.people[0]
