"""Noting by hand how somebody stands to the user, where no paper and no project tells it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.conflicts import MyTie, Type
from hallway.ui.exchange.conflict_words import type_words
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.words_value import partial_date
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.usecases import conflicts


class ConflictForm(SoftPanel):
    """Keep writes it, Escape leaves it; `left` when it closes."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=12)
        self._bridge = bridge
        today = bridge.desk.clock.today()
        self.who = PersonPicker(bridge, self.tr("Whom to add to the list"), one=True)
        self.type = QComboBox()
        self.since = partial_date(today, self.tr("Since"), self.tr("not known"))
        self.until = partial_date(today, self.tr("Until"), self.tr("goes on"))
        self.keep = Button(self.tr("Put on the list"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self._build()
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def begin(self) -> None:
        """Start with empty fields."""
        self.who.set_people(())
        self.since.set_value("")
        self.until.set_value("")
        self.show()
        self.who.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Keep it; without somebody the keyboard goes there."""
        if not all(day.finish() for day in (self.since, self.until)):
            return
        if not self.who.ids():
            self.who.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        one = MyTie(self.who.ids()[0], self.type.currentData(), self.since.value(), self.until.value())
        if self._bridge.do(conflicts.note, one) is not None:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _build(self) -> None:
        for type_ in Type:
            self.type.addItem(type_words(type_), type_)
        self.type.setCurrentIndex(self.type.findData(Type.ADVISOR))
        first, second, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, words, field in (
            (first, self.tr("Who"), self.who), (first, self.tr("What they are to me"), self.type),
            (second, self.tr("Since"), self.since), (second, self.tr("Until"), self.until),
        ):  # fmt: skip
            row.setSpacing(12)
            row.addLayout(_named(words, field), 1)
        for button in (self.keep, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(8)
        for row in (first, second, foot):
            self.body.addLayout(row)


def _named(words: str, field: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(2)
    pair.addWidget(Label(words, "caption", "text3"))
    pair.addWidget(field)
    pair.addStretch(1)
    field.setAccessibleName(words)
    return pair
