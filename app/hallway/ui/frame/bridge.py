"""Between the desk and Qt: views ask and do here, and hear what changed.

    page = bridge.ask(people.page_of, person_id)
    done = bridge.do(interactions.log, draft)        # None when it was refused; the person has been told why

`changed` fires after every step, also one taken back. Each open view asks itself "does this touch me?".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError
from hallway.usecases.desk import Desk, Done, View, Work

P = ParamSpec("P")
T = TypeVar("T")


class Bridge(QObject):
    """The one object through which views reach the record."""

    changed = Signal(object)
    """Emitted with `Changes` after a step was done, undone or redone."""
    said = Signal(str, bool)
    """Emitted with words for a toast, and whether it offers Undo."""
    refused = Signal(object)
    """Emitted with a `HallwayError` when nothing could be done; nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

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
        try:
            done = self.desk.do(usecase, *args, **kwargs)
        except HallwayError as error:
            self.refused.emit(error)
            return None
        if done.changes:
            self.changed.emit(done.changes)
        return done

    def tell(self, changes: Changes) -> None:
        """Say what a step did that was done off the GUI thread (`worker.Job`), with Undo."""
        if changes:
            self.changed.emit(changes)
            self.said.emit(changes.label, True)

    def undo(self) -> None:
        """Take back the newest step and say which."""
        self._travel(self.desk.undo, "Taken back: {}")

    def redo(self) -> None:
        """Do the step taken back last again and say which."""
        self._travel(self.desk.redo, "Done again: {}")

    def _travel(self, travel: Callable[[], Changes], words: str) -> None:
        try:
            changes = travel()
        except HallwayError as error:
            self.said.emit(error.sentence, False)
            return
        self.changed.emit(changes)
        self.said.emit(self.tr(words).format(changes.label), False)
