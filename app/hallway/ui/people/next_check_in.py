"""When to be in touch next: the day in words, a day fixed by hand, and the rhythm behind it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from hallway.domain.dates import say_day, say_distance
from hallway.domain.people import Person, Standing
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_popup
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.parts.rhythm_chooser import RhythmChooser
from hallway.ui.people.fact import Fact
from hallway.ui.widgets.button import link
from hallway.ui.widgets.date_field import DatePopup
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.usecases import people, planning, rhythm_help
from hallway.usecases.rhythm_help import RhythmHelp


class NextCheckIn(Fact):
    """Edit opens the day in words; the rhythm below opens its choices."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Next check-in"), self.tr("Edit"))
        self._bridge = bridge
        self._person: Person | None = None
        self._today = bridge.desk.clock.today()
        self.cup = Picture("coffee", 16, "green")
        self.day = Label("", "name", wrap=False, elide=True)
        self.distance = Label("", "small", "text3")
        self.rhythm = RhythmChooser(self.tr("Rhythm"), self._rhythm_help)
        self.release = link(self.tr("Leave it to the rhythm"))
        self._popup: DatePopup | None = None
        self._build()
        self.action.clicked.connect(self._ask)
        self.rhythm.chosen.connect(self._set_rhythm)
        self.release.clicked.connect(lambda: self._fix(None))

    def show_person(self, person: Person) -> None:
        """Show somebody's next check-in."""
        self._person = person
        self._note_today(self._bridge.desk.clock.today())
        wish = self._bridge.ask(planning.planned_on, person.id) if person.wish_on else None
        self.day.set_text(self._day_words(person, wish))
        self.day.set_role("name" if wish else "body")
        self.day.set_colour("text" if wish else "text2")
        self.distance.set_text(self._distance_words(wish))
        self.cup.setVisible(wish is not None)
        self.rhythm.set_rhythm(person.rhythm_days, person.rhythm)
        self.release.setVisible(person.check_in_on is not None)
        self.action.setVisible(person.standing in (Standing.ACTIVE, Standing.NOT_MET))

    def _note_today(self, today: date) -> None:
        """A popup made yesterday would read its words from yesterday."""
        if today != self._today:
            self._today, self._popup = today, None

    def _day_words(self, person: Person, planned: date | None) -> str:
        if planned is not None:
            return self.tr("Today") if planned == self._today else say_day(planned, self._today)
        resting = person.standing in (Standing.ARCHIVED, Standing.LET_GO)
        return self.tr("Resting, nothing is planned") if resting else self.tr("None planned")

    def _distance_words(self, wish: date | None) -> str:
        if wish is None or wish <= self._today:
            return ""
        return say_distance(wish, self._today)

    def _ask(self) -> None:
        if self._person is not None:
            self.action.setText(self.tr("Editing"))
            self.popup().ask_below(self.action, self._person.wish_on)

    def popup(self) -> DatePopup:
        """Return what asks for the day, made when it is first asked for."""
        if self._popup is None:
            self._popup = day_popup(self, self._today, self.tr("Next check-in"))
            self._popup.kept.connect(self._fix)
            self._popup.closed.connect(lambda: self.action.setText(self.tr("Edit")))
        return self._popup

    def _fix(self, day: date | None) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.fix_check_in, self._person.id, day)

    def _set_rhythm(self, days: int | None) -> None:
        if self._person is not None:
            self._bridge.do_quietly(people.set_rhythm, self._person.id, days)

    def _rhythm_help(self) -> RhythmHelp:
        return self._bridge.ask(rhythm_help.help_for, self._person.id) if self._person else RhythmHelp()

    def _build(self) -> None:
        line = ReflowRow(least=256)
        line.row.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.cup)
        row.addWidget(self.day)
        row.addStretch(0)
        line.row.addLayout(row)
        line.row.addWidget(self.distance)
        line.row.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.rhythm)
        below.addStretch(1)
        self.body.addWidget(line)
        self.body.addLayout(below)
        self.body.addWidget(self.release)
