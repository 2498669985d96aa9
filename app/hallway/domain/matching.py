"""Is this the same person? Compares what a file says with everyone already known.

Only sure signs merge by themselves. A likeness is shown to the user side by side, and when in doubt it is a likeness.
Every comparison is looked up by a key, so ten thousand rows meet ten thousand people in about a second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from hallway.domain.folding import fold, is_cjk
from hallway.domain.names import split_name
from hallway.domain.profiles import read_profile
from hallway.domain.records import PersonRecord

SURE_PROFILES = frozenset({"linkedin", "orcid"})
"""Pages that belong to one person for certain."""

SHARED_MAIL_HOSTS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com "
    "mac.com gmx.de gmx.net gmx.com web.de proton.me protonmail.com pm.me qq.com 163.com 126.com "
    "naver.com hanmail.net mail.ru yandex.ru aol.com posteo.de mailbox.org fastmail.com zoho.com free.fr "
    "orange.fr laposte.net libero.it wp.pl o2.pl seznam.cz".split()
)
"""Mail providers: sharing one says nothing about working in the same place."""

NAME_AND_PLACE = "same name, same place"
"""Why somebody who is the only one of that name in that place is taken for the same; the weakest of the sure signs."""

SIMILAR_FAMILY = 0.9
SIMILAR_GIVEN = 0.87

REMEMBERED = 4096
"""How many names and places are kept in comparable form: whoever is compared is then taken into the index, too."""


class Verdict(StrEnum):
    """What to do with a row: add it, merge it, or ask."""

    NEW = "new"
    SAME = "same"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows of one person, as written; `other_names` are other spellings, `profiles` are addresses."""

    person_id: int
    name: str
    other_names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict, whom it is about (None for NEW), and the reason in a few words to show."""

    verdict: Verdict
    person_id: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class NameWords:
    """A name made comparable: folded words without titles; `key` is the same for any order of the words."""

    given: str
    family: str
    words: frozenset[str]
    key: str
    additional: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything one person is recognised by, in comparable form."""

    names: tuple[NameWords, ...]
    emails: tuple[str, ...]
    profiles: tuple[tuple[str, str], ...]
    uids: tuple[str, ...]
    places: tuple[str, ...]
    domains: tuple[str, ...]


Lookup = dict[str, list[int]]


def _lookup() -> Lookup:
    return defaultdict(list)


@dataclass(slots=True)
class Index:
    """Known people by each of their signs. Grows with `add`, so that rows of one file can meet each other too."""

    signs: dict[int, Signs] = field(default_factory=dict)
    by_uid: Lookup = field(default_factory=_lookup)
    by_email: Lookup = field(default_factory=_lookup)
    by_profile: Lookup = field(default_factory=_lookup)
    by_name: Lookup = field(default_factory=_lookup)
    by_place: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, known: Known) -> None:
        """Take one person in."""
        person = known.person_id
        signs = _signs((known.name, *known.other_names), known.emails, known.profiles, known.uids, known.organisations)
        self.signs[person] = signs
        for lookup, keys in (
            (self.by_uid, signs.uids),
            (self.by_email, signs.emails),
            (self.by_profile, [url for _, url in signs.profiles]),
            (self.by_name, {name.key for name in signs.names}),
        ):
            for key in keys:
                lookup[key].append(person)
        for block in _blocks(signs):
            self.by_place[block].append(person)


def build_index(known: Iterable[Known]) -> Index:
    """Everyone known, ready to be asked about."""
    index = Index()
    for person in known:
        index.add(person)
    return index


def match(record: PersonRecord, index: Index) -> Match:
    """Who among the known the record is, and how sure that is."""
    signs = _signs(
        (record.name or f"{record.given} {record.family}",),
        [email.address for email in record.emails],
        [profile.url for profile in record.profiles],
        (record.uid,) if record.uid else (),
        [work.organisation for work in record.works],
    )
    return _sure(signs, index) or _likely(signs, index) or Match(Verdict.NEW)


def _sure(signs: Signs, index: Index) -> Match | None:
    for lookup, keys, why in (
        (index.by_uid, signs.uids, "same card"),
        (index.by_profile, [url for _, url in signs.profiles], "same profile"),
    ):
        found = _all_under(lookup, keys)
        if found:
            return Match(Verdict.SAME, found[0], why)
    fitting = [person for person in _all_under(index.by_email, signs.emails) if _names_fit(signs, index.signs[person])]
    if fitting:
        return Match(Verdict.SAME, fitting[0], "same mail")
    namesakes = [person for person in _namesakes(signs, index) if _share_place(signs, index.signs[person])]
    if len(namesakes) == 1 and not _profiles_differ(signs, index.signs[namesakes[0]]):
        return Match(Verdict.SAME, namesakes[0], NAME_AND_PLACE)
    return None


def _likely(signs: Signs, index: Index) -> Match | None:
    same_mail = _all_under(index.by_email, signs.emails)
    if same_mail:
        return Match(Verdict.MAYBE, same_mail[0], "same mail, another name")
    namesakes = _namesakes(signs, index)
    if namesakes:
        near = [person for person in namesakes if _share_place(signs, index.signs[person])]
        return Match(Verdict.MAYBE, (near or namesakes)[0], NAME_AND_PLACE if near else "same name")
    for block in _blocks(signs):
        for person in index.by_place.get(block, ()):
            if _names_alike(signs, index.signs[person]):
                why = "similar name, same mail domain" if block[0].startswith("@") else "similar name, same place"
                return Match(Verdict.MAYBE, person, why)
    return None


def _all_under(lookup: Lookup, keys: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(person for key in keys for person in lookup.get(key, ())))


def _namesakes(signs: Signs, index: Index) -> list[int]:
    return _all_under(index.by_name, [name.key for name in signs.names if name.key])


def _share_place(one: Signs, other: Signs) -> bool:
    return not set(one.places).isdisjoint(other.places)


def _profiles_differ(one: Signs, other: Signs) -> bool:
    """Both have a page of the same kind, and not the same page: namesakes in one place do exist."""
    mine, theirs = dict(one.profiles), dict(other.profiles)
    return any(theirs.get(kind, url) != url for kind, url in mine.items())


# --- signs in comparable form ----------------------------------------------------------------------------


def _signs(
    names: Iterable[str],
    emails: Iterable[str],
    profiles: Iterable[str],
    uids: Iterable[str],
    organisations: Iterable[str],
) -> Signs:
    addresses = tuple(dict.fromkeys(address.strip().casefold() for address in emails if address.strip()))
    domains = tuple(dict.fromkeys(own_domain(address) for address in addresses))
    read = [profile for text in profiles if (profile := read_profile(text))]
    return Signs(
        tuple(name_words(name) for name in dict.fromkeys(names) if name.strip()),
        addresses,
        tuple((profile.kind, profile.url) for profile in read if profile.kind in SURE_PROFILES),
        tuple(uids),
        tuple(dict.fromkeys(key for text in organisations if (key := place_key(text)))),
        tuple(domain for domain in domains if domain),
    )


@lru_cache(maxsize=REMEMBERED)
def name_words(name: str) -> NameWords:
    """The words of a name by which it is compared."""
    parts = split_name(name)
    given, additional, family = (_words(part) for part in (parts.given, parts.additional, parts.family))
    words = [*given, *additional, *family]
    return NameWords(" ".join(given), " ".join(family), frozenset(words), " ".join(sorted(words)), " ".join(additional))


def _words(part: str) -> list[str]:
    if part and is_cjk(part[0]):
        return [fold(part).replace(" ", "")]
    return re.findall(r"[^\W_]+", fold(part))


@lru_cache(maxsize=REMEMBERED)
def place_key(organisation: str) -> str:
    """An organisation's name made comparable."""
    return " ".join(word for word in re.findall(r"[^\W_]+", fold(organisation)) if word != "the")


def own_domain(address: str) -> str:
    """What an address says of where one works: "@uni.example"; empty for the hosts that anybody may use."""
    domain = address.rpartition("@")[2]
    return "" if domain in SHARED_MAIL_HOSTS else f"@{domain}"


def _blocks(signs: Signs) -> list[tuple[str, str]]:
    """Where to look for similar names: in the same place, family names and given names that begin alike."""
    starts = {f"{name.family[:2]} {name.given[:1]}" for name in signs.names if name.family and name.given}
    return [(place, start) for place in (*signs.places, *signs.domains) for start in sorted(starts)]


# --- names compared --------------------------------------------------------------------------------------


def _names_fit(one: Signs, other: Signs) -> bool:
    """Whether two names can be the same person's once the mail is: one lacks words, shortens or misspells the other."""
    if not one.names or not other.names:
        return True
    return any(_fit(mine, theirs) for mine in one.names for theirs in other.names)


def _fit(one: NameWords, other: NameWords) -> bool:
    if not one.words or not other.words or one.words <= other.words or other.words <= one.words:
        return True
    return _alike(one, other) or likeness(one.key, other.key) >= SIMILAR_FAMILY


def _names_alike(one: Signs, other: Signs) -> bool:
    return any(_alike(mine, theirs) for mine in one.names for theirs in other.names)


def _alike(one: NameWords, other: NameWords) -> bool:
    if not one.given or not other.given or not one.family or not other.family:
        return False
    short, long = sorted((one.given, other.given), key=len)
    if not long.startswith(short) and not _is_likely(short, long, SIMILAR_GIVEN):
        return False
    return _is_likely(one.family, other.family, SIMILAR_FAMILY)


def _is_likely(one: str, other: str, least: float) -> bool:
    """Whether the likeness reaches so much; letters that only one of them has tell quickly that it cannot."""
    short, long = sorted((one, other), key=len)
    shared = len(short) - len(set(short).difference(long))
    most = (shared / len(short) + shared / len(long) + 1) / 3
    return most + 0.4 * (1 - most) >= least and likeness(one, other) >= least


def likeness(one: str, other: str) -> float:
    """Jaro–Winkler similarity, 0 to 1: made for names, where the beginning counts most (Winkler 1990)."""
    if one == other:
        return 1.0
    jaro = _jaro(one, other)
    common = 0
    for mine, theirs in zip(one[:4], other[:4], strict=False):
        if mine != theirs:
            break
        common += 1
    return jaro + common * 0.1 * (1 - jaro)


def _jaro(one: str, other: str) -> float:
    reach = max(0, max(len(one), len(other)) // 2 - 1)
    free = list(other)
    mine: list[str] = []
    taken: list[int] = []
    for at, letter in enumerate(one):
        for place in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if free[place] == letter:
                free[place] = ""
                mine.append(letter)
                taken.append(place)
                break
    if not mine:
        return 0.0
    theirs = [other[place] for place in sorted(taken)]
    swaps = sum(letter != match for letter, match in zip(mine, theirs, strict=True)) / 2
    count = len(mine)
    return (count / len(one) + count / len(other) + (count - swaps) / count) / 3
