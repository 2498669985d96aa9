"""Writing an event down: a title and a day; the rest may wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.events import Event, guess_kind
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import events


class AddEvent(OverlayPanel):
    """Enter adds; `added` tells the new id."""

    added = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("Add an event"), width=480)
        self._bridge = bridge
        today = bridge.desk.clock.today()
        self.title_field = TextField(self.tr("Title"), name=self.tr("Title of the event"))
        self.venue = TextField(self.tr("Where"), name=self.tr("Where the event is"))
        self.start = day_field(today, self.tr("First day"))
        self.end = day_field(today, self.tr("Last day, if it is longer"), clearable=True)
        self.start.set_day(today)
        self.message = InlineMessage("", tone="amber")
        self.message.hide()
        self._build()
        bridge.refused.connect(self._refuse)

    def add(self) -> None:
        """Add it; what makes no sense is said above the buttons and stays in the form."""
        start = self.start.day() or self._bridge.desk.clock.today()
        title = self.title_field.text().strip()
        end = self.end.day() or start
        if not title:
            self._say(self.tr("An event needs a title."))
            self.title_field.setFocus()
            return
        if end < start:
            self._say(self.tr("This event would end before it starts."))
            return
        event = Event(title, start, end, kind=guess_kind(title), venue=self.venue.text().strip())
        if (done := self._bridge.do(events.add, event)) is not None:
            self.close_panel()
            self.added.emit(done.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_button = isinstance(self.focusWidget(), QAbstractButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self.add()
        super().keyPressEvent(event)

    def _refuse(self, error: HallwayError) -> None:
        if self.isVisible():
            self._say(error.sentence)

    def _say(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    def _build(self) -> None:
        self.body.addWidget(self.title_field)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self.start, 1)
        days.addWidget(Label(self.tr("to"), "body", "text2"))
        days.addWidget(self.end, 1)
        self.body.addLayout(days)
        self.body.addWidget(self.venue)
        self.body.addWidget(self.message)
        foot = self.foot()
        cancel = quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        self.keep = primary(self.tr("Add"), keys="Enter")
        self.keep.clicked.connect(self.add)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
