"""What the fields of bibliographies have in common: dates, keywords, names of groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from hallway.domain.names import PARTICLES, split_name
from hallway.domain.papers import Author
from hallway.domain.partial_dates import PartialDate

MOST_TOPICS: Final = 60
LONGEST_TOPIC: Final = 80
MOST_AUTHORS: Final = 5_000
GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})

_YEAR: Final = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_WORD: Final = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")


def read_date(text: str) -> str:
    """ "2024-01-03/2024-01-05", "2014/06/01/", "2014///Spring" or "2015/october" as a partial date, else empty."""
    found = _ISO.match(text.strip())
    if not found:
        return of_parts(text, "")
    year, month, day = found.groups()
    return of_parts(year, month or text[4:], day or "")


def of_parts(year: str, month: str, day: str = "") -> str:
    """A partial date of what stands in three fields; whatever does not read is left out."""
    found = _YEAR.search(year)
    if not found:
        return ""
    number = _month(month)
    days = _NUMBER.search(day) or (_NUMBER.search(month) if _MONTH_WORD.search(month) else None)
    for parts in ((number, int(days[0]) if days else None), (number, None)):
        if number:
            try:
                return str(PartialDate(int(found[0]), *parts))
            except ValueError:
                continue
    return found[0]


def _month(text: str) -> int | None:
    word = _MONTH_WORD.search(text)
    if word:
        return _MONTHS.index(word[0].lower()) + 1
    number = _NUMBER.fullmatch(text.strip())
    return int(number[0]) if number and 1 <= int(number[0]) <= 12 else None


def topics_of(texts: Iterable[str], separators: str) -> tuple[str, ...]:
    """Single keywords, each once, in the order of the file."""
    words = (" ".join(word.split()).strip(" .") for text in texts for word in re.split(f"[{separators}]", text))
    return tuple(dict.fromkeys(word for word in words if word and len(word) <= LONGEST_TOPIC))[:MOST_TOPICS]


def person(given: str, family: str, suffix: str = "") -> Author:
    """An author of these parts, the name written as people say it.

    A name in capitals throughout is not shouted; "Berg, Jan van der" and "van der Berg, Jan" are one; and "Jr" after
    a comma is no given name.
    """
    if given.rstrip(".").casefold() in GENERATIONS and not suffix:
        return replace(person_called(family), name=f"{family}, {given}", suffix=given)
    given, family = _not_shouted(given, family)
    words = given.split()
    while len(words) > 1 and words[-1].islower() and words[-1] in PARTICLES:
        family = f"{words.pop()} {family}"
    given = " ".join(words)
    name = " ".join(part for part in (given, family) if part)
    return Author(f"{name}, {suffix}" if suffix else name, given, family, suffix)


def _not_shouted(given: str, family: str) -> tuple[str, str]:
    """A name in capitals throughout, but for particles, in small letters; initials alone are not shouted."""
    told = [word for word in f"{given} {family}".split() if word not in PARTICLES]
    if not all(word.isupper() for word in told) or all(len(word) < 3 or "." in word for word in given.split()):
        return given, family
    softly = [" ".join(one if one in PARTICLES else one.title() for one in part.split()) for part in (given, family)]
    return softly[0], softly[1]


def person_called(name: str) -> Author:
    """An author whose name is written in one piece, given name first."""
    parts = split_name(name)
    given = " ".join(part for part in (parts.given, parts.additional) if part)
    return person(given, parts.family, parts.suffix) if parts.family else Author(name, "", name)
