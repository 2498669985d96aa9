"""Approaches as Qt reads them: the lanes of the board, and in each its cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hallway.domain.outreach import LANES, Outreach, State, lane_of
from hallway.ui.parts.outreach_words import lane_words, long_ago, short_day, state_word
from hallway.usecases.outreach import Stood

CARD = Qt.ItemDataRole.UserRole
"""The role that gives the delegate a `Card`."""
MIME = "application/x-hallway-outreach"
LANE = 0
"""What a lane's index points at; a card's points at its lane, counted from one."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the approach as it stands, and the small mark at its top right (an icon and words)."""

    one: Outreach
    state: State
    icon: str = ""
    mark: str = ""


class BoardModel(QAbstractItemModel):
    """Lanes are rows of the root, cards rows of their lane. `dropped` tells a card, a lane, and the card below or 0."""

    dropped = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[list[Card]] = [[] for _ in LANES]

    def show_approaches(self, found: Iterable[Stood], today: date) -> None:
        """Show these; what rests stands in no lane."""
        self.beginResetModel()
        self._lanes = [[] for _ in LANES]
        for one, state in found:
            if (lane := lane_of(state)) >= 0:
                self._lanes[lane].append(card_of(one, state, today))
        self.endResetModel()

    def lane(self, at: int) -> QModelIndex:
        """Where a lane is."""
        return self.index(at, 0)

    def cards(self, lane: int) -> Sequence[Card]:
        """The cards of a lane."""
        return self._lanes[lane]

    def place_of(self, outreach_id: int) -> QModelIndex:
        """Where a card is; an index that is none when it is not on the board."""
        for lane, cards in enumerate(self._lanes):
            for row, card in enumerate(cards):
                if card.one.id == outreach_id:
                    return self.index(row, 0, self.lane(lane))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if not self.hasIndex(row, column, parent or QModelIndex()):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent is not None and parent.isValid() else LANE)

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        inner = index.internalId() if index.isValid() else LANE
        return self.createIndex(inner - 1, 0, LANE) if inner else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._lanes)
        return len(self._lanes[parent.row()]) if parent.internalId() == LANE and parent.column() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == LANE:
            return lane_words()[index.row()][0] if role == Qt.ItemDataRole.DisplayRole else None
        lane = index.internalId() - 1
        card = self._lanes[lane][index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.one.person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card, lane, index.row(), len(self._lanes[lane]))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == LANE:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(MIME, str(indexes[0].data(CARD).one.id).encode())
        return carried

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dropped where; the record moves it, and the board is shown anew."""
        if not data.hasFormat(MIME) or not parent.isValid():
            return False
        lane = parent.row() if parent.internalId() == LANE else parent.internalId() - 1
        cards = self._lanes[lane]
        below = cards[row].one.id if 0 <= row < len(cards) else 0
        self.dropped.emit(int(bytes(data.data(MIME).data())), lane, below)
        return False  # Qt would take the row out by itself


def card_of(one: Outreach, state: State, today: date) -> Card:
    """The card of an approach, with the mark that tells most about it."""
    return Card(one, state, *_mark(one, state, today))


def _mark(one: Outreach, state: State, today: date) -> tuple[str, str]:
    """An icon and a few words."""
    asked = _t("Again {day}") if one.repeated_on else _t("Asked {day}")
    written_on = one.repeated_on or one.asked_on
    marks: dict[State, tuple[str, str]] = {
        State.IDEA: ("waypoints", _t("Via {name}").format(name=one.through.split()[0])) if one.through else ("", ""),
        State.DRAFT: ("pencil", _t("Draft")),
        State.ASKED: ("send", asked.format(day=long_ago(written_on, today)) if written_on else state_word(state)),
        State.ANSWERED: ("reply", state_word(state)), State.AGREED: ("reply", state_word(state)),
        State.SCHEDULED: ("calendar-check", short_day(one.meet_on) if one.meet_on else _t("Choose a day")),
        State.TALKED: ("heart", _t("Thank")),
    }  # fmt: skip
    past = ("history", long_ago(one.talked_on, today)) if one.talked_on else ("", "")
    return marks.get(state, past)


def spoken(card: Card, lane: int, row: int, count: int) -> str:
    """ "Omar Siddiqui, Scheduled, 1 of 1, Wed 24 Jun, Research jobs in industry"."""
    place = _t("{at} of {count}").format(at=row + 1, count=count)
    parts = (card.one.person, lane_words()[lane][0], place, card.mark, card.one.line, card.one.reason)
    return ", ".join(part for part in parts if part)


def _t(text: str) -> str:
    return QCoreApplication.translate("outreach", text)
