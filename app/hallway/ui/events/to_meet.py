"""People to meet at an event: why, what to ask, where they can be caught; one key says they were met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.events import LET_GO, MET, MISSED, WANTED
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.face import Face
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.widgets.button import icon_button, name, quiet, small
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import searching, wishes
from hallway.usecases.wishes import Suggestion, Wished


class ToMeet(QWidget):
    """The list with a field to add somebody; `changed_wanted` when one asks to change what is noted."""

    change_wanted = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame, self._bridge = frame, frame.bridge
        self._event_id = 0
        self.rows: list[WishRow] = []
        self.offers: list[Offer] = []
        self.count = Label("", "body", "text2")
        self.add = quiet(self.tr("Add"), "plus")
        self.field = TextField(self.tr("Who would you like to meet?"), icon="user-plus")
        self.suggest = Suggest(self.field, self._find)
        self.card = Card(padding=1, spacing=0)
        self.empty = Label(
            self.tr("Whom would you like to meet there? A name, a reason and one question are enough."),
            "body", "text2", wrap=True,
        )  # fmt: skip
        self.offered = Card(self.tr("Who may be worth meeting"), spacing=4)
        self._build()
        self._connect()

    def show_wishes(self, event_id: int, found: Sequence[Wished], now: datetime) -> None:
        """Show whom one wants to meet, and who else speaks there and why they may be worth it."""
        self._event_id = event_id
        met = sum(one.wish.state == MET for one in found)
        words = self.tr("{met} of {count} met").format(met=met, count=len(found)) if found else ""
        self.count.set_text(words)
        while len(self.rows) < len(found):
            self.rows.append(self._row())
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(found))
            if at < len(found):
                row.show_wish(found[at], now, last=at == len(found) - 1)
        self.card.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._show_offers(self._bridge.ask(wishes.suggestions, event_id))

    def ask_whom(self) -> None:
        """Open the field."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._close_field()
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> Sequence[Choice]:
        hits = self._bridge.ask(searching.find_people, words, 8)
        return [Choice(", ".join(part for part in (hit.title, hit.detail) if part), hit.id) for hit in hits]

    def _want(self, choice: Choice) -> None:
        if self._bridge.do(wishes.want, choice.id, self._event_id) is not None:
            self._close_field()

    def _want_by_name(self) -> None:
        words = self.field.text().strip()
        if words and self._bridge.do(wishes.want_by_name, words, self._event_id) is not None:
            self._close_field()

    def _close_field(self) -> None:
        self.field.clear()
        self.field.hide()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self) -> WishRow:
        row = WishRow(self._frame)
        row.met.connect(lambda id_: self._bridge.do(wishes.meet, id_))
        row.change_wanted.connect(self.change_wanted)
        self.card.body.addWidget(row)
        return row

    def _show_offers(self, found: Sequence[Suggestion]) -> None:
        for old in self.offers:
            old.hide()
            old.deleteLater()
        self.offers = [Offer(one) for one in found]
        for offer in self.offers:
            offer.wanted.connect(lambda one: self._bridge.do(wishes.want, one.person_id, self._event_id, one.why))
            self.offered.body.addWidget(offer)
        self.offered.setVisible(bool(found))

    def _connect(self) -> None:
        self.add.clicked.connect(self.ask_whom)
        self.suggest.chosen.connect(self._want)
        self.field.returnPressed.connect(self._want_by_name)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("People to meet"), "heading"))
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        self.add.setAccessibleName(self.tr("Add somebody to meet"))
        self.field.hide()
        self.card.setAccessibleName(self.tr("People to meet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for piece in (self.field, self.empty, self.card, self.offered):
            column.addWidget(piece)
        column.addStretch(1)


class WishRow(QWidget):
    """One person to meet. `met` tells the wish's id, `change_wanted` the wish."""

    met = Signal(int)
    change_wanted = Signal(object)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._seen: Wished | None = None
        self.face = Face(frame.bridge, 0, "", 36)
        self.name = name("")
        self.where = Label("", "small", "text2", wrap=True)
        self.reason = Label("", "body", "text2", wrap=True)
        self.opener = Label("", "body", wrap=True)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(4)
        self.done = small(self.tr("Met"), "check")
        self.state = Label("", "small", "green")
        self.more = icon_button("ellipsis", "", small=True)
        self._line = Hairline()
        self._build()
        self.name.clicked.connect(self._open)
        self.done.clicked.connect(lambda: self._seen and self.met.emit(self._seen.wish.id))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))

    def show_wish(self, seen: Wished, now: datetime, last: bool) -> None:
        """Show one; what was met already takes one line."""
        self._seen, wish = seen, seen.wish
        is_open = wish.state == WANTED
        self.face.show_person(wish.person_id, wish.person)
        self.name.setText(wish.person.replace("&", "&&"))
        self.name.setAccessibleName(self.tr("Open {name}").format(name=wish.person))
        self.where.set_text(self._where(seen, now) if is_open else wish.caught_at or wish.line)
        self._say(self.reason, wish.reason if is_open else "")
        through = self.tr("{name} could introduce you.").format(name=wish.through) if wish.through and is_open else ""
        self._say(self.opener, " ".join(part for part in (wish.opener if is_open else "", through) if part))
        self._show_questions(wish.questions if is_open else ())
        self.done.setVisible(is_open)
        self.done.setAccessibleName(self.tr("Met {name}").format(name=wish.person))
        said = {MET: self.tr("Met"), MISSED: self.tr("Another time"), LET_GO: self.tr("Not needed")}
        self.state.set_text(said.get(wish.state, ""))
        self.state.set_colour("green" if wish.state == MET else "text2")
        self.state.setVisible(not is_open)
        self.more.setAccessibleName(self.tr("More: meet {name}").format(name=wish.person))
        self.more.setToolTip(self.more.accessibleName())
        self._line.setVisible(not last)

    def menu(self) -> QMenu:
        """What else can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._seen is None:
            return menu
        wish, do = self._seen.wish, self._frame.bridge.do
        note = menu.addAction(self.tr("Reason, opener and questions…"))
        note.triggered.connect(lambda: self.change_wanted.emit(wish))
        if wish.state == WANTED:
            reach = menu.addAction(self.tr("Reach out, with these questions"))
            reach.triggered.connect(lambda: self._reach_out(wish.id))
            menu.addAction(self.tr("Another time")).triggered.connect(lambda: do(wishes.miss, wish.id))
            menu.addAction(self.tr("Not needed")).triggered.connect(lambda: do(wishes.let_go, wish.id))
        else:
            menu.addAction(self.tr("Back on the list")).triggered.connect(lambda: do(wishes.want_again, wish.id))
        return menu

    def _reach_out(self, wish_id: int) -> None:
        from hallway.usecases import outreach  # with the first time

        done = self._frame.bridge.do(outreach.reach_out_for_wish, wish_id)
        if done is not None:
            self._frame.navigator.go(Place("outreach", "one", done.value))

    def _where(self, seen: Wished, now: datetime) -> str:
        """Where they can be caught: what was noted, else the sessions they speak in, the next one first."""
        said = [seen.wish.caught_at] if seen.wish.caught_at else []
        clock = (now.date(), f"{now:%H:%M}")
        coming = [one for one in seen.speaks if (one.on, one.end_time or one.start_time) >= clock]
        for one in coming[:2]:
            if (one.on, one.start_time) <= clock:
                said.append(self.tr("Now, {room}").format(room=one.room or one.title))
            else:
                day = self.tr("Today") if one.on == now.date() else say_day(one.on, now.date())
                parts = (f"{day} {one.start_time}".strip(), one.title, one.room)
                said.append(", ".join(part for part in parts if part))
        return "\n".join(said) or seen.wish.line

    def _show_questions(self, questions: Sequence[str]) -> None:
        while (item := self._questions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for question in questions:
            self._questions.addWidget(QuestionLine(question))

    def _say(self, label: Label, words: str) -> None:
        label.set_text(words)
        label.setVisible(bool(words))

    def _open(self) -> None:
        if self._seen is not None:
            self._frame.navigator.go(Place("people", "person", self._seen.wish.person_id))

    def _build(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head, column = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addStretch(1)
        for piece in (self.done, self.state, self.more):
            head.addWidget(piece)
        column.setSpacing(4)
        column.addLayout(head)
        for words in (self.where, self.reason, self.opener):
            column.addWidget(words)
        column.addLayout(self._questions)
        row = QHBoxLayout()
        row.setContentsMargins(14, 12, 10, 12)
        row.setSpacing(12)
        row.addWidget(self.face, 0, top)
        row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(self._line)


class QuestionLine(QWidget):
    """A question with its mark."""

    def __init__(self, question: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 3, 0, 0)  # in the middle of the first line
        mark.addWidget(Picture("message-circle", 14, "text3"))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addWidget(Label(question, wrap=True), 1)


class Offer(QWidget):
    """Somebody who may be worth meeting, and why; `wanted` tells the suggestion."""

    wanted = Signal(object)

    def __init__(self, one: Suggestion) -> None:
        super().__init__()
        self.add = icon_button("plus", self.tr("Add {name} to the people to meet").format(name=one.person), small=True)
        self.add.clicked.connect(lambda: self.wanted.emit(one))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(one.person, "name", elide=True))
        words.addWidget(Label(one.why, "small", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addLayout(words, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
