"""Whom to reach: the order, and the facts that are told of each."""

from __future__ import annotations

import random

import pytest

from hallway.domain.records import PersonRecord
from hallway.domain.whom_to_reach import ME, Candidate, Topic, Way, rank, say_together
from tests.quickness import quick

TOPICS = {"street trees": Topic("Street trees", 6), "kriging": Topic("Kriging", 1), "wind": Topic("Wind", 0)}


def somebody(name: str = "Bea Busy", **more: object) -> Candidate:
    return Candidate(PersonRecord(name), **more)  # type: ignore[arg-type]


def order(*candidates: Candidate) -> list[str]:
    return [one.name for one in rank(candidates, TOPICS, 2026)]


def facts(candidate: Candidate) -> tuple[str, ...]:
    return rank([candidate], TOPICS, 2026)[0].facts


def test_who_wrote_lately_comes_before_who_wrote_long_ago() -> None:
    old, new = ((2000, "Old"), (1999, "Older")), ((2026, "New"), (2025, "Newer"))
    assert order(somebody("Old", wrote=old), somebody("New", wrote=new)) == ["New", "Old"]


def test_who_shares_topics_comes_first() -> None:
    wrote = ((2024, "T"),)
    assert order(somebody("B", wrote=wrote), somebody("A", wrote=wrote, topics=("street trees",))) == ["A", "B"]
    assert order(somebody("B", topics=("kriging",)), somebody("A", topics=("street trees",))) == ["A", "B"]


def test_a_sure_way_in_comes_before_a_likely_one_and_both_before_none() -> None:
    def way(sure: bool) -> tuple[Way, ...]:
        return (Way(3, "Ada", say_together(2, 2025), 2025, 2, is_sure=sure),)

    found = order(somebody("None"), somebody("Likely", ways=way(False)), somebody("Sure", ways=way(True)))
    assert found == ["Sure", "Likely", "None"]


def test_the_same_are_ordered_by_name_and_no_more_than_asked() -> None:
    assert order(somebody("B"), somebody("A")) == ["A", "B"]
    assert len(rank([somebody(str(n)) for n in range(50)], TOPICS, 2026, most=7)) == 7


def test_each_fact_is_a_sentence() -> None:
    assert facts(somebody(
        wrote=((2025, "Shade"), (2020, "Sun")), topics=("kriging", "street trees"),
        ways=(Way(3, "Ada", say_together(3, 2025), 2025, 3), Way(4, "Bo", say_together(1, 2020), 2020, is_sure=False)),
    )) == (
        "Ada, whom you know, wrote 3 papers with them, the last in 2025.",
        "Bo, if it is the one you know, wrote a paper with them in 2020.",
        "Works on Street trees, as 6 people you know do, and on Kriging.",
        "Wrote 2 papers here, the latest in 2025: “Shade”.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("candidate", "fact"),
    [
        (somebody(topics=("kriging",)), "Works on Kriging, as somebody you know does."),
        (somebody(topics=("wind",)), "Works on Wind, one of your topics."),
        (somebody(wrote=((2024, "T"),)), "Wrote “T” in 2024."),
        (somebody(wrote=((0, "T"),)), "Wrote “T”."),
        (somebody(speaks=(("A", False), ("B", True))), "Speaks in “B”, which you starred."),
        (somebody(ways=(Way(ME, "", say_together(2, 2026)),)), "You wrote 2 papers with them, the last in 2026."),
    ],
)
def test_facts(candidate: Candidate, fact: str) -> None:
    assert facts(candidate) == (fact,)


def test_only_a_sure_way_may_introduce() -> None:
    ways = (Way(ME, "", "wrote a paper with them"), Way(3, "Bo", "x", is_sure=False), Way(4, "Ada", "y"))
    assert rank([somebody(ways=ways)], TOPICS, 2026)[0].through_id == 4
    assert rank([somebody(ways=ways[:2])], TOPICS, 2026)[0].through_id is None


def test_ten_thousand_are_ordered_in_a_moment() -> None:
    dice = random.Random(1)
    crowd = [
        somebody(f"P{n}", wrote=tuple((dice.randint(1990, 2026), "T") for _ in range(5)), topics=("kriging",))
        for n in range(10_000)
    ]
    with quick(3):
        assert len(rank(crowd, TOPICS, 2026)) == 40
