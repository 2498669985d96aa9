"""The left side of the room: title, search, groups, conditions, order, and the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from hallway.domain.people import Order, Standing
from hallway.ui.frame.bridge import Bridge
from hallway.ui.models.people import PeopleModel
from hallway.ui.parts.kind_switch import ORGANISATIONS, PEOPLE, kind_switch
from hallway.ui.people.filter_list import Narrowing
from hallway.ui.people.group_chips import GroupChips
from hallway.ui.people.marks_bar import MarksBar
from hallway.ui.people.people_table import PeopleTable
from hallway.ui.people.views import LAST_IMPORT, ORDERS, VIEWS, PeopleView, view_of, words
from hallway.ui.widgets.button import Button, icon_button
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.search_field import SearchField
from hallway.usecases import people, views
from hallway.usecases.people import PeopleFilter
from hallway.usecases.views import Condition, SavedView


class PeopleSearch(SearchField):
    """Enter and Down go on into the list."""

    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.went_on.emit()
        else:
            super().keyPressEvent(event)


class ListPane(Ground):
    """Keeps the filter; `add_wanted` when the plus or the empty view's button was pressed."""

    add_wanted = Signal()
    organisations_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("window")
        self._bridge = bridge
        self.view: PeopleView = VIEWS[0]
        self._order = Order.RECENT
        self.model = PeopleModel(bridge, self)
        self.table = PeopleTable(self.model)
        self.search = PeopleSearch(self.tr("Name, place or topic"))
        self.groups = GroupChips(lambda: bridge.ask(people.groups))
        self.narrowing = Narrowing(bridge, self.chosen, self)
        self.marks = MarksBar()
        self.kinds = kind_switch()
        self.title = Label("", "title", elide=True)
        self.count = Label("", "body", "text3")
        self.views_button = icon_button("sliders-horizontal", self.tr("Choose which people to see"), small=True)
        self.add_button = icon_button("plus", self.tr("Add a person"), "secondary", small=True)
        self.order_button = Button("", "quiet", small=True)
        self.nobody = EmptyView("users-round", "", "", self.tr("Add a person"))
        self.nothing = EmptyView("search", self.tr("Nobody fits"), "", self.tr("Show everyone"))
        self._build()
        self._connect()

    def chosen(self) -> PeopleFilter:
        """Return the filter as the controls say."""
        wider = (views.LAST_IMPORT,) if self.view.key == LAST_IMPORT else ()
        asked = tuple(dict.fromkeys((*self.narrowing.conditions, *wider)))
        return PeopleFilter(
            self.view.standing, self.search.text(), self.groups.groups(), order=self._order, conditions=asked
        )

    def show_people(self) -> None:
        """Ask again and keep whose row is current and where the list was scrolled to."""
        current, offset = self.table.current_id(), self.table.verticalScrollBar().value()
        self.model.show_people(self.chosen())
        if current and self.table.current_id() != current and self.table.go_to(current):
            self.table.verticalScrollBar().setValue(offset)
        self._show_state()

    def show_view(self, key: str) -> None:
        """Show another list."""
        self.view = view_of(key)
        self.table.clear_marks()
        self.show_people()
        if not self.table.current_id() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0))

    def show_list(self, key: str) -> None:
        """Show the whole of a list by its key."""
        self.reset_to(view_of(key).standing)
        self.show_view(key)

    def reset_to(self, standing: Standing) -> None:
        """Show the whole list of a standing, without words, groups or conditions."""
        self.show_chosen(PeopleFilter(standing, order=self._order))

    def show_group(self, group_id: int) -> None:
        """Show everybody in a group."""
        self.show_chosen(PeopleFilter(groups=frozenset({group_id}), order=self._order))

    def show_topic(self, topic_id: int) -> None:
        """Show everybody with an interest."""
        self.show_chosen(PeopleFilter(order=self._order, conditions=(Condition("topic", "is", topic_id),)))

    def show_saved(self, view_id: int) -> None:
        """Show a list kept under a name; the list as it is when that one is gone."""
        found = next((one for one in self._bridge.ask(views.saved) if one.id == view_id), None)
        if found is not None:
            self.show_chosen(found.chosen, found)

    def show_chosen(self, chosen: PeopleFilter, saved: SavedView | None = None) -> None:
        """Show the people of a filter, perhaps one kept under a name; the controls say it as well."""
        for control in (self.search, self.groups):
            control.blockSignals(True)
        self.search.setText(chosen.words)
        self.groups.choose(chosen.groups)
        for control in (self.search, self.groups):
            control.blockSignals(False)
        self.narrowing.conditions, self.narrowing.saved = chosen.conditions, saved
        self._order = chosen.order
        self._name_order()
        self.show_view(chosen.standing.value)

    def show_everyone(self) -> None:
        """Show the whole list again, and put the keyboard into it."""
        self.reset_to(self.view.standing)
        self._enter_list()

    def first(self) -> QWidget:
        """Return where the keyboard begins: the list, or the button there is when nobody is in it."""
        if self.model.rowCount():
            return self.table
        return self.nothing.button if self._stack.currentWidget() is self.nothing else self.nobody.button

    def order_by(self, order: Order) -> None:
        """Sort the list otherwise."""
        self._order = order
        self._name_order()
        self.show_people()

    def views_menu(self) -> QMenu:
        """Return the lists one can look at."""
        return self.narrowing.menu(self.show_list)

    def open_views(self) -> None:
        """Open the menu of the lists one can look at."""
        menu = self.views_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.views_button.mapToGlobal(self.views_button.rect().bottomLeft()))

    def _fill_orders(self, menu: QMenu) -> None:
        menu.clear()
        for order, source in ORDERS.items():
            action = menu.addAction(words(source))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(lambda _=False, chosen=order: self.order_by(chosen))

    def _name_order(self) -> None:
        name = words(ORDERS[self._order])
        self.order_button.setText(name)
        self.order_button.setAccessibleName(self.tr("Order: {order}, change").format(order=name))

    def _show_state(self) -> None:
        count = self.model.rowCount()
        narrowed = bool(self.search.text().strip() or self.groups.groups() or self.narrowing.conditions)
        self.narrowing.show(count)
        kept = self.narrowing.name()
        self.title.set_text(kept or words(self.view.source))
        self.count.set_text(f"{count}" if count else "")
        self.nobody.title.set_text(words(self.view.empty_title))
        self.nobody.sentence.set_text(words(self.view.empty_sentence))
        self.nobody.button.setVisible(self.view.key == Standing.ACTIVE)
        self.nothing.sentence.set_text(self._advice())
        self._stack.setCurrentWidget(self.table if count else self.nothing if narrowed else self.nobody)
        self.marks.show_count(len(self.model.marked()), self.view.standing)
        self.table.setAccessibleName(kept or words(self.view.source))

    def _advice(self) -> str:
        if self.narrowing.conditions:
            return self.tr("Take a condition off, or look at everyone again.")
        return self.tr("Try a part of a name, a place or a topic.")

    def _search(self) -> None:
        """The best match comes into view; it is not opened before one goes there."""
        self.model.show_people(self.chosen())
        self.table.scrollToTop()
        self._show_state()

    def _choose_kind(self, kind: str) -> None:
        """The other list is a room of its own; this one shows People again when one comes back."""
        self.kinds.blockSignals(True)
        self.kinds.choose(PEOPLE)
        self.kinds.blockSignals(False)
        if kind == ORGANISATIONS:
            self.organisations_wanted.emit()

    def _enter_list(self) -> None:
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.head = head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        self.count.setContentsMargins(0, 3, 0, 0)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.views_button)
        head.addWidget(self.add_button)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.kinds)
        top.addWidget(self.search)
        top.addWidget(self.groups)
        top.addWidget(self.narrowing.bar)
        self._name_order()
        self._stack = QStackedLayout()
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 10, 0)
        below.addWidget(self.order_button)
        below.addStretch(1)
        below.addWidget(self.narrowing.button)
        rows = QHBoxLayout()
        rows.setContentsMargins(10, 0, 0, 0)
        rows.addLayout(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(below)
        column.addLayout(rows, 1)
        column.addWidget(self.marks)
        self.setMinimumWidth(240)
        # Only now: a stack without a parent would show its first page as a window for a moment.
        for page in (self.table, self.nobody, self.nothing):
            self._stack.addWidget(page)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.went_on.connect(self._enter_list)
        self.groups.chosen.connect(self._search)
        self.narrowing.changed.connect(self._search)
        self.narrowing.wanted.connect(self.show_chosen)
        self.narrowing.bar.left.connect(self._enter_list)
        self.kinds.chosen.connect(self._choose_kind)
        self.nothing.acted.connect(self.show_everyone)
        self.table.marks_changed.connect(self._show_state)
        self.add_button.clicked.connect(self.add_wanted)
        self.nobody.acted.connect(self.add_wanted)
        self.views_button.clicked.connect(self.open_views)
        orders = QMenu(self.order_button)
        orders.aboutToShow.connect(lambda: self._fill_orders(orders))
        self.order_button.setMenu(orders)
