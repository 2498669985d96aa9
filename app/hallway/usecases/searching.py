"""Find anything, and remember what was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from hallway.store import choices, named, search
from hallway.store.choices import Choice
from hallway.store.search import Hit
from hallway.store.work import View, Work

__all__ = ["Choice", "Hit"]


def find(look: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """People first, then events, then timeline entries."""
    return search.everything(look, words, limit)


def find_people(look: View, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """People only; in a big record, the first keystrokes look for slips among as many names as can be read by then."""
    return search.people(look, words, limit, named.soon(look))


def people_named(look: View, words: str, limit: int = 5) -> tuple[Hit, ...]:
    """Those who may be meant by a name; what is written about people does not count."""
    return search.people_named(look, words, limit)


def lately(look: View, limit: int = 4) -> tuple[Hit, ...]:
    """The people chosen most before, for a field in which nothing is typed yet."""
    return search.lately(look, limit)


def find_each(look: View, words: str, most: Mapping[str, int]) -> dict[str, tuple[Hit, ...]]:
    """The best hits of each kind in `most`, so many of each at most, as far as `read_names` has come."""
    found: dict[str, tuple[Hit, ...]] = {}
    for kind, limit in most.items():
        match kind:
            case "person":
                found[kind] = search.people(look, words, limit, named.names(look))
            case "event":
                found[kind] = search.events(look, words, limit)
            case "moment":
                found[kind] = search.moments(look, words, limit)
            case _:
                found[kind] = search.by_name(look, kind, words, limit)
    return found


def read_names(look: View) -> bool:
    """Take in some more names, for slips of the keyboard and initials; whether all are there. Takes a few ms."""
    return named.grow(look)


def chosen(look: View) -> Mapping[tuple[str, str], Choice]:
    """What was chosen before, by kind and subject: how often, and when last."""
    return choices.chosen(look)


def remember(step: Work, kind: str, subject: str) -> None:
    """Remember a choice: it ranks first the next time. Files no step of the history."""
    choices.add(step, kind, subject)
