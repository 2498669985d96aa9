"""Somebody just met: from Ctrl+N to the painted line, from a key to the painted reading, and from Enter to the disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hallway.ui.capture.form import CaptureForm
from hallway.ui.capture.panel import open_capture
from hallway.ui.shell.window import Window
from tests.bench import books
from tests.bench.driven import LONGEST_WAIT, Paints, press, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most

OPEN, KEY, SAVE = 100, 50, 100
TIMES = 20
LINE = "Ana Ruiz and Bo Lindqvist, @CERN, looms, send both the paper fri"


def rows(scale: float) -> list[Row]:
    """On the whole book, in a window that has been open for a while."""
    home = books.copy(books.book(books.scaled(scale)))
    opened, keys, saved = zip(*in_window(home), strict=True)
    return [
        at_most("capture, Ctrl+N to paint (the first time)", "ms", opened[0], OPEN),
        at_most("capture, Ctrl+N to paint (p95)", "ms", share(opened, 0.95), OPEN),
        at_most("capture, a key to the painted reading (p95)", "ms", share(chain.from_iterable(keys), 0.95), KEY),
        at_most("capture, Enter to two people on the disk (p95)", "ms", share(saved, 0.95), SAVE),
    ]


def in_window(home: Path) -> Iterator[tuple[float, list[float], float]]:
    """Milliseconds to open, of each key, and to save two people; over and over."""
    with window_on(home) as window:
        rest(300)
        for _ in range(TIMES):
            yield _once(window)
            rest(300)


def _once(window: Window) -> tuple[float, list[float], float]:
    form, opened = _open(window)
    rest(300)
    paints = Paints(form.line.viewport())
    keys = [until_painted(lambda: QTest.keyClicks(form.line, letter), paints) for letter in LINE]  # noqa: B023
    return opened, keys, milliseconds(lambda: press(form.line, Qt.Key.Key_Return))


def _open(window: Window) -> tuple[CaptureForm, float]:
    start = time.perf_counter()
    form = open_capture(window.frame, window).findChild(CaptureForm)
    assert form is not None
    paints = Paints(form)
    while not paints.at and time.perf_counter() - start < LONGEST_WAIT:
        QApplication.processEvents()
    return form, ((paints.at or time.perf_counter()) - start) * 1000
