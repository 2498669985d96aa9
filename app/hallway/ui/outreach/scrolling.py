"""A scroll area without a frame or a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(content: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Scrolls up and down, or sideways alone.

    The style paints a bar only where there is something to scroll; upright, its room stays, so that nothing wraps anew.
    """
    never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
    always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    area = QScrollArea()
    area.setProperty("bare", True)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(needed if sideways else never)
    area.setVerticalScrollBarPolicy(never if sideways else always)
    area.setWidget(content)
    for ground in (area.viewport(), content):
        ground.setAutoFillBackground(False)
    return area
