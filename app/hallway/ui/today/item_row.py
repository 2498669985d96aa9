"""One small thing: closed it is a line with a reason; open it has a first draft and what can be done."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.today import CHECK_IN, Item
from hallway.ui.parts.day_field import day_popup
from hallway.ui.widgets.avatar import Avatar, Badge
from hallway.ui.widgets.button import icon_button, primary, quiet, secondary
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit

BADGES = {CHECK_IN: Badge("coffee", "green")}
PROMISE_BADGE = Badge("reply", "blue")


class ItemRow(QWidget):
    """An item of Today. Keys while it has the keyboard: Enter, D, Z, N, C, M."""

    opened = Signal()
    done = Signal(str)
    put_off = Signal(object)
    not_needed = Signal()
    copied = Signal(str)
    mailed = Signal(str)
    stepped = Signal(int)

    def __init__(self, item: Item, today: date, can_mail: bool) -> None:
        super().__init__()
        self.item = item
        self._today, self._can_mail = today, can_mail
        self._body: QWidget | None = None
        self.draft: NoteEdit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setAccessibleName(f"{item.title}. {item.why}")
        self._build()

    @property
    def is_open(self) -> bool:
        """Whether the draft is in view."""
        return self._body is not None and not self._body.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the draft and the buttons."""
        if is_open and self._body is None:
            self._body = self._open_part()
            self._column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._quick.setVisible(not is_open)

    def words(self) -> str:
        """The draft as it stands."""
        return self.draft.text() if self.draft is not None else self.item.draft

    def words_to_log(self) -> str:
        """What to keep in the timeline: the draft once it was made one's own, else nothing."""
        changed = self.draft is not None and self.draft.text().strip() != self.item.draft.strip()
        return self.words().strip() if changed else ""

    def open_later(self) -> None:
        """Offer other days."""
        anchor = self._later if self.is_open else self._clock
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, day in self._days():
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, day=day: self.put_off.emit(day))
        menu.addSeparator()
        menu.addAction(self.tr("Another day…")).triggered.connect(lambda: self._pick(anchor))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().keyPressEvent(event)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit()
            case Qt.Key.Key_D:
                self.done.emit(self.words_to_log())
            case Qt.Key.Key_Z:
                self.open_later()
            case Qt.Key.Key_N:
                self.not_needed.emit()
            case Qt.Key.Key_C:
                self.copied.emit(self.words())
            case Qt.Key.Key_M if self._can_mail:
                self.mailed.emit(self.words())
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)
        return None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def _days(self) -> list[tuple[str, date]]:
        tomorrow = self._today + timedelta(days=1)
        thursday = self._today + timedelta(days=(3 - self._today.weekday() - 1) % 7 + 1)
        week, month = self._today + timedelta(days=7), self._today + timedelta(days=30)
        days = [(self.tr("Tomorrow"), tomorrow), (self.tr("Thursday"), thursday)]
        days += [(self.tr("Next week"), week), (self.tr("In a month"), month)]
        return [(f"{words}, {say_day(day, self._today)}" if words != "Thursday" else say_day(day, self._today), day)
                for words, day in days]  # fmt: skip

    def _pick(self, anchor: QWidget) -> None:
        popup = day_popup(self, self._today, self.tr("Another day"))
        popup.kept.connect(self.put_off)
        popup.ask_below(anchor, self._today + timedelta(days=7))

    def _build(self) -> None:
        title = self.item.title
        self._check = icon_button("check", self.tr("Mark done: {what}").format(what=title))
        self._clock = icon_button("clock", self.tr("Another day: {what}").format(what=title))
        self._unfold = icon_button("chevron-down", self.tr("Open: {what}").format(what=title))
        self._check.clicked.connect(lambda: self.done.emit(self.words_to_log()))
        self._clock.clicked.connect(self.open_later)
        self._unfold.clicked.connect(self.opened)
        self._quick = QWidget()
        quick = QHBoxLayout(self._quick)
        quick.setContentsMargins(0, 0, 0, 0)
        quick.setSpacing(0)
        for button in (self._check, self._clock, self._unfold):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # D, Z and Enter on the row do the same
            quick.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, "item", elide=True))
        words.addWidget(Label(self.item.why, "body", "text2", elide=True))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Avatar(self.item.person, 40, BADGES.get(self.item.kind, PROMISE_BADGE)))
        head.addLayout(words, 1)
        head.addWidget(self._quick)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(12)
        self._column.addLayout(head)

    def _open_part(self) -> QWidget:
        panel = SoftPanel()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("A first line to start from"), "section", "text2"))
        head.addWidget(Label(self.tr("edit it as you like"), "small", "text2"), 1)
        panel.body.addLayout(head)
        self.draft = NoteEdit(least=3, bare=True, name=self.tr("Draft for {person}").format(person=self.item.person))
        self.draft.set_text(self.item.draft.strip())
        panel.body.addWidget(self.draft)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(56, 0, 4, 4)
        column.setSpacing(12)
        column.addWidget(panel)
        column.addLayout(self._buttons())
        return body

    def _buttons(self) -> QHBoxLayout:
        if self._can_mail:
            send = primary(self.tr("Copy and open mail"), "mail")
            send.clicked.connect(lambda: self.mailed.emit(self.words()))
        else:
            send = primary(self.tr("Copy"), "copy")
            send.clicked.connect(lambda: self.copied.emit(self.words()))
        done = secondary(self.tr("Done"), "check")
        done.clicked.connect(lambda: self.done.emit(self.words_to_log()))
        self._later = secondary(self.tr("Another day"), "clock")
        self._later.clicked.connect(self.open_later)
        leave = quiet(self.tr("Not needed"))
        leave.clicked.connect(self.not_needed)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, verb in ((send, "Write"), (done, "Done"), (self._later, "Another day"), (leave, "Not needed")):
            button.setAccessibleName(f"{self.tr(verb)}: {self.item.title}")
        for button in (send, done, self._later):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(leave)
        return row
