"""Places of work and study, funders, societies, groups online."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hallway.domain.folding import fold

KINDS = (
    "university", "department", "lab", "hospital", "company", "funder", "learned society", "alumni network",
    "online group", "committee", "other",
)  # fmt: skip

UNNAMED = "Somewhere"
"""Where a role belongs whose organisation nobody wrote down."""

SMALL_WORDS = frozenset("the of at for de der des du la le van och and und et y i in".split())
KIND_WORDS = frozenset(
    "university universitet universitetet universitat universite uni college institute institut".split()
    + "department school faculty centre center".split()
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation; `people_now` and `people_before` count affiliations that stand and that ended.

    `parent` is the name of what it is part of, `parent_id` 0 for nothing.
    """

    id: int
    name: str
    kind: str = "other"
    place: str = ""
    web: str = ""
    people_now: int = 0
    people_before: int = 0
    notes: str = ""
    parent_id: int = 0
    parent: str = ""
    is_let_go: bool = False


def may_be_same(first: str, second: str) -> bool:
    """Whether two names may be spellings of one: "Lund University" and "Uni Lund", "MIT" and its long name.

    Only a question to ask, never a reason to merge.
    """
    one, other = _words(first), _words(second)
    if not one or not other:
        return False
    telling, others_telling = one_telling(one), one_telling(other)
    if telling and telling == others_telling:
        return True
    return _is_short_for(first, other) or _is_short_for(second, one)


def one_telling(words: list[str]) -> frozenset[str]:
    """The words that tell a place from others of its kind, whose ends differ from language to language."""
    return frozenset(word.removesuffix("s") for word in words if word not in KIND_WORDS)


def _is_short_for(short: str, words: list[str]) -> bool:
    letters = "".join(letter for letter in short if letter.isalnum())
    initials = "".join(word[0] for word in words)
    return 2 < len(letters) == len(words) and letters.isupper() and letters.lower() == initials


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", fold(name)) if word not in SMALL_WORDS]
