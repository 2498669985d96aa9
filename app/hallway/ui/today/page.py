"""Today: at most a few things, each with its reason and a first draft; what was done stays, nothing else presses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.domain.today import LOOK_THROUGH, MEETING, NEXT_ASK, PROJECT_STEP, Item
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.parts.mail import is_address, write_to
from hallway.ui.theme.look import look
from hallway.ui.today.calm_card import CalmCard
from hallway.ui.today.done_card import DoneCard
from hallway.ui.today.item_row import ItemRow
from hallway.ui.today.items_card import ItemsCard, Wanted
from hallway.ui.today.side import ComingCard, CorridorHint, WeekCard
from hallway.ui.today.words import day_line, greeting, welcome_back
from hallway.ui.widgets.button import quiet
from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import today
from hallway.usecases.today import TodayPage as Content

if TYPE_CHECKING:
    from hallway.ui.today.plan_view import PlanView

SIDE, SIDE_BELOW = 324, 960
QWIDGETSIZE_MAX = 16_777_215  # Qt's own, which the binding does not name
MOST_MORE, MARGIN, COLUMN_GAP = 30, 24, 10


class TodayPage(Page):
    """The page of the day, and behind it the weeks ahead."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.header = PageHeader("")
        self.items = ItemsCard(self._row)
        self.more = ItemsCard(self._row, opens_first=False)
        self._waiting: tuple[Item, ...] = ()
        self.more_fold = Disclosure(self.tr("If you have more time"), body=self.more)
        self.done = DoneCard()
        self.week, self.coming = WeekCard(frame.bridge), ComingCard()
        self.calm = CalmCard()
        self._heading = _heading(self.tr("For today"), self.tr("in any order"))
        self._side, self._both = QWidget(), QHBoxLayout()
        self._plan: PlanView | None = None
        self._day, self._stack = QWidget(), QStackedWidget()
        self._build()
        self._connect()

    @property
    def plan(self) -> PlanView:
        """The weeks ahead, built when they are first looked at."""
        if self._plan is None:
            from hallway.ui.today.plan_view import PlanView

            self._plan = PlanView(self.frame)
            self._plan.left.connect(lambda: self.frame.navigator.go(Place("today")))
            self._stack.addWidget(self._plan)
        return self._plan

    def show_place(self, place: Place) -> None:
        self._stack.setCurrentWidget(self.plan if place.subject == "plan" else self._day)
        self._show()

    def refresh(self, changes: Changes) -> None:
        self._show()

    def focus_first(self) -> None:
        if self._stack.currentWidget() is self._plan:
            self.plan.focus_first()
        elif self.items.rows:
            self.items.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.weeks.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_view(self) -> tuple[int, ...]:
        """Whom the open item is about; with none open, nobody."""
        return tuple(row.item.person_id for row in self.items.rows if row.is_open and row.item.person_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room, the cards level with each other; else one below the other."""
        wide = self.width() >= look.scaled(SIDE_BELOW)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMaximumWidth(look.scaled(SIDE) if wide else QWIDGETSIZE_MAX)
        below_heading = wide and not self._heading.isHidden()
        top = self._heading.sizeHint().height() + COLUMN_GAP if below_heading else 0
        column = self._side.layout()
        assert column is not None
        column.setContentsMargins(0, top, 0, 0)

    def _show(self) -> None:
        if self._stack.currentWidget() is self._plan:
            self.plan.show_plan()
            return
        now = self.frame.bridge.desk.clock.now()
        content = self.frame.bridge.ask(today.page, now.hour)
        self.header.set_title(greeting(now, content.first_name))
        lines = (welcome_back(content.away_days), day_line(self._today(), len(content.items)))
        self.header.set_subtitle(" ".join(line for line in lines if line))
        self.items.show_items(content.items)
        self._show_more(content)
        self.done.show_done(content.done, self._today())
        self.week.show_week(content.goal, content.reached)
        self.coming.show_events(content.coming)
        self._heading.setVisible(bool(content.items))
        self.items.setVisible(bool(content.items))
        self.calm.setVisible(not content.items)
        if not content.items:
            from hallway.usecases import planning

            self.calm.show_next(self.frame.bridge.ask(planning.next_planned), self._today())
        self._arrange()

    def _show_more(self, content: Content) -> None:
        """What can wait gets its rows when it is looked at."""
        self._waiting = content.more
        words = self.tr("%n more that can wait. Nothing here goes late.", "", len(content.more))
        self.more_fold.row.set_detail(words)
        self.more_fold.setVisible(bool(content.more))
        if self.more_fold.row.isChecked():
            self.more.show_items(content.more[:MOST_MORE])

    def _answer(self, wanted: Wanted) -> None:
        bridge, item = self.frame.bridge, wanted.item
        match wanted.verb:
            case "done":
                bridge.do(today.done, item, str(wanted.value or ""))
            case "put off" if isinstance(wanted.value, date):
                bridge.do(today.another_day, item, wanted.value)
            case "not needed":
                bridge.do(today.not_needed, item)
            case "copy":
                self._copy(str(wanted.value))
            case "mail":
                self._mail(item, str(wanted.value))
            case "write":
                self._write(item)
            case "person":
                self._go_to(item)

    def _go_to(self, item: Item) -> None:
        """Where the item lives: somebody's page, or what is under way with them."""
        go = self.frame.navigator.go
        if item.kind == LOOK_THROUGH:
            self.frame.catalogue.run("window.debrief")
        elif item.kind in today.ABOUT_OUTREACH:
            go(Place("outreach", "one", item.subject_id))
        elif item.kind in today.ABOUT_REACHING:
            go(Place("outreach", "mentors" if item.kind == NEXT_ASK else "introductions", item.subject_id))
        elif item.kind in today.ABOUT_LETTERS:
            go(Place("opportunities", "letters", item.subject_id))
        elif item.kind == MEETING:
            go(Place("organisations", "organisation", item.about_id))
        elif item.kind == PROJECT_STEP:
            go(Place("opportunities", "projects", item.subject_id))
        elif item.kind in today.ABOUT_DOORS:
            go(Place("opportunities", "", item.about_id or item.subject_id))
        elif item.event_id:
            go(Place("events", "there", item.event_id))
        else:
            go(Place("people", "person", item.person_id))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.frame.bridge.said.emit(self.tr("The draft is copied. Send it from wherever you write."), False)

    def _mail(self, item: Item, words: str) -> None:
        """The draft is copied in any case: a mail program may cut it short, or there may be none."""
        self._copy(words)
        address = self._address(item)
        if address and not write_to(address, words):
            words = self.tr("No mail program answered. The draft is copied, paste it where you write.")
            self.frame.bridge.said.emit(words, False)

    def _write(self, item: Item) -> None:
        """The whole message; sent, the item is done with its words."""
        from hallway.ui.parts.message_panel import Writing, open_message
        from hallway.usecases import today_words

        bridge = self.frame.bridge
        wanted = bridge.ask(today_words.message, item)
        if wanted is not None:
            done = lambda words: bridge.do(today.done, item, words)  # noqa: E731
            open_message(bridge, self.window(), Writing(item.title, wanted, run=done))

    def _address(self, item: Item) -> str:
        addresses = self.frame.bridge.ask(today.addresses, item)
        return next((address for address in addresses if is_address(address)), "")

    def _set_goal(self, goal: int) -> None:
        from hallway.usecases import settings

        self.frame.bridge.do_quietly(settings.set_setting, "week.goal", goal)

    def _row(self, item: Item) -> ItemRow:
        return ItemRow(self.frame.bridge, item, self._today(), lambda asked: bool(self._address(asked)))

    def _fill_more(self, is_open: bool) -> None:
        if is_open:
            self.more.show_items(self._waiting[:MOST_MORE])

    def _today(self) -> date:
        return self.frame.bridge.desk.clock.today()

    def _connect(self) -> None:
        navigator = self.frame.navigator
        self.items.wanted.connect(self._answer)
        self.more.wanted.connect(self._answer)
        self.more_fold.opened.connect(self._fill_more)
        self.week.changed.connect(self._set_goal)
        self.coming.all_wanted.connect(lambda: navigator.go(Place("events")))
        self.coming.opened.connect(lambda event_id: navigator.go(Place("events", "event", event_id)))
        self.calm.plan_wanted.connect(lambda: navigator.go(Place("today", "plan")))
        self.weeks.clicked.connect(lambda: navigator.go(Place("today", "plan")))

    def _build(self) -> None:
        self.weeks = quiet(self.tr("The weeks ahead"), "calendar-check")
        self.header.add_action(self.weeks)
        self.header.add_beside_title(guide_button(self.frame, "thanks"))
        left = _column(self._heading, self.items, self.calm, self.more_fold, self.done)
        self._side.setLayout(_column(self.week, self.coming, CorridorHint("Ctrl+N"), spacing=16))
        self._both.setContentsMargins(28, 0, 28, 28)
        self._both.setSpacing(24)
        self._both.addLayout(left, 2)
        self._both.addWidget(self._side, 1)
        column = QVBoxLayout(self._day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._area(), 1)
        self._stack.addWidget(self._day)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _area(self) -> ScrollArea:
        content = QWidget()
        content.setLayout(self._both)
        area = ScrollArea(content, both_ways=True)
        for rows in (self.items, self.more):
            rows.came.connect(lambda row: QTimer.singleShot(0, row, lambda: area.ensureWidgetVisible(row, 0, MARGIN)))
        return area


def _heading(words: str, more: str) -> QWidget:
    heading = QWidget()
    row = QHBoxLayout(heading)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label(words, "section", "text2"))
    row.addWidget(Label(more, "small", "text2"), 1)
    return heading


def _column(*widgets: QWidget, spacing: int = COLUMN_GAP) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
