"""A few words about somebody, for whoever brings two people together to forward."""

from __future__ import annotations

from collections.abc import Sequence

from hallway.domain.listing import listed

MOST_TOPICS = 3


def blurb(name: str, line: str, topics: Sequence[str] = (), words: str = "") -> str:
    """A few words about somebody, to be forwarded: "Ada Lovelace, Weaver at Looms Ltd. Interested in looms."."""
    told = [", ".join(part for part in (name, line) if part)]
    if words.strip():
        told.append(words.strip())
    elif topics:
        told.append(f"Interested in {listed(list(topics[:MOST_TOPICS]))}")
    return " ".join(f"{one.rstrip('.')}." for one in told if one)
