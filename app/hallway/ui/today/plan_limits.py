"""What the plan keeps to: people a week, the days one writes on, and pauses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.plan import Pause
from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look
from hallway.ui.today.pause_form import PauseForm
from hallway.ui.today.side import empty
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.usecases import planning, settings

OPEN_END = date.max


class PlanLimits(Card):
    """Days and pauses are kept at once. Another budget is looked at first: `budget_wanted`, and Enter keeps it."""

    budget_wanted = Signal(int)
    budget_kept = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(spacing=10)
        self._bridge = bridge
        self._showing = False
        self.budget = QSpinBox()
        self.weekdays = [self._chip(day) for day in range(7)]
        self.form = PauseForm(bridge)
        self._pauses = QVBoxLayout()
        self._build()

    def show_limits(self, per_week: int, weekdays: Sequence[int], pauses: Sequence[tuple[int, Pause]]) -> None:
        """Show what is kept now; a pause comes with its id."""
        self._showing = True
        self.budget.setValue(per_week)
        for day, chip in enumerate(self.weekdays):
            chip.setChecked(day in weekdays)
        self._showing = False
        empty(self._pauses)
        for pause_id, pause in pauses:
            self._pauses.addWidget(self._pause_row(pause_id, pause))

    def _build(self) -> None:
        self.budget.setRange(1, planning.MOST_A_WEEK)
        self.budget.setAccessibleName(self.tr("People a week at most"))
        self.budget.valueChanged.connect(self._try_budget)
        self.budget.lineEdit().returnPressed.connect(self.budget_kept)
        line = QWidget()
        flow = FlowLayout(line, gap=10, line_gap=8)
        flow.addWidget(Level(Label(self.tr("At most"), "body", "text2"), self.budget))
        flow.addWidget(Level(Label(self.tr("people a week, on"), "body", "text2"), *self.weekdays))
        self._pauses.setSpacing(2)
        self.body.addWidget(line)
        self.body.addWidget(Hairline())
        self.body.addLayout(self._pauses)
        self.body.addWidget(self.form)

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

    def _pause_row(self, pause_id: int, pause: Pause) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = self._say(pause)
        end = icon_button("x", self.tr("End the pause: {words}").format(words=words), small=True)
        end.clicked.connect(lambda: self._bridge.do(planning.end_pause, pause_id))
        line.addWidget(Picture("pause", 16))
        line.addWidget(Label(words, "body", elide=True), 1)
        line.addWidget(end)
        return row

    def _say(self, pause: Pause) -> str:
        today = self._bridge.desk.clock.today()
        start, reason = say_day(pause.start, today), pause.reason or self.tr("Pause")
        if pause.end == OPEN_END:
            return self.tr("{reason}, from {start}").format(reason=reason, start=start)
        return self.tr("{reason}, {start} to {end}").format(reason=reason, start=start, end=say_day(pause.end, today))


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
