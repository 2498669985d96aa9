"""Text as search and matching see it: no case, no accents, one kind of space, CJK characters apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS_WITHOUT_DECOMPOSITION = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "þ": "th",
    "æ": "ae", "œ": "oe", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɣ": "g", "ƴ": "y",
    "ƒ": "f", "ƀ": "b", "ǥ": "g", "ɨ": "i", "ʉ": "u", "ⱥ": "a",
}  # fmt: skip
"""Letters that Unicode does not take apart, and what people type for them. ß and its like are `casefold`'s work."""

PUNCTUATION = {
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "ʹ": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
    "“": '"', "”": '"', "\u0640": "", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "",
    "\u200e": "", "\u200f": "", "\u202a": "", "\u202b": "", "\u202c": "", "\u202d": "", "\u202e": "",
}  # fmt: skip
"""Look-alikes made one, and marks that cannot be seen taken out."""

LONGEST_NAME = 80
"""Texts up to here are remembered for a while: while people are compared, the same names come again and again."""

_MARKS = re.compile("[\u0300-\U0010ffff]")
_BEYOND_LATIN = re.compile("[\u2e80-\U0010ffff]")
"""Where accents and CJK characters begin: nearly all of a European text is below, and passes untouched."""
_FOLDS = str.maketrans(LETTERS_WITHOUT_DECOMPOSITION | PUNCTUATION)


def fold(text: str) -> str:
    """The text as it is compared: "Łukasz Ó  Briain" becomes "lukasz o briain", "山田" becomes "山 田".

    Folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    return _fold_name(text) if len(text) <= LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    # Compatibility forms fold to letters with case of their own (℡ to TEL), hence the second casefold.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    bare = _MARKS.sub(_without_accent, apart.translate(_FOLDS))
    if bare.isascii():
        return " ".join(bare.split())
    together = unicodedata.normalize("NFC", bare)
    return " ".join(_BEYOND_LATIN.sub(_apart, together).split())


def _without_accent(found: re.Match[str]) -> str:
    return "" if _is_accent(found[0]) else found[0]


def _apart(found: re.Match[str]) -> str:
    return f" {found[0]} " if is_cjk(found[0]) else found[0]


_fold_name = lru_cache(maxsize=4096)(_fold)


def is_cjk(letter: str) -> bool:
    """Whether a character is a word or syllable by itself: Han, kana or Hangul."""
    code = ord(letter)
    return code >= 0x2E80 and (
        0x3400 <= code <= 0x9FFF
        or 0x3041 <= code <= 0x30FF
        or 0xAC00 <= code <= 0xD7A3
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def _is_accent(letter: str) -> bool:
    """Marks that people leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels.

    The canonical combining class (UAX 44) tells them from marks that are letters in their own right, such as
    Japanese voicing (8), Indic signs (0, 7, 9) and Thai vowels (103).
    """
    if letter < "\u0300":
        return False
    mark = unicodedata.combining(letter)
    return mark == 1 or 10 <= mark <= 35 or mark >= 200
