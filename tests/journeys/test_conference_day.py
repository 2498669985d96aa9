"""A conference with the network off: from the programme to the thank-you note, and the event comes to its end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.domain.today import FOLLOW_UP, LOOK_THROUGH
from hallway.store.database import open_database
from hallway.ui.capture.line import CaptureLine
from hallway.ui.debrief.panel import DebriefPanel
from hallway.ui.events.page import EventsPage
from hallway.ui.events.there import There
from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.parts.briefing_panel import BriefingPanel
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import aftermath, events, people, sessions, today, wishes
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES
from tests.makers import MovingClock
from tests.ui.house import CONTROL, open_window, press, settle

BEFORE = datetime.fromisoformat("2026-09-10T09:00:00+02:00")
DAY_ONE = datetime.fromisoformat("2026-09-15T09:40:00+02:00")
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

_watching: list[list[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"}:
        _watching[-1].append(f"{event} {arguments[1:]}")


sys.addaudithook(_hear)


@contextmanager
def nothing_asks_the_network() -> Iterator[None]:
    """Fails when anything was looked up, connected to or sent."""
    heard: list[str] = []
    _watching.append(heard)
    try:
        yield
    finally:
        _watching.pop()
    assert heard == []


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(BEFORE)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, clock: MovingClock, tmp_path: Path) -> Iterator[Window]:
    theme.apply(qapp, "light")
    theme.choose_motion(False)
    desk = Desk(open_database(tmp_path / "hallway.db"), clock, "test")
    made = open_window(qtbot, desk, tmp_path, Place("exchange"))
    yield made
    made.close()
    desk.close()


def test_the_whole_day(qtbot: QtBot, window: Window, clock: MovingClock, tmp_path: Path) -> None:
    with nothing_asks_the_network():
        event = programme_brought_in(qtbot, window)
        whom_to_meet(qtbot, window, event)
        paper(qtbot, window, tmp_path)
        clock.moment = DAY_ONE
        in_the_corridor(qtbot, window, event)
        clock.moment = DAY_ONE + timedelta(hours=10)
        the_evening(qtbot, window)
        clock.moment = DAY_ONE + timedelta(days=2)
        afterwards(window, event)


def test_the_whole_day_with_the_network_cut_off() -> None:
    """The same in a network namespace without any interface."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody cut its network off")
    here = f"{Path(__file__)}::test_the_whole_day"
    done = subprocess.run(
        [unshare, "-rn", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", here],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]


def programme_brought_in(qtbot: QtBot, window: Window) -> int:
    """The file of the conference, its sessions and its speakers."""
    page = window.page
    assert isinstance(page, ExchangePage)
    page.take_files([SAMPLES / "pretalx.json"])
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    page.programme.finish.click()
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    (event,) = window.frame.bridge.ask(events.coming)
    assert len(window.frame.bridge.ask(sessions.of_event, event.id)) == 3
    return event.id


def there(window: Window) -> There:
    page = window.page
    assert isinstance(page, EventsPage) and page.there is not None
    return page.there


def whom_to_meet(qtbot: QtBot, window: Window, event: int) -> None:
    """A session starred; its speaker is offered, and is on the list with where to find them."""
    window.frame.navigator.go(Place("events", "there", event))
    there(window).agenda.view.setFocus()
    press(qtbot, window, Key.Key_Space)
    there(window).to_meet.offers[0].add.click()
    settle()
    (row,) = [row for row in there(window).to_meet.rows if not row.isHidden()]
    assert "Rivers of rock" in row.where.text()


def paper(qtbot: QtBot, window: Window, folder: Path) -> None:
    """The event pack, to take along."""
    window.frame.catalogue.run("events.pack")
    panel = window.overlay()
    assert isinstance(panel, BriefingPanel)
    panel.save_to(folder / "pack.pdf")
    assert (folder / "pack.pdf").read_bytes().startswith(b"%PDF")


def in_the_corridor(qtbot: QtBot, window: Window, event: int) -> None:
    """One met from the list, one captured in a line, one more in the field of the event's page."""
    window.frame.navigator.go(Place("events", "there", event))
    (row,) = [row for row in there(window).to_meet.rows if not row.isHidden()]
    row.done.click()
    settle()
    press(qtbot, window, Key.Key_N, CONTROL)
    panel = window.overlay()
    assert panel is not None
    line = panel.findChild(CaptureLine)
    assert isinstance(line, CaptureLine)
    qtbot.keyClicks(line, "Thandeka Dube, heat and health, send her the R code tomorrow")
    press(qtbot, window, Key.Key_Return)
    settle()
    qtbot.keyClicks(there(window).met.field, "Bo Lindqvist, otters")
    qtbot.keyClick(there(window).met.field, Key.Key_Return)
    assert len(window.frame.bridge.ask(events.page_of, event).people) == 3


def the_evening(qtbot: QtBot, window: Window) -> None:
    """Today offers to look through; three people, nothing but keys."""
    kinds = [item.kind for item in window.frame.bridge.ask(today.due, 19)]
    assert LOOK_THROUGH in kinds
    press(qtbot, window, Key.Key_D, CONTROL | SHIFT)
    panel = window.overlay()
    assert isinstance(panel, DebriefPanel)
    for _ in range(2):
        press(qtbot, window, Key.Key_Return, CONTROL)
    press(qtbot, window, Key.Key_Return, CONTROL | SHIFT)
    assert window.frame.bridge.ask(aftermath.to_look_through) == ()


def afterwards(window: Window, event: int) -> None:
    """What is left reaches Today; once it is done the event is closed."""
    bridge = window.frame.bridge
    found = bridge.ask(aftermath.after, event)
    assert (found.met, found.promised, found.nothing_needed, len(found.open)) == (3, 1, 1, 2)
    due = bridge.ask(today.due, 9)
    assert FOLLOW_UP in {item.kind for item in due}
    for item in due:
        if item.person_id in {one.person_id for one in found.open}:
            bridge.do(today.done, item, item.draft)
    assert bridge.ask(aftermath.after, event).is_closed
    assert bridge.ask(wishes.of_event, event)[0].wish.state == "met"
    assert bridge.ask(people.count) == 3
