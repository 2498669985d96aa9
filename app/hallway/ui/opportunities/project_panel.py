"""One project whole: how it stands, the next step with its day, and who takes part as what."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.dates import say_distance
from hallway.domain.partial_dates import say_partial
from hallway.domain.projects import Partner, Project, State
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.opportunities.project_form import open_form
from hallway.ui.opportunities.project_words import state_words
from hallway.ui.parts.day_field import ask_day
from hallway.ui.parts.face import Face
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.parts.web import is_safe
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, TitleLink, icon_button, link, secondary
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import kind_dot
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import projects

WIDTH = 320
STATES = tuple(State)


class ProjectPanel(Ground):
    """Every change is kept at once. ``left`` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._bridge = frame, frame.bridge
        self._one = Project("")
        self.state = QComboBox()
        self.state.setAccessibleName(self.tr("How it stands"))
        self.who = PersonPicker(frame.bridge, self.tr("Somebody who takes part"), one=True)
        self.change = secondary(self.tr("Change…"), "pencil", "F2")
        self.more = icon_button("ellipsis", self.tr("More for this project"), "secondary")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._build()
        self.state.activated.connect(lambda at: self._bridge.do(projects.set_state, self._one.id, STATES[at]))
        self.who.changed.connect(self._add_person)
        self.change.clicked.connect(self.edit)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().topLeft())))

    def show_this(self, one: Project) -> None:
        """Show another one, or the same anew."""
        if one == self._one:
            return
        focused, same = self.window().focusWidget(), one.id == self._one.id
        at = focused.accessibleName() if same and self.isAncestorOf(focused) else ""
        self._one = one
        self.state.setCurrentIndex(STATES.index(one.state))
        self._fill()
        if at:
            self._return_to(at)

    def focus_first(self) -> None:
        """Where one would begin."""
        self.state.setFocus(Qt.FocusReason.TabFocusReason)

    def edit(self) -> None:
        """F2: its own facts."""
        open_form(self._bridge, self.window(), self._one)

    def menu(self) -> QMenu:
        """What can be done with it besides."""
        menu = QMenu(self)
        menu.addAction(self.tr("Take it out of the record"), lambda: self._bridge.do(projects.remove, self._one.id))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in (self.state, self.who):
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self._head())
        self._column.addWidget(self.state)
        self._section(self.tr("The next step"))
        self._column.addWidget(self._next())
        self._section(self.tr("Who takes part"))
        for partner in self._one.people:
            self._column.addWidget(self._person(partner))
        self._column.addWidget(self.who)
        if self._one.notes:
            self._section(self.tr("Notes"))
            self._column.addWidget(Label(self._one.notes, "body", "text2", wrap=True))
        self._column.addStretch(1)

    def _return_to(self, name: str) -> None:
        """The keyboard stays where it was: at what is called the same now."""
        found = (one for one in self.findChildren(QWidget) if one.accessibleName() == name and not one.isHidden())
        next(found, self.state).setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, words: str) -> None:
        label = Label(words, "section", "text2")
        label.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(label)

    def _head(self) -> QWidget:
        head, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(kind_dot("users-round", "green", size=44), 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        words.addWidget(Label(self._one.title, "title", wrap=True))
        if span := self._span():
            words.addWidget(Label(span, "small", "text2", wrap=True))
        if is_safe(self._one.link):
            there = link(self.tr("Open the page"))
            there.clicked.connect(self._open_link)
            words.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return head

    def _span(self) -> str:
        start, end = (say_partial(day) if day else "" for day in (self._one.start_on, self._one.end_on))
        if start and end:
            return self.tr("{start} to {end}").format(start=start, end=end)
        if start:
            return self.tr("Since {start}").format(start=start)
        return self.tr("Until {end}").format(end=end) if end else ""

    def _next(self) -> QWidget:
        """What to do and its day; ticking it makes room for what comes after."""
        one, card, today = self._one, Card(padding=12), self._bridge.desk.clock.today()
        step = EditableText(placeholder=self.tr("What comes next?"), name=self.tr("The next step"), wrap=True)
        step.set_text(one.next_step)
        step.kept.connect(lambda words: self._bridge.do_quietly(projects.set_next, one.id, words, one.next_on))
        card.body.addWidget(step)
        row = QHBoxLayout()
        words = say_distance(one.next_on, today) if one.next_on else ""
        day = f"{one.next_on.day} {one.next_on:%B}" if one.next_on else self.tr("Choose a day")
        when = Button(day, "quiet", "calendar", small=True)
        when.setAccessibleName(self.tr("Day of the next step"))
        when.clicked.connect(lambda: ask_day(when, today, self.tr("For when"), self._set_next_day, one.next_on))
        done = Button(self.tr("Done"), "quiet", "check", small=True)
        done.setAccessibleName(self.tr("Done: {step}").format(step=one.next_step))
        done.clicked.connect(lambda: self._bridge.do(projects.next_done, one.id))
        row.addWidget(when)
        row.addWidget(Label(words, "small", "text2", elide=True), 1)
        row.addWidget(done)
        for button in (when, done):
            button.setVisible(bool(one.next_step))
        card.body.addLayout(row)
        return card

    def _set_next_day(self, day: date) -> None:
        self._bridge.do_quietly(projects.set_next, self._one.id, self._one.next_step, day)

    def _person(self, partner: Partner) -> QWidget:
        holder = QWidget()
        row, words = QHBoxLayout(holder), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words.setSpacing(0)
        name = TitleLink(partner.person)
        name.clicked.connect(lambda: self._frame.navigator.go(Place("people", "person", partner.person_id)))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        said = self.tr("What {person} does in it").format(person=partner.person)
        role = EditableText(placeholder=self.tr("As what?"), name=said, role="small", wrap=True)
        role.set_text(partner.role)
        role.kept.connect(lambda text: self._put(Partner(partner.person_id, text)))
        words.addWidget(role)
        gone = icon_button("x", self.tr("Take {person} off the project").format(person=partner.person), small=True)
        gone.clicked.connect(lambda: self._bridge.do(projects.remove_person, self._one.id, partner.person_id))
        row.addWidget(Face(self._bridge, partner.person_id, partner.person, 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _put(self, partner: Partner) -> None:
        self._bridge.do_quietly(projects.add_person, self._one.id, partner)

    def _add_person(self, ids: tuple[int, ...]) -> None:
        if ids:
            self.who.set_people(())
            self._put(Partner(ids[0]))

    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl(self._one.link, QUrl.ParsingMode.StrictMode))

    def _build(self) -> None:
        for state in STATES:
            self.state.addItem(state_words(state), state)
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
