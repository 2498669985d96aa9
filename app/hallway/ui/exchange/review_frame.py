"""What every review looks like: steps above, a column at the left, lists at the right, one button that does it all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.ui.exchange.review_rows import ReviewList
from hallway.ui.exchange.steps import Steps
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.card import Card, Ground, Hairline
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea

LEAST = 780
"""Below so many pixels of width the lists go under what stands beside them."""


class ReviewFrame(QWidget):
    """Nothing changes until `finished` is answered."""

    finished = Signal(object)
    cancelled = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.messages = QVBoxLayout()
        self.steps = Steps([self.tr("Choose a file"), self.tr("Review"), self.tr("Done")])
        self._area = ScrollArea(both_ways=True)
        self.side, self.main = QVBoxLayout(), QVBoxLayout()
        self.cancel = quiet(self.tr("Cancel"))
        self.finish = primary(self.tr("Add people"), "check", "Ctrl+Enter")
        self.cancel.clicked.connect(self.cancelled)

    def name_button(self) -> None:
        """Say on the button what it will do."""

    def go_to_top(self) -> None:
        """Begin at the top again."""
        self._area.verticalScrollBar().setValue(0)

    def show_busy(self, busy: bool) -> None:
        """Writing is under way."""
        self.finish.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        if busy:
            self.finish.setText(self.tr("Writing…"))
        else:
            self.name_button()

    def show_trouble(self, error: HallwayError) -> None:
        """What happened, what is safe, what to do; the review stays as it is."""
        self.clear_trouble()
        self.messages.addWidget(InlineMessage(error.sentence, tone="danger"))

    def clear_trouble(self) -> None:
        """Take away what was said before."""
        while self.messages.count():
            item = self.messages.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def lay_out(self, side_cards: Sequence[QWidget], cards: Sequence[QWidget]) -> None:
        """Put narrow cards at the left and wide ones at the right."""
        self.steps.show_step(1)
        self.header.add_action(self.steps)
        left, right = self.side, self.main
        left.setSpacing(16)
        left.setContentsMargins(0, 0, 0, 0)
        for card in side_cards:
            left.addWidget(card)
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        right.setSpacing(16)
        for card in cards:
            right.addWidget(card)
        right.addStretch(1)
        content = ReflowRow(LEAST)
        content.row.setContentsMargins(28, 4, 28, 20)
        content.row.setSpacing(24)
        content.row.addWidget(side, 2)
        content.row.addLayout(right, 3)
        self._area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.messages)
        column.addWidget(self._area, 1)
        column.addWidget(Hairline())
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Ground("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 14, 28, 14)
        row.setSpacing(10)
        words = self.tr("Nothing changes until you finish. Afterwards one Undo takes it all back.")
        row.addWidget(Picture("shield-check", 16, "text2"))
        row.addWidget(Label(words, "body", "text2", wrap=True), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.finish)
        return foot


class Numbers(Card):
    """A card of counts, each with its icon and its words; a count of nothing is not shown unless it is `always`."""

    def __init__(self, heading: str, rows: Sequence[tuple[str, str, str]], *, always: bool = True) -> None:
        """`rows` are icon, hue and words."""
        super().__init__(heading, spacing=10)
        self._always = always
        self._rows: list[tuple[QWidget, Label]] = []
        for icon, hue, words in rows:
            number = Label("0", "strong")
            number.setMinimumWidth(look.scaled(36))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(Picture(icon, 26, hue=hue))
            row.addWidget(number)
            row.addWidget(Label(words, "body", "text2"), 1)
            self.body.addWidget(line)
            self._rows.append((line, number))

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show these, in the order of the rows."""
        for (line, label), number in zip(self._rows, numbers, strict=True):
            label.set_text(f"{number:,}")
            line.setVisible(self._always or number > 0)


def list_card(heading: str, rows: ReviewList) -> Card:
    """A card around a list of rows."""
    card = Card(heading, padding=12, spacing=6)
    rows.setMinimumHeight(look.scaled(240))
    card.body.addWidget(rows)
    return card
