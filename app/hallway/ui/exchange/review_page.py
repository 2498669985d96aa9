"""The review: what a file would do, pairs to decide about, problems, and one button that does it all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hallway.domain.importing import Decision, Review
from hallway.domain.records import PersonRecord
from hallway.ui.exchange.pair_card import PairCard
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.exchange.review_frame import Numbers, ReviewFrame, list_card
from hallway.ui.exchange.review_rows import ReviewList, shown_events, shown_people
from hallway.ui.frame.bridge import Bridge
from hallway.usecases import exporting, importing


class ReviewPage(ReviewFrame):
    """People and events of files."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Bring people in"))
        self._bridge = bridge
        self.review = Review(())
        self._pair = 0
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
        self.clear_trouble()
        self.go_to_top()
        rows = len(review.rows) + len(review.events)
        subtitle = self.tr("{files}, {count} rows").format(files=", ".join(review.files), count=rows)
        self.header.set_subtitle(subtitle)
        self.events.rows.show(shown_events(review))
        self._events_card.setVisible(bool(review.events))
        self._people_card.setVisible(bool(review.rows))
        self.problems.show_problems(review.problems)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_M: Decision.MERGE, Qt.Key.Key_K: Decision.NEW}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and not control and self.pair.isVisible():
            self._decide(keys[event.key()])  # type: ignore[index]
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
        self.name_button()

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
        self._numbers.show_numbers(numbers)

    def name_button(self) -> None:
        """Say on the button what it will do."""
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

    def _connect(self) -> None:
        self.pair.merged.connect(lambda: self._decide(Decision.MERGE))
        self.pair.kept.connect(lambda: self._decide(Decision.NEW))
        self.pair.left_out.connect(lambda: self._decide(Decision.SKIP))
        self.pair.stepped.connect(self._step)
        self.people.clicked.connect(self._choose)
        self.finish.clicked.connect(lambda: self.finished.emit(self.review))

    def _choose(self) -> None:
        """A row one should decide about comes up beside the other one."""
        at = self.people.rows.shown[self.people.currentIndex().row()].at
        if at in self.review.doubtful:
            self._pair = self.review.doubtful.index(at)
            self._show()

    def _build(self) -> None:
        self._numbers = Numbers(self.tr("What this file brings"), (
            ("user-plus", "green", self.tr("will be added")), ("pencil", "blue", self.tr("learn something new")),
            ("check", "slate", self.tr("are here already, just so")),
            ("git-merge", "amber", self.tr("maybe the same person")), ("info", "slate", self.tr("lines to look at")),
        ))  # fmt: skip
        self._people_card = list_card(self.tr("People in the file"), self.people)
        self._events_card = list_card(self.tr("Events in the file"), self.events)
        self.lay_out((self._numbers, self.problems), (self.pair, self._people_card, self._events_card))
