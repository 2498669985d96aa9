"""What ties two people, or the user to somebody, and how much it asks of them to introduce along it.

Costs are small numbers: about one for an introduction between people who know each other well, more where the tie is
weaker or lies back. A tie that rested for a year costs little more (most openings come through people one is seldom in
touch with), so it is the years that count, not the weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hallway.domain.partial_dates import PartialDate
from hallway.domain.ties import KINDS

INTRODUCED_ME, INTRODUCED_THEM, TOGETHER, WORKED = "introduced me", "introduced them", "together", "worked"
SESSION, PROGRAMME, MET_THERE = "session", "programme", "met there"

COSTS = {
    "advisor": 0.7, "friend": 0.7, "family": 0.7, "co-author": 0.8, "lab-mate": 0.8, INTRODUCED_ME: 0.8,
    INTRODUCED_THEM: 0.8, "colleague": 0.9, "introduced": 0.9, "knows": 1.0, "committee": 1.0, TOGETHER: 1.0,
    WORKED: 1.2, SESSION: 1.3, PROGRAMME: 1.8, MET_THERE: 2.0,
}  # fmt: skip
"""What an introduction along each kind of tie costs while it is fresh."""

LEAST_LINK, LEAST_MINE = min(COSTS.values()), 0.3
A_YEAR_BACK, MOST_BACK = 0.1, 0.6
FIFTY_THERE = 0.8
"""Among many at one place two people may never have met."""
SELDOM = 0.6
A_YEAR_QUIET, MOST_QUIET = 0.8, 1.6
NEVER_SPOKEN, SAME_PLACE, SAME_EVENT = 2.4, 2.6, 2.9


@dataclass(frozen=True, slots=True)
class Bond:
    """One thing that ties two people: a kind of `ties.KINDS` or of above.

    A tie was written at `one`, to whom `other` is what the kind says; somebody who `INTRODUCED_ME` is `one`, and
    `other` whom the user met that way. `about` names a place or an event, `more` a session or a unit; `since` and
    `until` are partial dates or empty; `size` is how many are there in all.
    """

    kind: str
    one: int
    other: int
    about: str = ""
    more: str = ""
    since: str = ""
    until: str = ""
    size: int = 0

    @property
    def is_introduction(self) -> bool:
        """Whether the two are connected by an introduction."""
        return self.kind in (INTRODUCED_ME, INTRODUCED_THEM, "introduced")

    @property
    def is_event(self) -> bool:
        """Whether it is no more than an event that both were at."""
        return self.kind in (SESSION, PROGRAMME, MET_THERE)


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody as the user knows them. `times` counts what happened in the last two years, up to a dozen or so.

    `last_kind` and `direction` are those of the last moment. For somebody not known, `place` is where both are now and
    `event` where both were; empty for nothing in common. One does not turn to people who were archived.
    """

    id: int
    name: str
    given: str = ""
    line: str = ""
    is_known: bool = True
    last_on: date | None = None
    last_kind: str = ""
    direction: str = ""
    times: int = 0
    met_on: str = ""
    place: str = ""
    event: str = ""
    is_set_aside: bool = False


def link_cost(bond: Bond, today: date) -> float:
    """What an introduction from one to the other asks."""
    crowded = bond.size / 50 * FIFTY_THERE
    back = min(_years_since(bond.until, today) * A_YEAR_BACK, MOST_BACK)
    return COSTS.get(bond.kind, COSTS["knows"]) + crowded + back


def my_cost(one: Acquaintance, today: date) -> float | None:
    """What it asks of the user to turn to somebody; None for whom there is no way to turn to."""
    if one.is_set_aside:
        return None
    if one.is_known:
        last = one.last_on or _day_of(one.met_on)
        if last is None:
            return NEVER_SPOKEN + LEAST_MINE
        quiet = max((today - last).days, 0) / 365 * A_YEAR_QUIET
        return LEAST_MINE + min(quiet, MOST_QUIET) + SELDOM / (1 + one.times)
    return SAME_PLACE if one.place else SAME_EVENT if one.event else None


def overlap(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str] | None:
    """The time (partial dates) in which two spans surely overlap; None where they may not.

    A span whose end is empty goes on now; one whose beginning is empty began nobody knows when.
    """
    (start, end), (other_start, other_end) = one, other
    if not end and not other_end:
        return (max(start, other_start, key=_last_day) if start and other_start else "", "")
    if not (_is_date(start) and _is_date(other_start)) or not all(_is_date(one) for one in (end, other_end) if one):
        return None
    since = max(start, other_start, key=_last_day)
    until = min((one for one in (end, other_end) if one), key=_first_day)
    return (since, until) if _last_day(since) <= _first_day(until) else None


def is_tie(kind: str) -> bool:
    """Whether it is a tie that the user wrote down."""
    return kind in KINDS


def _is_date(text: str) -> bool:
    return len(text) in (4, 7, 10) and text[:4].isdigit()


def _first_day(partial: str) -> str:
    """The earliest day it can mean; as text, because these are compared by the thousand."""
    return partial + "0000-01-01"[len(partial) :]


def _last_day(partial: str) -> str:
    return partial + "0000-12-31"[len(partial) :]


def _years_since(until: str, today: date) -> int:
    return max(today.year - int(until[:4]), 0) if _is_date(until) else 0


def _day_of(partial: str) -> date | None:
    try:
        return PartialDate.parse(partial).first_day()
    except ValueError:
        return None
