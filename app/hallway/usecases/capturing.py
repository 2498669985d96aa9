"""Somebody just met, in one line: read, shown, saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hallway.domain import errors
from hallway.domain.capture import Capture, parse_line
from hallway.domain.events import Event
from hallway.domain.interactions import Kind, NewInteraction, NewPromise, Participant
from hallway.domain.people import Affiliation, NewPerson
from hallway.domain.records import Email, Phone
from hallway.store import events as event_store
from hallway.store import interactions as interaction_store
from hallway.store import organisations as organisation_store
from hallway.store import people as people_store
from hallway.store import promises as promise_store
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line means: the parts, the running event, people who already go by that name, and who is at that place."""

    capture: Capture
    event: Event | None
    alike: tuple[tuple[int, str], ...]
    there: tuple[str, ...]


def read(look: View, line: str, organisations: Sequence[str] | None = None) -> Reading:
    """Read a line without saving anything. `organisations` may be given when many lines are read in a row."""
    known = organisation_store.names(look) if organisations is None else organisations
    capture = parse_line(line, look.today, known_organisations=known)
    alike = people_store.called(look, capture.name) if capture.name else ()
    return Reading(capture, event_store.running(look), alike, _there(look, capture.organisation))


def save(step: Work, line: str, person_id: int | None = None, event_id: int | None = None) -> int:
    """Save a line as somebody met: a new person, or (`person_id`) one already known. Returns the person's id.

    They were met today, at the running event; or at another one (`event_id`), on its last day when it is over.
    Raises `Refused` when the line has no name in it.
    """
    capture = read(step, line).capture
    event = event_store.running(step) if event_id is None else event_store.get(step, event_id)
    if not capture.name and person_id is None:
        example = "Write it like: Ada Lovelace, @Uni Lund, looms."
        raise errors.Refused("A name is needed, first in the line.", do=example)
    if person_id is None:
        person_id = people_store.add(step, _new_person(step, capture, event))
    else:
        _add_to(step, person_id, capture)
    interaction_id = interaction_store.add(step, _meeting(step, person_id, capture, event))
    for one in capture.promises:
        promise_store.add(step, NewPromise(person_id, one.text, True, one.due, interaction_id))
    step.label = f"Met {people_store.get(step, person_id).name}"
    return person_id


def _new_person(step: Work, capture: Capture, event: Event | None) -> NewPerson:
    return NewPerson(
        name=capture.name, organisation=capture.organisation, topics=tuple(capture.topics),
        emails=tuple(Email(address) for address in capture.emails),
        phones=tuple(Phone(number) for number in capture.phones), profiles=tuple(capture.profiles),
        met_on=_met_on(step, event).isoformat(), met_event_id=event.id if event else None,
    )  # fmt: skip


def _meeting(step: Work, person_id: int, capture: Capture, event: Event | None) -> NewInteraction:
    on = _met_on(step, event)
    return NewInteraction(
        on=on, people=(Participant(person_id),), kind=Kind.MET, summary=capture.note,
        at_time=f"{step.now:%H:%M}" if on == step.today else "", event_id=event.id if event else None,
    )  # fmt: skip


def _met_on(step: Work, event: Event | None) -> date:
    return min(step.today, event.end_on) if event else step.today


def _add_to(step: Work, person_id: int, capture: Capture) -> None:
    """Add what is new to somebody known; nothing that is there is replaced."""
    known = people_store.get(step, person_id)
    people_store.set_topics(step, person_id, (*known.topics, *capture.topics))
    there = {mail.address.casefold() for mail in known.emails}
    fresh = tuple(Email(address) for address in capture.emails if address.casefold() not in there)
    people_store.set_emails(step, person_id, (*known.emails, *fresh))
    numbers = {phone.number for phone in known.phones}
    people_store.set_phones(
        step, person_id, (*known.phones, *(Phone(one) for one in capture.phones if one not in numbers))
    )
    people_store.set_profiles(step, person_id, tuple(dict.fromkeys((*known.profiles, *capture.profiles))))
    works = {work.organisation.casefold() for work in known.affiliations}
    if capture.organisation and capture.organisation.casefold() not in works:
        place = Affiliation(capture.organisation, current_as_of=step.today.isoformat())
        people_store.add_affiliation(step, person_id, place)


def _there(look: View, organisation: str) -> tuple[str, ...]:
    if not organisation:
        return ()
    rows = look.rows(
        """SELECT DISTINCT p.name FROM organisation o JOIN affiliation a ON a.organisation_id = o.id
             JOIN person p ON p.id = a.person_id WHERE o.name = ? AND p.standing = 'active' LIMIT 3""",
        organisation,
    )
    return tuple(name for (name,) in rows)
