"""A job that reads in a process of its own: the window stays awake, Stop is heard, and a bug there reaches the hook."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from hallway.domain.errors import HallwayError, Stopped, Unreadable
from hallway.domain.importing import Reading
from hallway.host import apart
from hallway.host.logs import BugElsewhere
from hallway.ui.frame.worker import Job
from hallway.usecases.reading_apart import read_apart
from tests.bench.bench_import import address_cards

LONGEST = 0.1
"""Seconds between two beats of the window, ten milliseconds apart, with which it still counts as awake."""


class Worked:
    """A job, what came of it, and how the window's heart beat meanwhile."""

    def __init__(self, work: Callable[[Callable[[int, int], None]], Any]) -> None:
        self.job = Job(work)
        self.found: list[Any] = []
        self.errors: list[HallwayError] = []
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self.heart = QTimer()
        self.heart.setInterval(10)
        self.heart.timeout.connect(self._beat)
        self.job.finished_with.connect(self.found.append)
        self.job.failed.connect(self.errors.append)

    def run(self, qtbot: QtBot, stop_after: int | None = None) -> None:
        self._last = time.perf_counter()
        self.heart.start()
        self.job.start()
        if stop_after is not None:
            QTimer.singleShot(stop_after, self.job.stop)
        qtbot.waitUntil(lambda: bool(self.found or self.errors), timeout=30_000)
        self.heart.stop()
        assert self.job.wait(5_000)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


@pytest.fixture(autouse=True)
def settled(qtbot: QtBot) -> Iterator[None]:
    yield
    qtbot.wait(1)


def test_f17_the_window_stays_awake_while_thousands_are_read(qtbot: QtBot) -> None:
    files = [("people.vcf", address_cards(5_000))]
    gaps = []
    for _ in range(3):  # a machine that does something else for a moment says nothing about us
        worked = Worked(lambda report: read_apart(files, report=report))
        worked.run(qtbot)
        assert isinstance(worked.found[0], Reading)
        assert len(worked.found[0].pages[0].people) == 5_000
        gaps.append(max(worked.gaps))
        if gaps[-1] < LONGEST:
            break
    assert min(gaps) < LONGEST, gaps


def test_f17_stop_is_heard_while_nothing_comes(qtbot: QtBot) -> None:
    def work(report: Callable[[int, int], None]) -> object:
        return apart.call("tests.host.apart_acts:report_and_sleep", {"seconds": 60}, report)

    worked = Worked(work)
    began = time.perf_counter()
    worked.run(qtbot, stop_after=300)
    assert isinstance(worked.errors[0], Stopped)
    assert time.perf_counter() - began < 5  # of the sixty seconds that it would sleep


@pytest.mark.parametrize(
    ("act", "arguments", "told"),
    [
        ("fall_over", {"words": "Ines"}, "ValueError"), ("be_killed", {"number": 9}, None),
        ("raise_on_purpose", {"which": "file"}, None),
    ],
)  # fmt: skip
def test_f17_a_bug_there_reaches_the_hook_and_the_error_the_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, act: str, arguments: dict[str, object], told: str | None
) -> None:
    hooked: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: hooked.append(error))
    worked = Worked(lambda report: apart.call(f"tests.host.apart_acts:{act}", arguments, report))
    worked.run(qtbot)
    assert isinstance(worked.errors[0], Unreadable) == (act != "raise_on_purpose")
    assert len(hooked) == (told is not None)
    for bug in hooked:
        assert isinstance(bug, BugElsewhere)
        assert told is not None
        assert told in str(bug)
        assert "Ines" not in str(bug)
