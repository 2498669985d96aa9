"""Sessions of an event: which ones one goes to, one's own, and what was written down there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.programmes import Session
from hallway.store import programmes as store
from hallway.store.work import View, Work


def of_event(look: View, event_id: int) -> tuple[Session, ...]:
    """The sessions of an event, in the order of time."""
    return store.sessions(look, event_id)


def one(look: View, session_id: int) -> Session:
    """One session. Raises `NotFound`."""
    return store.session(look, session_id)


def who_speaks(look: View, session_id: int) -> tuple[tuple[int, str], ...]:
    """Those speaking there who are in the record: id and name."""
    return store.who_speaks(look, session_id)


def star(step: Work, session_id: int, on: bool = True) -> None:
    """One goes there, or no longer."""
    session = store.session(step, session_id)
    step.label = f"{'You go to' if on else 'Not going to'}: {session.title}"
    store.change(step, [replace(session, starred=on)])


def make_mine(step: Work, session_id: int, on: bool = True) -> None:
    """It is one's own talk or poster, or is not."""
    session = store.session(step, session_id)
    step.label = f"{'Your talk' if on else 'No longer your talk'}: {session.title}"
    store.change(step, [replace(session, mine=on)])


def note(step: Work, session_id: int, notes: str) -> None:
    """What was written down there."""
    session = store.session(step, session_id)
    step.label = f"Notes on {session.title}"
    store.change(step, [replace(session, notes=notes)])


def add(step: Work, event_id: int, new: Session) -> int:
    """Write one's own session down: a poster, a dinner. Raises `Refused` without a title or when it ends too early."""
    if not new.title.strip():
        raise errors.Refused("A title is needed.")
    if new.end_time and new.end_time < new.start_time and new.end_on is None:
        raise errors.Refused("This would end before it begins.", "Nothing was changed.")
    step.label = f"Added: {new.title.strip()}"
    (session_id,) = store.add(step, event_id, [replace(new, title=new.title.strip())])
    return session_id


def remove(step: Work, session_id: int) -> None:
    """Take out a session that one wrote down."""
    step.label = f"Took out: {store.session(step, session_id).title}"
    store.remove(step, [session_id])


def clock_there(event: Event, now: datetime) -> datetime:
    """The time on the clock of the event; on one's own where the event has no zone."""
    try:
        return now.astimezone(ZoneInfo(event.time_zone)) if event.time_zone else now
    except (KeyError, ValueError, OSError):
        return now
