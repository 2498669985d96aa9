"""Tabs as words with counts, the current one underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import width

_GAP, _BETWEEN = 6, 20


class TabStrip(QTabBar):
    """Shows (key, text) tabs; ``set_count`` puts a grey number behind one; ``chosen`` tells the key."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in tabs]
        self._counts: dict[str, int] = {}
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setProperty("ring", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for _, text in tabs:
            self.addTab(text)
        self.currentChanged.connect(lambda index: self.chosen.emit(self._keys[index]))
        look.changed.connect(self.updateGeometry)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind a tab; None and 0 hide it."""
        self._counts[key] = count or 0
        index = self._keys.index(key)
        self.setAccessibleTabName(index, f"{self.tabText(index)}, {count}" if count else self.tabText(index))
        self.setTabText(index, self.tabText(index))
        self.updateGeometry()
        self.update()

    def choose(self, key: str) -> None:
        """Go to a tab by key. Raises ValueError."""
        self.setCurrentIndex(self._keys.index(key))

    def current(self) -> str:
        """Return the key of the current tab."""
        return self._keys[self.currentIndex()]

    def tabSizeHint(self, index: int) -> QSize:
        last = index == len(self._keys) - 1
        return QSize(round(self._content(index)) + (0 if last else _BETWEEN), look.scaled(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.hairline(painter, 0, self.height() - 1, self.width())
        for index in range(self.count()):
            self._draw_tab(painter, index)

    def _draw_tab(self, painter: QPainter, index: int) -> None:
        chosen = index == self.currentIndex()
        rect = QRectF(self.tabRect(index))
        rect.setWidth(self._content(index))
        hovered = self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos()).toPointF())
        ink = "text" if chosen or hovered else "text2"
        left = rect.left()
        room = QRectF(left, rect.top(), rect.width() + 2, rect.height() - 2)
        left += paint.text_elided(painter, room, self.tabText(index), "strong" if chosen else "name", ink)
        count = self._counts.get(self._keys[index], 0)
        if count:
            after = QRectF(left + _GAP, room.top(), rect.right() + 2 - left, room.height())
            paint.text_elided(painter, after, str(count), "body", "text3")
        if chosen:
            under = QRectF(rect.left(), self.height() - 2, rect.width(), 2)
            painter.fillRect(under, tokens().accent)

    def _content(self, index: int) -> float:
        count = self._counts.get(self._keys[index], 0)
        return width("strong", self.tabText(index)) + (_GAP + width("body", str(count)) if count else 0)
