"""Push buttons and tool buttons: filled, outlined, quiet and link, with icon and key caps."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton, QWidget

from hallway.ui.theme import icons, keycaps, paint
from hallway.ui.theme.look import look, tokens

_State = QStyle.StateFlag
_Feature = QStyleOptionButton.ButtonFeature
_GAP = 8


class Face(NamedTuple):
    """Colours of a button at one moment, as token names; empty means none."""

    fill: str
    edge: str
    ink: str


def kind_of(option: QStyleOption, widget: QWidget | None) -> str:
    """Return primary, secondary, quiet, link, name or danger; a dialog's default button is primary."""
    kind = widget.property("kind") if widget is not None else None
    if kind:
        return str(kind)
    default = isinstance(option, QStyleOptionButton) and option.features & _Feature.DefaultButton
    return "primary" if default else "secondary"


def face(kind: str, option: QStyleOption) -> Face:
    """Return the colours for a kind in the state of the option."""
    enabled = bool(option.state & _State.State_Enabled)
    hovered = enabled and bool(option.state & (_State.State_MouseOver | _State.State_Sunken))
    chosen = bool(option.state & _State.State_On)
    if not enabled:
        return Face("sunken" if kind == "primary" else "", "" if kind in ("quiet", "link") else "line", "disabled")
    if kind == "soft" or (chosen and kind not in ("primary", "link", "name")):
        return Face("accent_soft", "accent", "accent_text")
    return {
        "primary": Face("accent_hover" if hovered else "accent", "", "on_accent"),
        "link": Face("", "", "accent_hover" if hovered else "accent"),
        "name": Face("", "", "accent" if hovered else "text"),
        "quiet": Face("hover" if hovered else "", "", "text" if hovered else "text2"),
        "danger": Face("hover" if hovered else "surface", "control", "danger"),
    }.get(kind, Face("hover" if hovered else "surface", "control", "text"))


def draw_bevel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a push button."""
    colours = face(kind_of(option, widget), option)
    paint.rounded_rect(painter, QRectF(option.rect), 6, colours.fill or None, colours.edge or None)


def draw_tool_panel(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the ground of a tool button; plain ones show it only under the pointer or when on."""
    kind = widget.property("kind") if widget is not None else None
    colours = face(str(kind or "quiet"), option)
    paint.rounded_rect(painter, QRectF(option.rect), 6, colours.fill or None, colours.edge or None)


def draw_label(option: QStyleOptionButton, painter: QPainter, widget: QWidget | None) -> None:
    """Paint icon, words, key caps and the menu arrow of a push button."""
    kind = kind_of(option, widget)
    colours = face(kind, option)
    inner = QRectF(option.rect)
    content = _content_width(option, widget)
    whole = QRectF(widget.rect() if widget is not None else option.rect)  # Qt leaves an edge out of the option's
    left = max(whole.left(), inner.center().x() - content / 2)
    if widget is not None and widget.property("align") == "left":
        left = inner.left() + _padding(option, widget)
    if not option.icon.isNull():
        side = option.iconSize.width()
        _draw_icon(painter, option, QRectF(left, inner.center().y() - side / 2, side, side))
        left += side + _GAP
    if option.text:
        left = _draw_words(painter, option, left, whole.right(), colours) + _GAP
    keys = keys_of(widget)
    if keys:
        keycaps.draw_caps(painter, left, inner.center().y(), keys, kind == "primary")
        left += keycaps.caps_width(keys) + _GAP
    if option.features & _Feature.HasMenu:
        side = look.scaled(16)
        box = QRectF(left, inner.center().y() - side / 2, side, side)
        icons.draw(painter, box, "chevron-down", tokens().colour(colours.ink))


def size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """Return the size a push button asks for."""
    small = bool(widget is not None and widget.property("small"))
    height = look.control_height(small)
    if kind_of(option, widget) in ("link", "name"):
        height = look.scaled(24)
    content = _content_width(option, widget)
    if not option.text and not keys_of(widget) and not option.features & _Feature.HasMenu:
        return QSize(height, height)
    return QSize(round(content + 2 * _padding(option, widget)), height)


def keys_of(widget: QWidget | None) -> str:
    """Return the shortcut shown inside the button, empty for none."""
    return str((widget.property("keys") if widget is not None else "") or "")


def _padding(option: QStyleOption, widget: QWidget | None) -> int:
    if kind_of(option, widget) in ("link", "name"):
        return 0  # a link stands in line with the words above it
    return look.scaled(10 if _is_small(widget) else 13)


def _is_small(widget: QWidget | None) -> bool:
    return bool(widget is not None and widget.property("small"))


def _content_width(option: QStyleOptionButton, widget: QWidget | None) -> float:
    pieces = []
    if not option.icon.isNull():
        pieces.append(float(option.iconSize.width()))
    if option.text:
        pieces.append(_text_width(option))
    if keys_of(widget):
        pieces.append(keycaps.caps_width(keys_of(widget)))
    if option.features & _Feature.HasMenu:
        pieces.append(float(look.scaled(16)))
    return sum(pieces) + _GAP * max(0, len(pieces) - 1)


def _text_width(option: QStyleOptionButton) -> float:
    measures = QFontMetricsF(option.fontMetrics)
    return measures.size(Qt.TextFlag.TextShowMnemonic, option.text).width()


def _draw_icon(painter: QPainter, option: QStyleOptionButton, box: QRectF) -> None:
    mode = QIcon.Mode.Normal if option.state & _State.State_Enabled else QIcon.Mode.Disabled
    state = QIcon.State.On if option.state & _State.State_On else QIcon.State.Off
    option.icon.paint(painter, box.toRect(), paint.CENTRE, mode, state)


def _draw_words(painter: QPainter, option: QStyleOptionButton, left: float, right: float, colours: Face) -> float:
    measured, words, mnemonic = _text_width(option), option.text, Qt.TextFlag.TextShowMnemonic
    if measured > right - left + 1:
        measures = QFontMetricsF(option.fontMetrics)
        words = measures.elidedText(words, Qt.TextElideMode.ElideRight, right - left, mnemonic.value)
    painter.setPen(tokens().colour(colours.ink))
    box = QRectF(left, option.rect.top(), measured + 1, option.rect.height())
    painter.drawText(box, int(paint.LEFT | mnemonic), words)
    return left + measured
