"""Placing check-ins: how near to the best that could be, and how long it takes."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from datetime import date, timedelta
from math import log
from random import Random
from statistics import median

from hallway.domain.placing import Item, Room, place
from hallway.domain.plan import Limits, Wish, plan
from tests.bench import books
from tests.bench.assignment import least_cost, least_cost_quickly
from tests.bench.measuring import medians_in_turn, milliseconds
from tests.bench.rows import Row, against_floor, at_most

HAS_SOLVER = importlib.util.find_spec("scipy") is not None
"""The exact solver everybody uses; without it, ours in plain Python proves the gap on smaller crowds."""

FIRST_DAY = 739_790
"""A Monday."""

PER_DAY, OPEN_DAYS = 2, (1, 3)
RHYTHMS = (30, 60, 90, 90, 182, 182, 365)
CROWDS = 15
PEOPLE = (100, 1000, 3000, 10_000)
"""How many people the time of a whole plan is measured with."""

MOST_GROWTH = 1.5
"""The exponent by which time may grow with people: twice the people, at most 2.8 times the time."""


def rows(scale: float) -> list[Row]:
    """Gaps over many crowds of 60, gap and time at 500, time at 5,000."""
    gaps = [gap(60, seed) for seed in range(CROWDS)]
    found = [
        at_most("plan of 60, gap to the best (median)", "%", median(gaps), 1),
        at_most("plan of 60, gap to the best (worst)", "%", max(gaps), 2),
        at_most("days moved by 12 logs, 40 people", "%", churn(40), 1),
        at_most("days moved by 12 logs, 140 people", "%", churn(140), 5),
    ]
    found += growth([books.scaled(scale, count) for count in PEOPLE])
    sizes = (books.scaled(scale, 500), books.scaled(scale, 5000))
    return found + (_beside_solver(*sizes) if HAS_SOLVER else _alone(*sizes))


def growth(sizes: Sequence[int]) -> list[Row]:
    """The time of a whole plan over half a year, first days and turns after them, against people; and how it grows."""
    today = date.fromordinal(FIRST_DAY)
    taken = []
    for count in sizes:
        random = Random(count)
        wishes = [
            Wish(person, random.choice(RHYTHMS), today + timedelta(random.randint(-20, 120))) for person in range(count)
        ]
        limits = Limits(per_week=max(3, count // 20))
        until = today + timedelta(180)
        [one] = medians_in_turn([lambda: plan(wishes, limits, today=today, until=until)], 3)  # noqa: B023
        taken.append(one)
    found = [
        at_most(f"plan of {count:,} people, half a year", "ms", one, 5000)
        for count, one in zip(sizes, taken, strict=True)
    ]
    if sizes[-1] > sizes[0]:
        exponent = log(taken[-1] / taken[0]) / log(sizes[-1] / sizes[0])
        found.append(at_most("plan, growth of time with people (exponent)", "", exponent, MOST_GROWTH))
    return found


def gap(count: int, seed: int) -> float:
    """How many hundredths dearer our plan is than the cheapest."""
    items, units = crowd(count, seed)
    return 100 * (placed_cost(items, units) / least_cost(_costs(items, units)) - 1)


def churn(count: int) -> float:
    """How many hundredths of the others' next days move while the first of the day is written to, twelve times."""
    moved = looked_at = 0
    for seed in range(4):
        random, today = Random(seed), date.fromordinal(FIRST_DAY)
        wishes = {
            person: Wish(person, random.choice(RHYTHMS), today + timedelta(random.randint(-20, 120)))
            for person in range(count)
        }
        told = _next_days(wishes, today, {}, ())
        done: list[date] = []
        for _ in range(12):
            person = min(told, key=lambda one: (told[one], one))
            monday = told[person] - timedelta(told[person].weekday())
            today, done = told[person], [*(day for day in done if day >= monday), told[person]]
            wishes[person] = Wish(person, wishes[person].rhythm_days, today + timedelta(wishes[person].rhythm_days))
            others = {one: day for one, day in told.items() if one != person}
            told = _next_days(wishes, today, others, done)
            moved += sum(told[one] != day for one, day in others.items())
            looked_at += len(others)
    return 100 * moved / looked_at


def _next_days(
    wishes: dict[int, Wish], today: date, told: dict[int, date], done: Sequence[date]
) -> dict[int, date]:
    placed = plan(list(wishes.values()), Limits(), today=today, until=today, previous=told, reached=done)
    return {one.person_id: one.on for one in placed.check_ins}


def crowd(count: int, seed: int) -> tuple[list[Item], list[int]]:
    """Wishes that come in clusters (after a conference, everybody at once), and a little more room than needed."""
    random = Random(seed)
    span = int(count / (PER_DAY * len(OPEN_DAYS)) * 7 * 1.15)
    conferences = [random.randrange(span) for _ in range(1 + count // 40)]
    items = []
    for person in range(count):
        rhythm = random.choice(RHYTHMS)
        near = random.choice(conferences) + random.gauss(0, 6) if random.random() < 0.4 else random.uniform(0, span)
        wish = FIRST_DAY + max(0, min(span, int(near)))
        items.append(Item((person, 0), wish, wish, rhythm // 10, 1.0))
    weeks = range(span // 7 + 3)
    units = [FIRST_DAY + 7 * week + day for week in weeks for day in OPEN_DAYS for _ in range(PER_DAY)]
    return items, units


def placed_cost(items: list[Item], units: list[int]) -> float:
    """What our plan costs."""
    days = place(items, _room(units))
    return sum(item.cost(day) for item, day in zip(items, days, strict=True))


def _alone(some: int, many: int) -> list[Row]:
    found = []
    for count in (some, many):
        items, units = crowd(count, 1)
        [taken] = medians_in_turn([lambda: place(items, _room(units))], 3)  # noqa: B023
        found.append(at_most(f"plan of {count:,}", "ms", taken, 50 if count == some else 2000))
    return found


def _beside_solver(some: int, many: int) -> list[Row]:
    found = []
    for count, at_most_times in ((some, 2), (many, 0.2)):
        items, units = crowd(count, 1)
        best: list[float] = []
        solver = milliseconds(lambda: best.append(least_cost_quickly(_costs(items, units))))  # noqa: B023
        [ours] = medians_in_turn([lambda: place(items, _room(units))], 3)  # noqa: B023
        found.append(against_floor(f"plan of {count:,} (floor: exact solver)", "ms", ours, solver, at_most_times))
        distance = 100 * (placed_cost(items, units) / best[0] - 1)
        found.append(at_most(f"plan of {count:,}, gap to the best", "%", distance, 2))
    return found


def _costs(items: list[Item], units: list[int]) -> list[list[float]]:
    return [[item.cost(day) for day in units] for item in items]


def _room(units: list[int]) -> Room:
    days = dict.fromkeys(units, PER_DAY)
    return Room(days, dict.fromkeys(((day - 1) // 7 for day in days), PER_DAY * len(OPEN_DAYS)))
