"""Capture over the window, and as a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.capture.form import CaptureForm
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.toast import ToastHost

WIDTH, TOP = 720, 132


def open_capture(frame: Frame, window: QWidget) -> CapturePanel:
    """Show the capture line over the window; it closes when the person is on disk. One that is open comes back."""
    there = next((one for one in window.findChildren(CapturePanel) if one.isVisible()), None)
    if there is not None:
        there.form.line.setFocus()
        return there
    return CapturePanel(frame, window)


class CapturePanel(OverlayPanel):
    """The capture line over the window; there at once, for somebody who stands in a corridor."""

    fades = False

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(window, width=WIDTH, top=TOP)
        self.form = CaptureForm(frame.bridge)
        self.setAccessibleName(self.tr("Somebody you just met"))
        self.body.addWidget(self.form)
        self.form.saved.connect(self.close_panel)
        self.form.left.connect(self.close_panel)
        self.closed.connect(self.form.leave)
        self.closed.connect(self.deleteLater)
        self.open(self.form.line)


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
        bridge.said.connect(lambda words, undo: self._toasts.show_message(words, undo=bridge.undo if undo else None))
        self.form.line.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.form.leave()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
