"""History: every step in words and the way back to any of them; beside it what was let go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.history.let_go_pane import LetGoPane
from hallway.ui.history.steps_pane import StepsPane
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.tab_strip import TabStrip

STEPS, LET_GO = "steps", "let go"


class HistoryPage(Page):
    """Two tabs over one list each. Escape leads back to where one came from."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        tabs = ((STEPS, self.tr("History")), (LET_GO, self.tr("Let go")))
        self.tabs = TabStrip(tabs, name=self.tr("Steps or what you let go"))
        self.steps = StepsPane(frame.bridge)
        self.let_go = LetGoPane(frame.bridge)
        self._stack = QStackedWidget()
        self._build()
        self.tabs.chosen.connect(self._show_tab)
        for pane in (self.steps, self.let_go):
            pane.left.connect(frame.navigator.back)

    def show_place(self, place: Place) -> None:
        self._ask()
        self.tabs.choose(LET_GO if place.subject == LET_GO else STEPS if place.subject else self.tabs.current())
        self.focus_first()

    def refresh(self, changes: Changes) -> None:
        self._ask()

    def focus_first(self) -> None:
        pane = self._pane()
        if pane.has_rows():
            pane.focus_first()
        else:
            self.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.steps.refresh()
        self.let_go.refresh()
        self.tabs.set_count(LET_GO, self.let_go.model.rowCount())

    def _pane(self) -> StepsPane | LetGoPane:
        return self.let_go if self.tabs.current() == LET_GO else self.steps

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pane())
        self.frame.navigator.note(Place("history", key))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = self.tr("Everything you did can be taken back, and done again")
        column.addWidget(PageHeader(self.tr("History"), words))
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 28, 6)
        row.addWidget(self.tabs)
        column.addLayout(row)
        for pane in (self.steps, self.let_go):
            self._stack.addWidget(pane)
        column.addWidget(self._stack, 1)
