"""Files opened from the desktop: the page where files come in shows them, and what is open is not disturbed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.host.given_files import messages
from hallway.host.instance import Instance
from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.shell import application
from hallway.ui.shell.application import _Session, run_window
from hallway.ui.shell.arriving import Arrivals, OpeningEvents
from hallway.ui.shell.window import Window
from hallway.usecases import today
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES
from tests.makers import file_desk
from tests.ui.house import open_window, settle

CARDS = SAMPLES / "apple.vcf"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """On the disk, because files are read beside the window."""
    made = file_desk(tmp_path / "hallway.db")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    return open_window(qtbot, desk, tmp_path, Place("today"))


@pytest.fixture
def session(qapp: QApplication, window: Window, tmp_path: Path) -> _Session:
    made = _Session(qapp, tmp_path, Instance(tmp_path))
    made.window = window
    return made


def reviewed(qtbot: QtBot, window: Window) -> bool:
    """Whether the page ends up with people to decide about."""
    page = window.page
    assert isinstance(page, ExchangePage)
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    settle()
    return page.review.isVisible()


def test_files_of_a_start_are_shown_before_anything_changes(qtbot: QtBot, desk: Desk, window: Window) -> None:
    before = desk.ask(today.nobody_yet)
    Arrivals([CARDS]).show(window)
    assert reviewed(qtbot, window)
    assert desk.ask(today.nobody_yet) == before


def test_a_second_start_hands_its_files_over(
    qtbot: QtBot, session: _Session, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[Path]] = []
    monkeypatch.setattr(ExchangePage, "take_files", lambda page, paths: taken.append(list(paths)))
    files = [CARDS, CARDS.with_name("two.ics")]
    for message in messages(files):
        monkeypatch.setattr(session.instance, "read_messages", lambda message=message: [message])
        session.listener.answer()
    assert taken == [files], "together, once the last of them has come"


def test_a_start_that_finds_another_sends_the_files_and_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(application.Instance, "acquire", lambda instance: False)
    monkeypatch.setattr(application.Instance, "send", lambda instance, message: said.append(message))
    assert run_window(tmp_path, lambda *_: pytest.fail("opened a record"), files=[CARDS]) == 0
    assert said == messages([CARDS])


def test_an_open_panel_keeps_its_place_until_it_is_closed(qtbot: QtBot, window: Window) -> None:
    window.frame.catalogue.run("window.help")
    settle()
    panel = window.overlay()
    assert panel is not None
    arrivals = Arrivals([CARDS])
    arrivals.show(window)
    assert window.overlay() is panel and window.frame.navigator.here == Place("today")
    panel.close_panel()
    qtbot.waitUntil(lambda: isinstance(window.page, ExchangePage), timeout=5_000)
    assert reviewed(qtbot, window)


def test_files_wait_for_the_window_while_the_line_is_in_use(session: _Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.window, session._alone = None, session.window
    for message in messages([CARDS]):
        session._do_what(message)
    assert session._window_wanted


def test_a_file_that_is_gone_is_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    Arrivals([tmp_path / "gone.vcf"]).show(window)
    assert not reviewed(qtbot, window)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (lambda: QFileOpenEvent(str(CARDS)), messages([CARDS])),
        (lambda: QFileOpenEvent(QUrl("hallway:person/0123456789")), ["hallway:person/0123456789"]),
    ],
)
def test_what_macos_asks_for_is_said_as_other_starts_say_it(
    qapp: QApplication, event: Callable[[], QFileOpenEvent], said: list[str]
) -> None:
    heard: list[str] = []
    events = OpeningEvents(qapp, heard.append)
    QApplication.sendEvent(qapp, event())
    qapp.removeEventFilter(events)
    assert heard == said
