"""A capture line while it is being read: each character's kind, and what was found so far."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from hallway.domain.capture_words import WORD
from hallway.domain.folding import fold
from hallway.domain.records import Profile

GAP = "gap"
"""What stands between two parts: a comma, a dash, an "and" between two names."""


@dataclass(frozen=True, slots=True)
class CapturedPromise:
    """Something to do. `words` is the date phrase as typed ("fri"), empty when there was none; `typed` is all of it."""

    text: str
    due: date | None = None
    words: str = ""
    by_me: bool = True
    typed: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Told:
    """What the user said of a part of the line: `text`, wherever it stands, is of this kind.

    Kinds are those of `Span` without date, and role. It holds while the text is in the line.
    """

    text: str
    kind: str


@dataclass(slots=True)
class Sheet:
    """The line, and the readings that grow on it."""

    line: str
    today: date
    organisations: dict[str, str]
    known_topics: dict[str, str]
    kinds: list[str] = field(default_factory=list)
    guessed: set[str] = field(default_factory=set)
    told: list[tuple[int, int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    organisation: str = ""
    role: str = ""
    topics: list[str] = field(default_factory=list)
    promises: list[CapturedPromise] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)

    def paint(self, start: int, end: int, kind: str) -> None:
        """Mark what is not yet marked."""
        for at in range(start, end):
            self.kinds[at] = self.kinds[at] or kind

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of it is marked."""
        return not any(self.kinds[start:end])

    def free_end(self, start: int, end: int) -> int:
        """Where the free stretch that begins at `start` ends, `end` at the latest."""
        return next((at for at in range(start, end) if self.kinds[at]), end)

    def words(self, start: int, end: int) -> list[re.Match[str]]:
        """The words of a stretch, with their places."""
        return list(WORD.finditer(self.line, start, end))


def by_fold(names: Collection[str]) -> dict[str, str]:
    """Names by how they are compared."""
    return {fold(name): name for name in names if name.strip()}


def known_at(line: str, start: int, known: dict[str, str]) -> tuple[int, str] | None:
    """The longest known name that begins at `start` and ends with a word: where it ends, and its own spelling."""
    if not known:
        return None
    ends = [word.end() for word in re.finditer(r"[^\s,;()]+", line[start : start + 200])]
    for end in reversed(ends):
        name = known.get(fold(line[start : start + end]))
        if name:
            return start + end, name
    return None
