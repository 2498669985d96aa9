"""Waiting for another program that uses the data file: which it is, since when, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card, Ground, in_the_middle
from hallway.ui.widgets.label import Label
from hallway.usecases import backing_up, opening

ASKED_EVERY = 500
"""Milliseconds between two tries."""
WIDTH = 560


class WaitingWindow(Ground):
    """``is_free`` once the other program has let go; the window closes by itself then."""

    def __init__(self, folder: Path, is_free: Callable[[], bool]) -> None:
        super().__init__("window")
        self.is_free = False
        self._ask = is_free
        self.setWindowTitle("Hallway")
        self.resize(720, 360)
        self.what = Label(self._what(folder), "body", wrap=True)
        self.leave = secondary(self.tr("Quit"))
        self.leave.clicked.connect(self.close)
        self._build()
        self._timer = QTimer(self, interval=ASKED_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Try once more."""
        self._timer.stop()
        self.is_free = self._ask()
        if self.is_free:
            self.close()
        else:
            self._timer.start()

    def _what(self, folder: Path) -> str:
        since = backing_up.now().strftime("%H:%M")
        who = opening.who_holds(backing_up.record_in(folder))
        if who:
            words = self.tr("Another program, {name}, is using your data file. Hallway has been waiting since {time}.")
            return words.format(name=who, time=since)
        words = self.tr("Another program is using your data file. Hallway has been waiting since {time}.")
        return words.format(time=since)

    def _build(self) -> None:
        card = Card(padding=28, spacing=12)
        card.setFixedWidth(look.scaled(WIDTH))
        card.body.addWidget(Label(self.tr("Waiting for your record"), "title"))
        card.body.addWidget(self.what)
        safe = self.tr("Nothing was changed. Your record opens by itself as soon as the other program has closed it.")
        card.body.addWidget(Label(safe, "body", "text2", wrap=True))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setFixedHeight(10)
        bar.setAccessibleName(self.tr("Waiting for your record"))
        card.body.addSpacing(4)
        card.body.addWidget(bar)
        card.body.addSpacing(4)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(in_the_middle(card))
        column.addStretch(1)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
