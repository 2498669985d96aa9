"""Rows of plain lists and tables that have no painter of their own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionViewItem, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens

_State = QStyle.StateFlag


def draw_row(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a row: soft when selected, ring inside when it has the keyboard."""
    rect = QRectF(option.rect).adjusted(1, 0, -1, 0)
    focused = option.state & _State.State_HasFocus and option.state & _State.State_KeyboardFocusChange
    if option.state & _State.State_Selected:
        paint.rounded_rect(painter, rect, 6, "selected")
    elif option.state & _State.State_MouseOver and option.state & _State.State_Enabled:
        paint.rounded_rect(painter, rect, 6, "hover")
    if focused:
        paint.focus_ring(painter, rect, 6, gap=-2)


def readable(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """Return the option with letters that can be read on the soft ground of a selected row."""
    result = QStyleOptionViewItem(option)
    colours = QPalette(result.palette)
    colours.setColor(QPalette.ColorRole.HighlightedText, tokens().text)
    result.palette = colours
    return result


def draw_header(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a table's heading: the page and a line below."""
    rect = QRectF(option.rect)
    painter.fillRect(rect, tokens().surface)
    paint.hairline(painter, rect.left(), rect.bottom() - 1, rect.right())


def row_size(size: QSize) -> QSize:
    """Size of a row, a check box or a radio button: high enough to hit."""
    return QSize(size.width(), max(look.control_height(small=True), size.height()))
