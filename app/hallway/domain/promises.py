"""Promises within what was written about a talk: "I promised to send the draft by Friday. She will ask Bo.".

Only what plainly reads as one is taken, and whoever asks shows it before it is kept: a note stays a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hallway.domain.capture import read_promise

PIECE = re.compile(r"[^.;!?\n]+")
BEFORE = r"(?:.*?,\s*)?(?:and |then )?"
MINE = re.compile(
    BEFORE + r"(?:i(?:['’]ll| will| am to|['’]m to| have to| need to)"
    r"|(?:i (?:have |had )?)?promised(?: (?:her|him|them))?(?: to)?|to ?do:)\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
THEIRS = re.compile(
    BEFORE + r"(?P<who>\w[\w'’-]*)(?:['’]ll| will| is going to| promised(?: me)?(?: to)?| offered to)\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
PRONOUNS = frozenset({"she", "he", "they", "xe", "ze"})
BARE = re.compile(r"(?:send|introduce|forward)\s+\S.*", re.IGNORECASE)
"""Said by themselves these are a thing to do, as in a captured line; other verbs may tell what happened."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What one of the two promised: a sentence, and the day it is for, if one is named."""

    text: str
    due: date | None = None
    by_me: bool = True


def promises_in(words: str, today: date, first_names: frozenset[str] = frozenset()) -> tuple[Promised, ...]:
    """The promises in what was written, in order. `first_names` (in small letters) may stand in place of "she"."""
    return tuple(_found(words, today, first_names | PRONOUNS))


def _found(words: str, today: date, names: frozenset[str]) -> Iterator[Promised]:
    for piece in PIECE.findall(words):
        text = piece.strip()
        theirs = THEIRS.fullmatch(text)
        if theirs and theirs["who"].casefold() in names:
            yield Promised(*read_promise(theirs["what"], today), by_me=False)
        elif mine := MINE.fullmatch(text):
            yield Promised(*read_promise(mine["what"], today))
        elif BARE.fullmatch(text):
            yield Promised(*read_promise(text, today))
