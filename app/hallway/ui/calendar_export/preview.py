"""The right side of the panel: the entries as a calendar, as a list, and as the text of the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout

from hallway.domain.records import CalendarEntry
from hallway.ui.calendar_export.looks import say_span
from hallway.ui.calendar_export.rows import EntryList
from hallway.ui.calendar_export.weeks import WeeksGrid
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.segmented import SegmentedControl

CALENDAR, LIST, TEXT = "calendar", "list", "text"
MOST_LINES = 4_000
"""Of the file's text; nobody reads more, and laying it out takes time."""


class GridPage(ScrollArea):
    """Scrolls the weeks only when there is no room for them."""

    def sizeHint(self) -> QSize:
        grid = self.widget()
        return grid.sizeHint() if grid is not None else super().sizeHint()


class Preview(Ground):
    """`text_wanted` is told when the file's text comes into view and has to be made."""

    text_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("window")
        self._today = self._until = today
        self._heading = Label("", "strong", elide=True)
        self.before = icon_button("chevron-left", self.tr("Weeks before"), small=True)
        self.after = icon_button("chevron-right", self.tr("Weeks after"), small=True)
        words = ((CALENDAR, self.tr("Calendar"), ""), (LIST, self.tr("List"), ""), (TEXT, self.tr("File text"), ""))
        self.views = SegmentedControl(words, name=self.tr("Show as"))
        self.grid, self.list, self.text = WeeksGrid(today), EntryList(today), QPlainTextEdit()
        self._page = GridPage(self.grid)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_entries(self, entries: Sequence[CalendarEntry], until: date) -> None:
        """Show these, everywhere."""
        self._until = until
        self.grid.show_entries(entries, until)
        self.list.rows.show(entries)
        self._name()
        if self.is_text():
            self.text_wanted.emit()

    def show_text(self, data: bytes) -> None:
        """Show the file as it would be written."""
        lines = data.decode("utf-8", "replace").splitlines()
        shown = lines[:MOST_LINES]
        if len(lines) > MOST_LINES:
            shown.append(self.tr("… and {count} more lines").format(count=f"{len(lines) - MOST_LINES:,}"))
        self.text.setPlainText("\n".join(shown))

    def is_text(self) -> bool:
        """Whether the file's text is in view."""
        return self.views.current() == TEXT

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._heading, 1)
        for piece in (self.before, self.after):
            head.addWidget(piece)
        head.addSpacing(8)
        head.addWidget(self.views)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Text of the file"))
        for view in (self._page, self.list, self.text):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._show_view)
        self.before.clicked.connect(lambda: self.grid.turn(-1))
        self.after.clicked.connect(lambda: self.grid.turn(1))
        self.grid.turned.connect(self._name)
        self.grid.turned.connect(self._follow)
        self.grid.day_opened.connect(self._show_day)
        look.changed.connect(self._letters)
        self._letters()

    def _show_view(self, key: str) -> None:
        self._stack.setCurrentIndex((CALENDAR, LIST, TEXT).index(key))
        self._name()
        if key == TEXT:
            self.text_wanted.emit()

    def _show_day(self, day: date) -> None:
        """From a day of the calendar to the same day in the list."""
        self.views.choose(LIST)
        self.list.show_day(day)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Large letters in a small window: the marked day comes into view."""
        middle, half = self.grid.mark().center(), self.grid.mark().height() // 2
        self._page.ensureVisible(middle.x(), middle.y(), 0, half)

    def _name(self) -> None:
        """The days shown, and whether there are others to turn to."""
        in_calendar = self.views.current() == CALENDAR
        first, last = self.grid.span() if in_calendar else (self._today, self._until)
        self._heading.set_text(say_span(first, last))
        more = in_calendar and (self.grid.can_turn(-1) or self.grid.can_turn(1))
        for button, by in ((self.before, -1), (self.after, 1)):
            button.setVisible(more)
            button.setEnabled(self.grid.can_turn(by))

    def _letters(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(look.scaled(12))
        self.text.setFont(font)
