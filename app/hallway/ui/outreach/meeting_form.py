"""When and where the two talk: a day in words, a time with its zone, a place, how long."""

from __future__ import annotations

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from hallway.domain.outreach import Meeting, Outreach
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import outreach, zones


class MeetingForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves everything as it was."""

    def __init__(self, bridge: Bridge, window: QWidget, one: Outreach) -> None:
        super().__init__(bridge, window, self.tr("Talk with {name}").format(name=one.person), width=460)
        self._one = one
        self.day = day_field(bridge.desk.clock.today(), self.tr("Day"))
        self.time = TextField("15:00", name=self.tr("Begins at, like 15:00"))
        self.zone = TextField(self.tr("A town, like Lisbon"), name=self.tr("Time zone, by a town"))
        self.suggest = Suggest(self.zone, self._zones, fill=True)
        self.place = TextField(self.tr("Video call, their office, a café"), name=self.tr("Where you talk"))
        self.minutes = QSpinBox()
        self._build()
        self._show(one)

    def write(self) -> None:
        """Keep what is written; what makes no sense is said and stays in the form."""
        on = self.day.day()
        if on is None:
            self.say(self.tr("Which day is it?"))
            self.day.setFocus()
            return
        zone = self.zone.text().rpartition("·")[2].strip()
        meeting = Meeting(on, self.time.text(), zone, self.place.text(), self.minutes.value())
        if self._bridge.do(outreach.schedule, self._one.id, meeting) is not None:
            self.close_panel()

    def _zones(self, words: str) -> list[Choice]:
        return [Choice(shown) for shown, _ in zones.offered(words)]

    def _show(self, one: Outreach) -> None:
        self.day.set_day(one.meet_on)
        self.time.setText(one.meet_time)
        self.zone.setText(one.meet_zone or zone_here())
        self.place.setText(one.meet_place)
        self.minutes.setValue(one.minutes)

    def _build(self) -> None:
        self.minutes.setRange(5, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(self.tr(" minutes"))
        self.minutes.setAccessibleName(self.tr("How long you asked for"))
        when, long = QHBoxLayout(), QHBoxLayout()
        for row in (when, long):
            row.setSpacing(8)
        when.addLayout(named(self.tr("Time"), self.time), 1)
        when.addLayout(named(self.tr("Time zone"), self.zone), 2)
        long.addLayout(named(self.tr("Where"), self.place), 2)
        long.addLayout(named(self.tr("How long"), self.minutes), 1)
        self.body.addLayout(named(self.tr("Day"), self.day))
        self.body.addLayout(when)
        self.body.addLayout(long)
        self.finish_form()


def zone_here() -> str:
    """The time zone that this machine is in."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()


def open_meeting(bridge: Bridge, window: QWidget, one: Outreach) -> MeetingForm:
    """Open the form over the window."""
    form = MeetingForm(bridge, window, one)
    form.closed.connect(form.deleteLater)
    form.open(form.day)
    return form
