"""Organisations: all of them at the left, one of them whole at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import EVENT, OPPORTUNITY, ORGANISATION, PERSON, SETTINGS, Changes
from hallway.domain.errors import NotFound
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.organisations.detail import OrganisationDetail
from hallway.ui.organisations.model import OrganisationDelegate, OrganisationModel
from hallway.ui.parts.kind_switch import ORGANISATIONS, kind_switch
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.split_view import SplitView
from hallway.usecases import organisations

LIST_WIDTH = 320


class OrganisationsPage(Page):
    """The selection follows the arrows, Enter goes to the detail, Escape comes back."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.model = OrganisationModel(self)
        self.kinds = kind_switch()
        self.search = SearchField(self.tr("Name, or a new one"))
        self.list = OrganisationView(self)
        self.detail = OrganisationDetail(frame)
        self.nobody = EmptyView(
            "building-2", self.tr("No organisation chosen"),
            self.tr("They come with the people: where somebody works or worked."),
        )  # fmt: skip
        self._right = QStackedWidget()
        self._count = Label("", "body", "text2")
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        self.kinds.blockSignals(True)
        self.kinds.choose(ORGANISATIONS)
        self.kinds.blockSignals(False)
        wanted = place.id if place.subject == "organisation" else self.detail.organisation_id
        if wanted and self.model.row_of(wanted) < 0:
            self.search.clear()
        self._ask(wanted)
        self.split.show_detail(place.subject == "organisation")

    def refresh(self, changes: Changes) -> None:
        if any(map(changes.of, (ORGANISATION, PERSON, EVENT, OPPORTUNITY, SETTINGS))):
            self._ask(self.detail.organisation_id)

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def find_on_page(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def enter(self) -> None:
        """From the list to the page."""
        self.split.show_detail(True)
        self.detail.focus_first()

    def let_go(self) -> None:
        """Let go of the chosen one."""
        if self.detail.organisation_id and self.list.currentIndex().isValid():
            self.frame.bridge.do(organisations.let_go, self.detail.organisation_id)

    def _ask(self, organisation_id: int) -> None:
        """Ask again, and keep or choose what is shown."""
        before = self.list.currentIndex().row()
        self.list.selectionModel().blockSignals(True)
        self.model.show(self.frame.bridge.ask(organisations.listed, self.search.text()))
        self._count.set_text(str(self.model.rowCount()))
        row = self.model.row_of(organisation_id)
        row = row if row >= 0 else min(max(before, 0), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(row))
        self.list.selectionModel().blockSignals(False)
        self.list.scrollTo(self.model.index(row))  # the view itself heard nothing of it
        self._show(organisation_id)

    def _show(self, unlisted: int = 0) -> None:
        """The chosen one; or one that is not listed, because it was let go, when a link leads to it."""
        row = self.list.currentIndex().row()
        wanted = unlisted if unlisted and self.model.row_of(unlisted) < 0 and not self.search.text() else 0
        if not wanted and row >= 0:
            wanted = self.model.shown[row].id
        try:
            if wanted:
                self.detail.show_organisation(wanted)
        except NotFound:
            wanted = self.model.shown[row].id if row >= 0 else 0
            if wanted:
                self.detail.show_organisation(wanted)
        self._right.setCurrentIndex(0 if wanted else 1)
        if wanted:
            self.frame.navigator.note(Place("organisations", "organisation", wanted))

    def _show_current(self) -> None:
        self._show()

    def _add(self) -> None:
        """Whatever is typed becomes an organisation, unless there is one of that name."""
        done = self.frame.bridge.do(organisations.add, self.search.text())
        if done is not None:
            self.search.clear()
            self.frame.navigator.go(Place("organisations", "organisation", done.value))

    def _leave(self) -> None:
        self.split.show_detail(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda key: self.frame.navigator.go(Place(key)))
        self.search.textChanged.connect(lambda: self._ask(self.detail.organisation_id))
        self.search.returnPressed.connect(self._go_on)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(self.enter)
        self.list.clicked.connect(lambda: self.split.show_detail(True))
        self.detail.left.connect(self._leave)
        self.add_button.clicked.connect(self._add)

    def _go_on(self) -> None:
        """Enter in the search: to what was found, else a new one."""
        if self.model.rowCount():
            self.focus_first()
        else:
            self._add()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(OrganisationDelegate(self.list))
        self.add_button = icon_button("plus", self.tr("Add an organisation with the name that is typed"), "secondary")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Organisations"), "title"))
        head.addWidget(self._count, 1)
        head.addWidget(self.add_button)
        pane = Ground("window")
        column = QVBoxLayout(pane)
        column.setContentsMargins(20, 16, 12, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.kinds)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        surface = Ground("surface")
        inner = QVBoxLayout(surface)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._right)
        self._right.addWidget(self.detail)
        self._right.addWidget(self.nobody)
        self.split = SplitView(pane, surface, first_width=LIST_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)


class OrganisationView(QListView):
    """The list with its keys: Delete lets go, F2 renames."""

    def __init__(self, page: OrganisationsPage) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(self.tr("Organisations"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._page.let_go()
        elif event.key() == Qt.Key.Key_F2:
            self._page.split.show_detail(True)
            self._page.detail.name.edit()
        else:
            super().keyPressEvent(event)
