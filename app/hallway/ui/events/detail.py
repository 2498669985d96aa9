"""One event whole: when and where, whom one met there, what happened, and notes; everything is edited in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hallway.domain.events import KINDS, STATUSES, Event
from hallway.ui.events.met_here import MetHere
from hallway.ui.events.words import day_of, days_of
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.moments import MomentList
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, link
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.date_field import DateField
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.picture import Picture
from hallway.usecases import events
from hallway.usecases.events import EventPage
from hallway.usecases.interactions import TimelineFilter

SIDE, SAFE_SCHEMES = 300, ("https", "http")


class EventDetail(QWidget):
    """The right side of the Events room."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.event_id = 0
        self._event: Event | None = None
        self._showing = False
        self.title = EditableText(name=self.tr("Title of the event"), role="title")
        self.days = Label("", "body", "text2")
        self.running = Chip("", hue="green")
        self.texts = {
            key: EditableText(placeholder=self.tr("Add"), name=words) for key, words in self._fields().items()
        }
        self.start, self.end = self._day("First day"), self._day("Last day")
        self.kind, self.status = QComboBox(), QComboBox()
        self.notes = NoteEdit(self.tr("Notes"), least=3, name=self.tr("Notes on the event"))
        self.met = MetHere(frame)
        self.moments = MomentList(frame, self)
        self._build()
        self._connect()

    def show_event(self, event_id: int) -> None:
        """Ask for the event and show it."""
        page = self.frame.bridge.ask(events.page_of, event_id)
        self.event_id, self._event = event_id, page.event
        self._showing = True
        self._show(page)
        self._showing = False

    def focus_first(self) -> None:
        """The first thing one can change."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def rename(self) -> None:
        """F2."""
        self.title.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, page: EventPage) -> None:
        event, today = page.event, self.frame.bridge.desk.clock.today()
        self.title.set_text(event.title)
        self.days.set_text(", ".join(part for part in (days_of(event, today), event.venue) if part))
        self.running.setText(day_of(event, today))
        self.running.setVisible(bool(day_of(event, today)))
        for key, field in self.texts.items():
            field.set_text(str(getattr(event, key)))
        self.start.set_day(event.start_on)
        self.end.set_day(event.end_on)
        self.kind.setCurrentIndex(KINDS.index(event.kind) if event.kind in KINDS else len(KINDS) - 1)
        self.status.setCurrentIndex(STATUSES.index(event.status) if event.status in STATUSES else 0)
        if not self.notes.hasFocus():
            self.notes.set_text(event.notes)
        self._open_link.setVisible(_is_safe(event.link))
        self.met.show_people(event, page.people, today)
        self.moments.show_filter(TimelineFilter(event_id=event.id))
        self._moments_holder.setVisible(bool(page.moments))

    def _keep(self, **changes: object) -> None:
        """Change some fields; what is refused is shown as it was."""
        if self._event is None or self._showing:
            return
        changed = replace(self._event, **changes)  # type: ignore[arg-type]
        if changed != self._event and self.frame.bridge.do_quietly(events.change, changed) is None:
            self.show_event(self._event.id)

    def _keep_start(self, day: date) -> None:
        if self._event is not None:
            length = self._event.end_on - self._event.start_on
            self._keep(start_on=day, end_on=day + length)

    def _open(self) -> None:
        if self._event is not None and _is_safe(self._event.link):
            QDesktopServices.openUrl(QUrl(self._event.link, QUrl.ParsingMode.StrictMode))

    def _remove(self) -> None:
        if self.event_id:
            self.frame.bridge.do(events.remove, self.event_id)

    def _connect(self) -> None:
        self.title.kept.connect(lambda text: self._keep(title=text))
        for key, field in self.texts.items():
            field.kept.connect(lambda text, key=key: self._keep(**{key: text.strip()}))
        self.start.kept.connect(self._keep_start)
        self.end.kept.connect(lambda day: self._keep(end_on=day))
        self.kind.activated.connect(lambda at: self._keep(kind=KINDS[at]))
        self.status.activated.connect(lambda at: self._keep(status=STATUSES[at]))
        self.notes.kept.connect(lambda text: self._keep(notes=text))
        self.moments.opened.connect(lambda id_: self.frame.navigator.go(Place("people", "person", id_)))

    def _fields(self) -> dict[str, str]:
        return {
            "venue": self.tr("Where"), "start_time": self.tr("From, like 09:30"), "end_time": self.tr("Until"),
            "time_zone": self.tr("Time zone"), "organiser": self.tr("Organiser"), "link": self.tr("Link"),
        }  # fmt: skip

    def _day(self, name: str) -> DateField:
        return day_field(self.frame.bridge.desk.clock.today(), self.tr(name))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        remove = icon_button("trash-2", self.tr("Take the event away"))
        remove.clicked.connect(self._remove)
        head.addWidget(remove)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(Picture("calendar-days", 16))
        when.addWidget(self.days)
        when.addWidget(self.running)
        when.addStretch(1)
        story = QVBoxLayout()
        story.setSpacing(12)
        story.addWidget(self.met)
        self._moments_holder = QWidget()
        holder = QVBoxLayout(self._moments_holder)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(Label(self.tr("What happened there"), "section", "text2"))
        self.moments.setMinimumHeight(look.scaled(220))
        holder.addWidget(self.moments)
        story.addWidget(self._moments_holder)
        story.addStretch(1)
        side = QWidget()
        side.setLayout(self._facts())
        side.setFixedWidth(look.scaled(SIDE))
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addLayout(story, 1)
        both.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 18, 28, 24)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(when)
        column.addSpacing(12)
        column.addLayout(both, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        for ground in (area.viewport(), content):
            ground.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _facts(self) -> QGridLayout:
        for box, words, name in (
            (self.kind, KINDS, self.tr("Kind of event")),
            (self.status, STATUSES, self.tr("Status")),
        ):
            box.addItems([word[:1].upper() + word[1:] for word in words])
            box.setAccessibleName(name)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("First day"), self.start), (self.tr("Last day"), self.end),
            (self.tr("Kind"), self.kind), (self.tr("Status"), self.status),
        ]  # fmt: skip
        rows += [(words.partition(",")[0], self.texts[key]) for key, words in self._fields().items()]
        for at, (heading, control) in enumerate(rows):
            grid.addWidget(Label(heading, "small", "text2"), at, 0)
            grid.addWidget(control, at, 1)
        self._open_link = link(self.tr("Open the link"))
        self._open_link.clicked.connect(self._open)
        grid.addWidget(self._open_link, len(rows), 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(self.tr("Notes"), "section", "text2"), len(rows) + 1, 0, 1, 2)
        grid.addWidget(self.notes, len(rows) + 2, 0, 1, 2)
        return grid


def _is_safe(address: str) -> bool:
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SAFE_SCHEMES and bool(url.host())
