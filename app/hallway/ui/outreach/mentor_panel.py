"""One need of the mentor map: whom one turns to for it, who else it could be and why, and one next thing to ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.face import Face
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.button import TitleLink, icon_button
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import mentors
from hallway.usecases.mentors import Candidate, Row


class MentorPanel(Card):
    """Every change is kept at once; ``left`` when Escape leads back to the map."""

    left = Signal()
    more_wanted = Signal(int, QPoint)

    def __init__(self, frame: Frame) -> None:
        super().__init__(padding=0, spacing=0)
        self._frame, self._bridge = frame, frame.bridge
        self.row: Row | None = None
        self.title, self.hint = Label("", "heading", elide=True), Label("", "small", "text2", wrap=True)
        self.more = icon_button("ellipsis", self.tr("More for this need"))
        self.people = PersonPicker(frame.bridge, self.tr("Whom you turn to"))
        self.words = TextField(self.tr("One small thing to ask"), name=self.tr("Next ask"))
        self.on = day_field(frame.bridge.desk.clock.today(), self.tr("On which day"), clearable=True)
        self.could_be = Label("", "section", "text2", wrap=True)
        self.offered: list[CandidateRow] = []
        self._candidates = QVBoxLayout()
        self._build()
        self._connect()

    def show_need(self, row: Row) -> None:
        """Show a need."""
        is_other = self.row is None or row.need.name != self.row.need.name
        self.row, need = row, row.need
        self.title.set_text(need.name)
        self.hint.set_text(need.hint)
        self.hint.setVisible(bool(need.hint))
        self.people.set_people([id_ for id_, _, _ in row.people])
        if is_other or not self.words.hasFocus():
            self.words.setText(need.next_ask)
            self.words.setCursorPosition(0)
        self.on.set_day(need.next_on)
        self.on.setEnabled(bool(self.words.text().strip()))
        self._show_candidates(self._bridge.ask(mentors.could_be, need))

    def focus_first(self) -> None:
        """Put the keyboard where one would begin."""
        self.people.field.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_candidates(self, found: tuple[Candidate, ...]) -> None:
        had = next((at for at, row in enumerate(self.offered) if row.add.hasFocus()), -1)
        _clear(self._candidates)
        self.offered = [CandidateRow(self._frame, one) for one in found]
        for row in self.offered:
            row.chosen.connect(self._turn_to)
            self._candidates.addWidget(row)
        nobody = self.tr("Somebody new, perhaps: a talk you heard, a name in a paper, whom a friend would ask.")
        self.could_be.set_text(self.tr("Who could it be?") if not self._people() else self.tr("Who else could it be?"))
        self._nobody.set_text(nobody)
        self._nobody.setVisible(not found)
        if had >= 0 and self.offered:
            self.offered[min(had, len(self.offered) - 1)].add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had >= 0:
            self.focus_first()

    def _people(self) -> tuple[tuple[int, str, str], ...]:
        return self.row.people if self.row else ()

    def _turn_to(self, person_id: int) -> None:
        if self.row is not None:
            self._bridge.do(mentors.turn_to, self.row.need.id, person_id)

    def _set_people(self, ids: tuple[int, ...]) -> None:
        if self.row is not None:
            self._bridge.do_quietly(mentors.set_people, self.row.need.id, ids)

    def _keep_words(self) -> None:
        if self.row is not None and self.words.text().strip() != self.row.need.next_ask:
            on = self.row.need.next_on
            self._bridge.do_quietly(mentors.set_next_ask, self.row.need.id, self.words.text(), on)

    def _keep_day(self) -> None:
        if self.row is not None and self.on.day() != self.row.need.next_on:
            self._bridge.do_quietly(mentors.set_next_ask, self.row.need.id, self.words.text(), self.on.day())

    def _ask_for_more(self) -> None:
        if self.row is not None:
            self.more_wanted.emit(self.row.need.id, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _connect(self) -> None:
        self.people.changed.connect(self._set_people)
        self.words.textChanged.connect(lambda words: self.on.setEnabled(bool(words.strip())))
        self.words.editingFinished.connect(self._keep_words)
        self.on.kept.connect(lambda day: self._keep_day())
        self.more.clicked.connect(self._ask_for_more)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(6)
        self._candidates.setSpacing(8)
        self._nobody = Label("", "small", "text2", wrap=True)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Whom you turn to"), "section", "text2"))
        column.addWidget(self.people)
        column.addSpacing(6)
        column.addWidget(Label(self.tr("Next ask"), "section", "text2"))
        column.addWidget(self.words)
        column.addWidget(self.on)
        column.addSpacing(6)
        column.addWidget(self.could_be)
        column.addLayout(self._candidates)
        column.addWidget(self._nobody)
        column.addStretch(1)
        area = ScrollArea(content, keeps_room=True)
        column.setContentsMargins(20, 4, 20 - area.verticalScrollBar().sizeHint().width(), 16)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 4)
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.body.addWidget(area, 1)


class CandidateRow(QWidget):
    """Somebody it could be, with the facts; `chosen` tells that they are taken."""

    chosen = Signal(int)

    def __init__(self, frame: Frame, one: Candidate) -> None:
        super().__init__()
        self.person_id = one.person_id
        name = TitleLink(one.name)
        name.setAccessibleName(self.tr("{name}, their page").format(name=one.name))
        name.clicked.connect(partial(frame.navigator.go, Place("people", "person", one.person_id)))
        self.facts = Label(" ".join(one.facts), "small", "text2", wrap=True)
        self.add = icon_button("plus", self.tr("Turn to {name}").format(name=one.name), small=True)
        self.add.clicked.connect(lambda: self.chosen.emit(self.person_id))
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.facts)
        row.addWidget(Face(frame.bridge, one.person_id, one.name, 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
