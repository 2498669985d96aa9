"""Choosing an event by typing a part of its title, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from hallway.domain.events import Event
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import events


class EventPicker(TextField):
    """A field that completes to an event; ``changed`` tells the id, None once it is emptied."""

    changed = Signal(object)

    def __init__(self, bridge: Bridge, name: str, placeholder: str = "") -> None:
        super().__init__(placeholder, icon="calendar-days", name=name)
        self._bridge = bridge
        self._id: int | None = None
        self._title = ""
        self._suggest = Suggest(self, self._find, fill=True)
        self._suggest.chosen.connect(self._take)
        self.textEdited.connect(self._emptied)

    def event_id(self) -> int | None:
        """Return the event chosen, or None."""
        return self._id

    def set_event(self, event_id: int | None, title: str = "") -> None:
        """Show an event, without telling."""
        self._id, self._title = event_id, title if event_id else ""
        self.setText(self._title)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._suggest.is_open():
            self.setText(self._title)

    def _find(self, words: str) -> Sequence[Choice]:
        known = (*self._bridge.ask(events.coming), *self._bridge.ask(events.past))
        needle = words.casefold()
        return [Choice(_said(one), one.id) for one in known if needle in one.title.casefold()]

    def _take(self, choice: Choice) -> None:
        self._id, self._title = choice.id, choice.text
        self.changed.emit(self._id)

    def _emptied(self, words: str) -> None:
        if not words.strip() and self._id is not None:
            self._id, self._title = None, ""
            self.changed.emit(None)


def _said(event: Event) -> str:
    return f"{event.title}, {event.start_on.year}" if str(event.start_on.year) not in event.title else event.title
