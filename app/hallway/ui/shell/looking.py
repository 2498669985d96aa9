"""A window on a record that is open for looking only: what it may do, and the strip that says why."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.shell.commands import equip
from hallway.ui.shell.window import HOME, Window
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.search_field import SearchField
from hallway.usecases import backing_up
from hallway.usecases.desk import Desk
from hallway.usecases.opening import put_away

READING = frozenset(
    """card.show events.enter events.pack exchange.archive exchange.conflicts exchange.csv exchange.vcard
    history.let_go history.steps insights.save organisations.go outreach.board outreach.introductions outreach.learned
    outreach.list outreach.mentors outreach.referrals person.paths today.plan window.area window.area_before
    window.back window.briefing window.find window.forward window.guide window.help window.lock window.palette
    window.quit""".split()
)
"""What only shows, finds, saves to a file or goes somewhere."""
FINDS = "finds"
"""A field with this property takes words to look for, and not to keep."""


def look_only(window: Window, words: str) -> None:
    """Let the window show and find and save to files, and nothing else; the strip stays."""
    catalogue = window.frame.catalogue
    rooms = {spec.key for spec in catalogue.all() if spec.key.startswith("go.")}
    catalogue.allow_only(READING | rooms)
    window.show_banner(words)
    _Closed(window)


def why_read_only(folder: Path) -> str:
    """What the strip says of the user's own record."""
    record = backing_up.record_in(folder)
    if os.access(record, os.W_OK) and os.access(folder, os.W_OK):
        return _t("Open for looking only. You can look, search and save to files; nothing in it can be changed.")
    return _t(
        "Read-only: the data file or its folder may not be written. You can look, search and save to files. To change"
        " something, allow writing to the folder and start Hallway again."
    )


def look_inside(application: QApplication, desk: Desk, settings: QSettings, words: str) -> None:
    """Show what a copy holds until its window is closed, and put the copy of it away."""
    from hallway.ui.shell.rooms import ROOMS

    window = Window(Bridge(desk), ROOMS, settings)
    try:
        equip(window)
        look_only(window, words)
        window.frame.navigator.go(Place(HOME))
        window.show()
        application.exec()
    finally:
        window.close()
        window.deleteLater()
        put_away(desk)


class _Closed(QObject):
    """Takes the letters from every field that keeps what is written, and the press from every page's main button."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)
        window.frame.navigator.went.connect(lambda: QTimer.singleShot(0, self, self._dim))
        window.rail.met.setEnabled(False)
        self._watch(None, QApplication.focusWidget())

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._window.isAncestorOf(now) or self._finds(now):
            return
        around = now.parent()
        if isinstance(around, QAbstractSpinBox):
            around.setReadOnly(True)
        if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox) and not now.isReadOnly():
            now.setReadOnly(True)

    def _dim(self) -> None:
        """The one main thing of a page is to add or to change something."""
        if self._window.page is not None:
            for button in self._window.page.findChildren(Button):
                if button.property("kind") == "primary":
                    button.setEnabled(False)

    def _finds(self, field: QWidget) -> bool:
        return isinstance(field, SearchField) or bool(field.property(FINDS))


def _t(text: str) -> str:
    return QCoreApplication.translate("looking", text)
