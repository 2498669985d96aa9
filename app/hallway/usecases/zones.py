"""Time zones by name and by town: what completes while one types, and what time it is there."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from hallway.domain import errors
from hallway.domain.cities import ZONE_OF_CITY
from hallway.domain.folding import fold

LEGACY = ("Etc/", "SystemV/", "US/", "posix/", "right/")


class Known(NamedTuple):
    """A town or zone that can be found: what is shown, its zone, and folded words of the town and of all of it."""

    shown: str
    zone: str
    town: str
    words: str

    @property
    def is_namesake(self) -> bool:
        """Whether the zone is named after the town."""
        return _key(self.zone).endswith(self.town)


def offered(words: str, most: int = 8) -> tuple[tuple[str, str], ...]:
    """What the words may mean, each as (what is shown, zone): towns that begin so, then all that hold it.

    "san fr" offers ("San Francisco · America/Los_Angeles", "America/Los_Angeles").
    """
    needle = _key(words)
    if not needle:
        return ()
    found = [one for one in _known() if needle in one.words]
    found.sort(key=lambda one: (
        one.town != needle, not one.town.startswith(needle), not one.is_namesake, f" {needle}" not in one.words,
    ))  # fmt: skip
    return tuple((one.shown, one.zone) for one in found[:most])


def checked(words: str) -> str:
    """The name of the zone that is meant: "europe/lisbon", "Lisbon" and "UTC" are understood. Raises `Refused`."""
    if words in _names():
        return words
    needle = _key(words)
    for one in _known():
        if needle in (one.town, one.words, _key(one.zone)):
            return one.zone
    raise errors.Refused("This is no time zone that is known here.", do="Write a town, or a zone like Europe/Lisbon.")


def of_place(place: str) -> str:
    """The zone of a place that begins with a town known here ("Lisbon, Portugal"), else nothing."""
    town = _key(place.partition(",")[0])
    return next((one.zone for one in _known() if one.town == town), "") if town else ""


def time_in(zone: str, now: datetime) -> datetime | None:
    """The moment as clocks in a zone show it; None for a name that is no zone."""
    try:
        return now.astimezone(ZoneInfo(zone)) if zone else None
    except (LookupError, ValueError, OSError):  # ZoneInfoNotFoundError is a LookupError
        return None


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _known() -> tuple[Known, ...]:
    """Every town of the table, and every zone that is named after a town."""
    towns = [(town, zone) for town, zone in ZONE_OF_CITY.items() if zone in _names()]
    zones = [zone for zone in sorted(_names()) if "/" in zone and not zone.startswith(LEGACY)]
    towns += [(zone.rpartition("/")[2].replace("_", " "), zone) for zone in zones]
    named = {f"{town} · {zone}": (town, zone) for town, zone in (*towns, ("UTC", "UTC"))}
    return tuple(Known(shown, zone, _key(town), _key(shown)) for shown, (town, zone) in sorted(named.items()))


def _key(words: str) -> str:
    return fold(words.replace("/", " ").replace("_", " ").replace("·", " "))
