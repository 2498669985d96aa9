"""Sessions of an event: which ones one goes to, one's own, and what was written down there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hallway.domain import errors
from hallway.domain.clock_words import ends_next_day, read_time
from hallway.domain.events import Event
from hallway.domain.programmes import Session
from hallway.store import events as event_store
from hallway.store import programmes as store
from hallway.store.work import View, Work

LONGEST = timedelta(days=31)
"""How many days an event may come to last by what one writes down."""


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
    """Write one's own session down: a poster, a dinner; what runs past midnight ends on the next day.

    Raises `Refused` without a title, with a time that is none, or when it would end before it begins.
    """
    event = event_store.get(step, event_id)
    ready = _checked(new)
    step.label = f"Added: {ready.title}"
    (session_id,) = store.add(step, event_id, [replace(ready, source_uid="")])
    _widen(step, event, ready.on)
    return session_id


def change(step: Work, changed: Session) -> None:
    """Change a session that one wrote down (by its id). Raises `Refused` as `add`, and for one of a programme."""
    before = _own(step, changed.id)
    ready = _checked(changed)
    step.label = f"Changed: {ready.title}"
    if ready != before:
        store.change(step, [ready])
        _widen(step, event_store.get(step, store.event_of(step, changed.id)), ready.on)


def remove(step: Work, session_id: int) -> None:
    """Take out a session that one wrote down. Raises `Refused` for one of a programme."""
    step.label = f"Took out: {_own(step, session_id).title}"
    store.remove(step, [session_id])


def _own(look: View, session_id: int) -> Session:
    session = store.session(look, session_id)
    if not session.is_own:
        raise errors.Refused("This session is of the programme, which says when and where it is.")
    return session


def _checked(session: Session) -> Session:
    """The session as it is kept."""
    title = " ".join(session.title.split())
    start, end = read_time(session.start_time), read_time(session.end_time)
    if not title:
        raise errors.Refused("A title is needed.")
    if start is None or end is None:
        wrong = session.start_time if start is None else session.end_time
        raise errors.Refused(f"“{wrong.strip()}” does not read as a time.", do="Write it like 9:30.")
    if end and not start:
        raise errors.Refused("It has an end and no beginning.", do="Write when it begins, too.")
    into_night = ends_next_day(start, end)
    if end and end < start and not into_night:
        raise errors.Refused("This would end before it begins.", "Nothing was changed.")
    end_on = session.on + timedelta(days=1) if into_night else None
    return replace(session, title=title, start_time=start, end_time=end, end_on=end_on)


def _widen(step: Work, event: Event, day: date) -> None:
    """A dinner on the evening before belongs to the event, which then begins that day."""
    start, end = min(event.start_on, day), max(event.end_on, day)
    if (start, end) == (event.start_on, event.end_on):
        return
    if end - start > LONGEST:
        raise errors.Refused("This day is far from those of the event.", "Nothing was changed.")
    event_store.change(step, replace(event, start_on=start, end_on=end))


def clock_there(event: Event, now: datetime) -> datetime:
    """The time on the clock of the event; on one's own where the event has no zone."""
    try:
        return now.astimezone(ZoneInfo(event.time_zone)) if event.time_zone else now
    except (KeyError, ValueError, OSError):
        return now
