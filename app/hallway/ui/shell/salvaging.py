"""Salvaging from the window that explains: progress, a report of what was read and lost, and the way into it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.key_file import Key
from hallway.ui.frame.worker import Job
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases import salvage
from hallway.usecases.salvage import Made

WIDTH = 560


class SalvagePanel(OverlayPanel):
    """Begins at once. ``taken`` once what was salvaged is the record; until then nothing has changed."""

    taken = Signal()

    def __init__(self, window: QWidget, record: Path, keys: Sequence[Key]) -> None:
        super().__init__(window, title=self.tr("Salvage what can be read"), width=WIDTH)
        self._record = record
        self._made: Made | None = None
        self._place = salvage.place_beside(record)
        self.progress = ProgressStrip(self.tr("Reading table by table"))
        self.words = Label("", "body", "text2", wrap=True)
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.rows = QGridLayout()
        self.take = primary(self.tr("Open what was read"), "life-buoy")
        self.leave = quiet(self.tr("Cancel"))
        self._build()
        place = self._place
        place.unlink(missing_ok=True)
        self.job: Job | None = Job(lambda report: salvage.salvage(record, place, keys, report), parent=self)
        self.job.progressed.connect(self.progress.show_progress)
        self.job.finished_with.connect(self._show)
        self.job.failed.connect(self._tell)
        self.progress.stopped.connect(self.job.stop)
        self.job.start()

    def close_panel(self) -> None:
        """Put away what was made, unless it was taken; the work is stopped first."""
        if self.job is not None:
            self.job.stop()
            self.job.wait()
            self.job = None
        self._place.unlink(missing_ok=True)
        super().close_panel()

    def _build(self) -> None:
        self.words.set_text(self.tr("The damaged file is only read. Nothing is changed until you say so."))
        self.body.addWidget(self.words)
        self.body.addWidget(self.progress)
        self.rows.setHorizontalSpacing(24)
        self.rows.setVerticalSpacing(4)
        line = QHBoxLayout()
        line.addLayout(self.rows)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.message)
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        self.take.hide()
        self.leave.clicked.connect(self.close_panel)
        self.take.clicked.connect(self._take)

    def _show(self, made: Made) -> None:
        self._end()
        self._made = made
        for column, head in enumerate((self.tr("Read"), self.tr("Lost")), 1):
            self.rows.addWidget(Label(head, "section", "text2"), 0, column)
        for row, (name, read, lost) in enumerate(salvage.told(made), 1):
            self.rows.addWidget(Label(name.capitalize(), "body", "text2"), row, 0)
            self.rows.addWidget(Label(f"{read:,}"), row, 1)
            words = self.tr("some") if lost is None else f"{lost:,}" if lost else "–"
            self.rows.addWidget(Label(words, "body" if lost == 0 else "strong"), row, 2)
        words = self.tr("This is what can be read. If you open it, the damaged file is kept beside it.")
        if made.found.let_go:
            more = self.tr("{count} more belonged to something that is lost and are left out.")
            words = f"{words} {more.format(count=f'{made.found.let_go:,}')}"
        self.words.set_text(words)
        self.take.show()
        self.take.setFocus()

    def _take(self) -> None:
        if self._made is None:
            return
        try:
            kept = salvage.take_place(self._record, self._made.path)
            salvage.keep_report(self._made, kept)
        except HallwayError as error:
            self._say(error.sentence)
            return
        self.close_panel()
        self.taken.emit()

    def _tell(self, error: HallwayError) -> None:
        self._end()
        self.words.set_text("")
        self._say(error.sentence)

    def _say(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
        self.progress.hide()
