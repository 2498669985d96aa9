"""Programmes that cannot be: what is not sure is asked or told in the review, what is hostile is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases.desk import Desk
from tests.formats.files import sample
from tests.makers import everything
from tests.quickness import quick
from tests.ui.house import LEFT, open_window, settle, words_on

XML = sample("frab.xml").decode()


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    return open_window(qtbot, filed, tmp_path, Place("exchange"))


def take(qtbot: QtBot, window: Window, path: Path) -> ExchangePage:
    page = window.page
    assert isinstance(page, ExchangePage)
    page.take_files([path])
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    settle()
    return page


def all_words(within: QWidget) -> str:
    problems = [row.data() for view in within.findChildren(QWidget) if hasattr(view, "model")
                for row in rows_of(view)]  # fmt: skip
    return "\n".join([*words_on(within), *map(str, problems)])


def rows_of(view: QWidget) -> list[object]:
    model = view.model() if callable(getattr(view, "model", None)) else None
    return [model.index(at, 0) for at in range(model.rowCount())] if model is not None and view.isVisible() else []


def test_an_unknown_zone_is_asked(qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path) -> None:
    start = XML.index("<time_zone_name>") + len("<time_zone_name>")
    told = XML[:start] + "Mars/Olympus" + XML[XML.index("</time_zone_name>") :]
    told = told.replace("+02:00", "").replace("+01:00", "")
    path = tmp_path / "schedule.xml"
    path.write_text(told)
    page = take(qtbot, window, path)
    assert page.programme.review.needs_zone
    assert window.focusWidget() is page.programme.about.zone
    assert any("does not say which time zone" in words for words in words_on(page.programme.about))
    assert page.programme.review.event.time_zone == ""
    assert any("Mars/Olympus" in one.what for one in page.programme.whole.problems)


def test_an_impossible_time_is_told_and_none_is_made_up(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path
) -> None:
    begins = XML.index("<start>") + len("<start>")
    told = XML[:begins] + "29:75" + XML[XML.index("</start>") :]
    at = told.index("<date>", begins - 400) if "<date>" in told[begins - 400 : begins] else -1
    if at >= 0:
        told = told[:at] + told[told.index("</date>", at) + len("</date>") :]
    path = tmp_path / "schedule.xml"
    path.write_text(told)
    page = take(qtbot, window, path)
    assert any("Its time could not be read" in one.what for one in page.programme.whole.problems)
    assert page.programme.problems.isVisible()
    qtbot.mouseClick(page.programme.finish, LEFT)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    assert filed.database.rows("SELECT count(*) FROM session WHERE start_time = ''") == [(1,)]


HOSTILE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a hundred megabytes of xml": ("schedule.xml", lambda path: _sparse(path, b"<schedule>"), "50 MB"),
    "a hundred megabytes of calendar": ("x.ics", lambda path: _sparse(path, b"BEGIN:VCALENDAR\r\n"), "50 MB"),
    "an entity of another file": (
        "schedule.xml",
        lambda path: path.write_text('<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>'),
        "document type",
    ),
    "entities that multiply": (
        "schedule.xml",
        lambda path: path.write_text(
            '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><schedule><conference>&b;</conference></schedule>'
        ),
        "document type",
    ),
    "deep xml": ("schedule.xml", lambda path: path.write_text("<schedule>" + "<a>" * 200_000), "nested deeper"),
    "deep json": (
        "schedule.json", lambda path: path.write_text('{"schedule": {"conference": ' + '{"a":' * 200_000),
        "nested deeper",
    ),
}  # fmt: skip


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_files_are_refused_in_words_and_the_window_stays_awake(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path, evil: str
) -> None:
    name, make, words = HOSTILE[evil]
    make(tmp_path / name)
    before, gaps = everything(filed), _Heartbeat(window)
    with quick(10):
        page = take(qtbot, window, tmp_path / name)
    assert gaps.longest < 500
    told = all_words(page)
    assert words in told, told
    for internal in ("Traceback", "Error", "/etc/", "root:"):
        assert internal not in told
    assert everything(filed) == before
    assert not page.review.finish.isEnabled() or not page.review.isVisible()


class _Heartbeat:
    """How long the window was ever busy, in milliseconds."""

    def __init__(self, window: Window) -> None:
        self.longest = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        timer = QTimer(window, interval=10)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.restart())


def _sparse(path: Path, head: bytes) -> None:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(100_000_000)
