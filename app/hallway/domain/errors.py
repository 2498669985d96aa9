"""The two families of things that go wrong: trouble (told to the person, nothing lost) and refusals (nothing changed).

Anything else that is raised is a bug. Messages here never carry names or text from the record: they may be logged.
"""

from __future__ import annotations


class HallwayError(Exception):
    """Base of everything Hallway raises on purpose.

    `what`, `safe` and `do` are the three parts of every message: what happened, what is safe, what to do.
    """

    def __init__(self, what: str, safe: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.do = do

    @property
    def sentence(self) -> str:
        """All parts in one paragraph, for a terminal or a strip in the window."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


class Trouble(HallwayError):
    """The machine or a file is in a state that keeps Hallway from working; nothing was changed."""


class DiskFull(Trouble):
    """There is no room for the write."""


class DiskTrouble(Trouble):
    """The disk reported an error; what was written last may or may not be there."""


class DatabaseBusy(Trouble):
    """Another program holds the data file."""


class DatabaseDamaged(Trouble):
    """The file is there and is not a sound Hallway database. It is never replaced."""


class DatabaseTooNew(Trouble):
    """A newer Hallway made this file; this one only looks and never writes."""


class DatabaseMissing(Trouble):
    """A data file was here before and is gone; no empty one is put in its place."""


class DatabaseShrunk(Trouble):
    """The file holds much less than when it was last closed, and Hallway did not take it away."""


class DatabaseLinked(Trouble):
    """The file has a second name on its disk; writing under both would damage it."""


class DatabaseSwapped(Trouble):
    """The file that was opened is no longer the one at its place; nothing more is written."""


class OlderShape(Trouble):
    """The file has to be brought to the newest shape before it can be read, and may not be written."""


class HeldElsewhere(Trouble):
    """Hallway is open with this folder on another computer, or was when that one stopped."""


class DatabaseForeign(Trouble):
    """The file is a sound database, of another program."""


class ReadOnly(Trouble):
    """The data file or its folder may not be written."""


class FileTrouble(Trouble):
    """A file of the user's could not be read or written."""


class Unreadable(FileTrouble):
    """A file took too much to read, or its reader fell over; with a cause, that is a bug of Hallway's."""


class ServerTrouble(Trouble):
    """The calendar server is away, lets nobody in, or answers what cannot be understood."""


class ChangedThere(ServerTrouble):
    """What is on the server is another version than the one that was put there; it is left alone."""


class Refused(HallwayError):
    """The request itself makes no sense for the record as it is; nothing was changed."""


class NotFound(Refused):
    """Nobody and nothing goes by that name."""


class Ambiguous(Refused):
    """Several people or dates fit; `choices` are the words to ask with."""

    def __init__(self, what: str, choices: tuple[str, ...], do: str = "") -> None:
        super().__init__(what, do=do)
        self.choices = choices


class NothingToUndo(Refused):
    """The history is at its beginning (or, for redo, at its end)."""


class UndoConflict(Refused):
    """The record has changed in a way that the step cannot be taken back from."""


class Stopped(HallwayError):
    """The user pressed Stop; nothing was changed."""
