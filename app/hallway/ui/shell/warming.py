"""Bringing in the rest of the window once the first page stands, so that every room opens at once.

First the modules, then what the first write needs, then the pages of the rooms and the names to be found; each a little
piece, between which whatever the person does goes first. In the end, what is there to stay is no longer walked through
when Python tidies its memory, which would take a big record's window a tenth of a second each time.
"""

from __future__ import annotations

import gc
import pkgutil
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QTimer

from hallway import ui
from hallway.ui.shell.window import Window

FLOORS = ("theme", "widgets", "frame", "models", "parts")
"""Lower floors first, so that no module brings many others along with it."""

PAUSE = 20
"""Milliseconds between two pieces."""


class WarmUp(QTimer):
    """Does one piece at a time while nothing else is to be done; gone when there is none left."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, interval=PAUSE)
        self._pieces = _pieces(window)
        self.timeout.connect(self._do_one)
        self.start()

    def _do_one(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self.stop()
            self.deleteLater()
        else:
            piece()


def _pieces(window: Window) -> Iterator[Callable[[], object]]:
    for name in sorted(_modules(), key=_floor):
        yield partial(import_module, name)
    yield window.frame.bridge.desk.get_ready
    for room in window.rooms.values():
        if room.in_rail:
            yield partial(window.page_of, room.key)
            yield window.page_of(room.key).warm
    yield from _names(window)
    yield gc.freeze


def _names(window: Window) -> Iterator[Callable[[], object]]:
    """The names that the palette looks for slips in, a slice at a time."""
    from hallway.usecases import searching

    while not window.frame.bridge.ask(searching.read_names):
        yield _rest


def _rest() -> None:
    """Let the window have its turn."""


def _modules() -> Iterator[str]:
    """Every module of the window; the rooms are packages, whose own files are empty."""
    for package in pkgutil.iter_modules(ui.__path__, f"{ui.__name__}."):
        path = [f"{place}/{package.name.rpartition('.')[2]}" for place in ui.__path__]
        yield from (module.name for module in pkgutil.iter_modules(path, f"{package.name}."))


def _floor(name: str) -> int:
    package = name.split(".")[2]
    return FLOORS.index(package) if package in FLOORS else len(FLOORS)
