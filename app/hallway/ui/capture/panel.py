"""Capture over the window, and as a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.capture.form import CaptureForm
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.toast import ToastHost

WIDTH, TOP = 720, 132


def open_capture(frame: Frame, window: QWidget) -> OverlayPanel:
    """Show the capture line over the window; it closes when the person is on disk."""
    panel = OverlayPanel(window, width=WIDTH, top=TOP)
    form = CaptureForm(frame.bridge)
    panel.setAccessibleName(form.tr("Somebody you just met"))
    panel.body.addWidget(form)
    form.saved.connect(panel.close_panel)
    form.left.connect(panel.close_panel)
    panel.closed.connect(panel.deleteLater)
    panel.open(form.line)
    return panel


class CaptureWindow(Ground):
    """The capture line alone, for the desktop's own shortcut."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("raised")
        self.setWindowTitle(self.tr("Somebody you just met"))
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.form = CaptureForm(bridge)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.form)
        self.setMinimumWidth(WIDTH)
        self._toasts = ToastHost(self)
        self.form.saved.connect(self.close)
        self.form.left.connect(self.close)
        bridge.refused.connect(lambda error: self._toasts.show_message(error.sentence, icon="circle-alert"))
        self.form.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
