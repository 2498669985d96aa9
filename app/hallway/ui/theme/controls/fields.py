"""Text fields, combo boxes, number boxes and framed text areas."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QTextEdit,
    QWidget,
)

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens

_State = QStyle.StateFlag
_ARROW_ROOM = 28


def draw_field(painter: QPainter, rect: QRect, state: QStyle.StateFlag, asleep: bool = False) -> None:
    """Paint the box of a field: 1 px edge, 2 px accent while it has the keyboard."""
    enabled = bool(state & _State.State_Enabled)
    focused = enabled and bool(state & _State.State_HasFocus)
    fill = "surface" if enabled and not asleep else "sunken"
    edge = "accent" if focused else "control" if enabled else "line"
    paint.rounded_rect(painter, QRectF(rect), 6, fill, edge, 2 if focused else 1)


def draw_line_edit(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a line edit; one without frame or marked bare has none.

    Marked awake, a field that opens a popup looks alive although nothing is typed into it.
    """
    bare = widget is not None and widget.property("bare")
    framed = not isinstance(option, QStyleOptionFrame) or option.lineWidth > 0
    if framed and not bare:
        awake = widget is not None and widget.property("awake")
        asleep = bool(option.state & _State.State_ReadOnly) and not awake
        draw_field(painter, option.rect, option.state, asleep)


def draw_frame(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the frame of a text area as a field, of any other panel as a card."""
    if widget is not None and widget.property("bare"):
        return
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        draw_field(painter, option.rect, option.state, widget.isReadOnly())
    elif isinstance(widget, QAbstractScrollArea):
        paint.rounded_rect(painter, QRectF(option.rect), 8, "surface", "line")
    else:
        paint.rounded_rect(painter, QRectF(option.rect), 10, None, "line")


def draw_combo(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the box and the arrow of a combo box."""
    draw_field(painter, option.rect, option.state)
    ink = tokens().text2 if option.state & _State.State_Enabled else tokens().disabled
    side = look.scaled(16)
    box = QRectF(option.rect.right() - side - 9, QRectF(option.rect).center().y() - side / 2, side, side)
    icons.draw(painter, box, "chevron-down", ink)


def draw_combo_label(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    """Write what a combo box shows, with its icon."""
    if option.editable:
        return
    room = combo_text_rect(option.rect)
    left = float(room.left())
    enabled = bool(option.state & _State.State_Enabled)
    if not option.currentIcon.isNull():
        side = option.iconSize.height()
        box = QRect(round(left), room.center().y() - side // 2, side, side)
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.currentIcon.paint(painter, box, paint.CENTRE, mode)
        left += side + 8
    room.setLeft(round(left))
    ink = "text" if enabled else "disabled"
    paint.text_elided(painter, QRectF(room), option.currentText, "body", ink)


def combo_text_rect(rect: QRect) -> QRect:
    """Room for the words of a combo box."""
    return rect.adjusted(11, 1, -_ARROW_ROOM - 2, -1)


def combo_size(size: QSize) -> QSize:
    """Size of a combo box around its content."""
    return QSize(size.width() + 11 + _ARROW_ROOM + 14, look.control_height())


def draw_number_box(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the box and the two arrows of a number box."""
    draw_field(painter, option.rect, option.state)
    enabled = bool(option.state & _State.State_Enabled)
    ink = tokens().text2 if enabled else tokens().disabled
    for name, up in (("chevron-up", True), ("chevron-down", False)):
        icons.draw(painter, QRectF(number_arrow(option.rect, up)), name, ink)


def number_arrow(rect: QRect, up: bool) -> QRect:
    """Return where one arrow of a number box sits."""
    half = (rect.height() - 4) // 2
    top = rect.top() + 2 if up else rect.top() + 2 + half
    return QRect(rect.right() - 24, top, 20, half)


def line_edit_size(size: QSize) -> QSize:
    """Size of a line edit: as high as a button."""
    return QSize(size.width() + 16, max(look.control_height(), size.height()))


def number_box_size(size: QSize) -> QSize:
    """Size of a number box: as high as a button, with room for its arrows."""
    return QSize(size.width() + 36, look.control_height())
