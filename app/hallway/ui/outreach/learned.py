"""What one learned: every question with what people said to it, to look through before the next talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.dates import MONTH_NAMES
from hallway.domain.folding import fold
from hallway.domain.sheets import Section, Sheet
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.pane import Pane
from hallway.ui.parts.sheet_view import SheetView
from hallway.ui.widgets.button import quiet
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.usecases import interviews
from hallway.usecases.interviews import Lesson, Said


class Learned(Pane):
    """Words narrow it down; it can be copied whole."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.search = SearchField(self.tr("A word in what they said"))
        self.count = Label("", "body", "text2")
        self.copy = quiet(self.tr("Copy"), "copy")
        self.sheets = SheetView(self.tr("What you learned, by question"))
        self.empty = EmptyView(
            "lightbulb", self.tr("Nothing written down yet"),
            self.tr("What people tell you in talks is gathered here, question by question."), self.tr("To the board"),
        )  # fmt: skip
        self._lessons: tuple[Lesson, ...] = ()
        self._build()
        self.search.searched.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.empty.acted.connect(lambda: self.view_wanted.emit("board"))

    def show_now(self, chosen: int = 0) -> None:
        self._lessons = self.frame.bridge.ask(interviews.learned)
        self._show()

    def focus_first(self) -> None:
        (self.search if self._lessons else self.empty.button).setFocus()

    def shown(self) -> tuple[Sheet, ...]:
        """What is shown, as a sheet for each question."""
        return tuple(_sheets(self._lessons, self.search.text()))

    def _show(self) -> None:
        found = self.shown()
        self.sheets.show_sheets(found)
        self.count.set_text(self.tr("%n questions", "", len(found)))
        has_any = bool(self._lessons)
        for widget in (self.search, self.count, self.copy, self.sheets):
            widget.setVisible(has_any)
        self.empty.setVisible(not has_any)

    def _copy(self) -> None:
        words = [
            "\n".join([sheet.title, *(f"{part.heading}\n{line}" for part in sheet.sections for line in part.lines)])
            for sheet in self.shown()
        ]
        QGuiApplication.clipboard().setText("\n\n".join(words))
        self.frame.bridge.said.emit(self.tr("Copied what you learned"), False)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.sheets, 1)
        column.addWidget(self.empty, 1)


def _sheets(lessons: Iterable[Lesson], words: str) -> Iterator[Sheet]:
    """A sheet for each question; with words, what holds them all."""
    wanted = fold(words).split()
    for lesson in lessons:
        texts = [(one, fold(f"{lesson.question} {one.note} {one.person}")) for one in lesson.said]
        said = [one for one, text in texts if all(word in text for word in wanted)]
        if said:
            sections = tuple(Section(_who(one), tuple(one.note.split("\n"))) for one in said)
            yield Sheet(lesson.question, sections=sections)


def _who(one: Said) -> str:
    return f"{one.person}, {MONTH_NAMES[one.on.month - 1]} {one.on.year}" if one.on else one.person
