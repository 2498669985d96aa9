"""Routes over people, against networkx: the cheapest ones, each beginning with somebody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from random import Random

import networkx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.paths import FARTHEST, Costs, Graph, Route, best_routes

ME, GOAL = 0, -1


@dataclass
class Drawn:
    """A network as our search reads it, and as networkx sees it (the user is `ME`, a goal beyond all goals `GOAL`)."""

    mine: dict[int, float]
    links: dict[int, dict[int, float]]
    goals: dict[int, float]
    looked_at: set[int]

    def graph(self) -> Graph:
        def around(ids: Collection[int]) -> dict[int, Costs]:
            self.looked_at.update(ids)
            return {id_: self.links.get(id_, {}) for id_ in ids}

        least_link = min((cost for near in self.links.values() for cost in near.values()), default=0.0)
        least_mine = min(self.mine.values(), default=0.0)
        return Graph(self.known_of, around, least_mine, least_link)

    def known_of(self, ids: Collection[int]) -> Costs:
        return {id_: self.mine[id_] for id_ in ids if id_ in self.mine}

    def theirs(self) -> networkx.DiGraph:
        seen = networkx.DiGraph()
        seen.add_nodes_from((ME, GOAL))
        seen.add_weighted_edges_from((ME, one, cost) for one, cost in self.mine.items())
        seen.add_weighted_edges_from((a, b, cost) for a, near in self.links.items() for b, cost in near.items())
        seen.add_weighted_edges_from((one, GOAL, cost) for one, cost in self.goals.items())
        return seen

    def every_route(self, around_known: bool = True) -> list[Route]:
        """Every route that makes sense, cheapest first, as networkx finds them."""
        seen = self.theirs()
        if not networkx.has_path(seen, ME, GOAL):
            return []
        found = []
        for path in networkx.shortest_simple_paths(seen, ME, GOAL, weight="weight"):
            cost = networkx.path_weight(seen, path, "weight")
            if cost >= FARTHEST:
                break
            if self._makes_sense(path, around_known):
                found.append(Route(cost, tuple(path[1:-1])))
        return found

    def _makes_sense(self, path: list[int], around_known: bool) -> bool:
        """Nobody in the middle is cheaper to ask directly, and no goal lies on the way to a dearer one."""
        people = path[1:-1]
        so_far = self.mine[people[0]]
        for one, other in pairwise(people):
            so_far += self.links[one][other]
            if (other != people[-1] or not around_known) and self.mine.get(other, FARTHEST) <= so_far:
                return False
        left = self.goals[people[-1]]
        for other, one in pairwise(people[::-1]):
            left += self.links[one][other]
            if self.goals.get(one, inf) <= left:
                return False
        return True


def network(seed: int, people: int, ties: int, known: int, goals: int = 1) -> Drawn:
    random = Random(seed)
    ids = range(1, people + 1)
    links: dict[int, dict[int, float]] = {id_: {} for id_ in ids}
    for _ in range(ties):
        one, other = random.sample(ids, 2)
        links[one][other] = links[other][one] = random.uniform(0.5, 2.5)
    mine = {id_: random.uniform(0.2, 3.0) for id_ in random.sample(ids, known)}
    ends = random.sample(ids, goals)
    entry = {id_: random.choice((0.0, random.uniform(0, 1))) for id_ in ends}
    return Drawn(mine, links, entry if goals > 1 else dict.fromkeys(ends, 0.0), set())


def expected(routes: list[Route], most: int) -> list[float]:
    """The cheapest by first person, then whatever is left, by cost."""
    different: dict[int, Route] = {}
    for route in routes:
        different.setdefault(route.people[0], route)
    first = list(different.values())[:most]
    rest = [route for route in routes if route not in first]
    return [route.cost for route in (*first, *rest[: most - len(first)])]


@settings(deadline=None, max_examples=300)
@given(
    st.integers(0, 10**9), st.integers(3, 9), st.integers(0, 18), st.integers(0, 6), st.integers(1, 3),
    st.integers(1, 6), st.booleans(),
)  # fmt: skip
def test_the_same_routes_as_networkx_finds_by_looking_at_every_path(
    seed: int, people: int, ties: int, known: int, goals: int, most: int, around: bool
) -> None:
    drawn = network(seed, people, ties, min(known, people), goals)
    found = best_routes(drawn.graph(), drawn.goals, most, around_known=around)
    assert [route.cost for route in found] == pytest.approx(expected(drawn.every_route(around), most))
    every = {route.people for route in drawn.every_route(around)}
    assert all(route.people in every for route in found)


@pytest.mark.parametrize("seed", range(20))
def test_the_best_route_is_the_shortest_path_in_a_big_network(seed: int) -> None:
    drawn = network(seed, 800, 3200, 120)
    seen = drawn.theirs()
    found = best_routes(drawn.graph(), drawn.goals)
    if not networkx.has_path(seen, ME, GOAL):
        assert found == ()
        return
    assert found[0].cost == pytest.approx(networkx.dijkstra_path_length(seen, ME, GOAL))
    without_me = seen.subgraph(set(seen) - {ME})
    for route in found:  # no way on is shorter than the shortest, whoever it begins with
        rest = networkx.dijkstra_path_length(without_me, route.people[0], GOAL)
        assert route.cost >= drawn.mine[route.people[0]] + rest - 1e-9


def test_routes_begin_with_different_people_while_there_are_some() -> None:
    links = {9: {1: 1.0, 2: 1.1, 3: 1.2}, 1: {9: 1.0, 2: 0.6}, 2: {9: 1.1, 1: 0.6}, 3: {9: 1.2}}
    drawn = Drawn({1: 0.3, 2: 0.3, 3: 0.3}, links, {9: 0.0}, set())
    assert [route.people for route in best_routes(drawn.graph(), drawn.goals, 3)] == [(1, 9), (2, 9), (3, 9)]


def test_the_same_person_twice_when_there_is_nobody_else() -> None:
    links = {9: {2: 1.0, 3: 1.1}, 2: {9: 1.0, 1: 1.0}, 3: {9: 1.1, 1: 1.0}, 1: {2: 1.0, 3: 1.0}}
    drawn = Drawn({1: 0.3}, links, {9: 0.0}, set())
    assert [route.people for route in best_routes(drawn.graph(), drawn.goals)] == [(1, 2, 9), (1, 3, 9)]


def test_nobody_is_asked_who_would_only_ask_somebody_the_user_knows_well() -> None:
    links = {9: {1: 1.0}, 1: {9: 1.0, 2: 1.0}, 2: {1: 1.0}}
    drawn = Drawn({1: 0.4, 2: 0.3}, links, {9: 0.0}, set())
    assert [route.people for route in best_routes(drawn.graph(), drawn.goals)] == [(1, 9)]


def test_a_closer_friend_is_worth_the_detour_to_somebody_hardly_known() -> None:
    links = {9: {1: 1.0}, 1: {9: 1.0, 2: 0.6}, 2: {1: 0.6}}
    drawn = Drawn({1: 2.8, 2: 0.3}, links, {9: 0.0}, set())
    assert [route.people for route in best_routes(drawn.graph(), drawn.goals)] == [(2, 1, 9), (1, 9)]


def test_a_goal_the_user_knows_is_reached_directly_and_through_others_too() -> None:
    drawn = Drawn({9: 0.5, 1: 0.3}, {9: {1: 0.9}, 1: {9: 0.9}}, {9: 0.0}, set())
    assert [route.people for route in best_routes(drawn.graph(), drawn.goals)] == [(9,), (1, 9)]


def test_nobody_leads_there() -> None:
    drawn = Drawn({1: 0.3}, {9: {8: 1.0}, 8: {9: 1.0}}, {9: 0.0}, set())
    assert best_routes(drawn.graph(), drawn.goals) == ()
    assert best_routes(drawn.graph(), {}) == ()


def test_only_a_part_of_a_big_network_is_looked_at() -> None:
    drawn = network(5, 5000, 50_000, 4000)
    assert len(best_routes(drawn.graph(), drawn.goals)) == 5
    assert len(drawn.looked_at) < 500
