"""Every real file through the window: none takes over three seconds or keeps the window busy for a fifth of one."""

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
from tests.quickness import slowness

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(1800),
    pytest.mark.qt_log_ignore("Corrupt JPEG data", "Quantization table", extend=True),  # a damaged photo is told as one
    pytest.mark.skipif(not REAL.is_dir(), reason="the collection of real files is not here"),
]
LONGEST = 3.0
"""Seconds of a file until its review stands."""
BUSY, HELD_UP = 0.2, 1.0
"""Seconds between two beats of the window: that it works itself, and that pass, whatever else the machine does."""


class Heart:
    """Beats every few milliseconds while the window is free to.

    `longest` is the longest pause, and `busiest` the most that the window's own thread worked in one, in seconds.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self.start()
        self._timer.start(5)

    def start(self) -> None:
        self.longest = self.busiest = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.busiest, self._worked = max(self.busiest, worked - self._worked), worked


def test_every_real_file_leaves_the_window_alive(
    qtbot: QtBot, filed: Desk, record_property: Callable[[str, object], None]
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = ExchangePage(Frame(Bridge(filed), Navigator(), Catalogue(window)))
    window.setCentralWidget(page)
    window.resize(1280, 800)
    window.show()
    heart, slow, late, busy = Heart(), {}, {}, {}
    files = sorted(path for path in REAL.rglob("*") if path.is_file() and path.suffix != ".md")
    for path in files:
        qtbot.wait(20)
        heart.start()
        began = time.perf_counter()
        page.take_files([path])
        qtbot.waitUntil(lambda: page.job is None, timeout=30_000)
        slow[path.name] = time.perf_counter() - began
        qtbot.wait(20)
        late[path.name], busy[path.name] = heart.longest, heart.busiest
        page._cancel()
        page._show_home()
    longest, gap, work = (max(one, key=one.__getitem__) for one in (slow, late, busy))
    record_property("came to", f"{len(files)} files, longest {slow[longest]:.2f} s ({longest}), longest pause "
                               f"{late[gap] * 1000:.0f} ms ({gap}), most work in one "
                               f"{busy[work] * 1000:.0f} ms")  # fmt: skip
    allowed = BUSY * max(1.0, slowness())
    assert {name: took for name, took in slow.items() if took > LONGEST} == {}
    assert {name: took for name, took in late.items() if took > HELD_UP} == {}
    assert {name: took for name, took in busy.items() if took > allowed} == {}
