"""The review: what a file would do, pairs to decide about, problems, and one button that does it all."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox

from hallway.domain.importing import MESSAGES, Decision, Review
from hallway.domain.matching import NAME_AND_PLACE, Verdict
from hallway.domain.records import PersonRecord
from hallway.ui.exchange.columns_card import ColumnsCard
from hallway.ui.exchange.pair_card import PairCard
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.exchange.review_frame import Numbers, ReviewFrame, list_card
from hallway.ui.exchange.review_rows import ReviewList, shown_events, shown_people
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases import exporting, importing


class ReviewPage(ReviewFrame):
    """People and events of files; what is decided about a row stays decided while others are still compared."""

    layout_changed = Signal(str, object)
    form_changed = Signal(str, str, str)
    texts_changed = Signal(bool)
    stopped = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Bring people in"))
        self._bridge = bridge
        self.review = Review(())
        self._pair = 0
        self._decisions: dict[tuple[str, str], Decision] = {}
        self._whole = True
        self.columns = ColumnsCard()
        self.texts = QCheckBox(self.tr("Keep what was written in the messages, too"))
        self.pair = PairCard()
        self.people = ReviewList(self.tr("People in the file"))
        self.events = ReviewList(self.tr("Events in the file"))
        self.problems = ProblemList()
        self._progress: ProgressStrip | None = None
        self._progress_card = Card()
        self._build()
        self._connect()

    def focus_first(self) -> None:
        """On the pair when there is one, else on the button that finishes."""
        first = self.pair.merge if self.pair.isVisible() else self.finish
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Another import: nothing is decided yet."""
        self._decisions.clear()
        with QSignalBlocker(self.texts):
            self.texts.setChecked(False)
        self._pair = 0
        self.clear_trouble()
        self.go_to_top()

    def show_review(self, review: Review, *, whole: bool = True) -> None:
        """Show a review, or what there is of it while other rows are still compared."""
        self._whole = whole
        if whole:
            self.hide_progress()
        self.review = self._with_decisions(review)
        self._pair = max(0, min(self._pair, len(self.review.doubtful) - 1))
        self._say_title()
        self.columns.show_layouts(review.layouts)
        self.texts.setVisible(any(row.kind == MESSAGES for row in review.rows))
        self.events.rows.show(shown_events(review))
        self._events_card.setVisible(bool(review.events))
        self._people_card.setVisible(bool(review.rows))
        self._show()
        self._place_problems()

    def _place_problems(self) -> None:
        """Below the people while there are columns beside them, else below the numbers."""
        found = importing.result_of(self.review).problems if self._is_matched() else ()
        self.problems.show_problems(found)
        column = self.main if self.review.layouts else self.side
        if column.indexOf(self.problems) < 0:
            column.insertWidget(column.count() - 1, self.problems)

    def show_count(self, heading: str, done: int, total: int) -> None:
        """How far the comparison is."""
        if self._progress is None:
            self._progress = ProgressStrip(heading)
            self._progress.stopped.connect(self.stopped)
            self._progress_card.body.addWidget(self._progress)
            self._progress_card.show()
        self._progress.show_progress(done, total)

    def hide_progress(self) -> None:
        """Everything is compared."""
        self._progress_card.hide()
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None

    def show_again(self) -> None:
        """The rows are read anew: until they are, nothing can be finished."""
        self._whole = False
        self.name_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_M: Decision.MERGE, Qt.Key.Key_K: Decision.NEW, Qt.Key.Key_L: Decision.LATER}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and not control and self.pair.isVisible():
            self._decide(keys[event.key()])  # type: ignore[index]
        else:
            super().keyPressEvent(event)

    def _with_decisions(self, review: Review) -> Review:
        """What was decided about these very rows, also when they were read anew with other columns."""
        found = {at: self._decisions.get((row.file, row.record.where)) for at, row in enumerate(review.rows)}
        fitting = {
            at: decision for at, decision in found.items()
            if decision and (decision is not Decision.MERGE or review.rows[at].like)
        }  # fmt: skip
        return importing.decided(review, fitting)

    def _say_title(self) -> None:
        files, rows = ", ".join(self.review.files), len(self.review.rows) + len(self.review.events)
        rows = rows or sum(layout.rows for layout in self.review.layouts.values())
        self.header.set_subtitle(self.tr("{files}, %n rows", "", rows).format(files=files))
        if not self.review.layouts:
            self.steps.show_step(1, [self.tr("Choose a file"), self.tr("Review"), self.tr("Done")])
            return
        names = [self.tr("Choose a file"), self.tr("Match columns"), self.tr("Review"), self.tr("Done")]
        self.steps.show_step(2 if self._is_matched() else 1, names)

    def _is_matched(self) -> bool:
        """Whether every table says who its rows are about; before that each of them would be a problem."""
        return all(layout.names_people for layout in self.review.layouts.values())

    def _decide(self, decision: Decision) -> None:
        """Take a decision about the pair shown, and go to the next one."""
        self._put(self.review.doubtful[self._pair], decision)
        if self._pair + 1 < len(self.review.doubtful):
            self._pair += 1
        self._show()

    def _alike(self) -> list[int]:
        """The rows that are a question because of a name and a place, and that nobody has answered."""
        rows = ((at, self.review.rows[at]) for at in self.review.doubtful)
        return [
            at for at, row in rows
            if row.match.why == NAME_AND_PLACE and (row.file, row.record.where) not in self._decisions
        ]  # fmt: skip

    def _merge_alike(self) -> None:
        for at in self._alike():
            row = self.review.rows[at]
            self._decisions[(row.file, row.record.where)] = Decision.MERGE
        self.review = self._with_decisions(self.review)
        self._show()

    def _put(self, at: int, decision: Decision) -> None:
        row = self.review.rows[at]
        self._decisions[(row.file, row.record.where)] = decision
        self.review = importing.decide(self.review, at, decision)

    def _step(self, by: int) -> None:
        self._pair = (self._pair + by) % max(1, len(self.review.doubtful))
        self._show()

    def _show(self) -> None:
        doubtful = self.review.doubtful
        self.pair.setVisible(bool(doubtful))
        if doubtful:
            row = self.review.rows[doubtful[self._pair]]
            alike = len(self._alike()) if row.match.why == NAME_AND_PLACE else 0
            self.pair.show_pair(row, self._other(doubtful[self._pair]), self._pair + 1, len(doubtful), alike)
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
        moments = importing.INTERACTIONS
        numbers = (
            sum(result.added.values()) - result.added.get(moments, 0), sum(result.updated.values()),
            sum(result.unchanged.values()) - result.unchanged.get(moments, 0), result.added.get(moments, 0),
            len(self.review.doubtful), result.left_out, len(result.problems),
        )  # fmt: skip
        self._numbers.show_numbers(numbers)

    def name_button(self) -> None:
        """Say on the button what it will do."""
        result = importing.result_of(self.review)
        moments = result.added.get(importing.INTERACTIONS, 0)
        added, updated = sum(result.added.values()) - moments, sum(result.updated.values())
        if added and updated:
            words = self.tr("Add {added}, update {updated}").format(added=added, updated=updated)
        elif added:
            words = self.tr("Add {added}").format(added=added)
        elif updated:
            words = self.tr("Update {updated}").format(updated=updated)
        else:
            later = any(row.decision is Decision.LATER for row in self.review.rows)
            words = self.tr("Decide later") if later else self.tr("Nothing to add")
        self.finish.setText(words if self._whole else self.tr("Comparing…"))
        waits = any(row.waiting_id or row.decision is Decision.LATER for row in self.review.rows)
        self.finish.setEnabled(self._whole and bool(added or updated or waits))

    def _connect(self) -> None:
        self.pair.merged.connect(lambda: self._decide(Decision.MERGE))
        self.pair.kept.connect(lambda: self._decide(Decision.NEW))
        self.pair.left_out.connect(lambda: self._decide(Decision.SKIP))
        self.pair.merged_alike.connect(self._merge_alike)
        self.pair.put_off.connect(lambda: self._decide(Decision.LATER))
        self.columns.changed.connect(self.layout_changed)
        self.columns.form_changed.connect(self.form_changed)
        self.texts.toggled.connect(self.texts_changed)
        self.all_in.clicked.connect(lambda: self._put_new(Decision.NEW))
        self.none_in.clicked.connect(lambda: self._put_new(Decision.SKIP))
        self.pair.stepped.connect(self._step)
        self.people.clicked.connect(self._choose)
        self.finish.clicked.connect(lambda: self.finished.emit(self.review))

    def _choose(self) -> None:
        """A row to decide about comes up beside the other one; any other is taken in or left out."""
        index = self.people.currentIndex()
        at = self.people.rows.shown[index.row()].at
        if at in self.review.doubtful:
            self._pair = self.review.doubtful.index(at)
        else:
            self._turn(at)
        self._show()
        self.people.setCurrentIndex(self.people.rows.index(index.row()))

    def _turn(self, at: int) -> None:
        row = self.review.rows[at]
        back = Decision.MERGE if row.like and row.match.verdict is Verdict.SAME else Decision.NEW
        self._put(at, back if row.decision is Decision.SKIP else Decision.SKIP)

    def _put_new(self, decision: Decision) -> None:
        """Take in everybody who is surely not here, or leave them out."""
        for row in self.review.rows:
            if row.match.verdict is Verdict.NEW:
                self._decisions[(row.file, row.record.where)] = decision
        self.review = self._with_decisions(self.review)
        self._show()

    def _build(self) -> None:
        self._numbers = Numbers(self.tr("What this file brings"), (
            ("user-plus", "green", self.tr("will be added")), ("pencil", "blue", self.tr("learn something new")),
            ("check", "slate", self.tr("are here already, just so")),
            ("history", "violet", self.tr("moments for the timeline")),
            ("git-merge", "amber", self.tr("maybe the same person")), ("minus", "slate", self.tr("left out")),
            ("info", "slate", self.tr("lines to look at")),
        ), always=False)  # fmt: skip
        self._people_card = list_card(self.tr("People in the file"), self.people)
        self.all_in, self.none_in = link(self.tr("Take all in")), link(self.tr("Take nobody new"))
        for choice in (self.all_in, self.none_in):
            self._people_card.head.addWidget(choice)
        hint = self.tr("Click a row, or press Space on it, to leave it out or take it in.")
        self._people_card.body.addWidget(Label(hint, "small", "text2", wrap=True))
        self._people_card.body.addWidget(self.texts)
        self._progress_card.hide()
        self.columns.hide()
        self._events_card = list_card(self.tr("Events in the file"), self.events)
        self.lay_out(
            (self.columns, self._progress_card, self._numbers, self.problems),
            (self.pair, self._people_card, self._events_card),
        )
