"""A window used for a long time: room after room, action after action, keys and words, drawn from one number."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytest import MonkeyPatch

from hallway.domain.errors import HallwayError
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from tests.journeys.walking import ACTED_IN, NOT_HERE, ROOMS
from tests.ui.house import settle as let_qt_do

KEYS = (
    Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right,
)  # fmt: skip
WORDS = ("ada", "looms c++", "Grace Hopper @Navy #compilers", "a", "2026", "meet me")
SIZES = ((1280, 800), (960, 640), (1600, 1000))
NOT_WHILE_ROAMING = NOT_HERE | {"window.lock", "window.new"}


@dataclass(slots=True)
class Held:
    """What the process holds: bytes of memory, open files, objects of Qt's, references to None."""

    memory: int
    files: int
    objects: int
    nothing: int


def told(steps: int, before: Held, after: Held) -> str:
    """What so many steps left behind, and refuses what is more than a window may leave."""
    more = Held(*(getattr(after, name) - getattr(before, name) for name in Held.__slots__))
    assert more.memory < 40_000_000 + steps * 2_000, f"{more.memory:,} bytes more after {steps:,} steps"
    assert more.files <= 6, f"{more.files} open files more"
    assert more.objects < max(1_000, before.objects // 5), f"{more.objects:,} objects of Qt's more"
    assert more.nothing > -1_000, f"{-more.nothing:,} references to None were lost"
    return f"{more.memory / 1e6:+.1f} MB, {more.files:+} files, {more.objects:+,} objects, 0 references lost"


@dataclass(slots=True)
class Roaming:
    """Goes about in a window. `pauses` are the seconds that each thing took; `refused` is what was told in words."""

    window: Window
    random: Random
    pauses: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    refused: int = 0

    def go_on(self, steps: int) -> None:
        """Do so many things."""
        acts: tuple[tuple[str, Callable[[], str]], ...] = (
            ("go to", self._go), ("run", self._run), ("run", self._run), ("press", self._press),
            ("press", self._press), ("type", self._type), ("turn back", self._turn_back), ("look", self._look),
        )  # fmt: skip
        for _ in range(steps):
            name, act = self.random.choice(acts)
            began = time.perf_counter()
            try:
                what = act()
            except HallwayError:
                self.refused += 1
                what = ""
            settle()
            took = time.perf_counter() - began
            self.pauses.append(took)
            self.slowest = max(self.slowest, (took, f"{name} {what}"))

    def held(self) -> Held:
        """Come to rest, and look what is held."""
        self._out()
        self.window.frame.navigator.go(ROOMS["today"])
        settle()
        gc.collect()
        settle()
        return Held(_memory(), len(list(Path("/proc/self/fd").iterdir())), _objects(), sys.getrefcount(None))

    def warm_up(self) -> None:
        """See every room once: each is built when it is first seen."""
        for name in ACTED_IN:
            self.window.frame.navigator.go(ROOMS[name])
            settle()

    def share_within(self, seconds: float) -> float:
        """How much of all that was done took no longer."""
        return sum(one <= seconds for one in self.pauses) / len(self.pauses)

    def typical(self) -> float:
        """Seconds of what is in the middle."""
        return statistics.median(self.pauses)

    def _go(self) -> str:
        self._out()
        name = self.random.choice(ACTED_IN)
        self.window.frame.navigator.go(ROOMS[name])
        return name

    def _run(self) -> str:
        self._out()
        keys = [spec.key for spec in self.window.frame.catalogue.all() if spec.key not in NOT_WHILE_ROAMING]
        key = self.random.choice(keys)
        self.window.frame.catalogue.run(key)
        return key

    def _press(self) -> str:
        key = self.random.choice(KEYS)
        QTest.keyClick(self._focused(), key)
        return key.name

    def _type(self) -> str:
        focused = self._focused()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            QTest.keyClicks(focused, self.random.choice(WORDS))
            return type(focused).__name__
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        return "Escape"

    def _turn_back(self) -> str:
        self._out()
        key = self.random.choice((Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y))
        QTest.keyClick(self._focused(), key, Qt.KeyboardModifier.ControlModifier)
        return key.name

    def _look(self) -> str:
        if self.random.random() < 0.5:
            self.window.resize(*self.random.choice(SIZES))
            return "another size"
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, self.random.choice(("light", "dark")))
        return "another theme"

    def _focused(self) -> QWidget:
        return QApplication.activePopupWidget() or self.window.focusWidget() or self.window

    def _out(self) -> None:
        for _ in range(6):
            if QApplication.activePopupWidget() is None and self.window.overlay() is None:
                return
            QTest.keyClick(self._focused(), Qt.Key.Key_Escape)
            settle()
        raise AssertionError(f"Escape does not lead out of {self.window.overlay()}")


def settle() -> None:
    """Let Qt do what it put off, and take away what was to go, as it does whenever a running loop comes round."""
    let_qt_do()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keep_inside(monkeypatch: MonkeyPatch) -> None:
    """Let no dialog of the system's and no other program open."""
    for ask in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "open", lambda dialog, *_: dialog.done(0))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE")


def _objects() -> int:
    return sum(1 + len(one.findChildren(QObject)) for one in QApplication.topLevelWidgets())
