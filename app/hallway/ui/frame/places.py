"""Where one is in the window: places as values, and the way back and forward."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

MOST_REMEMBERED = 100


class Place(NamedTuple):
    """A room, and what is shown in it: `Place("people", "person", 7)`, `Place("timeline")`."""

    room: str
    subject: str = ""
    id: int = 0


class Navigator(QObject):
    """The places visited. Rooms are shown by whoever listens to `went`."""

    went = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._visited: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        """The place shown now."""
        return self._visited[self._at] if self._visited else None

    def go(self, place: Place) -> None:
        """Go somewhere; what lay ahead is forgotten."""
        if place != self.here:
            self._visited = [*self._visited[: self._at + 1], place][-MOST_REMEMBERED:]
            self._at = len(self._visited) - 1
        self.went.emit(place)

    def note(self, place: Place) -> None:
        """Remember what a room now shows (a list moved to another person) in place of where we are."""
        if self._visited and self._visited[self._at].room == place.room:
            self._visited[self._at] = place

    def back(self) -> None:
        """The place before, if there is one."""
        if self._at > 0:
            self._at -= 1
            self.went.emit(self._visited[self._at])

    def forward(self) -> None:
        """The place after, if one came back from it."""
        if self._at + 1 < len(self._visited):
            self._at += 1
            self.went.emit(self._visited[self._at])
