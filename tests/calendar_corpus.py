"""Exported files that hold all that an export can hold, for judges: levels, forms, alarms, what was cancelled."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

from hallway.domain.opportunities import Opportunity
from hallway.domain.outreach import Meeting, Outreach
from hallway.domain.programmes import Session
from hallway.domain.records import CalendarStyle
from hallway.formats.calendar_ics import FORMS
from hallway.usecases import calendars, opportunities, outreach, sessions
from hallway.usecases.calendars import DETAILS, CalendarChoice, Export
from hallway.usecases.desk import Desk
from tests import acts
from tests.calendar_shown import Shown, shown_as
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, memory_desk

ZONES = (
    "Pacific/Kiritimati", "Pacific/Niue", "Pacific/Chatham", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Jerusalem",
    "Europe/Berlin", "Europe/Dublin", "Africa/Lagos", "Africa/Cairo", "America/St_Johns", "America/Nuuk",
    "America/New_York", "UTC", "", "No/Where",
)  # fmt: skip
"""Ahead of UTC by 14 hours and behind by 11, half hours and quarters, summer times of many kinds, and none at all.

None whose rules were changed of late: judges bring their own, newer or older, time zone database.
"""

DAYS = (date(2026, 7, 1), date(2026, 10, 25), date(2027, 3, 28))
"""Summer, and nights on which clocks change."""

TITLES = (
    "Łódź–Zürich: 織機と数学の夕べ, " * 5 + "Saal 3", "Looms; \\n is no line, \\; no end", "🧵" * 40, "a" * 75,
    "\u202eمعرض الأنوال " * 9 + "2026",
)  # fmt: skip
FILES = tuple(f"{detail}-{form}" for detail, form in product(DETAILS, FORMS))
ALARMS = (540, None, -900, 0, 545)


class File(NamedTuple):
    """One exported file with what it was made of."""

    name: str
    choice: CalendarChoice
    export: Export

    @property
    def standing(self) -> dict[str, Shown]:
        """What it shows, by UID, but for what is cancelled."""
        return dict(shown for entry in self.export.entries for shown in shown_as(entry, self.choice.style))

    @property
    def shows(self) -> dict[str, Shown]:
        """All that it shows, by UID."""
        gone = dict(shown for entry in self.export.cancelled for shown in shown_as(entry, self.choice.style))
        return self.standing | gone


@cache
def files() -> dict[str, File]:
    """A file for each level and form, by name, from one record that lives on between them. Made once."""
    desk = memory_desk()
    fill(desk)
    made: list[File] = []
    for number, (detail, form) in enumerate(product(DETAILS, FORMS)):
        alarm = ALARMS[number % len(ALARMS)]
        choice = CalendarChoice(days=400, detail=detail, style=CalendarStyle(TITLES[0], form, alarm))
        steps = short_lived(desk)
        export(desk, made[-1].choice if made else choice)
        for _ in range(steps):
            desk.undo()
        made.append(File(FILES[number], choice, export(desk, choice)))
    desk.database.close_thread()
    return {file.name: file for file in made}


def export(desk: Desk, choice: CalendarChoice) -> Export:
    """As if the file had been written."""
    made = desk.ask(calendars.prepare, choice, desk.clock.now())
    desk.do(calendars.remember, made, choice)
    return made


def fill(desk: Desk) -> None:
    """People in every script, promises, events in every zone at every time of the year, sessions."""
    for number, name in enumerate((*acts.NAMES, "José; María, the \\ one")):
        ada = add_person(desk, name, rhythm_days=90)
        add_moment(desk, ada, on=TODAY - timedelta(days=3 * number), summary=acts.TEXTS[number % len(acts.TEXTS)])
        add_promise(desk, ada, TITLES[number % len(TITLES)], due_on=TODAY + timedelta(days=number))
        talk = desk.do(outreach.reach_out, Outreach(ada, hope="ask how; and, why")).value
        clock = "" if number == 0 else "15:00"
        desk.do(outreach.schedule, talk, Meeting(DAYS[number % 3], clock, ZONES[number], "Café, left"))
        door = Opportunity(TITLES[number % len(TITLES)], deadline=DAYS[number % 3], link="https://fund.example/a;b,c")
        desk.do(opportunities.add, door)
    for number, (zone, on) in enumerate(product(ZONES, DAYS)):
        begin, end, nights = (("02:30", "03:30", 0), ("09:00", "", 0), ("", "", 2), ("22:00", "17:30", 1))[number % 4]
        event = add_event(
            desk, TITLES[number % len(TITLES)], start_on=on, end_on=on + timedelta(days=nights), start_time=begin,
            end_time=end, time_zone=zone, venue="Hall 3, left; up \\ stairs", link="https://looms.example/a;b,c?d=e",
        )  # fmt: skip
        new = Session("Ein Gespräch", on, start_time="01:30", room="Aula", speakers=("Ada", "Łukasz"), mine=True)
        if number % 4 == 0:
            desk.do(sessions.add, event, new)


def short_lived(desk: Desk) -> int:
    """Things that will be taken back; returns in how many steps they came."""
    nobody = add_person(desk, "Only for a day", rhythm_days=21)
    add_promise(desk, nobody, "send the map", due_on=TODAY + timedelta(days=2))
    event = add_event(desk, "Called off", start_on=TODAY, end_on=TODAY + timedelta(days=3))
    desk.do(sessions.add, event, Session("Called off too", TODAY, start_time="10:00", mine=True))
    return 4


