"""Choosing questions for a talk: from sets by key or by hand, or one's own; and writing the sets themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.outreach import Outreach
from hallway.ui.frame.bridge import Bridge
from hallway.ui.outreach.question_list import QuestionList
from hallway.ui.widgets.button import icon_button, link, primary, quiet, small
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import interviews, outreach
from hallway.usecases.interviews import QuestionSet


class ChooseQuestions(OverlayPanel):
    """At the left what one may ask, at the right what one will. Enter or dragging takes over, Delete takes off."""

    def __init__(self, bridge: Bridge, window: QWidget, one: Outreach) -> None:
        super().__init__(window, title=self.tr("Questions for {name}").format(name=one.person), width=820)
        self._bridge, self._one = bridge, one
        self.sets = QComboBox()
        self.source = QuestionList(self.tr("Questions of the set"), source=True)
        self.chosen = QuestionList(self.tr("Questions for the talk"))
        self.own = TextField(self.tr("A question of your own"), icon="plus")
        self.all = link(self.tr("Take all"))
        self.change = link(self.tr("Change the sets…"), "pencil")
        self.done = primary(self.tr("Done"))
        self._build()
        self._connect()
        self.show_sets()
        self._show_chosen()

    def show_sets(self) -> None:
        """Ask for the sets and show them."""
        at = max(self.sets.currentIndex(), 0)
        self.sets.blockSignals(True)
        self.sets.clear()
        for one in self._bridge.ask(interviews.question_sets):
            self.sets.addItem(one.name, one)
        self.sets.setCurrentIndex(min(at, self.sets.count() - 1))
        self.sets.blockSignals(False)
        self._show_source()

    def take(self, questions: Sequence[str]) -> None:
        """Take questions into the talk."""
        self._bridge.do_quietly(interviews.choose, self._one.id, questions)
        self._show_chosen()

    def _show_source(self) -> None:
        found = self.sets.currentData()
        questions = found.questions if isinstance(found, QuestionSet) else ()
        self.source.show_questions([(at, words, False) for at, words in enumerate(questions)])

    def _show_chosen(self) -> None:
        answers = self._bridge.ask(outreach.page_of, self._one.id).answers
        self.chosen.show_questions([(answer.id, answer.question, answer.asked) for answer in answers])
        self.count.set_text(self.tr("%n questions", "", len(answers)))

    def _take_off(self, answer_id: int) -> None:
        self._bridge.do_quietly(interviews.leave_out, answer_id)
        self._show_chosen()

    def _take_own(self) -> None:
        if words := self.own.text().strip():
            self.take([words])
            self.own.setText("")

    def _take_all(self) -> None:
        found = self.sets.currentData()
        if isinstance(found, QuestionSet):
            self.take(found.questions)

    def _change_sets(self) -> None:
        form = ChangeSets(self._bridge, self.window(), self.sets.currentIndex())
        form.closed.connect(self.show_sets)
        form.closed.connect(form.deleteLater)
        form.open(form.text)

    def _connect(self) -> None:
        self.sets.currentIndexChanged.connect(self._show_source)
        self.source.taken.connect(lambda words: self.take([words]))
        self.chosen.taken.connect(lambda words: self.take([words]))
        self.chosen.dropped.connect(self._take_off)
        self.chosen.ordered.connect(
            lambda ids: self._bridge.do_quietly(interviews.put_in_order, self._one.id, ids)
        )
        self.own.returnPressed.connect(self._take_own)
        self.all.clicked.connect(self._take_all)
        self.change.clicked.connect(self._change_sets)
        self.done.clicked.connect(self.close_panel)

    def _build(self) -> None:
        self.count = Label("", "small", "text2")
        self.sets.setAccessibleName(self.tr("Set of questions"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        left, right = QHBoxLayout(), QHBoxLayout()
        for row in (left, right):
            row.setSpacing(10)
        left.addWidget(self.sets, 1)
        left.addWidget(self.all)
        right.addWidget(Label(self.tr("For the talk"), "section", "text2"))
        right.addWidget(self.count, 1)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.source, 1, 0)
        grid.addWidget(self.chosen, 1, 1)
        hint = self.tr("Enter takes one over; Delete takes it off, Ctrl and the arrows move it.")
        grid.addWidget(Label(hint, "small", "text2", wrap=True), 2, 0)
        grid.addWidget(self.own, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid, 1)
        foot = self.foot()
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.done)


class ChangeSets(OverlayPanel):
    """One set at a time: its name, and one question a line."""

    def __init__(self, bridge: Bridge, window: QWidget, at: int = 0) -> None:
        super().__init__(window, title=self.tr("Your questions"), width=560)
        self._bridge = bridge
        self._sets = list(bridge.ask(interviews.question_sets))
        self._at = -1
        self.which = QComboBox()
        self.name = TextField(self.tr("Name of the set"))
        self.text = NoteEdit(self.tr("One question a line"), least=10, most=14, name=self.tr("Questions, one a line"))
        self.message = InlineMessage("", tone="amber")
        self.add, self.drop = small(self.tr("New set"), "plus"), icon_button("trash-2", self.tr("Take this set away"))
        self.keep = primary(self.tr("Keep"), keys="Ctrl+Enter")
        self._build()
        self._connect()
        self._list(max(at, 0))

    def write(self) -> None:
        """Keep all sets."""
        self._take()
        if self._bridge.do(interviews.keep_sets, self._sets) is not None:
            self.close_panel()

    def _take(self) -> None:
        """Take what is written for the set shown."""
        if 0 <= self._at < len(self._sets):
            self._sets[self._at] = QuestionSet(self.name.text().strip(), tuple(self.text.text().split("\n")))

    def _list(self, at: int) -> None:
        self.which.blockSignals(True)
        self.which.clear()
        for one in self._sets:
            self.which.addItem(one.name or self.tr("A new set"))
        self.which.blockSignals(False)
        self.drop.setEnabled(len(self._sets) > 1)
        self.which.setCurrentIndex(at)
        self._show(at)

    def _show(self, at: int) -> None:
        self._at = at
        if 0 <= at < len(self._sets):
            self.name.setText(self._sets[at].name)
            self.text.set_text("\n".join(self._sets[at].questions))

    def _go_to(self, at: int) -> None:
        self._take()
        self._list(at)

    def _begin(self) -> None:
        self._take()
        self._sets.append(QuestionSet(self.tr("My questions")))
        self._list(len(self._sets) - 1)
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        if len(self._sets) > 1:
            del self._sets[self._at]
            self._list(min(self._at, len(self._sets) - 1))

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self.message.set_text(error.sentence)
            self.message.show()

    def _connect(self) -> None:
        self.which.activated.connect(self._go_to)
        self.add.clicked.connect(self._begin)
        self.drop.clicked.connect(self._take_away)
        self.keep.clicked.connect(self.write)
        self.text.accepted.connect(self.write)
        self._bridge.refused.connect(self._hear)

    def _build(self) -> None:
        self.message.hide()
        self.which.setAccessibleName(self.tr("Which set"))
        head, column = QHBoxLayout(), QVBoxLayout()
        head.addWidget(self.which, 1)
        head.addWidget(self.add)
        head.addWidget(self.drop)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.name)
        column.addWidget(self.text)
        column.addWidget(self.message)
        self.body.addLayout(column)
        foot = self.foot()
        leave = quiet(self.tr("Cancel"))
        leave.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)


def open_questions(bridge: Bridge, window: QWidget, one: Outreach) -> ChooseQuestions:
    """Open the panel over the window."""
    panel = ChooseQuestions(bridge, window, one)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.source)
    return panel
