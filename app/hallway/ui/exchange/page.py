"""Import and export: choosing files, looking at what they would do, and taking everything out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.backups import Why
from hallway.domain.changes import Changes
from hallway.domain.column_choices import NONE_CHOSEN, ColumnChoices
from hallway.domain.columns import Layout
from hallway.domain.errors import HallwayError, Refused, Stopped
from hallway.domain.importing import Reading, Result, Review
from hallway.ui.exchange.home import ExchangeHome
from hallway.ui.exchange.papers_page import PapersPage
from hallway.ui.exchange.pasted import pasted
from hallway.ui.exchange.programme_page import ProgrammePage
from hallway.ui.exchange.review_page import ReviewPage
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.frame.worker import Job
from hallway.ui.parts.photo import codes_in, small_photo
from hallway.usecases import archive, backing_up, cards, exporting, importing, importing_photos, people, waiting
from hallway.usecases.desk import Done

Reporter = Callable[[int, int], None]
CALENDARS = (".ics", ".ical", ".ifb", ".vcs")
ARCHIVE = ".zip"
LOOKS_AGAIN = 250
"""Milliseconds after the last change of a column until the rows are read anew."""
Files = Sequence[tuple[str, bytes]]


class ExchangePage(Page):
    """Home first; a review takes its place until it is finished or cancelled."""

    _shown_so_far = Signal(object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.setAcceptDrops(True)
        self.job: Job | None = None
        self.home = ExchangeHome(frame)
        self.review = ReviewPage(frame.bridge)
        self.programme = ProgrammePage(frame.bridge)
        self.papers = PapersPage(frame.bridge)
        self._files: Files = ()
        self._columns = NONE_CHOSEN
        self._later = QTimer(self)
        self._waiting: list[Reading] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self.review)
        self._stack.addWidget(self.programme)
        self._stack.addWidget(self.papers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def focus_first(self) -> None:
        (self._shown_review() or self.home).focus_first()

    def choose_files(self) -> None:
        """Ask which files; the dialog is the desktop's own."""
        dialog = QFileDialog(self, self.tr("Import a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([
            self.tr("People, calendars, programmes, papers")
            + " (*.vcf *.csv *.tsv *.txt *.ics *.xml *.json *.bib *.ris *.eml *.mbox *.zip *.png *.jpg *.jpeg)",
            self.tr("All files (*)"),
        ])  # fmt: skip
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and show what they would do. Nothing changes yet."""
        if len(paths) == 1 and archive.is_archive(paths[0]):
            self._offer_archive(paths[0])
        else:
            self._take(lambda: importing.open_files(paths), ", ".join(path.name for path in paths))

    def paste(self) -> None:
        """Read what the clipboard holds: files, a picture with a code, a table, cards, a bibliography."""
        given = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
            return
        found = pasted(given)
        if found is None:
            self.home.show_trouble(Refused(self.tr("There is nothing on the clipboard that could be read.")))
        else:
            self._take(lambda: (found,), found[0])

    def review_waiting(self) -> None:
        """Look at those about whom to decide later."""
        desk = self.frame.bridge.desk
        self.review.begin()
        self._files = ()
        self._start(
            lambda report: desk.ask(importing.review, desk.ask(waiting.reading), report), self._show_review
        )

    def _take(self, opened: Callable[[], Files], names: str) -> None:
        if self.job is not None:
            return
        self._columns = NONE_CHOSEN
        self.home.clear_trouble()
        self.review.begin()
        self.home.show_progress(self.tr("Reading {files}").format(files=names))

        def look_at(report: Reporter) -> tuple[Review, list[Reading]]:
            self._files = cards.cards_in(opened(), codes_in)
            return self._looked_at(None, report)

        self._start(look_at, self._take_first)

    def _looked_at(self, as_format: str | None, report: Reporter) -> tuple[Review, list[Reading]]:
        """On the job's thread: what the files would do, the first part of it compared."""
        desk = self.frame.bridge.desk
        manner = desk.ask(importing.manner, columns=self._columns)
        reading = importing.read_apart(self._files, as_format, report, manner)
        first, *others = importing.in_turn(importing_photos.cleaned(reading, small_photo, report))
        return desk.ask(importing.review, first, report, self._shown_so_far.emit), others

    def _read_again(self) -> None:
        """The same files with other columns; what was decided about their rows stays."""
        if self.job is not None:
            self.job.stop()
            self._later.start()
            return
        columns = self._columns
        self.review.show_again()
        self._start(lambda report: self._looked_at(None, report), lambda found: self._take_anew(found, columns))

    def _take_anew(self, found: tuple[Review, list[Reading]], columns: ColumnChoices) -> None:
        if columns is self._columns:
            self._take_first(found)

    def _change_layout(self, file: str, layout: Layout) -> None:
        self._columns = replace(self._columns, layouts={**self._columns.layouts, file: layout})
        self._later.start()

    def _change_form(self, file: str, encoding: str, delimiter: str) -> None:
        layouts = {name: layout for name, layout in self._columns.layouts.items() if name != file}
        forms = {**self._columns.forms, file: (encoding, delimiter)}
        self._columns = replace(self._columns, layouts=layouts, forms=forms)
        self._later.start()

    def _offer_archive(self, path: Path) -> None:
        """A whole record: it is gone back to, with a look at what would be different first."""
        from hallway.ui.parts.restore_panel import open_restore  # with the first archive

        open_restore(self.frame.bridge, self.window(), path)

    def save_cards(self) -> None:
        """Ask where to put everybody as address cards."""
        self._ask_where(self.tr("Save people as address cards"), "people.vcf")

    def save_table(self) -> None:
        """Ask where to put everybody as a table."""
        self._ask_where(self.tr("Save people as a table"), "people.csv")

    def show_conflicts(self) -> None:
        """The conflict list, over the window."""
        from hallway.ui.exchange.conflicts import open_conflicts

        open_conflicts(self.frame, self.window())

    def save_archive(self) -> None:
        """Ask where to put the whole record as one archive."""
        day = self.frame.bridge.desk.clock.today()
        self._ask_where(self.tr("Save everything as an archive"), f"hallway-{day:%Y-%m-%d}.zip")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take_files(paths)

    def _connect(self) -> None:
        catalogue = self.frame.catalogue
        self.home.import_wanted.connect(self.choose_files)
        self.home.cards_wanted.connect(self.save_cards)
        self.home.table_wanted.connect(self.save_table)
        self.home.conflicts_wanted.connect(self.show_conflicts)
        self.home.archive_wanted.connect(self.save_archive)
        self.home.calendar_wanted.connect(lambda: catalogue.run("calendar.export"))
        self.home.stopped.connect(self._stop)
        for review in (self.review, self.programme, self.papers):
            review.cancelled.connect(self._next)
            review.finished.connect(self._apply)
        self.programme.as_events_wanted.connect(self._take_as_events)
        self.review.layout_changed.connect(self._change_layout)
        self.review.form_changed.connect(self._change_form)
        self.review.stopped.connect(self._stop)
        self._shown_so_far.connect(self._show_so_far)
        self.home.paste_wanted.connect(self.paste)
        self.home.waiting_wanted.connect(self.review_waiting)
        self.home.came_wanted.connect(lambda: self.frame.navigator.go(Place("people", "import")))
        self.home.undo_wanted.connect(lambda: catalogue.run("window.undo"))
        self._later.setSingleShot(True)
        self._later.setInterval(LOOKS_AGAIN)
        self._later.timeout.connect(self._read_again)

    def _ask_where(self, title: str, name: str) -> None:
        dialog = QFileDialog(self, title, str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda chosen: self.write_people(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_people(self, path: Path) -> None:
        """Write everybody to a file: address cards, a table, or all there is as an archive, by its ending."""
        desk = self.frame.bridge.desk
        self.home.clear_trouble()
        self.home.show_progress(self.tr("Writing {file}").format(file=path.name))

        def write(report: Reporter) -> int:
            if path.suffix.lower() == ARCHIVE:
                archive.write(path, desk.ask(archive.file_of, desk.clock.now()))
            else:
                exporting.write(path, desk.ask(exporting.file_of, path.suffix))
            return desk.ask(people.count)

        self._start(write, lambda count: self._say_written(path, count))

    def _say_written(self, path: Path, count: int) -> None:
        self.home.hide_progress()
        words = self.tr("%n people saved in {file}", "", count)
        self.frame.bridge.said.emit(words.format(file=path.name), False)

    def _take_first(self, found: tuple[Review, list[Reading]]) -> None:
        """Each programme is reviewed by itself, and what else there is together."""
        review, self._waiting = found
        self._show_review(review)

    def _next(self) -> None:
        """Compare what still waits with the record as it is by now, and show it; home when nothing is left."""
        self._show_home()
        if self._waiting:
            reading, desk = self._waiting.pop(0), self.frame.bridge.desk
            self._start(lambda report: desk.ask(importing.review, reading, report), self._show_review)

    def _apply(self, review: Review) -> None:
        desk = self.frame.bridge.desk
        self._busy(True)

        def apply(report: Reporter) -> Done[Result]:
            backing_up.make_before(desk, Why.IMPORT)
            return desk.do(importing.apply, review)

        self._start(apply, self._applied)

    def _applied(self, done: Done[Result]) -> None:
        self._busy(False)
        self.home.show_result(done.value)
        self.frame.bridge.tell(done.changes)
        self._next()

    def _busy(self, busy: bool) -> None:
        shown = self._shown_review()
        if shown is not None:
            shown.show_busy(busy)

    def _start(self, work: Callable[[Reporter], Any], then: Callable[[Any], None]) -> None:
        job = Job(work, self.frame.bridge.desk.database.close_thread, self)
        self.job = job
        job.progressed.connect(self._count)
        job.finished_with.connect(then)
        job.failed.connect(self._failed)
        job.finished.connect(lambda: self._ended(job))
        job.start()

    def _ended(self, job: Job) -> None:
        job.wait()
        job.deleteLater()
        if self.job is job:  # the next one may be under way
            self.job = None

    def _stop(self) -> None:
        if self.job is not None:
            self.job.stop()

    def _failed(self, error: HallwayError) -> None:
        self.home.hide_progress()
        self.review.hide_progress()
        self._busy(False)
        if not isinstance(error, Stopped):
            (self._shown_review() or self.home).show_trouble(error)
        elif self._stack.currentWidget() is self.review and not self._later.isActive():
            self._show_home()

    def _take_as_events(self) -> None:
        self._start(lambda report: self._looked_at(importing.ICS, report), self._take_first)

    def _show_so_far(self, review: Review) -> None:
        """Deciding can begin while other rows are still compared."""
        if self.job is not None and not review.programmes and not review.papers:
            self.home.hide_progress()
            self.review.show_review(review, whole=False)
            if self._stack.currentWidget() is not self.review:
                self._stack.setCurrentWidget(self.review)
                self.focus_first()

    def _count(self, done: int, total: int) -> None:
        """How far it is, where one looks."""
        if self._stack.currentWidget() is self.review:
            self.review.show_count(self.tr("Comparing with your people"), done, total)
        else:
            self.home.show_count(done, total)

    def _show_review(self, review: Review) -> None:
        self.home.hide_progress()
        if review.programmes:
            is_calendar = len(self._files) == 1 and self._files[0][0].lower().endswith(CALENDARS)
            self.programme.show_review(review, is_calendar)
        elif review.papers:
            self.papers.show_review(review)
        else:
            self.review.show_review(review)
        shown = self.programme if review.programmes else self.papers if review.papers else self.review
        if self._stack.currentWidget() is not shown:  # what is half decided keeps the keyboard where it is
            self._stack.setCurrentWidget(shown)
            self.focus_first()

    def _show_home(self) -> None:
        self._stack.setCurrentWidget(self.home)
        self.home.focus_first()

    def _is_reviewing(self) -> bool:
        return self._shown_review() is not None

    def _shown_review(self) -> ReviewPage | ProgrammePage | PapersPage | None:
        reviews = (self.review, self.programme, self.papers)
        return next((one for one in reviews if self._stack.currentWidget() is one), None)

    def show_place(self, place: Place) -> None:
        """The page keeps showing what it showed: a review is not lost by looking elsewhere."""
        self.home.show_standing()

    def refresh(self, changes: Changes) -> None:
        self.home.show_standing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._stack.currentWidget() is self.home:
            self.paste()
        else:
            super().keyPressEvent(event)
