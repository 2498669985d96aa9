"""Narrowing the list of people by one condition each: asked and painted, beside the bare query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from hallway.store import lists
from hallway.store.work import View
from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.usecases import people, views
from hallway.usecases.desk import Desk
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition
from tests.bench import books
from tests.bench.driven import Paints, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, beside_floor

AT_MOST, TIMES = 100, 9
FEW = 3


def rows(scale: float) -> list[Row]:
    """Every kind of condition, the slowest of a few that a book really has."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    asked = list(kinds(desk))
    measured = [_row(desk, conditions) for conditions in asked]
    desk.close()
    painted = list(in_window(home, asked))
    floor = max(row.floor or 0 for row in measured)
    figure = "any filter, chosen to painted ({}; floor: the slowest bare query)"
    return [
        *measured,
        beside_floor(figure.format("p95"), "ms", share(painted, 0.95), floor, AT_MOST),
        beside_floor(figure.format("worst"), "ms", max(painted), floor, AT_MOST),
    ]


def in_window(home: Path, asked: Iterable[tuple[Condition, ...]]) -> Iterator[float]:
    """Milliseconds until the list is painted that a filter leaves; in between, everybody is shown again."""
    with window_on(home) as window:
        window.frame.navigator.go(Place("people"))
        rest(300)
        page = window.page
        assert isinstance(page, PeoplePage)
        narrowing, paints = page.list.narrowing, Paints(page.list)
        for conditions in asked:
            for chosen in (conditions, ()):
                narrowing.conditions = chosen
                yield until_painted(narrowing.changed.emit, paints)
                rest(20)


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
