"""The sessions of an event as Qt reads them: by time, under their days when there is more than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from hallway.domain.agenda import clashes, is_on
from hallway.domain.dates import say_day
from hallway.domain.folding import fold
from hallway.domain.listing import listed
from hallway.domain.programmes import Session

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `SessionRow`."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A heading (no session) or a session; `to_meet` counts those one wants to meet who speak there."""

    heading: str = ""
    session: Session | None = None
    is_now: bool = False
    clashes: bool = False
    to_meet: int = 0


class SessionModel(QAbstractListModel):
    """All sessions, of which some are shown: one day's, those one goes to, those with words in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Session] = ()
        self._words: dict[int, str] = {}
        self._rows: list[SessionRow] = []
        self._clashing: frozenset[int] = frozenset()
        self._to_meet: dict[int, int] = {}
        self._today = date(1970, 1, 1)

    def set_sessions(self, sessions: Sequence[Session], to_meet: dict[int, int], today: date) -> None:
        """Take over an event's sessions; what is shown follows with `show_those`."""
        self._all, self._words = sessions, {}
        self._clashing, self._to_meet, self._today = clashes(sessions), to_meet, today

    def show_those(self, day: date | None, now: datetime, words: str = "", own_only: bool = False) -> None:
        """Show one day (None: all of them under headings), all or only those one goes to, with the words in them."""
        wanted = fold(words).split()
        if wanted and not self._words:
            self._words = {one.id: _words_of(one) for one in self._all}
        self.beginResetModel()
        self._rows = []
        shown: date | None = None
        for one in self._all:
            if (day and one.on != day) or (own_only and not (one.starred or one.mine)):
                continue
            if all(word in self._words[one.id] for word in wanted):
                if day is None and one.on != shown:
                    shown = one.on
                    self._rows.append(SessionRow(say_day(one.on, self._today)))
                self._rows.append(self._row(one, now))
        self.endResetModel()

    def session_at(self, row: int) -> Session | None:
        """The session at a place, None for a heading or outside."""
        return self._rows[row].session if 0 <= row < len(self._rows) else None

    def row_of(self, session_id: int) -> int:
        """Where a session stands, -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.session and row.session.id == session_id), -1)

    def now_row(self) -> int:
        """The first session that is on now, -1 without any."""
        return next((at for at, row in enumerate(self._rows) if row.is_now), -1)

    def shown(self) -> int:
        """How many sessions are shown."""
        return sum(row.session is not None for row in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.session.title if row.session else row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].session is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _row(self, one: Session, now: datetime) -> SessionRow:
        to_meet = self._to_meet.get(one.id, 0)
        return SessionRow(session=one, is_now=is_on(one, now), clashes=one.id in self._clashing, to_meet=to_meet)


def spoken(row: SessionRow) -> str:
    """The row as one sentence."""
    if row.session is None:
        return row.heading
    one = row.session
    parts = (
        " ".join(part for part in (one.start_time, one.end_time and _t("to {}").format(one.end_time)) if part),
        one.title, listed(one.speakers), one.room, _t("called off") if one.called_off else "",
        _t("your talk") if one.mine else "", _t("you go there") if one.starred else "",
        _t("clashes with another one you go to") if row.clashes else "", _t("now") if row.is_now else "",
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def _words_of(one: Session) -> str:
    return fold(" ".join((one.title, one.subtitle, one.room, one.track, *one.speakers)))


def _t(text: str) -> str:
    return QCoreApplication.translate("events", text)
