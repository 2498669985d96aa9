"""Changing everybody in a book at once: how long it takes, and how long the window is busy meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from hallway.store.database import transaction
from hallway.ui.shell.window import Window
from hallway.usecases import people, several
from tests.bench import books
from tests.bench.driven import REST, Heartbeat, rest, window_on
from tests.bench.measuring import milliseconds
from tests.bench.rows import Row, at_most, beside_floor

SECONDS, GAP = 10, 100

Change = tuple[str, Callable[[], object]]


def rows(scale: float) -> list[Row]:
    """Each change of everybody, and taking it back; beside the bare statement on the table of people."""
    home = books.copy(books.book(books.scaled(scale)))
    measured: list[Row] = []
    with window_on(home) as window:
        floor = _bare(window) / 1000
        rest(300)
        for name, change in changes(window):
            taken, gap = _measured(window, change)
            measured.append(beside_floor(f"{name} (floor: bare UPDATE of everybody)", "s", taken, floor, SECONDS))
            measured.append(at_most(f"{name}, event loop busy meanwhile (worst)", "ms", gap, GAP))
    return measured


def changes(window: Window) -> Iterator[Change]:
    """What is done with everybody."""
    bridge = window.frame.bridge
    ids = bridge.ask(people.listed, people.PeopleFilter())
    yield "interest of everybody", lambda: bridge.do_for(ids, several.change_topics, {"looms": True})
    yield "group of everybody", lambda: bridge.do_for(ids, people.change_groups, {"Circle": True})
    yield "archive everybody", lambda: bridge.do_for(ids, people.archive)
    yield "take that back", bridge.undo
    yield "let go of everybody", lambda: bridge.do_for(ids, people.let_go)
    yield "take that back too", bridge.undo
    yield "rhythm of everybody, and the plan anew", lambda: bridge.do_for(ids, several.set_rhythm, 365)


def _measured(window: Window, change: Callable[[], object]) -> tuple[float, float]:
    start = time.perf_counter()
    gap = Heartbeat().busy(change, lambda: not window.frame.bridge.is_writing())
    return time.perf_counter() - start - REST / 1000, gap


def _bare(window: Window) -> float:
    """Milliseconds of the statement alone, with its commit and without history, words or plan."""
    connection = window.frame.bridge.desk.database.connection

    def update() -> None:
        with transaction(connection):
            connection.execute("UPDATE person SET rhythm_days = rhythm_days")

    return milliseconds(update)
