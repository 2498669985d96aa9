"""One's own way through a programme: what one goes to, what clashes, what is on now and what is next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from hallway.domain.programmes import Session


def mine(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """What one goes to: starred ones and one's own, unless they are called off."""
    return tuple(one for one in sessions if (one.starred or one.mine) and not one.called_off)


def clashes(sessions: Iterable[Session]) -> frozenset[int]:
    """The ids of sessions one goes to that overlap in time with another of them elsewhere.

    Two in the same room do not clash: one of them is a part of the other.
    """
    found: set[int] = set()
    timed = sorted((one for one in mine(sessions) if one.start_time), key=lambda one: (one.on, one.start_time))
    for at, one in enumerate(timed):
        for other in timed[at + 1 :]:
            if other.on != one.on or other.start_time >= ends(one):
                break
            if not (one.room and one.room == other.room):
                found |= {one.id, other.id}
    return frozenset(found)


def ends(session: Session) -> str:
    """When it ends on its own day: "24:00" when on another day, its beginning when nobody says."""
    if session.end_on is not None and session.end_on > session.on:
        return "24:00"
    return session.end_time or session.start_time


def is_on(session: Session, now: datetime) -> bool:
    """Whether it is on at a moment, which is on the clock of the event."""
    return session.on == now.date() and session.start_time <= f"{now:%H:%M}" < ends(session)


def next_ones(sessions: Sequence[Session], now: datetime) -> tuple[Session, ...]:
    """Those that begin next on the same day, all at the same time; () when nothing comes any more."""
    today = [one for one in sessions if one.on == now.date() and not one.called_off]
    first = min((one.start_time for one in today if one.start_time > f"{now:%H:%M}"), default=None)
    return tuple(one for one in today if one.start_time == first)


def days(sessions: Iterable[Session]) -> tuple[date, ...]:
    """The days on which something is on, in order."""
    return tuple(sorted({one.on for one in sessions}))
