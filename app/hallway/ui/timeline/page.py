"""Timeline: everything that happened, by day, with kinds as filters, a search and a way to any month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.changes import MOMENT, PERSON, Changes
from hallway.domain.interactions import Kind
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.parts.kinds import LOOKS
from hallway.ui.parts.log_panel import open_log
from hallway.ui.parts.moments import MomentList
from hallway.ui.theme.look import look
from hallway.ui.timeline.months import MonthList
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.search_field import SearchField
from hallway.usecases import interactions
from hallway.usecases.interactions import TimelineFilter

MONTHS_HIDE_BELOW = 860
SEARCH_WIDTH = 230


class TimelinePage(Page):
    """The whole story, newest first."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.chosen = TimelineFilter()
        self.search = SearchField(self.tr("Person, event or word"))
        self.everything = Chip(self.tr("Everything"), checkable=True)
        self.kinds = dict(self._kind_chips())
        self.moments = MomentList(frame, self, timed=True)
        self.months = MonthList()
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        self._show()

    def refresh(self, changes: Changes) -> None:
        if changes.of(MOMENT) or changes.of(PERSON):
            self.moments.refresh()
            self._show_months()

    def focus_first(self) -> None:
        self.moments.setFocus(Qt.FocusReason.TabFocusReason)

    def find_on_page(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def jump_to(self, month: str) -> None:
        """Begin with the newest moment of a month ("2026-06")."""
        year, number = (int(part) for part in month.split("-"))
        last = date(year + number // 12, number % 12 + 1, 1)
        self.chosen = replace(self.chosen, up_to=date.fromordinal(last.toordinal() - 1))
        self.moments.show_filter(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= look.scaled(MONTHS_HIDE_BELOW))

    def _show(self) -> None:
        self.moments.show_filter(self.chosen)
        self._show_months()

    def _show_months(self) -> None:
        self.months.show_months(self.frame.bridge.ask(interactions.months, replace(self.chosen, up_to=None)))

    def _filter(self) -> None:
        """Chips combine; none chosen is everything."""
        kinds = frozenset(kind for group, chip in self.kinds.items() if chip.isChecked() for kind in group)
        self.everything.setChecked(not kinds)
        self.chosen = replace(self.chosen, kinds=kinds, words=self.search.text(), up_to=None)
        self._show()

    def _show_everything(self) -> None:
        for chip in self.kinds.values():
            chip.setChecked(False)
        self._filter()

    def _go_to(self, person_id: int) -> None:
        self.frame.navigator.go(Place("people", "person", person_id))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.everything.clicked.connect(self._show_everything)
        for chip in self.kinds.values():
            chip.clicked.connect(self._filter)
        self.moments.opened.connect(self._go_to)
        self.months.chosen.connect(self.jump_to)

    def _kind_chips(self) -> list[tuple[tuple[Kind, ...], Chip]]:
        groups = (
            (self.tr("Conversations"), (Kind.CONVERSATION, Kind.CALL, Kind.VIDEO_CALL, Kind.CHECK_IN)),
            (self.tr("People met"), (Kind.MET,)),
            (self.tr("Messages"), (Kind.MESSAGE,)),
            (self.tr("Introductions"), (Kind.INTRODUCTION, Kind.INTRODUCTION_REQUEST)),
            (self.tr("Thanks"), (Kind.THANK_YOU, Kind.CONGRATULATION, Kind.GIFT_OF_TIME)),
            (self.tr("Interviews"), (Kind.INTERVIEW,)),
        )
        return [(kinds, Chip(words, LOOKS[kinds[0]].icon, checkable=True)) for words, kinds in groups]

    def _build(self) -> None:
        header = PageHeader(self.tr("Timeline"), self.tr("Everything that happened, newest first"))
        self.search.setFixedWidth(look.scaled(SEARCH_WIDTH))
        log = secondary(self.tr("Log something"), "plus")
        log.clicked.connect(lambda: open_log(self.frame))
        header.add_action(self.search)
        header.add_action(log)
        chips = QWidget()
        flow = FlowLayout(chips)
        self.everything.setChecked(True)
        for chip in (self.everything, *self.kinds.values()):
            flow.addWidget(chip)
        card = Card(padding=12)
        card.body.addWidget(self.moments)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 4, 0, 0)
        side.addWidget(Label(self.tr("Jump to a month"), "section", "text2"))
        side.addWidget(self.months, 1)
        self._side.setFixedWidth(look.scaled(180))
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addWidget(card, 1)
        both.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(0)
        column.addWidget(header)
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 0, 28, 0)
        inner.setSpacing(14)
        inner.addWidget(chips)
        inner.addLayout(both, 1)
        column.addLayout(inner, 1)
