"""Tab bars: words on the page, the current one underlined in ivy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionTab, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import font

_State = QStyle.StateFlag


def draw_shape(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Underline the current tab."""
    rect = QRectF(option.rect)
    if option.state & _State.State_Selected:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), tokens().accent)


def draw_label(option: QStyleOptionTab, painter: QPainter, widget: QWidget | None) -> None:
    """Write the word of a tab."""
    chosen = bool(option.state & _State.State_Selected)
    hovered = bool(option.state & _State.State_MouseOver)
    enabled = bool(option.state & _State.State_Enabled)
    ink = "disabled" if not enabled else "text" if chosen or hovered else "text2"
    painter.setFont(font("strong" if chosen else "name"))
    painter.setPen(tokens().colour(ink))
    flags = int(paint.CENTRE | Qt.TextFlag.TextShowMnemonic)
    painter.drawText(QRectF(option.rect), flags, option.text)


def draw_base(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the line all tabs stand on."""
    rect = QRectF(option.rect)
    paint.hairline(painter, rect.left(), rect.bottom() - 1, rect.right())


def size(size: QSize) -> QSize:
    """Size of one tab around its word."""
    return QSize(size.width() + 4, look.scaled(38))
