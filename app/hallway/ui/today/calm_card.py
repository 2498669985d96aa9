"""A day without anything to do: a calm sentence, and who comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.dates import say_day, say_distance
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture

if TYPE_CHECKING:
    from hallway.usecases.planning import NextPlanned


class CalmCard(Card):
    """`plan_wanted` asks for the weeks ahead."""

    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=24)
        self.words = Label("", "body", "text2", wrap=True)
        self.plan = link(self.tr("The weeks ahead"))
        self.plan.setAccessibleName(self.tr("Who comes when: the weeks ahead"))
        self.plan.clicked.connect(self.plan_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.tr("A quiet day"), "item"))
        words.addWidget(self.words)
        words.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Picture("sprout", 40, hue="green"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_next(self, planned: NextPlanned | None, today: date) -> None:
        """Show the next planned check-in; without any, how people come here."""
        self.plan.setVisible(planned is not None)
        if planned is None:
            self.words.set_text(
                self.tr("Give somebody a rhythm on their page, and the plan brings them here when it is time.")
            )
            return
        words = self.tr("Next comes {person}, {day}, {distance}.")
        day, distance = say_day(planned.on, today), say_distance(planned.on, today)
        self.words.set_text(words.format(person=planned.person, day=day, distance=distance))
