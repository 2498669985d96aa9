"""A pause for the whole plan: from, to, why."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.widgets.button import small
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
        self.add = small(self.tr("Add a pause"), "pause")
        self.add.clicked.connect(self.keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in (self.start, self.end, self.reason):
            row.addWidget(field, 1)
        row.addWidget(self.add)
        for field in (self.start, self.end):
            field.kept.connect(self._allow)
        self._allow()

    def keep(self) -> None:
        """Add the pause; what makes no sense stays in the form and is explained."""
        start, end = self.start.day(), self.end.day()
        if start is None or end is None:
            return
        if self._bridge.do(planning.pause, start, end, self.reason.text().strip()) is not None:
            self.start.set_day(None)
            self.end.set_day(None)
            self.reason.clear()
            self._allow()

    def _allow(self) -> None:
        self.add.setEnabled(self.start.day() is not None and self.end.day() is not None)
