"""Things above the page: a raised card over a scrim, and a raised card as a popup window."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme import paint, shadow
from hallway.ui.theme.look import look, tokens
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.motion import fade_in, fade_out


class RaisedCard(QFrame):
    """The card of an overlay: raised ground, radius 12. Put things into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, padding: int = 20) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = "line" if tokens().is_dark else None
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 12, "raised", edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class OverlayPanel(QWidget):
    """A card over the whole window, which is dimmed; Escape or a click beside it closes.

    ``body`` is the card's column. ``top`` is its distance from the top in pixels, None centres it.
    The keyboard stays inside while it is open and returns to where it was. With a title it has a
    head with a close button, and ``foot()`` makes the row of buttons at the bottom.
    """

    opened = Signal()
    closed = Signal()
    fades = True

    def __init__(
        self, parent: QWidget, *, title: str = "", width: int = 560, top: int | None = None, padding: int = 20
    ) -> None:
        super().__init__(parent)
        self._page, self._width, self._top = parent, width, top
        self._before: QWidget | None = None
        self._first: QWidget | None = None
        self.card = RaisedCard(self, padding=padding)
        self.body = self.card.body
        self.hide()
        parent.installEventFilter(self)
        if title:
            self._add_head(title)

    def open(self, first: QWidget | None = None) -> None:
        """Show it; ``first`` gets the keyboard, otherwise the first control inside."""
        self._before = QApplication.focusWidget()
        self._fit()
        self.raise_()
        if self.fades:
            fade_in(self)
        else:
            self.show()
        chosen = first or self._first or next(iter(self._stops()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
        self.opened.emit()

    def close_panel(self) -> None:
        """Put it away and give the keyboard back."""
        if not self.isVisible():
            return
        if self._before is not None and _is_alive(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        if self.fades:
            fade_out(self, self.closed.emit)
        else:
            self.hide()
            self.closed.emit()

    def foot(self) -> QHBoxLayout:
        """Add a line and a row for the buttons below everything; primary last."""
        self.body.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(8)
        self.body.addLayout(row)
        return row

    def sizeHintChanged(self) -> None:
        """Fit the card anew after its content changed."""
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        # Keys must not reach the dimmed page below.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_panel()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        place = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next_one else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if next_one else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().scrim)
        shadow.draw_shadow(painter, QRectF(self.card.geometry()))

    def _add_head(self, title: str) -> None:
        self.setAccessibleName(title)
        row = QHBoxLayout()
        self.title = Label(title, "heading", elide=True)
        self._close = icon_button("x", self.tr("Close: {title}").format(title=title), small=True)
        self._close.clicked.connect(self.close_panel)
        row.addWidget(self.title, 1)
        row.addWidget(self._close)
        self.body.addLayout(row)

    def _fit(self) -> None:
        room = self._page.rect()
        self.setGeometry(room)
        wide = min(look.scaled(self._width), room.width() - 48)
        grows = self.body.hasHeightForWidth()
        tall = self.body.totalHeightForWidth(wide) if grows else self.card.sizeHint().height()
        tall = min(tall, room.height() - 48)
        top = (room.height() - tall) // 2 if self._top is None else min(self._top, room.height() - tall - 24)
        self.card.setGeometry(QRect((room.width() - wide) // 2, max(24, top), wide, tall))

    def _stops(self) -> list[QWidget]:
        """Every control inside that Tab may reach, in Tab order; the close button last."""
        found, widget = [], self.nextInFocusChain()
        while widget is not None and widget is not self:
            # Qt's own parts (the line inside a field of numbers) hand the keyboard on. Asking each widget for its
            # `focusProxy` would tell that, too, but PySide then takes the answer for a child and deletes it one day.
            own = not widget.objectName().startswith("qt_")
            inside = own and self.card.isAncestorOf(widget) and widget.isVisibleTo(self)
            if inside and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(widget)
            widget = widget.nextInFocusChain()
        close = getattr(self, "_close", None)
        return sorted(found, key=lambda stop: stop is close)


class FloatingCard(QWidget):
    """A raised card in a window of its own that closes by Escape or a click elsewhere."""

    closed = Signal()

    def __init__(self, parent: QWidget, *, padding: int = 12) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        column = QVBoxLayout(self)
        reach = shadow.REACH
        column.setContentsMargins(reach, reach, reach, reach)
        self.card = RaisedCard(self, padding=padding)
        self.body = self.card.body
        column.addWidget(self.card)

    def open_below(self, anchor: QWidget, gap: int = 4) -> None:
        """Open under a widget, or above it when there is no room, never off the screen."""
        self.adjustSize()
        reach, size = shadow.REACH, self.sizeHint()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + gap)) - QPoint(reach, reach)
        room = anchor.screen().availableGeometry().adjusted(-reach, -reach, reach, reach)
        if corner.y() + size.height() > room.bottom():
            corner.setY(anchor.mapToGlobal(QPoint(0, -gap)).y() - size.height() + reach)
        corner.setX(max(room.left(), min(corner.x(), room.right() - size.width())))
        corner.setY(max(room.top(), corner.y()))
        self.move(corner)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        shadow.draw_shadow(QPainter(self), QRectF(self.card.geometry()))

    def hideEvent(self, event: QHideEvent) -> None:
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close()


def _is_alive(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible()
