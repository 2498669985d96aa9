"""How people stand to each other: a few kinds, each with its word as seen from either side."""

from __future__ import annotations

from dataclasses import dataclass

KINDS: dict[str, tuple[str, str]] = {
    "advisor": ("advisor", "advises them"),
    "committee": ("on the committee", "whose committee they are on"),
    "co-author": ("co-author", "co-author"),
    "lab-mate": ("lab-mate", "lab-mate"),
    "colleague": ("colleague", "colleague"),
    "friend": ("friend", "friend"),
    "family": ("family", "family"),
    "introduced": ("introduced them", "introduced by them"),
    "knows": ("they know each other", "they know each other"),
}
"""What the other is to the person the tie was written at, and what that person is to the other."""


@dataclass(frozen=True, slots=True)
class TieSeen:
    """A tie as one of the two sees it. `is_theirs` says that it was written at the other's side.

    `since` and `until` are partial dates ("2019") or empty.
    """

    id: int
    other_id: int
    other: str
    kind: str
    since: str = ""
    until: str = ""
    is_theirs: bool = False

    @property
    def words(self) -> str:
        """What the other is: "advisor", "co-author, since 2021"."""
        here, there = KINDS.get(self.kind, (self.kind, self.kind))
        return (there if self.is_theirs else here) + _span(self.since, self.until)


def is_same_both_ways(kind: str) -> bool:
    """Whether the two may change places without changing what is said."""
    here, there = KINDS.get(kind, (kind, kind))
    return here == there


def _span(since: str, until: str) -> str:
    first, last = since[:4], until[:4]
    if first and last:
        return f", {first}" if first == last else f", {first} to {last}"
    return f", since {first}" if first else f", until {last}" if last else ""
