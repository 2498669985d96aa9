"""What the plan keeps to: people a week, the days one writes on, and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.usecases import planning, settings

if TYPE_CHECKING:
    from hallway.ui.today.rests import Rests


class PlanLimits(Card):
    """Days and pauses are kept at once. Another budget is looked at first: `budget_wanted`, and Enter keeps it."""

    budget_wanted = Signal(int)
    budget_kept = Signal()
    file_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(spacing=10)
        self._bridge = bridge
        self._showing = False
        self.budget = QSpinBox()
        self.weekdays = [self._chip(day) for day in range(7)]
        self.fold = Disclosure(self.tr("Pauses and days off"))
        self._rests: Rests | None = None
        self._build()

    def show_limits(self, per_week: int) -> None:
        """Show what is kept now."""
        self._showing = True
        self.budget.setValue(per_week)
        kept = self._bridge.ask(settings.setting, "plan.weekdays")
        for day, chip in enumerate(self.weekdays):
            chip.setChecked(day in kept)
        self._showing = False
        self.fold.row.set_detail(self._say_rests())
        if self._rests is not None:
            self._rests.show_rests()

    @property
    def rests(self) -> Rests:
        """Pauses and days off, made when they are first looked at."""
        if self._rests is None:
            from hallway.ui.today.rests import Rests

            self._rests = Rests(self._bridge)
            self._rests.file_wanted.connect(self.file_wanted)
            self.fold.set_body(self._rests)
            self._rests.show_rests()
        return self._rests

    def _say_rests(self) -> str:
        """How many pauses and days off are in force or to come; empty for none."""
        today = self._bridge.desk.clock.today()
        coming = [one for _, _, one in self._bridge.ask(planning.pauses) if one.end >= today]
        days = sum((one.end - one.start).days + 1 for one in coming if one.source)
        pauses = sum(not one.source for one in coming)
        said = (
            self.tr("%n pauses", "", pauses) if pauses else "",
            self.tr("%n days off", "", days) if days else "",
        )
        return ", ".join(part for part in said if part)

    def _build(self) -> None:
        self.budget.setRange(1, planning.MOST_A_WEEK)
        self.budget.setAccessibleName(self.tr("People a week at most"))
        self.budget.valueChanged.connect(self._try_budget)
        self.budget.lineEdit().returnPressed.connect(self.budget_kept)
        line = QWidget()
        flow = FlowLayout(line, gap=10, line_gap=8)
        flow.addWidget(Level(Label(self.tr("At most"), "body", "text2"), self.budget))
        flow.addWidget(Level(Label(self.tr("people a week, on"), "body", "text2"), *self.weekdays))
        self.body.addWidget(line)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.fold)
        self.fold.opened.connect(lambda is_open: is_open and self.rests)

    def _chip(self, day: int) -> Chip:
        week = QLocale()
        chip = Chip(week.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat), checkable=True)
        name = week.standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
        chip.setAccessibleName(self.tr("Write on {day}").format(day=name))
        chip.toggled.connect(self._keep_weekdays)
        return chip

    def _try_budget(self, value: int) -> None:
        if not self._showing:
            self.budget_wanted.emit(value)

    def _keep_weekdays(self) -> None:
        """The last day stays: without any there is no plan, which is said."""
        if self._showing:
            return
        chosen = frozenset(day for day, chip in enumerate(self.weekdays) if chip.isChecked())
        if self._bridge.do_quietly(planning.set_weekdays, chosen) is None:
            self._showing = True
            kept = self._bridge.ask(settings.setting, "plan.weekdays")
            for day, chip in enumerate(self.weekdays):
                chip.setChecked(day in kept)
            self._showing = False


class Level(QWidget):
    """Words and controls on one line, together, as high as a button."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look.control_height())
