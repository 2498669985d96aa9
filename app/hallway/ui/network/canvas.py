"""The map that one looks at: drag to move, wheel or + and − to come nearer, arrows from person to person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from hallway.ui.network.drawing import LEAST_FACE, Eye, draw
from hallway.ui.network.picture import Picture
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.widgets.speak import announce
from hallway.ui.widgets.tooltip import plain
from hallway.usecases.paths import ME

NEAREST, FARTHEST, LARGEST_FIT = 4.0, 0.04, 1.2
STEP = 1.25
WHEEL_NOTCH = 120
EDGE = 60
"""Pixels that whoever the keyboard is on keeps from the edge."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MapCanvas(QWidget):
    """`came_to` tells whom the keyboard is on, `opened` whom Enter or a double click chose, `left` that Escape was
    pressed; `menu_wanted` carries whom and where."""

    came_to = Signal(int)
    opened = Signal(int)
    left = Signal()
    list_wanted = Signal()
    menu_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.eye = Eye(1.0, 0.0, 0.0)
        self.here: int | None = None
        self._is_fitted = True
        self._dragged_from: QPointF | None = None
        self._eye_before = self.eye
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of people"))
        look.changed.connect(self.update)

    def show_picture(self, picture: Picture, *, anew: bool) -> None:
        """Show a map; with `anew` from where all of it is seen, else from where one was."""
        self.picture = picture
        if self.here not in picture.nodes:
            self.here = self._begins_at() if self.hasFocus() else None
        if anew or self._is_fitted:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Look at all of it."""
        self._is_fitted = True
        if self.picture is not None:
            self.eye = fitted(self.picture.around, QRectF(self.rect()))
        self.update()

    def zoom(self, by: float, at: QPointF | None = None) -> None:
        """Come nearer (above 1) or go back; the point under the pointer, or the middle, stays where it is."""
        at = at or self._anchor()
        scale = min(max(self.eye.scale * by, FARTHEST), NEAREST)
        x, y = self.eye.place(at)
        self.eye = Eye(scale, at.x() - x * scale, at.y() - y * scale)
        self._is_fitted = False
        self.update()

    def go_to(self, id_: int | None) -> None:
        """Put the keyboard on somebody and bring them into view."""
        self.here = id_
        if id_ is not None and self.picture is not None and id_ in self.picture.nodes:
            node = self.picture.nodes[id_]
            self._bring_into_view(self.eye.seen(node.x, node.y))
            said = ", ".join(part for part in (node.dot.name, node.dot.line) if part)
            self.setAccessibleDescription(said)
            announce(self, said)
            self.came_to.emit(id_)
        self.update()

    def point_of(self, id_: int) -> QPointF:
        """Where somebody is on the widget."""
        assert self.picture is not None
        node = self.picture.nodes[id_]
        return self.eye.seen(node.x, node.y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ARROWS and not held:
            self._step(*ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0 and not held:
            self.fit()
        elif key == Qt.Key.Key_L and not held:
            self.list_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.here:
            self.opened.emit(self.here)
        elif key == Qt.Key.Key_Menu and self.here:
            self.menu_wanted.emit(self.here, self.mapToGlobal(self.point_of(self.here).toPoint()))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._eye_before = event.position(), self.eye
            found = self._under(event.position())
            if found is not None:
                self.go_to(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            return
        moved = event.position() - self._dragged_from
        if moved.manhattanLength() >= QApplication.startDragDistance() or self.eye != self._eye_before:
            before = self._eye_before
            self.eye = Eye(before.scale, before.x + moved.x(), before.y + moved.y())
            self._is_fitted = False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position())
        if found:
            self.opened.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = self._under(QPointF(event.pos()))
        if found:
            self.go_to(found)
            self.menu_wanted.emit(found, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / WHEEL_NOTCH
        if turned:
            self.zoom(STEP**turned, event.position())

    def event(self, event: QEvent) -> bool:
        """The tooltip tells who is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.picture is not None:
            found = self._under(QPointF(event.pos()))
            dot = self.picture.nodes[found].dot if found else None
            QToolTip.showText(event.globalPos(), plain(f"{dot.name}\n{dot.line}".strip()) if dot else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.here is None:
            self.here = self._begins_at()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, self.rect(), "window")
        if self.picture is not None:
            draw(painter, self.picture, self.eye, QRectF(self.rect()), self.here if self.hasFocus() else None)

    def _begins_at(self) -> int | None:
        """Where the keyboard begins: at the end of the way, else at the user."""
        if self.picture is None:
            return None
        return self.picture.route[-1] if self.picture.route else ME

    def _step(self, right: int, down: int) -> None:
        if self.picture is None:
            return
        found = self.picture.beside(self.here if self.here is not None else -1, right, down)
        if found is not None:
            self.go_to(found)

    def _under(self, point: QPointF) -> int | None:
        if self.picture is None:
            return None
        x, y = self.eye.place(point)
        return self.picture.at(x, y, max(self.eye.radius("route"), LEAST_FACE + 4) / self.eye.scale)

    def _anchor(self) -> QPointF:
        """What a zoom by key holds still: whom the keyboard is on, else the middle."""
        if self.here and self.picture is not None and self.rect().contains(self.point_of(self.here).toPoint()):
            return self.point_of(self.here)
        return QPointF(self.width() / 2, self.height() / 2)

    def _bring_into_view(self, point: QPointF) -> None:
        room = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if room.width() <= 0 or room.height() <= 0 or room.contains(point) or self._is_fitted:
            return
        across = min(max(point.x(), room.left()), room.right()) - point.x()
        down = min(max(point.y(), room.top()), room.bottom()) - point.y()
        self.eye = Eye(self.eye.scale, self.eye.x + across, self.eye.y + down)


def fitted(around: QRectF, paper: QRectF) -> Eye:
    """The eye that sees a box in the middle of the paper."""
    wide, high = max(paper.width(), 1.0), max(paper.height(), 1.0)
    scale = min(wide / max(around.width(), 1), high / max(around.height(), 1), LARGEST_FIT)
    middle = around.center()
    return Eye(scale, paper.left() + wide / 2 - middle.x() * scale, paper.top() + high / 2 - middle.y() * scale)
