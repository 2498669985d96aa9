"""One letter whole: who writes, to whom it goes and by when, what they know, and the next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.letters import Addressee, Letter, Next, Stage, due
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.briefing_panel import open_sheets
from hallway.ui.parts.day_field import ask_day, day_field
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.message_panel import Writing, open_message
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, primary, quiet, secondary
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import letters

WIDTH = 320


class LetterPanel(Ground):
    """Every change is kept at once. ``left`` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._bridge = frame, frame.bridge
        self._letter = Letter("")
        self.title = Label("", "title", wrap=True)
        self.state = Label("", "small", "text2", wrap=True)
        self.writer = PersonPicker(frame.bridge, self.tr("Who writes"), one=True)
        self.to_whom = TextField(self.tr("Another addressee"), name=self.tr("Another addressee"))
        self.knows = NoteEdit(self.tr("What they know of you"), least=2, name=self.tr("What they know of you"))
        self.notes = NoteEdit(self.tr("Notes for the page: your plans, links"), least=2, name=self.tr("Notes"))
        self.outcome = TextField(self.tr("How it went"), name=self.tr("How it went"))
        self.next = primary(self.tr("Next step"))
        self.write = secondary(self.tr("Write…"), "pencil")
        self.page = secondary(self.tr("Page for them…"), "file-text")
        self.more = icon_button("ellipsis", self.tr("More for this letter"), "secondary")
        self._addressees = QVBoxLayout()
        self._build()
        self._connect()

    @property
    def letter_id(self) -> int:
        """Which letter is shown, 0 for none."""
        return self._letter.id

    def show_this(self, letter: Letter) -> None:
        """Show another letter, or the same anew."""
        if letter == self._letter:
            return
        other = letter.id != self._letter.id
        self._letter = letter
        self.title.set_text(letter.purpose[:1].upper() + letter.purpose[1:])
        self.writer.set_people([letter.person_id] if letter.person_id else [])
        for edit, text in ((self.knows, letter.knows), (self.notes, letter.notes)):
            if other or not edit.hasFocus():
                edit.set_text(text)
        if other or not self.outcome.hasFocus():
            self.outcome.setText(letter.outcome)
        self._show_addressees()
        self._show_next()

    def focus_first(self) -> None:
        """Where one would begin."""
        self.writer.field.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self) -> Next | None:
        """What the button does: what is due, else what comes next."""
        today = self._bridge.desk.clock.today()
        waiting = due(self._letter, today)
        if waiting is not None:
            return waiting.what
        by_stage = {
            Stage.IDEA: Next.ASK if self._letter.person_id else None, Stage.ASKED: Next.MATERIALS,
            Stage.AGREED: Next.MATERIALS, Stage.MATERIALS: Next.REMIND,
            Stage.SENT: Next.TELL if self._letter.thanked_on else Next.THANK,
        }  # fmt: skip
        return by_stage.get(self._letter.stage)

    def take_step(self) -> None:
        """Do it: the day is filled in and the message is logged."""
        step = self.step()
        if step is Next.CHOOSE or step is None:
            self.focus_first()
        else:
            self._bridge.do(letters.done, self._letter.id, step)

    def write_step(self) -> None:
        """The message of the step, to make one's own; sent, the step is done with its words."""
        step = self.step()
        wanted = letters.message(self._letter, step) if step else None
        if step is not None and wanted is not None:
            done = partial(self._bridge.do, letters.done, self._letter.id, step)
            writing = Writing(self.tr("Write to {name}").format(name=self._letter.person), wanted, run=done)
            open_message(self._bridge, self.window(), writing)

    def menu(self) -> QMenu:
        """What can be done with it besides."""
        menu, letter_id = QMenu(self), self._letter.id
        for words, usecase in (
            (self.tr("They said yes"), letters.agreed), (self.tr("They said no, which is fine"), letters.declined),
        ):  # fmt: skip
            menu.addAction(words, partial(self._bridge.do, usecase, letter_id))
        menu.addSeparator()
        at_rest = self._letter.closed_on is not None
        words, usecase = (
            (self.tr("Needed after all"), letters.reopen) if at_rest else (self.tr("Not needed"), letters.close)
        )
        menu.addAction(words, lambda: self._bridge.do(usecase, letter_id))
        menu.addAction(self.tr("Take it out of the record"), lambda: self._bridge.do(letters.remove, letter_id))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_next(self) -> None:
        today, step = self._bridge.desk.clock.today(), self.step()
        waiting = due(self._letter, today)
        self.state.set_text(waiting.why if waiting else "")
        self.state.setVisible(waiting is not None)
        first = self._letter.person.split(" ")[0] or self.tr("them")
        words = {
            Next.CHOOSE: self.tr("Choose who writes"), Next.ASK: self.tr("I asked {name}"),
            Next.MATERIALS: self.tr("I sent {name} the materials"), Next.REMIND: self.tr("I reminded {name}"),
            Next.THANK: self.tr("I thanked {name}"), Next.TELL: self.tr("I told {name} how it went"),
        }  # fmt: skip
        self.next.setVisible(step is not None)
        self.write.setVisible(step is not None and letters.message(self._letter, step) is not None)
        if step is not None:
            self.next.setText(words[step].format(name=first))

    def _show_addressees(self) -> None:
        _clear(self._addressees)
        for one in self._letter.addressees:
            self._addressees.addWidget(self._row(one))

    def _row(self, one: Addressee) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        today = self._bridge.desk.clock.today()
        sent = QCheckBox()
        sent.setChecked(one.sent_on is not None)
        sent.setAccessibleName(self.tr("Sent to {name}").format(name=one.name))
        sent.toggled.connect(lambda on: self._sent(one, today if on else None))
        line.addWidget(sent)
        line.addWidget(Label(one.name, "body", "text3" if one.sent_on else "text", wrap=True), 1)
        when = quiet(f"{one.deadline.day} {one.deadline:%b}" if one.deadline else self.tr("Day"))
        when.setAccessibleName(self.tr("By when for {name}").format(name=one.name))
        keep = partial(self._set_deadline, one)
        when.clicked.connect(lambda: ask_day(when, today, self.tr("By when"), keep, one.deadline))
        line.addWidget(when)
        gone = icon_button("x", self.tr("Take {name} off").format(name=one.name), small=True)
        gone.clicked.connect(lambda: self._keep([other for other in self._letter.addressees if other.id != one.id]))
        line.addWidget(gone)
        return row

    def _sent(self, one: Addressee, on: date | None) -> None:
        self._bridge.do_quietly(letters.sent, self._letter.id, one.id, on)

    def _set_deadline(self, one: Addressee, day: date) -> None:
        changed = replace(one, deadline=day)
        self._keep([changed if other.id == changed.id else other for other in self._letter.addressees])

    def _keep(self, wanted: list[Addressee]) -> None:
        self._bridge.do_quietly(letters.set_addressees, self._letter.id, wanted)

    def _add_addressee(self) -> None:
        words = self.to_whom.text()
        if words.strip():
            self.to_whom.clear()
            self._keep([*self._letter.addressees, Addressee(words)])
            self.to_whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, **fields: object) -> None:
        changed = replace(self._letter, **fields)  # type: ignore[arg-type]
        if self._letter.id and changed != self._letter:
            self._bridge.do_quietly(letters.change, changed)

    def _show_page(self) -> None:
        sheet = self._bridge.ask(letters.for_writer, self._letter.id)
        open_sheets(self._bridge, self.window(), self.tr("Page for the writer"), [sheet])

    def _connect(self) -> None:
        self.writer.changed.connect(lambda ids: self._change(person_id=next(iter(ids), None)))
        self.to_whom.returnPressed.connect(self._add_addressee)
        self.knows.kept.connect(lambda text: self._change(knows=text.strip()))
        self.notes.kept.connect(lambda text: self._change(notes=text.strip()))
        self.outcome.editingFinished.connect(lambda: self._change(outcome=self.outcome.text().strip()))
        self.next.clicked.connect(self.take_step)
        self.write.clicked.connect(self.write_step)
        self.page.clicked.connect(self._show_page)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().topLeft())))

    def _build(self) -> None:
        self.setFixedWidth(look.scaled(WIDTH))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.state)
        column.addWidget(Label(self.tr("Who writes"), "section", "text2"))
        column.addWidget(self.writer)
        column.addWidget(Label(self.tr("To whom, by when"), "section", "text2"))
        self._addressees.setSpacing(4)
        column.addLayout(self._addressees)
        column.addWidget(self.to_whom)
        column.addWidget(Label(self.tr("What they know of you"), "section", "text2"))
        column.addWidget(self.knows)
        column.addWidget(Label(self.tr("For the page they get"), "section", "text2"))
        column.addWidget(self.notes)
        column.addWidget(Label(self.tr("How it went"), "section", "text2"))
        column.addWidget(self.outcome)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 20)
        foot.setSpacing(8)
        for first, last in ((self.next, self.write), (self.page, self.more)):
            row = QHBoxLayout()
            row.addWidget(first)
            row.addStretch(1)
            row.addWidget(last)
            foot.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollArea(content), 1)
        outer.addLayout(foot)


class NewLetter(FormPanel):
    """What for, who writes, to whom by when; Ctrl+Enter keeps."""

    added = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(bridge, window, self.tr("Add a letter"), width=520)
        self._bridge = bridge
        self.purpose = TextField(self.tr("The Ridderkerk grant, the PhD programme at Lund"))
        self.writer = PersonPicker(bridge, self.tr("Who could write"), one=True)
        self.to_whom = TextField(self.tr("The fund, the admissions office"))
        self.deadline = day_field(bridge.desk.clock.today(), self.tr("By when"), clearable=True)
        self._build()

    def write(self) -> None:
        """Keep what is written."""
        name, deadline = self.to_whom.text().strip(), self.deadline.day()
        goes_to = (Addressee(name or self.purpose.text().strip(), deadline),) if name or deadline else ()
        letter = Letter(self.purpose.text(), next(iter(self.writer.ids()), None), addressees=goes_to)
        if (done := self._bridge.do(letters.add, letter)) is not None:
            self.close_panel()
            self.added.emit(done.value)

    def _build(self) -> None:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("What for"), self.purpose), (self.tr("Who could write"), self.writer),
            (self.tr("To whom it goes"), self.to_whom), (self.tr("By when"), self.deadline),
        ]  # fmt: skip
        for words, field in rows:
            self.body.addLayout(named(words, field))
        self.finish_form()


def open_new_letter(bridge: Bridge, window: QWidget) -> NewLetter:
    """Open the form over the window."""
    form = NewLetter(bridge, window)
    form.closed.connect(form.deleteLater)
    form.open(form.purpose)
    return form


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
