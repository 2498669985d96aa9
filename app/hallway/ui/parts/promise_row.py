"""An open promise as a strip: what, since when, and Done, another day or not needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.dates import say_day
from hallway.domain.interactions import Promise
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_popup
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.theme import paint
from hallway.ui.widgets.button import icon_button, small
from hallway.ui.widgets.date_field import DatePopup
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.usecases import promises


class PromiseRow(ReflowRow):
    """One promise, either way. Its buttons write at once; whoever shows it asks again after the change."""

    def __init__(self, bridge: Bridge, promise: Promise) -> None:
        super().__init__(least=340)
        self._bridge, self.promise = bridge, promise
        self._popup: DatePopup | None = None
        today = bridge.desk.clock.today()
        self.setAccessibleName(promise.text)
        verbs = (self.tr("Done: {promise}"), self.tr("Another day: {promise}"), self.tr("Not needed: {promise}"))
        done, later, drop = (words.format(promise=promise.text) for words in verbs)
        self.done = small(self.tr("Done"), "check")
        self.done.setAccessibleName(done)
        self.later = icon_button("clock", later, "secondary", small=True)
        self.drop = icon_button("x", drop, "secondary", small=True)
        self._build(say_promise(promise, today))
        self.done.clicked.connect(lambda: bridge.do(promises.keep, promise.id))
        self.drop.clicked.connect(lambda: bridge.do(promises.let_go, promise.id))
        self.later.clicked.connect(lambda: self.popup().ask_below(self.later, promise.due_on))

    def popup(self) -> DatePopup:
        """Return what asks for another day, made when it is first asked for."""
        if self._popup is None:
            self._popup = day_popup(self, self._bridge.desk.clock.today(), self.tr("Another day"))
            self._popup.kept.connect(self._move)
        return self._popup

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 8, self._hue() + "_soft")

    def _hue(self) -> str:
        return "blue" if self.promise.by_me else "slate"

    def _build(self, words: str) -> None:
        self.row.setContentsMargins(14, 10, 12, 10)
        said, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        said.setSpacing(10)
        buttons.setSpacing(8)
        column.setSpacing(0)
        column.addWidget(Label(self.promise.text, "strong", wrap=True))
        column.addWidget(Label(words, "small", "text2", wrap=True))
        said.addWidget(Picture("reply" if self.promise.by_me else "corner-down-left", 16, self._hue()))
        said.addLayout(column, 1)
        for button in (self.done, self.later, self.drop):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(0)
        self.row.addLayout(said, 1)
        self.row.addLayout(buttons)

    def _move(self, day: date) -> None:
        self._bridge.do_quietly(promises.change, replace(self.promise, due_on=day))


def say_promise(promise: Promise, today: date) -> str:
    """Say who promised and for when ("You promised, for Friday 26 June"), else since when ("You promised, 17 June")."""
    made = say_day(promise.made_on, today).split(" ", 1)[1]
    mine, theirs = ("You promised, {made}", "Promised to you, {made}")
    if promise.due_on is not None:
        mine, theirs = ("You promised, for {due}", "Promised to you, for {due}")
    words = QCoreApplication.translate("PromiseRow", mine if promise.by_me else theirs)
    return words.format(made=made, due=say_day(promise.due_on, today) if promise.due_on else "")
