"""One organisation whole: who is there now and before, its events, what it is, and the user's own part in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.organisations.alike import AlikeStrip
from hallway.ui.organisations.facts import OrganisationFacts
from hallway.ui.organisations.merge_form import MergeForm
from hallway.ui.organisations.my_part import MyPart
from hallway.ui.organisations.section import Section
from hallway.ui.organisations.words import event_line, opportunity_line, part_line, person_line, what_it_is
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, secondary
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import opportunities, organisations
from hallway.usecases.organisations import OrganisationPage

SIDE, SIDE_BY_SIDE_FROM = 288, 640
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""


class OrganisationDetail(QWidget):
    """Everything is edited in place. `left` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.page: OrganisationPage | None = None
        faces = faces_of(frame.bridge)
        self.name = EditableText(name=self.tr("Name of the organisation"), role="title")
        self.line = Label("", "body", "text2", elide=True)
        self.bring_back = secondary(self.tr("Bring back"), "archive-restore")
        self.more = icon_button("ellipsis", self.tr("More with this organisation"), "secondary")
        self.alike = AlikeStrip(frame.bridge)
        self.merging = MergeForm(frame.bridge)
        self.now = Section(self.tr("People there now"), faces, none=self.tr("Nobody you know is there now."))
        self.before = Section(self.tr("People there before"), faces)
        self.events = Section(self.tr("Events"), faces)
        self.doors = Section(self.tr("Opportunities"), faces)
        self.parts = Section(self.tr("Parts of it"), faces)
        self.facts = OrganisationFacts(frame)
        self.mine = MyPart(
            frame.bridge, faces, self.tr("My part in it"), self.tr("Nothing written yet"), self.tr("Add")
        )
        self._build()
        self._connect()

    @property
    def organisation_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self.page.organisation.id if self.page else 0

    def show_organisation(self, organisation_id: int) -> None:
        """Ask for one and show it."""
        if organisation_id != self.organisation_id:
            self.merging.hide()
            self._area.verticalScrollBar().setValue(0)
        page = self.page = self.frame.bridge.ask(organisations.page_of, organisation_id)
        shown, today = page.organisation, self.frame.bridge.desk.clock.today()
        if not self.name.is_editing():
            self.name.set_text(shown.name)
        self.line.set_text(what_it_is(shown))
        self.line.setVisible(bool(self.line.text()))
        self.bring_back.setVisible(shown.is_let_go)
        self.alike.show_alike(shown, page.alike)
        self.now.show_lines(person_line(one) for one in page.people if one.is_current)
        self.before.show_lines(person_line(one) for one in page.people if not one.is_current)
        self.events.show_lines(event_line(one, today) for one in page.events)
        doors = self.frame.bridge.ask(opportunities.of_organisation, organisation_id)
        self.doors.show_lines(opportunity_line(one, today) for one in doors)
        self.parts.show_lines(part_line(*part) for part in page.parts)
        self.facts.show_organisation(shown)
        self.mine.show_parts(shown.id, page.memberships)

    def focus_first(self) -> None:
        """On the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def menu(self) -> QMenu:
        """What can be done with the whole organisation."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Note my part in it…")).triggered.connect(self.mine.begin)
        menu.addAction(self.tr("Who can introduce me?")).triggered.connect(self._show_paths)
        menu.addAction(self.tr("It is the same as…")).triggered.connect(self.begin_merge)
        if self.page is not None and not self.page.organisation.is_let_go:
            menu.addSeparator()
            menu.addAction(self.tr("Let go of it")).triggered.connect(lambda: self._do(organisations.let_go))
        return menu

    def _show_paths(self) -> None:
        self.frame.navigator.go(Place("network", "organisation", self.organisation_id))

    def begin_merge(self) -> None:
        """Ask which other one is the same."""
        if self.page is not None:
            self.merging.begin(self.page.organisation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The facts stand at the right, and under the people where there is little room."""
        below = self.width() < look.scaled(SIDE_BY_SIDE_FROM)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._both.setStretch(0, 0 if below else 1)
        self._side.setMinimumWidth(0 if below else look.scaled(SIDE))
        self._side.setMaximumWidth(UNBOUND if below else look.scaled(SIDE))

    def _show_row(self, row: QRect) -> None:
        view, content = self.sender(), self._area.widget()
        if isinstance(view, QWidget) and content is not None:
            middle = view.mapTo(content, row.center())
            self._area.ensureVisible(middle.x(), middle.y(), 0, row.height())

    def _go(self, place: Place) -> None:
        self.frame.navigator.go(place)

    def _do(self, usecase: Callable[..., None]) -> None:
        self.frame.bridge.do(usecase, self.organisation_id)

    def _rename(self, text: str) -> None:
        if self.frame.bridge.do_quietly(organisations.change, self.organisation_id, "name", text) is None:
            self.show_organisation(self.organisation_id)

    def _connect(self) -> None:
        self.name.kept.connect(self._rename)
        self.bring_back.clicked.connect(lambda: self._do(organisations.bring_back))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.merging.left.connect(lambda: self.more.setFocus(Qt.FocusReason.OtherFocusReason))
        for section in (self.now, self.before, self.events, self.doors, self.parts):
            section.view.opened.connect(self._go)
        for section in (self.now, self.before, self.events, self.doors, self.parts, self.mine):
            section.view.reached.connect(self._show_row)
        look.changed.connect(self._fit)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 16, 24)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(self.alike)
        column.addWidget(self.merging)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(28)
        self._both.addLayout(_column(self.now, self.before, self.mine, self.events, self.doors), 1)
        self._side = QWidget()
        self._side.setLayout(_column(self.facts, self.parts))
        self._both.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._both)
        column.addStretch(1)
        self._area = ScrollArea(content, keeps_room=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.bring_back, self.more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(18)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
