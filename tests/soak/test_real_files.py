"""Every real file through the window: none takes over three seconds or holds the window up for a tenth of one."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.frame.rooms import Frame
from hallway.usecases.desk import Desk
from tests.formats.files import REAL

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1800),
    pytest.mark.qt_log_ignore("Corrupt JPEG data", "Quantization table", extend=True),  # a damaged photo is told as one
    pytest.mark.skipif(not REAL.is_dir(), reason="the collection of real files is not here"),
]
LONGEST, HEARTBEAT = 3.0, 0.1
"""Seconds: of a file until its review stands, and between two beats of the window."""


class Heart:
    """Beats every few milliseconds while the window is free to; `longest` is the longest pause, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def start(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def test_every_real_file_leaves_the_window_alive(
    qtbot: QtBot, filed: Desk, record_property: Callable[[str, object], None]
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ExchangePage(Frame(Bridge(filed), Navigator(), Catalogue(window)))
    window.setCentralWidget(page)
    window.resize(1280, 800)
    window.show()
    heart, slow, late = Heart(), {}, {}
    files = sorted(path for path in REAL.rglob("*") if path.is_file() and path.suffix != ".md")
    for path in files:
        qtbot.wait(20)
        heart.start()
        began = time.perf_counter()
        page.take_files([path])
        qtbot.waitUntil(lambda: page.job is None, timeout=30_000)
        slow[path.name] = time.perf_counter() - began
        qtbot.wait(20)
        late[path.name] = heart.longest
        page._cancel()
        page._show_home()
    longest, gap = max(slow, key=slow.__getitem__), max(late, key=late.__getitem__)
    record_property("came to", f"{len(files)} files, longest {slow[longest]:.2f} s ({longest}), "
                               f"longest pause {late[gap] * 1000:.0f} ms ({gap})")  # fmt: skip
    assert {name: took for name, took in slow.items() if took > LONGEST} == {}
    assert {name: took for name, took in late.items() if took > HEARTBEAT} == {}
