"""Events: making, changing, letting go, and who was met there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hallway.domain import errors
from hallway.domain.clock_words import read_time
from hallway.domain.events import Event, MetThere
from hallway.domain.interactions import Interaction
from hallway.store import events as store
from hallway.store import interactions as interaction_store
from hallway.store import met_there
from hallway.store.interactions import TimelineFilter
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with the people met there, what happened there, and the day it was let go, if any.

    `has_more`: there are sessions, or people one wants to meet. `been`: at how many of how many past ones of its
    series the user was.
    """

    event: Event
    people: tuple[MetThere, ...]
    moments: tuple[Interaction, ...]
    let_go_on: date | None = None
    has_more: bool = False
    been: tuple[int, int] = (0, 0)


def coming(look: View) -> tuple[Event, ...]:
    """Events that run today or later, next one first."""
    return store.coming(look)


def past(look: View) -> tuple[Event, ...]:
    """Events that are over, newest first."""
    return store.past(look)


def running(look: View) -> Event | None:
    """The event that runs today, or None."""
    return store.running(look)


def on(look: View, day: date) -> Event | None:
    """The event that ran on a day, or None."""
    return store.running(look, day)


def is_there(look: View, event_id: int) -> bool:
    """Whether the record has that event, be it let go or not."""
    return store.is_there(look, event_id)


def page_of(look: View, event_id: int) -> EventPage:
    """Everything the event's page shows. Raises `NotFound`."""
    event = store.get(look, event_id)
    return EventPage(
        event=event,
        people=met_there.of_event(look, event),
        moments=interaction_store.timeline(look, TimelineFilter(event_id=event_id), 200),
        let_go_on=store.let_go_on(look, event_id),
        has_more=store.has_more(look, event_id),
        been=store.attendance(look, event),
    )


def seen_before(look: View, event_id: int) -> Mapping[int, tuple[str, ...]]:
    """Whom one met at earlier events of its series: their ids with the titles of those events. Raises `NotFound`."""
    return met_there.seen_before(look, store.get(look, event_id))


def add(step: Work, event: Event) -> int:
    """Write an event down. Raises `Refused` without a title or when it ends before it starts."""
    _check(event)
    step.label = f"Added {event.title.strip()}"
    return store.add(step, event)


def change(step: Work, event: Event) -> None:
    """Change an event (by `event.id`)."""
    _check(event)
    store.get(step, event.id)
    step.label = f"Changed {event.title.strip()}"
    store.change(step, event)


def remove(step: Work, event_id: int) -> None:
    """Let go of an event: it waits in the trash for thirty days. The people met there stay."""
    step.label = f"Let go of {store.get(step, event_id).title}"
    if store.let_go_on(step, event_id) is None:
        store.let_go(step, event_id)


def bring_back(step: Work, event_id: int) -> None:
    """Bring an event back from the trash."""
    step.label = f"Brought back {store.get(step, event_id).title}"
    store.bring_back(step, event_id)


def _check(event: Event) -> None:
    if not event.title.strip():
        raise errors.Refused("An event needs a title.")
    if event.end_on < event.start_on:
        raise errors.Refused("This event would end before it starts.")
    for time in (event.start_time, event.end_time):
        if read_time(time) != time:
            raise errors.Refused(f"“{time}” does not read as a time.", do="Write it like 9:30 as 09:30.")
