"""A window used for hours: thousands of things done in it over a large record."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.usecases import safety
from tests.bench import books
from tests.journeys.roaming import Roaming, keep_inside, told
from tests.journeys.walking import dress
from tests.tiers import ACTIONS, BOOK
from tests.ui.house import open_window

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(7200),
    pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc"),
]


def test_a_window_used_for_hours(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    dress(qapp)
    keep_inside(monkeypatch)
    desk = books.desk(books.book(BOOK.now).home)
    roaming = Roaming(open_window(qtbot, desk, tmp_path, Place("today")), Random(7))
    roaming.warm_up()
    roaming.go_on(ACTIONS.now // 10)
    before = roaming.held()
    roaming.go_on(ACTIONS.now)
    left = told(ACTIONS.now, before, roaming.held())
    assert desk.ask(safety.check) == ()
    desk.close()
    slowest, what = roaming.slowest
    record_property("came to", f"{ACTIONS.now:,} actions over {BOOK.now:,} people: {left}; half took "
                               f"{roaming.typical() * 1000:.0f} ms, {roaming.share_within(0.1):.0%} up to 100 ms, "
                               f"the slowest {slowest:.1f} s ({what})")  # fmt: skip
