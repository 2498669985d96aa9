"""The panel that goes through the people met these days: one at a time, everything kept with one key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.people import Person
from hallway.ui.debrief.promises import PromiseLines
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.face import Face
from hallway.ui.parts.rhythm_chooser import RhythmChooser
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import aftermath, people
from hallway.usecases.aftermath import Told


def open_debrief(frame: Frame, window: QWidget) -> OverlayPanel | None:
    """Begin with whoever waits first; None, and a word about it, when nobody does."""
    if not frame.bridge.ask(aftermath.to_look_through):
        frame.bridge.said.emit(_t("Nobody waits to be looked through."), False)
        return None
    panel = DebriefPanel(frame.bridge, window)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.words)
    return panel


class DebriefPanel(OverlayPanel):
    """Ctrl+Enter keeps and goes on, Ctrl+Shift+Enter says that nothing is needed, Escape leaves for another time."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("The people you met"), width=620)
        self._bridge = bridge
        self.waiting = list(bridge.ask(aftermath.to_look_through))
        self._done = 0
        self._person: Person | None = None
        self.count = Label("", "small", "text2")
        self.face = Face(bridge, 0, "", 40)
        self.name = Label("", "lead", elide=True)
        self.where = Label("", "small", "text2", elide=True)
        self.words = NoteEdit(self.tr("What did you talk about?"), least=2, most=6)
        self.place = TextField(self.tr("Where they are"))
        self.role = TextField(self.tr("What they do there"))
        topics = lambda: bridge.ask(people.topic_names)  # noqa: E731 - asked when something is typed
        self.topics = ChipsEdit(self.tr("Interests"), self.tr("Add an interest"), topics)
        self.promises = PromiseLines(bridge.desk.clock.today())
        self.rhythm = RhythmChooser(self.tr("How often to be in touch"))
        self._rhythm_days: int | None = None
        self.nothing = secondary(self.tr("Nothing needed"), keys="Ctrl+Shift+Enter")
        self.later = quiet(self.tr("Later"))
        self.next = primary(self.tr("Keep, next"), keys="Ctrl+Enter")
        self._build()
        self._connect()
        self._show()

    def keep(self) -> None:
        """Write down what is there and go on."""
        told = Told(
            self.words.toPlainText(), self.place.text(), self.role.text(), self.topics.words(),
            self.promises.lines(), self._rhythm_days,
        )  # fmt: skip
        if self._bridge.do(aftermath.complete, self.waiting[0], told) is not None:
            self._go_on()

    def need_nothing(self) -> None:
        """A brief chat needs no follow-up."""
        if self._bridge.do(aftermath.nothing_needed, self.waiting[0].person_id) is not None:
            self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.need_nothing()
            else:
                self.keep()
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        self._done += 1
        self.waiting.pop(0)
        if self.waiting:
            self._show()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._bridge.said.emit(self.tr("That was everybody."), False)
        self.close_panel()

    def _show(self) -> None:
        met, today = self.waiting[0], self._bridge.desk.clock.today()
        self._person = person = self._bridge.ask(people.person, met.person_id)
        number, count = self._done + 1, self._done + len(self.waiting)
        self.count.set_text(self.tr("{number} of {count}").format(number=number, count=count))
        self.face.show_person(person.id, person.name)
        self.name.set_text(person.name)
        at = self.tr("at {event}").format(event=met.event) if met.event else ""
        self.where.set_text(" ".join(part for part in (self.tr("Met"), at, say_day(met.on, today)) if part))
        self.words.set_text(met.words)
        work = person.works_at
        self.place.setText(work.organisation if work else "")
        self.role.setText(work.role if work else "")
        self.topics.set_words(person.topics)
        self.promises.begin(person.given or person.name)
        self._rhythm_days = None
        self.rhythm.set_rhythm(person.rhythm_days, person.rhythm)

    def _choose_rhythm(self, days: int | None) -> None:
        self._rhythm_days = days
        self.rhythm.set_rhythm(days, days)

    def _connect(self) -> None:
        self.next.clicked.connect(self.keep)
        self.nothing.clicked.connect(self.need_nothing)
        self.later.clicked.connect(self.close_panel)
        self.words.accepted.connect(self.keep)
        self.rhythm.chosen.connect(self._choose_rhythm)

    def _build(self) -> None:
        head, names = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(12)
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.where)
        head.addWidget(self.face)
        head.addLayout(names, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.words)
        work = QHBoxLayout()
        work.setSpacing(8)
        work.addWidget(self.role, 1)
        work.addWidget(self.place, 1)
        self.body.addLayout(work)
        for words, field in ((self.tr("Interests"), self.topics), (self.tr("What you promised"), self.promises)):
            self.body.addWidget(Label(words, "section", "text2"))
            self.body.addWidget(field)
        self.body.addWidget(self.rhythm, 0, Qt.AlignmentFlag.AlignLeft)
        foot = self.foot()
        foot.addWidget(self.later)
        foot.addStretch(1)
        foot.addWidget(self.nothing)
        foot.addWidget(self.next)


def _t(words: str) -> str:
    return QCoreApplication.translate("DebriefPanel", words)
