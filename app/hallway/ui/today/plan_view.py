"""The weeks ahead: who comes when, what the plan keeps to, and what to do when rhythms ask for more than that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.theme.look import look
from hallway.ui.today import plan_keys
from hallway.ui.today.plan_limits import PlanLimits
from hallway.ui.today.plan_list import LEFT, WIDEST, PlanEntry, PlanList, WeekWords, entries_of
from hallway.ui.today.plan_ways import PlanWays
from hallway.ui.widgets.button import quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import people, planning, settings
from hallway.usecases.planning import NamedPlan

if TYPE_CHECKING:
    from hallway.ui.today.plan_calendar import PlanCalendar
    from hallway.ui.today.plan_weeks import Shown

DAYS = 84
STEPS = {plan_keys.LATER: 1, plan_keys.EARLIER: -1}
WEEKS = {plan_keys.WEEK_LATER: 7, plan_keys.WEEK_EARLIER: -7}


class PlanView(QWidget):
    """Twelve weeks of check-ins, as a list or as a calendar: two pictures of the same."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self._header = PageHeader(self.tr("The weeks ahead"), self.tr("Check-ins on the days you write"))
        self.limits, self.list = PlanLimits(frame.bridge), PlanList()
        self.calendar: PlanCalendar | None = None
        self.ways = PlanWays(frame.bridge)
        self.twins = SegmentedControl(
            [("list", self.tr("List"), ""), ("calendar", self.tr("Calendar"), "")], name=self.tr("The weeks ahead as")
        )
        self._nobody = Label("", "body", "text2", wrap=True)
        self._entries: Sequence[PlanEntry] = ()
        self._changed: frozenset[int] = frozenset()
        self.setAcceptDrops(True)
        self._build()
        self.twins.choose(frame.preferences.plan_as)
        self.twins.chosen.connect(self._turn_to)
        self.ways.tried.connect(self._look_at)
        self.ways.left.connect(self.show_plan)
        self.limits.budget_wanted.connect(self.ways.try_budget)
        self.limits.budget_kept.connect(self.ways.accept)
        self.limits.file_wanted.connect(self._ask_for_days_off)
        self.list.wanted.connect(self._answer)
        look.changed.connect(self._fit)

    @property
    def twin(self) -> PlanList | PlanCalendar:
        """What shows the plan now; the calendar is made when it is first looked at."""
        if self.twins.current() == "list":
            return self.list
        if self.calendar is None:
            from hallway.ui.today.plan_calendar import PlanCalendar

            self.calendar = PlanCalendar()
            self.calendar.wanted.connect(self._answer)
            self.calendar.dropped.connect(self._drop)
            self._column.insertWidget(self._column.indexOf(self.list), self.calendar, 1)
        return self.calendar

    def focus_first(self) -> None:
        """On the first person, else on the way back."""
        first: QWidget = self._back if self._nobody.isVisibleTo(self) else self.twin
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_plan(self) -> None:
        """Ask for the plan and show it."""
        bridge = self.frame.bridge
        placed = bridge.ask(planning.plan)
        self.limits.show_limits(placed.plan.per_week)
        self.fresh.setVisible(bridge.ask(planning.waiting) > placed.plan.per_week)
        self.ways.show_plan(placed)
        self._changed = frozenset()
        self._show(placed)

    def _look_at(self, placed: NamedPlan) -> None:
        """A plan that is not in force yet; whoever would come on another day stands out."""
        now = {one.person_id: one.on for one in self.frame.bridge.ask(planning.plan).plan.check_ins if not one.cycle}
        self._changed = frozenset(
            one.person_id for one in placed.plan.check_ins if not one.cycle and now.get(one.person_id) != one.on
        )
        self._show(placed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A calendar file with holidays or exams may be put down here."""
        if _calendar_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _calendar_in(event)
        if path is not None:
            from hallway.ui.today.days_off_panel import open_days_off

            event.acceptProposedAction()
            open_days_off(self.frame.bridge, self.window(), path)

    def _ask_for_days_off(self) -> None:
        from hallway.ui.today.days_off_panel import ask_for_file

        ask_for_file(self.frame.bridge, self.window())

    def _show(self, placed: NamedPlan) -> None:
        today = self._today()
        shown = [one for one in placed.plan.check_ins if one.on <= today + timedelta(days=DAYS)]
        words = WeekWords(
            self.tr("This week"), self.tr("Week of {day}"), self.tr("{distance}, fixed by you"),
            self.tr("{count} of {budget}"),
        )  # fmt: skip
        self._entries = entries_of(shown, placed.names, today, placed.plan.per_week, words)
        self.list.show_plan(self._entries)
        self._show_twin()

    def _show_twin(self) -> None:
        twin = self.twin
        self.list.setVisible(twin is self.list and bool(self._entries))
        if self.calendar is not None:
            self.calendar.setVisible(twin is self.calendar)
            if twin is self.calendar:
                self.calendar.show_plan(self._weeks())
        self._nobody.setVisible(not self._entries)

    def _weeks(self) -> Shown:
        """The same entries for the calendar, with what closes a day."""
        from hallway.ui.today.plan_weeks import Band, Shown

        bands = [
            Band(one.start, one.end, one.reason or self.tr("Pause"), not one.source)
            for _, person_id, one in self.frame.bridge.ask(planning.pauses)
            if person_id is None
        ]
        weekdays = self.frame.bridge.ask(settings.setting, "plan.weekdays")
        return Shown(self._entries, bands, weekdays, self._today(), DAYS // 7 + 1, self._changed)

    def _turn_to(self, twin: str) -> None:
        self.frame.preferences.keep_plan_as(twin)
        self._show_twin()

    def _answer(self, entry: PlanEntry, verb: str) -> None:
        """Do what a key, a click or the menu asks of a check-in."""
        bridge = self.frame.bridge
        if verb == plan_keys.OPEN:
            self.frame.navigator.go(Place("people", "person", entry.person_id))
        elif verb in WEEKS and entry.on is not None:
            self._drop(entry, entry.on + timedelta(days=WEEKS[verb]))
        elif verb in STEPS and self._is_next(entry):
            self._do(entry, lambda: bridge.do(planning.move, entry.person_id, STEPS[verb]))
        elif verb == plan_keys.ANOTHER_DAY and self._is_next(entry):
            self._pick_day(entry)
        elif verb == plan_keys.RHYTHM and entry.fixed:
            self._do(entry, lambda: bridge.do(people.fix_check_in, entry.person_id, None))

    def _drop(self, entry: PlanEntry, day: date) -> None:
        """Fix a check-in on a day."""
        if not self._is_next(entry):
            return
        if day < self._today():
            self.frame.bridge.said.emit(self.tr("That day has gone by."), False)
            return
        self._do(entry, lambda: self.frame.bridge.do(people.fix_check_in, entry.person_id, day))

    def _pick_day(self, entry: PlanEntry) -> None:
        from hallway.ui.today.item_menus import days_menu

        twin = self.twin
        days_menu(twin, twin, self._today(), lambda day: self._drop(entry, day)).popup(twin.corner())

    def _do(self, entry: PlanEntry, act: Callable[[], object]) -> None:
        """The row stays chosen wherever it goes."""
        row = self.list.currentIndex().row()
        act()
        self.list.stay_at(entry, row)
        if self.calendar is not None:
            self.calendar.stay_at(entry)

    def _is_next(self, entry: PlanEntry) -> bool:
        """Only a next check-in has a day of its own; those after it follow from it, which is said."""
        if entry.later:
            words = self.tr("This is a later turn: it follows from the next check-in with {person}.")
            self.frame.bridge.said.emit(words.format(person=entry.words), False)
        return not entry.later

    def _today(self) -> date:
        return self.frame.bridge.desk.clock.today()

    def _build(self) -> None:
        self._back = self._header.back_button(self.tr("Today"))
        self._back.clicked.connect(self.left)
        export = secondary(self.tr("Export to a calendar"), "calendar-plus", "Ctrl+E")
        export.clicked.connect(lambda: self.frame.catalogue.run("calendar.export"))
        self.fresh = quiet(self.tr("Start fresh"), "sprout")
        self.fresh.setToolTip(self.tr("Spread everybody who waits over the coming weeks"))
        self.fresh.clicked.connect(lambda: self.frame.bridge.do(planning.start_fresh))
        self._header.add_beside_title(guide_button(self.frame, "without-pressure"))
        self._header.add_action(self.fresh)
        self._header.add_action(self.twins)
        self._header.add_action(export)
        nobody = self.tr("Nobody has a rhythm yet. Choose one on a person’s page: every two months, each season…")
        self._nobody.set_text(nobody)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(LEFT, 0, LEFT, 4)
        top.setSpacing(12)
        top.addWidget(self.limits)
        top.addWidget(self.ways)
        top.addWidget(self._nobody)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._top)
        column.addWidget(self.list, 1)
        column.addStretch()
        self._fit()

    def _fit(self) -> None:
        self._top.setMaximumWidth(look.scaled(WIDEST) + 2 * LEFT)


def _calendar_in(event: QDropEvent) -> Path | None:
    """The one calendar file among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".ics" else None
