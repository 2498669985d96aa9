"""Narrowing the list of people by one condition each: counted and listed, beside the bare query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from hallway.store import lists
from hallway.store.work import View
from hallway.usecases import people, views
from hallway.usecases.desk import Desk
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition
from tests.bench import books
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, beside_floor

AT_MOST, TIMES = 100, 9
FEW = 3


def rows(scale: float) -> list[Row]:
    """Every kind of condition, the slowest of a few that a book really has."""
    desk = books.desk(books.copy(books.book(books.scaled(scale))))
    measured = [_row(desk, conditions) for conditions in kinds(desk)]
    desk.close()
    return measured


def kinds(desk: Desk) -> Iterator[tuple[Condition, ...]]:
    """One condition of each kind, about what is common in the book, and all that make sense together."""
    groups, topics = _values(desk, "group"), _values(desk, "topic")
    yield from [(Condition("group", "is", id_),) for _, id_ in groups[:FEW]]
    yield from [(Condition("topic", "is", id_),) for _, id_ in topics[:FEW]]
    for how in ("of person", "of work"):
        yield from [(Condition("place", how, name),) for name, _ in _values(desk, f"place {how}")[:1]]
        yield (Condition("place", how, "a"),)
    yield from [(Condition("organisation", how, id_),) for how in ("now", "ever")
                for _, id_ in _values(desk, "organisation")[:1]]  # fmt: skip
    yield from [(Condition("met at", "is", id_),) for _, id_ in _values(desk, "met at")[:1]]
    for field, how, value in SIMPLE:
        yield (Condition(field, how, value),)
    yield (*(Condition(*one) for one in TOGETHER), *(Condition("topic", "is", id_) for _, id_ in topics[:1]))


SIMPLE: tuple[tuple[str, str, int | str], ...] = (
    ("rhythm", "any", ""), ("rhythm", "none", ""), ("rhythm", "days", 60), ("touch", "within", 30),
    ("touch", "not for", 90), ("touch", "never", ""), ("promise", "mine", ""), ("promise", "theirs", ""),
    ("missing", "mail", ""), ("missing", "anything", ""), ("import", "last", ""),
)  # fmt: skip
TOGETHER: tuple[tuple[str, str, int | str], ...] = (
    ("rhythm", "any", ""), ("touch", "not for", 30), ("missing", "anything", ""), ("place", "of work", "a"),
)  # fmt: skip


def _values(desk: Desk, field: str) -> tuple[tuple[str, int], ...]:
    return desk.ask(views.names, field)


def _row(desk: Desk, conditions: tuple[Condition, ...]) -> Row:
    chosen = PeopleFilter(conditions=conditions)
    taken = _slow(partial(desk.ask, _list_and_count, chosen))
    name = " + ".join(f"{one.field} {one.how}" for one in conditions)
    figure = f"{name} (listed and counted; floor: the bare query once)"
    return beside_floor(figure, "ms", taken, _slow(_bare(desk, chosen)), AT_MOST)


def _list_and_count(look: View, chosen: PeopleFilter) -> None:
    people.listed(look, chosen)
    views.counts(look, (chosen,))


def _slow(what: Callable[[], object]) -> float:
    what()  # the first time, SQLite reads the statement and the pages
    return share((milliseconds(what) for _ in range(TIMES)), 0.95)


def _bare(desk: Desk, chosen: PeopleFilter) -> Callable[[], object]:
    """The same list straight from SQLite."""
    query, parameters = desk.ask(lists.query, chosen)
    return partial(lambda: list(desk.database.connection.execute(query, parameters)))
