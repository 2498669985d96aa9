"""Recommendation letters: who writes, for whom by when, how far it is, and what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import LETTER, OPPORTUNITY, PERSON, Changes
from hallway.domain.letters import Letter, Stage
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.models.lines import LineModel, ListLine
from hallway.ui.opportunities.letter_panel import LetterPanel, open_new_letter
from hallway.ui.opportunities.line_delegate import LineDelegate
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.usecases import letters

KEY = "letters"


class Letters(Page):
    """Arrows choose, Enter goes to the letter at the right, Escape comes back."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.model, self.list, self.panel = LineModel(self), LetterList(self), LetterPanel(frame)
        self.plus = secondary(self.tr("Add a letter"), "plus")
        self.empty = EmptyView(
            "file-pen", self.tr("No letters wanted"),
            self.tr("A programme or a grant asks for a letter: note who could write, and Today tells you when."),
            self.tr("Add a letter"),
        )  # fmt: skip
        self._shown: dict[int, Letter] = {}
        self._stack = QStackedWidget()
        self._build()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(self.panel.focus_first)
        self.panel.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.plus.clicked.connect(self.add)
        self.empty.acted.connect(self.add)

    def show_place(self, place: Place) -> None:
        self._ask(place.id or self.panel.letter_id)

    def refresh(self, changes: Changes) -> None:
        if changes.of(LETTER) or changes.of(PERSON) or changes.of(OPPORTUNITY):
            self._ask(self.panel.letter_id)

    def focus_first(self) -> None:
        first = self.list if self.model.rowCount() else self.empty.button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_view(self) -> tuple[int, ...]:
        letter = self._shown.get(self.panel.letter_id)
        return (letter.person_id,) if letter is not None and letter.person_id else ()

    def add(self) -> None:
        """Note that a letter is wanted."""
        form = open_new_letter(self.frame.bridge, self.window())
        form.added.connect(lambda id_: self.frame.navigator.go(Place("opportunities", KEY, id_)))

    def close_one(self) -> None:
        """The chosen letter is not needed any more."""
        if self.panel.letter_id:
            self.frame.bridge.do(letters.close, self.panel.letter_id)

    def _ask(self, letter_id: int) -> None:
        found, today = self.frame.bridge.ask(letters.listed), self.frame.bridge.desk.clock.today()
        before = self.list.currentIndex().row()
        self._shown = {one.id: one for one in found}
        self.model.show_these([_line(one, today) for one in found])
        faces_of(self.frame.bridge).expect(one.person_id for one in found if one.person_id)
        row = self.model.row_of(letter_id)
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else min(max(before, 0), len(found) - 1)))
        self._stack.setCurrentIndex(0 if found else 1)
        self._show_current()

    def _show_current(self) -> None:
        letter = self._shown.get(self.model.id_at(self.list.currentIndex().row()))
        self.panel.setVisible(letter is not None)
        if letter is not None:
            self.panel.show_this(letter)
            self.frame.navigator.note(Place("opportunities", KEY, letter.id))

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list, faces_of(self.frame.bridge)))
        header = PageHeader(self.tr("Letters"), self.tr("Asked for in good time, and told how it went"))
        header.add_action(self.plus)
        header.add_beside_title(guide_button(self.frame, "letters"))
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 4, 28, 20)
        inner.setSpacing(12)
        inner.addWidget(self.list, 1)
        words = self.tr("Six and four weeks ahead Today says whom to ask, two weeks ahead what to send.")
        inner.addWidget(Label(words, "small", "text3", wrap=True))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(inner, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


class LetterList(QListView):
    """The list with its keys."""

    def __init__(self, page: Letters) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(self.tr("Letters"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._page.close_one()
        else:
            super().keyPressEvent(event)


def stage_words(stage: Stage) -> str:
    """How far a letter is, as a chip."""
    return {
        Stage.IDEA: _t("To ask"), Stage.ASKED: _t("Asked"), Stage.AGREED: _t("Agreed"),
        Stage.MATERIALS: _t("Writing"), Stage.SENT: _t("Sent"), Stage.TOLD: _t("Told"),
        Stage.NOT_NEEDED: _t("Not needed"),
    }[stage]  # fmt: skip


def _line(letter: Letter, today: date) -> ListLine:
    writer = letter.person or _t("Nobody chosen yet")
    deadline = letter.deadline
    day = "" if deadline is None else f"{deadline.day} {deadline:%B}"
    title = letter.purpose[:1].upper() + letter.purpose[1:]
    mark = "" if letter.person_id else "file-pen"
    return ListLine(
        letter.id, title, writer, mark, "blue", letter.person_id or 0, letter.person, day, stage_words(letter.stage)
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("letters", text)
