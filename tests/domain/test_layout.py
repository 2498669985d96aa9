"""Places on the map: nobody on anybody, circles apart, and whoever had a place keeps it."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallway.domain.circles import Trait, by_one_kind, circle_of, circles
from hallway.domain.errors import Stopped
from hallway.domain.layout import GAP, HOME, Place, arranged, bounds


def world(seed: int, count: int) -> tuple[list[int], dict[int, int], list[tuple[int, int]]]:
    random = Random(seed)
    ids = list(range(1, count + 1))
    circle = {id_: random.randrange(4) for id_ in ids if random.random() < 0.8}
    links = [(random.choice(ids), random.choice(ids)) for _ in range(count)]
    return ids, circle, [link for link in links if link[0] != link[1]]


def nearest(places: dict[int, Place]) -> float:
    return min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places.values(), 2))


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 1000), st.integers(2, 60))
def test_everybody_has_a_place_of_their_own_away_from_the_user(seed: int, count: int) -> None:
    people, circle, links = world(seed, count)
    places = arranged(people, circle, links, {})
    assert set(places) == set(people)
    assert nearest(places) > GAP * 0.4
    assert all(hypot(x, y) >= HOME * 0.99 for x, y in places.values())
    assert places == arranged(people, circle, links, {})


def test_circles_lie_beside_each_other() -> None:
    people, circle, links = world(3, 40)
    places = arranged(people, circle, links, {})
    middles = {}
    for number in range(4):
        own = [places[id_] for id_, at in circle.items() if at == number]
        middles[number] = sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own)
    for id_, at in circle.items():
        x, y = places[id_]
        far = {number: hypot(x - middle[0], y - middle[1]) for number, middle in middles.items()}
        assert far[at] == min(far.values())


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 1000), st.integers(1, 30), st.integers(1, 10))
def test_whoever_had_a_place_keeps_it_and_newcomers_stand_near_their_ties(seed: int, count: int, more: int) -> None:
    people, circle, links = world(seed, count + more)
    known = people[:count]
    before = arranged(known, {id_: circle.get(id_, 0) for id_ in known}, links, {})
    after = arranged(people, circle, links, before)
    assert {id_: after[id_] for id_ in known} == before


def test_a_newcomer_stands_beside_whom_they_know() -> None:
    people = list(range(1, 21))
    before = arranged(people, dict.fromkeys(people, 0), [], {})
    after = arranged([*people, 99], dict.fromkeys([*people, 99], 0), [(99, 7)], before)
    far = {id_: hypot(after[99][0] - x, after[99][1] - y) for id_, (x, y) in before.items()}
    assert far[7] < 2.5 * GAP
    assert sorted(far, key=far.__getitem__).index(7) < 6


def test_a_way_leads_outward_with_room_for_its_arrows() -> None:
    people = [1, 2, 3, *range(10, 30)]
    circle = {id_: id_ % 3 for id_ in people}
    places = arranged(people, circle, [(1, 2), (2, 3)], {}, way=(1, 2, 3))
    for one, other in ((1, 2), (2, 3)):
        assert hypot(places[one][0] - places[other][0], places[one][1] - places[other][1]) > GAP


def test_a_long_arrangement_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        arranged([1, 2], {}, [], {}, stop)


def test_bounds_take_in_the_user() -> None:
    assert bounds([(10.0, 20.0)]) == (0.0, 0.0, 10.0, 20.0)


# --- circles -----------------------------------------------------------------------------------------------


def test_the_things_that_take_in_most_people_make_the_circles() -> None:
    lab, talk, looms = Trait("organisation", "Lab"), Trait("event", "Talk"), Trait("topic", "looms")
    traits = {1: [lab, talk], 2: [lab, talk], 3: [lab, talk], 4: [talk], 5: [talk], 6: [looms], 7: [looms], 8: []}
    found = circles(traits)
    assert [(one.name, one.people) for one in found] == [("Talk", (1, 2, 3, 4, 5))]
    assert circle_of(found) == dict.fromkeys((1, 2, 3, 4, 5), 0)
    assert [one.name for one in circles(traits, least=2)] == ["Talk", "looms"]


def test_everybody_in_a_circle_shares_what_it_is_named_for() -> None:
    random = Random(4)
    names = [Trait(random.choice(("topic", "group", "event")), str(number)) for number in range(9)]
    traits = {id_: random.sample(names, 3) for id_ in range(60)}
    found = circles(traits)
    assert found
    for one in found:
        kinds = [trait for trait in names if trait.name == one.name]
        assert all(set(kinds) & set(traits[id_]) for id_ in one.people)
    everybody = [id_ for one in found for id_ in one.people]
    assert len(everybody) == len(set(everybody))


def test_circles_of_one_kind_alone() -> None:
    lab, talk = Trait("organisation", "Lab"), Trait("event", "Talk")
    traits = {1: [lab, talk], 2: [lab, talk], 3: [talk]}
    assert [one.name for one in by_one_kind(traits, "organisation", 5)] == ["Lab"]
