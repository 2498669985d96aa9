"""The sessions of an event: one day or all of them, a field to look for one, and the keys to go there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from hallway.domain.agenda import days
from hallway.domain.programmes import Session
from hallway.ui.events.session_delegate import SessionDelegate
from hallway.ui.models.sessions import SessionModel
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.segmented import SegmentedControl

MOST_DAYS_SIDE_BY_SIDE, HIGHEST = 5, 560


class SessionList(QWidget):
    """Arrows walk, Space goes there or not, Enter opens one. `star_wanted` and `opened` tell the session's id."""

    star_wanted = Signal(int)
    opened = Signal(int)

    def __init__(self, heading: str, *, searchable: bool = False) -> None:
        super().__init__()
        self.model = SessionModel(self)
        self.view = SessionView(heading)
        self.delegate = SessionDelegate(self.view)
        self.search = SearchField(self.tr("Title, speaker, room or track"))
        self.own = Chip(self.tr("Where you go"), "circle-check", checkable=True)
        self.day: SegmentedControl | None = None
        self._days: tuple[date, ...] = ()
        self._now = datetime(1970, 1, 1)
        self._searchable = searchable
        self._heading = Label(heading, "heading", elide=True)
        self._build()
        self._connect()

    def show_sessions(self, sessions: Sequence[Session], to_meet: dict[int, int], now: datetime) -> None:
        """Show an event's sessions; the day of now is chosen the first time, and the selection stays."""
        self._now = now
        at = self.current()
        self._show_days(days(sessions), now.date())
        self.model.set_sessions(sessions, to_meet, now.date())
        self._fill(at.id if at else 0)

    def current(self) -> Session | None:
        """The session under the cursor."""
        return self.model.session_at(self.view.currentIndex().row())

    def _fill_anew(self) -> None:
        self._fill()

    def _fill(self, session_id: int = 0) -> None:
        day = date.fromisoformat(self.day.current()) if self.day is not None and not self._searchable else None
        self.model.show_those(day, self._now, self.search.text(), self.own.isChecked())
        row = self.model.row_of(session_id) if session_id else self.model.now_row()
        first = next((at for at in range(self.model.rowCount()) if self.model.session_at(at)), -1)
        self.view.setCurrentIndex(self.model.index(row if row >= 0 else first, 0))
        if not self._searchable:
            self._fit()

    def _fit(self) -> None:
        """As high as what is shown, up to a day that is scrolled through."""
        height, most = 0, look.scaled(HIGHEST)
        for row in range(self.model.rowCount()):
            height += self.view.sizeHintForRow(row)
            if height >= most:
                break
        self.view.setFixedHeight(min(height, most))

    def _show_days(self, found: tuple[date, ...], today: date) -> None:
        if found == self._days or self._searchable:
            return
        self._days = found
        if self.day is not None:
            self._head.removeWidget(self.day)
            self.day.deleteLater()
            self.day = None
        if len(found) > 1:
            choices = [(day.isoformat(), _short(day, len(found)), "") for day in found]
            self.day = SegmentedControl(choices, name=self.tr("Day"))
            self.day.choose((today if today in found else found[0]).isoformat())
            self.day.chosen.connect(self._fill_anew)
            self._head.addWidget(self.day)

    def _connect(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.delegate.star_wanted.connect(self.star_wanted)
        self.view.spaced.connect(self._star)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(lambda: self.view.setFocus(Qt.FocusReason.MouseFocusReason))
        self.view.doubleClicked.connect(self._open)
        self.search.searched.connect(self._fill_anew)
        self.own.toggled.connect(self._fill_anew)

    def _star(self) -> None:
        session = self.current()
        if session is not None:
            self.star_wanted.emit(session.id)

    def _open(self, index: QModelIndex) -> None:
        session = self.model.session_at(index.row())
        if session is not None:
            self.opened.emit(session.id)

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        if self._searchable:
            self._head.addWidget(self.search, 1)
            self._head.addWidget(self.own)
        else:
            self._head.addWidget(self._heading, 1)
        card = Card(padding=1)
        card.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(card, 1)


class SessionView(QListView):
    """The list with its keys."""

    spaced = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.spaced.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _short(day: date, count: int) -> str:
    return f"{day:%a}" if count <= MOST_DAYS_SIDE_BY_SIDE else str(day.day)
