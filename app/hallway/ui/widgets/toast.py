"""A word about what happened, at the bottom of the window, with Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from hallway.ui.theme import icons, paint, shadow
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import font, width
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.motion import fade_in, fade_out
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.speak import announce

STAY_MS = 8_000
_RISE = 24


class Toast(QWidget):
    """One message. ``undone`` when Undo was pressed, ``ended`` when it went for any reason.

    The clock of 8 seconds stands still while the pointer or the keyboard is on it.
    """

    undone = Signal()
    ended = Signal()

    def __init__(self, text: str, action: str = "", icon: str = "circle-check", parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        reach = shadow.REACH
        row = QHBoxLayout(self)
        row.setContentsMargins(reach + 16, reach + 11, reach + 16, reach + 11)
        row.setSpacing(12)
        row.addWidget(Picture(icon, 18, "toast_action"))
        row.addWidget(Label(text, "body", "toast_text", elide=True))
        self.button = ToastAction(action)
        row.addSpacing(4)
        row.addWidget(self.button)
        # Only now: shown without a parent it would be a window of its own for a moment.
        self.button.setVisible(bool(action))
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.setInterval(STAY_MS)
        self.clock.timeout.connect(self.leave)
        self.button.clicked.connect(self._undo)
        self.button.focus_moved.connect(self._focus_moved)

    def arrive(self) -> None:
        """Appear, be spoken, and start the clock."""
        fade_in(self)
        self.clock.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        announce(self, self.accessibleName())

    def leave(self) -> None:
        """Go now."""
        self.clock.stop()
        fade_out(self, self.ended.emit)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.button.hasFocus():
            self.clock.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        reach = shadow.REACH
        card = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        shadow.draw_shadow(painter, card)
        paint.rounded_rect(painter, card, 8, "toast", "line" if tokens().is_dark else None)

    def _undo(self) -> None:
        self.undone.emit()
        self.leave()

    def _focus_moved(self, here: bool) -> None:
        self.clock.stop() if here or self.underMouse() else self.clock.start()


class ToastAction(QAbstractButton):
    """The word at the right of a toast, light on the dark ground."""

    focus_moved = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setProperty("ownFocus", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(round(width("strong", text)) + look.scaled(16) + 22, look.control_height(small=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("strong"))
        side = look.scaled(16)
        ink = tokens().toast_action
        icons.draw(painter, QRectF(8, (self.height() - side) / 2, side, side), "undo-2", ink)
        room = QRectF(self.rect()).adjusted(side + 14, 0, 0, 0)
        paint.text_elided(painter, room, self.text(), "strong", ink)
        if self.hasFocus():
            paint.rounded_rect(painter, QRectF(self.rect()), 6, edge=ink, edge_width=2)


class ToastHost(QObject):
    """Shows one toast at a time at the bottom centre of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        window.installEventFilter(self)

    def show_message(
        self, text: str, undo: Callable[[], None] | None = None, *, action: str = "", icon: str = "circle-check"
    ) -> Toast:
        """Replace what is shown by a new message; with ``undo`` it offers that, named ``action`` or Undo."""
        self.clear()
        toast = Toast(text, (action or self.tr("Undo")) if undo else "", icon, self._window)
        if undo is not None:
            toast.undone.connect(undo)
        toast.ended.connect(lambda: self._forget(toast))
        self._toast = toast
        self._place()
        toast.raise_()
        toast.arrive()
        return toast

    def current(self) -> Toast | None:
        """Return the toast on screen, None when there is none."""
        return self._toast

    def focus(self) -> bool:
        """Give the keyboard to the toast (F6); False when there is none to act on."""
        if self._toast is None or self._toast.button.isHidden():
            return False
        self._toast.button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def clear(self) -> None:
        """Take the toast away at once."""
        if self._toast is not None:
            self._toast.clock.stop()
            self._toast.hide()
            self._forget(self._toast)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._toast is not None:
            self._place()
        return False

    def _place(self) -> None:
        toast = self._toast
        if toast is None:
            return
        room = self._window.rect()
        size = toast.sizeHint()
        wide = min(size.width(), room.width())
        top = room.height() - size.height() + shadow.REACH - _RISE
        toast.setGeometry((room.width() - wide) // 2, top, wide, size.height())

    def _forget(self, toast: Toast) -> None:
        if self._toast is toast:
            self._toast = None
        toast.deleteLater()
