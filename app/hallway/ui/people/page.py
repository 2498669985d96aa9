"""The People room: the list, the person beside it, and how one moves between the two."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import MOMENT, PERSON, SETTINGS, Changes
from hallway.domain.interactions import Kind
from hallway.domain.people import Standing
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.parts.log_panel import open_log
from hallway.ui.people.add_person import AddPerson
from hallway.ui.people.choose_groups import ChooseGroups
from hallway.ui.people.detail import PersonDetail
from hallway.ui.people.list_pane import ListPane
from hallway.ui.people.person_menu import person_menu
from hallway.ui.people.several import ChooseTopics, rhythm_menu
from hallway.ui.people.views import LAST_IMPORT
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.split_view import SplitView
from hallway.usecases import people, several

BESIDE_TITLE = 2
"""Behind the title and the count."""


class PeoplePage(Page):
    """Selection follows the arrow keys, Enter goes to the person, Escape comes back."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.list = ListPane(frame.bridge)
        self.list.head.insertWidget(BESIDE_TITLE, guide_button(frame, "start"))
        self.detail = PersonDetail(frame)
        self.nobody = EmptyView(
            "users-round",
            self.tr("Choose somebody"),
            self.tr("Their page opens here: what you talked about, what is promised, when to write."),
        )
        self.right = QStackedWidget()
        self.right.addWidget(self.detail)
        self.right.addWidget(self.nobody)
        self.split = SplitView(self.list, self.right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._stale = True
        self._wishes = self._make_wishes()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show a person, a group, a topic, a saved view, the newest import, or the list as it was left."""
        if self._stale:
            self._look_again()
        if place.subject == "group":
            self.list.show_group(place.id)
        elif place.subject == "topic":
            self.list.show_topic(place.id)
        elif place.subject == "view":
            self.list.show_saved(place.id)
        elif place.subject == "import":
            self.list.show_list(LAST_IMPORT)
        if place.subject == "person" and place.id:
            self._go_to(place.id)
        else:
            self._show(self.list.table.current_id() or self.list.model.id_at(0))

    def warm(self) -> None:
        self.detail.overview()

    def refresh(self, changes: Changes) -> None:
        """Ask again for what the step touched."""
        if changes.of(PERSON) or changes.of(MOMENT) or changes.of(SETTINGS):
            if changes.of(SETTINGS):
                self.list.groups.refresh()
            self.list.show_people()
            self._show_again()

    def _look_again(self) -> None:
        self._stale = False
        self.list.groups.refresh()
        self.list.show_people()

    def _note_change(self) -> None:
        """What changes while another room is in front is asked for when one comes back."""
        self._stale = self._stale or not self.isVisible()

    def focus_first(self) -> None:
        """The list is where one begins, or the button when there is nobody."""
        self.list.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def find_on_page(self) -> None:
        """Put the keyboard into the search field."""
        self.split.show_detail(False)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def chosen_ids(self) -> tuple[int, ...]:
        """Return whom an action is about: those marked, else the person shown."""
        shown = self.detail.person_id()
        return self.list.model.marked() or ((shown,) if shown else ())

    def people_in_view(self) -> tuple[int, ...]:
        return self.chosen_ids()

    def has_chosen(self) -> bool:
        """Tell whether an action would be about anybody."""
        return self.list.model.has_marks() or bool(self.detail.person_id())

    def do(self, wish: str) -> None:
        """Do what a key, a button or a menu asked for."""
        self._wishes.get(wish, lambda: None)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.focusWidget()):
            self.leave_detail()
        else:
            super().keyPressEvent(event)

    def leave_detail(self) -> None:
        """Go back to the list."""
        self.detail.keep_now()
        self.split.show_detail(False)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_detail(self) -> None:
        """Go on to the person."""
        if self.detail.person_id():
            self.split.show_detail(True)
            self.detail.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def add(self) -> None:
        """Ask for a new person over the window and show them."""
        panel = AddPerson(self.frame.bridge, self.window())
        panel.added.connect(lambda id_: self.frame.navigator.go(Place("people", "person", id_)))
        panel.closed.connect(panel.deleteLater)
        panel.open(panel.name)

    def _go_to(self, person_id: int) -> None:
        """Show somebody; when the list does not hold them, it is widened to where they stand."""
        if not self._show(person_id):
            return
        if not self.list.table.go_to(person_id) and self.detail.page is not None:
            self.list.reset_to(self.detail.page.person.standing)
            self.list.table.go_to(person_id)
            self._show(person_id)
        self.split.show_detail(True)

    def _show(self, person_id: int) -> bool:
        self.detail.keep_now()
        found = bool(person_id) and self.detail.show_person(person_id)
        self.right.setCurrentWidget(self.detail if found else self.nobody)
        if found and self.detail.page is not None:
            self.list.table.go_to(person_id)
            self.title_changed.emit(self.detail.page.person.name)
            self.frame.navigator.note(Place("people", "person", person_id))
        return found

    def _show_again(self) -> None:
        """After a change: the same person while listed, else whoever stands in that place now."""
        shown = self.detail.person_id()
        if shown and self.list.model.place_of(shown) >= 0:
            self.detail.show_person(shown)
        elif not shown or not self._is_elsewhere(shown):
            self._show(self.list.table.current_id() or self.list.model.id_at(0))

    def _is_elsewhere(self, person_id: int) -> bool:
        """Whether somebody who left the list stays in view: found by a search that no longer fits."""
        kept = self.detail.show_person(person_id)
        page = self.detail.page
        return kept and page is not None and page.person.standing is self.list.view.standing

    def _came_to(self, person_id: int) -> None:
        self.detail.keep_now()
        self._show(person_id)

    def _write(self) -> None:
        from hallway.ui.parts.message_panel import write_to_person

        page = self.detail.page
        if page is not None:
            write_to_person(self.frame.bridge, self.window(), page.person.id, page.person.name)

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.bridge.said.emit(self.tr("Copied: {words}").format(words=words), False)

    def copy_mail(self) -> None:
        """Copy the mail addresses of whom an action is about."""
        if words := ", ".join(self.frame.bridge.ask(several.mails, self.chosen_ids())):
            self._copy(words)

    def _copy_name(self) -> None:
        if self.detail.page is not None:
            self._copy(self.detail.page.person.name)

    def _stand(self, usecase: Callable[..., None]) -> None:
        ids = self.chosen_ids()
        if ids:
            self.list.table.clear_marks()
            self.frame.bridge.do_for(ids, usecase)

    def _log(self) -> None:
        if self.list.model.marked():
            open_log(self.frame, self.list.model.marked())
        else:
            self.split.show_detail(True)
            self.detail.focus_log()

    def _check_in(self) -> None:
        self._log()
        self.detail.overview().log_line.set_kind(Kind.CHECK_IN)

    def _rename(self) -> None:
        if self.detail.person_id():
            self.split.show_detail(True)
            self.detail.header.name.edit()

    def _choose_groups(self) -> None:
        ids = self.chosen_ids()
        if ids:
            panel = ChooseGroups(self.frame.bridge, self.window(), ids)
            panel.closed.connect(panel.deleteLater)
            panel.open()

    def _mark_all(self) -> None:
        self.list.table.mark_all()
        self.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _merge(self) -> None:
        from hallway.ui.people.same_person import merge_with

        if shown := self.detail.person_id():
            merge_with(self.frame, shown)

    def _hand_over(self) -> None:
        from hallway.ui.people.hand_over import ask_where

        if self.detail.page is not None:
            ask_where(self.frame.bridge, self, self.detail.page.person)

    def _choose_topics(self) -> None:
        ids = self.chosen_ids()
        if ids:
            panel = ChooseTopics(self.frame.bridge, self.window(), ids)
            panel.closed.connect(panel.deleteLater)
            panel.open(panel.new)

    def _choose_rhythm(self) -> None:
        button = self.list.marks.rhythm if self.list.marks.rhythm.isVisible() else self.detail.header.more
        menu = rhythm_menu(button, lambda days: self.frame.bridge.do_for(self.chosen_ids(), several.set_rhythm, days))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_menu(self, spot: QPoint | None = None) -> None:
        if not self.chosen_ids():
            return
        menu = person_menu(self, self.do, self.list.view.standing if self.list.model.marked() else self._standing())
        menu.aboutToHide.connect(menu.deleteLater)
        more = self.detail.header.more
        menu.popup(spot or more.mapToGlobal(more.rect().bottomLeft()))

    def _standing(self) -> Standing:
        return self.detail.page.person.standing if self.detail.page else Standing.ACTIVE

    def _stacked(self, stacked: bool) -> None:
        self.detail.back.setVisible(stacked)

    def _make_wishes(self) -> dict[str, Callable[[], None]]:
        return {
            "enter": self.enter_detail, "leave": self.leave_detail, "rename": self._rename, "log": self._log,
            "check in": self._check_in, "write": self._write, "more": self._open_menu, "groups": self._choose_groups,
            "topics": self._choose_topics, "rhythm": self._choose_rhythm, "filter": self.list.narrowing.open_panel,
            "archive": lambda: self._stand(people.archive), "let go": lambda: self._stand(people.let_go),
            "bring back": lambda: self._stand(people.bring_back), "clear": self.list.table.clear_marks,
            "everyone": self.list.show_everyone, "views": self.list.open_views, "mark all": self._mark_all,
            "save view": self.list.narrowing.ask_name, "merge": self._merge, "copy mail": self.copy_mail,
            "copy name": self._copy_name, "reach out": lambda: self.frame.catalogue.run("outreach.person"),
            "introduce": lambda: self.frame.catalogue.run("introduction.make"),
            "paths": lambda: self.frame.catalogue.run("person.paths"), "hand over": self._hand_over,
            "erase": self._erase,
        }  # fmt: skip

    def _erase(self) -> None:
        from hallway.ui.parts.erase_panel import open_erase  # seldom wanted

        for person_id in self.chosen_ids()[:1]:
            open_erase(self.frame.bridge, self.window(), person_id)

    def _connect(self) -> None:
        self.frame.bridge.changed.connect(self._note_change)
        self.list.table.came_to.connect(self._came_to)
        self.list.table.wanted.connect(self.do)
        self.list.table.clicked.connect(lambda: self.split.show_detail(True))
        self.list.table.menu_wanted.connect(self._open_menu)
        self.list.marks.wanted.connect(self.do)
        self.list.add_wanted.connect(self.add)
        self.list.organisations_wanted.connect(lambda: self.frame.navigator.go(Place("organisations")))
        self.detail.wanted.connect(self.do)
        self.detail.left.connect(self.leave_detail)
        self.detail.place_wanted.connect(self.frame.navigator.go)
        self.split.stacked.connect(self._stacked)
