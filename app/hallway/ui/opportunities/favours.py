"""Favours both ways, as facts in the order of their days; nothing is added up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.changes import FAVOUR, PERSON, RESOURCE
from hallway.domain.sharing import RECEIVED, Favour, say_favour
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.models.lines import ListLine
from hallway.ui.opportunities.listed import Listed, Words
from hallway.ui.parts.favour_form import open_favour
from hallway.ui.parts.favour_words import FAVOUR_LOOKS
from hallway.ui.parts.message_panel import write_to_person
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import TitleLink, icon_button, primary, secondary
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.label import Label
from hallway.usecases import sharing

KEY = "favours"
WIDTH = 320


class Favours(Listed):
    """Enter comes to the favour at the right, F2 there changes it."""

    key = KEY
    guide = "giving"
    changes = (FAVOUR, PERSON, RESOURCE)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        words = Words(
            _t("Favours"), _t("What people did for each other, as facts"), _t("Add a favour"),
            _t("Nobody keeps a balance here. Thanks for what you received come to Today by themselves."),
            "gift", _t("No favours yet"),
            _t("An article sent, an introduction received, an hour of advice: write it down while you remember."),
        )  # fmt: skip
        super().__init__(frame, FavourPanel(frame), words, parent)

    def found(self) -> Sequence[Favour]:
        return self.frame.bridge.ask(sharing.favours)

    def line(self, one: Favour) -> ListLine:
        mark, hue = FAVOUR_LOOKS[one.direction]
        told = say_favour(one, self.frame.bridge.desk.clock.today())
        return ListLine(one.id, told, _about(one), mark, hue, one.person_id, one.person)

    def add(self) -> None:
        form = open_favour(self.frame.bridge, self.window())
        form.kept.connect(self.go_to)

    def take_away(self, id_: int) -> None:
        self.frame.bridge.do(sharing.remove_favour, id_)

    def people_in_view(self) -> tuple[int, ...]:
        one = self.current()
        return (one.person_id,) if one is not None else ()


class FavourPanel(Ground):
    """One favour with what can be done about it."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._one = frame, Favour(0)
        self.person = TitleLink("")
        self.told, self.words = Label("", "title", wrap=True), Label("", "body", "text2", wrap=True)
        self.thing = TitleLink("")
        self.write = primary(self.tr("Write thanks…"), "heart")
        self.change = secondary(self.tr("Change…"), "pencil")
        self.gone = icon_button("trash-2", self.tr("Take this favour out"), "secondary")
        self._build()

    def show_this(self, one: Favour) -> None:
        """Show another one, or the same anew."""
        self._one = one
        self.person.set_words(one.person)
        self.told.set_text(say_favour(one, self._frame.bridge.desk.clock.today()))
        self.words.set_text(one.text)
        self.words.setVisible(bool(one.text))
        self.thing.set_words(one.resource)
        self.thing.setVisible(bool(one.resource))
        self.write.setVisible(one.direction == RECEIVED)

    def focus_first(self) -> None:
        """On what can be changed."""
        self.change.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._change()
        else:
            super().keyPressEvent(event)

    def _change(self) -> None:
        open_favour(self._frame.bridge, self.window(), self._one)

    def _go(self, place: Place) -> None:
        self._frame.navigator.go(place)

    def _build(self) -> None:
        self.setFixedWidth(look.scaled(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        for widget in (self.told, self.person, self.words, self.thing):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget in (self.person, self.thing) else
                             Qt.AlignmentFlag(0))  # fmt: skip
        column.addStretch(1)
        row = QHBoxLayout()
        for button in (self.write, self.change):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.gone)
        column.addLayout(row)
        bridge = self._frame.bridge
        self.person.clicked.connect(lambda: self._go(Place("people", "person", self._one.person_id)))
        self.thing.clicked.connect(lambda: self._go(Place("opportunities", "things", self._one.resource_id or 0)))
        self.write.clicked.connect(
            lambda: write_to_person(bridge, self.window(), self._one.person_id, self._one.person)
        )
        self.change.clicked.connect(self._change)
        self.gone.clicked.connect(lambda: bridge.do(sharing.remove_favour, self._one.id))


def _about(one: Favour) -> str:
    return ", ".join(part for part in (one.person, one.resource, one.text) if part)


def _t(text: str) -> str:
    return QCoreApplication.translate("sharing", text)
