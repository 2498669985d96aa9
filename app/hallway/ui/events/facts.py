"""The facts of an event beside its story: days, kind, place, link and notes, each edited in place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from hallway.domain.clock_words import read_time
from hallway.domain.events import KINDS, STATUSES, Event, is_informal
from hallway.ui.events.words import kind_words, status_words
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.web import is_safe
from hallway.ui.widgets.button import link
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit

SPARE = ("time_zone", "organiser", "link")
"""Facts that an evening does without while they are empty."""


class EventFacts(QWidget):
    """`changed` carries a dict: the fields of `Event` that were changed, with their new values."""

    changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._event: Event | None = None
        self._shown_id = 0
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self.start = day_field(today, self.tr("First day"))
        self.end = day_field(today, self.tr("Last day"))
        self.kind, self.status = QComboBox(), QComboBox()
        self.texts = {
            key: EditableText(placeholder=self.tr("Add"), name=name, wrap=key == "venue")
            for key, (_, name) in self._fields().items()
        }
        self.more = link(self.tr("All facts"))
        self.more.clicked.connect(lambda: self._lighten(False))
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
        if event.id != self._shown_id:
            self._shown_id = event.id
            self._lighten(is_informal(event))
        elif not is_informal(event):
            self._lighten(False)

    def _lighten(self, light: bool) -> None:
        """An evening among people has few facts; the others are a click away."""
        assert self._event is not None
        spare = [key for key in SPARE if light and not getattr(self._event, key, "")]
        for key, row in self._rows.items():
            hidden = key in spare or (light and key in ("end", "status"))
            for part in row:
                part.setVisible(not hidden)
        self.more.setVisible(light)

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
        rows: list[tuple[str, str, QWidget]] = [
            ("start", self.tr("First day"), self.start), ("end", self.tr("Last day"), self.end),
            ("kind", self.tr("Kind"), self.kind), ("status", self.tr("Status"), self.status),
        ]  # fmt: skip
        rows += [(key, heading, self.texts[key]) for key, (heading, _) in self._fields().items()]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (key, heading, control) in enumerate(rows):
            said = Label(heading, "small", "text2")
            self._rows[key] = (said, control)
            grid.addWidget(said, at, 0)
            grid.addWidget(control, at, 1)
        grid.addWidget(self.more, len(rows), 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.open_link, len(rows) + 1, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(self.tr("Notes"), "section", "text2"), len(rows) + 2, 0, 1, 2)
        grid.addWidget(self.notes, len(rows) + 3, 0, 1, 2)


def _tidy(key: str, text: str) -> str:
    """Times may be written 9:30 or 9.30, too; what is none is refused by whoever keeps it."""
    return (read_time(text) if key.endswith("_time") else None) or text.strip()
