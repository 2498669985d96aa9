"""Organisations as a Qt list: the name, and under it how many people are there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.organisations import Organisation
from hallway.ui.theme import icons
from hallway.ui.theme.look import look, tokens
from hallway.ui.widgets import paint

Index = QModelIndex | QPersistentModelIndex
ORGANISATION = Qt.ItemDataRole.UserRole
_State = QStyle.StateFlag


class OrganisationModel(QAbstractListModel):
    """Rows in the order they were given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: Sequence[Organisation] = ()

    def show(self, shown: Sequence[Organisation]) -> None:
        """Put others in place of those there."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def row_of(self, organisation_id: int) -> int:
        """The row of one, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.shown) if one.id == organisation_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.name}, {self.said(one)}"
        return one if role == ORGANISATION else None

    def said(self, one: Organisation) -> str:
        """Who is there, else who was, else what it is."""
        if one.people_now:
            return self.tr("%n people", "", one.people_now)
        if one.people_before:
            return self.tr("%n before", "", one.people_before)
        return one.kind if one.kind != "other" else ""


class OrganisationDelegate(QStyledItemDelegate):
    """A building, the name, and who is there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look.scaled(240), look.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Organisation = index.data(ORGANISATION)
        model = index.model()
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & _State.State_Selected)
        keyed = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
        paint.row_ground(painter, box, selected, bool(option.state & _State.State_MouseOver), bool(keyed))
        side, height = look.scaled(18), look.scaled(18)
        picture = QRectF(box.left() + 12, box.center().y() - side / 2, side, side)
        icons.draw(painter, picture, "building-2", tokens().text2)
        room = box.adjusted(12 + side + 12, 0, -10, 0)
        upper = QRectF(room.left(), box.center().y() - height - 1, room.width(), height + 2)
        paint.text_elided(painter, upper, one.name, "strong" if selected else "name")
        assert isinstance(model, OrganisationModel)
        paint.text_elided(painter, upper.translated(0, height + 2), model.said(one), "small", "text2")
        painter.restore()
