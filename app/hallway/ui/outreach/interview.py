"""The talk on one screen: the questions with a note each, the time, whom they named, what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.errors import NotFound
from hallway.domain.outreach import Outreach
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.saving_note import SavingNote
from hallway.ui.outreach.talk_timer import TalkTimer
from hallway.ui.parts.promise_row import PromiseRow
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, primary, quiet, secondary, small
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import interviews, outreach, promises, searching
from hallway.usecases.outreach import Answer, Page

SIDE, SIDE_BELOW = 300, 820
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""


class Interview(Ground):
    """`left` when one goes back to the board, `questions_wanted` for more questions."""

    left = Signal()
    questions_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("window")
        self._frame, self._bridge = frame, frame.bridge
        self.page: Page | None = None
        self._began: dict[int, datetime] = {}
        self.back = quiet(self.tr("Outreach"), "arrow-left")
        self.title, self.when = Label("", "title", elide=True), Label("", "body", "text2", elide=True)
        self.timer = TalkTimer(frame.bridge.desk.clock.now)
        self.done = primary(self.tr("Done"), "check")
        self.add = secondary(self.tr("Add questions"), "plus")
        self.rows: list[QuestionNote] = []
        self.empty = Label(
            self.tr("No questions chosen yet. You can write freely below, or choose some."), "body", "text2", wrap=True
        )
        self.rest = SavingNote(
            self.tr("Anything else. A line that starts with > becomes a follow-up."), self.tr("Other notes"), least=5
        )
        self.named = NamedCard(frame.bridge)
        self.promised = PromisedCard(frame.bridge)
        self.hope = Label("", "body", "text2", wrap=True)
        self._list = QVBoxLayout()
        self._build()
        self._connect()

    def outreach_id(self) -> int:
        """Which talk is shown, 0 for none."""
        return self.page.one.id if self.page else 0

    def show_interview(self, outreach_id: int) -> bool:
        """Ask for the talk and show it; False when it is no longer in the record."""
        try:
            page = self._bridge.ask(outreach.page_of, outreach_id)
        except NotFound:
            return False
        if outreach_id != self.outreach_id():
            self.keep_now()
            self.rest.set_text(page.one.notes)
            self.timer.show_talk(page.one.minutes, self._began.get(outreach_id))
        self.page, one = page, page.one
        self.title.set_text(self.tr("Talk with {name}").format(name=one.person))
        self.when.set_text(", ".join(part for part in (self._when(one), one.line) if part))
        self._show_questions(page.answers)
        self.rest.show_words(one.notes)
        self.named.show_named(one, page.named)
        self.promised.show_promises(one)
        self.hope.set_text(one.hope)
        self._hope_card.setVisible(bool(one.hope.strip()))
        return True

    def keep_now(self) -> None:
        """Keep what is being written."""
        for row in self.rows:
            row.note.keep_now()
        self.rest.keep_now()

    def focus_first(self) -> None:
        """Into the first note."""
        (self.rows[0].note if self.rows else self.rest).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= look.scaled(SIDE_BELOW)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(look.scaled(SIDE) if wide else 0)
        self._side.setMaximumWidth(look.scaled(SIDE) if wide else UNBOUND)

    def _leave(self) -> None:
        self.keep_now()
        self.left.emit()

    def _begin(self) -> None:
        """The time runs; the talk stands in the timeline from now on."""
        one = self.outreach_id()
        self._began[one] = self._bridge.desk.clock.now()
        self._bridge.do(interviews.begin, one)

    def _when(self, one: Outreach) -> str:
        if one.meet_on is None:
            return ""
        day = say_day(one.meet_on, self._bridge.desk.clock.today())
        return ", ".join(part for part in (day, one.meet_time, one.meet_place) if part)

    def _show_questions(self, answers: Sequence[Answer]) -> None:
        """Rows are kept while the questions are the same, so that nothing jumps while one writes."""
        if [row.answer.id for row in self.rows] != [answer.id for answer in answers]:
            self.keep_now()
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [QuestionNote(self._bridge, answer, at) for at, answer in enumerate(answers, 1)]
            for row in self.rows:
                self._list.addWidget(row)
        for row, answer in zip(self.rows, answers, strict=True):
            row.show_answer(answer)
        self.empty.setVisible(not answers)

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.done.clicked.connect(self._leave)
        self.add.clicked.connect(self.questions_wanted)
        self.timer.began.connect(self._begin)
        self.rest.kept.connect(
            lambda words: self._bridge.do_quietly(interviews.note_rest, self.outreach_id(), words)
        )
        self.rest.gone.connect(self._take_follow_ups)

    def _take_follow_ups(self) -> None:
        if self.page is not None and interviews.has_follow_ups(self.rest.text()):
            self._bridge.do(interviews.take_follow_ups, self.outreach_id())

    def _build(self) -> None:
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.when)
        head.setSpacing(8)
        head.addLayout(words, 1)
        for piece in (self.timer, self.add, self.done):
            head.addWidget(piece, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 28, 0)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self.timer.message)
        column.addWidget(ScrollArea(self._body(), keeps_room=True), 1)

    def _body(self) -> QWidget:
        content, notes = QWidget(), QVBoxLayout()
        self._side, self._both = QWidget(), QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._both.setContentsMargins(0, 8, 8, 24)
        self._both.setSpacing(20)
        notes.setSpacing(16)
        self._list.setSpacing(16)
        notes.addWidget(self.empty)
        notes.addLayout(self._list)
        rest = QVBoxLayout()
        rest.setSpacing(6)
        rest.addWidget(Label(self.tr("Other notes"), "section", "text2"))
        rest.addWidget(self.rest)
        notes.addLayout(rest)
        notes.addStretch(1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        self._hope_card = Card(self.tr("What you hope to learn"))
        self._hope_card.body.addWidget(self.hope)
        for card in (self._hope_card, self.named, self.promised):
            side.addWidget(card)
        side.addStretch(1)
        self._both.addLayout(notes, 1)
        self._both.addWidget(self._side)
        return content


class QuestionNote(QWidget):
    """A question, and what they say to it, kept while one types."""

    def __init__(self, bridge: Bridge, answer: Answer, at: int) -> None:
        super().__init__()
        self._bridge, self.answer = bridge, answer
        self.question = Label("", "strong", wrap=True)
        self.mark = Picture("circle", 16, "text3")
        name = self.tr("Note {at}: {question}").format(at=at, question=answer.question)
        self.note = SavingNote(self.tr("What they say"), name)
        self.note.set_text(answer.note)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)  # in the middle of the first line
        mark.addWidget(self.mark)
        mark.addStretch(1)
        head.addLayout(mark)
        head.addWidget(self.question, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.note)
        self.note.kept.connect(lambda words: bridge.do_quietly(interviews.note, answer.id, words))

    def show_answer(self, answer: Answer) -> None:
        """Show the question and what was noted, unless something is being written."""
        self.answer = answer
        self.question.set_text(answer.question)
        self.mark.set_icon(*(("circle-check", "accent") if answer.asked else ("circle", "text3")))
        self.note.show_words(answer.note)


class NamedCard(Card):
    """They named somebody: a name is enough, and it is an idea on the board."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(_heading("They named somebody"))
        self._bridge, self._id = bridge, 0
        self.field = TextField(self.tr("Name"), icon="user-plus", name=self.tr("Whom they named"))
        self.place = TextField(self.tr("Where they work, if said"), name=self.tr("Where the named person works"))
        self.add = small(self.tr("Add to the ideas"), "plus")
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        self.suggest = Suggest(self.field, self._find)
        self.body.addLayout(self._people)
        for widget in (self.field, self.place):
            self.body.addWidget(widget)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.suggest.chosen.connect(lambda choice: self._write(choice.id))
        for field in (self.field, self.place):
            field.returnPressed.connect(lambda: self._write(0))
        self.add.clicked.connect(lambda: self._write(0))

    def show_named(self, one: Outreach, named: Sequence[tuple[int, str, str]]) -> None:
        """Show whom they named so far."""
        self._id = one.id
        _clear(self._people)
        for _, name, line in named:
            row = QHBoxLayout()
            words = QWidget()
            row.addWidget(Picture("user-round", 16))
            row.addWidget(Label(", ".join(part for part in (name, line) if part), wrap=True), 1)
            words.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            self._people.addWidget(words)

    def _find(self, words: str) -> Sequence[Choice]:
        hits = self._bridge.ask(searching.find_people, words, 6)
        return [Choice(", ".join(part for part in (hit.title, hit.detail) if part), hit.id) for hit in hits]

    def _write(self, person_id: int) -> None:
        name = self.field.text().strip()
        if person_id:
            done = self._bridge.do(interviews.they_named, self._id, person_id)
        elif name:
            done = self._bridge.do(interviews.they_named_new, self._id, name, self.place.text())
        else:
            return
        if done is not None:
            self.field.setText("")
            self.place.setText("")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class PromisedCard(Card):
    """What was promised, either way, in one line each."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(_heading("Promised"))
        self._bridge, self._one = bridge, Outreach(0)
        self._shown: tuple[object, ...] = ()
        self.side = SegmentedControl(
            [("me", self.tr("I will"), ""), ("them", self.tr("They will"), "")],
            name=self.tr("Who promised in the talk"),
        )
        self.field = TextField(self.tr("Send the paper by Friday"), name=self.tr("What was promised in the talk"))
        self.add = icon_button("plus", self.tr("Write the promise down"), "secondary")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.side)
        self.body.addLayout(line)
        self.field.returnPressed.connect(self._write)
        self.add.clicked.connect(self._write)

    def show_promises(self, one: Outreach) -> None:
        """Show what stands open with them."""
        self._one = one
        found = tuple(each for each in self._bridge.ask(promises.of_person, one.person_id) if each.state == "open")
        if found == self._shown:
            return
        self._shown = found
        _clear(self._rows)
        for each in found:
            self._rows.addWidget(PromiseRow(self._bridge, each))

    def _write(self) -> None:
        words, mine = self.field.text().strip(), self.side.current() == "me"
        if words and self._bridge.do(interviews.promise, self._one.id, words, mine) is not None:
            self.field.setText("")
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(words: str) -> str:
    return QCoreApplication.translate("Interview", words)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
