"""Times of day as people write them, and when something that runs into the night ends."""

from __future__ import annotations

import re

WRITTEN = re.compile(r"([01]?\d|2[0-3])(?:[:.h]?([0-5]\d)|h)?", re.IGNORECASE | re.ASCII)
NIGHT = "06:00"
"""What would end before it begins but by then runs past midnight."""


def read_time(words: str) -> str | None:
    """ "9:30", "9.30", "0930" and "9h30" as "09:30"; empty words stay empty, None when it is no time of a day."""
    written = words.strip()
    found = WRITTEN.fullmatch(written)
    if found is None:
        return None if written else ""
    return f"{int(found[1]):02}:{found[2] or '00'}"


def ends_next_day(start: str, end: str) -> bool:
    """Whether "21:00" to "01:00" runs past midnight, rather than being written the wrong way round."""
    return bool(end) and end < start and end <= NIGHT
