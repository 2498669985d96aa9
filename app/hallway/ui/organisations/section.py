"""A heading, how many, a link at the right, and rows under it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.frame.faces import Faces
from hallway.ui.organisations.lines import Line, LineView
from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label


class Section(QWidget):
    """Not shown without rows, unless it has words for ``none``; with ``action`` words there is a link."""

    def __init__(self, heading: str, faces: Faces, *, none: str = "", action: str = "") -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.view = LineView(heading, faces)
        self.action = link(action)
        self.action.setAccessibleName(f"{action}: {heading}")
        self._count = Label("", "small", "text2")
        self._none = Label(none, "body", "text3", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(heading, "section", "text2"))
        head.addWidget(self._count)
        head.addStretch(1)
        if action:
            head.addWidget(self.action)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._none)
        self.body.addWidget(self.view)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Put other rows in place of those there."""
        self.view.show_lines(lines)
        number = self.view.rows.rowCount()
        self._count.set_text(str(number) if number > 1 else "")
        self.view.setVisible(bool(number))
        self._none.setVisible(not number)
        self.setVisible(bool(number or self._none.text()))
