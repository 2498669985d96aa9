"""The window over the made-up network, and its rooms and panels one after the other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hallway.host.clock import FixedClock
from hallway.store.database import open_database
from hallway.ui.frame.places import Place
from hallway.ui.frame.worker import Job
from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.usecases import demo, events, people
from hallway.usecases.desk import Desk
from tests.ui.house import open_window, press, settle

NOW = datetime.fromisoformat("2026-06-23T09:00:00+02:00")

ROOMS: dict[str, Place] = {
    "today": Place("today"),
    "plan": Place("today", "plan"),
    "people": Place("people"),
    "timeline": Place("timeline"),
    "events": Place("events"),
    "an event from within": Place("events", "there", 7),
    "outreach": Place("outreach"),
    "outreach as a list": Place("outreach", "list"),
    "what was learned": Place("outreach", "learned"),
    "introductions": Place("outreach", "introductions"),
    "who led to whom": Place("outreach", "referrals"),
    "the mentor map": Place("outreach", "mentors"),
    "an interview": Place("outreach", "interview", 7),
    "the network map": Place("network"),
    "exchange": Place("exchange"),
    "card": Place("card"),
    "my news": Place("card", "news"),
    "settings": Place("settings"),
    "organisations": Place("organisations"),
    "history": Place("history", "steps"),
    "let go": Place("history", "let go"),
    "opportunities": Place("opportunities"),
    "letters": Place("opportunities", "letters"),
    "things to share": Place("opportunities", "things"),
    "favours": Place("opportunities", "favours"),
    "projects": Place("opportunities", "projects"),
    "insights": Place("insights"),
    "welcome": Place("welcome"),
}

PANELS: dict[str, tuple[str, str]] = {
    "find or do": ("today", "window.palette"),
    "capture": ("today", "window.capture"),
    "calendar": ("today", "calendar.export"),
    "keys": ("today", "window.help"),
    "log": ("people", "people.log"),
    "log for several": ("timeline", "timeline.log"),
    "add a person": ("people", "people.add"),
    "groups": ("people", "people.groups"),
    "interests": ("people", "people.topics"),
    "rhythm": ("people", "people.rhythm"),
    "lists": ("people", "people.views"),
    "filter": ("people", "people.filter"),
    "who stands here twice": ("people", "people.duplicates"),
    "merge": ("people", "people.merge"),
    "erase": ("people", "people.erase"),
    "add an event": ("events", "events.add"),
    "a calendar that is kept": ("today", "calendar.keep"),
    "a briefing": ("people", "window.briefing"),
    "an event on paper": ("events", "events.pack"),
    "the day's people": ("today", "window.debrief"),
    "reach out": ("outreach", "outreach.add"),
    "write to somebody": ("people", "people.write"),
    "the words of messages": ("settings", "messages.words"),
    "something to share": ("things to share", "things.add"),
    "a favour": ("favours", "favours.add"),
    "a project": ("projects", "projects.add"),
    "the conflict list": ("exchange", "exchange.conflicts"),
    "save people as cards": ("exchange", "exchange.vcard"),
    "save people as a table": ("exchange", "exchange.csv"),
    "the term": ("my news", "card.term"),
    "the guide": ("today", "window.guide"),
    "reach out to somebody known": ("people", "outreach.person"),
    "questions for a talk": ("outreach", "outreach.questions"),
    "a date for a talk": ("outreach", "outreach.meeting"),
    "ask for an introduction": ("introductions", "introduction.ask"),
    "introduce two people": ("people", "introduction.make"),
    "a need of the mentor map": ("the mentor map", "mentors.add"),
    "add an opportunity": ("opportunities", "opportunities.add"),
    "add a letter": ("letters", "letters.add"),
}
"""What lies over a room: the room it is opened from, and the action that opens it."""

POPUPS = {"rhythm", "lists", "filter"}
"""Those that are windows of their own, in which arrows move and not Tab."""


def dress(qapp: QApplication) -> None:
    """Light, and nothing moves."""
    theme.apply(qapp, "light")
    theme.choose_motion(False)


def make_book(folder: Path) -> Path:
    """A file with the made-up network, some steps of history and something let go."""
    path = folder / "hallway.db"
    desk = Desk(open_database(path), FixedClock(NOW), "window")
    demo.fill(desk)
    desk.do(people.let_go, [desk.ask(people.named, "Omar Siddiqui")[0]])
    desk.do(events.remove, desk.ask(events.past)[-1].id)
    desk.close()
    return path


def open_book(book: Path, folder: Path) -> Desk:
    """A copy of a book, at the time of the made-up network."""
    return Desk(open_database(Path(shutil.copy(book, folder / "hallway.db"))), FixedClock(NOW), "window")


def open_room(qtbot: QtBot, desk: Desk, folder: Path, name: str) -> Window:
    """The window with a room in front; with People, somebody is chosen."""
    window = open_window(qtbot, desk, folder, ROOMS[name])
    if name == "people":
        window.frame.navigator.go(Place("people", "person", desk.ask(people.named, "Adaeze Nwosu")[0]))
        settle()
        assert window.page is not None
        window.page.focus_first()
    settle()
    return window


def in_front(window: Window) -> QWidget:
    """The panel or popup that lies over the window."""
    found = QApplication.activePopupWidget() or window.overlay()
    assert found is not None
    return found


def at_rest(qtbot: QtBot, panel: QWidget) -> None:
    """Let what a panel works out in the background come to its end."""
    qtbot.waitUntil(lambda: not any(job.isRunning() for job in panel.findChildren(Job)), timeout=20_000)
    settle()


def stops(within: QWidget) -> list[QWidget]:
    """Everything that is visible, enabled and meant to be reached by Tab."""
    return [one for one in within.findChildren(QWidget) if _is_stop(one)]


def _is_stop(one: QWidget) -> bool:
    reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    return bool(reached) and one.isVisible() and one.isEnabled() and not one.objectName().startswith("qt_")


def tabbed(qtbot: QtBot, window: Window, key: Qt.Key = Qt.Key.Key_Tab, most: int = 400) -> Iterator[QWidget]:
    """What has the keyboard after each Tab, until it comes round to where it began."""
    first = window.focusWidget()
    for _ in range(most):
        now = window.focusWidget()
        assert now is not None
        qtbot.keyClick(now, key)
        QApplication.processEvents()
        after = window.focusWidget()
        assert after is not None
        yield after
        if after is first:
            return
    raise AssertionError(f"Tab does not come round; it ends at {window.focusWidget()}")


def described(widgets: list[QWidget]) -> list[str]:
    """For reading when something is wrong."""
    return [f"{type(one).__name__} “{one.accessibleName()}” in {type(one.parent()).__name__}" for one in widgets]


ACTED_IN = [name for name in ROOMS if name != "welcome"]
NOT_HERE = {"window.quit", "window.demo"}
"""What leaves the window, or starts another one. The pages of the guide are the same anywhere: once is enough."""
SOME = 5
"""One action of so many is tried in a room, another one in the next: each has its turn in a few rooms."""


def escape_from_actions(
    qtbot: QtBot, window: Window, name: str, monkeypatch: pytest.MonkeyPatch, one_of: int = 1
) -> list[str]:
    """Run actions in a room and press Escape until nothing lies over it; returns those that opened something."""
    for ask in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    opened, turn = [], ACTED_IN.index(name)
    for at, spec in enumerate(window.frame.catalogue.all()):
        if spec.key in NOT_HERE or (spec.area == "Guide" and name != "today") or (at + turn) % one_of:
            continue
        window.frame.navigator.go(ROOMS[name])
        window.frame.catalogue.run(spec.key)
        settle()
        if QApplication.activePopupWidget() is not None or window.overlay() is not None:
            opened.append(spec.key)
        for _ in range(4):
            if QApplication.activePopupWidget() is not None or window.overlay() is not None:
                press(qtbot, window, Qt.Key.Key_Escape)
        assert QApplication.activePopupWidget() is None, spec.key
        assert window.overlay() is None, spec.key
        assert window.focusWidget() is not None, spec.key
    return opened
