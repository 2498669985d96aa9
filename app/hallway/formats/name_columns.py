"""A name in the three columns that address books have for it, and put together from them again."""

from __future__ import annotations

from hallway.domain.folding import is_cjk
from hallway.domain.names import TWO_CHARACTER_FAMILIES, split_name
from hallway.domain.records import PersonRecord

Names = tuple[str, str, str]
"""First, middle and last name."""


def names_of(person: PersonRecord) -> Names:
    """The parts of a name as the record has them; of one without parts, those that it splits into."""
    own = person.given, person.additional, person.family
    if any(own):
        return own
    parts = split_name(person.name)
    split = parts.given, parts.additional, parts.family
    return split if spelled(*split) == person.name else (person.name, "", "")


def names_that_spell(person: PersonRecord) -> Names:
    """Parts that give the name as written when they are put together again, whatever parts the record has."""
    names = names_of(person)
    if spelled(*names) == person.name:
        return names
    given, space, family = person.name.rpartition(" ")
    return (given, "", family) if space and spelled(given, "", family) == person.name else (person.name, "", "")


def town_and_country(place: str) -> tuple[str, str]:
    """The two parts of a place: "Lund, Sweden"; a place of one part is a town."""
    town, comma, country = place.rpartition(", ")
    return (town, country) if comma else (place, "")


def spelled(given: str, additional: str, family: str) -> str:
    """The parts in the order of their script: "Ada Lovelace", "山田 太郎", "王伟"."""
    if given and family and is_cjk(given[0]) and is_cjk(family[0]):
        is_chinese = len(family) == 1 or family in TWO_CHARACTER_FAMILIES
        return f"{family}{given}" if is_chinese and not additional else f"{family} {given}"
    return " ".join(part for part in (given, additional, family) if part)
