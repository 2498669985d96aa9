"""What can be done with several people at once, below the list while some are marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import Standing
from hallway.ui.widgets.button import icon_button, small
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label


class MarksBar(QWidget):
    """`wanted` tells: log, groups, topics, rhythm, archive, let go, bring back, clear."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.count = Label("", "name", elide=True)
        self.log = small(self.tr("Log"), "plus")
        self.groups = small(self.tr("Groups…"))
        self.topics = small(self.tr("Interests…"))
        self.rhythm = small(self.tr("Rhythm…"))
        self.archive = small(self.tr("Archive"))
        self.let_go = small(self.tr("Let go"))
        self.bring_back = small(self.tr("Bring back"))
        self.clear = icon_button("x", self.tr("Take all marks off"), small=True)
        self._build()

    def show_count(self, count: int, standing: Standing) -> None:
        """Show how many are marked and what makes sense for people standing there; nothing for none."""
        self.setVisible(count > 0)
        self.count.set_text(self.tr("%n people marked", "", count))
        active = standing in (Standing.ACTIVE, Standing.NOT_MET)
        for button in (self.log, self.groups, self.topics, self.rhythm, self.archive):
            button.setVisible(active)
        self.let_go.setVisible(standing is not Standing.LET_GO)
        self.bring_back.setVisible(not active)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(Hairline())
        head, verbs = QHBoxLayout(), QWidget()
        row = FlowLayout(verbs)
        head.setContentsMargins(20, 0, 12, 0)
        row.setContentsMargins(20, 0, 12, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.clear)
        wishes = {self.log: "log", self.groups: "groups", self.topics: "topics", self.rhythm: "rhythm",
                  self.archive: "archive", self.let_go: "let go", self.bring_back: "bring back",
                  self.clear: "clear"}  # fmt: skip
        for button, wish in wishes.items():
            button.clicked.connect(lambda _=False, said=wish: self.wanted.emit(said))
            if button is not self.clear:
                row.addWidget(button)
                button.setAccessibleName(self.tr("{verb}, people marked").format(verb=button.text()))
        column.addLayout(head)
        column.addWidget(verbs)
        self.hide()
