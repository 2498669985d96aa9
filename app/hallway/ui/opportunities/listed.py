"""A view of the room: a list with its head, the chosen thing beside it, and a kind word where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.models.lines import LineModel, ListLine
from hallway.ui.opportunities.line_delegate import LineDelegate
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader


class Words(NamedTuple):
    """What the view says: its title, a line below, the words of its button, a hint, and what stands in an empty one."""

    title: str
    line: str
    add: str
    hint: str
    icon: str
    empty: str
    empty_line: str


class Listed(Page):
    """Arrows choose, Enter goes to what is chosen, Escape comes back, Delete takes it away.

    A view gives its `key`, the topic of the `guide` that speaks of it, the kinds of `changes` it looks at again, and
    `found`, `line`, `add` and `take_away`.
    `panel` shows one with `show_this`, has `focus_first`, and says `left` when Escape leads back.
    """

    key = ""
    guide = ""
    changes: tuple[str, ...] = ()

    def __init__(self, frame: Frame, panel: Any, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.panel, self.words = panel, words
        self.model, self.list = LineModel(self), ThingList(self, words.title)
        self.plus = secondary(words.add, "plus")
        self.empty = EmptyView(words.icon, words.empty, words.empty_line, words.add)
        self._shown: dict[int, Any] = {}
        self._stack = QStackedWidget()
        self._build()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(panel.focus_first)
        panel.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.plus.clicked.connect(self.add)
        self.empty.acted.connect(self.add)

    def found(self) -> Sequence[Any]:
        """Everything to list, in its order; each has an `id`."""
        raise NotImplementedError

    def line(self, one: Any) -> ListLine:
        """How one of them is listed."""
        raise NotImplementedError

    def add(self) -> None:
        """Write a new one down."""
        raise NotImplementedError

    def take_away(self, id_: int) -> None:
        """Take one away."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        self._ask(place.id or self.current_id())

    def refresh(self, changes: Changes) -> None:
        if any(map(changes.of, self.changes)):
            self._ask(self.current_id())

    def focus_first(self) -> None:
        first = self.list if self.model.rowCount() else self.empty.button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def current_id(self) -> int:
        """Which one is chosen, 0 for none."""
        return self.model.id_at(self.list.currentIndex().row())

    def current(self) -> Any:
        """The chosen one, or None."""
        return self._shown.get(self.current_id())

    def go_to(self, id_: int) -> None:
        """Come to one of them."""
        self.frame.navigator.go(Place("opportunities", self.key, id_))

    def _ask(self, id_: int) -> None:
        found, before = self.found(), self.list.currentIndex().row()
        self._shown = {one.id: one for one in found}
        lines = [self.line(one) for one in found]
        self.model.show_these(lines)
        faces_of(self.frame.bridge).expect(line.person_id for line in lines if line.person_id)
        row = self.model.row_of(id_)
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else min(max(before, 0), len(lines) - 1)))
        self._stack.setCurrentIndex(0 if lines else 1)
        self._show_current()

    def _show_current(self) -> None:
        one = self.current()
        self.panel.setVisible(one is not None)
        if one is not None:
            self.panel.show_this(one)
            self.frame.navigator.note(Place("opportunities", self.key, one.id))

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list, faces_of(self.frame.bridge)))
        header = PageHeader(self.words.title, self.words.line)
        header.add_action(self.plus)
        if self.guide:
            header.add_beside_title(guide_button(self.frame, self.guide))
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 4, 28, 20)
        inner.setSpacing(12)
        inner.addWidget(self.list, 1)
        inner.addWidget(Label(self.words.hint, "small", "text3", wrap=True))
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


class ThingList(QListView):
    """The list with its keys."""

    def __init__(self, page: Listed, name: str) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._page.current_id():
            self._page.take_away(self._page.current_id())
        else:
            super().keyPressEvent(event)
