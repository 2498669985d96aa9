"""The cards of the page: a chart with its list twin, and people one might enjoy catching up with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.figures import OldTie
from hallway.ui.charts.chart import Chart
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.day_field import ask_day
from hallway.ui.parts.face import Face
from hallway.ui.theme.look import look
from hallway.ui.widgets import paint
from hallway.ui.widgets.button import TitleLink, small
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.usecases import people

SOON = timedelta(days=7)


class ChartCard(Card):
    """A heading, a line below it, the chart or its values as a list, and a sentence at the foot."""

    def __init__(self, heading: str, chart: Chart, line: str = "", beside: QWidget | None = None) -> None:
        super().__init__(heading)
        self.chart, self._list, self._foot = chart, Label("", "body", wrap=True), Label("", "small", "text2", wrap=True)
        self._list.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if beside is not None:
            self.head.addWidget(beside)
        if line:
            self.body.addWidget(Label(line, "small", "text2", wrap=True))
        self.body.addWidget(chart)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self.body.addWidget(self._foot)
        self.say("")
        self.show_as_list(False)

    def say(self, words: str) -> None:
        """The sentence at the foot."""
        self._foot.set_text(words)
        self._foot.setVisible(bool(words))

    def show_as_list(self, on: bool) -> None:
        """The values in words, one a line, in place of the chart."""
        self.chart.setVisible(not on)
        self._list.setVisible(on)

    def show_words(self) -> None:
        """Take the chart's values into the list."""
        self._list.set_text("\n".join(self.chart.words()))


class Legend(QWidget):
    """What the colours of a chart mean."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for hue, words in entries:
            row.addWidget(_Swatch(hue))
            label = Label(words, "small", "text2")
            label.setContentsMargins(0, 0, 10, 0)
            row.addWidget(label)


class _Swatch(QWidget):
    def __init__(self, hue: str) -> None:
        super().__init__()
        self._hue = hue
        self.setFixedSize(look.scaled(10), look.scaled(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 2, fill=self._hue)


class OldTies(Card):
    """People one was well in touch with, some time ago; each can be put on a day."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(_t("You might enjoy catching up"))
        self._frame = frame
        self.body.addWidget(Label(_t("Good conversations, some time ago"), "small", "text2", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        words = _t("Everybody you were close to has heard from you within a year.")
        self._none = Label(words, "body", "text2", wrap=True)
        self.body.addWidget(self._none)

    def show_ties(self, ties: Sequence[OldTie]) -> None:
        """Show these."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tie in ties:
            self._rows.addWidget(self._row(tie))
        self._none.setVisible(not ties)

    def _row(self, tie: OldTie) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Face(self._frame.bridge, tie.person_id, tie.person, 32))
        words.setSpacing(0)
        name = TitleLink(tie.person)
        name.clicked.connect(lambda: self._frame.navigator.go(Place("people", "person", tie.person_id)))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(Label(tie.why, "small", "text2", elide=True))
        line.addLayout(words, 1)
        plan = small(_t("Plan"), "calendar-plus")
        plan.setAccessibleName(_t("Plan a day to write to {person}").format(person=tie.person))
        today = self._frame.bridge.desk.clock.today()
        keep = partial(self._plan, tie.person_id)
        plan.clicked.connect(lambda: ask_day(plan, today, _t("When to write"), keep, today + SOON))
        line.addWidget(plan)
        return row

    def _plan(self, person_id: int, day: date) -> None:
        self._frame.bridge.do(people.fix_check_in, person_id, day)


def _t(text: str) -> str:
    return QCoreApplication.translate("insights", text)
