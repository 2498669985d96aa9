"""Noting what the user is or was in an organisation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.words_value import partial_date
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import organisations


class MembershipForm(SoftPanel):
    """Enter in the role or Keep writes it, Escape leaves it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._organisation_id = 0
        today = bridge.desk.clock.today()
        self.role = TextField(self.tr("Member, secretary, reviewer…"), name=self.tr("What I am there"))
        self.start = partial_date(today, self.tr("From"), self.tr("since when"))
        self.end = partial_date(today, self.tr("Until"), self.tr("still there"))
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        dates, foot = QHBoxLayout(), QHBoxLayout()
        for caption, field in ((self.tr("From"), self.start), (self.tr("Until"), self.end)):
            dates.addWidget(Label(caption, "caption", "text3"))
            dates.addWidget(field, 1)
        for button in (self.keep, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addWidget(Label(self.tr("My part in it"), "section", "text2"))
        self.body.addWidget(self.role)
        self.body.addLayout(dates)
        self.body.addLayout(foot)
        self.role.returnPressed.connect(self.write)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def begin(self, organisation_id: int) -> None:
        """Start with an empty role."""
        self._organisation_id = organisation_id
        self.role.clear()
        self.start.set_value("")
        self.end.set_value("")
        self.show()
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Keep it; what is refused stays to be put right."""
        words = (self.role.text(), self.start.value(), self.end.value())
        if self._bridge.do(organisations.join, self._organisation_id, *words) is not None:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
