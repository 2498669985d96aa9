"""Outreach: conversations one would like to have, on a board, in a list, and what one learned from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import MOMENT, PERSON, SETTINGS, Changes
from hallway.domain.errors import NotFound
from hallway.domain.outreach import Outreach, State
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.outreach.pane import Pane
from hallway.ui.outreach.panel import WIDTH, OutreachPanel
from hallway.ui.outreach.views import views
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.parts.outreach_form import open_outreach
from hallway.ui.parts.save_entry import ask_where
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Ground, Hairline
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import interviews, outreach

if TYPE_CHECKING:
    from hallway.ui.outreach.interview import Interview

MARGIN = 24
STACKED_BELOW = 680
"""So narrow is the page where the panel takes the place of the board."""
UNBOUND = 16_777_215
"""What Qt takes for "as wide as you like"."""
PANEL_FROM = 1160
"""So wide is the window at least where the panel opens by itself."""


GUIDE = {"introductions": "introductions", "referrals": "introductions", "mentors": "mentors"}
"""Where the guide speaks of a view; of the others it speaks as of interviews."""


class OutreachPage(Page):
    """Views over each other, one approach at the right; the interview takes the whole page."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self._views = {view.key: view for view in views()}
        self._panes: dict[str, Pane] = {}
        self.chosen = 0
        self._closed: bool | None = None
        self.header = PageHeader(
            self.tr("Outreach"), self.tr("Conversations you would like to have, at your pace"), margin=MARGIN
        )
        self.switch = SegmentedControl(
            [(view.key, view.title, view.icon) for view in self._views.values()], name=self.tr("How to look at it")
        )
        self.add_button = secondary(self.tr("Add someone"), "plus")
        self.panel = OutreachPanel(frame)
        self.interview: Interview | None = None
        self.empty = EmptyView(
            "send", self.tr("Who would you like to learn from?"),
            self.tr("Twenty minutes with somebody who does what interests you. Start with a name."),
            self.tr("Add someone"),
        )  # fmt: skip
        self._stack, self._whole = QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    @property
    def pane(self) -> Pane:
        """The view in front."""
        return self._pane(self.switch.current())

    def show_place(self, place: Place) -> None:
        if place.subject == "interview" and self._show_interview(place.id):
            return
        self._whole.setCurrentIndex(0)
        if place.subject in self._views:
            self._choose_view(place.subject)
        if place.subject == "one":
            self.chosen, self._closed = place.id, False
            if not self.pane.has_panel:
                self._choose_view("board")
        self._show()
        if place.subject in self._views and place.id:
            self.pane.go_to(place.id)

    def refresh(self, changes: Changes) -> None:
        if not any(changes.of(kind) for kind in (PERSON, MOMENT, SETTINGS)):
            return
        if self.interview is not None and self._whole.currentWidget() is self.interview:
            if not self.interview.show_interview(self.interview.outreach_id()):
                self._leave_interview()
            return
        self._show()

    def focus_first(self) -> None:
        if self.interview is not None and self._whole.currentWidget() is self.interview:
            self.interview.focus_first()
        elif self._left.isHidden():
            self.panel.focus_first()
        elif self._stack.currentWidget() is self.empty:
            self.empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.pane.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def people_in_view(self) -> tuple[int, ...]:
        if self.panel.page and self.outreach_id():
            return (self.panel.page.one.person_id,)
        return self.pane.people_in_view()

    def outreach_id(self) -> int:
        """Return the approach one is at, 0 for none."""
        if self.interview is not None and self._whole.currentWidget() is self.interview:
            return self.interview.outreach_id()
        return self.chosen if self.pane.has_panel else 0

    def add(self) -> None:
        """Ask whom to reach out to."""
        open_outreach(self.frame)

    def look_as(self, key: str) -> None:
        """Go to a view."""
        self.frame.navigator.go(Place("outreach", key))

    def choose_questions(self) -> None:
        """Choose what to ask in the talk with the one chosen."""
        from hallway.ui.outreach.choose_questions import open_questions

        if self.outreach_id():
            open_questions(self.frame.bridge, self.window(), self._one())

    def choose_date(self) -> None:
        """Say when the two talk."""
        from hallway.ui.outreach.meeting_form import open_meeting

        if self.outreach_id():
            open_meeting(self.frame.bridge, self.window(), self._one())

    def take_notes(self) -> None:
        """Go to the page for the talk."""
        if self.outreach_id():
            self.frame.navigator.go(Place("outreach", "interview", self.outreach_id()))

    def ask_where(self) -> None:
        """Ask where to save the talk for a calendar; the dialog is the desktop's own."""
        if self.outreach_id():
            ask_where(self.frame.bridge, self, self.tr("talk"), interviews.invitation, self.outreach_id())

    def _one(self) -> Outreach:
        return self.frame.bridge.ask(outreach.page_of, self.outreach_id()).one

    def _pane(self, key: str) -> Pane:
        """A view, made when it is first looked at."""
        if key not in self._panes:
            pane = self._views[key].make(self.frame)
            pane.came_to.connect(self._come_to)
            pane.opened.connect(self._open)
            pane.menu_wanted.connect(self._open_menu)
            pane.view_wanted.connect(self.look_as)
            self._panes[key] = pane
            self._stack.addWidget(pane)
        return self._panes[key]

    def _choose_view(self, key: str) -> None:
        self.switch.blockSignals(True)
        self.switch.choose(key)
        self.switch.blockSignals(False)

    def _show(self) -> None:
        """Ask for what the view in front shows, and for the one chosen."""
        found = self.frame.bridge.ask(outreach.everything)
        if self.chosen not in {one.id for one, _ in found}:
            dated = [one.id for one, state in found if state is State.SCHEDULED]
            self.chosen = next(iter(dated or [one.id for one, _ in found]), 0)
        pane = self.pane
        nothing = not found and pane.has_panel
        pane.show_now(self.chosen)
        self._stack.setCurrentWidget(self.empty if nothing else pane)
        self._show_panel()

    def _show_panel(self) -> None:
        closed = self._closed if self._closed is not None else self.window().width() < look.scaled(PANEL_FROM)
        wanted = bool(self.chosen) and self.pane.has_panel and not closed
        if wanted:
            try:
                self.panel.show_page(self.frame.bridge.ask(outreach.page_of, self.chosen))
            except NotFound:
                wanted = False
        self._side.setVisible(wanted)
        self._fit()

    def _come_to(self, outreach_id: int) -> None:
        self.chosen = outreach_id
        self.frame.navigator.note(Place("outreach", "one", outreach_id))
        self._show_panel()

    def _open(self, outreach_id: int) -> None:
        """Enter: on into the panel."""
        self._closed = False
        self._come_to(outreach_id)
        self.panel.focus_first()

    def _open_menu(self, outreach_id: int, spot: QPoint) -> None:
        self._come_to(outreach_id)
        self.panel.show_page(self.frame.bridge.ask(outreach.page_of, outreach_id))
        self.panel.menu().popup(spot)

    def _leave_panel(self, close: bool) -> None:
        """Back to the card one came from; closed it stays away until one asks for it."""
        self._closed = close or self._is_stacked() or self._closed
        self._side.setVisible(not self._closed)
        self._fit()
        self.pane.choose(self.chosen)
        self.pane.focus_first()

    def _show_interview(self, outreach_id: int) -> bool:
        """The page for a talk; False when it is no longer in the record."""
        if self.interview is None:
            from hallway.ui.outreach.interview import Interview  # with the first talk

            self.interview = Interview(self.frame)
            self.interview.left.connect(self._leave_interview)
            self.interview.questions_wanted.connect(self.choose_questions)
            self._whole.addWidget(self.interview)
        if not self.interview.show_interview(outreach_id):
            return False
        self.chosen = outreach_id
        self._whole.setCurrentWidget(self.interview)
        return True

    def _leave_interview(self) -> None:
        self.frame.navigator.go(Place("outreach", "one", self.chosen))

    def _connect(self) -> None:
        self.switch.chosen.connect(self.look_as)
        self.add_button.clicked.connect(self.add)
        self.empty.acted.connect(self.add)
        self.panel.left.connect(self._leave_panel)
        self.panel.questions_wanted.connect(self.choose_questions)
        self.panel.interview_wanted.connect(self.take_notes)
        self.panel.calendar_wanted.connect(self.ask_where)

    def _topic(self) -> str:
        """Where the guide speaks of the view in front."""
        return GUIDE.get(self.switch.current(), "interviews")

    def _build(self) -> None:
        self.header.add_beside_title(guide_button(self.frame, self._topic))
        self.header.add_action(self.switch)
        self.header.add_action(self.add_button)
        self._left, inner = Ground("window"), QVBoxLayout()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner.setContentsMargins(MARGIN, 4, MARGIN - 4, 16)
        inner.addWidget(self._stack)
        column.addWidget(self.header)
        column.addLayout(inner, 1)
        self._stack.addWidget(self.empty)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(Hairline(upright=True))
        side.addWidget(self.panel)
        self._side.hide()
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._side)
        self._whole.addWidget(both)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        look.changed.connect(self._fit)
        self._fit()

    def _fit_switch(self) -> None:
        """With little room the views are icons, and the words of the head stay whole."""
        side = 0 if self._side.isHidden() else look.scaled(WIDTH)
        words = max(self.header.title.sizeHint().width(), self.header.subtitle.sizeHint().width())
        others = words + self.add_button.sizeHint().width() + 2 * MARGIN + 32
        self.switch.set_compact(self.width() - side - others < self.switch.full_width())

    def _is_stacked(self) -> bool:
        """Whether there is room for one of the two alone."""
        return self.width() < look.scaled(STACKED_BELOW)

    def _fit(self) -> None:
        """The panel beside the board, or in place of it."""
        self._fit_switch()
        alone = self._is_stacked() and not self._side.isHidden()
        had_keyboard = self._left.isAncestorOf(QApplication.focusWidget() or self)
        self._side.setMinimumWidth(0 if alone else look.scaled(WIDTH))
        self._side.setMaximumWidth(UNBOUND if alone else look.scaled(WIDTH))
        self._left.setVisible(not alone)
        if alone and had_keyboard:
            self.panel.focus_first()
