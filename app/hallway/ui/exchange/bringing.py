"""The work of an import, off the window's thread: reading files, comparing them with the record, bringing them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hallway.domain.backups import Why
from hallway.domain.column_choices import NONE_CHOSEN
from hallway.domain.columns import Layout
from hallway.domain.importing import Reading, Result, Review
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.parts.photo import codes_in, small_photo
from hallway.usecases import backing_up, cards, importing, importing_photos, waiting
from hallway.usecases.desk import Done

Reporter = Callable[[int, int], None]
Files = Sequence[tuple[str, bytes]]
LOOKS_AGAIN = 250
"""Milliseconds after the last change of a column until the rows are read anew."""


class Bringing(QObject):
    """One import at a time. Each programme among its files is reviewed by itself, and what else there is together.

    `reviewed` carries what the next part would do; `so_far` what is known of it while other rows are still compared.
    """

    counted = Signal(int, int)
    so_far = Signal(object)
    reviewed = Signal(object)
    applied = Signal(object)
    failed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = bridge.desk
        self.job: Job | None = None
        self.files: Files = ()
        self._columns, self._texts = NONE_CHOSEN, False
        self._others: list[Reading] = []
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(LOOKS_AGAIN)
        self._again.timeout.connect(self._look_again)

    def take(self, opened: Callable[[], Files]) -> None:
        """Open files and look at what they would do."""
        self._columns, self._texts, self._others = NONE_CHOSEN, False, []

        def look_at(report: Reporter) -> tuple[Review, list[Reading]]:
            self.files = cards.cards_in(opened(), codes_in)
            return self._looked_at(None, report)

        self.run(look_at, self._show)

    def take_as(self, as_format: str) -> None:
        """Look at the same files as something else."""
        self.run(lambda report: self._looked_at(as_format, report), self._show)

    def take_waiting(self) -> None:
        """Look at those about whom to decide later."""
        self.files, self._others, desk = (), [], self._desk
        self.run(lambda report: desk.ask(importing.review, desk.ask(waiting.reading), report), self.reviewed.emit)

    def change_layout(self, file: str, layout: Layout) -> None:
        """Read a table of the files with other columns, once nothing has changed for a moment."""
        self._columns = replace(self._columns, layouts={**self._columns.layouts, file: layout})
        self._again.start()

    def change_texts(self, wanted: bool) -> None:
        """Read messages with what was written in them, or without."""
        self._texts = wanted
        self._again.start()

    def change_form(self, file: str, encoding: str, delimiter: str) -> None:
        """Read a table in another encoding, or with something else between its columns."""
        layouts = {name: layout for name, layout in self._columns.layouts.items() if name != file}
        forms = {**self._columns.forms, file: (encoding, delimiter)}
        self._columns = replace(self._columns, layouts=layouts, forms=forms)
        self._again.start()

    def next(self) -> bool:
        """Compare the next part with the record as it is by now; False when nothing is left."""
        self._again.stop()
        if not self._others:
            return False
        reading, desk = self._others.pop(0), self._desk
        self.run(lambda report: desk.ask(importing.review, reading, report), self.reviewed.emit)
        return True

    def apply(self, review: Review) -> None:
        """Do what a review says, after a copy of the record."""
        desk = self._desk

        def apply(report: Reporter) -> Done[Result]:
            backing_up.make_before(desk, Why.IMPORT)
            return desk.do(importing.apply, review)

        self.run(apply, self.applied.emit)

    @property
    def will_look_again(self) -> bool:
        """Whether the rows are about to be read anew."""
        return self._again.isActive()

    def stop(self) -> None:
        """End what is under way; nothing is changed."""
        self._again.stop()
        if self.job is not None:
            self.job.stop()

    def run(self, work: Callable[[Reporter], Any], then: Callable[[Any], None]) -> None:
        """Do one piece of work."""
        job = Job(work, self._desk.database.close_thread, self)
        self.job = job
        job.progressed.connect(self.counted)
        job.finished_with.connect(then)
        job.failed.connect(self.failed)
        job.finished.connect(lambda: self._ended(job))
        job.start()

    def _ended(self, job: Job) -> None:
        job.wait()
        job.deleteLater()
        if self.job is job:  # the next one may be under way
            self.job = None

    def _looked_at(self, as_format: str | None, report: Reporter) -> tuple[Review, list[Reading]]:
        """On the job's thread: what the first part would do, and the other parts."""
        desk = self._desk
        manner = desk.ask(importing.manner, columns=self._columns, texts=self._texts)
        reading = importing.read_apart(self.files, as_format, report, manner)
        first, *others = importing.in_turn(importing_photos.cleaned(reading, small_photo, report))
        return desk.ask(importing.review, first, report, self.so_far.emit), others

    def _look_again(self) -> None:
        if self.job is not None:
            self.job.stop()
            self._again.start()
            return
        columns, texts = self._columns, self._texts

        def show(found: tuple[Review, list[Reading]]) -> None:
            if columns is self._columns and texts is self._texts:
                self._show(found)

        self.run(lambda report: self._looked_at(None, report), show)

    def _show(self, found: tuple[Review, list[Reading]]) -> None:
        review, self._others = found
        self.reviewed.emit(review)
