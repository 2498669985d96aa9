"""The tree of who led to whom: everybody in it once, whatever led where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.referrals import INTRODUCED, MET_THROUGH, NAMED, REFERRED, STRENGTH, Branch, Lead, grow, way_to


def people(branches: Iterable[Branch]) -> Iterator[int]:
    for branch in branches:
        yield branch.person_id
        yield from people(branch.branches)


def shape(branches: Iterable[Branch]) -> dict[int, object]:
    return {branch.person_id: shape(branch.branches) for branch in branches}


def test_a_chain_and_its_branches() -> None:
    leads = [Lead(1, 2, MET_THROUGH, "2025"), Lead(2, 3, INTRODUCED, "2026"), Lead(2, 4, NAMED), Lead(9, 8, REFERRED)]
    assert shape(grow(leads)) == {1: {2: {3: {}, 4: {}}}, 9: {8: {}}}
    assert [tree.size for tree in grow(leads)] == [3, 1]
    assert [lead.from_id for lead in way_to(leads, 3)] == [1, 2]
    assert way_to(leads, 1) == () == way_to(leads, 77)


def test_the_surest_way_counts_then_the_first_and_the_others_are_told() -> None:
    leads = [Lead(1, 5, REFERRED, "2024"), Lead(2, 5, INTRODUCED, "2026"), Lead(3, 5, NAMED), Lead(4, 5, NAMED)]
    (tree,) = grow(leads)
    (branch,) = tree.branches
    assert tree.person_id == 2 and branch.lead == leads[1] and branch.others == (1, 3, 4)
    (tree,) = grow([Lead(1, 5, NAMED, "2026"), Lead(2, 5, NAMED, "2025"), Lead(3, 5, NAMED)])
    assert tree.person_id == 2, "a lead without a day comes last"


def test_a_ring_is_opened_where_it_is_least_sure() -> None:
    leads = [Lead(1, 2, INTRODUCED, "2024"), Lead(2, 3, INTRODUCED, "2025"), Lead(3, 1, NAMED, "2026")]
    assert shape(grow(leads)) == {1: {2: {3: {}}}}


def test_nobody_leads_to_themselves() -> None:
    assert grow([Lead(1, 1, NAMED)]) == ()


@given(st.lists(st.builds(
    Lead, st.integers(1, 8), st.integers(1, 8), st.sampled_from(STRENGTH), st.sampled_from(("", "2024", "2025-03")),
)))  # fmt: skip
def test_everybody_stands_in_it_exactly_once(leads: list[Lead]) -> None:
    real = [lead for lead in leads if lead.from_id != lead.to_id]
    found = list(people(grow(leads)))
    assert sorted(found) == sorted(set(found))
    assert {lead.from_id for lead in real} | {lead.to_id for lead in real} >= set(found)
    assert {lead.to_id for lead in real} <= set(found)
    for person_id in found:
        way = way_to(leads, person_id)
        assert all(lead in leads for lead in way)
        assert not way or way[-1].to_id == person_id
