"""The review: what a file would do, pairs to decide about, problems, and one button that does it all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.importing import Decision, Review
from hallway.domain.records import PersonRecord
from hallway.ui.exchange.pair_card import PairCard
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.exchange.review_rows import ReviewList, shown_events, shown_people
from hallway.ui.exchange.steps import Steps
from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.card import Card, Ground, Hairline
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import Picture
from hallway.usecases import exporting, importing

SIDE = 360


class ReviewPage(QWidget):
    """Nothing changes until `finished` is answered."""

    finished = Signal(object)
    cancelled = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.review = Review(())
        self._pair = 0
        self._header = PageHeader(self.tr("Bring people in"))
        self._steps = Steps([self.tr("Choose a file"), self.tr("Review"), self.tr("Done")])
        self._messages = QVBoxLayout()
        self.pair = PairCard()
        self.people = ReviewList(self.tr("People in the file"))
        self.events = ReviewList(self.tr("Events in the file"))
        self.problems = ProblemList()
        self._build()
        self._connect()

    def focus_first(self) -> None:
        """On the pair when there is one, else on the button that finishes."""
        first = self.pair.merge if self.pair.isVisible() else self.finish
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, review: Review) -> None:
        """Show a new review from its first pair."""
        self.review, self._pair = review, 0
        self._clear_trouble()
        rows = len(review.rows) + len(review.events)
        subtitle = self.tr("{files}, {count} rows").format(files=", ".join(review.files), count=rows)
        self._header.set_subtitle(subtitle)
        self._steps.show_step(1)
        self.events.rows.show(shown_events(review))
        self._events_card.setVisible(bool(review.events))
        self._people_card.setVisible(bool(review.rows))
        self.problems.show_problems(review.problems)
        self._show()

    def show_busy(self, busy: bool) -> None:
        """Writing is under way."""
        self.finish.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        if busy:
            self.finish.setText(self.tr("Writing…"))
        else:
            self._name_button()

    def show_trouble(self, error: HallwayError) -> None:
        """What happened, what is safe, what to do; the review stays as it is."""
        self._clear_trouble()
        self._messages.addWidget(InlineMessage(error.sentence, tone="danger"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_M: Decision.MERGE, Qt.Key.Key_K: Decision.NEW}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish.click()
        elif event.key() in keys and not control and self.pair.isVisible():
            self._decide(keys[event.key()])  # type: ignore[index]
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _decide(self, decision: Decision) -> None:
        """Take a decision about the pair shown, and go to the next one."""
        self.review = importing.decide(self.review, self.review.doubtful[self._pair], decision)
        if self._pair + 1 < len(self.review.doubtful):
            self._pair += 1
        self._show()

    def _step(self, by: int) -> None:
        self._pair = (self._pair + by) % max(1, len(self.review.doubtful))
        self._show()

    def _show(self) -> None:
        doubtful = self.review.doubtful
        self.pair.setVisible(bool(doubtful))
        if doubtful:
            row = self.review.rows[doubtful[self._pair]]
            self.pair.show_pair(row, self._other(doubtful[self._pair]), self._pair + 1, len(doubtful))
        self.people.rows.show(shown_people(self.review))
        self._show_numbers()
        self._name_button()

    def _other(self, index: int) -> PersonRecord:
        row = self.review.rows[index]
        if row.person_id is not None:
            return self._bridge.ask(exporting.record_of, row.person_id)
        return self.review.rows[row.like_row or 0].record

    def _show_numbers(self) -> None:
        result = importing.result_of(self.review)
        numbers = (
            sum(result.added.values()), sum(result.updated.values()), sum(result.unchanged.values()),
            len(self.review.doubtful), len(self.review.problems),
        )  # fmt: skip
        for label, number in zip(self._numbers, numbers, strict=True):
            label.set_text(str(number))

    def _name_button(self) -> None:
        result = importing.result_of(self.review)
        added, updated = sum(result.added.values()), sum(result.updated.values())
        if added and updated:
            words = self.tr("Add {added}, update {updated}").format(added=added, updated=updated)
        elif added:
            words = self.tr("Add {added}").format(added=added)
        elif updated:
            words = self.tr("Update {updated}").format(updated=updated)
        else:
            words = self.tr("Nothing to add")
        self.finish.setText(words)
        self.finish.setEnabled(bool(added or updated))

    def _clear_trouble(self) -> None:
        while self._messages.count():
            item = self._messages.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()

    def _connect(self) -> None:
        self.pair.merged.connect(lambda: self._decide(Decision.MERGE))
        self.pair.kept.connect(lambda: self._decide(Decision.NEW))
        self.pair.left_out.connect(lambda: self._decide(Decision.SKIP))
        self.pair.stepped.connect(self._step)
        self.people.clicked.connect(self._choose)
        self.people.activated.connect(self._choose)
        self.finish.clicked.connect(lambda: self.finished.emit(self.review))
        self.cancel.clicked.connect(self.cancelled)

    def _choose(self) -> None:
        """A row one should decide about comes up beside the other one."""
        at = self.people.rows.shown[self.people.currentIndex().row()].at
        if at in self.review.doubtful:
            self._pair = self.review.doubtful.index(at)
            self._show()

    def _build(self) -> None:
        self._header.add_action(self._steps)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._summary())
        left.addWidget(self.problems)
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(look.scaled(SIDE))
        right = QVBoxLayout()
        right.setSpacing(16)
        self._people_card = self._list_card(self.tr("People in the file"), self.people)
        self._events_card = self._list_card(self.tr("Events in the file"), self.events)
        for card in (self.pair, self._people_card, self._events_card):
            right.addWidget(card)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setContentsMargins(28, 4, 28, 20)
        both.setSpacing(24)
        both.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        both.addLayout(right, 1)
        content = QWidget()
        content.setLayout(both)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._messages)
        column.addWidget(area, 1)
        column.addWidget(Hairline())
        column.addWidget(self._foot())

    def _summary(self) -> Card:
        card = Card(self.tr("What this file brings"), spacing=10)
        rows = (
            ("user-plus", "green", self.tr("will be added")), ("pencil", "blue", self.tr("learn something new")),
            ("check", "slate", self.tr("are here already, just so")),
            ("git-merge", "amber", self.tr("maybe the same person")), ("info", "slate", self.tr("lines to look at")),
        )  # fmt: skip
        self._numbers: list[Label] = []
        for icon, hue, words in rows:
            number = Label("0", "strong")
            number.setMinimumWidth(look.scaled(36))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._numbers.append(number)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Picture(icon, 26, hue=hue))
            row.addWidget(number)
            row.addWidget(Label(words, "body", "text2"), 1)
            card.body.addLayout(row)
        return card

    def _list_card(self, heading: str, rows: ReviewList) -> Card:
        card = Card(heading, padding=12, spacing=6)
        rows.setMinimumHeight(look.scaled(240))
        card.body.addWidget(rows)
        return card

    def _foot(self) -> QWidget:
        foot = Ground("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 14, 28, 14)
        row.setSpacing(10)
        words = self.tr("Nothing changes until you finish. Afterwards one Undo takes it all back.")
        self.cancel = quiet(self.tr("Cancel"))
        self.finish = primary(self.tr("Add people"), "check", "Ctrl+Enter")
        row.addWidget(Picture("shield-check", 16, "text2"))
        row.addWidget(Label(words, "body", "text2", wrap=True), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.finish)
        return foot
