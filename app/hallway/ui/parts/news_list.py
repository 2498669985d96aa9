"""What somebody reached, or the user: rows with a kind and a day, the newest first, and a form below them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.achievements import Achievement, State, state_of
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.news_form import NewsForm
from hallway.ui.parts.news_words import LOOKS, line_words
from hallway.ui.parts.web import is_safe
from hallway.ui.theme import paint
from hallway.ui.widgets.button import icon_button, link, small
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import kind_dot
from hallway.usecases import achievements

SHOWN_AT_FIRST = 3


class NewsList(QWidget):
    """A few rows, the rest behind a link. `wanted` tells whom to congratulate on what; `left` when a form closes."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge, at_first: int = SHOWN_AT_FIRST) -> None:
        super().__init__()
        self._bridge, self._at_first, self._person_id, self._all = bridge, at_first, 0, False
        self._news: tuple[Achievement, ...] = ()
        self.rows: list[NewsRow] = []
        self.form: NewsForm | None = None
        self.more = link("")
        self.more.hide()
        self.more.clicked.connect(self._show_all)
        self._rows, column = QVBoxLayout(), QVBoxLayout(self)
        self._rows.setSpacing(4)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = column

    def show_news(self, person_id: int | None, news: Sequence[Achievement]) -> None:
        """Show those of a person, or (None) the user's own; a form begun for somebody else is put away."""
        if (person_id or 0) != self._person_id:
            self._person_id, self._all = person_id or 0, False
            if self.form is not None:
                self.form.hide()
        if tuple(news) != self._news:
            self._news = tuple(news)
            self._show_rows()

    def begin(self) -> None:
        """Note something new."""
        kind = "publication" if self._person_id == 0 else "award"
        self._open(Achievement("", kind, self._person_id or None))

    def _show_rows(self) -> None:
        """Rows are made once and used again, so that going through people stays quick."""
        shown = self._news if self._all else self._news[: self._at_first]
        while len(self.rows) < len(shown):
            row = NewsRow()
            row.chosen.connect(self._open)
            row.taken_away.connect(lambda one: self._bridge.do(achievements.remove, one.id))
            row.congratulate.connect(self.wanted)
            self.rows.append(row)
            self._rows.addWidget(row)
        today = self._bridge.desk.clock.today()
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_one(shown[place], today)
        hidden = len(self._news) - len(shown)
        self.more.setText(self.tr("%n more", "", hidden))
        self.more.setVisible(hidden > 0)

    def _show_all(self) -> None:
        self._all = True
        self._show_rows()
        self.rows[self._at_first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, one: Achievement) -> None:
        if self.form is None:
            self.form = NewsForm(self._bridge)
            self.form.left.connect(self.left)
            self._column.addWidget(self.form)
        self.form.begin(one)


class NewsRow(QWidget):
    """Enter or F2 changes it, Delete takes it away; a button congratulates while it is fresh."""

    chosen = Signal(object)
    taken_away = Signal(object)
    congratulate = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._one = Achievement("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.dot = kind_dot("sprout", "green", 24)
        self.title = Label("", "name", wrap=True)
        self.line = Label("", "small", "text2", wrap=True)
        self.say = small(self.tr("Congratulate…"), "party-popper")
        self.there = icon_button("external-link", self.tr("Open its page"), small=True)
        words, row = QVBoxLayout(), QHBoxLayout(self)
        words.setSpacing(0)
        for part in (self.title, self.line):
            words.addWidget(part)
        words.addSpacing(2)
        words.addWidget(self.say, 0, Qt.AlignmentFlag.AlignLeft)
        row.setContentsMargins(2, 4, 2, 4)
        row.setSpacing(10)
        row.addWidget(self.dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.there, 0, Qt.AlignmentFlag.AlignTop)
        self.say.clicked.connect(lambda: self.congratulate.emit(self._one))
        self.there.clicked.connect(self._open_link)

    def show_one(self, one: Achievement, today: date) -> None:
        """Show another one."""
        self._one = one
        icon, hue = LOOKS[one.kind]
        self.dot.set_icon(icon, hue=hue)
        self.title.set_text(one.title)
        self.line.set_text(line_words(one, today))
        self.line.setVisible(bool(self.line.text()))
        self.say.setVisible(one.person_id is not None and state_of(one, today) is State.FRESH)
        self.say.setAccessibleName(self.tr("Congratulate on {what}").format(what=one.title))
        self.there.setVisible(is_safe(one.link))
        self.there.setAccessibleName(self.tr("Open the page of {what}").format(what=one.title))
        spoken = (one.title, self.line.text(), self.tr("edit"))
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.chosen.emit(self._one)
        elif event.key() == Qt.Key.Key_Delete:
            self.taken_away.emit(self._one)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._one)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            paint.rounded_rect(QPainter(self), QRectF(self.rect()), 6, "hover")

    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl(self._one.link, QUrl.ParsingMode.StrictMode))
