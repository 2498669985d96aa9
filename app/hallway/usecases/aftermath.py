"""After the corridor: looking the day's people through one by one, and bringing an event to its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hallway.domain.interactions import NewPromise, as_new
from hallway.domain.people import Affiliation, Person
from hallway.domain.today import FOLLOW_UP
from hallway.store import aftermath as store
from hallway.store import decisions, events, interactions, people, promises
from hallway.store.aftermath import DEBRIEF, JustMet, Standing
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class After:
    """How far one is after an event: how many were met, promised something, followed up, in need of nothing.

    `open` are those with whom something is left to do; an event with none is closed.
    """

    met: int
    promised: int
    followed_up: int
    nothing_needed: int
    open: tuple[Standing, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.met > 0 and not self.open


def to_look_through(look: View, event_id: int | None = None) -> tuple[JustMet, ...]:
    """People met in the last seven days and not looked through; of one event, or of all."""
    return store.to_look_through(look, event_id)


@dataclass(frozen=True, slots=True)
class Told:
    """What the evening adds to somebody met that day; what stands as it was is left alone.

    `promises` are words and the day they are for; `rhythm_days` None leaves the rhythm as it is.
    """

    words: str
    place: str = ""
    role: str = ""
    topics: tuple[str, ...] = ()
    promises: tuple[tuple[str, date | None], ...] = ()
    rhythm_days: int | None = None


def complete(step: Work, met: JustMet, told: Told) -> None:
    """Write down what is remembered of somebody in the evening, as one step; they are then looked through.

    Raises `NotFound` when the person or the entry is gone.
    """
    person = people.get(step, met.person_id)
    entry = interactions.get(step, met.interaction_id)
    if told.words.strip() != entry.summary:
        interactions.change(step, entry.id, as_new(entry, summary=told.words.strip()))
    if told.place.strip() or told.role.strip():
        _put_place(step, person, told)
    if told.topics != person.topics:
        people.set_topics(step, person.id, told.topics)
    if told.rhythm_days is not None and told.rhythm_days != person.rhythm_days:
        people.set_field(step, person.id, "rhythm_days", told.rhythm_days)
    for text, due_on in told.promises:
        promises.add(step, NewPromise(person.id, text, True, due_on, entry.id))
    decisions.decide(step, DEBRIEF, person.id, None)
    step.label = f"Looked through: {person.name}"


def looked_through(step: Work, person_id: int) -> None:
    """Somebody is done with for the evening."""
    step.label = f"Looked through: {people.get(step, person_id).name}"
    decisions.decide(step, DEBRIEF, person_id, None)


def nothing_needed(step: Work, person_id: int) -> None:
    """A brief chat needs no follow-up: done with, and not asked for again."""
    step.label = f"Nothing needed: {people.get(step, person_id).name}"
    decisions.decide(step, DEBRIEF, person_id, None)
    decisions.decide(step, FOLLOW_UP, person_id, None)


def _put_place(step: Work, person: Person, told: Told) -> None:
    """The current place with its role, or a first one."""
    work, today = person.works_at, step.today.isoformat()
    if work is None:
        people.add_affiliation(step, person.id, Affiliation(told.place.strip(), told.role.strip(), current_as_of=today))
    elif (told.place.strip(), told.role.strip()) != (work.organisation, work.role):
        changed = replace(work, organisation=told.place.strip() or work.organisation, role=told.role.strip())
        people.change_affiliation(step, replace(changed, current_as_of=today))


def after(look: View, event_id: int) -> After:
    """How far one is after an event. Raises `NotFound`."""
    standings = store.standings(look, events.get(look, event_id))
    is_done = {one.person_id: (one.followed_up or one.not_needed) and not one.promise for one in standings}
    return After(
        met=len(standings),
        promised=sum(one.promised for one in standings),
        followed_up=sum(one.followed_up for one in standings),
        nothing_needed=sum(one.not_needed and not one.followed_up for one in standings),
        open=tuple(one for one in standings if not is_done[one.person_id]),
    )
