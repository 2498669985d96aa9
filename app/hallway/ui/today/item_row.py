"""One small thing: closed it is a line with a reason; open it has a first draft and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.today import (
    CHECK_IN,
    CONGRATULATE,
    DEADLINE,
    FOLLOW_UP,
    INFORM,
    INTRODUCER,
    LOOK_THROUGH,
    MEETING,
    NEXT_ASK,
    NEXT_PERSON,
    ONCE_MORE,
    PROJECT_STEP,
    PROMISE,
    REFERRER,
    STEP,
    TALK_TODAY,
    TALK_TOMORROW,
    THANKS,
    THEIR_PROMISE,
    TO_MEET,
    WRITTEN,
    Item,
)
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.face import Face
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.today.item_draft import ItemDraft
from hallway.ui.today.item_menus import days_menu, item_menu
from hallway.ui.widgets.avatar import Badge
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.label import Label
from hallway.usecases.today import ABOUT_LETTERS

BADGES = {
    CHECK_IN: Badge("coffee", "green"), THANKS: Badge("heart", "rose"), FOLLOW_UP: Badge("message-circle", "violet"),
    CONGRATULATE: Badge("party-popper", "amber"), THEIR_PROMISE: Badge("corner-down-left", "slate"),
    PROMISE: Badge("reply", "blue"), INFORM: Badge("message-circle", "green"), TO_MEET: Badge("calendar-days", "blue"),
    LOOK_THROUGH: Badge("list-checks", "violet"), TALK_TODAY: Badge("send", "amber"),
    TALK_TOMORROW: Badge("send", "amber"), NEXT_PERSON: Badge("send", "blue"), ONCE_MORE: Badge("send", "blue"),
    INTRODUCER: Badge("handshake", "violet"), NEXT_ASK: Badge("life-buoy", "green"),
    REFERRER: Badge("handshake", "violet"), DEADLINE: Badge("compass", "amber"), STEP: Badge("compass", "green"),
    PROJECT_STEP: Badge("users-round", "green"), MEETING: Badge("id-card", "blue"),
    **dict.fromkeys(ABOUT_LETTERS, Badge("file-pen", "blue")),
}  # fmt: skip
FACE, EDGE, GAP = 40, 16, 10


class ItemRow(QWidget):
    """An item of Today. Keys while it has the keyboard: Enter, D, Z, N, C, M, Up, Down, Escape, Menu.

    `wanted` tells a verb and what belongs to it: "done", "copy" and "mail" with words, "put off" with a day,
    "not needed" and "person" with nothing.
    """

    opened = Signal()
    wanted = Signal(str, object)
    stepped = Signal(int)

    def __init__(self, bridge: Bridge, item: Item, today: date, can_mail: Callable[[Item], bool]) -> None:
        """`can_mail` is asked once, when the row is opened: it looks into the record."""
        super().__init__()
        self.item = item
        self.draft: ItemDraft | None = None
        self.line_above = False
        self._bridge, self._today, self._can_mail = bridge, today, can_mail
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setAccessibleName(f"{item.title}. {item.why}")
        self._build()
        look.changed.connect(self._fit)

    @property
    def is_open(self) -> bool:
        """Whether the draft is in view."""
        return self.draft is not None and not self.draft.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the draft and the buttons."""
        if is_open and self.draft is None:
            self.draft = self._make_draft()
            self._column.addWidget(self.draft)
            self._fit()
        if not is_open and self.draft is not None and self.draft.isAncestorOf(self.window().focusWidget()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.draft is not None:
            self.draft.setVisible(is_open)
        self._quick.setVisible(not is_open)
        self._more.setVisible(is_open)

    def words(self) -> str:
        """The draft as it stands."""
        return self.draft.words() if self.draft is not None else self.item.draft.strip()

    def own_words(self) -> str:
        """The draft once it was made one's own, else nothing: what is kept in the timeline."""
        words = self.words().strip()
        return words if words != self.item.draft.strip() else ""

    def take_words(self, words: str) -> None:
        """Go on with words that were typed into an earlier row for the same thing."""
        self.set_open(True)
        assert self.draft is not None
        self.draft.note.set_text(words)

    def open_later(self) -> None:
        """Offer other days."""
        anchor: QWidget = self.draft.later if self.draft is not None and self.is_open else self._clock
        menu = days_menu(self, anchor, self._today, lambda day: self.wanted.emit("put off", day))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        answers: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.opened.emit, Qt.Key.Key_Enter: self.opened.emit, Qt.Key.Key_Space: self.opened.emit,
            Qt.Key.Key_D: lambda: self.wanted.emit("done", self.own_words()),
            Qt.Key.Key_Z: self.open_later,
            Qt.Key.Key_N: lambda: self.wanted.emit("not needed", None),
            Qt.Key.Key_C: lambda: self.wanted.emit("copy", self.words()),
            Qt.Key.Key_M: lambda: self.wanted.emit("mail", self.words()),
            Qt.Key.Key_W: lambda: self.wanted.emit("write", None),
            Qt.Key.Key_Up: lambda: self.stepped.emit(-1), Qt.Key.Key_Down: lambda: self.stepped.emit(1),
            Qt.Key.Key_Escape: self._leave,
        }  # fmt: skip
        answer = answers.get(event.key())
        if answer is None:
            super().keyPressEvent(event)
        else:
            answer()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line opens or shuts it; one beside the draft does nothing."""
        in_head = self.draft is None or not self.is_open or event.position().y() < self.draft.y()
        if event.button() == Qt.MouseButton.LeftButton and in_head:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.line_above:
            paint.hairline(painter, 1, 0, self.width() - 1)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            ring = self.rect().toRectF().adjusted(4, 4, -4, -4)
            paint.focus_ring(painter, ring, 8, gap=-2)

    def _leave(self) -> None:
        """Escape leads from the draft to the line, and from the line to a shut one."""
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.is_open:
            self.opened.emit()

    def _open_menu(self, corner: QPoint) -> None:
        item_menu(self, self.item, self._answer_menu).popup(corner)

    def _answer_menu(self, verb: str) -> None:
        if verb == "put off":
            self.open_later()
        else:
            words = {"done": self.own_words(), "copy": self.words(), "mail": self.words()}
            self.wanted.emit(verb, words.get(verb))

    def _build(self) -> None:
        title = self.item.title
        self._check = icon_button("check", self.tr("Mark done: {what}").format(what=title))
        self._clock = icon_button("clock", self.tr("Another day: {what}").format(what=title))
        self._unfold = icon_button("chevron-down", self.tr("Open: {what}").format(what=title))
        self._more = icon_button("ellipsis", self.tr("More: {what}").format(what=title))
        self._check.clicked.connect(lambda: self.wanted.emit("done", self.own_words()))
        self._clock.clicked.connect(self.open_later)
        self._unfold.clicked.connect(self.opened)
        self._more.clicked.connect(lambda: self._open_menu(self._more.mapToGlobal(QPoint(0, self._more.height()))))
        self._quick = QWidget()
        quick = QHBoxLayout(self._quick)
        quick.setContentsMargins(0, 0, 0, 0)
        quick.setSpacing(0)
        for button in (self._check, self._clock, self._unfold):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # D, Z and Enter on the row do the same
            quick.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(title, "item", wrap=True))
        words.addWidget(Label(self.item.why, "body", "text2", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self._face = Face(self._bridge, self.item.person_id, self.item.person, FACE, BADGES.get(self.item.kind))
        head.addWidget(self._face)
        head.addLayout(words, 1)
        for tail in (self._quick, self._more):
            head.addWidget(tail)
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, 12, 12, 12)
        self._column.setSpacing(12)
        self._column.addLayout(head)

    def _make_draft(self) -> ItemDraft:
        draft = ItemDraft(self.item, self._can_mail(self.item), self.item.kind in WRITTEN)
        draft.done.connect(lambda: self.wanted.emit("done", self.own_words()))
        draft.copied.connect(lambda: self.wanted.emit("copy", self.words()))
        draft.mailed.connect(lambda: self.wanted.emit("mail", self.words()))
        draft.write_wanted.connect(lambda: self.wanted.emit("write", None))
        draft.put_off.connect(self.open_later)
        draft.not_needed.connect(lambda: self.wanted.emit("not needed", None))
        return draft

    def _fit(self) -> None:
        """The draft begins where the words of the line begin."""
        if self.draft is not None:
            self.draft.set_inset(self._face.sizeHint().width() + GAP)
