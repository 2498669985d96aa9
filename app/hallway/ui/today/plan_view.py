"""The weeks ahead: who comes when, what the plan keeps to, and what to do when rhythms ask for more than that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.theme.look import look
from hallway.ui.today.plan_limits import PlanLimits
from hallway.ui.today.plan_list import LEFT, WIDEST, PlanEntry, PlanList, WeekWords, entries_of
from hallway.ui.today.plan_ways import PlanWays
from hallway.ui.widgets.button import quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.usecases import people, planning, settings
from hallway.usecases.planning import NamedPlan

DAYS = 84


class PlanView(QWidget):
    """Twelve weeks of check-ins as a calm list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self._header = PageHeader(self.tr("The weeks ahead"), self.tr("Check-ins on the days you write"))
        self.limits, self.list = PlanLimits(frame.bridge), PlanList()
        self.ways = PlanWays(frame.bridge)
        self._nobody = Label("", "body", "text2", wrap=True)
        self._build()
        self.ways.tried.connect(self._show_list)
        self.ways.left.connect(self.show_plan)
        self.limits.budget_wanted.connect(self.ways.try_budget)
        self.limits.budget_kept.connect(self.ways.accept)
        self.list.moved.connect(self._move)
        self.list.day_wanted.connect(self._pick_day)
        self.list.rhythm_wanted.connect(self._leave_to_rhythm)
        self.list.opened.connect(lambda person: frame.navigator.go(Place("people", "person", person)))
        look.changed.connect(self._fit)

    def focus_first(self) -> None:
        """On the first person, else on the way back."""
        first: QWidget = self._back if self.list.isHidden() else self.list
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_plan(self) -> None:
        """Ask for the plan and show it."""
        bridge, today = self.frame.bridge, self._today()
        placed = bridge.ask(planning.plan)
        weekdays = bridge.ask(settings.setting, "plan.weekdays")
        pauses = [
            (pause_id, pause)
            for pause_id, person_id, pause in bridge.ask(planning.pauses)
            if person_id is None and pause.end >= today
        ]
        self.limits.show_limits(placed.plan.per_week, weekdays, pauses)
        self.fresh.setVisible(bridge.ask(planning.waiting) > placed.plan.per_week)
        self.ways.show_plan(placed)
        self._show_list(placed)

    def _show_list(self, placed: NamedPlan) -> None:
        """The plan in force, or one that is only looked at."""
        today = self._today()
        shown = [one for one in placed.plan.check_ins if one.on <= today + timedelta(days=DAYS)]
        words = WeekWords(
            self.tr("This week"), self.tr("Week of {day}"), self.tr("{distance}, fixed by you"),
            self.tr("{count} of {budget}"),
        )  # fmt: skip
        self.list.show_plan(entries_of(shown, placed.names, today, placed.plan.per_week, words))
        self.list.setVisible(bool(shown))
        self._nobody.setVisible(not shown)

    def _move(self, entry: PlanEntry, by: int) -> None:
        """To the next day to write on, or the one before; the row stays chosen wherever it goes."""
        if self._is_next(entry):
            self._do(entry, lambda: self.frame.bridge.do(planning.move, entry.person_id, by))

    def _pick_day(self, entry: PlanEntry) -> None:
        if not self._is_next(entry):
            return
        from hallway.ui.today.item_menus import days_menu

        def fix(day: date) -> None:
            self._do(entry, lambda: self.frame.bridge.do(people.fix_check_in, entry.person_id, day))

        corner = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        menu = days_menu(self.list, self.list, self._today(), fix)
        menu.popup(self.list.viewport().mapToGlobal(corner))

    def _leave_to_rhythm(self, entry: PlanEntry) -> None:
        if entry.fixed:
            self._do(entry, lambda: self.frame.bridge.do(people.fix_check_in, entry.person_id, None))

    def _do(self, entry: PlanEntry, act: Callable[[], object]) -> None:
        row = self.list.currentIndex().row()
        act()
        self.list.stay_at(entry, row)

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
        self._header.add_action(self.fresh)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._top)
        column.addWidget(self.list, 1)
        column.addStretch()
        self._fit()

    def _fit(self) -> None:
        self._top.setMaximumWidth(look.scaled(WIDEST) + 2 * LEFT)
