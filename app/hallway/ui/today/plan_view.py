"""The weeks ahead: who comes when, what the week allows, and pauses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.plan import Pause, Placed
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.today.pause_form import PauseForm
from hallway.ui.today.plan_row import PlanRow
from hallway.ui.widgets.button import icon_button, secondary
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.usecases import planning
from hallway.usecases.planning import NamedPlan

DAYS, WIDEST = 84, 760


class PlanView(QWidget):
    """Twelve weeks of check-ins as a calm list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self._header = PageHeader(self.tr("The weeks ahead"), self.tr("Check-ins on the days you write"))
        self.budget = QSpinBox()
        self._message = InlineMessage("", tone="amber", closable=False)
        self._pauses = QVBoxLayout()
        self._weeks = QVBoxLayout()
        self._showing = False
        self._build()

    def focus_first(self) -> None:
        """On the first person, else on the way back."""
        first = self.findChild(PlanRow)
        (first or self._back).setFocus(Qt.FocusReason.TabFocusReason)

    def show_plan(self) -> None:
        """Ask for the plan and show it."""
        placed = self.frame.bridge.ask(planning.plan)
        self._showing = True
        self.budget.setValue(placed.plan.per_week)
        self._showing = False
        more = self.tr("Raise the number above, or choose longer rhythms. The plan stretches until then.")
        self._message.set_text(f"{placed.message} {more}")
        self._message.setVisible(bool(placed.message))
        self._show_weeks(placed)
        self._show_pauses(self.frame.bridge.ask(planning.pauses))

    def _show_weeks(self, placed: NamedPlan) -> None:
        _empty(self._weeks)
        until = self._today() + timedelta(days=DAYS)
        shown = [one for one in placed.plan.check_ins if one.on <= until]
        for monday, week in groupby(shown, key=lambda one: one.on - timedelta(days=one.on.weekday())):
            self._weeks.addWidget(self._week(monday, list(week), placed))
        if not shown:
            words = self.tr("Nobody has a rhythm yet. Choose one on a person’s page: every two months, each season…")
            self._weeks.addWidget(Label(words, "body", "text2", wrap=True))

    def _week(self, monday: date, week: Sequence[Placed], placed: NamedPlan) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        words = self.tr("Week of {day}").format(day=say_day(monday, self._today()).partition(" ")[2])
        this_week = monday <= self._today() < monday + timedelta(days=7)
        column.addWidget(Label(self.tr("This week") if this_week else words, "section", "text2"))
        card = Card(padding=0, spacing=0)
        for at, one in enumerate(week):
            if at:
                card.body.addWidget(Hairline())
            row = PlanRow(placed.names[one.person_id], one, self._today())
            row.opened.connect(lambda person=one.person_id: self._open(person))
            card.body.addWidget(row)
        column.addWidget(card)
        return holder

    def _show_pauses(self, pauses: Sequence[tuple[int, int | None, Pause]]) -> None:
        _empty(self._pauses)
        for pause_id, person_id, pause in pauses:
            if person_id is None and pause.end >= self._today():
                self._pauses.addWidget(self._pause_row(pause_id, pause))

    def _pause_row(self, pause_id: int, pause: Pause) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        start, end = say_day(pause.start, self._today()), say_day(pause.end, self._today())
        words = self.tr("{reason}, {start} to {end}").format(
            reason=pause.reason or self.tr("Pause"), start=start, end=end
        )
        end_button = icon_button("x", self.tr("End the pause: {words}").format(words=words), small=True)
        end_button.clicked.connect(lambda: self.frame.bridge.do(planning.end_pause, pause_id))
        line.addWidget(Label(words, "body", elide=True), 1)
        line.addWidget(end_button)
        return row

    def _open(self, person_id: int) -> None:
        self.frame.navigator.go(Place("people", "person", person_id))

    def _keep_budget(self, value: int) -> None:
        if not self._showing:
            self.frame.bridge.do_quietly(planning.set_budget, value)

    def _today(self) -> date:
        return self.frame.bridge.desk.clock.today()

    def _build(self) -> None:
        self._back = self._header.back_button(self.tr("Today"))
        self._back.clicked.connect(self.left)
        export = secondary(self.tr("Export to a calendar"), "calendar-plus", "Ctrl+E")
        export.clicked.connect(lambda: self.frame.catalogue.run("calendar.export"))
        self._header.add_action(export)
        self.budget.setRange(1, 50)
        self.budget.setAccessibleName(self.tr("People a week at most"))
        self.budget.valueChanged.connect(self._keep_budget)
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 0, 28, 28)
        column.setSpacing(16)
        column.addWidget(self._limits())
        column.addWidget(self._message)
        column.addLayout(self._weeks)
        column.addStretch(1)
        self._weeks.setSpacing(16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._header)
        outer.addWidget(area, 1)

    def _limits(self) -> Card:
        card = Card(spacing=10)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Label(self.tr("At most"), "body", "text2"))
        line.addWidget(self.budget)
        line.addWidget(
            Label(self.tr("people a week. The days you write on are in Settings."), "body", "text2", wrap=True), 1
        )
        card.body.addLayout(line)
        card.body.addWidget(Hairline())
        card.body.addLayout(self._pauses)
        card.body.addWidget(PauseForm(self.frame.bridge))
        return card


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
