"""Cards of a programme's review: the event with its title and its clock, and topics to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.domain.programme_review import ProgrammeReview
from hallway.ui.parts.suggest import Suggest, words_of
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import Card, SoftPanel
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.text_field import TextField


class EventCard(Card):
    """The event of the programme: what it is called, when it is, and on which clock."""

    titled = Signal(str)
    zoned = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self._shown_title = self._shown_zone = ""
        self._fate = Label("", "heading", wrap=True)
        self.title = TextField(name=self.tr("Title of the event"))
        self._days = Label("", "small", "text2", wrap=True)
        self._zone_label = Label(self.tr("Time zone of its times"), "small", "text2")
        self.zone = TextField(self.tr("such as Europe/Lisbon"), icon="clock", name=self.tr("Time zone of its times"))
        self._asking = SoftPanel("amber_soft", padding=10)
        self._question = Label("", "small", wrap=True)
        self._asking.body.addWidget(self._question)
        self.here = link("")
        self._asking.body.addWidget(self.here, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._fate, self.title, self._days, self._zone_label, self.zone, self._asking):
            self.body.addWidget(widget)
        self._suggest = Suggest(self.zone, words_of(_zones), fill=True)
        self._suggest.chosen.connect(lambda choice: self.zoned.emit(choice.text))
        self.title.editingFinished.connect(self._tell_title)
        self.zone.editingFinished.connect(self._tell_zone)
        self.here.clicked.connect(lambda: self.zoned.emit(_zone_here()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what is being written; only outside a field it leaves the review."""
        before = {self.title: self._shown_title, self.zone: self._shown_zone}
        field = next((one for one in before if one is self.focusWidget() and one.text() != before[one]), None)
        if field is not None and event.key() == Qt.Key.Key_Escape:
            field.setText(before[field])
        else:
            super().keyPressEvent(event)

    def show_event(self, review: ProgrammeReview) -> None:
        """Show the event of a review."""
        self._shown_title = review.event.title
        known = self.tr("Brings your event back") if review.returns else self.tr("Brings your event up to date")
        self._fate.set_text(self.tr("A new event") if review.known is None else known)
        self.setAccessibleName(self._fate.text())
        self.title.setText(self._shown_title)
        self.title.setCursorPosition(0)
        self.show_zone(review)

    def show_zone(self, review: ProgrammeReview) -> None:
        """Show its days, and the clock they are told on or the question which one it is."""
        event = review.event
        self._days.set_text(self._say_days(event.start_on, event.end_on))
        self._shown_zone = event.time_zone
        self.zone.setText(event.time_zone)
        self.zone.setCursorPosition(0)
        asked = self.tr("The file does not say which time zone its times are in. Without one they stay as written.")
        in_utc = self.tr("The file tells its times in UTC. Name the zone of the place to have them as on its clocks.")
        self.say_zone(asked if review.needs_zone else in_utc if event.time_zone == "UTC" else "")

    def say_zone(self, words: str) -> None:
        """Ask, or say what is wrong with what was written; nothing hides it."""
        here = _zone_here()
        self._question.set_text(words)
        self._asking.setVisible(bool(words))
        self.here.setText(self.tr("It is {zone}, where you are").format(zone=here))
        self.here.setVisible(bool(here))

    def _say_days(self, first: date, last: date) -> str:
        to = f"{last.day} {last:%B %Y}"
        if first == last:
            return to
        begin = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else f"{first.day} {first:%B}"
        return self.tr("{first} to {last}").format(first=begin, last=to)

    def _tell_title(self) -> None:
        title = self.title.text()
        if not title.strip():
            self.title.setText(self._shown_title)
        elif title != self._shown_title:
            self._shown_title = title
            self.titled.emit(title)

    def _tell_zone(self) -> None:
        name = self.zone.text().strip()
        if name != self._shown_zone:
            self._shown_zone = name
            self.zoned.emit(name)


class TopicsCard(Card):
    """Topics that the tracks and titles speak of, as chips to choose."""

    changed = Signal(frozenset)

    def __init__(self) -> None:
        super().__init__(self.tr("Topics"), spacing=8)
        words = self.tr("Chosen ones are noted with the event, and with those who speak in the track of that name.")
        self.body.addWidget(Label(words, "small", "text2", wrap=True))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self.chips: list[Chip] = []
        self.body.addWidget(self._holder)

    def show_topics(self, topics: Sequence[tuple[str, bool]]) -> None:
        """Show suggestions, each with whether it is taken; hidden while there are none."""
        self._flow.clear()
        self.chips = []
        for name, taken in topics:
            chip = Chip(name, checkable=True)
            chip.setChecked(taken)
            chip.toggled.connect(self._tell)
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._flow.invalidate()
        self._holder.updateGeometry()
        self.setVisible(bool(topics))

    def _tell(self) -> None:
        self.changed.emit(frozenset(chip.text() for chip in self.chips if chip.isChecked()))


def _zone_here() -> str:
    """The zone this machine is set to, or nothing when it is not one that everybody knows."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")
    return name if "/" in name and name in available_timezones() else ""


def _zones() -> Sequence[str]:
    return sorted(available_timezones())
