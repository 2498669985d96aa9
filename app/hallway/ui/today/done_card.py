"""What was done since Monday; it stays in view and needs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.interactions import Interaction
from hallway.ui.parts import moment_words
from hallway.ui.theme.paint import Part
from hallway.ui.today.side import empty
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

MOST = 5


class DoneCard(QWidget):
    """A heading with a count, and a card with a line for each thing done."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Label("", "small", "text2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Done since Monday"), "section", "text2"))
        head.addWidget(self._count, 1)
        self._card = Card(padding=0, spacing=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._card)

    def show_done(self, done: Sequence[Interaction], today: date) -> None:
        """Show the newest of these."""
        self._count.set_text(str(len(done)))
        empty(self._card.body)
        for at, moment in enumerate(done[:MOST]):
            if at:
                self._card.body.addWidget(Hairline())
            self._card.body.addWidget(_row(moment, today))
        self.setVisible(bool(done))


def _row(moment: Interaction, today: date) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 10, 16, 10)
    line.setSpacing(12)
    about = _about(moment)
    sentence = Label(f"{moment_words.sentence(moment)}{about}", "body", elide=True)
    sentence.set_parts([*moment_words.parts(moment), Part(about, "body", "text2")])
    when = moment_words.day_word(moment.on, today)
    time = moment.at_time.lstrip("0") if moment.on == today and moment.at_time else ""
    line.addWidget(Picture("circle-check", 18, "accent"))
    line.addWidget(sentence, 1)
    line.addWidget(Label(", ".join(part for part in (when, time) if part), "small", "text2"))
    return row


def _about(moment: Interaction) -> str:
    """The first line of what was written about it, set off from the sentence."""
    line = next((line.strip() for line in moment.summary.splitlines() if line.strip()), "")
    return f"  {line}" if line else ""
