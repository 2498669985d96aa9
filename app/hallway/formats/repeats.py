"""The days on which something repeats (RFC 5545, section 3.3.10), walked day by day so that no rule can run away.

A rule costs as many steps as there are days between its start and the end of the window, never more: rules that fit
no day at all, or a milliard of them, take as long as any other. What repeats more often than daily is refused.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

MAX_INTERVAL: Final = 10_000
MAX_COUNT: Final = 5_000
MAX_STEPS: Final = 20_000
"""How many days are walked for one rule; more than fifty years."""

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_FOLLOWED: Final = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
)
_LONGEST: Final = 1_000


class TooOften(ValueError):
    """The rule repeats too often, or in a way that is not followed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE. `by_day` pairs an ordinal (0: every one) with a weekday, 0 for Monday; `until` is as written."""

    frequency: str
    interval: int = 1
    count: int = 0
    until: str = ""
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0


def read_rule(written: str) -> Rule:
    """The rule in an RRULE's value. Raises `TooOften` for one that is not followed."""
    parts = _parts(written)
    frequency = parts["FREQ"]
    if frequency not in _PERIODS or parts.keys() - _FOLLOWED:
        raise TooOften
    return Rule(
        frequency,
        _number(parts.get("INTERVAL", "1"), 1, MAX_INTERVAL),
        _number(parts["COUNT"], 1, MAX_COUNT) if "COUNT" in parts else 0,
        parts.get("UNTIL", ""),
        tuple(map(_by_day, _list(parts, "BYDAY"))),
        _numbers(parts, "BYMONTHDAY", 31),
        _numbers(parts, "BYMONTH", 12, least=1),
        _numbers(parts, "BYSETPOS", 366),
        _WEEKDAYS.index(parts["WKST"]) if parts.get("WKST") in _WEEKDAYS else 0,
    )


def days(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """The days of the rule from `first` to `last`, in order; a rule with a count is counted from its start.

    Raises `TooOften` when that would walk too many days.
    """
    if steps(rule, start, first, last) > MAX_STEPS:
        raise TooOften
    begin = start if rule.count else max(start, first)
    found = (day for day in _by_rule(rule, start, begin, last) if day >= start)
    for number, day in enumerate(found, start=1):
        if rule.count and number > rule.count:
            return
        if day >= first:
            yield day


def steps(rule: Rule, start: date, first: date, last: date) -> int:
    """How many days are walked for that."""
    return max(0, (last - (start if rule.count else max(start, first))).days)


def _by_rule(rule: Rule, start: date, begin: date, last: date) -> Iterator[date]:
    """Every day that fits, from the beginning of the period in which `begin` lies."""
    day = _opens(rule, begin)
    fitting = (one for one in _walk(day, last) if _in_turn(rule, start, one) and _fits(rule, start, one))
    if not rule.by_position:
        yield from fitting
        return
    for _, group in groupby(fitting, key=lambda one: _PERIODS[rule.frequency](rule, one)):
        members = list(group)
        chosen = {at - 1 if at > 0 else len(members) + at for at in rule.by_position}
        yield from (one for at, one in enumerate(members) if at in chosen)


def _walk(day: date, last: date) -> Iterator[date]:
    while day <= last:
        yield day
        if day == date.max:
            return
        day += timedelta(days=1)


def _week(rule: Rule, day: date) -> int:
    return (day.toordinal() - 1 - rule.week_start) // 7


_PERIODS: Final[Mapping[str, Callable[[Rule, date], int]]] = {
    "DAILY": lambda rule, day: day.toordinal(),
    "WEEKLY": _week,
    "MONTHLY": lambda rule, day: day.year * 12 + day.month,
    "YEARLY": lambda rule, day: day.year,
}
"""A number for the day, week, month or year in which a day lies."""


def _opens(rule: Rule, day: date) -> date:
    """The first day of the period in which a day lies."""
    if rule.frequency == "WEEKLY":
        back = (day.weekday() - rule.week_start) % 7
        return day - timedelta(days=min(back, day.toordinal() - 1))
    if rule.frequency == "MONTHLY":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if rule.frequency == "YEARLY" else day


def _in_turn(rule: Rule, start: date, day: date) -> bool:
    number = _PERIODS[rule.frequency]
    return (number(rule, day) - number(rule, start)) % rule.interval == 0


def _fits(rule: Rule, start: date, day: date) -> bool:
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_month_day and not {day.day, day.day - 1 - _length(day)} & set(rule.by_month_day):
        return False
    if rule.by_day:
        return any(weekday == day.weekday() and (not nth or _is_nth(rule, day, nth)) for nth, weekday in rule.by_day)
    return bool(rule.by_month_day) or _as_start(rule, start, day)


def _as_start(rule: Rule, start: date, day: date) -> bool:
    """Where the rule names no day, the one of the start is meant."""
    if rule.frequency == "WEEKLY":
        return day.weekday() == start.weekday()
    if rule.frequency == "MONTHLY":
        return day.day == start.day
    if rule.frequency == "YEARLY":
        return day.day == start.day and (bool(rule.by_month) or day.month == start.month)
    return True


def _is_nth(rule: Rule, day: date, nth: int) -> bool:
    """Whether it is the nth of its weekday, from the beginning or the end of its month or year."""
    if rule.frequency == "YEARLY" and not rule.by_month:
        at, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    else:
        at, length = day.day, _length(day)
    return nth == (at - 1) // 7 + 1 if nth > 0 else -nth == (length - at) // 7 + 1


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _parts(written: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in written.strip().upper().rstrip(";").split(";")]
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    if len(written) > _LONGEST or len(parts) != len(pairs) or "FREQ" not in parts:
        raise TooOften
    return parts


def _list(parts: Mapping[str, str], name: str) -> list[str]:
    return parts[name].split(",") if parts.get(name) else []


def _number(written: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[+-]?\d{1,6}", written, re.ASCII) or not least <= int(written) <= most or int(written) == 0:
        raise TooOften
    return int(written)


def _numbers(parts: Mapping[str, str], name: str, most: int, least: int | None = None) -> tuple[int, ...]:
    return tuple(_number(one.strip(), -most if least is None else least, most) for one in _list(parts, name))


def _by_day(written: str) -> tuple[int, int]:
    match = _BY_DAY.fullmatch(written.strip())
    if match is None:
        raise TooOften
    return _number(match[1], -53, 53) if match[1] else 0, _WEEKDAYS.index(match[2])
