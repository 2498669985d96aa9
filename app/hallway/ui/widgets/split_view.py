"""A list beside its detail, or one above the other in turn when there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 641
"""Below this width only one of the two is shown."""


class SplitView(QSplitter):
    """List left, detail right, with a line between that can be moved.

    ``resized`` tells the two widths after the line was moved by hand, for keeping;
    ``restore`` brings kept widths back. When narrower than 641 px, ``show_detail`` picks which one
    is shown; ``stacked`` tells that this began or ended.
    """

    resized = Signal(list)
    stacked = Signal(bool)

    def __init__(
        self, first: QWidget, second: QWidget, *, first_width: int = 320, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._first, self._second = first, second
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([first_width, 3 * first_width])
        self._stacked = self._detail = False
        self.splitterMoved.connect(lambda: self.resized.emit(self.sizes()))

    def restore(self, sizes: Sequence[int]) -> None:
        """Set the two widths; anything but two positive numbers is ignored."""
        if len(sizes) == 2 and min(sizes) > 0:
            self.setSizes(list(sizes))

    def is_stacked(self) -> bool:
        """Tell whether only one of the two is shown."""
        return self._stacked

    def show_detail(self, detail: bool) -> None:
        """While stacked, show the detail or the list."""
        self._detail = detail
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < NARROW
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()
            self.stacked.emit(stacked)

    def _arrange(self) -> None:
        self._first.setVisible(not self._stacked or not self._detail)
        self._second.setVisible(not self._stacked or self._detail)
