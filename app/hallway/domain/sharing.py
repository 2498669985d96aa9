"""Things worth sharing, and favours: facts in sentences, never a balance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from hallway.domain.dates import say_day

KINDS: Final = ("article", "call", "opening", "idea", "other")
FAVOUR_KINDS: Final = (
    "article", "job opening", "introduction", "feedback", "data", "advice", "review", "time", "other",
)  # fmt: skip
GIVEN, RECEIVED, OFFERED = "given", "received", "offered"
DIRECTIONS: Final = (GIVEN, RECEIVED, OFFERED)

LINK: Final = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST_TITLE, LONGEST_TEXT = 300, 20_000

_WORDS: Final = {
    "article": "an article", "job opening": "a job opening", "introduction": "an introduction", "feedback": "feedback",
    "data": "data", "advice": "advice", "review": "a review", "time": "time", "other": "a hand",
}  # fmt: skip
_GIVING: Final = {"article": "sent", "job opening": "sent", "data": "sent", "introduction": "made", "review": "wrote"}


class Went(NamedTuple):
    """To whom a thing went, and when."""

    person_id: int
    person: str
    on: date


@dataclass(frozen=True, slots=True)
class Resource:
    """An article, a call, an opening or an idea; `went` tells to whom, the latest first."""

    title: str
    kind: str = "article"
    link: str = ""
    text: str = ""
    authors: str = ""
    topics: tuple[str, ...] = ()
    added_on: date | None = None
    went: tuple[Went, ...] = ()
    id: int = 0

    @property
    def words(self) -> str:
        """Everything it is about, for finding who would want it."""
        return "\n".join(part for part in (self.title, " ".join(self.topics), self.text) if part)


@dataclass(frozen=True, slots=True)
class Favour:
    """Something given, received or offered. `resource` is the title of what was shared, if any."""

    person_id: int
    direction: str = GIVEN
    kind: str = "other"
    text: str = ""
    on: date | None = None
    resource_id: int | None = None
    interaction_id: int | None = None
    person: str = ""
    resource: str = ""
    id: int = 0


def say_favour(one: Favour, today: date) -> str:
    """A favour as a fact: "You sent an article on Wednesday 4 March", "They gave you feedback", "You offered data"."""
    what = _WORDS[one.kind]
    when = f" on {say_day(one.on, today)}" if one.on else ""
    if one.direction == OFFERED:
        return f"You offered {what}{when}"
    verb = _GIVING.get(one.kind, "gave")
    if one.direction == GIVEN:
        return f"You {verb} {'them ' if verb != 'wrote' and one.kind != 'introduction' else ''}{what}{when}"
    return f"They {verb} you {what}{when}" if verb == "gave" or verb == "sent" else f"They {verb} {what} for you{when}"


THANKED_FOR: Final = {
    "article": "the article", "job opening": "word of the opening", "introduction": "the introduction",
    "feedback": "the feedback", "data": "the data", "advice": "the advice", "review": "the review",
    "time": "the time you gave me", "other": "the favour",
}  # fmt: skip
"""A favour received, as one gives thanks for it."""


def read_shared(text: str) -> Resource:
    """What was pasted, as a thing to share: its first line is the title, a link in it the link, the rest the text."""
    words = text.replace("\r", "\n").strip()[:LONGEST_TEXT]
    found = LINK.search(words)
    link = found[0].rstrip(".,;)>]") if found else ""
    rest = words.replace(link, "") if link else words
    lines = [line.strip() for line in rest.splitlines() if line.strip()]
    title = (lines[0] if lines else link)[:LONGEST_TITLE]
    kind = next((kind for kind, signs in _SIGNS if any(sign in words.casefold() for sign in signs)), "article")
    return Resource(title, kind, link, "\n".join(lines[1:]))


_SIGNS: Final = (
    ("call", ("call for", "submission", "abstracts due", "special issue")),
    ("opening", ("position", "vacancy", "postdoc", "apply by", "fellowship", "we are hiring", "stelle")),
)
