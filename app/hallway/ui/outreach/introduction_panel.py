"""One introduction whole: who, how far it is, why, what may be forwarded about each, and what one can do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.introductions import Introduction
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.introduction_steps import more_steps, steps
from hallway.ui.outreach.introduction_words import DONE, NOW, Step, explained, first_name, steps_of
from hallway.ui.outreach.saving_note import SavingNote
from hallway.ui.parts.face import Face
from hallway.ui.parts.outreach_words import long_ago
from hallway.ui.theme.icons import icon
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, icon_button
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import introductions
from hallway.usecases.introductions import Page

ICONS = {DONE: ("circle-check", "green"), NOW: ("circle-dot", "accent")}


class IntroductionPanel(Card):
    """Words are kept while one types; ``left`` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(padding=0, spacing=0)
        self._frame, self._bridge = frame, frame.bridge
        self.page: Page | None = None
        self.faces = (Face(frame.bridge, 0, "", 40), Face(frame.bridge, 0, "", 40))
        self.title, self.line = Label("", "heading", wrap=True), Label("", "small", "text2", wrap=True)
        self.hint = Label("", "small", "text2", wrap=True)
        self.reason = SavingNote(self.tr("What they have in common"), self.tr("Why"), least=2)
        self.first_blurb = SavingNote(self.tr("A few words to forward"), self.tr("Words about the first"))
        self.second_blurb = SavingNote(self.tr("A few words to forward"), self.tr("Words about the second"))
        self.outcome = SavingNote(self.tr("What came of it"), self.tr("How it went"), least=2)
        self.main, self.beside = Button("", "primary"), Button("", "secondary")
        self.more = icon_button("ellipsis", self.tr("More for this introduction"))
        self._headings = {name: Label("", "section", "text2") for name in ("first_blurb", "second_blurb")}
        self._steps = QVBoxLayout()
        self._build()
        self._connect()

    def introduction_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self.page.one.id if self.page else 0

    def show_page(self, page: Page) -> None:
        """Show an introduction."""
        if page.one.id != self.introduction_id():
            for note in self._notes().values():
                note.keep_now()
        is_other = page.one.id != self.introduction_id()
        self.page, one = page, page.one
        self._show_head(one)
        for name, note in self._notes().items():
            words = getattr(one, name)
            note.set_text(words) if is_other else note.show_words(words)
        self._show_steps(one, self._bridge.desk.clock.today())
        self._show_buttons(page)

    def focus_first(self) -> None:
        """Put the keyboard on what one can do next."""
        (self.main if self.main.isVisibleTo(self) else self.reason).setFocus(Qt.FocusReason.TabFocusReason)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _notes(self) -> dict[str, SavingNote]:
        return {
            "reason": self.reason, "first_blurb": self.first_blurb, "second_blurb": self.second_blurb,
            "outcome": self.outcome,
        }  # fmt: skip

    def _show_head(self, one: Introduction) -> None:
        first, second = first_name(one.first), first_name(one.second)
        for face, id_, name in zip(self.faces, (one.first_id, one.second_id), (one.first, one.second), strict=True):
            face.show_person(id_, name)
        if one.by_me:
            self.title.set_text(self.tr("{first} and {second}").format(first=one.first, second=one.second))
            self.line.set_text(self.tr("You bring them together"))
            about_first = self.tr("What {second} may read about {first}")
            headings = (about_first, self.tr("What {first} may read about {second}"))
        else:
            self.title.set_text(one.second)
            self.line.set_text(self.tr("Through {first}").format(first=one.first))
            headings = (self.tr("What {first} may forward about you"), "")
        for label, note, words in zip(
            self._headings.values(), (self.first_blurb, self.second_blurb), headings, strict=True
        ):
            label.set_text(words.format(first=first, second=second))
            note.setAccessibleName(label.text())
        for widget in (self._headings["second_blurb"], self.second_blurb):
            widget.setVisible(one.by_me)
        for widget in (self._outcome_heading, self.outcome):
            widget.setVisible(one.introduced_on is not None)
        self.hint.set_text(explained(one))
        self.hint.setVisible(bool(self.hint.text()))

    def _show_steps(self, one: Introduction, today: date) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for step in steps_of(one):
            self._steps.addWidget(StepLine(step, today))

    def _show_buttons(self, page: Page) -> None:
        found = steps(self._frame, page)
        for button, step in zip((self.main, self.beside), (*found, None, None), strict=False):
            button.setVisible(step is not None)
            if step is not None:
                button.setText(step.words.replace("&", "&&"))
                button.set_icon(step.icon)

    def _run(self, at: int) -> None:
        if self.page is not None and at < len(found := steps(self._frame, self.page)):
            found[at].run()

    def _keeper(self, name: str) -> Callable[[str], None]:
        def keep(words: str) -> None:
            if self.page is not None and getattr(self.page.one, name) != words.strip():
                self._bridge.do_quietly(introductions.change, replace(self.page.one, **{name: words}))  # type: ignore[arg-type]

        return keep

    def _connect(self) -> None:
        for name, note in self._notes().items():
            note.kept.connect(self._keeper(name))
        self.main.clicked.connect(lambda: self._run(0))
        self.beside.clicked.connect(lambda: self._run(1))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(6)
        self._steps.setSpacing(2)
        column.addLayout(self._steps)
        column.addWidget(self.hint)
        column.addSpacing(6)
        self._outcome_heading = Label(self.tr("How it went"), "section", "text2")
        pairs = (
            (Label(self.tr("Why"), "section", "text2"), self.reason), (self._outcome_heading, self.outcome),
            (self._headings["first_blurb"], self.first_blurb), (self._headings["second_blurb"], self.second_blurb),
        )  # fmt: skip
        for heading, note in pairs:
            column.addWidget(heading)
            column.addWidget(note)
        column.addStretch(1)
        area = ScrollArea(content, keeps_room=True)
        column.setContentsMargins(20, 4, 20 - area.verticalScrollBar().sizeHint().width(), 12)
        self.body.addLayout(self._head())
        self.body.addWidget(area, 1)
        self.body.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        for button in (self.main, self.beside):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 16, 12, 10)
        head.setSpacing(8)
        for face in self.faces:
            head.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return head


class StepLine(QWidget):
    """A step of the story: done, next, or still to come; with the day and what was said."""

    def __init__(self, step: Step, today: date) -> None:
        super().__init__()
        mark, hue = ICONS.get(step.how, ("circle", "text3"))
        across, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.setSpacing(0)
        across.setSpacing(8)
        across.addWidget(Picture(mark, 16, hue))
        role, ink = ("strong", "text") if step.how == NOW else ("body", "text" if step.how == DONE else "text2")
        across.addWidget(Label(step.words, role, ink, elide=True), 1)  # type: ignore[arg-type]
        if step.on is not None:
            across.addWidget(Label(long_ago(step.on, today), "caption", "text2"))
        column.addLayout(across)
        if step.said:
            said = Label(step.said, "small", "text2", wrap=True)
            said.setContentsMargins(look.scaled(16) + 8, 0, 0, 0)
            column.addWidget(said)
