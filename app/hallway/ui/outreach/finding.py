"""Finding whom to reach: choose where to look, and see people with the facts that speak for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError, Stopped
from hallway.domain.whom_to_reach import Found
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.outreach.finding_row import FoundRow
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.widgets.button import link, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.ui.widgets.scroll import ScrollArea
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import importing, organisations, whom_to_reach

AT_ONCE = 12
PAPERS, PROGRAMME, PLACE, TOPIC = "papers", "programme", "place", "topic"
Reporter = Callable[[int, int], None]


class Finding(QWidget):
    """Where to look at the top, whom was found below; `chosen_changed` when somebody is chosen or left."""

    chosen_changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.job: Job | None = None
        self.rows: list[FoundRow] = []
        self._found: Sequence[Found] = ()
        self._source = PAPERS
        self.sources = SegmentedControl([
            (PAPERS, self.tr("Papers"), "file-text"), (PROGRAMME, self.tr("A programme"), "calendar-days"),
            (PLACE, self.tr("A place"), "building-2"), (TOPIC, self.tr("A topic"), "tag"),
        ], name=self.tr("Where to look"))  # fmt: skip
        self.choose = secondary(self.tr("Choose a bibliography…"), "file-up")
        self.programmes = QComboBox()
        self.place = TextField(self.tr("A university, a lab, a company"), icon="building-2", name=self.tr("Place"))
        self.topic = TextField(self.tr("A field or an interest"), icon="tag", name=self.tr("Topic"))
        self.more = link(self.tr("Show more"))
        self._say = Label(
            self.tr("People you have not met, the likeliest first. Nobody is added before you say so."),
            "body", "text2", wrap=True,
        )  # fmt: skip
        self._looked = False
        self._progress = ProgressStrip(self.tr("Reading"))
        self._empty = EmptyView("search", "", "")
        self._messages = QVBoxLayout()
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self._take_source(PAPERS)

    def chosen(self) -> tuple[Found, ...]:
        """Everybody whose box is ticked."""
        return tuple(row.found for row in self.rows if row.box.isChecked())

    def event_id(self) -> int | None:
        """The event of the programme looked at, when it is one."""
        return self.programmes.currentData() if self._source == PROGRAMME else None

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read bibliographies and look among their authors; nothing of them is kept."""
        if self.job is not None:
            return
        self.clear_trouble()
        desk = self._bridge.desk

        def look(report: Reporter) -> tuple[Found, ...]:
            reading = importing.read_apart(importing.open_files(paths), report=report)
            return desk.ask(whom_to_reach.among_authors, reading)

        self._progress.show()
        self.choose.setEnabled(False)
        self.job = Job(look, desk.database.close_thread, self)
        self.job.progressed.connect(self._progress.show_progress)
        self.job.finished_with.connect(self._show)
        self.job.failed.connect(self._failed)
        self.job.finished.connect(self._ended)
        self.job.start()

    def look_again(self) -> None:
        """Take out whoever has just been chosen: they are on a list of one's own now."""
        gone = set(self.chosen())
        self._show([one for one in self._found if one not in gone])

    def wait(self) -> None:
        """Let what is being read come to its end."""
        if self.job is not None:
            self.job.wait()

    def clear_trouble(self) -> None:
        """Take away what was said before."""
        while self._messages.count():
            item = self._messages.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.sources.choose(PAPERS)
        self.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # --- where to look -----------------------------------------------------------------------------------

    def _take_source(self, key: str) -> None:
        self._source = key
        self.clear_trouble()
        self._where.setCurrentIndex((PAPERS, PROGRAMME, PLACE, TOPIC).index(key))
        self._show((), looked=False)
        if key == PROGRAMME:
            self._fill_programmes()

    def _fill_programmes(self) -> None:
        self.programmes.blockSignals(True)
        self.programmes.clear()
        for id_, title in self._bridge.ask(whom_to_reach.programmes):
            self.programmes.addItem(title.replace("\n", " "), id_)
        self.programmes.blockSignals(False)
        self.programmes.setEnabled(self.programmes.count() > 0)
        self._look_at_programme()

    def _look_at_programme(self) -> None:
        event_id = self.programmes.currentData()
        found = self._bridge.ask(whom_to_reach.among_speakers, event_id) if event_id else ()
        self._show(found, looked=event_id is not None)

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a bibliography"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Bibliographies (*.bib *.ris)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _places(self, words: str) -> Sequence[Choice]:
        return [Choice(name, id_) for id_, name in self._bridge.ask(organisations.offered, words)]

    def _topics(self, words: str) -> Sequence[Choice]:
        return [Choice(name, id_) for id_, name in self._bridge.ask(whom_to_reach.topics_like, words)]

    # --- whom was found ----------------------------------------------------------------------------------

    def _show(self, found: Sequence[Found], *, looked: bool = True) -> None:
        self._found, self._looked = tuple(found), looked
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._show_more()

    def _show_more(self) -> None:
        """The next dozen."""
        start = len(self.rows)
        for at, one in enumerate(self._found[start : start + AT_ONCE], start=start):
            row = FoundRow(one, last=at == len(self._found) - 1)
            row.toggled.connect(self.chosen_changed)
            self._card.body.addWidget(row)
            self.rows.append(row)
        self._card.setVisible(bool(self.rows))
        self.more.setVisible(len(self.rows) < len(self._found))
        self._show_emptiness()
        if start and len(self.rows) > start:
            self.rows[start].box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen_changed.emit()

    def _show_emptiness(self) -> None:
        """Before one looked: what this is for. Afterwards: that there is nobody."""
        title, sentence = self._purpose()
        if self._looked and not self._found:
            title = self.tr("Nobody new here")
            sentence = self.tr("Whoever you know, or wish to meet already, is not listed again.")
        self._empty.title.set_text(title)
        self._empty.sentence.set_text(sentence)
        for piece in (self._say, self._area):
            piece.setVisible(bool(self._found))
        self._empty.setVisible(not self._found)

    def _purpose(self) -> tuple[str, str]:
        return {
            PAPERS: (self.tr("Who wrote it, and whom do you know among them?"), self.tr(
                "A BibTeX or RIS file: who writes on what you care about, and which co-authors of theirs you know. The"
                " file is only read."
            )),
            PROGRAMME: (self.tr("No programme with speakers you have not met"), self.tr(
                "Bring the programme of a conference in, and its speakers can be looked through here."
            )),
            PLACE: (self.tr("Who works there, and whom do you know there?"), self.tr(
                "People in your record whom you have not met, at a place you name."
            )),
            TOPIC: (self.tr("Who cares for it?"), self.tr(
                "People in your record whom you have not met, on a topic you name."
            )),
        }[self._source]  # fmt: skip

    def _failed(self, error: HallwayError) -> None:
        if not isinstance(error, Stopped):
            message = InlineMessage(error.sentence, tone="danger")
            message.closed.connect(self.clear_trouble)
            self._messages.addWidget(message)

    def _stop(self) -> None:
        if self.job is not None:
            self.job.stop()

    def _ended(self) -> None:
        self._progress.hide()
        self.choose.setEnabled(True)
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None

    def _connect(self) -> None:
        self.sources.chosen.connect(self._take_source)
        self.choose.clicked.connect(self._ask_which)
        self.programmes.currentIndexChanged.connect(self._look_at_programme)
        places, topics = Suggest(self.place, self._places, fill=True), Suggest(self.topic, self._topics, fill=True)
        places.chosen.connect(lambda one: self._show(self._bridge.ask(whom_to_reach.at_organisation, one.id)))
        topics.chosen.connect(lambda one: self._show(self._bridge.ask(whom_to_reach.on_topic, one.id)))
        self.more.clicked.connect(self._show_more)
        self._progress.stopped.connect(self._stop)

    def _build(self) -> None:
        self.programmes.setAccessibleName(self.tr("Programme"))
        self._where = QStackedWidget()
        files = QWidget()
        row = QHBoxLayout(files)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choose)
        row.addStretch(1)
        for piece in (files, self.programmes, self.place, self.topic):
            self._where.addWidget(piece)
        self._where.setMaximumHeight(self.place.sizeHint().height() + 6)
        self._progress.hide()
        self._card = Card(padding=1, spacing=0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 2, 14, 2)
        column.setSpacing(10)
        column.addWidget(self._card)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._area = ScrollArea(content, both_ways=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.sources, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._where)
        whole.addWidget(self._progress)
        whole.addLayout(self._messages)
        whole.addWidget(self._say)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._empty, 1)
