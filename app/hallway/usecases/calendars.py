"""The check-in schedule as a calendar file: what goes in, how much it tells, and what calendars already have.

An entry keeps its UID for ever. Its SEQUENCE grows when what it shows changes; what was exported and is gone comes
back once, cancelled, and so does the task of what is an event from now on. Written whole and checked before it takes
the old file's place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hallway.domain import errors
from hallway.domain.events import Event
from hallway.domain.interactions import Promise
from hallway.domain.names import initials
from hallway.domain.outreach import Outreach
from hallway.domain.own_links import person_link
from hallway.domain.programmes import Session
from hallway.domain.records import HAPPENING, CalendarEntry, CalendarStyle, EntryKind, written_as
from hallway.store import calendar as store
from hallway.store import deadlines
from hallway.store import events as event_store
from hallway.store import interactions as interaction_store
from hallway.store import outreach as outreach_store
from hallway.store import people as people_store
from hallway.store import programmes as programme_store
from hallway.store import promises as promise_store
from hallway.store.calendar import Given
from hallway.store.deadlines import Deadline
from hallway.store.work import View, Work
from hallway.usecases import planning

PRIVATE, INITIALS, NAMES, FULL = "private", "initials", "names", "full"
DETAILS = (PRIVATE, INITIALS, NAMES, FULL)
UNNAMED = {
    EntryKind.CHECK_IN: "Check in", EntryKind.PROMISE: "Follow up", EntryKind.EVENT: "Event",
    EntryKind.SESSION: "Session", EntryKind.INTERVIEW: "Talk",
    EntryKind.DEADLINE: "Deadline",
}  # fmt: skip
"""What an entry is called where its title may tell nobody's name."""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """What to export: kinds, days ahead, how much titles tell (`DETAILS`), events or tasks or both, the alarm."""

    kinds: frozenset[EntryKind] = frozenset(EntryKind)
    days: int = 180
    detail: str = NAMES
    style: CalendarStyle = field(default_factory=CalendarStyle)


@dataclass(frozen=True, slots=True)
class Export:
    """A calendar ready to write: entries that stand, entries that are cancelled, and the bytes."""

    entries: tuple[CalendarEntry, ...]
    cancelled: tuple[CalendarEntry, ...]
    data: bytes


def preview(look: View, choice: CalendarChoice) -> tuple[CalendarEntry, ...]:
    """What would be in the file, by day."""
    return tuple(sorted(_entries(look, choice), key=lambda entry: (_day(entry.start), entry.title)))


def prepare(look: View, choice: CalendarChoice, now: datetime) -> Export:
    """The calendar as it would be written now; changes nothing."""
    from hallway.formats import calendar_ics  # not needed before an export

    given = store.given(look)
    entries = tuple(_numbered(entry, given.get(entry.uid), now, choice) for entry in preview(look, choice))
    cancelled = tuple(_cancelled(given.values(), entries, choice, look.today, now))
    data = calendar_ics.write((*entries, *cancelled), choice.style)
    return Export(entries, cancelled, data)


def prepare_alone(look: View, uid: str, choice: CalendarChoice, now: datetime) -> Export:
    """One entry alone, as an invitation to oneself; it keeps its number in all calendars."""
    from hallway.formats import calendar_ics

    whole = prepare(look, choice, now)
    entries = tuple(entry for entry in whole.entries if entry.uid == uid)
    return Export(entries, (), calendar_ics.write(entries, choice.style))


def event_alone(look: View, event_id: int, now: datetime) -> Export:
    """An event alone, whether it is over or not. Raises `NotFound`."""
    return _alone(look, _event(event_store.get(look, event_id), NAMES), now)


def session_alone(look: View, session_id: int, now: datetime) -> Export:
    """A session alone, whether one goes there or not. Raises `NotFound`."""
    uid, session = programme_store.uid_of(look, session_id), programme_store.session(look, session_id)
    event = event_store.get(look, programme_store.event_of(look, session_id))
    return _alone(look, _session(uid, session, event, NAMES), now)


def check_in_alone(look: View, person_id: int, now: datetime) -> Export:
    """The next check-in with somebody. Raises `Refused` where none is planned."""
    choice = CalendarChoice(frozenset({EntryKind.CHECK_IN}), days=731)
    uid = people_store.uids(look, [person_id]).get(person_id, "")
    found = next((one for one in preview(look, choice) if one.uid == f"{uid}-check-in-0@hallway"), None)
    if found is None:
        raise errors.Refused("No check-in is planned with this person.", do="Choose a rhythm, or a day.")
    return _alone(look, found, now)


def save_alone(step: Work, path: Path, export: Export) -> None:
    """Write an entry alone and remember what calendars now have. Raises `DiskFull` or `FileTrouble`."""
    write(path, export)
    remember(step, export, CalendarChoice())
    step.label = f"Saved {path.name} for a calendar"


def remember(step: Work, export: Export, choice: CalendarChoice) -> None:
    """Keep what calendars now have; called once the file is safely written."""
    step.label = "Exported a calendar"
    gone = [_given(entry, choice, gone=True) for entry in export.cancelled]
    store.remember(step, gone + [_given(entry, choice) for entry in export.entries])
    planning.keep(step)


def remember_elsewhere(step: Work, export: Export, choice: CalendarChoice) -> None:
    """Keep the numbers alone: a server or a folder has the entries, and takes away by itself what stands no more."""
    step.label = "Published a calendar"
    store.count(step, [_given(entry, choice) for entry in export.entries])
    planning.keep(step)


def write(path: Path, export: Export) -> None:
    """Write the file atomically. Raises `DiskFull` or `FileTrouble`; the old file then stands as it was."""
    from hallway.host.files import atomic_write

    atomic_write(path, export.data, mode=None)


def _alone(look: View, entry: CalendarEntry, now: datetime) -> Export:
    from hallway.formats import calendar_ics

    choice = CalendarChoice()
    numbered = _numbered(entry, store.given(look).get(entry.uid), now, choice)
    return Export((numbered,), (), calendar_ics.write((numbered,), choice.style))


def _entries(look: View, choice: CalendarChoice) -> Iterable[CalendarEntry]:
    until = look.today + timedelta(days=choice.days)
    if EntryKind.CHECK_IN in choice.kinds:
        yield from _check_ins(look, choice)
    if EntryKind.PROMISE in choice.kinds:
        due = _due(look, until)
        uids = people_store.uids(look, (one.person_id for one in due))
        yield from (_promise(one, uids[one.person_id], choice.detail, look.today) for one in due)
    if EntryKind.EVENT in choice.kinds:
        yield from (_event(one, choice.detail) for one in event_store.coming(look) if one.start_on <= until)
    if EntryKind.SESSION in choice.kinds:
        yield from (_session(uid, one, event, choice.detail) for uid, one, event in _to_go_to(look, until))
    if EntryKind.INTERVIEW in choice.kinds:
        talks = [one for one in outreach_store.talks(look) if one.meet_on and one.meet_on <= until]
        uids = people_store.uids(look, (one.person_id for one in talks))
        yield from (_talk(one, uids[one.person_id], choice.detail) for one in talks)
    if EntryKind.DEADLINE in choice.kinds:
        days = deadlines.coming(look, until)
        yield from (_deadline(one, choice.detail) for one in days)


def _check_ins(look: View, choice: CalendarChoice) -> Iterable[CalendarEntry]:
    placed = planning.plan(look, choice.days)
    until = look.today + timedelta(days=choice.days)
    for one in (one for one in placed.plan.check_ins if one.on <= until):
        name = placed.names[one.person_id]
        topic = _last_topic(look, one.person_id) if choice.detail == FULL and one.cycle == 0 else ""
        yield CalendarEntry(
            uid=f"{placed.uids[one.person_id]}-check-in-{one.cycle}@hallway",
            kind=EntryKind.CHECK_IN,
            title=_title(UNNAMED[EntryKind.CHECK_IN], name, choice.detail, "Check in with "),
            start=one.on,
            description=topic,
            url=_link(placed.uids[one.person_id], choice.detail),
            category="Check-in",
        )


def _promise(promise: Promise, person_uid: str, detail: str, today: date) -> CalendarEntry:
    on = max(promise.due_on or promise.made_on + timedelta(days=3), today)
    around = (f"{promise.text} (", ")") if detail in (NAMES, FULL) else ("Follow up with ",)
    return CalendarEntry(
        uid=f"{promise.uid}@hallway", kind=EntryKind.PROMISE,
        title=_title(UNNAMED[EntryKind.PROMISE], promise.person, detail, *around), start=on,
        url=_link(person_uid, detail), category="Follow-up",
    )  # fmt: skip


def _deadline(one: Deadline, detail: str) -> CalendarEntry:
    """A title may name somebody ("Letter by …"), so the private level tells its kind alone."""
    told = detail != PRIVATE
    return CalendarEntry(
        uid=f"{one.uid}@hallway", kind=EntryKind.DEADLINE, title=one.title if told else UNNAMED[EntryKind.DEADLINE],
        start=one.on, url=one.link if told else "", category="Deadline",
    )  # fmt: skip


def _event(event: Event, detail: str) -> CalendarEntry:
    """An event's title may name somebody ("Talk with …"), so the private level tells its kind alone."""
    start, end = _times(event)
    entry = CalendarEntry(
        uid=f"{event.uid}@hallway", kind=EntryKind.EVENT, title=event.title, start=start, end=end,
        location=event.venue, url=event.link, category="Event",
    )  # fmt: skip
    if detail != PRIVATE:
        return entry
    kind = "event" if event.kind == "other" else event.kind
    return replace(entry, title=kind[:1].upper() + kind[1:], location="", url="")


def _to_go_to(look: View, until: date) -> Iterable[tuple[str, Session, Event]]:
    """Sessions that the user goes to or speaks in, with their uid and event."""
    for event in event_store.coming(look):
        if event.start_on <= until:
            ones = programme_store.to_go_to(look, event.id)
            yield from ((uid, one, event) for uid, one in ones if one.on >= look.today)


def _session(uid: str, one: Session, event: Event, detail: str) -> CalendarEntry:
    """On the clock of its event; a title may name somebody, so the private level tells its kind alone."""
    end_on = one.end_on or one.on
    times = replace(event, start_on=one.on, end_on=end_on, start_time=one.start_time, end_time=one.end_time)
    start, end = _times(times)
    entry = CalendarEntry(
        uid=f"{uid}@hallway", kind=EntryKind.SESSION, title=one.title, start=start, end=end,
        location=", ".join(part for part in (one.room, event.venue) if part),
        description=", ".join(one.speakers) if detail in (NAMES, FULL) else "", url=one.link, category="Session",
    )  # fmt: skip
    if detail != PRIVATE:
        return entry
    return replace(entry, title=one.kind[:1].upper() + one.kind[1:], location="", description="", url="")


def _talk(one: Outreach, person_uid: str, detail: str) -> CalendarEntry:
    """As long as was asked for. Where they meet may name somebody, and what one hopes to learn is the user's own."""
    assert one.meet_on is not None
    start, end = _times(Event("", one.meet_on, one.meet_on, start_time=one.meet_time, time_zone=one.meet_zone))
    if isinstance(start, datetime):
        end = start + timedelta(minutes=one.minutes)
    return CalendarEntry(
        uid=f"{one.uid}@hallway", kind=EntryKind.INTERVIEW,
        title=_title(UNNAMED[EntryKind.INTERVIEW], one.person, detail, "Talk with "), start=start, end=end,
        location=one.meet_place if detail in (NAMES, FULL) else "",
        description=one.hope if detail == FULL else "", url=_link(person_uid, detail), category="Talk",
    )  # fmt: skip


def _times(event: Event) -> tuple[datetime | date, datetime | date | None]:
    """Times with their zone when the event has them; whole days otherwise."""
    try:
        zone = ZoneInfo(event.time_zone) if event.time_zone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    if not event.start_time or zone is None:
        return event.start_on, event.end_on
    start = datetime.combine(event.start_on, time.fromisoformat(event.start_time), zone)
    if not event.end_time:
        return start, start + timedelta(hours=1)
    return start, datetime.combine(event.end_on, time.fromisoformat(event.end_time), zone)


def _title(private: str, name: str, detail: str, before: str, after: str = "") -> str:
    """The name between what stands before and after it, which may be the user's own words and is never a pattern."""
    if detail == PRIVATE:
        return private
    return f"{before}{initials(name) if detail == INITIALS else name}{after}"


def _link(person_uid: str, detail: str) -> str:
    """The way back to the person, where the title names them, too."""
    return person_link(person_uid) if detail in (NAMES, FULL) else ""


def _due(look: View, until: date) -> Sequence[Promise]:
    mine = (one for one in promise_store.open_ones(look) if one.by_me)
    return [one for one in mine if (one.due_on or one.made_on + timedelta(days=3)) <= until]


def _last_topic(look: View, person_id: int) -> str:
    last = interaction_store.last_with(look, person_id)
    return f"Last time: {last.summary.strip()}" if last and last.summary.strip() else ""


def _numbered(entry: CalendarEntry, before: Given | None, now: datetime, choice: CalendarChoice) -> CalendarEntry:
    if before is None:
        return replace(entry, modified=now.astimezone(UTC))
    if not before.gone and before.fingerprint == _fingerprint(entry, choice):
        return replace(entry, sequence=before.sequence, modified=before.modified_at)
    return replace(entry, sequence=before.sequence + 1, modified=_later(before, now))


def _cancelled(
    given: Iterable[Given], entries: Sequence[CalendarEntry], choice: CalendarChoice, today: date, now: datetime
) -> Iterable[CalendarEntry]:
    """What files gave to calendars within these days and kinds, and what stands no more, or no more in that form.

    What took place is left in peace; a check-in or a promise of a day that passed did not.
    """
    standing = {entry.uid: entry for entry in entries}
    until = today + timedelta(days=choice.days)
    for one in given:
        kind, start = EntryKind(one.kind), date.fromisoformat(one.start_on)
        if one.gone or not one.form or kind not in choice.kinds:
            continue
        if entry := standing.get(one.uid):
            yield from (
                replace(entry, cancelled=True, form=form)
                for form in written_as(kind, one.form) - written_as(kind, choice.style.form)
            )
        elif start <= until and (kind not in HAPPENING or (one.end_on or one.start_on) >= today.isoformat()):
            yield CalendarEntry(
                uid=one.uid, kind=kind, title=one.title if choice.detail in (NAMES, FULL) else UNNAMED[kind],
                start=start, sequence=one.sequence + 1, modified=_later(one, now), cancelled=True, form=one.form,
            )  # fmt: skip


def _later(before: Given, now: datetime) -> datetime:
    """Now, or the last change where the clock stood later then."""
    return max(before.modified_at, now).astimezone(UTC)


def _given(entry: CalendarEntry, choice: CalendarChoice, *, gone: bool = False) -> Given:
    start, end = _day(entry.start).isoformat(), _day(entry.end or entry.start).isoformat()
    title, fingerprint = ("", "") if gone else (entry.title, _fingerprint(entry, choice))
    return Given(
        entry.uid, entry.sequence, entry.modified, fingerprint, title, start, entry.kind.value, end,
        choice.style.form, gone,
    )  # fmt: skip


def _fingerprint(entry: CalendarEntry, choice: CalendarChoice) -> str:
    texts = (entry.title, entry.description, entry.location, entry.url)
    forms = sorted(written_as(entry.kind, choice.style.form))
    shown = (*texts, entry.start, entry.end, choice.style.alarm_minutes, *forms)
    return hashlib.sha256("\x1f".join(map(str, shown)).encode()).hexdigest()[:24]


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
