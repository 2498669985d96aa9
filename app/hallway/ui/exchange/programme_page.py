"""The review of a conference programme: its event, its sessions, who speaks, and what a newer version moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from hallway.domain.errors import HallwayError
from hallway.domain.importing import Decision, Review
from hallway.domain.programme_review import ProgrammeReview
from hallway.domain.programme_versions import Fate
from hallway.domain.records import PersonRecord
from hallway.ui.exchange.pair_card import PairCard
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.exchange.programme_cards import EventCard, TopicsCard
from hallway.ui.exchange.programme_rows import shown_sessions, shown_speakers
from hallway.ui.exchange.review_frame import Numbers, ReviewFrame, list_card
from hallway.ui.exchange.review_rows import ROW, ReviewList, Shown
from hallway.ui.frame.bridge import Bridge
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.label import Label
from hallway.usecases import exporting, importing, programmes

MOST_AT_ONCE = 6


class ProgrammePage(ReviewFrame):
    """One programme; `as_events_wanted` when it is rather a list of single events."""

    as_events_wanted = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Bring a programme in"))
        self._bridge = bridge
        self.whole = Review(())
        self._pair = 0
        self.about = EventCard()
        self.topics = TopicsCard()
        self.pair = PairCard()
        self.speakers = ReviewList(self.tr("Speakers"))
        self.sessions = ReviewList(self.tr("Sessions"))
        self.problems = ProblemList()
        self.everybody = link(self.tr("Add nobody"))
        self.taking_out = link(self.tr("Keep them"))
        self.single = link(self.tr("These are single events"))
        self._build()
        self._connect()

    @property
    def review(self) -> ProgrammeReview:
        """The programme's own part of the review."""
        return self.whole.programmes[0]

    def focus_first(self) -> None:
        """On what is asked first: the zone, a pair, else the button that finishes."""
        first = self.pair.merge if self.pair.isVisible() else self.finish
        (self.about.zone if self.review.needs_zone else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_review(self, review: Review, is_calendar: bool = False) -> None:
        """Show a new review; what is a calendar may be a list of single events, too."""
        self.whole, self._pair = review, 0
        self.clear_trouble()
        self.go_to_top()
        self.single.setVisible(is_calendar)
        self.problems.show_problems(review.problems)
        self.about.show_event(self.review)
        self.topics.show_topics(self.review.topics)
        self._show_all()

    def name_button(self) -> None:
        """Say on the button what it will do."""
        result = importing.result_of(self.whole)
        sessions, people = result.added.get(importing.SESSIONS, 0), result.added.get(importing.PEOPLE, 0)
        changes = any(result.added.values()) or any(result.updated.values())
        if sessions and people:
            words = self.tr("Add {sessions} and {people}").format(
                sessions=self.tr("%n sessions", "", sessions), people=self.tr("%n people", "", people)
            )
        elif sessions or people:
            count = self.tr("%n sessions", "", sessions) if sessions else self.tr("%n people", "", people)
            words = self.tr("Add {things}").format(things=count)
        else:
            words = self.tr("Bring up to date") if changes else self.tr("Nothing to add")
        self.finish.setText(words)
        self.finish.setEnabled(changes or any(taken for _, taken in self.review.topics))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_M: Decision.MERGE, Qt.Key.Key_K: Decision.NEW}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and not control and self.pair.isVisible():
            self._decide(keys[event.key()])  # type: ignore[index]
        else:
            super().keyPressEvent(event)

    # --- choices -----------------------------------------------------------------------------------------

    def _change(self, review: ProgrammeReview) -> None:
        self.whole = importing.with_programme(self.whole, review)
        self._show_all()

    def _take_title(self, title: str) -> None:
        self._change(programmes.with_title(self.review, title))

    def _take_zone(self, name: str) -> None:
        try:
            self._change(programmes.with_zone(self.review, name))
        except HallwayError as error:
            self.about.say_zone(error.sentence)
        else:
            self.about.show_zone(self.review)

    def _take_topics(self, chosen: frozenset[str]) -> None:
        self._change(programmes.with_topics(self.review, chosen))

    def _take_nobody(self) -> None:
        self._change(programmes.with_newcomers(self.review, not self.review.adds_people))

    def _take_out(self) -> None:
        self._change(programmes.taking_out(self.review, not self.review.takes_out))

    def _turn_over(self) -> None:
        """Take the speaker of the row, or leave them out; one to decide about comes up beside the other."""
        at = self.speakers.rows.shown[self.speakers.currentIndex().row()].at
        if at in self.review.doubtful:
            self._pair = self.review.doubtful.index(at)
            self._show_all()
        else:
            self._change(programmes.turned_over(self.review, at))

    def _decide(self, decision: Decision) -> None:
        """Take a decision about the pair shown, and go to the next one."""
        review = programmes.with_speaker(self.review, self.review.doubtful[self._pair], decision)
        self._pair = min(self._pair + 1, len(review.doubtful) - 1)
        self._change(review)

    def _step(self, by: int) -> None:
        self._pair = (self._pair + by) % max(1, len(self.review.doubtful))
        self._show_all()

    # --- showing -----------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        review = self.review
        self.header.set_subtitle(self._say_shape(review))
        self._show_pair()
        self._show_rows(self.speakers, shown_speakers(review))
        self._show_rows(self.sessions, shown_sessions(review))
        self._speakers_card.setVisible(bool(review.speakers))
        self.everybody.setVisible(any(not programmes.is_settled(row) for row in review.speakers))
        self.everybody.setText(self.tr("Add nobody") if review.adds_people else self.tr("Add everybody"))
        self._show_gone()
        self._show_numbers()
        self.name_button()

    def _say_shape(self, review: ProgrammeReview) -> str:
        programme = review.programme
        counts = (
            self.tr("%n days", "", len(programme.days)), self.tr("%n rooms", "", len(programme.rooms)),
            self.tr("%n sessions", "", len(programme.sessions)), self.tr("%n speakers", "", len(programme.speakers)),
        )  # fmt: skip
        return ", ".join((review.file, *counts))

    def _show_rows(self, rows: ReviewList, shown: list[Shown]) -> None:
        """Put rows in, with the keyboard where it was; a short list takes little room."""
        row = rows.currentIndex().row()
        rows.rows.show(shown)
        rows.setCurrentIndex(rows.rows.index(row))
        rows.setFixedHeight(look.scaled(ROW) * min(max(len(shown), 1), MOST_AT_ONCE) + 4)

    def _show_pair(self) -> None:
        doubtful = self.review.doubtful
        self.pair.setVisible(bool(doubtful))
        if doubtful:
            at = doubtful[self._pair]
            self.pair.show_pair(self.review.speakers[at], self._other(at), self._pair + 1, len(doubtful))

    def _other(self, at: int) -> PersonRecord:
        row = self.review.speakers[at]
        if row.person_id is not None:
            return self._bridge.ask(exporting.record_of, row.person_id)
        return self.review.speakers[row.like_row or 0].record

    def _show_gone(self) -> None:
        gone, takes_out = len(self.review.gone), self.review.takes_out
        self._gone.setVisible(bool(gone))
        self.taking_out.setVisible(bool(gone))
        words = (
            self.tr("%n sessions are no longer in it and will go; what you starred or wrote about stays.", "", gone)
            if takes_out
            else self.tr("%n sessions are not in this file. They stay as they are.", "", gone)
        )
        self._gone.set_text(words)
        self.taking_out.setText(self.tr("Keep them") if takes_out else self.tr("Let them go"))

    def _show_numbers(self) -> None:
        review, speakers = self.review, self.review.speakers
        self._numbers.show_numbers((
            review.count(Fate.NEW), review.count(Fate.MOVED), review.count(Fate.CHANGED), review.count(Fate.SAME),
            len(review.gone), sum(row.decision is Decision.NEW for row in speakers),
            sum(row.decision is Decision.MERGE for row in speakers), len(self.whole.problems),
        ))  # fmt: skip

    def _build(self) -> None:
        self._numbers = Numbers(self.tr("What this programme brings"), (
            ("calendar-plus", "violet", self.tr("new in the programme")),
            ("calendar-clock", "amber", self.tr("moved to another time or room")),
            ("pencil", "blue", self.tr("changed in another way")),
            ("check", "slate", self.tr("here already, just so")),
            ("calendar-x", "slate", self.tr("no longer in it")),
            ("user-plus", "green", self.tr("speaking, not met yet")),
            ("users-round", "green", self.tr("speaking, in Hallway already")),
            ("info", "slate", self.tr("to look at in the file")),
        ), always=False)  # fmt: skip
        self._gone = Label("", "small", "text2", wrap=True)
        self._numbers.body.addWidget(self._gone)
        self._numbers.body.addWidget(self.taking_out, 0, Qt.AlignmentFlag.AlignLeft)
        self._speakers_card = list_card(self.tr("Speakers"), self.speakers)
        self._speakers_card.head.addWidget(self.everybody)
        words = self.tr("They come as people you have not met yet. Space takes one, or leaves one out.")
        self._speakers_card.body.insertWidget(1, Label(words, "small", "text2", wrap=True))
        sessions = list_card(self.tr("Sessions"), self.sessions)
        sessions.head.addWidget(self.single)
        self.lay_out(
            (self.about, self._numbers, self.topics, self.problems), (self.pair, self._speakers_card, sessions)
        )

    def _connect(self) -> None:
        self.about.titled.connect(self._take_title)
        self.about.zoned.connect(self._take_zone)
        self.topics.changed.connect(self._take_topics)
        self.everybody.clicked.connect(self._take_nobody)
        self.taking_out.clicked.connect(self._take_out)
        self.single.clicked.connect(self.as_events_wanted)
        self.speakers.clicked.connect(self._turn_over)
        self.pair.merged.connect(lambda: self._decide(Decision.MERGE))
        self.pair.kept.connect(lambda: self._decide(Decision.NEW))
        self.pair.left_out.connect(lambda: self._decide(Decision.SKIP))
        self.pair.stepped.connect(self._step)
        self.finish.clicked.connect(lambda: self.finished.emit(self.whole))
