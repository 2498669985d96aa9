"""Find anything: people, events and what happened."""

from __future__ import annotations

from hallway.store import search
from hallway.store.search import Hit
from hallway.store.work import View

__all__ = ["Hit"]


def find(look: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """People first, then events, then timeline entries."""
    return search.everything(look, words, limit)


def find_people(look: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """People only."""
    return search.people(look, words, limit)


def find_each(look: View, words: str, people: int, moments: int, events: int) -> dict[str, tuple[Hit, ...]]:
    """The best hits of each kind, so many of each at most."""
    return {
        "person": search.people(look, words, people),
        "event": search.events(look, words, events),
        "moment": search.moments(look, words, moments),
    }
