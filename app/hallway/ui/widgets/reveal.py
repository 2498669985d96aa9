"""Scrolling a page so that what has just opened on it is in view."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from hallway.ui.theme.look import look


def reveal(widget: QWidget) -> None:
    """Scroll the page around a widget as far as needed, once its layout has made room for it."""
    QTimer.singleShot(0, widget, lambda: _reveal(widget))


def _reveal(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, look.scaled(12))
            return
        around = around.parentWidget()
