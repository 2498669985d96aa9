"""What the user did in a stretch of time, on one page: facts in their order, and nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hallway.domain.dates import MONTH_NAMES
from hallway.domain.excerpts import shortened
from hallway.domain.papers import title_key
from hallway.domain.partial_dates import PartialDate, say_partial
from hallway.domain.sheets import Section, Sheet

WORDS = 140
"""Characters of a line that is quoted; more would not fit a page."""
USUAL_MONTHS = 4

PAPERS, TALKS, NEWS, ROLES = "Publications", "Talks", "Awards and other news", "Roles"
EVENTS, INTERVIEWS, GIVEN, PROJECTS = "Events", "Conversations about paths and work", "Given to others", "Projects"
ORDER = (PAPERS, TALKS, NEWS, ROLES, PROJECTS, EVENTS, INTERVIEWS, GIVEN)
"""The sections of the page."""
HEADING_OF = {"publication": PAPERS, "talk": TALKS, "new role": ROLES}
"""Where each kind of achievement belongs; any other is news."""


class Fact(NamedTuple):
    """Something that was, under a heading; both dates are partial, no `until` means that it was of one day.

    `goes_on` says that it began then and has not ended.
    """

    heading: str
    words: str
    since: str
    until: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time, both days in it."""

    first: date
    last: date

    def holds(self, fact: Fact) -> bool:
        """Whether it was in that time, as far as is known; without any date nobody knows."""
        if not fact.since and not fact.until:
            return fact.goes_on
        begins = PartialDate.parse(fact.since or fact.until).first_day()
        ends = date.max if fact.goes_on else PartialDate.parse(fact.until or fact.since).last_day()
        return begins <= self.last and ends >= self.first


def sheet_of(name: str, term: Term, facts: Iterable[Fact]) -> Sheet:
    """The page; headings about which nothing is known are left out, and what stands twice stands once."""
    held = sorted((fact for fact in facts if term.holds(fact)), key=lambda fact: fact.since or fact.until)
    once = {(fact.heading, fact.since, _what(fact)): fact for fact in reversed(held)}
    held = [fact for fact in held if once[fact.heading, fact.since, _what(fact)] is fact]
    sections = (Section(heading, tuple(_lines(held, heading))) for heading in ORDER)
    title = f"{name}: what I did" if name else "What I did"
    return Sheet(title, (f"{_say(term.first)} to {_say(term.last)}",), tuple(one for one in sections if one.lines))


def _what(fact: Fact) -> str:
    """What it was, without where: a talk may be noted as news and stand in a programme as well."""
    return title_key(fact.words.partition(", at ")[0])


def _lines(facts: Iterable[Fact], heading: str) -> Iterator[str]:
    for fact in facts:
        if fact.heading == heading:
            words = shortened(fact.words, WORDS)
            when = _when(fact)
            yield f"{words}, {when}" if when else words


def _when(fact: Fact) -> str:
    if fact.goes_on:
        return f"since {say_partial(fact.since)}" if fact.since else ""
    if fact.until and fact.since and fact.until != fact.since:
        return f"{say_partial(fact.since)} to {say_partial(fact.until)}"
    return say_partial(fact.since or fact.until)


def _say(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
