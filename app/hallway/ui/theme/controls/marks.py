"""Check boxes and radio buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import tokens

_State = QStyle.StateFlag


def draw_check(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the box of a check box: empty, ticked or partly."""
    box = _square(option)
    enabled = bool(option.state & _State.State_Enabled)
    marked = option.state & (_State.State_On | _State.State_NoChange)
    if not marked:
        paint.rounded_rect(painter, box, 4, _empty_fill(option), "control" if enabled else "line")
        return
    paint.rounded_rect(painter, box, 4, "accent" if enabled else "disabled")
    glyph = "check" if option.state & _State.State_On else "minus"
    icons.draw(painter, box.adjusted(2, 2, -2, -2), glyph, tokens().on_accent)


def draw_radio(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the circle of a radio button."""
    box = _square(option)
    enabled = bool(option.state & _State.State_Enabled)
    if not option.state & _State.State_On:
        paint.rounded_rect(painter, box, 99, _empty_fill(option), "control" if enabled else "line")
        return
    paint.rounded_rect(painter, box, 99, "accent" if enabled else "disabled")
    inset = box.width() * 0.31
    paint.rounded_rect(painter, box.adjusted(inset, inset, -inset, -inset), 99, "on_accent")


def _empty_fill(option: QStyleOption) -> str:
    if not option.state & _State.State_Enabled:
        return "sunken"
    return "hover" if option.state & _State.State_MouseOver else "surface"


def _square(option: QStyleOption) -> QRectF:
    rect = QRectF(option.rect)
    side = min(rect.width(), rect.height())
    return QRectF(round(rect.center().x() - side / 2), round(rect.center().y() - side / 2), side, side)
