"""The face of somebody in the record: their photo when there is one, else their initials."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.faces import faces_of
from hallway.ui.widgets.avatar import Avatar, Badge


class Face(Avatar):
    """An `Avatar` of a person; the photo comes a moment later."""

    def __init__(
        self, bridge: Bridge, person_id: int, name: str, size: int = 40, badge: Badge | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, size, badge, parent)
        self._faces, self._person_id = faces_of(bridge), person_id
        self._faces.arrived.connect(self.update)

    def show_person(self, person_id: int, name: str, badge: Badge | None = None) -> None:
        """Show another person."""
        self._person_id = person_id
        self.set_name(name, badge)

    def _photo(self, side: int) -> QPixmap | None:
        return self._faces.of(self._person_id, side, self.devicePixelRatio())
