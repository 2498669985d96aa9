"""The sessions of an event: one day or all of them, a field to look for one, and the keys to go there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from hallway.domain.agenda import days
from hallway.domain.programmes import Session
from hallway.ui.events.session_delegate import SessionDelegate
from hallway.ui.models.sessions import SessionModel
from hallway.ui.theme.look import look
from hallway.ui.theme.type import metrics
from hallway.ui.widgets.button import quiet
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.segmented import SegmentedControl

MOST_DAYS_SIDE_BY_SIDE, HIGHEST = 5, 560


class SessionList(QWidget):
    """Arrows walk, Space goes there or not, Enter opens one; F2 and Delete are for those one wrote down oneself.

    The signals tell the session's id.
    """

    star_wanted = Signal(int)
    opened = Signal(int)
    change_wanted = Signal(int)
    removal_wanted = Signal(int)
    add_wanted = Signal()

    def __init__(self, heading: str, *, searchable: bool = False) -> None:
        super().__init__()
        self.model = SessionModel(self)
        self.view = SessionView(heading)
        self.delegate = SessionDelegate(self.view)
        self.search = SearchField(self.tr("Title, speaker, room or track"))
        self.add = quiet(self.tr("Add a session…"), "plus")
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

    def show_list(self, shown: bool) -> None:
        """Show the list, or only the way to begin one."""
        self._card.setVisible(shown)
        self._heading.setVisible(shown and self._has_room())

    def current(self) -> Session | None:
        """The session under the cursor."""
        return self.model.session_at(self.view.currentIndex().row())

    def _fill_anew(self) -> None:
        self._fill()

    def _fill(self, session_id: int = 0) -> None:
        day = date.fromisoformat(self.day.current()) if self.day is not None and not self._searchable else None
        self.model.show_those(day, self._now, self.search.text(), self.own.isChecked())
        kept = self.model.row_of(session_id) if session_id else -1
        row = kept if kept >= 0 else self.model.now_row()
        first = next((at for at in range(self.model.rowCount()) if self.model.session_at(at)), -1)
        if not self._searchable:
            self._fit()
        self.view.setCurrentIndex(self.model.index(row if row >= 0 else first, 0))
        if row >= 0 and kept < 0:  # what is on now, with what comes after it
            self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtTop)

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
            self._head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.delegate.star_wanted.connect(self.star_wanted)
        self.view.spaced.connect(lambda: self._tell(self.star_wanted))
        self.view.renamed.connect(lambda: self._tell(self.change_wanted))
        self.view.deleted.connect(lambda: self._tell(self.removal_wanted))
        self.add.clicked.connect(self.add_wanted)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(lambda: self.view.setFocus(Qt.FocusReason.MouseFocusReason))
        self.view.doubleClicked.connect(self._open)
        self.search.searched.connect(self._fill_anew)
        self.own.toggled.connect(self._fill_anew)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choice of the day comes before the heading where both do not fit side by side."""
        super().resizeEvent(event)
        if self.day is not None:
            self._heading.setVisible(self._has_room())

    def _has_room(self) -> bool:
        words = metrics("heading").horizontalAdvance(self._heading.text())
        return self.day is None or words + self.day.sizeHint().width() + 16 <= self.width()

    def _tell(self, wanted: SignalInstance) -> None:
        """Only of a session one wrote down oneself may be asked more than to go there."""
        session = self.current()
        if session is not None and (session.is_own or wanted is self.star_wanted):
            wanted.emit(session.id)

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
            self._head.addWidget(self.add)
        else:
            self._head.addWidget(self._heading, 1)
        card = Card(padding=1)
        card.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(card, 1)
        if not self._searchable:
            column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._card = card


class SessionView(QListView):
    """The list with its keys."""

    spaced = Signal()
    renamed = Signal()
    deleted = Signal()

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
        elif event.key() == Qt.Key.Key_F2:
            self.renamed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _short(day: date, count: int) -> str:
    return f"{day:%a}" if count <= MOST_DAYS_SIDE_BY_SIDE else str(day.day)
