"""Before an event: a short list to tick off, begun with what usually helps and changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.events import Event
from hallway.domain.preparing import Ready
from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.type import line_height
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import preparing


class GettingReady(Card):
    """The list lives among the notes on the event. Space ticks a line off, F2 changes it, no words take it off."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Before you go"), spacing=6)
        self._bridge, self._event_id = bridge, 0
        self.rows: list[ReadyRow] = []
        self.count = Label("", "body", "text2")
        self.head.addWidget(self.count)
        self.hint = Label(self.tr("A few small things make it easier there."), "body", "text2", wrap=True)
        self.begin = secondary(self.tr("Begin with what usually helps"), "list-checks")
        self.begin.clicked.connect(lambda: bridge.do(preparing.begin, self._event_id))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.field = TextField(self.tr("One more thing"), icon="plus", name=self.tr("One more thing before you go"))
        self.field.returnPressed.connect(self._add)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._column)
        self.body.addWidget(self.field)

    def show_event(self, event: Event) -> None:
        """Show the list of an event that is still to come; nothing from its first day on."""
        coming = event.start_on > self._bridge.desk.clock.today()
        self.setVisible(coming)
        if coming:
            self._event_id = event.id
            self._show(self._bridge.ask(preparing.of_event, event.id))

    def _show(self, lines: Sequence[Ready]) -> None:
        done = sum(one.done for one in lines)
        self.count.set_text(self.tr("{done} of {count}").format(done=done, count=len(lines)) if lines else "")
        self.hint.setVisible(not lines)
        self.begin.setVisible(not lines)
        while len(self.rows) < len(lines):
            self.rows.append(self._row(len(self.rows)))
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(lines))
            if at < len(lines):
                row.show_line(lines[at])

    def _row(self, at: int) -> ReadyRow:
        row = ReadyRow()
        row.ticked.connect(lambda done: self._bridge.do_quietly(preparing.tick, self._event_id, at, done))
        row.words.kept.connect(lambda words: self._bridge.do_quietly(preparing.reword, self._event_id, at, words))
        self._column.addWidget(row)
        return row

    def _add(self) -> None:
        words = self.field.text().strip()
        if words and self._bridge.do_quietly(preparing.add, self._event_id, words) is not None:
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadyRow(QWidget):
    """One line with its box; `ticked` tells whether it is done now."""

    ticked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.words = EditableText(name=self.tr("Before you go"), wrap=True)
        self.box.clicked.connect(self.ticked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.box)
        self._row.addWidget(self.words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The box stands beside the first line."""
        super().resizeEvent(event)
        line = line_height("body")
        self.box.setFixedHeight(line)
        several = self.words.heightForWidth(self.words.width()) >= 2 * line
        place = Qt.AlignmentFlag.AlignTop if several else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.box, place)

    def show_line(self, line: Ready) -> None:
        """Show a line, without telling."""
        self.box.setChecked(line.done)
        self.box.setAccessibleName(line.words)
        if not self.words.is_editing():
            self.words.set_text(line.words)
