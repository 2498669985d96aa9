"""Painted key caps: the small boxes that teach a shortcut."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from hallway.ui.theme import icons, paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.tokens import faded
from hallway.ui.theme.type import width

_GAP = 4
_ARROWS = {"Up": "arrow-up", "Down": "arrow-down", "Left": "arrow-left", "Right": "arrow-right"}


def caps(keys: str) -> list[str]:
    """Split a shortcut as written, "Ctrl+Enter", or keys in turn, "G T", into single caps."""
    if keys in ("+", ""):
        return [keys] if keys else []
    return [cap for cap in keys.replace("+", " ").split(" ") if cap]


def caps_height() -> int:
    """Height of one cap in pixels."""
    return look.scaled(18)


def caps_width(keys: str) -> float:
    """Width of all caps of a shortcut in pixels, 0 for none."""
    names = caps(keys)
    return sum(_cap_width(name) for name in names) + _GAP * max(0, len(names) - 1)


def draw_caps(painter: QPainter, left: float, middle: float, keys: str, on_accent: bool = False) -> None:
    """Draw the caps from ``left``, centred on the height ``middle``; light ones for filled buttons."""
    height = caps_height()
    for name in caps(keys):
        box = QRectF(round(left), round(middle - height / 2), round(_cap_width(name)), height)
        _draw_cap(painter, box, name, on_accent)
        left = box.right() + _GAP


def _draw_cap(painter: QPainter, box: QRectF, name: str, on_accent: bool) -> None:
    ink = tokens().on_accent if on_accent else tokens().text2
    if on_accent:
        paint.rounded_rect(painter, box, 4, edge=faded(ink, 0.55))
    else:
        paint.rounded_rect(painter, box, 4, fill="sunken", edge="line")
    if name in _ARROWS:
        icons.draw(painter, box.adjusted(3, 3, -3, -3), _ARROWS[name], ink)
    else:
        paint.text_elided(painter, box, name, "key", ink, paint.CENTRE)


def _cap_width(name: str) -> float:
    text = 12 if name in _ARROWS else width("key", name)
    return max(caps_height(), text + 10)
