"""Years, months, days and birthdays: words into what the record keeps, and back into words."""

from __future__ import annotations

import re
from datetime import date

from hallway.domain.date_words import read_day
from hallway.domain.dates import MONTH_NAMES
from hallway.domain.partial_dates import Birthday, PartialDate
from hallway.ui.parts.day_order import day_first

UNSURE = re.compile(r"(?:(?:about|around|roughly|probably|maybe|circa|ca\.?|c\.|~) ?)?(.*?) ?\??")
PART_OF_YEAR = re.compile(r"(?:spring|summer|autumn|fall|winter|early|mid|late|end|start)(?: of|,|-)? ?(\d{4})")
MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?,? (\d{4})")
SLASHED_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?(?:,? (\d{4}))?")
NUMBERS = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})(?:\2 ?(\d{4})|\.)?")
MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")


def read_partial(words: str, today: date) -> str | None:
    """Read "2019", "May 2019", "5/2019", "12 May 2019", "yesterday" into 2019, 2019-05, 2019-05-12.

    What is unsure is read as far as it is sure: "spring 2019?" is 2019. Return None when the words mean none of these.
    """
    unsure = UNSURE.fullmatch(" ".join(words.casefold().split()))
    text = unsure[1] if unsure else ""
    if match := PART_OF_YEAR.fullmatch(text):
        text = match[1]
    elif match := MONTH_YEAR.fullmatch(text):
        text = f"{match[2]}-{_month(match[1]):02}"
    elif match := SLASHED_MONTH.fullmatch(text):
        text = f"{match[2]}-{int(match[1]):02}"
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        day = read_day(text, today, day_first=day_first()).day
        return day.isoformat() if day else None


def say_span(start: str, end: str) -> str:
    """Say from when to when, by years: "2017–2023", "2023, now", "until 2020"; empty when nothing is known."""
    first, last = start[:4], end[:4]
    if first and last:
        return first if first == last else f"{first}–{last}"
    if last:
        return f"until {last}"
    return f"{first}, now" if first else ""


def read_birthday(words: str) -> str | None:
    """Read "22 March", "March 22, 1980", "22.3.1980" or what vCard writes; None for others.

    The answer is "--03-22" or "1980-03-22".
    """
    text = " ".join(words.casefold().split())
    try:
        return str(Birthday.parse(text))
    except ValueError:
        pass
    if match := DAY_MONTH.fullmatch(text):
        return _birthday(match[1], match[2], match[3])
    if match := MONTH_DAY.fullmatch(text):
        return _birthday(match[2], match[1], match[3])
    if match := NUMBERS.fullmatch(text):
        return _in_numbers(int(match[1]), match[2], int(match[3]), match[4])
    return None


def say_birthday(kept: str) -> str:
    """Say "--03-22" as "22 March", with the year when it is known."""
    try:
        birthday = Birthday.parse(kept)
    except ValueError:
        return kept
    words = f"{birthday.day} {MONTH_NAMES[birthday.month - 1]}"
    return f"{words} {birthday.year}" if birthday.year else words


def _in_numbers(first: int, sign: str, second: int, year: str | None) -> str | None:
    """With dots the day comes first; else in the order of the locale, and what may be both is neither."""
    order = True if sign == "." else day_first()
    if order is None:
        order = True if first > 12 or first == second else False if second > 12 else None
    if order is None:
        return None
    day, month = (first, second) if order else (second, first)
    try:
        return str(Birthday(month, day, int(year) if year else None))
    except ValueError:
        return None


def _birthday(day: str, month: str, year: str | None) -> str | None:
    try:
        return str(Birthday(_month(month), int(day), int(year) if year else None))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month by its name or the start of it, 0 for another word."""
    return next((number for number, name in enumerate(MONTH_NAMES, 1) if name.casefold().startswith(word)), 0)
