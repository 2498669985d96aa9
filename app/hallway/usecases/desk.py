"""The counter where every request is handed in: reading with `ask`, writing with `do`, and steps back and forth."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Concatenate, Generic, NamedTuple, ParamSpec, Protocol, TypeVar

from hallway.domain.changes import Changes
from hallway.host.clock import FixedClock
from hallway.store import work as store_work
from hallway.store.database import Database
from hallway.store.work import Step, View, Work

if TYPE_CHECKING:
    from hallway.domain.records import Report

__all__ = ["Changes", "Clock", "Desk", "Done", "Step", "View", "Work"]

P = ParamSpec("P")
T = TypeVar("T")


class Clock(Protocol):
    """Where "today" and "now" come from."""

    def today(self) -> date:
        """The day where the user is."""

    def now(self) -> datetime:
        """The moment, with the user's time zone."""


class Done(NamedTuple, Generic[T]):
    """What a use case that wrote gave back, and what it changed."""

    value: T
    changes: Changes


class Desk:
    """One open record and one clock. Safe to use from several threads: each has its own connection."""

    def __init__(self, database: Database, clock: Clock, source: str = "window") -> None:
        self.database = database
        self.clock = clock
        self.source = source

    @property
    def is_for_looking(self) -> bool:
        """Whether nothing can be changed: the record was opened for looking only."""
        return self.database.read_only

    def ask(self, query: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a reading use case."""
        with self.looking() as look:
            return query(look, *args, **kwargs)

    def looking(self) -> AbstractContextManager[View]:
        """A look for several questions in a row."""
        return store_work.view(self.database, self.clock.today())

    def do(self, usecase: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> Done[T]:
        """Run a writing use case as one transaction and one step of the history; on an error nothing is changed."""
        return self.do_reporting(None, usecase, *args, **kwargs)

    def do_reporting(
        self, report: Report | None, usecase: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Done[T]:
        """Like `do`, and `report` hears how far it is; what it raises (`Stopped`) ends it, and nothing is changed."""
        with store_work.work(self.database, self.clock.now(), self.source, report) as (step, outcome):
            value = usecase(step, *args, **kwargs)
        return Done(value, outcome.changes)

    def get_ready(self) -> None:
        """Bring in what the first write will need, so that it takes no longer than the others."""
        store_work.get_ready()

    def undo(self, report: Report | None = None) -> Changes:
        """Take back the newest step. Raises `NothingToUndo` or `UndoConflict`."""
        return store_work.undo(self.database, self.clock.now(), report)

    def redo(self, report: Report | None = None) -> Changes:
        """Do the last step that was taken back again. Raises `NothingToUndo` or `UndoConflict`."""
        return store_work.redo(self.database, self.clock.now(), report)

    def is_long(self, *, back: bool) -> bool:
        """Whether taking the newest step back (or doing one again) takes longer than a window should wait."""
        return self.ask(store_work.is_long, store_work.BACK if back else store_work.AGAIN)

    def history(self) -> tuple[Step, ...]:
        """The steps, newest first."""
        return self.ask(store_work.history)

    def at(self, moment: datetime) -> Desk:
        """The same record as it would be seen at another moment."""
        return Desk(self.database, FixedClock(moment), self.source)

    def close(self) -> None:
        """Fold everything into the data file and close it."""
        self.database.close()
