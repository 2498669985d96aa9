"""The head of a page: its title, a line below, and what can be done at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, quiet
from hallway.ui.widgets.label import Label


class PageHeader(QWidget):
    """Title and subtitle on the left, controls on the right (``add_action``), 76 px with margins.

    ``add_beside_title`` puts a small thing after the title, a count or pronouns; ``back_button``
    puts a way back above it.
    """

    def __init__(self, title: str, subtitle: str = "", *, margin: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "title", elide=True)
        self.subtitle = Label(subtitle, "body", "text2", elide=True)
        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(8)
        self._title_row.addWidget(self.title)
        self._title_row.addStretch(1)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addLayout(self._title_row)
        self._words.addWidget(self.subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, 14, margin, 10)
        row.setSpacing(16)
        row.addLayout(self._words, 1)
        row.addLayout(self._actions)
        # Only now: shown without a parent it would be a window of its own for a moment.
        self.subtitle.setVisible(bool(subtitle))
        self._fit()
        look.changed.connect(self._fit)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.set_text(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line below; empty hides it."""
        self.subtitle.set_text(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right, after those already there."""
        self._actions.addWidget(widget)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a small thing right behind the title."""
        self._title_row.insertWidget(self._title_row.count() - 1, widget)

    def back_button(self, text: str) -> Button:
        """Put a way back above the title, named for where it leads, and return it."""
        button = quiet(text, "arrow-left")
        button.setProperty("small", True)
        self._words.insertWidget(0, button)
        return button

    def _fit(self) -> None:
        self.setMinimumHeight(look.scaled(76))
