"""The left side of the panel: what goes in, until when, with which reminder, and how much titles tell."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hallway.domain.records import CalendarStyle, EntryKind
from hallway.ui.calendar_export.looks import LOOKS, kinds_word, say_short
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import kind_dot
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases.calendars import FULL, INITIALS, NAMES, PRIVATE, CalendarChoice

MONTHS = (3, 6, 12, 24)
NINE, EIGHT, EVENING_BEFORE = 9 * 60, 8 * 60, -6 * 60
"""Minutes from midnight of the day."""


class Choices(ScrollArea):
    """`changed` is told for every change; `choice()` is what is chosen now."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.kinds: dict[EntryKind, QCheckBox] = {}
        self._counts: dict[EntryKind, Label] = {}
        self.when = SpanBox()
        self.reminder, self.form = QComboBox(), QComboBox()
        self.radios: dict[str, QRadioButton] = {}
        self._titles = QButtonGroup(self)
        self._form_help = Label("", "small", "text2", wrap=True)
        self._titles_help = Label("", "small", "text2", wrap=True)
        self._fill()
        self._build()
        self._explain()
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def choice(self) -> CalendarChoice:
        """What to export."""
        kinds = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
        style = CalendarStyle(form=self.form.currentData(), alarm_minutes=self.reminder.currentData())
        return CalendarChoice(kinds, (self.until() - self._today).days, self.detail(), style)

    def until(self) -> date:
        """The last day that is looked at."""
        return last_day(self._today, self.when.currentData())

    def detail(self) -> str:
        """How much titles tell, one of `calendars.DETAILS`."""
        return next(detail for detail, radio in self.radios.items() if radio.isChecked())

    def words(self) -> str:
        """What is chosen, to be remembered until the next time."""
        chosen = {
            "kinds": sorted(kind.value for kind, box in self.kinds.items() if box.isChecked()),
            "months": self.when.currentData(), "reminder": self.reminder.currentData(),
            "form": self.form.currentData(), "titles": self.detail(),
        }  # fmt: skip
        return json.dumps(chosen)

    def restore(self, words: str) -> None:
        """Choose what was remembered; what does not make sense any more stays as it is."""
        try:
            chosen = json.loads(words)
        except ValueError:
            return
        if not isinstance(chosen, dict):
            return
        for field, key in ((self.when, "months"), (self.reminder, "reminder"), (self.form, "form")):
            if key in chosen and (at := field.findData(chosen[key])) >= 0:
                field.setCurrentIndex(at)
        if (radio := self.radios.get(str(chosen.get("titles")))) is not None:
            radio.setChecked(True)
        kinds = chosen.get("kinds")
        if isinstance(kinds, list) and (known := {kind.value for kind in self.kinds} & set(map(str, kinds))):
            for kind, box in self.kinds.items():
                box.setChecked(kind.value in known)

    def show_counts(self, counts: Mapping[EntryKind, int]) -> None:
        """How many entries of each kind there are, also of those left out."""
        for kind, label in self._counts.items():
            label.set_text(str(counts.get(kind, 0)))
            words = self.tr("{kind}, {count}").format(kind=kinds_word(kind), count=counts.get(kind, 0))
            self.kinds[kind].setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """All of it without scrolling, where the window is tall enough."""
        content = self.widget()
        if content is None:
            return super().sizeHint()
        return QSize(content.sizeHint().width(), max(content.heightForWidth(self.width()), 0))

    def _fill(self) -> None:
        self.when.addItem(self.tr("next 5 weeks"), 0)
        words = (self.tr("next 3 months"), self.tr("next 6 months"), self.tr("a year"), self.tr("two years"))
        for months, word in zip(MONTHS, words, strict=True):
            self.when.addItem(word, months)
        self.reminder.addItem(self.tr("On the day, at 9:00"), NINE)
        self.reminder.addItem(self.tr("On the day, at 8:00"), EIGHT)
        self.reminder.addItem(self.tr("The evening before, at 18:00"), EVENING_BEFORE)
        self.reminder.addItem(self.tr("No reminder"), None)
        self.form.addItem(self.tr("Events"), "events")
        self.form.addItem(self.tr("Tasks"), "tasks")
        self.form.addItem(self.tr("Both"), "both")
        for box in (self.when, self.reminder, self.form):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.currentIndexChanged.connect(self._change)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("What to put in"), "section", "text2"))
        column.addLayout(self._kind_rows())
        self._add(column, self.tr("When"), self.when)
        self._add(column, self.tr("Reminder"), self.reminder)
        self._add(column, self.tr("Kind of entries"), self.form)
        column.addWidget(self._form_help)
        self._add(column, self.tr("Titles show"), self._title_rows())
        column.addWidget(self._titles_help)
        column.addStretch(1)
        self.setWidget(content)
        self.setAccessibleName(self.tr("What the calendar file holds"))

    def _add(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        label = Label(words, "section", "text2")
        label.setBuddy(field)
        field.setAccessibleName(words)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(field)

    def _kind_rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        for row, (kind, kind_look) in enumerate(LOOKS.items()):
            box, count = QCheckBox(), Label("0", "small", "text2")
            name = KindName(kinds_word(kind), box)
            box.setChecked(True)
            box.toggled.connect(self._change)
            self.kinds[kind], self._counts[kind] = box, count
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for at, widget in enumerate((box, kind_dot(kind_look.icon, kind_look.hue, size=24), name, count)):
                grid.addWidget(widget, row, at)
        grid.setColumnStretch(2, 1)
        return grid

    def _title_rows(self) -> QWidget:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(16)
        for detail, words in ((NAMES, self.tr("Names")), (INITIALS, self.tr("Initials"))):
            first.addWidget(self._radio(detail, words))
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._radio(PRIVATE, self.tr("“Check in” only")))
        column.addWidget(self._radio(FULL, self.tr("Names and last topic")))
        return rows

    def _radio(self, detail: str, words: str) -> QRadioButton:
        radio = QRadioButton(words)
        radio.setChecked(detail == NAMES)
        self.radios[detail] = radio
        self._titles.addButton(radio)
        radio.toggled.connect(lambda on: self._change() if on else None)
        return radio

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard comes into view."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, look.scaled(24))

    def _change(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        """The words that follow from what is chosen."""
        self.when.set_trailing(self.tr("to {day}").format(day=say_short(self.until(), self._today)))
        forms = {
            "events": self.tr("On the day, in every calendar."),
            "tasks": self.tr("To tick off, where there are tasks."),
            "both": self.tr("On the day, and as a task to tick off."),
        }
        titles = {
            NAMES: self.tr("Choose initials if colleagues can see your calendar."),
            INITIALS: self.tr("Events keep their own titles and places."),
            PRIVATE: self.tr("No name, no place, no topic."),
            FULL: self.tr("Whoever sees your calendar can read what you spoke about."),
        }
        self._form_help.set_text(forms[self.form.currentData()])
        self._titles_help.set_text(titles[self.detail()])
        self.form.setAccessibleDescription(self._form_help.text())


class KindName(Label):
    """The words beside a check box; a click on them ticks it."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setBuddy(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._box.click()


class SpanBox(QComboBox):
    """A combo box that says in grey where the chosen span ends."""

    def __init__(self) -> None:
        super().__init__()
        self._trailing = ""

    def set_trailing(self, words: str) -> None:
        """Show other words at the right."""
        self._trailing = words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = QRectF(self.rect()).adjusted(0, 0, -look.scaled(32), 0)
        paint.text_elided(QPainter(self), room, self._trailing, "small", "text2", paint.RIGHT)


def last_day(today: date, months: int) -> date:
    """The end of the span: so many months on; the Sunday that closes the fifth week for 0."""
    if not months:
        return today - timedelta(days=today.weekday()) + timedelta(days=34)
    years, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(years, month + 1, min(today.day, monthrange(years, month + 1)[1]))
