"""Strokes shared by the style, the controls and the row painters: boxes, lines, text, rings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hallway.ui.theme import icons
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole, font, in_line, metrics, width

Colour = str | QColor
"""A token name or a colour taken from the tokens."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Part(NamedTuple):
    """A stretch of text within one line, with its own lettering and colour."""

    text: str
    role: TextRole = "body"
    colour: Colour = "text"


def smooth(painter: QPainter) -> None:
    """Switch soft edges on; call it once at the start of a paint."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)


def rounded_rect(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: Colour | None = None,
    edge: Colour | None = None,
    edge_width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Fill a rounded box and draw its edge inside the rectangle, sharp on whole pixels."""
    smooth(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else tokens().colour(fill))
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(tokens().colour(edge))
        pen.setWidthF(edge_width)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        inset = edge_width / 2
        rect = rect.adjusted(inset, inset, -inset, -inset)
        radius -= inset
    radius = min(radius, rect.height() / 2, rect.width() / 2)
    painter.drawRoundedRect(rect, radius, radius)


def fill(painter: QPainter, rect: QRect | QRectF, colour: Colour) -> None:
    """Fill a rectangle. (`QPainter.fillRect` would bring in everything about gradients first.)"""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().colour(colour))
    painter.drawRect(rect)
    painter.restore()


def hairline(painter: QPainter, left: float, top: float, right: float, colour: Colour = "line") -> None:
    """Draw a level line, 1 px, from left to right."""
    fill(painter, QRectF(round(left), round(top), round(right - left), 1), colour)


def upright_line(painter: QPainter, left: float, top: float, bottom: float, colour: Colour = "line") -> None:
    """Draw an upright line, 1 px, from top to bottom."""
    fill(painter, QRectF(round(left), round(top), 1, round(bottom - top)), colour)


def text_elided(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: TextRole = "body",
    colour: Colour = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write one line of plain text, shortened with … to fit; return the width it took."""
    painter.setFont(font(role))
    painter.setPen(tokens().colour(colour))
    shown = metrics(role).elidedText(in_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return min(width(role, shown), rect.width())


def text_parts(painter: QPainter, rect: QRectF, parts: Sequence[Part]) -> float:
    """Write stretches of text on one baseline from the left, shortened at the end; return the width."""
    if not parts:
        return 0.0
    left = rect.left()
    tallest = max((metrics(part.role) for part in parts), key=lambda measures: measures.ascent())
    baseline = rect.center().y() + (tallest.ascent() - tallest.descent()) / 2
    for part in parts:
        room = rect.right() - left
        if room < 1:
            break
        shown = metrics(part.role).elidedText(in_line(part.text), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font(part.role))
        painter.setPen(tokens().colour(part.colour))
        painter.drawText(QPointF(left, baseline), shown)
        left += width(part.role, shown)
    return left - rect.left()


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6, gap: float = 2) -> None:
    """Draw the 2 px focus ring around a rectangle, ``gap`` away; a negative gap draws inside."""
    outer = rect.adjusted(-gap - 2, -gap - 2, gap + 2, gap + 2)
    rounded_rect(painter, outer, radius + gap + 2, edge="accent", edge_width=2)


def selection_bar(painter: QPainter, rect: QRectF) -> None:
    """Draw the 3 px accent bar at the left of a selected row."""
    bar = QRectF(rect.left(), rect.center().y() - rect.height() / 4, 3, rect.height() / 2)
    rounded_rect(painter, bar, 1.5, fill="accent")


def row_ground(painter: QPainter, rect: QRectF, selected: bool, hovered: bool, focused: bool = False) -> None:
    """Paint the ground of a list row: soft when selected, with bar; ring inside when focused."""
    if selected:
        rounded_rect(painter, rect, 8, fill="selected")
        selection_bar(painter, rect)
    elif hovered:
        rounded_rect(painter, rect, 8, fill="hover")
    if focused:
        focus_ring(painter, rect, 8, gap=-2)


def kind_dot(painter: QPainter, rect: QRectF, icon_name: str, hue: str) -> None:
    """Draw a round soft dot with the icon of a kind in its ink. ``hue`` is a hue name of the tokens."""
    rounded_rect(painter, rect, rect.height() / 2, fill=tokens().soft(hue))
    side = round(rect.height() * 0.56)
    icons.draw(painter, _centred(rect, side), icon_name, tokens().colour(hue))


def solid_dot(painter: QPainter, rect: QRectF, icon_name: str, hue: str, ring: Colour = "surface") -> None:
    """Draw a small filled badge with a light icon and a ring in the colour of the ground below."""
    rounded_rect(painter, rect, rect.height() / 2, fill=ring)
    inner = rect.adjusted(2, 2, -2, -2)
    rounded_rect(painter, inner, inner.height() / 2, fill=hue)
    icons.draw(painter, _centred(inner, round(inner.height() * 0.66)), icon_name, tokens().on_accent)


def chip_width(text: str, icon_name: str = "") -> float:
    """Width of a painted chip in pixels."""
    return width("small", text) + 16 + (look.scaled(14) + 5 if icon_name else 0)


def chip(painter: QPainter, rect: QRectF, text: str, icon_name: str = "", hue: str = "") -> None:
    """Draw a label chip; with a hue it is a kind chip on that soft ground."""
    ground = tokens().soft(hue) if hue else tokens().sunken
    ink = tokens().colour(hue or "text2")
    rounded_rect(painter, rect, 5, fill=ground, edge=None if hue else "line")
    left = rect.left() + 8
    if icon_name:
        side = look.scaled(14)
        icons.draw(painter, QRectF(left, rect.center().y() - side / 2, side, side), icon_name, ink)
        left += side + 5
    text_elided(painter, QRectF(left, rect.top(), rect.right() - 6 - left, rect.height()), text, "small", ink)


def _centred(rect: QRectF, side: float) -> QRectF:
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
