"""Further made-up people, as many as wanted: names of many places, work, what they met over and how often."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, cycle, islice, permutations, product
from typing import Any

from hallway.domain.events import Event
from hallway.domain.folding import fold
from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.domain.records import Email, PersonRecord, Profile, Work
from hallway.resources import resource
from hallway.store.bulk import Newcomer

MOMENTS_EACH = 10
"""Moments per person on the whole; most people have a few, a few people have very many."""

DAYS_BACK = 4 * 365
QUIET_DAYS = 4
"""The last few days belong to the written world."""

HEAVIEST = 150
"""Nobody is seen more than this many times as often as those who are seen least."""

PEOPLE_WITH_RHYTHM = 120
RHYTHMS = (60, 90, 90, 182, 182, 365)
ORGANISATIONS, EVENTS = 200, 32
KINDS = {
    Kind.CONVERSATION: 38, Kind.MESSAGE: 30, Kind.VIDEO_CALL: 12, Kind.CALL: 8, Kind.CHECK_IN: 6, Kind.THANK_YOU: 4,
    Kind.CONGRATULATION: 2,
}  # fmt: skip
TOGETHER = 0.12
"""How often a further person takes part."""

Crowd = tuple[tuple[Newcomer, ...], tuple[Event, ...], tuple[NewInteraction, ...]]


@dataclass(frozen=True, slots=True)
class _Stock:
    """What people are put together from."""

    parts: Mapping[str, Any]
    names: tuple[str, ...]
    organisations: tuple[str, ...]
    events: tuple[Event, ...]
    first_event: int


def crowd(rng: random.Random, count: int, people_before: int, events_before: int, today: date) -> Crowd:
    """People, events and moments, oldest first, for a record that holds so many people and events already."""
    if count <= 0:
        return (), (), ()
    stock = _stock(rng, count, events_before, today)
    met = sorted(today - timedelta(days=rng.randint(QUIET_DAYS, DAYS_BACK)) for _ in range(count))
    weights = [min(rng.paretovariate(1.2), HEAVIEST) for _ in range(count)]
    with_rhythm = _most_seen(weights, min(PEOPLE_WITH_RHYTHM, max(4, count // 8)))
    people = tuple(
        _person(rng, stock, at, met_on, rng.choice(RHYTHMS) if at in with_rhythm else None)
        for at, met_on in enumerate(met)
    )
    moments = _first_meetings(rng, stock, people, people_before)
    moments += _moments(rng, stock, met, weights, people_before, today)
    return people, stock.events, tuple(sorted(moments, key=lambda one: (one.on, one.at_time)))


def _stock(rng: random.Random, count: int, events_before: int, today: date) -> _Stock:
    with resource("sample", "crowd.toml").open("rb") as file:
        parts = tomllib.load(file)
    everywhere = [pattern.format(place) for pattern in parts["organisations"] for place in parts["places"]]
    organisations = rng.sample(everywhere, min(ORGANISATIONS, len(everywhere), 8 + count // 4))
    events = tuple(sorted(_events(rng, parts, min(EVENTS, 2 + count // 20), today), key=lambda one: one.start_on))
    return _Stock(parts, tuple(_names(rng, parts["names"], count)), tuple(organisations), events, events_before + 1)


def _names(rng: random.Random, places: Sequence[Mapping[str, str]], count: int) -> list[str]:
    """Names, each of them once as long as there are enough: first with one given name, then with two."""
    short = [name for place in places for name in product(_split(place["given"]), _split(place["family"]))]
    long = [
        (first, second, family)
        for place in places
        for first, second in permutations(_split(place["given"]), 2)
        for family in _split(place["family"])
    ]
    rng.shuffle(short)
    rng.shuffle(long)
    return [" ".join(name) for name in islice(cycle((*short, *long)), count)]


def _split(words: str) -> list[str]:
    """Names stand apart by spaces, or by bars where they have spaces themselves."""
    return words.split("|") if "|" in words else words.split()


def _events(rng: random.Random, parts: Mapping[str, Any], count: int, today: date) -> Iterator[Event]:
    for _ in range(count):
        pattern, kind, days = rng.choice(parts["events"])
        place = rng.choice(parts["places"])
        start = today - timedelta(days=rng.randint(2 * QUIET_DAYS, DAYS_BACK))
        title = f"{pattern.format(place)} {start.year}"
        yield Event(title, start, start + timedelta(days=days - 1), kind=kind, venue=place, status="attended")


def _most_seen(weights: Sequence[float], count: int) -> frozenset[int]:
    return frozenset(sorted(range(len(weights)), key=weights.__getitem__, reverse=True)[:count])


def _person(rng: random.Random, stock: _Stock, at: int, met_on: date, rhythm: int | None) -> Newcomer:
    parts, name = stock.parts, stock.names[at]
    since = met_on.year - rng.randint(0, 6)
    works = [Work(rng.choice(stock.organisations), rng.choice(parts["roles"]), rng.choice(parts["units"]), str(since))]
    if rng.random() < 0.3:
        before = Work(rng.choice(stock.organisations), rng.choice(parts["roles"]), "", str(since - 4), str(since))
        works.append(before)
    handle = ".".join(fold(name).replace("'", "").split())
    event = next((number for number, one in enumerate(stock.events, stock.first_event) if one.is_on(met_on)), None)
    record = PersonRecord(
        name=name, emails=(Email(f"{handle}.{at}@mail.example", "work"),) if rng.random() < 0.7 else (),
        profiles=(Profile("linkedin", f"https://www.linkedin.com/in/example-{at}"),) if rng.random() < 0.4 else (),
        works=tuple(works), topics=tuple(rng.sample(parts["topics"], rng.randint(1, 4))),
        groups=("Cohort",) if rng.random() < 0.06 else ("Industry",) if rng.random() < 0.06 else (),
        place=rng.choice(parts["places"]) if rng.random() < 0.5 else "", met_on=met_on.isoformat(),
    )  # fmt: skip
    how = rng.choice(parts["hows"]).format(rng.choice(record.topics))
    return Newcomer(record, how, event, rhythm, added_on=met_on, as_of=met_on.isoformat())


def _first_meetings(
    rng: random.Random, stock: _Stock, people: Sequence[Newcomer], before: int
) -> list[NewInteraction]:
    return [
        NewInteraction(
            date.fromisoformat(one.record.met_on), (Participant(number),), Kind.MET, _words(rng, stock),
            at_time=_time(rng), event_id=one.met_event_id,
        )
        for number, one in enumerate(people, before + 1)
        if rng.random() < 0.9
    ]  # fmt: skip


def _moments(
    rng: random.Random, stock: _Stock, met: Sequence[date], weights: Sequence[float], before: int, today: date
) -> list[NewInteraction]:
    """Moments spread over the people by weight, each on a day since they met, the first year more often."""
    count = len(met)
    chosen = rng.choices(range(count), cum_weights=list(accumulate(weights)), k=count * (MOMENTS_EACH - 1))
    kinds = rng.choices(list(KINDS), weights=list(KINDS.values()), k=len(chosen))
    found = []
    for at, kind in zip(chosen, kinds, strict=True):
        people: tuple[Participant, ...] = (Participant(before + 1 + at),)
        if rng.random() < TOGETHER and (other := rng.randrange(at + 1)) != at:  # who was met before was known then
            people = (*people, Participant(before + 1 + other))
        back = QUIET_DAYS + int(((today - met[at]).days - QUIET_DAYS) * rng.random() ** 0.7)
        day = today - timedelta(days=back)
        found.append(NewInteraction(day, people, kind, _words(rng, stock), _time(rng), rng.choice(("in", "out", ""))))
    return found


def _words(rng: random.Random, stock: _Stock) -> str:
    return str(rng.choice(stock.parts["words"])).format(rng.choice(stock.parts["topics"]))


def _time(rng: random.Random) -> str:
    return f"{rng.randint(8, 19):02}:{rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 50)):02}" if rng.random() < 0.7 else ""
