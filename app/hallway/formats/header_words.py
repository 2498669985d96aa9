"""What the header of a column says: its concept, a word beside it ("work") and the number of its group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from hallway.domain.columns import Meaning
from hallway.domain.folding import fold
from hallway.formats.header_vocabulary import TABLES

CONCEPTS: Final = {
    "name": (Meaning.NAME, ""), "bare name": (Meaning.NAME, ""), "file as": (Meaning.NAME, ""),
    "given": (Meaning.GIVEN, ""), "family": (Meaning.FAMILY, ""), "family or nickname": (Meaning.FAMILY, ""),
    "additional": (Meaning.ADDITIONAL, ""), "prefix": (Meaning.PREFIX, ""), "suffix": (Meaning.SUFFIX, ""),
    "title": (Meaning.PREFIX, ""), "nickname": (Meaning.NICKNAME, ""), "phonetic": (Meaning.PHONETIC, ""),
    "pronouns": (Meaning.PRONOUNS, ""), "email": (Meaning.EMAIL, ""), "phone": (Meaning.PHONE, ""),
    "mobile": (Meaning.PHONE, "mobile"), "fax": (Meaning.PHONE, "fax"), "pager": (Meaning.PHONE, "pager"),
    "car phone": (Meaning.PHONE, "car"), "main phone": (Meaning.PHONE, "main"),
    "company phone": (Meaning.PHONE, "company main"), "callback": (Meaning.PHONE, "callback"),
    "radio phone": (Meaning.PHONE, "radio"), "work phone": (Meaning.PHONE, "work"),
    "home phone": (Meaning.PHONE, "home"), "organisation": (Meaning.ORGANISATION, ""), "role": (Meaning.ROLE, ""),
    "occupation": (Meaning.ROLE, ""), "unit": (Meaning.UNIT, ""), "page": (Meaning.PAGE, ""),
    "linkedin": (Meaning.PAGE, "linkedin"), "orcid": (Meaning.PAGE, "orcid"), "x": (Meaning.PAGE, "x"),
    "github": (Meaning.PAGE, "github"), "scholar": (Meaning.PAGE, "scholar"),
    "researchgate": (Meaning.PAGE, "researchgate"), "mastodon": (Meaning.PAGE, "mastodon"),
    "bluesky": (Meaning.PAGE, "bluesky"), "topics": (Meaning.TOPICS, ""), "groups": (Meaning.GROUPS, ""),
    "place": (Meaning.PLACE, ""), "town": (Meaning.PLACE, ""), "country": (Meaning.PLACE, ""),
    "region": (Meaning.IN_NOTES, ""), "postcode": (Meaning.IN_NOTES, ""), "street": (Meaning.IN_NOTES, ""),
    "pobox": (Meaning.IN_NOTES, ""), "extended": (Meaning.IN_NOTES, ""), "address": (Meaning.IN_NOTES, ""),
    "time zone": (Meaning.TIME_ZONE, ""), "languages": (Meaning.LANGUAGES, ""), "birthday": (Meaning.BIRTHDAY, ""),
    "birth year": (Meaning.BIRTH_YEAR, ""), "birth month": (Meaning.BIRTH_MONTH, ""),
    "birth day": (Meaning.BIRTH_DAY, ""), "month": (Meaning.IN_NOTES, ""), "day": (Meaning.IN_NOTES, ""),
    "note": (Meaning.NOTE, ""), "met on": (Meaning.MET_ON, ""), "met how": (Meaning.MET_HOW, ""),
    "last touch": (Meaning.LAST_IN_TOUCH, ""), "rhythm": (Meaning.RHYTHM, ""), "uid": (Meaning.UID, ""),
    "type": (Meaning.LABEL, ""), "in notes": (Meaning.IN_NOTES, ""), "left out": (Meaning.LEFT_OUT, ""),
}  # fmt: skip
"""What each concept of the vocabulary means at first sight, and the label it brings along."""

PHONES: Final = frozenset({"phone", "mobile", "fax", "pager"})
ADDRESS_PARTS: Final = frozenset({"town", "country", "region", "postcode", "street", "pobox", "extended", "address"})
_WITH_KIND: Final = PHONES | ADDRESS_PARTS | {"email", "page", "place"}
"""Concepts that "work", "home" and "other" may stand beside."""
_WITH_TYPE: Final = PHONES | {"email", "page", "address", "organisation"}
"""Concepts of which a column of its own may say the kind."""
_ID_WORDS: Final = frozenset(
    "internal record contact person user customer row external unique system object entry member account no number "
    "key crm db source".split()
)
_ID: Final = frozenset({"id", "ids", "uuid", "guid"})
_SHORTEST_ELSEWHERE: Final = 4
"""Shorter words count only in the language that most headers are in: "by" is a town in Danish alone."""
_LONGEST_HEADER: Final = 80
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header says. `concept` is a key of `CONCEPTS`, empty when the words are not known.

    `label` is "work", "home", "other", "mobile" and the like. `number` is that of its group ("E-mail 2 Address"), 0
    for none. `stem` is what stays the same within a group: a header that says "Phone 1 - Label" and one that says
    "Phone 1 - Value" share number and stem.
    """

    concept: str = ""
    label: str = ""
    number: int = 0
    stem: str = ""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    nouns: dict[str, str]
    kinds: tuple[tuple[str, str], ...]
    types: tuple[str, ...]
    values: tuple[str, ...]


def headings(headers: Sequence[str]) -> tuple[Heading, ...]:
    """What each header says, read in the language that explains most of them, then in all others."""
    language = language_of(headers)
    turns = tuple(dict.fromkeys((language, "en", *TABLES)))
    return tuple(_heading(header, turns) for header in headers)


def language_of(headers: Sequence[str]) -> str:
    """The language ("de") that explains most of the headers; "en" when none does better."""
    bare = [_bare(header)[0] for header in headers if header]
    counts = {code: sum(_known(_vocabulary(code), one) is not None for one in bare) for code in TABLES}
    return max(TABLES, key=lambda code: counts[code])


def are_known(cells: Sequence[str]) -> int:
    """How many of some cells are words for headers in any language, without a closer look."""
    everything = _everything()
    return sum(bool(cell) and len(cell) <= _LONGEST_HEADER and _bare(cell)[0] in everything for cell in cells)


def _heading(header: str, turns: Sequence[str]) -> Heading:
    for written in dict.fromkeys((header, _BRACKETS.sub(" ", header))):
        bare, number = _bare(written)
        for turn, code in enumerate(turns):
            if turn and len(bare) < _SHORTEST_ELSEWHERE and code != "en" and bare.isascii():
                continue
            found = _known(_vocabulary(code), bare)
            if found:
                return replace(found, number=number)
    return _unknown(header)


def _known(words: _Vocabulary, bare: str) -> Heading | None:
    """What a header without its digits says in one language."""
    concept = words.nouns.get(bare)
    if concept:
        return Heading(concept, CONCEPTS[concept][1], stem=_group_of(concept))
    for word in words.types:
        stem = _noun(words, bare.removesuffix(word)) if bare.endswith(word) else None
        if stem and stem.concept in _WITH_TYPE:
            return Heading("type", stem=stem.stem)
    for word in words.values:
        stem = _noun(words, bare.removesuffix(word)) if bare.endswith(word) else None
        if stem:
            return stem
    return _beside_kind(words, bare)


def _noun(words: _Vocabulary, bare: str) -> Heading | None:
    concept = words.nouns.get(bare)
    return Heading(concept, CONCEPTS[concept][1], stem=_group_of(concept)) if concept else _beside_kind(words, bare)


def _beside_kind(words: _Vocabulary, bare: str) -> Heading | None:
    """A concept with a word before, behind or within it: "Telefon geschäftlich", "国 (会社)/地域"."""
    for kind, label in words.kinds:
        if kind not in bare or kind == bare:
            continue
        for rest in _without(bare, kind):
            concept = words.nouns.get(rest)
            if concept in _WITH_KIND:
                own = CONCEPTS[concept][1]
                return Heading(concept, " ".join(filter(None, (label, own))), stem=_group_of(concept))
    return None


def _without(bare: str, kind: str) -> tuple[str, ...]:
    """What may be left of a header when a word is taken from it."""
    ends = (bare.removesuffix(kind), bare.removeprefix(kind))
    within = bare.replace(kind, "", 1) if len(kind) >= _SHORTEST_ELSEWHERE or not kind.isascii() else bare
    return tuple(rest for rest in dict.fromkeys((*ends, within)) if rest and rest != bare)


def _group_of(concept: str) -> str:
    """The stem of a concept: all parts of an address belong together, and all kinds of numbers."""
    return "address" if concept in ADDRESS_PARTS else "phone" if concept in PHONES else concept


def _unknown(header: str) -> Heading:
    """A header that no language knows: numbers of other programs, "Relation 1 - Label", or anything."""
    bare, number = _bare(header)
    words = set(re.findall(r"[a-z]+", fold(header[:_LONGEST_HEADER])))
    if words & _ID and words <= _ID | _ID_WORDS:
        return Heading("left out")
    english = _vocabulary("en")
    for word in english.types if number else ():
        if bare.endswith(word) and bare != word:
            return Heading("type", number=number, stem=bare.removesuffix(word))
    stem = next((bare.removesuffix(word) for word in english.values if bare.endswith(word)), bare)
    return Heading(number=number, stem=stem)


def _bare(header: str) -> tuple[str, int]:
    """The letters of a header, and its first number."""
    folded = fold(header[:_LONGEST_HEADER])
    number = re.search(r"[0-9]{1,3}", folded)
    letters = "".join(letter for letter in folded if letter.isalpha())
    return letters, int(number[0]) if number else 0


@cache
def _vocabulary(code: str) -> _Vocabulary:
    nouns: dict[str, str] = {}
    beside: dict[str, list[str]] = {}
    for line in TABLES[code].replace("\n  ", " ").strip().split("\n"):
        concept, _, listed = line.partition(":")
        phrases = [phrase for written in listed.split(",") if (phrase := _bare(written)[0])]
        if concept in CONCEPTS and concept != "type":
            nouns.update((phrase, concept) for phrase in phrases if phrase not in nouns)
        else:
            beside[concept] = phrases
    kinds = [(word, key[1:]) for key, listed in beside.items() if key.startswith("+") for word in listed]
    kinds.sort(key=lambda kind: -len(kind[0]))
    return _Vocabulary(nouns, tuple(kinds), tuple(beside.get("type", ())), tuple(beside.get("value", ())))


@cache
def _everything() -> frozenset[str]:
    """Every phrase of every language that is long enough to mean something by itself."""
    phrases = (phrase for code in TABLES for phrase in _vocabulary(code).nouns)
    return frozenset(phrase for phrase in phrases if len(phrase) >= _SHORTEST_ELSEWHERE or not phrase.isascii()) | {
        "url", "tel", "org", "fax", "uid", "id", "web", "cap", "cep",
    }  # fmt: skip
