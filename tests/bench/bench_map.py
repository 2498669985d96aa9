"""The map of people: how long a frame takes with two thousand on it, and that placing them keeps nobody waiting."""

from __future__ import annotations

from math import sin

from PySide6.QtCore import QPointF

from hallway.ui.frame.places import Place
from hallway.ui.network.page import NetworkPage
from hallway.usecases import network
from hallway.usecases.network import EVERYONE, Wanted
from hallway.usecases.paths import Target
from tests.bench import books
from tests.bench.bench_paths import tie_people
from tests.bench.driven import Heartbeat, Paints, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most

FRAME, LONGEST_BUSY = 33, 50
FRAMES = 40


def rows(scale: float) -> list[Row]:
    """Frames while the map is moved and looked at from near and far; and the event loop while it is made."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    tie_people(desk)
    made = [milliseconds(lambda: desk.ask(network.read, Wanted())) for _ in range(10)]
    goal = Target("person", desk.database.rows("SELECT id FROM person WHERE NOT known LIMIT 1")[0][0], "")
    desk.close()
    found = [at_most("map of the close ones read (p95)", "ms", share(made, 0.95), 100)]
    with window_on(home) as window:
        beat = Heartbeat()
        window.frame.navigator.go(Place("network"))
        page = window.page
        assert isinstance(page, NetworkPage)
        opened = beat.busy(lambda: page.aim_at(goal), lambda: not page.is_making())
        everyone = beat.busy(
            lambda: page.want(page.wanted._replace(whom=EVERYONE)), lambda: not page.is_making()
        )  # fmt: skip
        shown = len(page.made.seen.dots) if page.made else 0
        found += [
            at_most("map with a path, event loop busy", "ms", opened, LONGEST_BUSY),
            at_most(f"map of {shown:,} made anew, event loop busy", "ms", everyone, LONGEST_BUSY),
            *_frames(page, shown),
        ]
    return found


def _frames(page: NetworkPage, shown: int) -> list[Row]:
    canvas = page.canvas
    canvas.setFocus()
    paints = Paints(canvas)
    found = []
    for words, nearer in (("all of it", 1.0), ("nearer", 2.0), ("near", 5.0), ("very near", 20.0)):
        canvas.fit()
        canvas.zoom(nearer)
        rest(30)
        taken = [until_painted(lambda at=at: _move(page, at), paints) for at in range(FRAMES)]  # type: ignore[misc]
        found.append(at_most(f"map of {shown:,}, a frame, {words} (p95)", "ms", share(taken, 0.95), FRAME))
    return found


def _move(page: NetworkPage, at: int) -> None:
    canvas = page.canvas
    canvas.zoom(1 + 0.02 * sin(at), QPointF(100 + 10 * at, 200))
