"""Links into the record itself, as calendars carry them: `hallway:person/` and the person's uid, nothing else."""

from __future__ import annotations

import re

from hallway.domain import errors

SCHEME = "hallway:"
PERSON = re.compile(r"hallway:(?://)?person/([0-9a-z-]{8,64})/?", re.IGNORECASE)


def person_link(uid: str) -> str:
    """The link back to somebody; empty for a uid that would not read back (an old import's)."""
    link = f"{SCHEME}person/{uid}"
    return link if PERSON.fullmatch(link) else ""


def is_own(link: str) -> bool:
    """Whether a link leads into a record."""
    return PERSON.fullmatch(link) is not None


def person_of(link: str) -> str:
    """The uid a link leads to. Raises `Refused` for any other text."""
    found = PERSON.fullmatch(link.strip())
    if found is None:
        raise errors.Refused("This link leads nowhere in Hallway.", "Nothing was changed.")
    return found[1].lower()
