"""Small numbers and greetings as words."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import say_day

MINUTES_EACH = 4
AWAY_FROM = 14
"""Days without a step after which somebody is welcomed back."""


def number_word(number: int) -> str:
    """Numbers up to ten as words, beyond as figures."""
    words = (
        _t("none"), _t("one"), _t("two"), _t("three"), _t("four"), _t("five"), _t("six"), _t("seven"), _t("eight"),
        _t("nine"), _t("ten"),
    )  # fmt: skip
    return words[number] if 0 <= number < len(words) else str(number)


def greeting(now: datetime, name: str) -> str:
    """Good morning, afternoon or evening, with the name when it is known."""
    hour = now.hour
    words = _t("Good morning") if hour < 12 else _t("Good afternoon") if hour < 18 else _t("Good evening")
    return _t("{words}, {name}").format(words=words, name=name) if name else words


def welcome_back(days: int) -> str:
    """For somebody who was away for a while; empty for anybody else. Nothing is counted that was not done."""
    return _t("Good to see you again. Everything here has waited.") if days >= AWAY_FROM else ""


def day_line(today: date, count: int) -> str:
    """The day, how many small things, and about how long they take."""
    day = say_day(today, today)
    if not count:
        return _t("{day}. Nothing asks for you today.").format(day=day)
    minutes = number_of_minutes(count)
    things = (
        _t("One small thing")
        if count == 1
        else _t("{count} small things").format(count=number_word(count).capitalize())
    )
    return _t("{day}. {things}, about {minutes} minutes in all.").format(day=day, things=things, minutes=minutes)


def week_line(goal: int, reached: int) -> str:
    """The week's wish, and how many people were reached; never how many were not."""
    wish = (
        _t("Reach out to one person.")
        if goal == 1
        else _t("Reach out to {count} people.").format(count=number_word(goal))
    )
    so_far = _t("{count} so far.").format(count=number_word(reached).capitalize())
    return f"{wish} {so_far}" if reached else wish


def number_of_minutes(count: int) -> str:
    """About four minutes each, rounded to five, in words where short."""
    minutes = max(5, round(count * MINUTES_EACH / 5) * 5)
    return {5: _t("five"), 10: _t("ten"), 15: _t("fifteen"), 20: _t("twenty")}.get(minutes, str(minutes))


def _t(text: str) -> str:
    return QCoreApplication.translate("today", text)
