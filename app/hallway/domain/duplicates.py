"""Does somebody stand here twice? Finds people who may be one and the same, and says why in words.

    for pair in find(everybody, report=report):
        print(pair.one_id, pair.other_id, pair.verdict, "; ".join(pair.reasons))

What speaks for one person and what speaks against it is weighed in points. Only people who have something in common
are compared at all: each is looked up by mail address, phone number, page, name by sound, and place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from hallway.domain.evidence import WORTH_ASKING, Marks, Pair, Someone, is_day, is_telling, marks_of, weighed
from hallway.domain.namesakes import Spoken
from hallway.domain.records import Report

__all__ = ["Pair", "Someone", "compare", "find"]

HOLDERS = 3
"""An address or number that more people have belongs to an office, not to a person."""
CROWD = 60
"""So many people under one key say that the key says nothing."""


def find(
    people: Sequence[Someone], settled: Collection[tuple[int, int]] = (), report: Report | None = None
) -> tuple[Pair, ...]:
    """All pairs worth asking about, the surest first. `settled` pairs (smaller id first) are left out.

    `report(done, total)` is called twice for every person, who is half done when read and done when compared; what it
    raises (`Stopped`) is let through.
    """
    tell = report or _tell_nobody
    marks: list[Marks] = []
    keys: list[frozenset[str]] = []
    for done, person in enumerate(people, 1):
        marks.append(marks_of(person))
        keys.append(frozenset(_keys(marks[-1])))
        tell(done // 2, len(people))
    crowded = _crowded(marks)
    found: list[Pair] = []
    for done, (mine, near) in enumerate(zip(marks, _neighbours(keys), strict=True), 1):
        pairs = (weighed(mine, marks[other], crowded) for other in near)
        found += (pair for pair in pairs if pair.score >= WORTH_ASKING)
        tell((len(people) + done) // 2, len(people))
    left = (pair for pair in found if (pair.one_id, pair.other_id) not in settled)
    return tuple(sorted(left, key=lambda pair: (-pair.score, pair.one_id, pair.other_id)))


def compare(one: Someone, other: Someone) -> Pair:
    """How two people stand to each other, whatever the verdict."""
    return weighed(marks_of(one), marks_of(other), frozenset())


def _tell_nobody(done: int, total: int) -> None: ...


def _neighbours(keys: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """For each person, where those stand further down who have a key in common."""
    under: defaultdict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(keys):
        for key in own:
            under[key].append(at)
    for at, own in enumerate(keys):
        yield sorted({other for key in own if len(under[key]) <= CROWD for other in under[key] if other > at})


def _keys(one: Marks) -> Iterator[str]:
    yield from one.mails
    yield from one.pages
    yield from (f"t {number}" for number in one.phones)
    yield from (f"m {name}" for address in one.mails if is_telling(name := address.partition("@")[0]))
    for called in one.names:
        yield from _keys_of_name(called, one)


def _keys_of_name(name: Spoken, one: Marks) -> Iterator[str]:
    """By sound in any order of the words; and, at one place, by the beginnings of the name or by one half of it."""
    given, family = name.given, name.family
    yield from (f"n {whole}" for whole in name.rounds)
    if given and family:
        yield "e " + " ".join(sorted((given, family)))
        beginnings = {f"{family[:2]} {given[:1]}", f"{given[:2]} {family[:1]}", family, given}
        yield from (f"p {place} {start}" for place in one.places for start in beginnings)
    if is_day(one.met_on):
        yield f"d {one.met_on} {given}"


def _crowded(marks: Iterable[Marks]) -> frozenset[str]:
    """Addresses and numbers that too many people have to be anybody's own."""
    holders = Counter(key for one in marks for key in (*one.mails, *one.phones))
    return frozenset(key for key, count in holders.items() if count > HOLDERS)
