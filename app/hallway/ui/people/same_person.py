"""Are these the same person? Pairs one by one, side by side: merge, keep both, or decide later."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError, Stopped
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.people.comparison import Comparison
from hallway.ui.people.pair_queue import PairQueue
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.card import Hairline, SoftPanel
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.motion import FADE_IN
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases import duplicates, people
from hallway.usecases.duplicates import Pair


class SamePerson(OverlayPanel):
    """`merged` tells who stays after two became one."""

    merged = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("Are these the same person?"), width=780)
        self._bridge = bridge
        self._job: Job | None = None
        self.queue = PairQueue(bridge)
        self._is_search = False
        self._skipped = 0
        self.pair: Pair | None = None
        self.progress = ProgressStrip(self.tr("Looking through your people"))
        self.picker = PersonPicker(bridge, self.tr("The same person as"), one=True)
        self.comparison = Comparison()
        self.calm = EmptyView(
            "users-round",
            self.tr("Nobody stands here twice."),
            self.tr("Whoever looks like somebody else will be shown here side by side."),
            self.tr("Close"),
        )
        self._why = Label("", "body", wrap=True)
        self._against = Label("", "small", "text2", wrap=True)
        self._left = Label("", "small", "text2")
        self.merge = primary(self.tr("Merge"), "git-merge", "M")
        self.keep = secondary(self.tr("Keep both"), keys="K")
        self.skip = quiet(self.tr("Decide later"), keys="S")
        self._stack = QStackedWidget()
        self._build()

    def search(self) -> None:
        """Look through everybody, then ask about the pairs one by one."""
        self._is_search = True
        self._show(self.progress)
        self.open(self.progress.stop_button)
        desk = self._bridge.desk
        job = Job(lambda report: desk.ask(duplicates.find, report), desk.database.close_thread, self)
        self._job = job
        job.progressed.connect(self.progress.show_progress)
        job.finished_with.connect(self._begin)
        job.failed.connect(self._failed)
        QTimer.singleShot(look.duration(FADE_IN), self, self._begin_job)  # they would take their time from each other

    def is_looking(self) -> bool:
        """Tell whether the search goes on."""
        return self._job is not None

    def choose_other(self, person_id: int) -> None:
        """Ask by name who else this person is, then show the two."""
        self.picker.leave_out = person_id
        # The picker takes the keyboard back after it has told, so the pair comes up a moment later.
        self.picker.changed.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        self._show(self.picker.parentWidget() or self.picker)
        self.open(self.picker.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_M: self.merge, Qt.Key.Key_K: self.keep, Qt.Key.Key_S: self.skip}
        button = keys.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if button is not None and self.pair is not None and not held:
            button.click()
            event.accept()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.comparison.area.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()))
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._end_job()
        super().hideEvent(event)

    def _begin_job(self) -> None:
        if self._job is not None:
            self._job.start()

    def _begin(self, pairs: tuple[Pair, ...]) -> None:
        self._end_job()
        self.queue.begin(pairs)
        self._next()

    def _failed(self, error: HallwayError) -> None:
        self._end_job()
        if isinstance(error, Stopped):
            self.close_panel()
            return
        self.calm.title.set_text(error.what)
        self.calm.sentence.set_text(" ".join(part for part in (error.safe, error.do) if part))
        self._show(self.calm)

    def _end_job(self) -> None:
        """A search that is no longer wanted ends with the person it is at."""
        if self._job is not None:
            job, self._job = self._job, None
            job.stop()
            job.wait()
            job.deleteLater()

    def _chosen(self, ids: tuple[int, ...]) -> None:
        if ids:
            self.queue.begin([self._bridge.ask(duplicates.compare, self.picker.leave_out, ids[0])])
            self._next()

    def _next(self) -> None:
        """The next pair of two who are both still there, or the end."""
        self.pair = self.queue.take()
        if self.pair is not None:
            self._show_pair(self.pair)
        elif self._is_search:
            self._say_the_end()
        else:
            self.close_panel()

    def _show_pair(self, pair: Pair) -> None:
        ids = self._in_order(pair)
        rows = self._bridge.ask(people.rows, ids)
        names = rows[ids[0]].name, rows[ids[1]].name
        self._why.set_text(_sentence(pair.reasons) or self.tr("Nothing they have in common is written down yet."))
        self._against.set_text(self.tr("But: {doubts}.").format(doubts=", ".join(pair.doubts)))
        self._against.setVisible(bool(pair.doubts))
        self.comparison.show_pair(self._bridge.ask(duplicates.side_by_side, *ids), ids, names)
        left = len(self.queue)
        self._left.set_text(self.tr("{count} more after this").format(count=left) if left else self.tr("The last pair"))
        self._left.setVisible(self._is_search)
        self.skip.setText(self.tr("Decide later") if self._is_search else self.tr("Cancel"))
        for button, words in ((self.merge, self.tr("Merge {one} and {other}")),
                              (self.keep, self.tr("Keep both, {one} and {other}"))):  # fmt: skip
            button.setAccessibleName(words.format(one=names[0], other=names[1]))
        self._show(self._sides)
        self.merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_order(self, pair: Pair) -> tuple[int, int]:
        """Who stays and who is gone: the one whose menu it was, else the one who was here first."""
        chosen = not self._is_search and pair.other_id == self.picker.leave_out
        return (pair.other_id, pair.one_id) if chosen else (pair.one_id, pair.other_id)

    def _merge(self) -> None:
        if self.pair is None:
            return
        keep, gone = self._in_order(self.pair)
        done = self._bridge.do(duplicates.merge, keep, gone, self.comparison.taking())
        if done is not None:
            self.queue.note_merged(gone, keep)
            self.merged.emit(keep)
        self._next()

    def _keep_both(self) -> None:
        if self.pair is not None:
            self._bridge.do(duplicates.keep_both, self.pair.one_id, self.pair.other_id)
            self._next()

    def _skip(self) -> None:
        self._skipped += 1
        self._next()

    def _say_the_end(self) -> None:
        if self._skipped:
            self.calm.title.set_text(self.tr("That is all for now."))
            self.calm.sentence.set_text(self.tr("%n pairs wait for another day.", "", self._skipped))
        self._show(self.calm)
        self.calm.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, content: QWidget) -> None:
        """One of the contents; the card is as high as that one needs."""
        for page in self._contents:
            vertical = QSizePolicy.Policy.Preferred if page is content else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._stack.setCurrentWidget(content)
        self.sizeHintChanged()

    def _build(self) -> None:
        self._sides = QWidget()
        column = QVBoxLayout(self._sides)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        panel = SoftPanel(padding=12)
        panel.body.addWidget(self._why)
        panel.body.addWidget(self._against)
        column.addWidget(panel)
        column.addWidget(self.comparison.area, 1)
        column.addWidget(Hairline())
        column.addLayout(self._foot())
        choosing = QWidget()
        rows = QVBoxLayout(choosing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Label(self.tr("Who is it? Type the name under which they stand here a second time."), wrap=True))
        rows.addWidget(self.picker)
        rows.addStretch(1)
        self._contents = (self.progress, choosing, self._sides, self.calm)
        for content in self._contents:
            self._stack.addWidget(content)
        self.body.addWidget(self._stack, 1)
        self.progress.stopped.connect(self._stop)
        self.calm.acted.connect(self.close_panel)
        self.merge.clicked.connect(self._merge)
        self.keep.clicked.connect(self._keep_both)
        self.skip.clicked.connect(self._skip)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.merge)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self._left)
        row.addWidget(self.skip)
        return row

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()


def find_duplicates(frame: Frame) -> SamePerson:
    """Open the panel over the window and begin to look."""
    panel = _over(frame)
    panel.search()
    return panel


def merge_with(frame: Frame, person_id: int) -> SamePerson:
    """Open the panel over the window to choose who else this person is."""
    panel = _over(frame)
    panel.merged.connect(lambda id_: frame.navigator.go(Place("people", "person", id_)))
    panel.choose_other(person_id)
    return panel


def _over(frame: Frame) -> SamePerson:
    window = frame.catalogue.parent()
    assert isinstance(window, QWidget)
    panel = SamePerson(frame.bridge, window)
    panel.closed.connect(panel.deleteLater)
    return panel


def _sentence(reasons: tuple[str, ...]) -> str:
    words = ", ".join(reasons)
    return f"{words[:1].upper()}{words[1:]}." if words else ""
