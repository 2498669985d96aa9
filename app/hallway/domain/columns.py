"""What the columns of a table of people mean: recognised by their headers, changed by the person, remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hallway.domain.folding import fold


class Meaning(StrEnum):
    """What the cells of a column hold. The values are stored: they never change."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    ADDITIONAL = "additional"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    PHONETIC = "phonetic"
    PRONOUNS = "pronouns"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    ROLE = "role"
    UNIT = "unit"
    START = "start"
    END = "end"
    PAGE = "page"
    TOPICS = "topics"
    GROUPS = "groups"
    PLACE = "place"
    TIME_ZONE = "time zone"
    LANGUAGES = "languages"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth year"
    BIRTH_MONTH = "birth month"
    BIRTH_DAY = "birth day"
    NOTE = "note"
    MET_ON = "met on"
    MET_HOW = "met how"
    LAST_IN_TOUCH = "last in touch"
    RHYTHM = "rhythm"
    UID = "uid"
    LABEL = "label"
    """Names the kind of the column after it ("Work" before a phone number)."""
    IN_NOTES = "in notes"
    """Nothing that Hallway has a place for: kept in the notes, with the header before it."""
    LEFT_OUT = "left out"


LISTS = frozenset({Meaning.TOPICS, Meaning.GROUPS, Meaning.LANGUAGES})
"""What may stand several times in one cell of anybody's list."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, a few of its cells, how many cells hold something, and what it means.

    `label` is what the header says beyond the meaning ("work", "mobile"). `split` is what stands between several
    values in one cell, empty for one value.
    """

    header: str
    meaning: Meaning
    samples: tuple[str, ...] = ()
    filled: int = 0
    label: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read: encoding, delimiter, the line of its header (from 0; -1 when it has none), its columns.

    `producer` is "google", "outlook", "thunderbird", "hallway" or empty: whose columns these are. `is_guessed` says
    that the encoding could not be told for certain, `is_chosen` that somebody changed what a column means. `rows` is
    how many rows follow, as far as they were looked at.
    """

    encoding: str
    delimiter: str
    header_line: int
    columns: tuple[Column, ...]
    producer: str = ""
    is_guessed: bool = False
    rows: int = 0
    is_chosen: bool = False

    @property
    def names_people(self) -> bool:
        """Whether some column says who a row is about."""
        naming = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.NICKNAME, Meaning.EMAIL, Meaning.ORGANISATION}
        return any(column.meaning in naming for column in self.columns)

    @property
    def matched(self) -> tuple[int, int]:
        """How many of the columns that hold something have a place of their own, and how many hold something."""
        held = [column for column in self.columns if column.filled]
        placed = [one for one in held if one.meaning not in (Meaning.IN_NOTES, Meaning.LEFT_OUT)]
        return len(placed), len(held)

    @property
    def key(self) -> str:
        """The headers in one word, to remember choices under; the same for the same headers in the same order."""
        return "\x1f".join(fold(column.header) for column in self.columns)


def with_meaning(layout: Layout, at: int, meaning: Meaning, split: str = "") -> Layout:
    """The layout with another meaning of one column."""
    column = replace(layout.columns[at], meaning=meaning, split=split)
    return replace(layout, columns=(*layout.columns[:at], column, *layout.columns[at + 1 :]), is_chosen=True)


def with_choices(layout: Layout, chosen: Mapping[str, str]) -> Layout:
    """The layout with meanings chosen earlier, by header; words that are no meaning any more are left alone.

    A header that stands several times is told apart as `choices_of` does it; one choice may also serve for all.
    """
    known = {meaning.value: meaning for meaning in Meaning}
    columns = []
    for column, name in zip(layout.columns, _names(layout), strict=True):
        meaning = known.get(chosen.get(name, chosen.get(column.header, "")), column.meaning)
        if meaning is not column.meaning:
            split = sign_between(column.samples) if meaning in LISTS else ""
            column = replace(column, meaning=meaning, split=split)
        columns.append(column)
    return replace(layout, columns=tuple(columns))


def choices_of(layout: Layout) -> dict[str, str]:
    """What to remember of a layout: the meaning of each header. A header that comes again has its number behind it.

    An empty column is not remembered: it is left out for being empty, and another file may have something in it.
    """
    named = zip(_names(layout), layout.columns, strict=True)
    return {name: column.meaning.value for name, column in named if column.header and column.filled}


def sign_between(cells: Iterable[str]) -> str:
    """What stands between several words in the cells of a list: the sign that some cell has, or nothing."""
    told = "\n".join(cells)
    return next((sign for sign in (" ::: ", ";", "|", ",") if sign in told), "")


def _names(layout: Layout) -> tuple[str, ...]:
    """The headers, each with its number where it stands for the second time: "Titre", "Titre (2)"."""
    seen: dict[str, int] = {}
    names = []
    for column in layout.columns:
        seen[column.header] = seen.get(column.header, 0) + 1
        number = seen[column.header]
        names.append(column.header if number == 1 else f"{column.header} ({number})")
    return tuple(names)
