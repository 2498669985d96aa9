"""The right column: the week's wish, what is coming, and the key for a corridor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.domain.events import Event
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.face import Face
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.today.coming_row import ComingRow
from hallway.ui.today.words import week_line
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox

MOST_FACES, MOST_BESIDE_WORDS = 6, 4


class WeekCard(Card):
    """How many people one wishes to reach this week, and whom one has; never what was not."""

    changed = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("This week"))
        self._bridge = bridge
        self._change = link(self.tr("Change"))
        self._change.setAccessibleName(self.tr("Change the week’s wish"))
        self._change.clicked.connect(self._edit)
        self.head.addWidget(self._change)
        self._words = Label("", "body", "text2", wrap=True)
        self._goal = 1
        self._field: QSpinBox | None = None
        self._faces = QHBoxLayout()
        self._faces.setSpacing(8)
        self._fine = Label(self.tr("Weeks off are fine."), "small", "text2")
        self.body.addWidget(self._words)
        self.body.addLayout(self._faces)

    def show_week(self, goal: int, reached: Sequence[tuple[int, str]]) -> None:
        """Show the wish and those reached."""
        self._goal = goal
        self._words.set_text(week_line(goal, len(reached)))
        self._faces.removeWidget(self._fine)
        empty(self._faces)
        for id_, name in reached[:MOST_FACES]:
            self._faces.addWidget(Face(self._bridge, id_, name, 36))
        if len(reached) < goal:
            self._faces.addWidget(FreePlace(36))
        self._faces.addStretch(1)
        crowded = self._faces.count() > MOST_BESIDE_WORDS
        (self.body if crowded else self._faces).addWidget(self._fine)

    def _edit(self) -> None:
        if self._field is None:
            self._field = self._make_field()
        self._field.setValue(self._goal)
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def _make_field(self) -> QSpinBox:
        from PySide6.QtWidgets import QSpinBox  # the first page has none

        field = QSpinBox()
        field.setRange(1, 50)
        field.setAccessibleName(self.tr("People you wish to reach each week"))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.editingFinished.connect(self._keep)
        self.body.insertWidget(self.body.indexOf(self._words) + 1, field)
        return field

    def _keep(self) -> None:
        if self._field is None or self._field.isHidden():
            return
        self._field.hide()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self._field.value())


class FreePlace(QWidget):
    """A dashed round for somebody still to come; nothing to press."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(self._size), look.scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        paint.rounded_rect(QPainter(self), box, box.height() / 2, edge="control", dashed=True)


class ComingCard(Card):
    """The next events."""

    opened = Signal(int)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Coming up"), spacing=8)
        every = link(self.tr("All events"))
        every.clicked.connect(self.all_wanted)
        self.head.addWidget(every)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these."""
        empty(self._rows)
        for event in events:
            row = ComingRow(event)
            row.clicked.connect(lambda _=False, event_id=event.id: self.opened.emit(event_id))
            self._rows.addWidget(row)
        if not events:
            self._rows.addWidget(Label(self.tr("Nothing planned yet."), "body", "text2"))


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


def empty(layout: QLayout) -> None:
    """Take everything off a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
