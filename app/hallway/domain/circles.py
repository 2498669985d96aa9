"""Circles among people: each named for one thing that all in it share, a place, an event, an interest or a group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

LEAST, MOST = 3, 7
WEIGHTS = {"organisation": 1.3, "event": 1.0, "topic": 1.0, "group": 0.9}
"""What is taken first when two things cover about as many people."""


class Trait(NamedTuple):
    """Something that somebody shares with others: its kind (a key of `WEIGHTS`) and its name."""

    kind: str
    name: str


class Circle(NamedTuple):
    """People who share something; each person is in one circle at most."""

    name: str
    people: tuple[int, ...]


def circles(traits: Mapping[int, Collection[Trait]], most: int = MOST, least: int = LEAST) -> tuple[Circle, ...]:
    """The circles that take in most people, the biggest first; whoever shares nothing with enough others is in none."""
    left: dict[Trait, set[int]] = {}
    for person, own in traits.items():
        for trait in own:
            left.setdefault(trait, set()).add(person)
    found: list[Circle] = []
    while len(found) < most:
        best = max(left, key=lambda trait: _rank(trait, left[trait]), default=None)
        if best is None or len(left[best]) < least:
            break
        members = left.pop(best)
        found.append(Circle(best.name, tuple(sorted(members))))
        for others in left.values():
            others -= members
    return tuple(found)


def by_one_kind(traits: Mapping[int, Collection[Trait]], kind: str, most: int) -> tuple[Circle, ...]:
    """Circles of one kind of thing alone; who shares several is where most others are."""
    only = {person: [trait for trait in own if trait.kind == kind] for person, own in traits.items()}
    return circles(only, most, least=2)


def circle_of(found: Sequence[Circle]) -> dict[int, int]:
    """In which circle each person is, by its place in the list."""
    return {person: at for at, circle in enumerate(found) for person in circle.people}


def _rank(trait: Trait, members: Collection[int]) -> tuple[float, str, str]:
    return WEIGHTS.get(trait.kind, 1.0) * len(members), trait.kind, trait.name
