"""Somebody just met, in one line: read, shown, saved. Several people may be in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hallway.domain import errors
from hallway.domain.capture import Capture, Reach, Told, parse_line, reach_of
from hallway.domain.events import Event
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.listing import listed
from hallway.domain.people import Affiliation, NewPerson
from hallway.domain.records import Email, Phone
from hallway.store import capturing as store
from hallway.store import events as event_store
from hallway.store import interactions as interaction_store
from hallway.store import lists
from hallway.store import organisations as organisation_store
from hallway.store import people as people_store
from hallway.store import promises as promise_store
from hallway.store.work import View, Work

NOWHERE = 0
"""In place of an event's id: met somewhere else."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and how to read it: `told` are the user's corrections; `several` off makes all names one person's."""

    text: str
    told: tuple[Told, ...] = ()
    several: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody already in the record, with role and place of now."""

    id: int
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line means: its parts, the running event, for each name who goes by it already, who is at that place."""

    capture: Capture
    event: Event | None
    known: tuple[tuple[Known, ...], ...]
    there: tuple[str, ...]

    @property
    def alike(self) -> tuple[tuple[int, str], ...]:
        """Who already goes by the first name."""
        return tuple((one.id, one.name) for one in self.known[0]) if self.known else ()


@dataclass(frozen=True, slots=True)
class Where:
    """Where one is now: the event and its session, and the events to choose from when more than one runs.

    `asks` is true until one of several was chosen; that holds for an hour. `session` is what is surely going on.
    """

    event: Event | None = None
    session_id: int | None = None
    session: str = ""
    running: tuple[Event, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be saved: for each name of the line the id of somebody known, or None for somebody new.

    `event_id` is where they were met: None asks where one is now, `NOWHERE` is none of the events. `card` is a clean
    picture of a card or badge; it goes to the first of them.
    """

    line: Line
    known: tuple[int | None, ...] = ()
    event_id: int | None = None
    card: bytes = b""


def read(look: View, line: str | Line, organisations: Sequence[str] | None = None) -> Reading:
    """Read a line without saving anything. `organisations` may be given when many lines are read in a row."""
    capture = _parsed(look, line if isinstance(line, Line) else Line(line), organisations)
    known = tuple(_called(look, name) for name in capture.names)
    around = store.there(look, capture.organisation) if capture.organisation else ()
    return Reading(capture, event_store.running(look), known, around)


def where(look: View, now: datetime) -> Where:
    """The event that runs now; of several, the one chosen within the hour, else the one that began last."""
    running = event_store.all_running(look)
    chosen = store.chosen_event(look, now) if len(running) > 1 else None
    if chosen == NOWHERE or not running:
        return Where(running=running)
    event = next((one for one in running if one.id == chosen), None)
    session_id, session = _session_at(look, event or running[0], now)
    return Where(event or running[0], session_id, session, running, asks=event is None and len(running) > 1)


def at_event(look: View, event_id: int, now: datetime) -> Where:
    """That event, with the session that runs there."""
    event = event_store.get(look, event_id) if event_id else None
    session = _session_at(look, event, now) if event else (None, "")
    return Where(event, *session, event_store.all_running(look))


def choose_event(step: Work, event_id: int) -> None:
    """Remember for an hour which of the running events (or `NOWHERE`) one is at."""
    store.choose_event(step, event_id)


def save(step: Work, line: str, person_id: int | None = None, event_id: int | None = None) -> int:
    """Save a line as somebody met: a new person, or (`person_id`) one already known. Returns the (first) person's id.

    They were met today, at the running event; or at another one (`event_id`), on its last day when it is over.
    Raises `Refused` when the line has no name in it.
    """
    return save_all(step, Wanted(Line(line), (person_id,), event_id))[0]


def save_all(step: Work, wanted: Wanted) -> tuple[int, ...]:
    """Save a line with everything that was chosen for it, as one step. Returns the people's ids in the line's order.

    Raises `Refused` when the line has no name in it.
    """
    capture = _parsed(step, wanted.line, None)
    known = (*wanted.known, *[None] * len(capture.names))
    place = where(step, step.now) if wanted.event_id is None else at_event(step, wanted.event_id, step.now)
    if not capture.names and known[:1] in ((), (None,)):
        example = "Write it like: Ada Lovelace, @Uni Lund, looms."
        raise errors.Refused("A name is needed, first in the line.", do=example)
    ids: list[int] = []
    for at, reach in enumerate(reach_of(capture)):
        id_ = known[at]
        if id_ is None:
            id_ = _add(step, capture, capture.names[at], reach, place)
        else:
            _add_to(step, id_, capture, reach)
        ids.append(id_)
    _log(step, tuple(dict.fromkeys(ids)), capture, place)
    if wanted.card:
        store.set_card(step, ids[0], wanted.card)
    step.label = f"Met {listed([people_store.get(step, id_).name for id_ in dict.fromkeys(ids)])}"
    return tuple(ids)


def card(look: View, person_id: int) -> bytes | None:
    """The picture of the person's card or badge, or None."""
    return store.card(look, person_id)


def set_card(step: Work, person_id: int, data: bytes | None) -> None:
    """Keep a picture of the person's card or badge (made small enough and clean before), or (None) take it away."""
    name = people_store.get(step, person_id).name
    step.label = f"Card of {name}" if data else f"Took away the card of {name}"
    store.set_card(step, person_id, data)


def _parsed(look: View, line: Line, organisations: Sequence[str] | None) -> Capture:
    known = organisation_store.names(look) if organisations is None else organisations
    return parse_line(line.text, look.today, known, told=line.told, several=line.several)


def _called(look: View, name: str) -> tuple[Known, ...]:
    found = people_store.called(look, name)
    rows = lists.rows_of(look, [id_ for id_, _ in found]) if found else {}
    return tuple(Known(id_, known, rows[id_].line if id_ in rows else "") for id_, known in found)


def _session_at(look: View, event: Event, now: datetime) -> tuple[int | None, str]:
    """The one session one can be in: the only one that runs, or the only one of them that one goes to."""
    from hallway.usecases.sessions import clock_there  # programmes, with the first event that runs

    on = store.sessions_at(look, event.id, clock_there(event, now))
    own = [one for one in on if one[2]]
    sure = own if len(own) == 1 else on
    return sure[0][:2] if len(sure) == 1 else (None, "")


def _add(step: Work, capture: Capture, name: str, reach: Reach, place: Where) -> int:
    person_id = people_store.add(
        step,
        NewPerson(
            name=name, organisation=capture.organisation, role=capture.role, topics=capture.topics,
            emails=tuple(Email(address) for address in reach.emails),
            phones=tuple(Phone(number) for number in reach.phones), profiles=reach.profiles,
            met_on=_met_on(step, place.event).isoformat(), met_event_id=place.event.id if place.event else None,
        ),
    )  # fmt: skip
    if place.session_id:
        people_store.set_field(step, person_id, "met_session_id", place.session_id)
    return person_id


def _log(step: Work, ids: Sequence[int], capture: Capture, place: Where) -> None:
    """That they were met, and what was promised to each of them."""
    on = _met_on(step, place.event)
    meeting = NewInteraction(
        on=on, people=tuple(map(Participant, ids)), kind=Kind.MET, summary=_told(capture),
        at_time=f"{step.now:%H:%M}" if on == step.today else "", event_id=place.event.id if place.event else None,
        session_id=place.session_id,
    )  # fmt: skip
    interaction_id = interaction_store.add(step, meeting)
    for id_ in ids:
        for one in capture.promises:
            promise_store.add(step, NewPromise(id_, one.text, one.by_me, one.due, interaction_id))


def _told(capture: Capture) -> str:
    """The note; with several people also the addresses of which it is not clear whose they are."""
    shared = reach_of(capture)
    emails = [mail for mail in capture.emails if not any(mail in one.emails for one in shared)]
    phones = [number for number in capture.phones if not any(number in one.phones for one in shared)]
    pages = [page.url for page in capture.profiles if not any(page in one.profiles for one in shared)]
    return ", ".join(filter(None, [capture.note, *emails, *phones, *pages]))


def _met_on(step: Work, event: Event | None) -> date:
    return min(step.today, event.end_on) if event else step.today


def _add_to(step: Work, person_id: int, capture: Capture, reach: Reach) -> None:
    """Add what is new to somebody known; nothing that is there is replaced."""
    known = people_store.get(step, person_id)
    people_store.set_topics(step, person_id, (*known.topics, *capture.topics))
    there = {mail.address.casefold() for mail in known.emails}
    fresh = tuple(Email(address) for address in reach.emails if address.casefold() not in there)
    people_store.set_emails(step, person_id, (*known.emails, *fresh))
    numbers = {phone.number for phone in known.phones}
    people_store.set_phones(
        step, person_id, (*known.phones, *(Phone(one) for one in reach.phones if one not in numbers))
    )
    people_store.set_profiles(step, person_id, tuple(dict.fromkeys((*known.profiles, *reach.profiles))))
    works = {work.organisation.casefold() for work in known.affiliations}
    if capture.organisation and capture.organisation.casefold() not in works:
        place = Affiliation(capture.organisation, capture.role, current_as_of=step.today.isoformat())
        people_store.add_affiliation(step, person_id, place)
