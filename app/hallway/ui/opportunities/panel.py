"""One opportunity whole: how it stands, its day, who knows about it, small steps, and what to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.dates import say_day, say_distance
from hallway.domain.opportunities import PARTS, TOLD_ME, Opportunity, Part, State, Step
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.opportunities.form import open_form
from hallway.ui.parts.day_field import ask_day
from hallway.ui.parts.face import Face
from hallway.ui.parts.opportunity_words import LOOKS, part_words, state_words
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.web import is_safe
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import TitleLink, icon_button, link, quiet, secondary
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import kind_dot
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import opportunities
from hallway.usecases.opportunities import Suggestion

WIDTH = 320
STATES = tuple(State)


class OpportunityPanel(Ground):
    """Every change is kept at once. ``left`` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._bridge = frame, frame.bridge
        self._one = Opportunity("")
        self.state = QComboBox()
        self.state.setAccessibleName(self.tr("How it stands"))
        self.step = TextField(self.tr("Another small step"), name=self.tr("Another small step"))
        self.who = PersonPicker(frame.bridge, self.tr("Who knows about it"), one=True)
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("What they have to do with it"))
        self.change = secondary(self.tr("Change…"), "pencil", "F2")
        self.more = icon_button("ellipsis", self.tr("More for this opportunity"), "secondary")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._build()
        self._connect()

    @property
    def opportunity_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self._one.id

    def show_this(self, one: Opportunity) -> None:
        """Show another one, or the same anew."""
        if one == self._one:
            return
        typed = self.step.text() if one.id == self._one.id else ""
        typing = next((field for field in (self.step, self.who.field) if field.hasFocus()), None)
        self._one = one
        self.state.setCurrentIndex(STATES.index(one.state))
        self._fill()
        self.step.setText(typed)
        if typing is not None:
            typing.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Where one would begin."""
        self.state.setFocus(Qt.FocusReason.TabFocusReason)

    def edit(self) -> None:
        """F2: its own facts."""
        open_form(self._bridge, self.window(), self._one)

    def menu(self) -> QMenu:
        """What can be done with it besides."""
        menu = QMenu(self)
        menu.addAction(self.tr("It came true"), lambda: self._set_state(State.CAME_TRUE))
        menu.addAction(self.tr("Let go"), lambda: self._set_state(State.LET_GO))
        menu.addSeparator()
        menu.addAction(self.tr("Take it out of the record"), self._remove)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        """Make what depends on the one that is shown."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in self._kept:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._head())
        self._column.addWidget(self._day())
        self._column.addWidget(self.state)
        self._section(self.tr("Who knows about it"))
        for part in self._one.people:
            self._column.addWidget(self._person(part))
        self._column.addWidget(self._adding)
        could = self._bridge.ask(opportunities.who_could_know, self._one.id)
        if could:
            self._section(self.tr("Who could know more"))
            for suggestion in could[:3]:
                self._column.addWidget(self._could(suggestion))
        self._section(self.tr("Small steps"))
        for step in self._one.steps:
            self._column.addWidget(self._step(step))
        self._column.addWidget(self.step)
        if self._one.notes and self._one.notes != self._one.line:
            self._section(self.tr("Notes"))
            self._column.addWidget(Label(self._one.notes, "body", "text2", wrap=True))
        self._column.addStretch(1)

    def _section(self, words: str) -> None:
        label = Label(words, "section", "text2")
        label.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(label)

    def _head(self) -> QWidget:
        head, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(kind_dot(*LOOKS[self._one.kind], size=44), 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        words.addWidget(Label(self._one.title, "title", wrap=True))
        if self._one.line:
            words.addWidget(Label(self._one.line, "small", "text2", wrap=True))
        if is_safe(self._one.link):
            there = link(self.tr("Open the page"))
            there.clicked.connect(self._open_link)
            words.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return head

    def _day(self) -> QWidget:
        today, card = self._bridge.desk.clock.today(), Card(padding=12)
        deadline = self._one.deadline
        row = QHBoxLayout()
        said = say_day(deadline, today) if deadline else self.tr("Open, without a day")
        row.addWidget(Label(said, "strong"))
        if deadline is not None:
            distance = self.tr("passed") if deadline < today else say_distance(deadline, today)
            row.addWidget(Label(distance, "small", "text2", elide=True), 1)
        else:
            row.addStretch(1)
        edit = link(self.tr("Edit"))
        edit.setAccessibleName(self.tr("Another day for this opportunity"))
        edit.clicked.connect(lambda: ask_day(edit, today, self.tr("Until when"), self._set_deadline, deadline))
        row.addWidget(edit)
        card.body.addLayout(row)
        return card

    def _person(self, part: Part) -> QWidget:
        row = _row()
        row.layout().addWidget(Face(self._bridge, part.person_id, part.person, 28))  # type: ignore[union-attr]
        words = QVBoxLayout()
        words.setSpacing(0)
        name = TitleLink(part.person)
        name.clicked.connect(lambda: self._frame.navigator.go(Place("people", "person", part.person_id)))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        said = self.tr("What {person} said").format(person=part.person)
        note = EditableText(placeholder=part_words(part.part), name=said, role="small", wrap=True)
        note.set_text(part.note)
        note.kept.connect(lambda text: self._note(part, text))
        words.addWidget(note)
        gone = icon_button("x", self.tr("Take {person} off").format(person=part.person), small=True)
        gone.clicked.connect(lambda: self._bridge.do(opportunities.remove_person, self._one.id, part))
        layout = row.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addLayout(words, 1)
        layout.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _could(self, one: Suggestion) -> QWidget:
        row = _row()
        layout = row.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addWidget(Face(self._bridge, one.person_id, one.person, 28))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = TitleLink(one.person)
        name.clicked.connect(lambda: self._frame.navigator.go(Place("people", "person", one.person_id)))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(Label(one.why, "small", "text2", wrap=True))
        layout.addLayout(words, 1)
        return row

    def _step(self, step: Step) -> QWidget:
        row = _row()
        layout = row.layout()
        assert isinstance(layout, QHBoxLayout)
        tick = QCheckBox()
        tick.setChecked(step.done_on is not None)
        tick.setAccessibleName(self.tr("Done: {step}").format(step=step.text))
        tick.toggled.connect(lambda on: self._bridge.do_quietly(opportunities.tick, self._one.id, step.id, on))
        layout.addWidget(tick)
        layout.addWidget(Label(step.text, "body", "text3" if step.done_on else "text", wrap=True), 1)
        today = self._bridge.desk.clock.today()
        day = step.done_on or step.due_on
        when = quiet(f"{day.day} {day:%b}" if day else self.tr("Day"))
        when.setAccessibleName(self.tr("Day of the step {step}").format(step=step.text))
        keep = partial(self._move, step)
        when.clicked.connect(lambda: ask_day(when, today, self.tr("For when"), keep, step.due_on))
        when.setEnabled(step.done_on is None)
        layout.addWidget(when)
        gone = icon_button("x", self.tr("Remove the step {step}").format(step=step.text), small=True)
        gone.clicked.connect(lambda: self._bridge.do(opportunities.remove_step, self._one.id, step.id))
        layout.addWidget(gone)
        return row

    def _set_deadline(self, day: date) -> None:
        self._bridge.do_quietly(opportunities.set_deadline, self._one.id, day)

    def _move(self, step: Step, day: date) -> None:
        self._bridge.do_quietly(opportunities.change_step, self._one.id, replace(step, due_on=day))

    def _note(self, part: Part, text: str) -> None:
        self._bridge.do_quietly(opportunities.add_person, self._one.id, Part(part.person_id, part.part, text.strip()))

    def _add_step(self) -> None:
        words = self.step.text()
        if words.strip():
            self.step.clear()
            self._bridge.do_quietly(opportunities.add_step, self._one.id, words)
            self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_person(self, ids: tuple[int, ...]) -> None:
        if ids:
            self.who.set_people(())
            self._bridge.do_quietly(opportunities.add_person, self._one.id, Part(ids[0], self.part.currentData()))

    def _set_state(self, state: State) -> None:
        self._bridge.do(opportunities.set_state, self._one.id, state)

    def _remove(self) -> None:
        self._bridge.do(opportunities.remove, self._one.id)

    def _open_link(self) -> None:
        if is_safe(self._one.link):
            QDesktopServices.openUrl(QUrl(self._one.link, QUrl.ParsingMode.StrictMode))

    def _connect(self) -> None:
        self.state.activated.connect(lambda at: self._set_state(STATES[at]))
        self.step.returnPressed.connect(self._add_step)
        self.who.changed.connect(self._add_person)
        self.change.clicked.connect(self.edit)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().topLeft())))

    def _build(self) -> None:
        for state in STATES:
            self.state.addItem(state_words(state), state)
        for part in PARTS:
            self.part.addItem(part_words(part), part)
        self.part.setCurrentIndex(PARTS.index(TOLD_ME))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.part.setMinimumContentsLength(6)
        self._adding = QWidget()
        adding = QHBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(8)
        adding.addWidget(self.who, 1)
        adding.addWidget(self.part)
        self._kept = (self.state, self.step, self._adding)
        self.setFixedWidth(look.scaled(WIDTH))
        self._column.setContentsMargins(20, 20, 20, 12)
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 20)
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.more)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollArea(self._content), 1)
        outer.addLayout(foot)


def _row() -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return row
