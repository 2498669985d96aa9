"""A small form that writes a promise down: whose, what, for when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.interactions import NewPromise
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import promises


class PromiseForm(SoftPanel):
    """Enter keeps, Escape leaves; ``ended`` either way."""

    ended = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._person_id = bridge, 0
        today = bridge.desk.clock.today()
        self.side = SegmentedControl(
            [("me", self.tr("I promised"), ""), ("them", self.tr("They promised"), "")], name=self.tr("Who promised")
        )
        self.field = TextField(self.tr("What was promised"))
        self.due = day_field(today, self.tr("For when, if it matters"), clearable=True)
        self.keep = Button(self.tr("Write it down"), "secondary", small=True)
        self.leave = Button(self.tr("Not now"), "quiet", small=True)
        self._build()
        self.field.returnPressed.connect(self.write)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self.ended)

    def begin(self, person_id: int) -> None:
        """Start anew for a person and take the keyboard."""
        self._person_id = person_id
        self.field.clear()
        self.due.set_day(None)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Write the promise down."""
        new = NewPromise(self._person_id, self.field.text(), self.side.current() == "me", self.due.day())
        if self._bridge.do(promises.add, new) is not None:
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.side)
        head.addStretch(1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(self.field)
        self.body.addWidget(self.due)
        self.body.addLayout(foot)
