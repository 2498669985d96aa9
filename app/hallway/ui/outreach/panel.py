"""One approach at the right of the board: how far it is, when they talk, what to ask, how it came to this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.dates import WEEKDAY_NAMES, say_day
from hallway.domain.outreach import LANES, Outreach, State, Waiting, lane_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.question_list import QuestionList
from hallway.ui.outreach.saving_note import SavingNote
from hallway.ui.outreach.steps import more_steps, steps
from hallway.ui.parts.face import Face
from hallway.ui.parts.inline_note import InlineNote
from hallway.ui.parts.outreach_words import lane_words, long_ago, short_date, state_word
from hallway.ui.theme.icons import icon
from hallway.ui.widgets.button import Button, icon_button, link, small
from hallway.ui.widgets.card import Ground, Hairline, SoftPanel
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.stepper import Stepper
from hallway.usecases import interviews, outreach
from hallway.usecases.outreach import Page, why_ask

WIDTH = 355
MINUTES_EACH = 5


class History(NamedTuple):
    """One line of how it came to this: icon, hue, words, day."""

    icon: str
    hue: str
    words: str
    on: date


class OutreachPanel(Ground):
    """`left` when one leaves it, with whether it closes; the others tell what is wanted for the approach shown."""

    left = Signal(bool)
    questions_wanted = Signal()
    interview_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._bridge = frame, frame.bridge
        self.page: Page | None = None
        self.face = Face(frame.bridge, 0, "", 48)
        self.name, self.line = Label("", "heading", elide=True), Label("", "body", "text2", elide=True)
        self.close_button = icon_button("x", self.tr("Close the panel"))
        self.stepper = Stepper([words for words, _ in lane_words()], name=self.tr("How far it is"))
        self.state = Label("", "small", "text2", wrap=True)
        self.message = InlineMessage("", tone="plain", closable=False)
        self.meeting = MeetingStrip()
        self.hope = InlineNote(self.tr("What you hope to learn"), self.tr("What would you like to come away with?"))
        self.outcome = InlineNote(self.tr("What came of it"), self.tr("What did you do with what they told you?"))
        self.questions = QuestionList(self.tr("Questions"), ticks=True, grows=True)
        self.count = Label("", "small", "text2", elide=True)
        self.during = link(self.tr("Take notes"), "notebook-pen")
        self.add = link(self.tr("Add"))
        self.named, self.story, self.others = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.notes = SavingNote(
            self.tr("A line that starts with > becomes a follow-up."),
            self.tr("Notes on the talk"),
        )
        self.main, self.beside = Button("", "primary", "send"), Button("", "secondary", "check")
        self.more = icon_button("ellipsis", self.tr("More to do with this approach"), "secondary")
        self._sections: dict[str, QWidget] = {}
        self._build()
        self._connect()

    def outreach_id(self) -> int:
        """Which approach is shown, 0 for none."""
        return self.page.one.id if self.page else 0

    def show_page(self, page: Page) -> None:
        """Show an approach."""
        if page.one.id != self.outreach_id():
            self.notes.keep_now()
            self.notes.set_text(page.one.notes)
        self.page, one, today = page, page.one, self._bridge.desk.clock.today()
        self._show_head(page)
        self.meeting.show_meeting(one)
        self.hope.set_text(one.hope)
        self.outcome.set_text(one.outcome)
        self._sections["outcome"].setVisible(one.talked_on is not None)
        self.questions.show_questions([(answer.id, answer.question, answer.asked) for answer in page.answers])
        count = len(page.answers)
        about = self.tr("{count}, about {minutes} minutes").format(count=count, minutes=count * MINUTES_EACH)
        self.count.set_text(about if count else "")
        self._fill(self.named, "named", [self._person_line(id_, who, line) for id_, who, line in page.named])
        others = [self._person_line(one.person_id, one.person, why_ask(one)) for one in page.others]
        self._fill(self.others, "others", others)
        self._fill(self.story, "story", [_story_line(line, today) for line in self._history(one)])
        self.notes.show_words(one.notes)
        self._show_steps(page)

    def focus_first(self) -> None:
        """Put the keyboard into the panel."""
        self.stepper.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """What else can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, group in enumerate(more_steps(self._frame, self.page) if self.page else ()):
            if at and group:
                menu.addSeparator()
            for step in group:
                menu.addAction(icon(step.icon), step.words.replace("&", "&&")).triggered.connect(step.run)
        return menu

    def _show_head(self, page: Page) -> None:
        one = page.one
        self.face.show_person(one.person_id, one.person)
        self.name.set_text(one.person)
        self.line.set_text(one.line)
        self.line.setVisible(bool(one.line))
        self.stepper.show_step(lane_of(page.state))
        lane = lane_of(page.state)
        self.state.set_text(state_word(page.state))
        self.state.setVisible(lane < 0 or len(LANES[lane]) > 1)
        words = {
            Waiting.NEXT_PERSON: self.tr("An answer may take a while. Meanwhile you could ask somebody else."),
            Waiting.ONCE_MORE: self.tr("A week without an answer. One more line, and then it rests."),
        }.get(page.waiting, "")
        if page.state is State.NO_ANSWER:
            words = self.tr("No answer came, and that is fine. It rests; somebody else may help.")
        self.message.set_text(words)
        self.message.setVisible(bool(words))

    def _show_steps(self, page: Page) -> None:
        found = steps(self._frame, page)
        for button, step in zip((self.main, self.beside), (*found, None, None), strict=False):
            button.setVisible(step is not None)
            if step is not None:
                button.setText(step.words)
                button.set_icon(step.icon)

    def _run(self, at: int) -> None:
        if self.page is not None and at < len(found := steps(self._frame, self.page)):
            found[at].run()

    def _set_lane(self, lane: int) -> None:
        if self.page is not None and lane_of(self.page.state) != lane:
            self._bridge.do(outreach.move, self.page.one.id, LANES[lane][0])

    def _history(self, one: Outreach) -> Iterator[History]:
        """What happened, the oldest first."""
        name = one.through.split()[0] if one.through else ""
        told = (
            ("waypoints", "violet", self.tr("{name} led you to them").format(name=name) if name else "", one.made_on),
            ("send", "blue", self.tr("You asked for {minutes} minutes").format(minutes=one.minutes), one.asked_on),
            ("send", "blue", self.tr("You wrote once more"), one.repeated_on),
            ("reply", "green", self.tr("They answered"), one.answered_on),
            ("calendar-check", "green", self.tr("They said yes"), one.agreed_on),
            ("message-circle", "green", self.tr("You talked"), one.talked_on),
            ("heart", "rose", self.tr("You thanked them"), one.thanked_on),
            ("handshake", "violet", self.tr("You told {name} how it went").format(name=name), one.referrer_told_on),
            ("gift", "amber", self.tr("They heard what came of it"), one.told_on),
            ("pause", "slate", state_word(one.state), one.closed_on),
        )
        found = [History(mark, hue, words, on) for mark, hue, words, on in told if words and on is not None]
        yield from sorted(found, key=lambda line: line.on)

    def _person_line(self, person_id: int, who: str, line: str) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(10)
        words.setSpacing(0)
        words.addWidget(Label(who, "name", elide=True))
        words.addWidget(Label(line, "small", "text2", elide=True))
        go = icon_button("send", self.tr("Reach out to {name}").format(name=who), small=True)
        go.clicked.connect(lambda: self._reach(person_id))
        across.addWidget(Face(self._bridge, person_id, who, 28))
        across.addLayout(words, 1)
        across.addWidget(go)
        return row

    def _reach(self, person_id: int) -> None:
        """On the board already, one goes there; else the form is filled with what it is about."""
        known = self._bridge.ask(outreach.of_person, person_id)
        if known:
            self._frame.navigator.go(Place("outreach", "one", known[0].id))
        elif self.page is not None:
            from hallway.ui.parts.outreach_form import open_outreach

            one = self.page.one
            open_outreach(self._frame, one=Outreach(person_id, one.purpose, reason=one.reason, hope=one.hope))

    def _fill(self, column: QLayout, key: str, rows: list[QWidget]) -> None:
        while (item := column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for row in rows:
            column.addWidget(row)
        self._sections[key].setVisible(bool(rows))

    def _connect(self) -> None:
        do, quietly = self._bridge.do, self._bridge.do_quietly
        self.close_button.clicked.connect(lambda: self.left.emit(True))
        self.stepper.chosen.connect(self._set_lane)
        self.meeting.calendar.clicked.connect(self.calendar_wanted)
        self.hope.kept.connect(lambda words: self._keep(hope=words))
        self.outcome.kept.connect(lambda words: self._keep(outcome=words))
        self.edit.clicked.connect(self.hope.edit)
        self.add.clicked.connect(self.questions_wanted)
        self.during.clicked.connect(self.interview_wanted)
        self.questions.ticked.connect(lambda id_, asked: quietly(interviews.tick, id_, asked))
        self.questions.dropped.connect(lambda id_: do(interviews.leave_out, id_))
        self.questions.ordered.connect(
            lambda ids: quietly(interviews.put_in_order, self.outreach_id(), ids)
        )
        self.notes.kept.connect(self._keep_notes)
        self.notes.gone.connect(self._take_follow_ups)
        self.main.clicked.connect(lambda: self._run(0))
        self.beside.clicked.connect(lambda: self._run(1))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def _keep(self, **changes: str) -> None:
        if self.page is not None:
            self._bridge.do_quietly(outreach.change_plan, replace(self.page.one, **changes))  # type: ignore[arg-type]

    def _keep_notes(self, words: str) -> None:
        if self.page is not None:
            self._bridge.do_quietly(interviews.note_rest, self.page.one.id, words)

    def _take_follow_ups(self) -> None:
        """Once the keyboard is elsewhere: a line half written is no promise yet."""
        if self.page is not None and interviews.has_follow_ups(self.notes.text()):
            self._bridge.do(interviews.take_follow_ups, self.page.one.id)

    def _build(self) -> None:
        self.setMinimumWidth(280)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(12)
        self.edit = link(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit what you hope to learn"))
        self.add.setAccessibleName(self.tr("Add questions"))
        self.during.setAccessibleName(self.tr("Take notes during the talk"))
        column.addWidget(self.stepper)
        for widget in (self.state, self.message, self.meeting):
            column.addWidget(widget)
        column.addWidget(self._section("hope", self.tr("What you hope to learn"), self.hope, self.edit))
        asking = (self.count, self.during, self.add)
        column.addWidget(self._section("questions", self.tr("Questions"), self.questions, *asking))
        column.addWidget(self._section("others", self.tr("Whom else you could ask"), self.others))
        column.addWidget(self._section("named", self.tr("Whom they named"), self.named))
        column.addWidget(self._section("story", self.tr("How you got here"), self.story))
        column.addWidget(self._section("outcome", self.tr("What came of it"), self.outcome))
        column.addWidget(self._section("notes", self.tr("Notes"), self.notes))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        area = ScrollArea(content, keeps_room=True)
        column.setContentsMargins(20, 4, 20 - area.verticalScrollBar().sizeHint().width(), 12)
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 18, 14, 10)
        head.setSpacing(12)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.line)
        head.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QVBoxLayout:
        foot, row = QVBoxLayout(), QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 18)
        row.setSpacing(8)
        row.addWidget(self.main)
        row.addWidget(self.beside)
        row.addStretch(1)
        row.addWidget(self.more)
        foot.setSpacing(0)
        foot.addWidget(Hairline())
        foot.addLayout(row)
        return foot

    def _section(self, key: str, heading: str, body: QWidget | QLayout, *beside: QWidget) -> QWidget:
        """A heading with its links, and what stands below."""
        section = QWidget()
        column, head = QVBoxLayout(section), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head.setSpacing(10)
        head.addWidget(Label(heading, "section", "text2"))
        for at, widget in enumerate(beside):
            if not isinstance(widget, Label) and at == sum(isinstance(one, Label) for one in beside):
                head.addStretch(1)
            head.addWidget(widget)
        if not beside:
            head.addStretch(1)
        column.addLayout(head)
        if isinstance(body, QLayout):
            column.addLayout(body)
        else:
            column.addWidget(body)
        self._sections[key] = section
        return section


class MeetingStrip(SoftPanel):
    """The day as a small block, when and where, and a way to the calendar; hidden without a day."""

    def __init__(self) -> None:
        super().__init__(padding=14)
        self.day, self.month = Label("", "heading"), Label("", "caption", "text2")
        self.when, self.where = Label("", "strong", elide=True), Label("", "small", "text2", elide=True)
        self.calendar = small(self.tr("Calendar"), "calendar-plus")
        block, words, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column, labels in ((block, (self.day, self.month)), (words, (self.when, self.where))):
            column.setSpacing(0)
            for label in labels:
                column.addWidget(label)
        for label in (self.day, self.month):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.setSpacing(14)
        row.addLayout(block)
        row.addLayout(words, 1)
        row.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def show_meeting(self, one: Outreach) -> None:
        """Show when they talk."""
        shown = one.meet_on is not None and one.state is State.SCHEDULED
        self.setVisible(shown)
        if one.meet_on is None or not shown:
            return
        self.day.set_text(str(one.meet_on.day))
        self.month.set_text(short_date(one.meet_on).split()[1])
        weekday = WEEKDAY_NAMES[one.meet_on.weekday()]
        self.when.set_text(", ".join(part for part in (weekday, one.meet_time) if part))
        long = self.tr("{minutes} minutes").format(minutes=one.minutes)
        self.where.set_text(", ".join(part for part in (one.meet_place, long) if part))
        self.calendar.setAccessibleName(
            self.tr("Save the talk of {day} for a calendar").format(day=say_day(one.meet_on, one.meet_on))
        )


def _story_line(line: History, today: date) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 1, 0, 1)
    across.setSpacing(8)
    across.addWidget(Picture(line.icon, 16, line.hue))
    across.addWidget(Label(line.words, elide=True), 1)
    across.addWidget(Label(long_ago(line.on, today), "caption", "text2"))
    return row
