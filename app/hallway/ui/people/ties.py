"""The people around somebody: what they are to each other, each leading there; one more is added by typing a name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.people import Person
from hallway.domain.ties import KINDS, TieSeen
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.words_value import partial_date
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import Button, TitleLink, icon_button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.usecases import ties


class Ties(Fact):
    """Hidden rows and a link while there is nobody. `place_wanted` tells where a name leads."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("People around them"), self.tr("Add"))
        self._bridge = bridge
        self._person_id = 0
        self._shown: tuple[TieSeen, ...] | None = None
        self.rows: list[TieRow] = []
        self._form: TieForm | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.body.addLayout(self._column)
        self.action.setAccessibleName(self.tr("Add somebody around them"))
        self.action.clicked.connect(lambda: self.form().begin(self._person_id))

    def form(self) -> TieForm:
        """Return the form, made when it is first asked for."""
        if self._form is None:
            self._form = TieForm(self._bridge)
            self._form.left.connect(lambda: self.action.setFocus(Qt.FocusReason.OtherFocusReason))
            self.body.addWidget(self._form)
        return self._form

    def show_person(self, person: Person) -> None:
        """Show who is around somebody."""
        if person.id != self._person_id and self._form is not None:
            self._form.hide()
        self._person_id = person.id
        found = self._bridge.ask(ties.of_person, person.id)
        if found == self._shown:
            return
        self._shown = found
        while len(self.rows) < len(found):
            row = TieRow()
            row.opened.connect(lambda id_: self.place_wanted.emit(Place("people", "person", id_)))
            row.gone.connect(lambda seen: self._bridge.do(ties.untie, seen))
            self._column.addWidget(row)
            self.rows.append(row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(found))
            if at < len(found):
                row.show_tie(found[at])


class TieRow(QWidget):
    """A name that leads to the person, what they are, and a menu."""

    opened = Signal(int)
    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tie: TieSeen | None = None
        self.name = TitleLink("")
        self.words = Label("", "small", "text2", elide=True)
        self.more = icon_button("ellipsis", "", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.words, 1)
        row.addWidget(self.more)
        self.name.clicked.connect(self._open)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def show_tie(self, tie: TieSeen) -> None:
        """Show one tie."""
        self._tie = tie
        self.name.set_words(tie.other)
        self.name.setAccessibleName(f"{tie.other}, {tie.words}")
        self.words.set_text(tie.words)
        self.more.setAccessibleName(self.tr("More: {name}").format(name=tie.other))
        self.more.setToolTip(self.more.accessibleName())

    def menu(self) -> QMenu:
        """What can be done with the tie."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Take this away")).triggered.connect(lambda: self.gone.emit(self._tie))
        return menu

    def _open(self) -> None:
        if self._tie is not None:
            self.opened.emit(self._tie.other_id)


class TieForm(SoftPanel):
    """Who, what they are, and since when; Enter in a date or Keep writes it, Escape leaves it."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._person_id = 0
        self.other = PersonPicker(bridge, self.tr("Who"), one=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What they are to each other"))
        for kind, (here, _) in KINDS.items():
            self.kind.addItem(here[:1].upper() + here[1:], kind)
        today = bridge.desk.clock.today()
        self.since = partial_date(today, self.tr("Since"), self.tr("since when"))
        self.until = partial_date(today, self.tr("Until"), self.tr("still so"))
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self._build()

    def begin(self, person_id: int) -> None:
        """Start a tie at a person."""
        self._person_id = person_id
        self.other.leave_out = person_id
        self.other.set_people(())
        self.since.set_value("")
        self.until.set_value("")
        self.show()
        self.other.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Write the tie; a name that nobody has yet becomes a new person in the same step."""
        years = (self.since.value(), self.until.value())
        kind, typed = str(self.kind.currentData()), self.other.field.text().strip()
        done: object = None
        if self.other.ids():
            done = self._bridge.do(ties.tie, self._person_id, self.other.ids()[0], kind, *years)
        elif typed:
            done = self._bridge.do(ties.tie_by_name, self._person_id, typed, kind, *years)
        if done is None:
            self.other.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _build(self) -> None:
        dates, foot = QHBoxLayout(), QHBoxLayout()
        for caption, field in ((self.tr("Since"), self.since), (self.tr("Until"), self.until)):
            dates.addWidget(Label(caption, "caption", "text3"))
            dates.addWidget(field, 1)
        for button in (self.keep, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        self.body.addWidget(self.other)
        self.body.addWidget(self.kind)
        self.body.addLayout(dates)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self._leave)
        self.hide()
