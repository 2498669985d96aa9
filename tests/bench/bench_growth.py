"""What a person does daily, in books of 100, 1,000 and 10,000 people: it may grow with the logarithm at most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import cycle
from math import log
from statistics import median

from hallway.domain.interactions import NewInteraction, Participant
from hallway.usecases import interactions, people, planning, searching, today
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.measuring import milliseconds
from tests.bench.rows import Row

SIZES = (0.01, 0.1, 1.0)
TIMES = 40

Call = Callable[[], object]


def rows(scale: float) -> list[Row]:
    """A row for each action and larger book, against the smallest book."""
    sizes = [books.scaled(scale * size) for size in SIZES]
    desks = [books.desk(books.copy(books.book(size))) for size in sizes]
    taken = _measured([daily(desk) for desk in desks])
    for desk in desks:
        desk.close()
    return [_row(action, sizes, at, taken) for action in taken[0] for at in range(1, len(sizes))]


def daily(desk: Desk) -> Mapping[str, Call]:
    """What is done every day; each call of one asks about other people."""
    listed = desk.ask(people.listed, people.PeopleFilter())
    ids = cycle(listed[:: max(1, len(listed) // 17)])
    words = cycle(("ma", "lin", "so", "research", "coffee"))
    moments = interactions.TimelineFilter()
    return {
        "open Today": lambda: desk.ask(today.page),
        "open the plan": lambda: desk.ask(planning.plan),
        "open People": lambda: desk.ask(people.rows, desk.ask(people.listed, people.PeopleFilter())[:100]),
        "open a person": lambda: desk.ask(people.page_of, next(ids)),
        "open the timeline": lambda: desk.ask(interactions.timeline, moments),
        "find people": lambda: desk.ask(searching.find_people, next(words)),
        "find anything": lambda: desk.ask(searching.find, next(words)),
        "log something": lambda: desk.do(
            interactions.log, NewInteraction(desk.clock.today(), (Participant(next(ids)),))
        ),
        "take it back": desk.undo,
        "rename a person": lambda: desk.do(people.change, next(ids), "nickname", "Lin"),
    }


def _measured(actions: list[Mapping[str, Call]]) -> list[dict[str, float]]:
    """The median milliseconds of each action in each book, the books in turn."""
    taken: list[dict[str, list[float]]] = [{name: [] for name in of_book} for of_book in actions]
    for _ in range(TIMES):
        for name in actions[0]:
            for of_book, own in zip(actions, taken, strict=True):
                own[name].append(milliseconds(of_book[name]))
    return [{name: median(values) for name, values in own.items()} for own in taken]


def _row(action: str, sizes: list[int], at: int, taken: list[dict[str, float]]) -> Row:
    limit = log(sizes[at]) / log(sizes[0])
    value, floor = taken[at][action], taken[0][action]
    figure = f"{action}, {sizes[at]:,} people (floor: {sizes[0]:,})"
    return Row(figure, "ms", value, floor, value / floor, f"{limit:.2g} x", value <= floor * limit)
