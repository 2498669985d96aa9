"""Days off from a calendar file: read, looked at, taken over as one step, and taken away again by file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from hallway.domain import errors
from hallway.domain.days_off import DayOff, Offer, offer
from hallway.domain.plan import Pause
from hallway.store import planning as store
from hallway.store.work import View, Work

__all__ = ["DayOff", "Offer", "add", "offered", "remove"]

NO_CALENDAR = "This file is no calendar."


def offered(look: View, name: str, data: bytes) -> Offer:
    """What a calendar file offers as days off. Raises `Refused` for a file that is none or holds no day to come."""
    from hallway.formats import ics, kinds  # with the first such file

    if kinds.recognise(data, name) != "ics":
        raise errors.Refused(NO_CALENDAR, do="Choose a file that ends in .ics.")
    parsed = ics.read(data)
    known = frozenset((one.start, one.end, one.reason) for _, person, one in store.pauses(look) if person is None)
    found = offer(PurePath(name).name, parsed.records, look.today, known)
    if not found.days:
        raise errors.Refused("This calendar holds no day that is still to come.", safe="Nothing was changed.")
    remarks = tuple(dict.fromkeys(one.what for one in parsed.complaints))
    return replace(found, remarks=(*found.remarks, *remarks))


def add(step: Work, source: str, days: Sequence[DayOff]) -> None:
    """Take these days off; those that are off already are left as they are. Raises `Refused` without any."""
    fresh = [one for one in days if not one.known]
    if not fresh:
        raise errors.Refused("No day is chosen that is not off already.")
    for one in fresh:
        store.add_pause(step, Pause(one.start, one.end, one.title, source))
    count = "1 day off" if len(fresh) == 1 and fresh[0].start == fresh[0].end else f"Days off: {len(fresh)}"
    step.label = f"{count} from {source}"


def remove(step: Work, source: str) -> None:
    """Take away all days off that came from a file."""
    step.label = f"Took away the days off from {source}"
    store.remove_days_off(step, source)
