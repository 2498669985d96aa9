"""Import and export: choosing files, looking at what they would do, and taking everything out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.domain.columns import Layout
from hallway.domain.errors import HallwayError, Refused, Stopped
from hallway.domain.importing import Result, Review
from hallway.ui.exchange.bringing import Bringing, Files
from hallway.ui.exchange.home import ExchangeHome
from hallway.ui.exchange.papers_page import PapersPage
from hallway.ui.exchange.pasted import pasted
from hallway.ui.exchange.programme_page import ProgrammePage
from hallway.ui.exchange.review_page import ReviewPage
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.frame.worker import Job
from hallway.usecases import archive, importing, passphrase
from hallway.usecases.desk import Done

CALENDARS = (".ics", ".ical", ".ifb", ".vcs")
ARCHIVE = ".zip"


class ExchangePage(Page):
    """Home first; a review takes its place until it is finished or cancelled."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.setAcceptDrops(True)
        self.bringing = Bringing(frame.bridge, self)
        self.home = ExchangeHome(frame)
        self.review = ReviewPage(frame.bridge)
        self.programme = ProgrammePage(frame.bridge)
        self.papers = PapersPage(frame.bridge)
        self._stack = QStackedWidget()
        for page in (self.home, self.review, self.programme, self.papers):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def job(self) -> Job | None:
        """The work that is under way."""
        return self.bringing.job

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
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none at all on some systems
        given = held or QMimeData()
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
        self.review.begin()
        self.bringing.take_waiting()

    def _take(self, opened: Callable[[], Files], names: str) -> None:
        if self.job is None:
            self.home.clear_trouble()
            self.review.begin()
            self.home.show_progress(self.tr("Reading {files}").format(files=names))
            self.bringing.take(opened)

    def _offer_archive(self, path: Path) -> None:
        """A whole record: it is gone back to, with a look at what would be different first."""
        from hallway.ui.parts.restore_panel import open_restore  # with the first archive

        open_restore(self.frame.bridge, self.window(), path)

    def save_cards(self) -> None:
        """Save people as address cards."""
        self._save_people("cards")

    def save_table(self) -> None:
        """Save people as a table."""
        self._save_people("table")

    def _save_people(self, kind: str) -> None:
        from hallway.ui.exchange.save_panel import open_save_people

        open_save_people(self.frame, self.window(), kind)

    def show_conflicts(self) -> None:
        """The conflict list, over the window."""
        from hallway.ui.exchange.conflicts import open_conflicts

        open_conflicts(self.frame, self.window())

    def save_archive(self) -> None:
        """Ask where to put the whole record as one archive."""
        day = self.frame.bridge.desk.clock.today()
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        title, name = self.tr("Save everything as an archive"), f"hallway-{day:%Y-%m-%d}{ARCHIVE}"
        dialog = QFileDialog(self, title, str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ARCHIVE[1:])
        dialog.fileSelected.connect(lambda chosen: self.write_archive(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
        self.home.stopped.connect(self.bringing.stop)
        self.home.paste_wanted.connect(self.paste)
        self.home.waiting_wanted.connect(self.review_waiting)
        self.home.came_wanted.connect(lambda: self.frame.navigator.go(Place("people", "import")))
        self.home.undo_wanted.connect(self.frame.bridge.undo)
        for review in (self.review, self.programme, self.papers):
            review.cancelled.connect(self._cancel)
            review.finished.connect(self._apply)
        self.programme.as_events_wanted.connect(lambda: self.bringing.take_as(importing.ICS))
        self.review.layout_changed.connect(self._change_layout)
        self.review.form_changed.connect(self.bringing.change_form)
        self.review.texts_changed.connect(self._change_texts)
        self.review.stopped.connect(self._cancel)
        self.bringing.counted.connect(self._count)
        self.bringing.so_far.connect(self._show_so_far)
        self.bringing.reviewed.connect(self._show_review)
        self.bringing.applied.connect(self._applied)
        self.bringing.failed.connect(self._failed)

    def write_archive(self, path: Path) -> None:
        """Write all there is to one file."""
        desk = self.frame.bridge.desk
        self.home.clear_trouble()
        self.home.show_progress(self.tr("Writing {file}").format(file=path.name))
        self.bringing.run(
            lambda report: archive.write(path, desk.ask(archive.file_of, desk.clock.now())),
            lambda _: self._say_written(path),
        )

    def _say_written(self, path: Path) -> None:
        self.home.hide_progress()
        saved = self.tr("Everything saved in {file}.").format(file=path.name)
        if passphrase.is_on(self.frame.bridge.desk):
            saved += " " + self.tr("This file is not encrypted: anybody can read it.")
        self.frame.bridge.said.emit(saved, False)

    def _change_layout(self, file: str, layout: Layout) -> None:
        self.review.show_again()
        self.bringing.change_layout(file, layout)

    def _change_texts(self, wanted: bool) -> None:
        self.review.show_again()
        self.bringing.change_texts(wanted)

    def _cancel(self) -> None:
        """What is under way ends, and the next part comes; home when there is none."""
        self.bringing.stop()
        self._next()

    def _next(self) -> None:
        self._show_home()
        self.bringing.next()

    def _apply(self, review: Review) -> None:
        self._busy(True)
        self.bringing.apply(review)

    def _applied(self, done: Done[Result]) -> None:
        self._busy(False)
        self.home.show_result(done.value)
        self.frame.bridge.tell(done.changes)
        self._next()

    def _busy(self, busy: bool) -> None:
        shown = self._shown_review()
        if shown is not None:
            shown.show_busy(busy)

    def _failed(self, error: HallwayError) -> None:
        self.home.hide_progress()
        self.review.hide_progress()
        self._busy(False)
        if not isinstance(error, Stopped):
            (self._shown_review() or self.home).show_trouble(error)
        elif self._stack.currentWidget() is self.review and not self.bringing.will_look_again:
            self._show_home()

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
            files = self.bringing.files
            is_calendar = len(files) == 1 and files[0][0].lower().endswith(CALENDARS)
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
