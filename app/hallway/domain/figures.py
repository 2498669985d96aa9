"""What the record tells over months: series for charts, and sentences that are true of them. No figure is a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hallway.domain.dates import MONTH_NAMES

LAST_QUARTER, LAST_YEAR = 3, 12
MOST_MONTHS = 120

EVENT, INTRODUCED, SAME_PLACE, ONLINE, WROTE, ELSEWHERE = (
    "events", "introduced", "same place", "online", "wrote", "elsewhere",
)  # fmt: skip
WAYS = (EVENT, INTRODUCED, SAME_PLACE, ONLINE, WROTE, ELSEWHERE)
"""How somebody was met; the first that is true of them counts, and ELSEWHERE is what is left."""

HOME, FIELD, INDUSTRY, ALUMNI = "close to home", "field", "industry", "alumni"
CIRCLES = (HOME, FIELD, INDUSTRY, ALUMNI)

Month = str
"""A month as "2026-06"."""


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months from `first` to `last`, both included."""

    first: Month
    last: Month

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of it, in order."""
        return tuple(_month(at) for at in range(_number(self.first), _number(self.last) + 1))

    def quarters(self) -> tuple[tuple[Month, ...], ...]:
        """Its months by three, counted back from the last one; the first group may be shorter. At most four."""
        months = self.months[-LAST_YEAR:]
        head = len(months) % LAST_QUARTER
        groups = [months[:head]] if head else []
        groups += [months[at : at + LAST_QUARTER] for at in range(head, len(months), LAST_QUARTER)]
        return tuple(groups)

    def __str__(self) -> str:
        first, last = say_month(self.first), say_month(self.last)
        return first if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True)
class Follow:
    """The event at which most people were met (two or more), and with how many of them one was in touch since."""

    event_id: int
    event: str
    met: int
    since: int


@dataclass(frozen=True, slots=True)
class Favours:
    """How many each way, and the kinds that came up most."""

    given: int = 0
    received: int = 0
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldTie:
    """Somebody one was well in touch with, some time ago, and a fact to begin with."""

    person_id: int
    person: str
    last_on: date
    why: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the page shows. `conversations` and `met` are by month, `ways` and `circles` by their names.

    `topics` are rows of a name and its number of conversations in each quarter of the span.
    """

    span: Span
    conversations: Mapping[Month, int]
    met: Mapping[Month, int]
    introductions: int
    follow: Follow | None
    ways: Mapping[str, int]
    topics: tuple[tuple[str, tuple[int, ...]], ...]
    favours: Favours
    circles: Mapping[str, int]
    old_ties: tuple[OldTie, ...]


def span_of(months: int, today: date, first: date | None) -> Span:
    """The last so many months up to today; 0 for all since `first` (a day of the record), at most ten years."""
    last = today.year * 12 + today.month - 1
    back = months or (last - (first.year * 12 + first.month - 1) + 1 if first else 1)
    return Span(_month(last - min(max(back, 1), MOST_MONTHS) + 1), _month(last))


def lead(figures: Figures) -> str:
    """The sentence at the top."""
    met, talked = sum(figures.met.values()), sum(figures.conversations.values())
    if not met and not talked:
        return "Nothing is written down for these months."
    parts = [f"met {_many(met, 'person', 'people')}", f"had {_many(talked, 'conversation', 'conversations')}"]
    if figures.introductions:
        parts.append(f"made {_many(figures.introductions, 'introduction', 'introductions')}")
    said = f"You {', '.join(parts[:-1])} and {parts[-1]}."
    follow = figures.follow
    if follow is None or not follow.since:
        return said
    since = "all" if follow.since == follow.met else str(follow.since)
    return f"{said} Of the {follow.met} people you met at {follow.event}, you have been in touch with {since} since."


def say_ways(ways: Mapping[str, int]) -> str:
    """A sentence about introductions among the ways of meeting; empty when there were none."""
    total, introduced = sum(ways.values()), ways.get(INTRODUCED, 0)
    if not introduced:
        return ""
    share = total / introduced
    if round(share) <= 1:
        return "Nearly all began with somebody saying “you two should talk”."
    return f"One in {_NUMBERS.get(round(share), round(share))} began with somebody saying “you two should talk”."


def say_circles(circles: Mapping[str, int]) -> str:
    """A kind suggestion for the circle with the fewest people; empty when nobody is counted or all are alike."""
    if not sum(circles.values()):
        return ""
    least = min(CIRCLES, key=lambda name: (circles.get(name, 0), CIRCLES.index(name)))
    if circles.get(least, 0) == max(circles.values()):
        return ""
    return {
        HOME: "You know fewer people close to home; a seminar next door may be a good place to begin.",
        FIELD: "Few of them share your topics; the next workshop of your field may change that.",
        INDUSTRY: "Few of them work outside universities; somebody who left after a PhD likes to be asked.",
        ALUMNI: "Few of them were where you are; alumni of your place are often glad to hear from it.",
    }[least]


def say_month(month: Month) -> str:
    """ "2026-06" as "June 2026"."""
    return f"{MONTH_NAMES[int(month[5:7]) - 1]} {month[:4]}"


_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _number(month: Month) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> Month:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def as_rows(figures: Figures) -> Sequence[tuple[str, int, int]]:
    """Month, conversations, people met: the list twin of the first chart."""
    return [
        (say_month(month), figures.conversations.get(month, 0), figures.met.get(month, 0))
        for month in figures.span.months
    ]
