"""A pause: from, to, why, and whose; for the whole plan or for one person."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.button import small
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import planning


class PauseForm(QWidget):
    """Fieldwork, exams, leave: nothing is planned on these days, and nothing waits for them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        today = bridge.desk.clock.today()
        self.start = day_field(today, self.tr("Pause from"), clearable=True)
        self.end = day_field(today, self.tr("to"), clearable=True)
        self.reason = TextField(self.tr("Why, if you like"), name=self.tr("Why you pause"))
        self.whom = PersonPicker(bridge, self.tr("Whose check-ins pause"), one=True)
        self.add = small(self.tr("Add a pause"), "pause")
        self.add.clicked.connect(self.keep)
        self._build()
        for field in (self.start, self.end):
            field.kept.connect(self._allow)
        self._allow()

    def keep(self) -> None:
        """Add the pause; what makes no sense stays in the form and is explained."""
        start, end = self.start.day(), self.end.day()
        if start is None or end is None:
            return
        whom = next(iter(self.whom.ids()), None)
        if self._bridge.do(planning.pause, start, end, self.reason.text().strip(), whom) is not None:
            self.start.set_day(None)
            self.end.set_day(None)
            self.reason.clear()
            self.whom.set_people(())
            self._allow()

    def _build(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        for field in (self.start, self.end, self.reason):
            days.addWidget(field, 1)
        whose = QHBoxLayout()
        whose.setSpacing(8)
        whose.addWidget(Label(self.tr("Everything, or only"), "small", "text2"))
        whose.addWidget(self.whom, 1)
        whose.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(days)
        column.addLayout(whose)

    def _allow(self) -> None:
        self.add.setEnabled(self.start.day() is not None and self.end.day() is not None)
