"""Where a person works and worked, newest first, each row opening a small form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.people import Affiliation, Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.partial_dates import say_span
from hallway.ui.people.fact import Fact
from hallway.ui.people.moved_form import MovedForm
from hallway.ui.people.work_form import WorkForm
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label
from hallway.usecases import people


class WorkHistory(Fact):
    """Rows of places; Add starts a new one, Moved to… closes one that stands. `place_wanted` leads to a place."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("", self.tr("Add"))
        self._bridge = bridge
        self._person: Person | None = None
        self._rows: list[WorkRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.none = Label(self.tr("Nothing written yet"), "body", "text3")
        self._form: WorkForm | None = None
        self._moved: MovedForm | None = None
        self.move_on = link(self.tr("Moved to…"))
        self.move_on.clicked.connect(self._begin_move)
        self.body.addWidget(self.none)
        self.body.addWidget(self.move_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertLayout(1, self._column)
        self.action.clicked.connect(lambda: self._edit(Affiliation("")))

    def form(self) -> WorkForm:
        """Return the form, made when it is first asked for."""
        if self._form is None:
            self._form = WorkForm(self._bridge)
            self._form.kept.connect(self._keep)
            self._form.removed.connect(self._remove)
            self._form.left.connect(self._leave)
            self._form.opened.connect(
                lambda id_: self.place_wanted.emit(Place("organisations", "organisation", id_))
            )
            self.body.addWidget(self._form)
        return self._form

    def moved_form(self) -> MovedForm:
        """Return what asks where they moved, made when it is first asked for."""
        if self._moved is None:
            self._moved = MovedForm(self._bridge)
            self._moved.left.connect(lambda: self.move_on.setFocus(Qt.FocusReason.OtherFocusReason))
            self.body.addWidget(self._moved)
        return self._moved

    def show_person(self, person: Person) -> None:
        """Show somebody's places."""
        if self._moved is not None and self._person is not None and person.id != self._person.id:
            self._moved.hide()
        self.move_on.setVisible(any(work.is_current for work in person.affiliations))
        self.move_on.setAccessibleName(self.tr("{name} moved to another place").format(name=person.name))
        if self._form is not None and self._person is not None and person.id != self._person.id:
            self._form.hide()
        before, self._person = self._person, person
        self.set_heading(heading(person.pronouns))
        self.action.setAccessibleName(self.tr("Add a place of work"))
        if before is None or before.affiliations != person.affiliations:
            self._show_rows(person.affiliations)
        self.none.setVisible(not person.affiliations)

    def _show_rows(self, works: tuple[Affiliation, ...]) -> None:
        """Rows are made once and used again, so that going through people stays quick."""
        while len(self._rows) < len(works):
            row = WorkRow()
            row.chosen.connect(self._edit)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(works))
            if place < len(works):
                row.show_work(works[place])

    def _begin_move(self) -> None:
        if self._person is not None:
            if self._form is not None:
                self._form.hide()
            there = [work for work in self._person.affiliations if work.is_current]
            self.moved_form().begin(self._person.id, there)

    def _edit(self, work: Affiliation) -> None:
        if self._moved is not None:
            self._moved.hide()
        self.form().begin(work)

    def _leave(self) -> None:
        self.form().hide()
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, work: Affiliation) -> None:
        if self._person and self._bridge.do_quietly(people.set_affiliation, self._person.id, work) is not None:
            self._leave()

    def _remove(self, affiliation_id: int) -> None:
        if self._person and self._bridge.do(people.drop_affiliation, self._person.id, affiliation_id) is not None:
            self._leave()


class WorkRow(QWidget):
    """Years left, organisation, role and unit right; click, Enter or F2 tell through `chosen`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._work = Affiliation("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.years = Label("", "small", "text2")
        self.where = Label("", "name", wrap=True)
        self.what = Label("", "small", "text2", wrap=True)
        self.years.setMinimumWidth(look.scaled(68))
        self.years.setContentsMargins(0, 2, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.where)
        words.addWidget(self.what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.years, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_work(self, work: Affiliation) -> None:
        """Show a place."""
        self._work = work
        self.years.set_text(say_span(work.start_on, work.end_on))
        self.where.set_text(work.organisation)
        self.where.set_role("strong" if work.is_current else "body")
        self.what.set_text(", ".join(part for part in (work.role, work.unit) if part))
        self.what.setVisible(bool(self.what.text()))
        spoken = (self.years.text(), work.organisation, self.what.text(), self.tr("edit"))
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.chosen.emit(self._work)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._work)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            paint.rounded_rect(QPainter(self), QRectF(self.rect()), 6, "hover")


def heading(pronouns: str) -> str:
    """Return the heading in the person's own pronouns; any others get "they"."""
    plain = pronouns.casefold().replace(" ", "")
    said = {"she/her": "Where she has worked", "he/him": "Where he has worked"}
    return QCoreApplication.translate("WorkHistory", said.get(plain, "Where they have worked"))
