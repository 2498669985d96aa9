"""Which time zone a TZID stands for: the file's own definition, else an IANA name, else one of Windows' names."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from hallway.formats.ics_components import CalendarPart

_IANA_FORM: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}", re.ASCII)
_NOT_ZONES: Final = frozenset({"localtime", "posixrules", "factory", "posix", "right"})
_OFFSET: Final = re.compile(r"(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?", re.ASCII)
_MAX_ZONE_TEXT: Final = 50_000
_MAX_RULES: Final = 40
_PROBES: Final = tuple(datetime(year, month, 15) for year in (2024, 2026) for month in (1, 4, 7, 10))


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone to read local times in. `name` is an IANA name or empty; `guess` says how sure we are, in words.

    Without rules nobody knows the zone: a time is then on the clock of wherever the event is.
    """

    rules: tzinfo | None
    name: str = ""
    guess: str = ""

    def moment(self, local: datetime) -> datetime:
        """The moment of a local time, shown in the named zone where there is one.

        Raises ValueError or OverflowError at the ends of the calendar.
        """
        if self.rules is None:
            return local
        offset = _offset(self.rules, local) or timedelta()
        if self.name:
            return (local - offset).replace(tzinfo=UTC).astimezone(ZoneInfo(self.name))
        return local.replace(tzinfo=timezone(offset))


@dataclass(slots=True)
class ZoneFinder:
    """Finds zones for one VCALENDAR and remembers them; `named` are those in which its events begin."""

    calendar: CalendarPart
    fallback: str
    named: frozenset[str] = frozenset()
    _found: dict[str, Zone] = field(default_factory=dict)

    def find(self, tzid: str) -> Zone:
        """The zone of a TZID, which may be empty (a floating time)."""
        tzid = tzid.strip().strip('"').strip()
        if tzid not in self._found:
            self._found[tzid] = self._look_up(tzid)
        return self._found[tzid]

    def home(self) -> ZoneInfo:
        """The zone the calendar says it lives in, else UTC."""
        return ZoneInfo(self._home() or "UTC")

    def _home(self) -> str:
        """X-WR-TIMEZONE; some sites write VTIMEZONE as if it were a property."""
        said = self.calendar.properties
        return known_name(said.get("X-WR-TIMEZONE", "")) or known_name(said.get("VTIMEZONE", ""))

    def _look_up(self, tzid: str) -> Zone:
        name = known_name(tzid)
        if tzid in self.calendar.zones:
            rules = _own_rules(self.calendar.zones[tzid])
            if rules is not None and not (name and _agree(rules, ZoneInfo(name))):
                return Zone(rules, name)
        if name:
            return Zone(ZoneInfo(name), name)
        home = self._home()
        if home:
            return Zone(ZoneInfo(home), home, f"“{tzid[:100]}”, read as {home}" if tzid else "")
        return _by_display_name(tzid) or self._fallback(tzid)

    def _fallback(self, tzid: str) -> Zone:
        """The zone the reader was told; for a floating time, the one zone that the other events name; else none."""
        others = {known_name(other) for other in self.named} - {""}
        name = known_name(self.fallback) or (others.pop() if not tzid and len(others) == 1 else "")
        what = f"“{tzid[:100]}”, which nobody knows" if tzid else "not told"
        if name:
            return Zone(ZoneInfo(name), name, f"{what}; read as {name}")
        return Zone(None, "", f"{what}; it was read as the time at the event")


def _offset(rules: tzinfo, local: datetime) -> timedelta | None:
    """The offset at a local time. Rules from a file may raise anything; here that is ValueError."""
    try:
        return local.replace(tzinfo=rules).utcoffset()
    except Exception as error:
        raise ValueError("the rules of the zone fail") from error


def _agree(rules: tzinfo, known: tzinfo) -> bool:
    """True when a file's own rules say what the known zone says today; the latter is quicker and knows the past."""
    return all(_offset(rules, probe) == _offset(known, probe) for probe in _PROBES)


@cache
def known_name(tzid: str) -> str:
    """The IANA name for a TZID: itself, its end (`/vendor/Europe/Berlin`), or the translation of a Windows name."""
    tzid = tzid.strip().strip('"')
    if not tzid or len(tzid) > 200:
        return ""
    parts = tzid.strip("/").split("/")
    for size in (3, 2, 1):
        if (size == 1 and len(parts) > 1) or len(parts) < size:
            continue
        name = "/".join(parts[-size:])
        if _exists(name):
            return name
    return _from_windows(tzid)


@cache
def _exists(name: str) -> bool:
    if not _IANA_FORM.fullmatch(name) or name.partition("/")[0].lower() in _NOT_ZONES:
        return False
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _from_windows(tzid: str) -> str:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # late: a tenth of a second

    name = WINDOWS_TO_OLSON.get(tzid, "")
    return name if name and _exists(name) else ""


def _by_display_name(tzid: str) -> Zone | None:
    """The zone of a name like `(UTC+01:00) Amsterdam, Berlin`, by a city whose offset agrees, else the bare offset."""
    match = _OFFSET.search(tzid[:200])
    if not match:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if offset >= timedelta(hours=16):
        return None
    offset = -offset if match[1] == "-" else offset
    for city in re.split(r"[,()]", tzid[match.end() : 200]):
        name = _cities().get(city.strip().lower(), "")
        if name and _winter_offset(name) == offset:
            return Zone(ZoneInfo(name), name, f"“{tzid[:100]}”, read as {name}")
    return Zone(timezone(offset), "", f"“{tzid[:100]}”, read as a fixed offset without summer time")


@cache
def _cities() -> dict[str, str]:
    """City names, in small letters, with their IANA zones, and the four belts of the United States."""
    known = {name.rpartition("/")[2].replace("_", " ").lower(): name for name in sorted(available_timezones())}
    return known | {
        "eastern time": "America/New_York",
        "central time": "America/Chicago",
        "mountain time": "America/Denver",
        "pacific time": "America/Los_Angeles",
    }


def _winter_offset(name: str) -> timedelta | None:
    zone = ZoneInfo(name)
    offsets = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    return min(offset for offset in offsets if offset is not None)


@cache
def _own_rules(raw: str) -> tzinfo | None:
    """The rules of a VTIMEZONE (RFC 5545, section 3.6.5), or None when it is too damaged to use."""
    from icalendar import Timezone  # late: a tenth of a second

    endless = re.search(r"FREQ=(?!YEARLY)|INTERVAL=0", raw, re.IGNORECASE)
    if endless or len(raw) > _MAX_ZONE_TEXT or raw.upper().count("RRULE") > _MAX_RULES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            component = Timezone.from_ical(raw)
            rules: tzinfo | None = component.to_tz(lookup_tzid=False) if isinstance(component, Timezone) else None
        if rules is None or any(_offset(rules, probe) is None for probe in _PROBES):
            return None
    except Exception:  # whatever a stranger's zone makes the library raise, the next way is tried
        return None
    return rules
