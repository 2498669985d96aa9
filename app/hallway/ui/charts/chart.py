"""What all charts share: one value has the keyboard, arrows move to the next, and each is spoken and can be a list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets import paint
from hallway.ui.widgets.speak import announce

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Chart(QWidget):
    """A chart of values in words. Subclasses give `words` of each, paint, and say where each stands (`box_of`)."""

    read_out = Signal(str)
    """Emitted with the words of the value that the arrows reached."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self.current = name, -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def words(self) -> tuple[str, ...]:
        """Every value in a few words, in the order of the arrows: the list twin."""
        return ()

    def box_of(self, at: int) -> QRectF:
        """Where a value is painted."""
        return QRectF()

    def draw(self, painter: QPainter) -> None:
        """Paint the whole chart."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        self.draw(painter)
        if self.hasFocus() and 0 <= self.current < len(self.words()):
            paint.focus_ring(painter, self.box_of(self.current), 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.words()) - 1
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if key in FORWARD:
            self.go_to(self.current + 1)
        elif key in BACK:
            self.go_to(self.current - 1)
        elif key in places:
            self.go_to(places[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_to(max(self.current, 0))

    def go_to(self, at: int) -> None:
        """Read a value out; beyond the ends the last or first stays."""
        words = self.words()
        if words:
            self.current = min(max(at, 0), len(words) - 1)
            self.setAccessibleDescription(words[self.current])
            announce(self, words[self.current])
            self.read_out.emit(words[self.current])
            self.update()

    def values_changed(self) -> None:
        """Other values are shown from now on."""
        self.current = min(self.current, len(self.words()) - 1)
        self.updateGeometry()
        self.update()
