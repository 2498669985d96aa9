"""The focus ring: one frame that follows the keyboard from control to control."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget

from hallway.ui.theme import paint

_KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange


class FocusRing(QFocusFrame):
    """Draws the ring 2 px outside a button that was reached by keyboard.

    A control that shows focus by itself sets the property ``ownFocus``; one with corners other
    than 6 px sets ``radius``.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        widget = self.widget()
        if widget is None:
            return
        painter = QPainter(self)
        radius = float(widget.property("radius") or 6)
        paint.focus_ring(painter, QRectF(self.rect()).adjusted(5, 5, -5, -5), radius)


class RingBearer(QObject):
    """Moves the ring to the control that has the keyboard, or hides it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        wanted = now if now is not None and _wants_ring(now) else None
        # The frame lives in the window it last stood in, and goes when that window goes.
        if self._ring is None or not shiboken6.isValid(self._ring):
            if wanted is None:
                return
            self._ring = FocusRing()
        self._ring.setWidget(wanted)  # type: ignore[arg-type]


def _wants_ring(widget: QWidget) -> bool:
    if widget.property("ownFocus") or not widget.window().testAttribute(_KEYBOARD):
        return False
    return isinstance(widget, QAbstractButton) or bool(widget.property("ring"))
