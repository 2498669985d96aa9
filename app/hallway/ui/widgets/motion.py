"""The few movements: fading in, fading out, folding away; none when motion is off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from hallway.ui.theme.look import look

FADE_IN, FADE_OUT, FOLD = 120, 90, 160


def fade_in(widget: QWidget) -> None:
    """Show a widget, fading over 120 ms."""
    widget.show()
    _fade(widget, 0.0, 1.0, look.duration(FADE_IN), lambda: None)


def fade_out(widget: QWidget, then: Callable[[], None]) -> None:
    """Fade a widget out over 90 ms, hide it, then call ``then``."""

    def gone() -> None:
        widget.hide()
        then()

    _fade(widget, 1.0, 0.0, look.duration(FADE_OUT), gone)


def fold(widget: QWidget, then: Callable[[], None]) -> None:
    """Let a finished row collapse over 160 ms, then call ``then``."""
    duration = look.duration(FOLD)
    if duration == 0 or not widget.isVisible():
        then()
        return
    movement = QPropertyAnimation(widget, b"maximumHeight", widget)
    movement.setStartValue(widget.height())
    movement.setEndValue(0)
    movement.setDuration(duration)
    movement.setEasingCurve(QEasingCurve.Type.OutCubic)
    movement.finished.connect(then)
    movement.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)


def _fade(widget: QWidget, start: float, end: float, duration: int, then: Callable[[], None]) -> None:
    if duration == 0 or not widget.isVisible():
        widget.setGraphicsEffect(None)  # type: ignore[arg-type]
        then()
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(start)
    widget.setGraphicsEffect(effect)
    movement = QPropertyAnimation(effect, b"opacity", widget)
    movement.setStartValue(start)
    movement.setEndValue(end)
    movement.setDuration(duration)

    def finished() -> None:
        # The effect redraws the widget each time it changes, so it stays for the fade alone.
        widget.setGraphicsEffect(None)  # type: ignore[arg-type]
        then()

    movement.finished.connect(finished)
    movement.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
