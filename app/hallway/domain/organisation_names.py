"""Whether two names may be spellings of one organisation: a question to ask, never a reason to merge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from hallway.domain.folding import fold

SMALL_WORDS = frozenset(
    "the of at for and in de der des du da do di la le les l d von van zu och og et und i y e".split()
)
SAME_WORDS = {
    "university": "uni univ universitet universitetet universitat universite universiteit universidad universidade "
    "universita universitas uniwersytet univerzita universitetas",
    "institute": "inst institut institutet instituto istituto instituut instytut institutt",
    "department": "dept departement departamento dipartimento institutionen",
    "faculty": "fac fakultat fakultet fakulteten faculte facultad faculdade",
    "division": "div abteilung avdelning avdelningen",
    "laboratory": "lab labs laboratoire laboratorium",
    "centre": "center centrum zentrum centro",
    "hospital": "sjukhus krankenhaus klinikum hopital",
}
"""Words for one kind of place in several languages, and what they are compared as."""

KINDS_OF_PLACE = frozenset({"university", "institute"})
"""They say what a place is and not which one: "Lund University" and "Lunds universitet" differ in them alone."""

UNITS = frozenset(
    "department faculty division laboratory centre hospital institute school section unit group clinic chair library "
    "press museum campus office committee board programme program foundation fachbereich lehrstuhl".split()
)
"""Words of a part that has a name of its own: what is called so is not the whole."""

ABBREVIATION = re.compile(r"\s*\(([^()]*)\)\s*")
LONGEST_WITH_ONE_WORD = 3
"""Words of a name that a single word may stand for ("Stratus" for "Stratus Analytics")."""

_SAID_AS = {word: said for said, words in SAME_WORDS.items() for word in words.split()}


class Spelling(NamedTuple):
    """A name taken apart. `words` are compared in order; `telling` tell it from others of its kind.

    `short` is an abbreviation that stands in brackets behind it, `letters` the name itself where it looks like one.
    """

    words: tuple[str, ...]
    telling: frozenset[str]
    kinds: frozenset[str]
    initials: str
    letters: str
    short: str

    @property
    def starts_as_unit(self) -> bool:
        """Whether it is called after what kind of part it is: "Department of Physics"."""
        return bool(self.words) and self.words[0] in UNITS


def spelled(name: str) -> Spelling:
    """Take a name apart."""
    short = next((_letters(part) for part in ABBREVIATION.findall(name) if _letters(part)), "")
    name = ABBREVIATION.sub(" ", name).strip() if short else name
    raw = [word for word in re.findall(r"[^\W_]+", fold(name)) if word not in SMALL_WORDS]
    words = tuple(_SAID_AS.get(word, word) for word in raw)
    telling = frozenset(word.removesuffix("s") for word in words if word not in KINDS_OF_PLACE)
    initials = "".join(word[0] for word in raw)
    return Spelling(words, telling, KINDS_OF_PLACE.intersection(words), initials, _letters(name), short)


def may_be_same(first: str, second: str) -> bool:
    """Whether two names may be spellings of one: "Lund University" and "Uni Lund", "MIT" and its long name.

    A part is not the whole: "Division of Water, Lund University" is not "Lund University".
    """
    return may_be(spelled(first), spelled(second))


def may_be(one: Spelling, other: Spelling) -> bool:
    """The same of names that were taken apart before."""
    if not one.words or not other.words:
        return False
    if one.telling and one.telling == other.telling:
        return one.kinds == other.kinds or not (one.kinds and other.kinds)
    return any(_is_short_for(*pair) or _is_within(*pair) for pair in ((one, other), (other, one)))


def _is_short_for(one: Spelling, other: Spelling) -> bool:
    """By what stands in brackets, or by the first letters of at least three words."""
    letters = one.letters
    return bool(letters) and (letters == other.short or (len(letters) > 2 and letters == other.initials))


def _is_within(one: Spelling, other: Spelling) -> bool:
    """All of one name in the other, of which the rest names no part."""
    short, long = one.words, other.words
    if not one.telling or one.starts_as_unit or len(short) >= len(long):
        return False
    at = next((at for at in range(len(long) - len(short) + 1) if long[at : at + len(short)] == short), None)
    if at is None or (len(short) == 1 and (at or len(long) > LONGEST_WITH_ONE_WORD)):
        return False
    return UNITS.isdisjoint(_rest(long, at, len(short)))


def _rest(words: Sequence[str], at: int, length: int) -> tuple[str, ...]:
    return (*words[:at], *words[at + length :])


def _letters(text: str) -> str:
    """An abbreviation folded: "MIT", "U.S.G.S."; empty for what looks like none."""
    letters = "".join(letter for letter in text if letter.isalnum())
    is_one = len(letters) > 1 and " " not in text.strip() and sum(letter.isupper() for letter in letters) > 1
    return fold(letters).replace(" ", "") if is_one else ""
