"""Noting or changing what the user is or was in an organisation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.organisations import Membership
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.words_value import partial_date
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import organisations


class MembershipForm(SoftPanel):
    """Enter in a field or Keep writes it, Escape leaves it; `left` when it closes."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._organisation_id = 0
        self._mine = Membership()
        today = bridge.desk.clock.today()
        self.role = TextField(self.tr("Member, secretary, reviewer…"), name=self.tr("What I am there"))
        self.brings = TextField(self.tr("What I contribute"))
        self.start = partial_date(today, self.tr("From"), self.tr("since when"))
        self.end = partial_date(today, self.tr("Until"), self.tr("still there"))
        self.next_on = day_field(today, self.tr("Day of the next meeting"), clearable=True)
        self.next_what = TextField(self.tr("What is on then"), name=self.tr("What is on at the next meeting"))
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self.remove = Button(self.tr("Remove"), "quiet", small=True)
        self._build()

    def begin(self, organisation_id: int, mine: Membership) -> None:
        """Start from a part of the user's own; one without an id is new."""
        self._organisation_id, self._mine = organisation_id, mine
        self.role.setText(mine.role)
        self.brings.setText(mine.brings)
        self.start.set_value(mine.start_on)
        self.end.set_value(mine.end_on)
        self.next_on.set_day(mine.next_on)
        self.next_what.setText(mine.next_what)
        self.remove.setVisible(bool(mine.id))
        self.show()
        self.role.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def write(self) -> None:
        """Keep it; what is refused, or was not understood, stays to be put right."""
        if not all(day.finish() for day in (self.start, self.end)):
            reveal(self)
            return
        mine = Membership(
            self.role.text(), self.start.value(), self.end.value(), self.brings.text(), self._mine.id,
            self.next_on.day(), self.next_what.text(),
        )  # fmt: skip
        if mine.id:
            done = self._bridge.do(organisations.change_membership, mine) is not None
        else:
            done = self._bridge.do(organisations.join, self._organisation_id, mine) is not None
        if done:
            self.close_form()

    def close_form(self) -> None:
        """Put it away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if self._bridge.do(organisations.leave, self._mine.id) is not None:
            self.close_form()

    def _build(self) -> None:
        foot = QHBoxLayout()
        for button in (self.keep, self.leave, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        for field in (self.role, self.brings):
            self.body.addWidget(field)
            field.returnPressed.connect(self.write)
        dates = ((self.tr("From"), self.start), (self.tr("Until"), self.end), (self.tr("Next"), self.next_on))
        for caption, day in dates:
            row, label = QHBoxLayout(), Label(caption, "caption", "text3")
            label.setMinimumHeight(look.control_height(small=True))  # beside the first line of the date
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(day, 1)
            self.body.addLayout(row)
        self.body.addWidget(self.next_what)
        self.next_what.returnPressed.connect(self.write)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self.close_form)
        self.remove.clicked.connect(self._remove)
        self.leave.setAccessibleName(self.tr("Leave it: my part in it"))
        self.hide()
