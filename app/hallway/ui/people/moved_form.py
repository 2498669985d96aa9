"""Moved to…: the new place, since when, and whether to congratulate; what there was is closed in the same step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from hallway.domain.people import Affiliation
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.parts.words_value import partial_date
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import moving


class MovedForm(SoftPanel):
    """Enter in a field or Keep does it, Escape leaves it; `left` when it closes."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._person_id = 0
        self.where = TextField(self.tr("Where to"), name=self.tr("Moved to which organisation"))
        self.role = TextField(self.tr("As what"), name=self.tr("Role there"))
        self.since = partial_date(bridge.desk.clock.today(), self.tr("Since"), self.tr("this month"))
        self.congratulate = QCheckBox(self.tr("Something to congratulate on"))
        self.leaves = QComboBox()
        self.leaves.setAccessibleName(self.tr("Which place they leave"))
        self.leaves.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._leaving = QWidget()
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        Suggest(self.where, organisation_choices(bridge), fill=True)
        self._build()

    def begin(self, person_id: int, works: Sequence[Affiliation]) -> None:
        """Start with empty fields; with several places that stand, one is chosen that they leave."""
        self._person_id = person_id
        self.leaves.clear()
        for work in works:
            self.leaves.addItem(work.organisation, work.id)
        self._leaving.setVisible(len(works) > 1)
        self.where.clear()
        self.role.clear()
        self.since.set_value("")
        self.congratulate.setChecked(True)
        self.show()
        self.where.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def write(self) -> None:
        """Do it; what is refused, or was not understood, stays to be put right."""
        if not self.since.finish():
            return
        words = (self.where.text(), self.role.text(), self.since.value(), self.congratulate.isChecked())
        if self._bridge.do(moving.moved, self._person_id, *words, self.leaves.currentData() or 0) is None:
            self.where.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
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
        leaving, since, foot = QHBoxLayout(self._leaving), QHBoxLayout(), QHBoxLayout()
        leaving.setContentsMargins(0, 0, 0, 0)
        leaving.addWidget(Label(self.tr("Leaves"), "caption", "text3"))
        leaving.addWidget(self.leaves, 1)
        since.addWidget(Label(self.tr("Since"), "caption", "text3"))
        since.addWidget(self.since, 1)
        for button in (self.keep, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        self.body.addWidget(Label(self.tr("Moved to"), "section", "text2"))
        for field in (self.where, self.role):
            self.body.addWidget(field)
            field.returnPressed.connect(self.write)
        self.body.addWidget(self._leaving)
        self.body.addLayout(since)
        self.body.addWidget(self.congratulate)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self._leave)
        self.hide()
