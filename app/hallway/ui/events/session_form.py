"""A session of one's own, written down or changed: a talk, a poster, a dinner that stands in no programme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.events import Event
from hallway.domain.programmes import SESSION_KINDS, Session
from hallway.ui.events.words import session_kind_words
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import sessions

NEW = "talk"


class SessionForm(OverlayPanel):
    """Enter keeps, Escape leaves everything as it was. A new one is one's own talk until the mark is taken off."""

    def __init__(self, bridge: Bridge, window: QWidget, event: Event, session: Session | None = None) -> None:
        super().__init__(window, title=self.tr("Change a session") if session else self.tr("Add a session"), width=520)
        self._bridge, self._event, self._session = bridge, event, session
        today = bridge.desk.clock.today()
        self.title_field = TextField(self.tr("Title"), name=self.tr("Title of the session"))
        self.kind = QComboBox()
        self.day = day_field(today, self.tr("Day of the session"))
        self.start = TextField(self.tr("9:30"), icon="clock", name=self.tr("Begins at, like 9:30"))
        self.end = TextField(self.tr("10:00"), name=self.tr("Ends at, like 10:00"))
        self.room = TextField(self.tr("Room, poster board or address"), name=self.tr("Where the session is"))
        self.mine = Chip(self.tr("This is mine"), "presentation", checkable=True)
        self.message = InlineMessage("", tone="amber")
        self.keep = primary(self.tr("Keep") if session else self.tr("Add"), keys="Enter")
        self._build()
        self._show(session or Session("", event.start_on if not event.is_on(today) else today, kind=NEW, mine=True))
        self.keep.clicked.connect(self.write)
        bridge.refused.connect(self._refuse)

    def write(self) -> None:
        """Keep it; what makes no sense is said above the buttons and stays in the form."""
        mine = self.mine.isChecked()
        before = self._session or Session("", self._event.start_on, starred=not mine)
        told = replace(
            before, title=self.title_field.text(), kind=SESSION_KINDS[self.kind.currentIndex()],
            on=self.day.day() or before.on, start_time=self.start.text(), end_time=self.end.text(),
            room=self.room.text().strip(), mine=mine,
        )  # fmt: skip
        done = (
            self._bridge.do(sessions.change, told)
            if self._session
            else self._bridge.do(sessions.add, self._event.id, told)
        )
        if done is not None:
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_button = isinstance(self.focusWidget(), QAbstractButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self.write()
        super().keyPressEvent(event)

    def _refuse(self, error: HallwayError) -> None:
        if self.isVisible():
            self.message.set_text(error.sentence)
            self.message.show()

    def _show(self, one: Session) -> None:
        self.title_field.setText(one.title)
        known = one.kind in SESSION_KINDS
        self.kind.setCurrentIndex(SESSION_KINDS.index(one.kind) if known else len(SESSION_KINDS) - 1)
        self.day.set_day(one.on)
        self.start.setText(one.start_time)
        self.end.setText(one.end_time)
        self.room.setText(one.room)
        self.mine.setChecked(one.mine)

    def _build(self) -> None:
        self.kind.addItems(list(session_kind_words()))
        self.kind.setAccessibleName(self.tr("Kind of session"))
        self.message.hide()
        self.body.addWidget(self.title_field)
        self.body.addLayout(_row((self.kind, 1), (self.mine, 0)))
        self.body.addLayout(_under(self.tr("Day"), self.day))
        until = Label(self.tr("to"), "body", "text2")
        times = _row((self.start, 1), (until, 0), (self.end, 1))
        heading = self._event.time_zone or self.tr("on the clock there")
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Label(self.tr("Time, {zone}").format(zone=heading), "section", "text2"))
        pair.addLayout(times)
        self.body.addLayout(pair)
        self.body.addLayout(_under(self.tr("Where"), self.room))
        self.body.addWidget(self.message)
        foot, cancel = self.foot(), quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)


def open_session_form(bridge: Bridge, window: QWidget, event: Event, session: Session | None = None) -> SessionForm:
    """Open the form over the window: for a new session, or for one that was written down before."""
    form = SessionForm(bridge, window, event, session)
    form.closed.connect(form.deleteLater)
    form.open(form.title_field)
    return form


def _row(*pieces: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for piece, stretch in pieces:
        row.addWidget(piece, stretch)
    return row


def _under(heading: str, field: QWidget) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(4)
    pair.addWidget(Label(heading, "section", "text2"))
    pair.addWidget(field)
    return pair
