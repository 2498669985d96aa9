"""One name, several spellings: what is left of a word when only its sound counts.

Scripts are carried over into Latin letters by many rules (ü to u or ue, й to y, i or j), and people write what they
hear (Schmidt, Schmitt). Both ways of writing end in the same letters here. The rules are about letters, never about
names.
"""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED = 16_384
"""Words kept with their sound: a large record has fewer different names than people."""

SOUNDS = (
    ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "Z"), ("sz", "S"), ("cz", "C"), ("ch", "C"), ("sh", "S"),
    ("kh", "h"), ("gh", "g"), ("zh", "Z"), ("dj", "i"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"),
    ("qu", "kv"), ("tz", "ts"), ("x", "ks"), ("w", "v"), ("q", "k"), ("c", "k"),
    ("eau", "o"), ("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ai", "ai"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("ie", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
"""Letters that stand for one sound, the longer ones first; capitals are sounds that no single letter has."""

_TOGETHER = re.compile("|".join(letters for letters, _ in SOUNDS))
_SOUND = dict(SOUNDS)
_MUTE_H = re.compile("(?<=[aeiou])h(?![aeiou])")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """What a folded word sounds like, roughly: "mueller" and "muller" are both "muler". An initial stays as it is."""
    if len(word) == 1 or not word.isascii():
        return word
    bare = _MUTE_H.sub("", word)
    return _DOUBLED.sub(r"\1", _TOGETHER.sub(lambda found: _SOUND[found.group()], bare))
