"""What time it is. The only place that asks the machine, so that everything else can be told."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple, Protocol

VARIABLE: Final = "HALLWAY_NOW"
"""Environment variable with an ISO instant; with it the clock stands still, for screenshots and tests."""


class Clock(Protocol):
    """Tells today and now, in the zone of the person."""

    def today(self) -> date:
        """The day on the wall calendar."""
        ...

    def now(self) -> datetime:
        """The moment, aware, in local time."""
        ...


class SystemClock:
    """The clock of the machine."""

    def today(self) -> date:
        """The day on the wall calendar."""
        return self.now().date()

    def now(self) -> datetime:
        """The moment, aware, in local time."""
        return datetime.now().astimezone()


class FixedClock(NamedTuple):
    """A clock that stands still."""

    moment: datetime

    def today(self) -> date:
        """The day of the moment it stands at."""
        return self.now().date()

    def now(self) -> datetime:
        """The moment it stands at; one without a zone is local time."""
        return self.moment if self.moment.tzinfo else self.moment.astimezone()


def clock(environment: Mapping[str, str] = os.environ) -> Clock:
    """The clock to use: standing still where `HALLWAY_NOW` says so, else the machine's.

    Raises ValueError when the variable is not an ISO instant: silently using another time would be worse.
    """
    written = environment.get(VARIABLE, "")
    return FixedClock(datetime.fromisoformat(written)) if written else SystemClock()
