"""When a week is asked too much: what the rhythms come to, three ways out, and how each looks before it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from hallway.domain.rhythm import say_rhythm
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import Button, primary, quiet, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.usecases import planning, what_if
from hallway.usecases.planning import NamedPlan
from hallway.usecases.what_if import Loosening, WhatIf


class PlanWays(Card):
    """Hidden while everything fits. `tried` carries a plan to look at, `left` says that the look is over."""

    tried = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(spacing=10)
        self._bridge = bridge
        self._keep: Callable[[], object] | None = None
        self._stretched = ""
        self.words = Label("", "body", wrap=True)
        self.allow = secondary("", "calendar-check")
        self.loosen = secondary(self.tr("Choose longer rhythms…"), "sprout")
        self.stretch = secondary(self.tr("Let the plan stretch"), "arrow-right")
        self.keep = primary(self.tr("Keep this"), "check")
        self.leave = quiet(self.tr("Leave it as it is"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8, line_gap=8)
        for button in self._all():
            flow.addWidget(button)
        self.body.addWidget(self.words)
        self.body.addWidget(buttons)
        self._connect()
        self.hide()

    @property
    def is_trying(self) -> bool:
        """Whether a plan is looked at that is not the one in force."""
        return self._keep is not None

    def show_plan(self, placed: NamedPlan) -> None:
        """Say what the rhythms come to, unless they fit or the user lets the plan stretch."""
        self._keep = None
        wanted = planning.enough_a_week(placed.plan)
        self.words.set_text(placed.message + " " + self.tr("Nobody is left out, whichever way you choose."))
        self.allow.setText(self.tr("Allow {count} a week").format(count=wanted))
        self._show((self.allow, self.loosen, self.stretch))
        self.allow.setVisible(wanted > placed.plan.per_week)
        self.setVisible(bool(placed.message) and placed.message != self._stretched)

    def try_budget(self, per_week: int) -> None:
        """Look at the plan with so many people a week."""
        tried = self._bridge.ask(what_if.with_budget, per_week)
        heading = self.tr("{count} people a week:").format(count=per_week)
        self._try(tried, heading, lambda: self._bridge.do(planning.set_budget, per_week))

    def try_longer(self, chosen: Loosening) -> None:
        """Look at the plan with one rhythm longer."""
        tried = self._bridge.ask(what_if.with_longer, chosen)
        heading = self.tr("{now} becomes {then}:").format(now=_rhythm(chosen.days), then=say_rhythm(chosen.longer))
        self._try(tried, heading, lambda: self._bridge.do(what_if.loosen, chosen))

    def accept(self) -> None:
        """Keep what is looked at."""
        keep = self._keep
        if keep is not None:
            self._keep = None
            keep()
            self.left.emit()

    def give_up(self) -> None:
        """Back to the plan in force."""
        self._keep = None
        self.left.emit()

    def rhythms_menu(self) -> QMenu:
        """The rhythms in use, each with the longer one that is offered."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._bridge.ask(what_if.loosenings):
            words = self.tr("{now} becomes {then}").format(now=_rhythm(one.days), then=say_rhythm(one.longer))
            action = menu.addAction(f"{words}\t{self.tr('%n people', '', one.people)}")
            action.triggered.connect(lambda _=False, one=one: self.try_longer(one))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_trying:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _try(self, tried: WhatIf, heading: str, keep: Callable[[], object] | None) -> None:
        self._keep = keep
        rest = f" {tried.plan.message}" if tried.plan.message else ""
        self.words.set_text(f"{heading} {tried.words}{rest}")
        self._show((self.keep, self.leave))
        self.show()
        self.tried.emit(tried.plan)

    def _stretch(self) -> None:
        """The plan does so by itself; the words rest until the rhythms ask for something else."""
        stretched = self._bridge.ask(what_if.as_it_is)
        self._stretched = stretched.plan.message
        self.hide()
        self._bridge.said.emit(stretched.words, False)
        self.left.emit()

    def _show(self, shown: tuple[Button, ...]) -> None:
        focused = any(button.hasFocus() for button in self._all())
        for button in self._all():
            button.setVisible(button in shown)
        if focused:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _all(self) -> tuple[Button, ...]:
        return self.allow, self.loosen, self.stretch, self.keep, self.leave

    def _connect(self) -> None:
        self.allow.clicked.connect(
            lambda: self.try_budget(planning.enough_a_week(self._bridge.ask(planning.plan, planning.NEXT_ONLY).plan))
        )
        self.loosen.clicked.connect(
            lambda: self.rhythms_menu().popup(self.loosen.mapToGlobal(QPoint(0, self.loosen.height() + 4)))
        )
        self.stretch.clicked.connect(self._stretch)
        self.keep.clicked.connect(self.accept)
        self.leave.clicked.connect(self.give_up)


def _rhythm(days: int) -> str:
    words = say_rhythm(days)
    return words[:1].upper() + words[1:]
