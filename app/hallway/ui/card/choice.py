"""Which of one's cards is shown: the usual one or another, and a way to begin one and to take one away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import icon_button, quiet
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import card as usecase
from hallway.usecases.card import MyCard


class CardChoice(QWidget):
    """Enter in the field begins a card as the one shown is; Escape leaves it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown: tuple[str, ...] | None = None
        self._name = ""
        self.cards: SegmentedControl | None = None
        self.new = quiet(self.tr("Another card"), "plus")
        self.remove = icon_button("trash-2", self.tr("Take this card away"))
        self.field = TextField(self.tr("Informal, collaboration…"), name=self.tr("Name of another card"))
        self.field.hide()
        self._holder = QWidget()
        self._place = QHBoxLayout(self._holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(self, 8, 8)
        for piece in (self._holder, self.remove, self.new, self.field):
            flow.addWidget(piece)
        self.new.clicked.connect(self._ask_name)
        self.remove.clicked.connect(lambda: bridge.do(usecase.remove, self._name))
        self.field.returnPressed.connect(self._begin)

    def show_card(self, card: MyCard) -> None:
        """Show which card it is; alone there is nothing to choose."""
        self._name = card.name
        if card.others != self._shown:
            self._shown = card.others
            self._rebuild(card.others)
        if self.cards is not None and self.cards.current() != card.name:
            self.cards.blockSignals(True)
            self.cards.choose(card.name)
            self.cards.blockSignals(False)
        self.remove.setVisible(bool(card.name))
        self.new.setVisible(len(card.others) < usecase.MOST_OTHERS and self.field.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def _rebuild(self, others: Sequence[str]) -> None:
        """The choice anew; alone there is none."""
        if self.cards is not None:
            self._place.removeWidget(self.cards)
            self.cards.hide()
            self.cards.deleteLater()
            self.cards = None
        self._holder.setVisible(bool(others))
        if others:
            choices = [("", self.tr("Usual"), ""), *((name, name, "") for name in others)]
            self.cards = SegmentedControl(choices, name=self.tr("Which card"))
            self.cards.chosen.connect(lambda name: self._bridge.do_quietly(usecase.pick, name))
            self._place.addWidget(self.cards)

    def _ask_name(self) -> None:
        self.new.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self) -> None:
        if self.field.text().strip() and self._bridge.do_quietly(usecase.add, self.field.text()) is not None:
            self._close()

    def _close(self) -> None:
        self.field.clear()
        self.field.hide()
        self.new.show()
        (self.cards or self.new).setFocus(Qt.FocusReason.OtherFocusReason)
