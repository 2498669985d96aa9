"""Start where you are: three names, and one has begun. Or a file, an event, a look around."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import NewPerson
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.theme.look import look
from hallway.ui.welcome.ways import WayCard
from hallway.ui.widgets.button import link, primary, quiet
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.illustration import HallwayPicture
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people

WIDEST = 760


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the card: its mark, the name and how one knows them."""

    mark: Picture
    name: TextField
    how: TextField


class WelcomePage(Page):
    """The page of an empty record."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.lines: list[Line] = []
        self._build()
        self._count()

    def focus_first(self) -> None:
        self.lines[0].name.setFocus(Qt.FocusReason.TabFocusReason)

    def show_place(self, place: Place) -> None:
        self.focus_first()

    def add_people(self) -> None:
        """Write down everybody named so far and go to Today."""
        new = [NewPerson(name=line.name.text().strip(), met_how=_sentence(line.how.text())) for line in self._named()]
        if new and self.frame.bridge.do(people.add_several, new) is not None:
            for line in self.lines:
                line.name.clear()
                line.how.clear()
            self.frame.navigator.go(Place("today"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add_people()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(look.scaled(WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(HallwayPicture())
        column.addSpacing(20)
        column.addWidget(Label(self.tr("Start where you are"), "display"))
        lead = self.tr("You know more people than you think. Write down three, and you have begun.")
        column.addWidget(Label(lead, "lead", "text2", wrap=True))
        column.addSpacing(16)
        column.addWidget(self._card())
        column.addSpacing(20)
        column.addWidget(Label(self.tr("Or begin another way"), "section", "text2"))
        column.addSpacing(6)
        column.addLayout(self._ways())
        column.addSpacing(14)
        column.addLayout(self._promise())
        column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(28, 0, 28, 0)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(middle, both_ways=True))

    def _card(self) -> Card:
        card = Card(spacing=8)
        someone = (
            self.tr("Someone who guides you"), self.tr("Someone in your group or year"),
            self.tr("Someone you liked talking to"),
        )  # fmt: skip
        for words in someone:
            card.body.addLayout(self._line(words))
            card.body.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.skip = quiet(self.tr("Skip for now"))
        self.add = primary(self.tr("Add people"), keys="Ctrl+Enter")
        self.skip.clicked.connect(lambda: self.frame.navigator.go(Place("today")))
        self.add.clicked.connect(self.add_people)
        foot.addWidget(Label(self.tr("You can change or undo all of this later."), "small", "text2", wrap=True), 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.add)
        card.body.addLayout(foot)
        return card

    def _line(self, words: str) -> QHBoxLayout:
        mark = Picture("circle-dashed", 18, "text3")
        name = TextField(self.tr("Name"), name=self.tr("{who}: name").format(who=words))
        how_words = self.tr("{who}: how you know them").format(who=words)
        how = TextField(self.tr("How you know them, if you like"), name=how_words)
        name.textChanged.connect(self._count)
        for field in (name, how):
            field.returnPressed.connect(self._next_field)
        self.lines.append(Line(mark, name, how))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(mark)
        row.addWidget(Label(words, "body", "text2", wrap=True), 7)
        row.addWidget(name, 6)
        row.addWidget(how, 8)
        return row

    def _next_field(self) -> None:
        self.focusNextChild()

    def _ways(self) -> QHBoxLayout:
        navigator = self.frame.navigator
        ways = (
            WayCard(self.tr("Bring a file"), self.tr("CSV, vCard or calendar"), "file-up", "blue"),
            WayCard(self.tr("I have an event"), self.tr("A conference or a talk"), "calendar-days", "violet"),
            WayCard(self.tr("Look around"), self.tr("With made-up people"), "eye", "amber"),
        )
        ways[0].clicked.connect(lambda: navigator.go(Place("exchange")))
        ways[1].clicked.connect(lambda: navigator.go(Place("events")))
        ways[2].clicked.connect(lambda: self.frame.catalogue.run("window.demo"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for way in ways:
            row.addWidget(way, 1)
        return row

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Picture("lock", 14, "text2"))
        words = self.tr("Everything stays on this device. No account, and it works without internet.")
        row.addWidget(Label(words, "small", "text2"))
        self.passphrase = link(self.tr("Choose a passphrase"))
        self.passphrase.clicked.connect(lambda: self.frame.navigator.go(Place("settings", "passphrase")))
        self.passphrase.setVisible(self.frame.bridge.desk.database.key is None)
        row.addWidget(self.passphrase)
        row.addStretch(1)
        return row

    def _named(self) -> list[Line]:
        return [line for line in self.lines if line.name.text().strip()]

    def _count(self) -> None:
        """The button says how many; a row with a name gets its tick."""
        for line in self.lines:
            named = bool(line.name.text().strip())
            line.mark.set_icon("circle-check" if named else "circle-dashed", "accent" if named else "text3")
        count = len(self._named())
        words = [self.tr("Add people"), self.tr("Add one person"), self.tr("Add two people")]
        self.add.setText([*words, self.tr("Add three people")][count])
        self.add.setEnabled(count > 0)


def _sentence(text: str) -> str:
    return text.strip()[:1].upper() + text.strip()[1:]
