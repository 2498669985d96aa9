"""What bringing a programme in would do, and the choices a person has before it is done."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hallway.domain import errors
from hallway.domain.events import Event, guess_kind
from hallway.domain.import_rows import Decision, Row
from hallway.domain.matching import Verdict
from hallway.domain.programme_versions import Fate, SessionRow, compare, is_rather_a_part
from hallway.domain.programmes import Programme, Session, placed

MORNING = "05:00"
LONGEST = timedelta(days=31)
"""How far from its sessions a conference may begin or end."""


@dataclass(frozen=True, slots=True)
class ProgrammeReview:
    """What a programme would do.

    `event` is how its event would stand, `known` the one it would bring up to date (None: a new one), `stored` that
    one's sessions. `speakers` are people who would be added as not yet met, linked, or left out. `topics` are
    suggestions, each with whether it is taken. `takes_out`: sessions that are not in the file go.
    `returns`: the event waits in the trash, and comes back.
    """

    file: str
    programme: Programme
    event: Event
    known: Event | None = None
    stored: tuple[Session, ...] = ()
    sessions: tuple[SessionRow, ...] = ()
    speakers: tuple[Row, ...] = ()
    topics: tuple[tuple[str, bool], ...] = ()
    takes_out: bool = True
    returns: bool = False

    @property
    def gone(self) -> tuple[SessionRow, ...]:
        """The sessions that are no longer in the programme."""
        return tuple(row for row in self.sessions if row.fate is Fate.GONE)

    @property
    def lasting(self) -> tuple[SessionRow, ...]:
        """The rows that are carried out."""
        return self.sessions if self.takes_out else tuple(row for row in self.sessions if row.fate is not Fate.GONE)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The speakers about whom a person should decide."""
        return tuple(at for at, row in enumerate(self.speakers) if row.match.verdict is Verdict.MAYBE)

    @property
    def adds_people(self) -> bool:
        """Whether somebody would be added as not yet met."""
        return any(row.decision is Decision.NEW for row in self.speakers)

    @property
    def needs_zone(self) -> bool:
        """Whether nobody knows yet which clock the times are on."""
        return not self.programme.is_placed and not self.event.time_zone

    def count(self, fate: Fate) -> int:
        """How many sessions have that fate."""
        return sum(row.fate is fate for row in self.sessions)


def reviewed(file: str, programme: Programme, known: Event | None, stored: tuple[Session, ...]) -> ProgrammeReview:
    """The review of a programme whose event is known, or new; speakers and topics are still to be filled in.

    The clock that was chosen for the event stays, whatever the file says.
    """
    zone = (known.time_zone if known else "") or programme.zone
    event = replace(known or _new_event(programme), time_zone=zone)
    return _placed(ProgrammeReview(file, programme, event, known, stored))


def with_title(review: ProgrammeReview, title: str) -> ProgrammeReview:
    """Another title for the event. Raises `Refused` for none."""
    if not title.strip():
        raise errors.Refused("An event needs a title.")
    return replace(review, event=replace(review.event, title=" ".join(title.split())))


def with_zone(review: ProgrammeReview, name: str) -> ProgrammeReview:
    """The times on the clock of a zone (IANA name); empty takes them as the file writes them. Raises `Refused`."""
    zone_called(name)
    return _placed(replace(review, event=replace(review.event, time_zone=name)))


def with_topics(review: ProgrammeReview, chosen: Collection[str]) -> ProgrammeReview:
    """Take these of the suggested topics."""
    return replace(review, topics=tuple((name, name in chosen) for name, _ in review.topics))


def with_speaker(review: ProgrammeReview, index: int, decision: Decision) -> ProgrammeReview:
    """Another decision about one speaker. Raises `Refused` to merge somebody who is like nobody."""
    row = review.speakers[index]
    if decision is Decision.MERGE and row.person_id is None and row.like_row is None:
        raise errors.Refused("This speaker is like nobody here.", "Nothing was changed.")
    rows = (*review.speakers[:index], replace(row, decision=decision), *review.speakers[index + 1 :])
    return replace(review, speakers=rows)


def with_newcomers(review: ProgrammeReview, wanted: bool) -> ProgrammeReview:
    """Add everybody who is new as not yet met, or nobody; those already here stay linked."""
    decision = Decision.NEW if wanted else Decision.SKIP
    rows = (row if row.decision is Decision.MERGE or is_settled(row) else replace(row, decision=decision)
            for row in review.speakers)  # fmt: skip
    return replace(review, speakers=tuple(rows))


def turned_over(review: ProgrammeReview, index: int) -> ProgrammeReview:
    """Take a speaker who was left out, or leave out one who was taken."""
    row = review.speakers[index]
    taken = Decision.MERGE if row.person_id is not None and is_settled(row) else Decision.NEW
    return with_speaker(review, index, taken if row.decision is Decision.SKIP else Decision.SKIP)


def taking_out(review: ProgrammeReview, wanted: bool) -> ProgrammeReview:
    """Let sessions that are not in the file go, or keep them."""
    return replace(review, takes_out=wanted)


def is_settled(row: Row) -> bool:
    """Whether a speaker is for certain somebody of the record."""
    return row.match.verdict is Verdict.SAME


def zone_called(name: str) -> tzinfo | None:
    """The zone of that IANA name, None for the empty one. Raises `Refused` when there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (LookupError, ValueError, OSError):
        raise errors.Refused("Nobody knows this time zone.", do="Write it like Europe/Berlin.") from None


def _placed(review: ProgrammeReview) -> ProgrammeReview:
    """Everything that hangs on the clock, worked out anew."""
    zone = zone_called(review.event.time_zone)
    fresh = [placed(record, zone) for record in review.programme.sessions]
    rows = compare(review.stored, fresh)
    start_on, end_on = _days(review.programme, [*fresh, *(one for one in review.stored if one.is_own)])
    event = replace(_filled(review), start_on=start_on, end_on=end_on)
    return replace(review, event=event, sessions=rows, takes_out=not is_rather_a_part(rows))


def _filled(review: ProgrammeReview) -> Event:
    """The event with what the file knows and it did not; what the user wrote stays."""
    event, programme = review.event, review.programme
    return replace(
        event, venue=event.venue or programme.venue, link=event.link or programme.link,
        source_uid=event.source_uid or programme.key,
    )  # fmt: skip


def _days(programme: Programme, sessions: list[Session]) -> tuple[date, date]:
    """First and last day: of the sessions, and of the conference where it says so and that can be."""
    days = [_day_of(session) for session in sessions]
    first, last = min(days), max(days)
    told = [day for day in (programme.start_on, programme.end_on, *programme.days) if day]
    near = [day for day in told if first <= day + LONGEST and day - LONGEST <= last]
    return min((first, *near)), max((last, *near))


def _day_of(session: Session) -> date:
    """The day of the conference: what begins after midnight belongs to the day before."""
    small_hours = session.start_time and session.start_time < MORNING and session.on > date.min
    return session.on - timedelta(days=1) if small_hours else session.on


def _new_event(programme: Programme) -> Event:
    first = programme.start_on or date.min
    kind = guess_kind(programme.title)
    return Event(programme.title, first, first, kind="conference" if kind == "other" else kind)
