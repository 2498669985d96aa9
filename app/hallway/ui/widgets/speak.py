"""Tells a screen reader what changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a text read out politely; the widget is where it happened. Silent without a reader."""
    from PySide6 import QtGui  # what belongs to reading aloud takes long to load, and the first page has nothing to say
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if not QAccessible.isActive():
        return
    spoken = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if spoken is not None:
        QAccessible.updateAccessibility(spoken(widget, text))
    else:
        widget.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
