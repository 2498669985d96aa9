"""Adding or changing one place of work, in the column of facts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.people import Affiliation
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.parts.words_value import partial_date
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, link
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.text_field import TextField


class WorkForm(SoftPanel):
    """`kept` tells the affiliation, `removed` the id of one to take away, `left` that nothing changes.

    `opened` tells the id of the organisation whose page is wanted.
    """

    kept = Signal(object)
    removed = Signal(int)
    left = Signal()
    opened = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._work = Affiliation("")
        today = bridge.desk.clock.today()
        self._today = today
        self.where = TextField(self.tr("Where"), name=self.tr("Organisation"))
        self.role = TextField(self.tr("As what"), name=self.tr("Role there"))
        self.unit = TextField(self.tr("Department or group"))
        self.start = partial_date(today, self.tr("From"), self.tr("since when"))
        self.end = partial_date(today, self.tr("Until"), self.tr("still there"))
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.remove = Button(self.tr("Remove"), "quiet", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self.open_page = link(self.tr("Go to this organisation"))
        Suggest(self.where, organisation_choices(bridge), fill=True)
        self._build()

    def begin(self, work: Affiliation) -> None:
        """Start from a place of work; one without an id is new."""
        self._work = work
        self.where.setText(work.organisation)
        self.role.setText(work.role)
        self.unit.setText(work.unit)
        self.start.set_value(work.start_on)
        self.end.set_value(work.end_on)
        self.remove.setVisible(bool(work.id))
        self.open_page.setVisible(bool(work.organisation_id))
        self.show()
        self.where.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def write(self) -> None:
        """Tell what is written, unless no place is named or a date was not understood."""
        if not self.where.text().strip():
            self.where.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not all(day.finish() for day in (self.start, self.end)):
            reveal(self)
            return
        end = self.end.value()
        self.kept.emit(
            replace(
                self._work, organisation=self.where.text().strip(), role=self.role.text().strip(),
                unit=self.unit.text().strip(), start_on=self.start.value(), end_on=end,
                current_as_of="" if end else self._today.isoformat(),
            )
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        foot = QHBoxLayout()
        for button in (self.keep, self.leave, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        for widget in (self.where, self.role, self.unit):
            self.body.addWidget(widget)
            widget.returnPressed.connect(self.write)
        for caption, day in ((self.tr("From"), self.start), (self.tr("Until"), self.end)):
            row, label = QHBoxLayout(), Label(caption, "caption", "text3")
            label.setMinimumHeight(look.control_height(small=True))  # beside the first line of the date
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(day, 1)
            self.body.addLayout(row)
        self.body.addLayout(foot)
        self.body.addWidget(self.open_page, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_page.clicked.connect(lambda: self.opened.emit(self._work.organisation_id))
        self.keep.clicked.connect(self.write)
        self.remove.clicked.connect(lambda: self.removed.emit(self._work.id))
        self.leave.clicked.connect(self.left)
        self.hide()
