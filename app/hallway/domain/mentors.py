"""Whom one turns to for what: a few needs, the people one has for each, and who else it could be.

One mentor for everything is rare; many people for different things serve better, and a sponsor, who speaks for one when
one is not in the room, is somebody else than an adviser (Kram and Higgins; the maps of NCFDD and Berkeley's OFEW).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from hallway.domain.folding import fold
from hallway.domain.listing import listed

MOST_FACTS = 3
FEWEST_LETTERS = 4
"""Shorter words of a need of one's own are no words to look for."""


@dataclass(frozen=True, slots=True)
class Need:
    """What one turns to others for. One that comes with Hallway and was not changed has an id below zero."""

    name: str
    next_ask: str = ""
    next_on: date | None = None
    id: int = 0
    hint: str = ""


class Signs(NamedTuple):
    """By what one may tell who could help: folded words of roles, groups and interests, kinds of organisations.

    `brings_together` is for those who introduced the user to others, `advises` for those who advise somebody, `near`
    for those at the user's own place.
    """

    roles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    brings_together: bool = False
    advises: bool = False
    near: bool = False


class Shipped(NamedTuple):
    """A need that comes with Hallway, what it means, and its signs."""

    name: str
    hint: str
    signs: Signs


SHIPPED: Final = (
    Shipped("Career", "Where this could lead, and what a step costs", Signs(
        ("professor", "head", "director", "lead", "senior"), ("mentor",), ("career",), advises=True)),
    Shipped("Method", "How to do it well: design, analysis, tools", Signs(
        ("statistic", "data", "engineer", "method", "technician", "software"), (),
        ("statistic", "model", "method", "sensor", "software", "data", "analysis"))),
    Shipped("Writing", "How to say it, and keep at it", Signs(
        ("editor", "writer", "journalist"), ("writing",), ("writing", "publish", "editing"))),
    Shipped("Feedback", "An honest look at a draft or a talk", Signs(
        ("professor", "lecturer", "postdoc", "reader"), ("mentor", "close", "lab"), (), advises=True)),
    Shipped("Sponsor", "Speaks for you when you are not in the room", Signs(
        ("professor", "head", "director", "dean", "chair", "programme"), (), (), ("funder", "learned society"),
        brings_together=True)),
    Shipped("Peers", "In the same boat, at the same time", Signs(
        ("phd", "doctoral", "postdoc", "student", "candidate"), ("cohort", "peer"), ())),
    Shipped("Belonging", "With whom you need not explain yourself", Signs(
        (), ("close", "friend", "family"), (), near=True)),
    Shipped("Industry", "What work looks like outside a university", Signs(
        (), ("industry",), ("industry",), ("company",))),
)  # fmt: skip
"""The needs to begin with, in their order."""


class Candidate(NamedTuple):
    """Somebody it could be, with the facts, the strongest first."""

    person_id: int
    name: str
    line: str
    facts: tuple[str, ...]


def shipped() -> tuple[Need, ...]:
    """The needs while nothing was changed, with ids below zero."""
    return tuple(Need(one.name, id=-at, hint=one.hint) for at, one in enumerate(SHIPPED, 1))


def hint_of(name: str) -> str:
    """What a need that comes with Hallway means, empty for one's own."""
    return next((one.hint for one in SHIPPED if fold(one.name) == fold(name)), "")


def signs_of(name: str) -> Signs:
    """By what to tell who could help with a need; with one's own, its words are looked for everywhere."""
    for one in SHIPPED:
        if fold(one.name) == fold(name):
            return one.signs
    words = tuple(word for word in fold(name).split() if len(word) >= FEWEST_LETTERS)
    return Signs(words, words, words)


def say_ask(need: Need, names: Sequence[str]) -> str:
    """Why a next ask stands on Today: "Your next ask about writing. You turn to Ada and Bo for it."."""
    whom = f" You turn to {listed(names, 3)} for it." if names else " Nobody stands there yet; anybody may."
    return f"Your next ask: {need.name}.{whom}"
