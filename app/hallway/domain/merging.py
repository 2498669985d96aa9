"""What a file adds to somebody already there: empty fields are filled, new things are added, nothing is replaced.

Adding the same twice adds nothing: whatever `additions` finds is part of the record once `together` has put it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hallway.domain.folding import fold
from hallway.domain.organisations import UNNAMED
from hallway.domain.profiles import read_profile
from hallway.domain.records import Email, PersonRecord, Phone, Profile, Work

T = TypeVar("T")

FILLED = ("prefix", "suffix", "nickname", "phonetic", "pronouns", "place", "time_zone", "birthday", "note", "met_on")
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
    in the record's list. `unknown` are kept lines of address cards.
    """

    texts: tuple[tuple[str, str], ...] = ()
    spelling: str = ""
    uid: str = ""
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    profiles: tuple[Profile, ...] = ()
    works: tuple[Work, ...] = ()
    filled: tuple[tuple[int, Work], ...] = ()
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    photo: bytes = b""

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING = Additions()


def additions(held: Held, record: PersonRecord) -> Additions:
    """What the record of a file adds to somebody."""
    own = held.record
    filled, works = _works(own.works, record.works)
    return Additions(
        texts=tuple(_texts(own, record)),
        spelling="" if _is_known_as(held, record.name) else record.name.strip(),
        uid="" if record.uid in held.uids else record.uid,
        emails=_fresh(own.emails, record.emails, lambda one: one.address.strip().casefold()),
        phones=_fresh(own.phones, record.phones, lambda one: re.sub(r"\D", "", one.number) or one.number),
        profiles=_fresh(own.profiles, record.profiles, _page),
        works=works,
        filled=filled,
        topics=_fresh(own.topics, record.topics, fold),
        groups=_fresh(own.groups, record.groups, fold),
        languages=() if own.languages else record.languages,
        unknown=_fresh(own.unknown, record.unknown, str.strip),
        photo=b"" if held.has_photo else record.photo,
    )


def together(held: Held, added: Additions) -> Held:
    """Somebody with the additions put in."""
    own, filled = held.record, dict(added.filled)
    changes: dict[str, Any] = dict(added.texts)
    changes |= {name: (*getattr(own, name), *getattr(added, name)) for name in LISTS}
    works = (*(filled.get(at, work) for at, work in enumerate(own.works)), *added.works)
    record = replace(own, works=works, photo=added.photo or own.photo, **changes)
    spellings = held.spellings | {added.spelling} if added.spelling else held.spellings
    uids = held.uids | {added.uid} if added.uid else held.uids
    return Held(record, spellings, uids, held.has_photo or bool(added.photo))


LISTS = ("emails", "phones", "profiles", "topics", "groups", "languages", "unknown")
ADDITION_WORDS = {
    "spelling": "another spelling", "emails": "mail", "phones": "phone", "profiles": "profile",
    "works": "place of work", "filled": "role", "topics": "interests", "groups": "groups", "languages": "languages",
    "photo": "photo",
}  # fmt: skip
TEXT_WORDS = {"note": "notes", "met_on": "when you met", "time_zone": "time zone", "phonetic": "how to say the name"}


def say_additions(added: Additions) -> tuple[str, ...]:
    """What would be added, each in a word or two: ("mail", "place of work")."""
    texts = [TEXT_WORDS.get(name, name) for name, _ in added.texts if name not in NAME_PARTS]
    named = [words for name, words in ADDITION_WORDS.items() if getattr(added, name)]
    return (*named, *texts)


def _texts(own: PersonRecord, record: PersonRecord) -> Iterable[tuple[str, str]]:
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
        if key(one) and key(one) not in seen:
            seen.add(key(one))
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
