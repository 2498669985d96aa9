"""Events in words: their days, kinds, and whether one went."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.events import Event


def days_of(event: Event, today: date) -> str:
    """ "15 to 18 June", "30 June to 2 July", "25 June, 18:30", with the year when it is not this one."""
    start, end = event.start_on, event.end_on
    year = f" {end.year}" if end.year != today.year else ""
    if start == end:
        time = f", {event.start_time}" if event.start_time else ""
        return f"{start.day} {start:%B}{year}{time}"
    if start.year != end.year:
        return _t("{first} to {last}").format(first=_whole(start), last=_whole(end))
    first = str(start.day) if start.month == end.month else f"{start.day} {start:%B}"
    return _t("{first} to {last}").format(first=first, last=f"{end.day} {end:%B}{year}")


def _whole(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def day_of(event: Event, today: date) -> str:
    """ "Day 2 of 4" while it runs, else empty."""
    if not event.is_on(today):
        return ""
    count = (event.end_on - event.start_on).days + 1
    number = (today - event.start_on).days + 1
    return _t("Day {number} of {count}").format(number=number, count=count) if count > 1 else _t("Today")


def been_words(been: int, held: int) -> str:
    """ "you have been to 6 of 8", when there were several of the series; else empty."""
    return _t("you have been to {been} of {held}").format(been=been, held=held) if held > 1 else ""


def kind_words() -> tuple[str, ...]:
    """The kinds of `domain.events.KINDS`, in the same order."""
    return (
        _t("Conference"), _t("Seminar"), _t("Talk"), _t("Workshop"), _t("Dinner"), _t("Meet-up"), _t("Careers fair"),
        _t("Reception"), _t("Online"), _t("Society meeting"), _t("Other"),
    )  # fmt: skip


def session_kind_words() -> tuple[str, ...]:
    """The kinds of `domain.programmes.SESSION_KINDS`, in the same order."""
    return (
        _t("Keynote"), _t("Talk"), _t("Panel"), _t("Poster"), _t("Workshop"), _t("Dinner or outing"), _t("Break"),
        _t("Other"),
    )  # fmt: skip


def status_words() -> tuple[str, ...]:
    """The statuses of `domain.events.STATUSES`, in the same order."""
    return _t("Planned"), _t("I was there"), _t("I did not go")


def _t(text: str) -> str:
    return QCoreApplication.translate("events", text)
