"""What in a file could not be used: where, why, and the row itself on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.importing import Problem
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card, SoftPanel
from hallway.ui.widgets.label import Label

MOST_SHOWN = 50
MOST_OF_A_ROW = 1000


class ProblemList(Card):
    """A card with a line for each problem; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Label("", "heading")
        self.body.addWidget(self._heading)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.body.addWidget(self._rows)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, the first fifty in full."""
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self._heading.set_text(self.tr("%n lines to look at", "", len(problems)))
        self.setAccessibleName(self._heading.text())
        for problem in problems[:MOST_SHOWN]:
            self._column.addWidget(ProblemRow(problem))
        if len(problems) > MOST_SHOWN:
            more = self.tr("And %n more.", "", len(problems) - MOST_SHOWN)
            self._column.addWidget(Label(more, "small", "text2"))
        self.setVisible(bool(problems))


class ProblemRow(QWidget):
    """One problem; "Show the row" opens the raw text below, as plain text."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        where = ", ".join(part for part in (problem.file, problem.where) if part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(where, "small", "text2", elide=True), 1)
        column.addLayout(row)
        column.addWidget(Label(problem.what, "body", wrap=True))
        if problem.row:
            self._raw = SoftPanel(padding=10)
            self._raw.body.addWidget(Label(problem.row[:MOST_OF_A_ROW], "small", wrap=True))
            self._raw.hide()
            self._show = link(self.tr("Show the row"))
            self._show.setAccessibleName(self.tr("Show the row: {where}").format(where=where))
            self._show.clicked.connect(self._toggle)
            row.addWidget(self._show)
            column.addWidget(self._raw)

    def _toggle(self) -> None:
        self._raw.setVisible(self._raw.isHidden())
        self._show.setText(self.tr("Show the row") if self._raw.isHidden() else self.tr("Hide the row"))
