"""What a file adds to somebody already there: empty fields are filled, new things are added, nothing is replaced.

A newer role becomes a place of work of its own, and the one it follows ends with the month of the import. Adding the
same twice adds nothing: whatever `additions` finds is part of the record once `together` has put it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hallway.domain.folding import fold
from hallway.domain.organisations import UNNAMED
from hallway.domain.profiles import read_profile
from hallway.domain.records import Email, MomentRecord, PersonRecord, Phone, Profile, Work

T = TypeVar("T")

FILLED = (
    "prefix", "suffix", "nickname", "phonetic", "pronouns", "place", "time_zone", "birthday", "note", "met_on",
    "met_how", "rhythm_days",
)  # fmt: skip
NAME_PARTS = ("given", "additional", "family")
"""Filled together or not at all: half of one reading of a name and half of another make no name."""


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody as the record holds them, with other spellings of the name and every number that files know them by.

    `has_photo` tells of a photo in the record; `record.photo` is one that a file brings.
    """

    record: PersonRecord
    spellings: frozenset[str] = frozenset()
    uids: frozenset[str] = frozenset()
    has_photo: bool = False


@dataclass(frozen=True, slots=True)
class Additions:
    """What is new; falsy when that is nothing.

    `texts` are fields that were empty. `filled` are places of work that learn a role, unit or start, by their place
    in the record's list; `closed` are those that end because a newer one follows. `unknown` are kept lines of address
    cards.
    """

    texts: tuple[tuple[str, str | int], ...] = ()
    spelling: str = ""
    uid: str = ""
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    profiles: tuple[Profile, ...] = ()
    works: tuple[Work, ...] = ()
    filled: tuple[tuple[int, Work], ...] = ()
    closed: tuple[tuple[int, Work], ...] = ()
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    photo: bytes = b""
    moments: tuple[MomentRecord, ...] = ()

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING = Additions()


def additions(held: Held, record: PersonRecord, month: str = "", *, is_new: bool = False) -> Additions:
    """What the record of a file adds to somebody; `month` ("2026-11") is when a place of work ends that a newer one
    follows, and without it none ends. Somebody who `is_new` has no notes of the user's: what files note is put
    together.
    """
    own = held.record
    filled, works = _works(own.works, record.works)
    return Additions(
        texts=(*_texts(own, record), *(_both_notes(held, record) if is_new else ())),
        spelling="" if _is_known_as(held, record.name) else record.name.strip(),
        uid="" if record.uid in held.uids else record.uid,
        emails=_fresh(own.emails, record.emails, lambda one: one.address.strip().casefold()),
        phones=_fresh(own.phones, record.phones, lambda one: re.sub(r"\D", "", one.number) or one.number),
        profiles=_fresh(own.profiles, record.profiles, _page),
        works=works,
        filled=filled,
        closed=_closed(own.works, record.works, works, month) if works and month else (),
        topics=_fresh(own.topics, record.topics, fold),
        groups=_fresh(own.groups, record.groups, fold),
        languages=() if own.languages else record.languages,
        unknown=_fresh(own.unknown, record.unknown, str.strip),
        photo=b"" if held.has_photo else record.photo,
        moments=_new_moments(own.moments, record.moments) if record.moments else (),
    )


def note_kept_out(held: Held, record: PersonRecord) -> str:
    """What the file notes about somebody of whom there are other notes already: those are never touched."""
    words = record.note.strip()
    return "" if not held.record.note.strip() or fold(words) in fold(held.record.note) else words


def _both_notes(held: Held, record: PersonRecord) -> Iterable[tuple[str, str]]:
    words = note_kept_out(held, record)
    return (("note", f"{held.record.note.rstrip()}\n\n{words}"),) if words else ()


def together(held: Held, added: Additions) -> Held:
    """Somebody with the additions put in."""
    own, filled = held.record, dict(added.filled) | dict(added.closed)
    changes: dict[str, Any] = dict(added.texts)
    changes |= {name: (*getattr(own, name), *getattr(added, name)) for name in LISTS}
    works = (*(filled.get(at, work) for at, work in enumerate(own.works)), *added.works)
    record = replace(own, works=works, photo=added.photo or own.photo, **changes)
    spellings = held.spellings | {added.spelling} if added.spelling else held.spellings
    uids = held.uids | {added.uid} if added.uid else held.uids
    return Held(record, spellings, uids, held.has_photo or bool(added.photo))


LISTS = ("emails", "phones", "profiles", "topics", "groups", "languages", "unknown", "moments")
ADDITION_WORDS = {
    "spelling": "another spelling", "emails": "mail", "phones": "phone", "profiles": "profile",
    "works": "place of work", "filled": "role", "topics": "interests", "groups": "groups", "languages": "languages",
    "photo": "photo", "moments": "moments",
}  # fmt: skip
TEXT_WORDS = {
    "note": "notes", "met_on": "when you met", "met_how": "how you met", "time_zone": "time zone",
    "phonetic": "how to say the name", "rhythm_days": "rhythm",
}  # fmt: skip


def say_additions(added: Additions) -> tuple[str, ...]:
    """What would be added, each in a word or two: ("mail", "place of work")."""
    texts = [TEXT_WORDS.get(name, name) for name, _ in added.texts if name not in NAME_PARTS]
    named = [words for name, words in ADDITION_WORDS.items() if getattr(added, name)]
    return (*named, *texts)


def _texts(own: PersonRecord, record: PersonRecord) -> Iterable[tuple[str, str | int]]:
    names = FILLED if own.given or own.family else (*NAME_PARTS, *FILLED)
    return ((name, value) for name in names if (value := getattr(record, name)) and not getattr(own, name))


def _is_known_as(held: Held, name: str) -> bool:
    return not name.strip() or name.strip() == held.record.name or name.strip() in held.spellings


def _fresh(own: Sequence[T], others: Sequence[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """Those of the others whose key is new, each once."""
    if not others or own == others:
        return ()
    seen = {key(one) for one in own}
    found: list[T] = []
    for one in others:
        sign = key(one)
        if sign and sign not in seen:
            seen.add(sign)
            found.append(one)
    return tuple(found)


def _page(profile: Profile) -> str:
    read = read_profile(profile.url)
    return (read.url if read else profile.url).casefold()


def _works(own: Sequence[Work], others: Sequence[Work]) -> tuple[tuple[tuple[int, Work], ...], tuple[Work, ...]]:
    """Places of work that learn something, and those that are new."""
    if not others or own == others:
        return (), ()
    known, filled = list(own), set[int]()
    for work in (work for work in others if work.organisation or work.role or work.unit):
        at = next((at for at, one in enumerate(known) if _is_same_work(one, work)), None)
        if at is None:
            known.append(work)
        elif (whole := _filled(known[at], work)) != known[at]:
            known[at] = whole
            filled.add(at)
    count = len(own)
    return tuple((at, known[at]) for at in sorted(filled) if at < count), tuple(known[count:])


def _closed(
    own: Sequence[Work], others: Sequence[Work], fresh: Sequence[Work], month: str
) -> tuple[tuple[int, Work], ...]:
    """Places of work that a newer one follows: another role at the same place, or somebody's only place of work when
    the file knows of only one other. What the file still names goes on.
    """
    current = [work for work in fresh if not work.end]
    held = [at for at, work in enumerate(own) if not work.end]
    gone = [at for at in held if not any(_is_same_work(own[at], work) for work in others)]
    moved = len(held) == len(current) == sum(not work.end for work in others) == 1
    return tuple(
        (at, replace(own[at], end=month))
        for at in gone
        if own[at].start[: len(month)] <= month and any(_follows(own[at], work, moved) for work in current)
    )


def _follows(one: Work, other: Work, moved: bool) -> bool:
    """Whether the other is a newer role; a place that nobody named is no place to have moved from or to."""
    if not _place(one) or not _place(other):
        return False
    return bool(one.role and other.role) if _place(one) == _place(other) else moved


def _new_moments(own: Sequence[MomentRecord], others: Sequence[MomentRecord]) -> tuple[MomentRecord, ...]:
    """Those that are not written down yet: the same day, kind and direction with the same words, or with none."""
    known = {
        (one.on, one.kind, direction, words)
        for one in own
        for direction in ({one.direction, ""} if one.direction else {"", "in", "out"})
        for words in {fold(one.summary), ""}
    }
    found: dict[tuple[str, ...], MomentRecord] = {}
    for one in others:
        key = (one.on, one.kind, one.direction, fold(one.summary))
        if key not in known:
            found.setdefault(key, one)
    return tuple(found.values())


def _is_same_work(one: Work, other: Work) -> bool:
    """The same place, and nothing that speaks against its being the same time there."""
    pairs = ((one.role, other.role), (one.start, other.start))
    return _place(one) == _place(other) and all(
        not mine or not theirs or fold(mine) == fold(theirs) for mine, theirs in pairs
    )


def _place(work: Work) -> str:
    name = fold(work.organisation)
    return "" if name == fold(UNNAMED) else name


def _filled(one: Work, other: Work) -> Work:
    """An end stays as it is: without one they are still there, and that is knowledge, not a gap."""
    return replace(
        one, role=one.role or other.role, unit=one.unit or other.unit, start=one.start or other.start
    )
