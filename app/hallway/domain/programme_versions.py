"""Two versions of one programme: which session is which, what moved, and what is no longer there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hallway.domain.folding import fold
from hallway.domain.programmes import Session

PLACE = ("on", "start_time", "room")
TOLD = (
    "title", "end_on", "end_time", "subtitle", "track", "kind", "language", "abstract", "link", "speakers",
)  # fmt: skip
"""What a newer version brings up to date. Star, own talk and notes are the user's and no file touches them."""

MOST_GONE = 0.2
"""When more of the sessions than this would go, the file is rather a part of the programme than a newer one."""


class Fate(StrEnum):
    """What a newer version says about a session."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it would stand, what the new version says about it, and how it stood before (None: it is new)."""

    session: Session
    fate: Fate
    before: Session | None = None


def compare(stored: Sequence[Session], fresh: Sequence[Session]) -> tuple[SessionRow, ...]:
    """A row for each session of the new version, in its order, then one for each that is no longer in it.

    Sessions are told by their number, else by title and speakers, else by a title that nobody else has. The order of
    either list makes no difference to who is who.
    """
    pairs: dict[int, Session] = {}
    left = list(stored)
    for key in (_by_number, _by_title_and_speakers, _by_title):
        waiting = [at for at in range(len(fresh)) if at not in pairs]
        found = _pair(left, [(at, fresh[at]) for at in waiting], key)
        taken = {session.id for session in found.values()}
        left = [session for session in left if session.id not in taken]
        pairs |= found
    rows = [_row(session, pairs.get(at)) for at, session in enumerate(fresh)]
    gone = [session for session in left if session.source_uid and not session.called_off]
    return (*rows, *(SessionRow(session, Fate.GONE, session) for session in sorted(gone, key=_order)))


def is_rather_a_part(rows: Iterable[SessionRow]) -> bool:
    """Whether so much is missing that the file may hold only a part of the programme."""
    known = [row for row in rows if row.before is not None]
    return sum(row.fate is Fate.GONE for row in known) > MOST_GONE * len(known)


def say_move(row: SessionRow) -> str:
    """ "Moved: “Rivers of rock” from Room A 10:00 to Hall 2 11:30"; the day is said when it is another one."""
    if row.before is None:
        return ""
    other_day = row.before.on != row.session.on
    return f"Moved: “{row.session.title}” from {_spot(row.before, other_day)} to {_spot(row.session, other_day)}"


def _spot(session: Session, with_day: bool) -> str:
    day = f"{session.on.day} {session.on:%B}" if with_day else ""
    return " ".join(part for part in (session.room, day, session.start_time) if part) or "no set time"


def _row(session: Session, before: Session | None) -> SessionRow:
    if before is None:
        return SessionRow(session, Fate.NEW)
    stands = replace(
        session, id=before.id, starred=before.starred, mine=before.mine, notes=before.notes, is_used=before.is_used
    )
    if stands == before:
        return SessionRow(stands, Fate.SAME, before)
    moved = any(getattr(stands, name) != getattr(before, name) for name in PLACE)
    return SessionRow(stands, Fate.MOVED if moved else Fate.CHANGED, before)


Key = Callable[[Session], tuple[Hashable, ...]]


def _pair(stored: Sequence[Session], fresh: Sequence[tuple[int, Session]], key: Key) -> dict[int, Session]:
    """For each place in the new version its session of before: of those with one key, the nearest in time."""
    before: defaultdict[Hashable, list[Session]] = defaultdict(list)
    for session in stored:
        before[key(session)].append(session)
    now: defaultdict[Hashable, list[tuple[int, Session]]] = defaultdict(list)
    for at, session in fresh:
        now[key(session)].append((at, session))
    found: dict[int, Session] = {}
    for one in now.keys() & before.keys():
        found |= _nearest(before[one], now[one])
    return found


def _nearest(stored: list[Session], fresh: list[tuple[int, Session]]) -> dict[int, Session]:
    """Those at the very same place first, then those of the same day, then the rest in the order of time."""
    found: dict[int, Session] = {}
    taken: set[int] = set()
    for place in (_place, _day, _nowhere):
        left: defaultdict[Hashable, list[Session]] = defaultdict(list)
        for session in sorted(stored, key=_order):
            if session.id not in taken:
                left[place(session)].append(session)
        for at, session in sorted(fresh, key=lambda one: (_order(one[1]), one[0])):
            if at not in found and left[place(session)]:
                found[at] = left[place(session)].pop(0)
                taken.add(found[at].id)
    return found


def _by_number(session: Session) -> tuple[Hashable, ...]:
    """Nothing but itself where there is no number."""
    return (session.source_uid,) if session.source_uid else ("", id(session))


def _by_title_and_speakers(session: Session) -> tuple[Hashable, ...]:
    return fold(session.title), *sorted(map(fold, session.speakers))


def _by_title(session: Session) -> tuple[Hashable, ...]:
    return (fold(session.title),)


def _place(session: Session) -> tuple[Hashable, ...]:
    return session.on, session.start_time, session.room


def _day(session: Session) -> tuple[Hashable, ...]:
    return (session.on,)


def _nowhere(session: Session) -> tuple[Hashable, ...]:
    return ()


def _order(session: Session) -> tuple[str, ...]:
    return session.on.isoformat(), session.start_time, session.room, session.title, session.source_uid
