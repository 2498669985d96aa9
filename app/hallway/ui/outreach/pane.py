"""What each view of the room answers to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from hallway.ui.frame.rooms import Frame


class Pane(QWidget):
    """One view. `came_to` and `opened` tell an approach, `menu_wanted` it and where, `view_wanted` a view's key."""

    came_to = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)
    view_wanted = Signal(str)

    has_panel = False
    """Whether the approach one came to is shown beside it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame

    def show_now(self, chosen: int = 0) -> None:
        """Ask again and show it, with one approach marked."""

    def go_to(self, id_: int) -> None:
        """Show one of what the view is about, where a place names it."""

    def people_in_view(self) -> tuple[int, ...]:
        """Whom the view is about just now, where no approach stands beside it."""
        return ()

    def choose(self, outreach_id: int) -> None:
        """Mark one approach, without telling."""

    def focus_first(self) -> None:
        """Put the keyboard where one would begin."""
        self.setFocus()
