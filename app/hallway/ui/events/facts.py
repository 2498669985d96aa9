"""The facts of an event beside its story: days, kind, place, link and notes, each edited in place."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from hallway.domain.events import KINDS, STATUSES, Event
from hallway.ui.events.words import kind_words, status_words
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.web import is_safe
from hallway.ui.widgets.button import link
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit

CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")


class EventFacts(QWidget):
    """`changed` carries a dict: the fields of `Event` that were changed, with their new values."""

    changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._event: Event | None = None
        self.start = day_field(today, self.tr("First day"))
        self.end = day_field(today, self.tr("Last day"))
        self.kind, self.status = QComboBox(), QComboBox()
        self.texts = {
            key: EditableText(placeholder=self.tr("Add"), name=name, wrap=key == "venue")
            for key, (_, name) in self._fields().items()
        }
        self.open_link = link(self.tr("Open the link"))
        self.notes = NoteEdit(self.tr("Notes"), least=3, name=self.tr("Notes on the event"))
        self._build()
        self._connect()

    def show_event(self, event: Event) -> None:
        """Show the facts, without telling."""
        self._event = event
        self.start.set_day(event.start_on)
        self.end.set_day(event.end_on)
        self.kind.setCurrentIndex(KINDS.index(event.kind) if event.kind in KINDS else len(KINDS) - 1)
        self.status.setCurrentIndex(STATUSES.index(event.status) if event.status in STATUSES else 0)
        for key, field in self.texts.items():
            if not field.is_editing():
                field.set_text(str(getattr(event, key)))
        if not self.notes.hasFocus():
            self.notes.set_text(event.notes)
        self.open_link.setVisible(is_safe(event.link))

    def _keep_start(self, day: date) -> None:
        """A moved first day takes the last one along."""
        if self._event is not None:
            self.changed.emit({"start_on": day, "end_on": day + (self._event.end_on - self._event.start_on)})

    def _open(self) -> None:
        if self._event is not None and is_safe(self._event.link):
            QDesktopServices.openUrl(QUrl(self._event.link, QUrl.ParsingMode.StrictMode))

    def _connect(self) -> None:
        self.start.kept.connect(self._keep_start)
        self.end.kept.connect(lambda day: self.changed.emit({"end_on": day}))
        self.kind.activated.connect(lambda at: self.changed.emit({"kind": KINDS[at]}))
        self.status.activated.connect(lambda at: self.changed.emit({"status": STATUSES[at]}))
        for key, field in self.texts.items():
            field.kept.connect(lambda text, key=key: self.changed.emit({key: _tidy(key, text)}))
        self.notes.kept.connect(lambda text: self.changed.emit({"notes": text}))
        self.open_link.clicked.connect(self._open)

    def _fields(self) -> dict[str, tuple[str, str]]:
        """What stands before each text, and what a screen reader says."""
        return {
            "venue": (self.tr("Where"), self.tr("Where the event is")),
            "start_time": (self.tr("From"), self.tr("Begins at, like 09:30")),
            "end_time": (self.tr("Until"), self.tr("Ends at, like 17:00")),
            "time_zone": (self.tr("Time zone"), self.tr("Time zone of the event")),
            "organiser": (self.tr("Organiser"), self.tr("Who organises the event")),
            "link": (self.tr("Link"), self.tr("Link to the event's page")),
        }

    def _build(self) -> None:
        for box, words, name in (
            (self.kind, kind_words(), self.tr("Kind of event")),
            (self.status, status_words(), self.tr("Status of the event")),
        ):
            box.addItems(list(words))
            box.setAccessibleName(name)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("First day"), self.start), (self.tr("Last day"), self.end),
            (self.tr("Kind"), self.kind), (self.tr("Status"), self.status),
        ]  # fmt: skip
        rows += [(heading, self.texts[key]) for key, (heading, _) in self._fields().items()]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (heading, control) in enumerate(rows):
            grid.addWidget(Label(heading, "small", "text2"), at, 0)
            grid.addWidget(control, at, 1)
        grid.addWidget(self.open_link, len(rows), 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(self.tr("Notes"), "section", "text2"), len(rows) + 1, 0, 1, 2)
        grid.addWidget(self.notes, len(rows) + 2, 0, 1, 2)


def _tidy(key: str, text: str) -> str:
    """Times may be written 9:30 or 9.30, too."""
    clock = CLOCK.fullmatch(text.strip()) if key.endswith("_time") else None
    return f"{int(clock[1]):02}:{clock[2]}" if clock else text.strip()
