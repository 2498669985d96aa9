"""Drafts of open editors: kept while one writes, let go when it is saved or left, offered after an unclean end."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hallway.store import drafts as store
from hallway.store.work import View, Work

MOST_SIGNS = 200_000
"""Of one draft; more than that is no typing."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being written. `place` tells whose draft it is; `about` is the editor's name.

    `room` is where the window was (room, kind, id), `action` what opened the editor, if that is known; `fields` are
    the words by the names of their fields.
    """

    place: str
    about: str
    room: tuple[Any, ...] = ()
    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def keep(step: Work, draft: Draft) -> None:
    """Keep a draft, in place of what was kept of it before; no step of the history."""
    told = {"about": draft.about, "room": list(draft.room), "action": draft.action, "fields": draft.fields}
    words = json.dumps(told)
    if len(words) <= MOST_SIGNS:
        store.keep(step, draft.place, words)


def let_go(step: Work, *places: str) -> None:
    """Forget these."""
    for place in places:
        store.let_go(step, place)


def listed(look: View) -> tuple[Draft, ...]:
    """All drafts, the newest first; one that does not read is left out."""
    found = []
    for kept in store.listed(look):
        with suppress(ValueError, TypeError, AttributeError, KeyError):
            told = json.loads(kept.fields)
            fields = {str(name): str(words) for name, words in told["fields"].items()}
            found.append(Draft(kept.place, str(told["about"]), tuple(told["room"]), str(told["action"]), fields))
    return tuple(found)
