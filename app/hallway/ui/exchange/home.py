"""Where files come in and go out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.importing import Result
from hallway.ui.exchange.problems import ProblemList
from hallway.ui.frame.rooms import Frame
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link, primary, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import importing, waiting

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
    paste_wanted = Signal()
    waiting_wanted = Signal()
    came_wanted = Signal()
    undo_wanted = Signal()
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
        message = InlineMessage(". ".join(sentences) + ".", tone="green", action=self.tr("Undo all"))
        message.acted.connect(self._undo)
        self._show_message(message)
        self.problems.show_problems(result.problems)
        self.show_standing()

    def _undo(self) -> None:
        self.clear_trouble()
        self.undo_wanted.emit()

    def show_standing(self) -> None:
        """Who waits for a decision, and what came last."""
        ask = self._frame.bridge.ask
        count, last = ask(waiting.count), ask(importing.last)
        self._waiting.set_text(self.tr("%n people wait until you decide whether you know them already.", "", count))
        self._waiting_card.setVisible(count > 0)
        self._last.setVisible(last is not None)
        if last is not None:
            day = datetime.fromisoformat(last[2]).date()
            words = self.tr("Last import: {files}, {day}").format(files=last[1], day=f"{day.day} {day:%B %Y}")
            self._last_words.set_text(words)

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
        content.setMaximumWidth(look.scaled(WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 4, 28, 28)
        column.setSpacing(16)
        column.addLayout(self._messages)
        column.addWidget(self._progress_card)
        column.addWidget(self.problems)
        column.addWidget(self._bring_in())
        column.addWidget(self._waiting_line())
        column.addWidget(Label(self.tr("Take it out"), "section", "text2"))
        column.addLayout(self._take_out())
        column.addWidget(Label(self.tr("Nothing is sent anywhere: these are files on this device."), "small", "text2"))
        column.addStretch(1)
        area = ScrollArea(content, both_ways=True)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
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
            "Drop files anywhere, paste, or choose them: address cards, tables of Google, Outlook, LinkedIn or your"
            " own, mails, a Monica export, calendars, conference programmes, bibliographies, a picture of a QR code."
            " You see what they would do before anything changes."
        )
        words.addWidget(Label(explanation, "body", "text2", wrap=True))
        hint = self.tr("LinkedIn: Settings, Data privacy, Get a copy of your data, Connections.")
        words.addWidget(Label(hint, "small", "text2", wrap=True))
        words.addWidget(self._last_line())
        self.choose = primary(self.tr("Choose files…"), "file-up", "Ctrl+I")
        self.choose.clicked.connect(self.import_wanted)
        row.addWidget(Picture("file-up", 40, hue="blue"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.paste = secondary(self.tr("Paste"), "clipboard-paste", "Ctrl+V")
        self.paste.clicked.connect(self.paste_wanted)
        for button in (self.choose, self.paste):  # one column of equals
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        row.addLayout(buttons)
        card.body.addLayout(row)
        return card

    def _last_line(self) -> QWidget:
        """What came last, with a way to those it brought."""
        self._last = QWidget()
        row = QHBoxLayout(self._last)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        self._last_words = Label("", "small", "text2", elide=True)
        self.came = link(self.tr("Show who came"))
        self.came.clicked.connect(self.came_wanted)
        row.addWidget(self._last_words)
        row.addWidget(self.came)
        row.addStretch(1)
        self._last.hide()
        return self._last

    def _waiting_line(self) -> Card:
        """Who waits for a decision."""
        self._waiting_card = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._waiting = Label("", "body", wrap=True)
        self.decide = secondary(self.tr("Decide now"), "git-merge")
        self.decide.clicked.connect(self.waiting_wanted)
        row.addWidget(Picture("git-merge", 26, hue="violet"))
        row.addWidget(self._waiting, 1)
        row.addWidget(self.decide)
        self._waiting_card.body.addLayout(row)
        self._waiting_card.hide()
        return self._waiting_card

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
