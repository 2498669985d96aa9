"""One setting: its words at the left, its control at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label

WORDS_WIDTH = 230


def setting_row(words: str, control: QWidget, *, stretch: bool = False) -> QHBoxLayout:
    """Words and control in one row; `stretch` lets the control take the rest of the width."""
    label = Label(words, "body", "text2", wrap=True)
    label.setFixedWidth(look.scaled(WORDS_WIDTH))
    label.setBuddy(control)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label)
    row.addWidget(control, 1 if stretch else 0)
    if not stretch:
        row.addStretch(1)
    return row
