"""The opportunities themselves: what to look at, the list, and the chosen one beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import LETTER, OPPORTUNITY, PERSON, Changes
from hallway.domain.opportunities import KINDS, Opportunity, Part, State
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.models.lines import LineModel, ListLine
from hallway.ui.opportunities.form import open_form
from hallway.ui.opportunities.line_delegate import LineDelegate
from hallway.ui.opportunities.panel import OpportunityPanel
from hallway.ui.parts.opportunity_words import LOOKS, day_words, kind_words, state_words
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.usecases import opportunities

OPEN, AT_REST = "", "at rest"


class Doors(Page):
    """Arrows choose, Enter goes to the chosen one's page at the right, Escape comes back, Delete lets go."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.model = LineModel(self)
        self._shown: dict[int, Opportunity] = {}
        self.list = DoorList(self)
        self.panel = OpportunityPanel(frame)
        self.plus = secondary(self.tr("Add one"), "plus", "Ctrl+Shift+J")
        self.empty = EmptyView(
            "compass", self.tr("No doors yet"),
            self.tr("Somebody mentions a post, a grant, a visit: write it down with who told you."),
            self.tr("Add one"),
        )  # fmt: skip
        self._stack, self._chips = QStackedWidget(), QWidget()
        self._flow = FlowLayout(self._chips)
        self._chosen = OPEN
        self._chip_of: dict[str, Chip] = {}
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        if place.id and not self._is_listed(place.id):
            self._chosen = AT_REST if self._is_at_rest(place.id) else OPEN
        self._ask(place.id or self.panel.opportunity_id)

    def refresh(self, changes: Changes) -> None:
        if changes.of(OPPORTUNITY) or changes.of(PERSON) or changes.of(LETTER):
            self._ask(self.panel.opportunity_id)

    def focus_first(self) -> None:
        first = self.list if self.model.rowCount() else self.empty.button if self._is_empty() else self.plus
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_view(self) -> tuple[int, ...]:
        one = self.current()
        return tuple(part.person_id for part in one.people) if one else ()

    def current(self) -> Opportunity | None:
        """The chosen one."""
        return self._shown.get(self.model.id_at(self.list.currentIndex().row()))

    def add(self) -> None:
        """Write a new one down."""
        form = open_form(self.frame.bridge, self.window())
        form.added.connect(lambda id_: self.frame.navigator.go(Place("opportunities", "", id_)))

    def let_go(self) -> None:
        """Let the chosen one rest."""
        if (one := self.current()) is not None:
            self.frame.bridge.do(opportunities.set_state, one.id, State.LET_GO)

    def choose(self, key: str) -> None:
        """Show one kind, all that are open, or those at rest."""
        self._chosen = key
        self._ask(self.panel.opportunity_id)

    def _ask(self, opportunity_id: int) -> None:
        at_rest = self._chosen == AT_REST
        found = self.frame.bridge.ask(opportunities.at_rest if at_rest else opportunities.listed)
        open_ones = found if not at_rest else self.frame.bridge.ask(opportunities.listed)
        self._show_chips(tuple(kind for kind in KINDS if any(one.kind == kind for one in open_ones)))
        shown = [one for one in found if self._chosen in (OPEN, AT_REST, one.kind)]
        before = self.list.currentIndex().row()
        self._shown = {one.id: one for one in shown}
        self.model.show_these([_line(one, self.frame.bridge.desk.clock.today()) for one in shown])
        faces_of(self.frame.bridge).expect(part.person_id for one in shown for part in one.people[:1])
        row = self.model.row_of(opportunity_id)
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else min(max(before, 0), len(shown) - 1)))
        self._stack.setCurrentWidget(self.empty if self._is_empty() else self.whole)
        self._show_current()

    def _is_empty(self) -> bool:
        return not self.model.rowCount() and self._chosen == OPEN and not self.frame.bridge.ask(opportunities.at_rest)

    def _is_listed(self, id_: int) -> bool:
        return self.model.row_of(id_) >= 0

    def _is_at_rest(self, id_: int) -> bool:
        there = self.frame.bridge.ask(opportunities.is_there, id_)
        return there and opportunities.is_at_rest(self.frame.bridge.ask(opportunities.get, id_))

    def _show_chips(self, kinds: tuple[str, ...]) -> None:
        """Open ones, each kind there is, and those at rest."""
        keys = (OPEN, *kinds, AT_REST)
        if self._chosen not in keys:
            self._chosen = OPEN
        if keys != tuple(self._chip_of):
            self._flow.clear()
            self._chip_of = {}
            for key in keys:
                words = {OPEN: self.tr("Open to me"), AT_REST: self.tr("Let go")}.get(key) or kind_words(key)
                chip = Chip(words, checkable=True)
                chip.clicked.connect(lambda _=False, key=key: self.choose(key))
                self._flow.addWidget(chip)
                self._chip_of[key] = chip
        for key, chip in self._chip_of.items():
            chip.setChecked(key == self._chosen)

    def _show_current(self) -> None:
        one = self.current()
        self.panel.setVisible(one is not None)
        if one is not None:
            self.panel.show_this(one)
            self.frame.navigator.note(Place("opportunities", "", one.id))

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(self.panel.focus_first)
        self.panel.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.plus.clicked.connect(self.add)
        self.empty.acted.connect(self.add)

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list, faces_of(self.frame.bridge)))
        header = PageHeader(self.tr("Opportunities"), self.tr("Doors people have pointed you to"))
        header.add_action(self.plus)
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 4, 28, 20)
        inner.setSpacing(12)
        inner.addWidget(self._chips)
        inner.addWidget(self.list, 1)
        resting = self.tr("A door that closes moves to “Let go”. It is not counted anywhere.")
        inner.addWidget(Label(resting, "small", "text3", wrap=True))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(inner, 1)
        self.whole = QWidget()
        row = QHBoxLayout(self.whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self._stack.addWidget(self.whole)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


class DoorList(QListView):
    """The list with its keys."""

    def __init__(self, page: Doors) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(self.tr("Opportunities"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._page.let_go()
        elif event.key() == Qt.Key.Key_F2:
            self._page.panel.edit()
        else:
            super().keyPressEvent(event)


def _line(one: Opportunity, today: date) -> ListLine:
    mark, hue = LOOKS[one.kind]
    first = one.people[0] if one.people else Part(0)
    return ListLine(
        one.id, one.title, one.line, mark, hue, first.person_id, first.person, day_words(one, today),
        state_words(one.state),
    )  # fmt: skip
