"""Where files come in and go out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.importing import Result
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases import importing

WIDEST = 980
MOST_MOVED = 4
"""How many moved sessions are told one by one."""


class ExchangeHome(QWidget):
    """One card to bring files in, four to take things out."""

    import_wanted = Signal()
    calendar_wanted = Signal()
    cards_wanted = Signal()
    table_wanted = Signal()
    conflicts_wanted = Signal()
    archive_wanted = Signal()
    stopped = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._messages = QVBoxLayout()
        self._message: InlineMessage | None = None
        self._progress: ProgressStrip | None = None
        self._progress_card = Card()
        self._progress_card.hide()
        self.problems = ProblemList()
        self.problems.hide()
        self._build()

    def focus_first(self) -> None:
        """The keyboard on the one main thing."""
        self.choose.setFocus(Qt.FocusReason.TabFocusReason)

    def show_trouble(self, error: HallwayError) -> None:
        """What happened, what is safe, what to do; stays until closed."""
        self._show_message(InlineMessage(error.sentence, tone="danger"))

    def show_result(self, result: Result) -> None:
        """What the import did, with what could not be used."""
        words = importing.say_result(result)
        sentences = [words[:1].upper() + words[1:], *result.moved[:MOST_MOVED]]
        if len(result.moved) > MOST_MOVED:
            sentences.append(self.tr("And %n more.", "", len(result.moved) - MOST_MOVED).rstrip("."))
        self._show_message(InlineMessage(". ".join(sentences) + ".", tone="green"))
        self.problems.show_problems(result.problems)

    def clear_trouble(self) -> None:
        """Take away what was said before."""
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        self.problems.show_problems(())

    def show_progress(self, heading: str) -> None:
        """Long work begins."""
        self.hide_progress()
        self._progress = ProgressStrip(heading)
        self._progress.stopped.connect(self.stopped)
        self._progress_card.body.addWidget(self._progress)
        self._progress_card.show()
        self.choose.setEnabled(False)

    def show_count(self, done: int, total: int) -> None:
        """How far it is."""
        if self._progress is not None:
            self._progress.show_progress(done, total)

    def hide_progress(self) -> None:
        """Long work ended."""
        self._progress_card.hide()
        self.choose.setEnabled(True)
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None

    def _show_message(self, message: InlineMessage) -> None:
        self.clear_trouble()
        self._message = message
        message.closed.connect(self.clear_trouble)
        self._messages.addWidget(message)

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 4, 28, 28)
        column.setSpacing(16)
        column.addLayout(self._messages)
        column.addWidget(self._progress_card)
        column.addWidget(self.problems)
        column.addWidget(self._bring_in())
        column.addWidget(Label(self.tr("Take it out"), "section", "text2"))
        column.addLayout(self._take_out())
        column.addWidget(Label(self.tr("Nothing is sent anywhere: these are files on this device."), "small", "text2"))
        column.addStretch(1)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it scrolls into view with the keyboard
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(self.tr("Import and export"), self.tr("People and events in, everything out again")))
        outer.addWidget(area, 1)

    def _bring_in(self) -> Card:
        card = Card(padding=24, spacing=10)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(self.tr("Bring people and events in"), "heading"))
        explanation = self.tr(
            "Drop a file here: address cards (.vcf) from a phone or mail program, LinkedIn’s Connections.csv, a"
            " calendar (.ics) from Meetup, Indico, Outlook or Google, the programme of a conference (schedule.xml,"
            " schedule.json or .ics), a bibliography (.bib, .ris) with the papers of people you know. You see what"
            " it would do before anything changes."
        )
        words.addWidget(Label(explanation, "body", "text2", wrap=True))
        hint = self.tr("LinkedIn: Settings, Data privacy, Get a copy of your data, Connections.")
        words.addWidget(Label(hint, "small", "text2", wrap=True))
        self.choose = primary(self.tr("Choose files…"), "file-up", "Ctrl+I")
        self.choose.clicked.connect(self.import_wanted)
        row.addWidget(Picture("file-up", 40, hue="blue"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        card.body.addLayout(row)
        return card

    def _take_out(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        ways = (
            ("calendar-plus", "green", self.tr("Check-in schedule"), self.tr("For any calendar, with reminders"),
             self.tr("Save calendar file…"), self.calendar_wanted),
            ("users-round", "violet", self.tr("Address cards"), self.tr("vCard, for phones and mail programs"),
             self.tr("Save address cards…"), self.cards_wanted),
            ("file-text", "amber", self.tr("Table"), self.tr("CSV, for spreadsheets and scripts"),
             self.tr("Save table…"), self.table_wanted),
            ("list-checks", "blue", self.tr("Conflict list"), self.tr("For funders: co-authors and collaborators"),
             self.tr("Conflict list…"), self.conflicts_wanted),
            ("archive", "slate", self.tr("Everything"), self.tr("One archive, readable in twenty years"),
             self.tr("Save archive…"), self.archive_wanted),
        )  # fmt: skip
        for at, (icon, hue, title, words, verb, signal) in enumerate(ways):
            card = Card(spacing=8)
            head = QHBoxLayout()
            head.setSpacing(10)
            head.addWidget(Picture(icon, 28, hue=hue))
            head.addWidget(Label(title, "strong"), 1)
            card.body.addLayout(head)
            card.body.addWidget(Label(words, "small", "text2", wrap=True))
            card.body.addStretch(1)
            button = secondary(verb)
            button.clicked.connect(signal)
            card.body.addWidget(button)
            grid.addWidget(card, *divmod(at, 2))
            grid.setColumnStretch(at % 2, 1)
        return grid
