"""What the pages of organisations say: kinds, rows, and the icons that go with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import say_day
from hallway.domain.opportunities import Opportunity
from hallway.domain.organisations import Membership, Organisation, PersonThere
from hallway.ui.frame.places import Place
from hallway.ui.organisations.lines import Line
from hallway.ui.parts.opportunity_words import LOOKS, day_words, kind_words, state_words
from hallway.ui.parts.partial_dates import say_span
from hallway.usecases.organisations import EventThere

ICONS = {
    "university": "landmark", "department": "layers", "lab": "flask-conical", "hospital": "heart",
    "company": "briefcase", "funder": "coins", "learned society": "users-round", "alumni network": "graduation-cap",
    "online group": "globe", "committee": "clipboard-list",
}  # fmt: skip


def icon_of(kind: str) -> str:
    """The icon of a kind."""
    return ICONS.get(kind, "building-2")


def what_it_is(shown: Organisation) -> str:
    """ "University, Ostra, part of …"; empty when nothing is known."""
    kind = "" if shown.kind == "other" else shown.kind[:1].upper() + shown.kind[1:]
    gone = t("let go") if shown.is_let_go else ""
    return ", ".join(part for part in (kind, shown.place, gone) if part)


def person_line(one: PersonThere) -> Line:
    """Somebody who is or was there."""
    work = ", ".join(part for part in (one.role, one.unit) if part)
    place = Place("people", "person", one.person_id)
    return Line(one.name, work, say_span(one.start_on, one.end_on), place, one.person_id)


def event_line(one: EventThere, today: date) -> Line:
    """An event, and what the organisation is to it."""
    kind = "" if one.kind == "other" else one.kind[:1].upper() + one.kind[1:]
    where = one.venue if one.organises else t("held at {venue}").format(venue=one.venue)
    words = ", ".join(part for part in (kind, where) if part)
    day = say_day(one.on, today).split(" ", 1)[1]
    return Line(one.title, words, day, Place("events", "event", one.id), icon="calendar-days", hue="violet")


def opportunity_line(one: Opportunity, today: date) -> Line:
    """A door that opens there: what it is, how it stands, until when."""
    icon, hue = LOOKS[one.kind]
    words = f"{kind_words(one.kind)}, {state_words(one.state).lower()}"
    return Line(one.title, words, day_words(one, today), Place("opportunities", "", one.id), icon=icon, hue=hue)


def part_line(id_: int, name: str) -> Line:
    """What is part of it."""
    return Line(name, what=Place("organisations", "organisation", id_), icon="building-2")


def membership_line(mine: Membership, today: date) -> Line:
    """What the user is or was there, what they contribute, and when the next meeting is."""
    hue = "slate" if mine.end_on else "green"
    span, words = say_span(mine.start_on, mine.end_on), [mine.brings] if mine.brings else []
    if mine.next_on is not None:
        what = mine.next_what or t("meeting")
        day = say_day(mine.next_on, today).split(" ", 1)[1]
        words.insert(0, t("Next: {what}, {day}").format(what=what, day=day))
    return Line(mine.role or t("Member"), ". ".join(words), span, mine, icon="id-card", hue=hue)


def t(text: str) -> str:
    """In the language of the window."""
    return QCoreApplication.translate("organisations", text)
