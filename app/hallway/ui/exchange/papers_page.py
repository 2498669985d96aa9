"""The review of a bibliography: whose papers are noted, authors who may be people here, and whom else to bring in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent

from hallway.domain.import_rows import Decision, Row
from hallway.domain.importing import Review
from hallway.domain.matching import Verdict
from hallway.domain.paper_review import ME, Outcome, PapersReview
from hallway.domain.papers import Paper
from hallway.domain.records import PersonRecord
from hallway.ui.exchange.author_card import AuthorCard
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.exchange.review_frame import Numbers, ReviewFrame, list_card
from hallway.ui.exchange.review_rows import ROW, ReviewList, Shown
from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import exporting, importing, importing_papers

MOST_AT_ONCE, MOST_STRANGERS = 6, 200
OFFERED = (5, 10, 20)
PAPER = ("file-text", "amber")


class PapersPage(ReviewFrame):
    """Authors and papers of bibliographies; strangers stay outside unless they are chosen."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Bring papers in"))
        self._bridge = bridge
        self.whole = Review(())
        self._asked = 0
        self._done = Outcome()
        self.question = AuthorCard()
        self.authors = ReviewList(self.tr("Authors"))
        self.papers = ReviewList(self.tr("Papers"))
        self.problems = ProblemList()
        choices = [("0", self.tr("Nobody"), ""), *((str(most), str(most), "") for most in OFFERED)]
        self.most = SegmentedControl(choices, name=self.tr("New among the authors who wrote most"))
        self._more = Label("", "small", "text2", wrap=True)
        self._build()
        self._connect()

    @property
    def review(self) -> PapersReview:
        """The bibliography's own part of the review."""
        return self.whole.papers or PapersReview(())

    def focus_first(self) -> None:
        """On the question when there is one, else on the button that finishes."""
        first = self.question.yes if self.question.isVisible() else self.finish
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, review: Review) -> None:
        """Show a new review from its first question."""
        self.whole, self._asked = review, 0
        self.clear_trouble()
        self.go_to_top()
        papers, authors = len(self.review.papers), len(self.review.rows)
        counts = (self.tr("%n papers", "", papers), self.tr("%n authors", "", authors))
        self.header.set_subtitle(", ".join((*self.review.files, *counts)))
        self.problems.show_problems(review.problems)
        self.papers.rows.show([_shown_paper(at, one) for at, one in enumerate(self.review.papers[:MOST_STRANGERS])])
        with QSignalBlocker(self.most):
            self.most.choose("0")
        self._show_all()

    def name_button(self) -> None:
        """Say on the button what it will do."""
        papers, people, ties = len(self._done.papers), self.review.counted(Decision.NEW), len(self._done.tied)
        changes = bool(people) or not self._done.is_nothing
        counts = [
            words
            for count, words in (
                (papers, self.tr("%n papers", "", papers)), (people, self.tr("%n people", "", people)),
                (0 if papers or people else ties, self.tr("%n ties", "", ties)),
            )
            if count
        ]  # fmt: skip
        if counts:
            words = self.tr("Add {things}").format(things=self.tr(" and ").join(counts))
        else:
            words = self.tr("Bring up to date") if changes else self.tr("Nothing to add")
        self.finish.setText(words)
        self.finish.setEnabled(changes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answers = {Qt.Key.Key_M: Decision.MERGE, Qt.Key.Key_K: Decision.SKIP}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in answers and not control and self.question.isVisible():
            self._answer(answers[event.key()])  # type: ignore[index]
        else:
            super().keyPressEvent(event)

    # --- choices -----------------------------------------------------------------------------------------

    def _change(self, review: PapersReview) -> None:
        self.whole = importing.with_papers(self.whole, review)
        self._show_all()

    def _answer(self, decision: Decision) -> None:
        """Take the answer about the author shown, and go to the next one."""
        review = importing_papers.with_author(self.review, self.review.doubtful[self._asked], decision)
        self._asked = min(self._asked + 1, len(review.doubtful) - 1)
        self._change(review)

    def _step(self, by: int) -> None:
        self._asked = (self._asked + by) % max(1, len(self.review.doubtful))
        self._show_all()

    def _turn_over(self) -> None:
        """Take the author of the row, or leave them out; one to decide about comes up as the question."""
        at = self.authors.rows.shown[self.authors.currentIndex().row()].at
        if at in self.review.doubtful:
            self._asked = self.review.doubtful.index(at)
            self._show_all()
        else:
            self._change(importing_papers.turned_over(self.review, at))

    # --- showing -----------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        doubtful = self.review.doubtful
        self.question.setVisible(bool(doubtful))
        if doubtful:
            at = doubtful[self._asked]
            row, papers = self.review.rows[at], [self.review.papers[one] for one in self.review.writers[at].papers]
            self.question.show_author(row, self._here(row), papers, (self._asked + 1, len(doubtful)))
        self._done = importing_papers.outcome(self.review)
        self._show_authors()
        self._show_numbers()
        self.name_button()

    def _here(self, row: Row) -> PersonRecord:
        if row.person_id == ME or row.person_id is None:
            return PersonRecord(self.tr("{name}, yourself").format(name=row.like))
        return self._bridge.ask(exporting.record_of, row.person_id)

    def _show_authors(self) -> None:
        """Questions first, then people here, then strangers, those who wrote most first; many strangers are cut off."""
        review = self.review
        order = {Verdict.MAYBE: 0, Verdict.SAME: 1, Verdict.NEW: 2}
        places = sorted(range(len(review.rows)), key=lambda at: order[review.rows[at].match.verdict])
        strangers = sum(row.match.verdict is Verdict.NEW for row in review.rows)
        left_out = max(0, strangers - MOST_STRANGERS)
        self._more.setVisible(bool(left_out))
        self._more.set_text(self.tr("And %n more who wrote less.", "", left_out))
        current = self.authors.currentIndex().row()
        shown = places[: len(places) - left_out]
        self.authors.rows.show([_shown_author(at, review.rows[at], len(review.writers[at].papers)) for at in shown])
        self.authors.setCurrentIndex(self.authors.rows.index(current))
        self.authors.setFixedHeight(look.scaled(ROW) * min(max(len(shown), 1), MOST_AT_ONCE) + 4)

    def _show_numbers(self) -> None:
        review, done = self.review, self._done
        mine = sum(who == ME for who, _ in done.papers)
        self._numbers.show_numbers((
            len(done.papers) - mine, mine, len(done.tied), len(done.changed) + len(done.widened),
            done.unchanged + done.ties_unchanged, len(review.open_questions), review.counted(Decision.NEW),
            len(self.whole.problems),
        ))  # fmt: skip

    def _build(self) -> None:
        self._numbers = Numbers(self.tr("What this bibliography brings"), (
            ("trophy", "amber", self.tr("papers of people here")),
            ("user-round", "amber", self.tr("papers of your own")),
            ("users-round", "blue", self.tr("people here who wrote together")),
            ("pencil", "blue", self.tr("learn something new")),
            ("check", "slate", self.tr("are here already, just so")),
            ("git-merge", "amber", self.tr("authors you may know, left out so far")),
            ("user-plus", "green", self.tr("new people, not met yet")),
            ("info", "slate", self.tr("to look at in the file")),
        ), always=False)  # fmt: skip
        others = Card(self.tr("Bring in strangers, too?"), spacing=8)
        words = self.tr(
            "Nobody is added unless you wish. Of those who wrote most, the ones who are new come as people you have"
            " not met yet; Space in the list takes one, or leaves one out."
        )
        others.body.addWidget(Label(words, "small", "text2", wrap=True))
        others.body.addWidget(self.most)
        authors = list_card(self.tr("Authors"), self.authors)
        authors.body.addWidget(self._more)
        papers = list_card(self.tr("Papers"), self.papers)
        self.lay_out((self._numbers, others, self.problems), (self.question, authors, papers))

    def _connect(self) -> None:
        self.question.same.connect(lambda: self._answer(Decision.MERGE))
        self.question.other.connect(lambda: self._answer(Decision.SKIP))
        self.question.stepped.connect(self._step)
        self.authors.clicked.connect(self._turn_over)
        self.most.chosen.connect(lambda key: self._change(importing_papers.with_most(self.review, int(key))))
        self.finish.clicked.connect(lambda: self.finished.emit(self.whole))


def _shown_author(at: int, row: Row, count: int) -> Shown:
    detail = _t("1 paper") if count == 1 else _t("{count} papers").format(count=count)
    if row.match.verdict is Verdict.MAYBE:
        word = _t("the same") if row.decision is Decision.MERGE else _t("maybe")
        why = row.match.why if row.like == row.record.name else f"{row.like}, {row.match.why}"
        return Shown(row.record.name, detail, why, word, "amber", at)
    if row.match.verdict is Verdict.SAME:
        word = _t("leave out") if row.decision is Decision.SKIP else _t("you") if row.person_id == ME else _t("here")
        return Shown(row.record.name, detail, row.match.why, word, "blue", at)
    return Shown(row.record.name, detail, "", *((_t("add"), "green") if row.decision is Decision.NEW else ("", "")), at)


def _shown_paper(at: int, paper: Paper) -> Shown:
    authors = ", ".join(author.family or author.name for author in paper.authors[:4])
    return Shown(paper.title, authors, str(paper.year or ""), "", "", at, PAPER)


def _t(text: str) -> str:
    return QCoreApplication.translate("papers", text)
