"""Days in words: a field that takes "in 6 weeks", shows what it understood, and a month beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.month_grid import MonthGrid, long_words
from hallway.ui.widgets.overlay import FloatingCard
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.speak import announce
from hallway.ui.widgets.text_field import TextField


class Reading(NamedTuple):
    """What some words mean as a day.

    ``day`` is None when they mean none. ``message`` is then a sentence that helps, otherwise the
    distance in words ("6 weeks"). ``alternatives`` are other days they may mean.
    """

    day: date | None
    message: str = ""
    alternatives: Sequence[date] = ()


Read = Callable[[str], "Reading | tuple[date | None, str, Sequence[date]]"]


class DatePanel(QWidget):
    """The field, the reading below it, a month, and suggestions.

    Enter keeps the day understood (``kept``), Escape leaves (``left``). Down goes from the field
    to the month. Words that mean no day keep nothing and show a sentence.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(
        self,
        read: Read,
        today: date,
        *,
        suggestions: Sequence[str] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._day = read, today
        self.field = TextField(self.tr("A day, or words for one"), icon="calendar-days", name=name)
        self.month = MonthGrid(today, today=today)
        self._reading = Label("", "strong", elide=True)
        self._distance = Label("", "small", "text3")
        self._help = Label("", "small", "text2", wrap=True)
        self._mark = Picture("corner-down-left", 14, "accent")
        self._others = QWidget()
        self._other_rows = FlowLayout(self._others)
        self._understood: date | None = None
        self._build(suggestions)
        self.field.textChanged.connect(self._understand)
        self.field.returnPressed.connect(self._keep)
        self.month.moved.connect(self._follow_month)
        self.month.picked.connect(self.kept)

    def begin(self, day: date | None) -> None:
        """Show a day to start from, and give the field the keyboard."""
        self.field.clear()
        if day is not None:
            self._show_day(day, "")
            self.month.set_day(day)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.month.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build(self, suggestions: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        reading = QHBoxLayout()
        reading.setContentsMargins(4, 2, 4, 2)
        reading.setSpacing(8)
        reading.addWidget(self._mark)
        reading.addWidget(self._reading, 1)
        reading.addWidget(self._distance)
        column.addWidget(self.field)
        column.addLayout(reading)
        column.addWidget(self._help)
        column.addWidget(self._others)
        column.addWidget(Hairline())
        column.addWidget(self.month)
        column.addStretch(1)
        self._others.hide()
        self._help.hide()
        if suggestions:
            column.addWidget(Hairline())
            column.addWidget(self._suggestion_row(suggestions))
        self.setFixedWidth(look.scaled(256))

    def _suggestion_row(self, suggestions: Sequence[str]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for words in suggestions:
            chip = Chip(words, button=True)
            chip.clicked.connect(lambda _=False, said=words: self._say(said))
            flow.addWidget(chip)
        return row

    def _say(self, words: str) -> None:
        self.field.setText(words)
        self._keep()

    def _understand(self, words: str) -> None:
        if not words.strip():
            self._clear_reading()
            return
        reading = Reading(*self._read(words))
        self._understood = reading.day
        self._offer(reading.alternatives)
        if reading.day is None:
            self._clear_words()
            self._help.set_text(reading.message)
            self._help.show()
            announce(self.field, reading.message)
        else:
            self._show_day(reading.day, reading.message)
            self.month.set_day(reading.day)

    def _show_day(self, day: date, distance: str) -> None:
        self._understood = day
        self._help.hide()
        for part in (self._mark, self._reading, self._distance):
            part.show()
        self._reading.set_text(long_words(day))
        self._distance.set_text(distance)
        announce(self.field, long_words(day))

    def _clear_reading(self) -> None:
        self._understood = None
        self._clear_words()
        self._offer(())

    def _clear_words(self) -> None:
        for part in (self._mark, self._reading, self._distance, self._help):
            part.hide()

    def _offer(self, days: Sequence[date]) -> None:
        self._other_rows.clear()
        for day in days:
            chip = Chip(long_words(day), "calendar-days", button=True)
            chip.clicked.connect(lambda _=False, chosen=day: self.kept.emit(chosen))
            self._other_rows.addWidget(chip)
        self._others.setVisible(bool(days))

    def _follow_month(self, day: date) -> None:
        self._show_day(day, "")

    def _keep(self) -> None:
        if self._understood is not None:
            self.kept.emit(self._understood)


class DatePopup(FloatingCard):
    """The panel in a popup: ``ask_below(anchor, day)``; ``kept`` tells the day."""

    kept = Signal(object)

    def __init__(self, parent: QWidget, read: Read, today: date, *, suggestions: Sequence[str] = (), name: str = ""):
        super().__init__(parent)
        self.panel = DatePanel(read, today, suggestions=suggestions, name=name)
        self.body.addWidget(self.panel)
        self.panel.kept.connect(self._keep)
        self.panel.left.connect(self.close)

    def ask_below(self, anchor: QWidget, day: date | None = None) -> None:
        """Open under a widget, starting from a day."""
        self.open_below(anchor)
        self.panel.begin(day)

    def _keep(self, day: date) -> None:
        self.close()
        self.kept.emit(day)


class DateField(TextField):
    """A field that shows a day; click, Enter, F2, Down or a letter opens the popup to change it.

    ``kept`` tells the new day. ``read`` gives words their meaning, see Reading; Delete empties the
    field when ``clearable`` and tells None.
    """

    kept = Signal(object)

    def __init__(
        self,
        read: Read,
        today: date,
        *,
        day: date | None = None,
        placeholder: str = "",
        name: str = "",
        suggestions: Sequence[str] = (),
        clearable: bool = False,
    ) -> None:
        super().__init__(placeholder, icon="calendar-days", name=name)
        self.setReadOnly(True)
        self.setProperty("awake", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._day, self._clearable, self._name = day, clearable, name or placeholder
        self._popup = DatePopup(self, read, today, suggestions=suggestions, name=name)
        self._popup.kept.connect(self._keep)
        self.set_day(day)

    def day(self) -> date | None:
        """Return the day shown, None while empty."""
        return self._day

    def set_day(self, day: date | None, trailing: str = "") -> None:
        """Show a day, without telling; ``trailing`` are grey words at the right ("in 6 weeks")."""
        self._day = day
        self.setText(long_words(day) if day else "")
        self.setCursorPosition(0)
        self.set_trailing(trailing)
        self.setAccessibleName(", ".join(part for part in (self._name, self.text()) if part))

    def open_popup(self, words: str = "") -> None:
        """Open the popup, with some words already typed."""
        self._popup.ask_below(self, self._day)
        if words:
            self._popup.panel.field.setText(words)

    def popup(self) -> DatePopup:
        """Return the popup."""
        return self._popup

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(248), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opening = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_Space)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)  # Ctrl+Enter is for the form that the field stands in
        elif event.key() in opening:
            self.open_popup()
        elif self._clearable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._keep(None)
        elif event.text().isprintable() and event.text():
            self.open_popup(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.open_popup()

    def _keep(self, day: date | None) -> None:
        self.set_day(day)
        self.kept.emit(day)
