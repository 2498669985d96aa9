"""Sheets on the screen, one below the other, to scroll through with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.sheets import Sheet
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea


class SheetView(ScrollArea):
    """Arrow keys, Page Up, Page Down, Home and End scroll; everything can be read out as one text."""

    def __init__(self, name: str, *, tall: int = 0) -> None:
        super().__init__(tall=tall)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show these in place of what was there."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        for at, sheet in enumerate(sheets):
            if at:
                column.addSpacing(20)
                column.addWidget(Hairline())
                column.addSpacing(16)
            _add(column, sheet)
        column.addStretch(1)
        self.setWidget(page)
        self.setAccessibleDescription("\n".join(_words(sheets)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if (end := ends.get(Qt.Key(event.key()))) is not None:
            bar.setValue(end)
        else:
            super().keyPressEvent(event)


def _add(column: QVBoxLayout, sheet: Sheet) -> None:
    column.addWidget(Label(sheet.title, "title", wrap=True))
    for line in sheet.lines:
        column.addWidget(Label(line, "body", "text2", wrap=True))
    for section in sheet.sections:
        column.addSpacing(12)
        column.addWidget(Label(section.heading, "section", "text2"))
        for line in section.lines:
            column.addWidget(Label(line, wrap=True))


def _words(sheets: Sequence[Sheet]) -> list[str]:
    found: list[str] = []
    for sheet in sheets:
        found += [sheet.title, *sheet.lines]
        for section in sheet.sections:
            found += [section.heading, *section.lines]
    return found
