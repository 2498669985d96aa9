"""How often a person wants to be in touch, and the day that wish falls on.

Nothing here is stored: the next check-in is derived from the record each time, so a conversation entered later never
moves it backwards and deleting one puts it right again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

NO_RHYTHM = 0
"""A person's own rhythm when they have none on purpose, whatever their groups say."""

LONGEST_RHYTHM = 36_525
"""A hundred years, in days: anything longer is a slip of the keyboard."""

DAYS_WITH_CONTACT_FOR_A_GAP = 3


@dataclass(frozen=True, slots=True)
class Preset:
    """A rhythm offered by name; `days` between check-ins."""

    days: int
    name: str


PRESETS = (
    Preset(21, "every 3 weeks"),
    Preset(60, "every two months"),
    Preset(90, "each season"),
    Preset(182, "twice a year"),
    Preset(365, "yearly"),
)


def rhythm_of(own: int | None, group_defaults: Iterable[int]) -> int | None:
    """The rhythm in days: the person's own, else the shortest of their groups', else None.

    `own` 0 means none on purpose; group defaults of 0 say nothing.
    """
    if own is not None:
        return own if own > NO_RHYTHM else None
    return min((days for days in group_defaults if days > NO_RHYTHM), default=None)


def next_wish(rhythm_days: int, last_counting: date | None, met_on: date | None, added_on: date) -> date:
    """The day the next check-in is wished for.

    Counts from the last interaction that counts; without one from the day of meeting, else the day of adding, so that
    people never written to come up as well. Past days stay as they are: a wish waits.
    """
    start = last_counting or met_on or added_on
    return date.fromordinal(min(start.toordinal() + rhythm_days, date.max.toordinal()))


def say_rhythm(days: int | None) -> str:
    """ "each season", "every 4 weeks", "every 100 days"; "no rhythm" for None or 0."""
    if not days:
        return "no rhythm"
    named = {preset.days: preset.name for preset in PRESETS} | {1: "every day", 7: "every week"}
    if days in named:
        return named[days]
    for length, unit in ((365, "years"), (7, "weeks")):
        if days % length == 0:
            return f"every {days // length} {unit}"
    return f"every {days} days"


def longer_preset(days: int) -> int:
    """The next longer preset; beyond the longest, twice as long."""
    return next((preset.days for preset in PRESETS if preset.days > days), min(2 * days, LONGEST_RHYTHM))


def usual_gap(days_of_contacts: Iterable[date]) -> int | None:
    """The median number of days between days with contact; None with fewer than three such days."""
    days = sorted(set(days_of_contacts))
    if len(days) < DAYS_WITH_CONTACT_FOR_A_GAP:
        return None
    gaps = sorted((later - earlier) // timedelta(1) for earlier, later in pairwise(days))
    return gaps[(len(gaps) - 1) // 2]
