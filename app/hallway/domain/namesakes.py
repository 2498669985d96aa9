"""How two names stand to each other: one name in another spelling, an initial, a new family name, or strangers.

Nothing here knows a list of names; what counts is letters, their sounds and the order of the words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from hallway.domain.matching import likeness, name_words
from hallway.domain.spelling import sound

LIKE_GIVEN, LIKE_FAMILY = 0.87, 0.92
SHORT_FORM, CUT_OFF = 3, 3
"""A short form has at least three letters and leaves out three: Chris for Christopher, but Paul is not Paula."""
TELLING = 5
"""Shorter words are too close to each other for a slip of the pen to be told from another name: Wei, Mei, Lei."""


class Kinship(Enum):
    """What two names are to each other, the closest first."""

    SAME = "same"
    TURNED = "other order"
    SPELLED = "spelled alike"
    FULLER = "further words"
    SHORT = "short form"
    INITIAL = "initial"
    LIKE = "nearly alike"
    GIVEN = "same given name"
    ONE_WORD = "one word of it"
    OTHER_SCRIPT = "other script"
    NEAR = "given names with another ending"
    FAMILY = "same family name"
    STRANGERS = "nothing in common"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name as it sounds. `words` are folded, `sounds` the same by sound; `rounds` are the sounds joined, beginning
    at each of the words in turn: where a hyphen stands and which word comes first makes no difference to them.
    """

    written: str
    words: tuple[str, ...]
    given: str
    family: str
    sounds: tuple[str, ...]
    rounds: frozenset[str]

    def turned(self) -> Spoken:
        """The same name read with the family first."""
        return Spoken(self.written, self.words, self.family, self.given, self.sounds, self.rounds)


@lru_cache(maxsize=4096)
def spoken(name: str) -> Spoken:
    """A name as it is compared."""
    parts = name_words(name)
    given, additional, family = (part.split() for part in (parts.given, parts.additional, parts.family))
    words = (*given, *additional, *family)
    sounds = tuple(map(sound, words))
    rounds = frozenset("".join((*sounds[at:], *sounds[:at])) for at in range(len(sounds)))
    return Spoken(name, words, "".join(map(sound, given)), "".join(map(sound, family)), sounds, rounds)


def kinship(one: Spoken, other: Spoken) -> Kinship:
    """How two names stand to each other, at its closest."""
    if not one.words or not other.words:
        return Kinship.OTHER_SCRIPT
    if sorted(one.words) == sorted(other.words):
        return _of_same_words(one, other)
    if one.written.isascii() != other.written.isascii() and _script(one) != _script(other):
        return Kinship.OTHER_SCRIPT
    if len(one.words) == 1 or len(other.words) == 1:
        return _of_one_word(one, other)
    readings = ((one, other), (one, other.turned()), (one.turned(), other))
    found = (kind for kind, holds in TESTS if any(holds(*reading) for reading in readings))
    return next(found, Kinship.STRANGERS)


def _of_same_words(one: Spoken, other: Spoken) -> Kinship:
    if len(one.words) == 1:
        return Kinship.ONE_WORD
    if len(one.given) == 1 or len(one.family) == 1:
        return Kinship.INITIAL
    return Kinship.SAME if one.words == other.words else Kinship.TURNED


def _of_one_word(one: Spoken, other: Spoken) -> Kinship:
    if one.rounds & other.rounds:
        return Kinship.SPELLED
    return Kinship.ONE_WORD if set(one.sounds) & set(other.sounds) else Kinship.STRANGERS


def _script(name: Spoken) -> bool:
    """Whether the name is in Latin letters; folding leaves no accents on them."""
    return name.words[0].isascii()


def _is_spelled_alike(one: Spoken, other: Spoken) -> bool:
    return not one.rounds.isdisjoint(other.rounds)


def _is_fuller(one: Spoken, other: Spoken) -> bool:
    """One has words more, or an initial where the other has a middle name; the given name is the same."""
    if one.given != other.given or len(one.given) == 1:
        return False
    short, long = sorted((one, other), key=lambda name: len("".join(name.words)))
    return all(_is_word_of(word, long) for word in short.words)


def _is_word_of(word: str, name: Spoken) -> bool:
    if len(word) == 1:
        return any(theirs.startswith(word) for theirs in name.words)
    return sound(word) in name.sounds


def _is_short(one: Spoken, other: Spoken) -> bool:
    short, long = sorted((one.given, other.given), key=len)
    cut = len(long) - len(short)
    return one.family == other.family and len(short) >= SHORT_FORM and cut >= CUT_OFF and long.startswith(short)


def _is_initial(one: Spoken, other: Spoken) -> bool:
    short, long = sorted((one, other), key=lambda name: len(name.given))
    stands_for = any(word[0] == short.given and long.given.startswith(sound(word)) for word in long.words)
    return one.family == other.family and len(one.family) > 1 and len(short.given) == 1 and stands_for


def _is_like(one: Spoken, other: Spoken) -> bool:
    """A slip of the pen in one of them; where both are the same, it is a middle name that differs."""
    if (one.given, one.family) == (other.given, other.family):
        return False
    return _alike(one.given, other.given, LIKE_GIVEN) and _alike(one.family, other.family, LIKE_FAMILY)


def _alike(one: str, other: str, least: float) -> bool:
    """Alike but for a slip. What differs in its ending alone is another name: Maria and Mario, Paul and Paula."""
    if one == other:
        return len(one) > 1
    long_enough = min(len(one), len(other)) >= TELLING
    return long_enough and not _differ_in_ending(one, other) and likeness(one, other) >= least


def _differ_in_ending(one: str, other: str) -> bool:
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return max(len(one), len(other)) - same <= 2


def _same_given(one: Spoken, other: Spoken) -> bool:
    return one.given == other.given and len(one.given) > 1


def _is_near(one: Spoken, other: Spoken) -> bool:
    near = one.given[:2] == other.given[:2] and likeness(one.given, other.given) >= LIKE_GIVEN
    return one.family == other.family and near


def _same_family(one: Spoken, other: Spoken) -> bool:
    return one.family == other.family


TESTS: tuple[tuple[Kinship, Callable[[Spoken, Spoken], bool]], ...] = (
    (Kinship.SPELLED, _is_spelled_alike), (Kinship.INITIAL, _is_initial), (Kinship.FULLER, _is_fuller),
    (Kinship.SHORT, _is_short), (Kinship.LIKE, _is_like), (Kinship.NEAR, _is_near),
    (Kinship.GIVEN, _same_given), (Kinship.FAMILY, _same_family),
)  # fmt: skip
"""Asked one after the other; the first that holds is what the names are."""

WORDS = {
    Kinship.SAME: "the same name",
    Kinship.TURNED: "“{one}” and “{other}” are the same words in another order",
    Kinship.SPELLED: "“{one}” and “{other}” are spelled alike",
    Kinship.FULLER: "“{long}” is “{short}” written more fully",
    Kinship.SHORT: "“{short}” may be short for “{long}”",
    Kinship.INITIAL: "“{short}” may stand for “{long}”",
    Kinship.LIKE: "“{one}” and “{other}” are spelled nearly alike",
    Kinship.GIVEN: "the same given name",
    Kinship.ONE_WORD: "“{short}” is a part of “{long}”",
    Kinship.NEAR: "“{one}” and “{other}” are two given names",
    Kinship.FAMILY: "another given name",
    Kinship.STRANGERS: "the names have nothing in common",
}


def say_kinship(kind: Kinship, one: Spoken, other: Spoken) -> str:
    """The reason in words; empty where the names give none."""
    short, long = sorted((one.written, other.written), key=len)
    if kind is Kinship.INITIAL and one.words == other.words:
        return "the same initial and family name"
    if kind is Kinship.ONE_WORD and one.words == other.words:
        return "the same name"
    return WORDS.get(kind, "").format(one=one.written, other=other.written, short=short, long=long)
