"""Timeline: everything that happened, by day, with kinds as filters, a search and a way to any month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
MONTHS_AFTER = 30
"""Milliseconds by which the months come after the moments, so that these are painted first."""
TYPING_REST = 150
"""Milliseconds without a key after which the months follow the search; the moments follow every key."""


class TimelinePage(Page):
    """The whole story, newest first."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.chosen = TimelineFilter()
        self.search = SearchField(self.tr("Person, event or word"))
        self.everything = Chip(self.tr("Everything"), checkable=True)
        self.kinds = dict(self._kind_chips())
        self.until = Chip("", "calendar-days", removable=True)
        self.moments = MomentList(frame, self, timed=True)
        self.months = MonthList()
        self._months_due = QTimer(self, singleShot=True)
        self._mark_due = QTimer(self, singleShot=True, interval=0)
        self._was_shown = False
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        """The first time from the newest moment on; afterwards where one was."""
        if self._was_shown:
            self._ask_again()
        else:
            self._was_shown = True
            self._show()

    def refresh(self, changes: Changes) -> None:
        if changes.of(MOMENT) or changes.of(PERSON):
            self._ask_again()

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
        self._show_until(date.fromordinal(last.toordinal() - 1))
        self.months.mark(month)

    def show_newest(self) -> None:
        """Come back from a month to the newest moment."""
        self._show_until(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.chosen.up_to is not None:
            self.show_newest()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= look.scaled(MONTHS_HIDE_BELOW))

    def _show(self) -> None:
        """The moments at once, the months right after."""
        self._show_until(None)
        self._months_due.start(MONTHS_AFTER)

    def _show_until(self, day: date | None) -> None:
        self.chosen = replace(self.chosen, up_to=day)
        self.moments.show_filter(self.chosen)
        self.until.setVisible(day is not None)
        if day is not None:
            self.until.setText(self.tr("Until {month}").format(month=f"{day:%B %Y}"))
            self.until.setAccessibleName(self.tr("{until}, Delete takes off").format(until=self.until.text()))
            self.until.updateGeometry()
        self._say_why_empty()

    def _ask_again(self) -> None:
        self.moments.refresh()
        self._months_due.start(MONTHS_AFTER)

    def _show_months_in_view(self) -> None:
        if self.isVisible():  # a page that was left in the meantime asks when it is shown again
            self._show_months()

    def _show_months(self) -> None:
        self.months.show_months(self.frame.bridge.ask(interactions.months, replace(self.chosen, up_to=None)))
        self._mark_month()

    def _mark_month(self) -> None:
        day = self.moments.top_day()
        if day is not None:
            self.months.mark(f"{day:%Y-%m}")

    def _say_why_empty(self) -> None:
        if self.chosen.kinds or self.chosen.words.strip():
            self.moments.say_empty(
                self.tr("Nothing like that here"), self.tr("Other words or fewer filters may find it."),
                self.tr("Show everything"),
            )  # fmt: skip
        else:
            self.moments.say_empty(
                self.tr("Nothing written yet"), self.tr("Whatever you log with people is kept here, day by day."),
                self.tr("Log something"),
            )  # fmt: skip

    def _take_offer(self) -> None:
        """The button of the empty view."""
        if self.chosen.kinds or self.chosen.words.strip():
            self.search.clear()
            self._show_everything()
            self.focus_first()
        else:
            open_log(self.frame)

    def _look_for(self) -> None:
        self._filter()
        self._months_due.start(TYPING_REST)

    def _filter(self) -> None:
        """Chips combine; none chosen is everything."""
        kinds = frozenset(kind for group, chip in self.kinds.items() if chip.isChecked() for kind in group)
        self.everything.setChecked(not kinds)
        self.chosen = replace(self.chosen, kinds=kinds, words=self.search.text())
        self._show()

    def _show_everything(self) -> None:
        for chip in self.kinds.values():
            chip.setChecked(False)
        self._filter()

    def _go_to(self, person_id: int) -> None:
        self.frame.navigator.go(Place("people", "person", person_id))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self.focus_first)
        self.everything.clicked.connect(self._show_everything)
        for chip in self.kinds.values():
            chip.clicked.connect(self._filter)
        self.until.removed.connect(self.show_newest)
        self.moments.opened.connect(self._go_to)
        self.moments.offered.connect(self._take_offer)
        # Asking a view what it shows lays it out, which must not happen amid a change of its rows.
        self.moments.scrolled.connect(self._mark_due.start)
        self._mark_due.timeout.connect(self._mark_month)
        self._months_due.timeout.connect(self._show_months_in_view)
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
        for chip in (self.everything, *self.kinds.values(), self.until):
            flow.addWidget(chip)
        self.until.hide()
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
