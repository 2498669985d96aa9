"""Between the desk and Qt: views ask and do here, and hear what changed.

    page = bridge.ask(people.page_of, person_id)
    done = bridge.do(interactions.log, draft)        # None when it was refused; the person has been told why

`changed` fires after every step, also one taken back. Each open view asks itself "does this touch me?".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError, Refused, Stopped
from hallway.usecases.desk import Desk, Done, View, Work

if TYPE_CHECKING:
    from hallway.domain.records import Report
    from hallway.ui.frame.worker import Job

P = ParamSpec("P")
T = TypeVar("T")

MOST_AT_ONCE = 100
"""People who are changed in the blink of an eye; more of them are changed off the GUI thread."""

ONE_PICTURE = 30
"""Milliseconds in which the window shows that something long begins, before the two share the time."""


class Bridge(QObject):
    """The one object through which views reach the record."""

    changed = Signal(object)
    """Emitted with `Changes` after a step was done, undone or redone."""
    said = Signal(str, bool)
    """Emitted with words for a toast, and whether it offers Undo."""
    offered = Signal(str, object)
    """Emitted with words for a toast, and what its Undo does: for what is no step of the history."""
    refused = Signal(object)
    """Emitted with a `HallwayError` when nothing could be done; nothing was changed."""
    lock_wanted = Signal()
    """Emitted when nothing of the record may be seen before its passphrase was given again."""
    closing_wanted = Signal(object, str)
    """Emitted with work that can be done only while nothing else has the record open (called with the desk and a
    `Report`), and with what is said afterwards."""
    began = Signal(object)
    """Emitted with a `Job` that is about to change very much; until it has ended nothing else is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._job: Job | None = None
        self._start = QTimer(self, singleShot=True, interval=ONE_PICTURE)
        self._start.timeout.connect(lambda: self._job and self._job.start())

    def ask(self, query: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a reading use case."""
        return self.desk.ask(query, *args, **kwargs)

    def do(self, usecase: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> Done[T] | None:
        """Run a writing use case and say what it did, with Undo; None when it was refused."""
        done = self.do_quietly(usecase, *args, **kwargs)
        if done is not None and done.changes:
            self.said.emit(done.changes.label, True)
        return done

    def do_quietly(
        self, usecase: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T] | None:
        """Like `do`, without a toast: for edits in place, whose effect is in view already."""
        if refusal := self._refusal():
            self.refused.emit(refusal)
            return None
        try:
            done = self.desk.do(usecase, *args, **kwargs)
        except HallwayError as error:
            self.refused.emit(error)
            return None
        if done.changes:
            self.changed.emit(done.changes)
        return done

    def note(self, usecase: Callable[Concatenate[Work, P], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Like `do_quietly` for what Hallway remembers by itself; where nothing can be written, it is not."""
        if self._refusal() is None:
            self.do_quietly(usecase, *args, **kwargs)

    def do_for(
        self,
        person_ids: Sequence[int],
        usecase: Callable[Concatenate[Work, Sequence[int], P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Like `do` for however many people: with very many, the window goes on and shows progress and Stop."""
        if len(person_ids) <= MOST_AT_ONCE or self.desk.is_for_looking:
            self.do(usecase, person_ids, *args, **kwargs)
            return

        def work(report: Report) -> Changes:
            return self.desk.do_reporting(report, usecase, person_ids, *args, **kwargs).changes

        self._begin(work, self.tell)

    def is_writing(self) -> bool:
        """Tell whether something long is being written."""
        return self._job is not None

    def wait(self) -> None:
        """Let what is being written come to its end; for a window that is about to close."""
        if self._job is None:
            return
        if self._start.isActive():
            self._start.stop()
            self._job.start()
        self._job.wait()

    def tell(self, changes: Changes) -> None:
        """Say what a step did that was done off the GUI thread (`worker.Job`), with Undo."""
        if changes:
            self.changed.emit(changes)
            self.said.emit(changes.label, True)

    def undo(self) -> None:
        """Take back the newest step and say which."""
        self._travel(self.desk.undo, "Taken back: {}", back=True)

    def redo(self) -> None:
        """Do the step taken back last again and say which."""
        self._travel(self.desk.redo, "Done again: {}", back=False)

    def _refusal(self) -> Refused | None:
        """Why nothing can be changed now; None when it can."""
        if self.desk.is_for_looking:
            return Refused(self.tr("This record is open for looking only."), self.tr("Nothing was changed."))
        if self._job is not None:
            return Refused(self.tr("Something long is still being written."), self.tr("Nothing was changed."))
        return None

    def _travel(self, travel: Callable[[Report | None], Changes], words: str, *, back: bool) -> None:
        def told(changes: Changes) -> None:
            self.changed.emit(changes)
            self.said.emit(self.tr(words).format(changes.label), False)

        if self._job is not None:
            return
        if refusal := self._refusal():
            self.said.emit(refusal.sentence, False)
            return
        if self.desk.is_long(back=back):
            self._begin(travel, told)
            return
        try:
            told(travel(None))
        except HallwayError as error:
            self.said.emit(error.sentence, False)

    def _begin(self, work: Callable[[Report], Changes], then: Callable[[Changes], None]) -> None:
        from hallway.ui.frame.worker import Job  # with the first long step, not with the start
        from hallway.usecases import planning

        def work_and_plan(report: Report) -> Changes:
            changes = work(report)
            self.desk.ask(planning.next_planned)  # the views ask for it next, and with so many people they would wait
            return changes

        job = Job(work_and_plan, self.desk.database.close_thread, self)
        job.finished_with.connect(lambda changes: self._end(job, lambda: then(changes)))
        job.failed.connect(lambda error: self._end(job, lambda: self._tell_failure(error)))
        self.began.emit(job)  # whoever is writing keeps what is written before the job begins
        self._job = job
        self._start.start()

    def _end(self, job: Job, then: Callable[[], None]) -> None:
        job.wait()
        job.deleteLater()
        self._job = None
        then()

    def _tell_failure(self, error: HallwayError) -> None:
        if isinstance(error, Stopped):
            self.said.emit(error.sentence, False)
        else:
            self.refused.emit(error)
