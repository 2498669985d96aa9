"""A whole wish typed into the palette: "follow up samir fri" becomes one finished action, spelled out before Enter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hallway.domain.date_words import find_day

VERBS = {
    "follow up": "check-in", "check in": "check-in", "say hello": "check-in", "write": "check-in",
    "log": "log", "talked": "log", "spoke": "log", "met": "log",
}  # fmt: skip
JOINS = re.compile(r"^(?:with|to|on|in)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done (`verb`: check-in or log), with whom (words to search by), and on which day, if said."""

    verb: str
    whom: str
    on: date | None


def read_wish(text: str, today: date) -> Wish | None:
    """The wish in the text, or None when it begins with none of the verbs or names nobody."""
    lowered = text.strip().casefold()
    for words, verb in VERBS.items():
        if lowered.startswith(words + " "):
            rest = text.strip()[len(words) + 1 :]
            found = find_day(rest, today)
            whom = rest[: found.start] + rest[found.end :] if found else rest
            whom = JOINS.sub("", " ".join(whom.split())).strip()
            return Wish(verb, whom, found.day if found else None) if whom else None
    return None
