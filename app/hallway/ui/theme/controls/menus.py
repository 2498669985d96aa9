"""Menus and tooltips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens

_State = QStyle.StateFlag
_Kind = QStyleOptionMenuItem.MenuItemType
_ICON, _PAD = 16, 10


def draw_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a menu."""
    paint.rounded_rect(painter, QRectF(option.rect), 8, "raised", "line")


def draw_tip(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a tooltip."""
    painter.fillRect(option.rect, tokens().raised)
    painter.setPen(tokens().line)
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def item_size(option: QStyleOptionMenuItem, size: QSize) -> QSize:
    """Size of a menu row around its words."""
    if option.menuItemType == _Kind.Separator:
        return QSize(size.width(), 9)
    width = option.fontMetrics.horizontalAdvance(option.text.replace("\t", "")) + _PAD * 2
    arrow = _ICON if option.menuItemType == _Kind.SubMenu else 0
    return QSize(max(160, width + _ICON + _PAD + arrow + 24), look.scaled(30))


def draw_item(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    """Paint one row of a menu: mark or icon, words, shortcut, arrow."""
    row = QRectF(option.rect)
    if option.menuItemType == _Kind.Separator:
        paint.hairline(painter, row.left() + 4, row.center().y(), row.right() - 4)
        return
    enabled = bool(option.state & _State.State_Enabled)
    if enabled and option.state & _State.State_Selected:
        paint.rounded_rect(painter, row, 6, "selected")
    inner = row.adjusted(_PAD, 0, -_PAD, 0)
    _draw_mark(painter, option, inner)
    words, _, keys = option.text.partition("\t")
    ink = tokens().text if enabled else tokens().disabled
    painter.setFont(option.font)
    painter.setPen(ink)
    room = inner.adjusted(_ICON + _PAD, 0, 0, 0)
    painter.drawText(room, int(paint.LEFT | Qt.TextFlag.TextShowMnemonic), words)
    if keys:
        paint.text_elided(painter, room, keys, "small", "text3" if enabled else ink, paint.RIGHT)
    if option.menuItemType == _Kind.SubMenu:
        arrow = QRectF(inner.right() - _ICON, inner.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, arrow, "chevron-right", tokens().text2 if enabled else ink)


def _draw_mark(painter: QPainter, option: QStyleOptionMenuItem, inner: QRectF) -> None:
    box = QRectF(inner.left(), inner.center().y() - _ICON / 2, _ICON, _ICON)
    enabled = bool(option.state & _State.State_Enabled)
    if option.checked:
        name = "check" if option.checkType != QStyleOptionMenuItem.CheckType.Exclusive else "circle-dot"
        icons.draw(painter, box, name, tokens().accent if enabled else tokens().disabled)
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.icon.paint(painter, box.toRect(), paint.CENTRE, mode)
