"""Days put into words, and how far away they are. Reading words back into days is `date_words`."""

from __future__ import annotations

from datetime import date

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DAYS_SAID_AS_DAYS = 14
DAYS_SAID_AS_WEEKS = 63
MONTHS_SAID_AS_MONTHS = 24


def say_day(day: date, today: date) -> str:
    """ "Tuesday 4 August", with the year when it is not this year's."""
    words = f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def say_distance(day: date, today: date) -> str:
    """How far a day is from today, in the unit people would use: "tomorrow", "in 6 weeks", "5 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near:
        return near
    count, unit = _rounded(day, today)
    span = f"{count} {_UNIT_WORDS[unit]}" + ("s" if count != 1 else "")
    return f"in {span}" if days > 0 else f"{span} ago"


def short_ago(day: date, today: date) -> str:
    """The same for a narrow column: "today", "5 d", "2 wk", "4 mo", "2 y"; a day to come gets "in" before it."""
    if day == today:
        return "today"
    count, unit = _rounded(day, today)
    return f"in {count} {unit}" if day > today else f"{count} {unit}"


_UNIT_WORDS = {"d": "day", "wk": "week", "mo": "month", "y": "year"}


def _rounded(day: date, today: date) -> tuple[int, str]:
    days = abs((day - today).days)
    if days < DAYS_SAID_AS_DAYS and days != 7:
        return days, "d"
    if days < DAYS_SAID_AS_WEEKS:
        return (days + 3) // 7, "wk"
    months = _whole_months(min(day, today), max(day, today))
    return (months, "mo") if months < MONTHS_SAID_AS_MONTHS else (months // 12, "y")


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
