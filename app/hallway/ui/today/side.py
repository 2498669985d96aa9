"""The right column: the week's wish, what is coming, and the key for a corridor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hallway.domain.events import Event
from hallway.ui.theme.look import look
from hallway.ui.today.words import number_word
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

MOST_FACES = 6


class WeekCard(Card):
    """How many people one wishes to reach this week, and whom one has; never what was not."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("This week"))
        self._change = link(self.tr("Change"))
        self._change.setAccessibleName(self.tr("Change the week’s wish"))
        self._change.clicked.connect(self._edit)
        self.head.addWidget(self._change)
        self._words = Label("", "body", "text2", wrap=True)
        self._goal = QSpinBox()
        self._goal.setRange(1, 50)
        self._goal.setAccessibleName(self.tr("People you wish to reach each week"))
        self._goal.hide()
        self._goal.editingFinished.connect(self._keep)
        self._faces = QHBoxLayout()
        self._faces.setSpacing(8)
        self.body.addWidget(self._words)
        self.body.addWidget(self._goal)
        self.body.addLayout(self._faces)

    def show_week(self, goal: int, reached: Sequence[tuple[int, str]]) -> None:
        """Show the wish and those reached."""
        self._goal.setValue(goal)
        so_far = self.tr("{count} so far.").format(count=number_word(len(reached)).capitalize()) if reached else ""
        wish = self.tr("Reach out to %n people.", "", goal).replace(str(goal), number_word(goal))
        self._words.set_text(f"{wish} {so_far}".strip())
        while (item := self._faces.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for _, name in reached[:MOST_FACES]:
            self._faces.addWidget(Avatar(name, 36))
        self._faces.addStretch(1)
        self._faces.addWidget(Label(self.tr("Weeks off are fine."), "small", "text2"))

    def _edit(self) -> None:
        self._goal.show()
        self._goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self._goal.selectAll()

    def _keep(self) -> None:
        self._goal.hide()
        self.changed.emit(self._goal.value())


class ComingCard(Card):
    """The next events."""

    opened = Signal(int)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Coming up"), spacing=12)
        every = link(self.tr("All events"))
        every.clicked.connect(self.all_wanted)
        self.head.addWidget(every)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for event in events:
            self._rows.addWidget(self._row(event))
        if not events:
            self._rows.addWidget(Label(self.tr("Nothing planned yet."), "body", "text2"))

    def _row(self, event: Event) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        day = QVBoxLayout()
        day.setSpacing(0)
        number = Label(str(event.start_on.day), "heading")
        month = Label(f"{event.start_on:%b}", "small", "text2")
        for label in (number, month):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(look.scaled(34))
            day.addWidget(label)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(event.title, "name", elide=True))
        words.addWidget(Label(self._detail(event), "small", "text2", elide=True))
        line.addLayout(day)
        line.addLayout(words, 1)
        line.addWidget(Picture("calendar-days", 16, "text2"))
        return row

    def _detail(self, event: Event) -> str:
        days = (event.end_on - event.start_on).days + 1
        when = self.tr("%n days", "", days) if days > 1 else event.start_time
        return ", ".join(part for part in (when, event.venue) if part)


class CorridorHint(QWidget):
    """The key that opens the capture line."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("keyboard", 14, "text2"))
        row.addWidget(Label(self.tr("Just met someone?"), "small", "text2"))
        row.addWidget(KeyCap(keys))
        row.addStretch(1)
