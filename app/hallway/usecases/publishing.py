"""The schedule beyond one file: kept up to date in a file or a folder, or put on a calendar server. One way only.

Nothing is sent before the user asks for it. Only what Hallway itself put somewhere is ever changed or taken away there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from hallway.domain.errors import ChangedThere
from hallway.domain.records import EntryKind
from hallway.store import published as store
from hallway.store import settings
from hallway.store.published import Put
from hallway.store.work import View, Work
from hallway.usecases import calendars
from hallway.usecases.calendars import CalendarChoice, Export
from hallway.usecases.desk import Desk

NAME = "hallway-{}.ics"
Report = Callable[[int, int], None]


class Place(Protocol):
    """Where single entries are put: a collection on a server, or a folder."""

    def names(self) -> dict[str, str]:
        """What is there: names and versions."""

    def put(self, name: str, data: bytes, etag: str) -> str:
        """Write one in place of a version ("": a new one); returns its version. Raises `ChangedThere`."""

    def delete(self, name: str, etag: str) -> None:
        """Take one away if it is still that version. Raises `ChangedThere`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a place is to hold: each entry by its UID, and the export they come from."""

    entries: Mapping[str, bytes]
    export: Export
    known: Mapping[str, Put] = field(default_factory=dict)


@dataclass(slots=True)
class Sent:
    """What came of it: how many were written and taken away, and how many were changed there and left alone."""

    written: int = 0
    removed: int = 0
    unchanged: int = 0
    left: int = 0
    put: list[Put] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many entries the place holds from Hallway now."""
        return self.written + self.unchanged + self.left


def wanted(look: View, choice: CalendarChoice, now: datetime, target: str) -> Wanted:
    """What a place is to hold now, and what was put there before; changes nothing."""
    from hallway.formats import calendar_ics  # not needed before

    export = calendars.prepare(look, choice, now)
    return Wanted(calendar_ics.write_each(export.entries, choice.style), export, store.at(look, target))


def remember(step: Work, target: str, sent: Sent) -> None:
    """Keep what is where now, also of a push that was cut off."""
    step.label = "Published a calendar"
    store.remember(step, target, sent.put, sent.gone)


def publish(desk: Desk, place: Place, target: str, choice: CalendarChoice, report: Report = lambda a, b: None) -> Sent:
    """Bring a place up to date. What was done is remembered even when the server goes away half-way.

    Raises `Trouble` when the place cannot be reached, and `Stopped` when `report` says so.
    """
    aim = desk.ask(wanted, choice, desk.clock.now(), target)
    sent = Sent()
    try:
        push(aim, place, sent, report)
    finally:
        desk.do(remember, target, sent)
    desk.do(calendars.remember_elsewhere, aim.export, choice)
    return sent


def push(aim: Wanted, place: Place, sent: Sent, report: Report = lambda a, b: None) -> None:
    """Write what is new or other, take away what is no longer wanted; `sent` tells how far it came."""
    there = place.names()
    works = [*_writes(aim, there, sent), *_removals(aim, there)]
    for done, (uid, work) in enumerate(works):
        report(done, len(works))
        try:
            work(place, sent)
        except ChangedThere:
            sent.left += uid in aim.entries
    report(len(works), len(works))
    if any(not one.etag for one in sent.put):  # some servers do not tell the version of what was written
        there = place.names()
        sent.put[:] = [one._replace(etag=one.etag or there.get(one.name, "")) for one in sent.put]


Step = tuple[str, Callable[[Place, Sent], None]]


def _writes(aim: Wanted, there: Mapping[str, str], sent: Sent) -> Iterator[Step]:
    for uid, data in aim.entries.items():
        before, fingerprint = aim.known.get(uid), hashlib.sha256(data).hexdigest()
        name = before.name if before else NAME.format(hashlib.sha256(uid.encode()).hexdigest()[:32])
        is_there = name in there
        if before and is_there and before.fingerprint == fingerprint and there[name] in ("", before.etag):
            sent.unchanged += 1
            continue
        # What stands under our own name and is not known here was put there by a push that was cut off.
        etag = (before.etag if before else there[name]) if is_there else ""
        yield uid, _write(uid, name, data, etag, fingerprint)


def _write(uid: str, name: str, data: bytes, etag: str, fingerprint: str) -> Callable[[Place, Sent], None]:
    def work(place: Place, sent: Sent) -> None:
        version = place.put(name, data, etag)
        sent.put.append(Put(uid, name, version, fingerprint))
        sent.written += 1

    return work


def _removals(aim: Wanted, there: Mapping[str, str]) -> Iterator[Step]:
    for uid, before in aim.known.items():
        if uid not in aim.entries:
            yield uid, _removal(before, before.name in there)


def _removal(before: Put, is_there: bool) -> Callable[[Place, Sent], None]:
    def work(place: Place, sent: Sent) -> None:
        if is_there:
            place.delete(before.name, before.etag)
            sent.removed += 1
        sent.gone.append(before.uid)

    return work


# --- a file and a folder -----------------------------------------------------------------------------------


def keep_file(desk: Desk, path: Path, choice: CalendarChoice) -> int:
    """Bring the file up to date; returns how many entries are in it. Raises `Trouble`; the old file then stands."""
    export = desk.ask(calendars.prepare, choice, desk.clock.now())
    calendars.write(path, export)
    desk.do(calendars.remember, export, choice)
    return len(export.entries)


class Folder:
    """A folder with one file an entry (vdir); other files in it are never touched."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> dict[str, str]:
        """The entries there, each with the fingerprint of its bytes as version."""
        from hallway.host.files import trouble

        try:
            self.path.mkdir(parents=True, exist_ok=True)
            return {one.name: _version(one.read_bytes()) for one in self.path.glob("*.ics") if one.is_file()}
        except OSError as error:
            raise trouble(error, self.path, writing=True) from error

    def put(self, name: str, data: bytes, etag: str) -> str:
        """Write one atomically. The folder is the user's own: what was changed in it is written anew."""
        from hallway.host.files import atomic_write

        atomic_write(self.path / name, data, mode=None)
        return _version(data)

    def delete(self, name: str, etag: str) -> None:
        """Take one away."""
        from hallway.host.files import trouble

        try:
            (self.path / name).unlink(missing_ok=True)
        except OSError as error:
            raise trouble(error, self.path, writing=True) from error


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# --- what was chosen ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the schedule is kept up to date: a file, a folder, a server with a user name; empty for none.

    `by_itself` says that the server too is brought up to date whenever something changes.
    """

    file: str = ""
    folder: str = ""
    server: str = ""
    user: str = ""
    by_itself: bool = False
    choice: CalendarChoice = field(default_factory=CalendarChoice)

    @property
    def is_any(self) -> bool:
        """Whether anything is kept up to date by itself."""
        return bool(self.file or self.folder or (self.server and self.by_itself))


def kept(look: View) -> Kept:
    """What was chosen."""
    ask = {name: settings.setting(look, f"calendar.{name}") for name in ("file", "folder", "server", "user")}
    by_itself = bool(settings.setting(look, "calendar.by_itself"))
    return Kept(**ask, by_itself=by_itself, choice=_choice_of(settings.setting(look, "calendar.choice")))


def choose(step: Work, name: str, value: str | bool) -> None:
    """Change where the schedule is kept: file, folder, server, user or by_itself."""
    step.label = "Changed where the calendar is kept"
    settings.set_setting(step, f"calendar.{name}", value)


def choose_entries(step: Work, choice: CalendarChoice) -> None:
    """Keep these entries there from now on."""
    step.label = "Changed what is in the calendar"
    settings.set_setting(step, "calendar.choice", _words_of(choice))


def bring_up_to_date(desk: Desk, secret: Callable[[str], str | None], report: Report = lambda a, b: None) -> int:
    """Bring everything that keeps itself up to date; returns how many entries there are. Raises `Trouble`.

    `secret` answers the password kept under a name; without one the server waits until the user publishes.
    """
    now = desk.ask(kept)
    count = 0
    if now.file:
        count = keep_file(desk, Path(now.file), now.choice)
    if now.folder:
        count = publish(desk, Folder(Path(now.folder)), now.folder, now.choice, report).total
    if now.server and now.by_itself:
        password = secret(secret_name(now))
        if password is not None:
            count = publish_to_server(desk, now, password, report).total
    return count


def publish_to_server(desk: Desk, now: Kept, password: str, report: Report = lambda a, b: None) -> Sent:
    """Bring the server up to date; a calendar that is not there yet is made. Raises `Trouble` or `Refused`."""
    from hallway.host.dav import Collection  # the one door to the network, opened when asked for

    place = Collection(now.server, now.user, password)
    try:
        if not desk.ask(store.at, now.server):
            place.make(now.choice.style.name)
        return publish(desk, place, now.server, now.choice, report)
    finally:
        place.close()


def secret_name(now: Kept) -> str:
    """Under what name the password of a server is kept."""
    return f"{now.user} at {now.server}"


def _words_of(choice: CalendarChoice) -> dict[str, object]:
    return {
        "kinds": sorted(kind.value for kind in choice.kinds), "days": choice.days, "detail": choice.detail,
        "form": choice.style.form, "alarm": choice.style.alarm_minutes,
    }  # fmt: skip


def _choice_of(words: Mapping[str, Any]) -> CalendarChoice:
    usual = CalendarChoice()
    kinds = frozenset(kind for kind in EntryKind if kind.value in words.get("kinds", [one.value for one in EntryKind]))
    form, alarm = words.get("form", usual.style.form), words.get("alarm", usual.style.alarm_minutes)
    style = replace(usual.style, form=form, alarm_minutes=alarm)
    return CalendarChoice(kinds, words.get("days", usual.days), words.get("detail", usual.detail), style)
