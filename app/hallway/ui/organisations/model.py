"""Organisations as a Qt list: the name, and under it how many people are there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.organisations import Organisation
from hallway.ui.organisations.words import icon_of
from hallway.ui.theme import icons
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole
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
        """Put others in place of those there; the list is not laid out anew for the same ones."""
        if shown == self.shown:
            return
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
        """Who is there, else who was, else what it is; and what the user is there."""
        if one.people_now:
            words = self.tr("%n people", "", one.people_now)
        elif one.people_before:
            words = self.tr("%n before", "", one.people_before)
        else:
            words = "" if one.kind == "other" else one.kind[:1].upper() + one.kind[1:]
        mine = self.tr("you: {role}").format(role=one.my_role) if one.my_role else ""
        return ", ".join(part for part in (words, mine) if part)


class OrganisationDelegate(QStyledItemDelegate):
    """An icon of its kind, the name, and who is there."""

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
        side = look.scaled(18)
        picture = QRectF(box.left() + 12, round(box.center().y() - side / 2), side, side)
        icons.draw(painter, picture, icon_of(one.kind), tokens().text2)
        assert isinstance(model, OrganisationModel)
        room = box.adjusted(12 + side + 12, 0, -10, 0)
        role: TextRole = "strong" if selected else "name"
        if look.density == "compact":
            _draw_dense(painter, room, one, role)
        else:
            _draw_roomy(painter, room, one.name, model.said(one), role)
        painter.restore()


def _draw_dense(painter: QPainter, room: QRectF, one: Organisation, role: TextRole) -> None:
    """The name, and the number of people at the right."""
    if one.people_now:
        taken = paint.text_elided(painter, room, str(one.people_now), "caption", "text2", paint.RIGHT)
        room.setRight(room.right() - taken - 8)
    paint.text_elided(painter, room, one.name, role)


def _draw_roomy(painter: QPainter, room: QRectF, name: str, said: str, role: TextRole) -> None:
    """The name over what is said of it."""
    if not said:
        paint.text_elided(painter, room, name, role)
        return
    height = look.scaled(18)
    upper = QRectF(room.left(), room.center().y() - height - 1, room.width(), height + 2)
    paint.text_elided(painter, upper, name, role)
    paint.text_elided(painter, upper.translated(0, height + 2), said, "small", "text2")
