"""Scroll bars, progress bars, sliders and the line between two panes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionProgressBar, QStyleOptionSlider, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import tokens
from hallway.ui.theme.tokens import faded

_State = QStyle.StateFlag
_Sub = QStyle.SubControl
SCROLL_EXTENT = 12
_THIN, _SHORTEST = 6, 32


def scroll_slider(option: QStyleOptionSlider) -> QRect:
    """Return the handle of a scroll bar; the groove takes the whole length, there are no arrows."""
    rect = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    if span <= 0:
        return rect
    handle = min(length, max(_SHORTEST, length * option.pageStep // (span + option.pageStep)))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    if upright:
        return QRect(rect.left(), rect.top() + start, rect.width(), handle)
    return QRect(rect.left() + start, rect.top(), handle, rect.height())


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return the place of one part of a scroll bar."""
    slider = scroll_slider(option)
    if part == _Sub.SC_ScrollBarSlider:
        return slider
    if part == _Sub.SC_ScrollBarGroove:
        return option.rect
    if part not in (_Sub.SC_ScrollBarSubPage, _Sub.SC_ScrollBarAddPage):
        return QRect()
    rect, before = QRect(option.rect), part == _Sub.SC_ScrollBarSubPage
    if option.orientation == Qt.Orientation.Vertical:
        rect.setBottom(slider.top() - 1) if before else rect.setTop(slider.bottom() + 1)
    else:
        rect.setRight(slider.left() - 1) if before else rect.setLeft(slider.right() + 1)
    return rect


def draw_scroll_bar(option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the handle alone, thin and round, stronger under the pointer."""
    if option.maximum <= option.minimum:
        return
    slider = QRectF(scroll_slider(option))
    if option.orientation == Qt.Orientation.Vertical:
        slider = QRectF(slider.center().x() - _THIN / 2, slider.top() + 2, _THIN, slider.height() - 4)
    else:
        slider = QRectF(slider.left() + 2, slider.center().y() - _THIN / 2, slider.width() - 4, _THIN)
    strong = option.state & (_State.State_MouseOver | _State.State_Sunken)
    ink = tokens().control if strong else faded(tokens().control, 0.55)
    paint.rounded_rect(painter, slider, _THIN / 2, ink)


def draw_progress(option: QStyleOptionProgressBar, painter: QPainter, widget: QWidget | None) -> None:
    """Paint a level bar, 6 px; when the end is not known, a part of it in the middle."""
    rect = QRectF(option.rect)
    groove = QRectF(rect.left(), rect.center().y() - _THIN / 2, rect.width(), _THIN)
    paint.rounded_rect(painter, groove, _THIN / 2, "line")
    span = option.maximum - option.minimum
    done = QRectF(groove)
    if span > 0:
        done.setWidth(groove.width() * max(0, option.progress - option.minimum) / span)
    else:
        done.adjust(groove.width() * 0.35, 0, -groove.width() * 0.35, 0)
    if done.width() >= 1:
        paint.rounded_rect(painter, done, _THIN / 2, "accent")


def draw_slider(option: QStyleOptionSlider, painter: QPainter, handle: QRect) -> None:
    """Paint a level slider: groove, the part passed, and the handle."""
    rect, knob = QRectF(option.rect), QRectF(handle)
    groove = QRectF(rect.left() + 2, rect.center().y() - 2, rect.width() - 4, 4)
    enabled = bool(option.state & _State.State_Enabled)
    ink = "accent" if enabled else "disabled"
    paint.rounded_rect(painter, groove, 2, "line")
    passed = QRectF(groove)
    passed.setRight(knob.center().x())
    paint.rounded_rect(painter, passed, 2, ink)
    side = min(knob.width(), knob.height(), 16.0)
    circle = QRectF(knob.center().x() - side / 2, knob.center().y() - side / 2, side, side)
    paint.rounded_rect(painter, circle, side / 2, "surface", ink, 2)


def draw_splitter(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Paint the line between two panes."""
    rect = option.rect
    if option.state & _State.State_Horizontal:
        paint.upright_line(painter, rect.center().x(), rect.top(), rect.bottom() + 1)
    else:
        paint.hairline(painter, rect.left(), rect.center().y(), rect.right() + 1)
