"""What a room is to the window: a frozen descriptor, and what its page must answer to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hallway.domain.changes import Changes
from hallway.ui.frame.actions import ActionSpec, Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator, Place
from hallway.ui.frame.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page is given: the record, the way around, the actions, this machine's choices."""

    bridge: Bridge
    navigator: Navigator
    catalogue: Catalogue
    preferences: Preferences = field(default_factory=Preferences)


class Page(QWidget):
    """A room's page. It builds itself once and shows a place when told; it never asks the record while hidden."""

    title_changed = Signal(str)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame

    def show_place(self, place: Place) -> None:
        """Show what the place names; called each time the room comes to the front."""

    def refresh(self, changes: Changes) -> None:
        """Something changed while the page is in view; ask again what it touches."""

    def warm(self) -> None:
        """Build what the first look will need; called while nothing else is to be done."""

    def people_in_view(self) -> tuple[int, ...]:
        """Whom the page is about just now; what is asked for everywhere acts on them."""
        return ()

    def focus_first(self) -> None:
        """Put the keyboard where one would begin."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class Room:
    """One room. `page` builds its page; `actions` declares its actions, given a way to reach the page.

    `at_bottom` puts it below the line in the rail, `in_rail` off leaves it out, and `within`
    names the room whose mark it keeps there. `count` answers the grey number beside
    its name, or None. With `needs_width` the rail shows icons alone while the window is not a wide one.
    """

    key: str
    title: str
    icon: str
    page: Callable[[Frame], Page]
    actions: Callable[[Frame, Callable[[], Page]], tuple[ActionSpec, ...]] = lambda frame, page: ()
    at_bottom: bool = False
    in_rail: bool = True
    within: str = ""
    count: Callable[[Bridge], int | None] = lambda bridge: None
    needs_width: bool = False
