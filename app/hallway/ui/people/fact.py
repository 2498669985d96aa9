"""One section of the facts beside a person's story: a small heading, a link, what it says."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.widgets.button import Button, link
from hallway.ui.widgets.label import Label


class Fact(QWidget):
    """Put things into ``body``; with ``action`` words there is a link at the right of the heading."""

    def __init__(self, heading: str, action: str = "") -> None:
        super().__init__()
        self.heading = Label(heading, "section", "text2", elide=True)
        self.action: Button = link(action)
        self.action.setAccessibleName(f"{action}: {heading}")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        if action:
            head.addWidget(self.action)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self.body.addLayout(head)
        self.setAccessibleName(heading)

    def set_heading(self, heading: str) -> None:
        """Call the section otherwise."""
        self.heading.set_text(heading)
        self.setAccessibleName(heading)
