"""Bringing in the rest of the window once the first page stands, so that every room opens at once."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from hallway import ui

FLOORS = ("theme", "widgets", "frame", "models", "parts")
"""Lower floors first, so that no module brings many others along with it."""

PAUSE = 20
"""Milliseconds between two modules, in which whatever the person does goes first."""


class WarmUp(QTimer):
    """Imports one module at a time while nothing else is to be done; gone when there is none left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=PAUSE)
        self._names = iter(sorted(_modules(), key=_floor))
        self.timeout.connect(self._bring_in_one)
        self.start()

    def _bring_in_one(self) -> None:
        name = next(self._names, None)
        if name is None:
            self.stop()
            self.deleteLater()
        else:
            import_module(name)


def _modules() -> Iterator[str]:
    """Every module of the window; the rooms are packages, whose own files are empty."""
    for package in pkgutil.iter_modules(ui.__path__, f"{ui.__name__}."):
        path = [f"{place}/{package.name.rpartition('.')[2]}" for place in ui.__path__]
        yield from (module.name for module in pkgutil.iter_modules(path, f"{package.name}."))


def _floor(name: str) -> int:
    package = name.split(".")[2]
    return FLOORS.index(package) if package in FLOORS else len(FLOORS)
