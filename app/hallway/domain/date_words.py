"""Words into days: "fri", "in 3 weeks", "4 aug", "end of month". What does not read stays unread, never guessed.

Every word the grammar knows stands in one table, `ENGLISH`; another language is another table.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher, get_close_matches
from functools import cache

ENGLISH: dict[str, dict[str, int]] = {
    "near": {
        "today": 0, "tonight": 0, "tomorrow": 1, "tom": 1, "tmr": 1, "yesterday": -1,
        "day after tomorrow": 2, "the day after tomorrow": 2,
        "day before yesterday": -2, "the day before yesterday": -2,
    },
    "weekday": {
        "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "weds": 2, "wed": 2,
        "thursday": 3, "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4,
        "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
    },
    "month": {
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
        "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
        "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
    },
    "number": {
        "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    },
    "days": {
        "days": 1, "day": 1, "d": 1, "weeks": 7, "week": 7, "wks": 7, "wk": 7, "w": 7,
        "fortnights": 14, "fortnight": 14,
    },
    "months": {"months": 1, "month": 1, "mo": 1, "m": 1, "years": 12, "year": 12, "yrs": 12, "yr": 12, "y": 12},
}  # fmt: skip
"""Word lists by role; the number is what the word stands for (offset, index, count, days or months in a unit)."""

SPOKEN_FOR = frozenset({"mon", "wed", "sat", "sun"})
"""Weekday words that are other words too: in running text they count only where nothing else is likely."""

FIRST_YEAR_AS_NUMBER = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means as a day.

    `day` is what Enter would take; None when nothing or no single day was understood. `choices` are all the days it
    may mean, `day` first. `suggestion` is the nearest phrase that does read, for "Did you mean", else empty.
    """

    day: date | None
    choices: tuple[date, ...] = ()
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A date phrase inside a longer text: `text[start:end]` means `day`."""

    start: int
    end: int
    day: date


@dataclass(frozen=True, slots=True)
class Frame:
    """Where relative words start from: today, the day that steps move (`shown`), and the order of 4/8."""

    today: date
    shown: date
    day_first: bool | None


Rule = Callable[[dict[str, str], Frame], Iterable[date]]


def read_day(text: str, today: date, *, day_first: bool | None = True, shown: date | None = None) -> Reading:
    """Read a whole field as one day, relative to `today`.

    `day_first` is the locale's order for 4/8; None leaves such a phrase undecided, with both days in `choices`.
    "+3" and "-1w" step from `shown`, the day the field shows now, or from today. Never raises.
    """
    frame = Frame(today, shown or today, day_first)
    phrase = _normal(text)
    choices = _choices(phrase, frame)
    if not choices:
        return Reading(None, (), _suggestion(phrase, frame))
    undecided = len(choices) > 1 and day_first is None and _is_numeric(phrase)
    return Reading(None if undecided else choices[0], choices)


def find_day(text: str, today: date, *, day_first: bool = True) -> Found | None:
    """Find the first phrase in running text that is surely a date; the span takes in "by" or "on" before it.

    Only explicit words count. A number alone ("poster 15"), a short unit ("2 m") or the name Tom is not a date.
    """
    for match in _phrase().finditer(text):
        day = read_day(match.group(), today, day_first=day_first).day
        if day is not None and _stands_for_a_day(match, text):
            return Found(match.start(), match.end(), day)
    return None


def _stands_for_a_day(match: re.Match[str], text: str) -> bool:
    if match.group().casefold() not in SPOKEN_FOR:
        return True
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    ends_clause = not after or after[0] in ",.;)"
    return ends_clause and before.rpartition(" ")[2].casefold() not in {
        "the",
        "a",
        "i",
        "we",
        "she",
        "he",
        "they",
    }


# --- from phrase to days ---------------------------------------------------------------------------------------


def _normal(text: str) -> str:
    words = text.casefold().replace("−", "-").replace("–", "-").split()
    phrase = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", " ".join(words)).strip(" ,;!?")
    phrase = re.sub(r"^(?:by|on|until|till|before) (?:the )?", "", phrase)
    return re.sub(r",(?= )|(?<=[a-z])\.(?= |$)", "", phrase)


def _choices(phrase: str, frame: Frame) -> tuple[date, ...]:
    for pattern, rule in _compiled_rules():
        match = pattern.fullmatch(phrase)
        if match:
            try:
                return tuple(dict.fromkeys(rule(match.groupdict(""), frame)))
            except (ValueError, OverflowError):
                return ()
    return ()


def _is_numeric(phrase: str) -> bool:
    return not any(letter.isalpha() for letter in phrase)


def _suggestion(phrase: str, frame: Frame) -> str:
    words = [_nearest_word(word) for word in phrase.split()]
    corrected = " ".join(words)
    return corrected if corrected != phrase and _choices(corrected, frame) else ""


def _nearest_word(word: str) -> str:
    if word in VOCABULARY or not word.isalpha():
        return word
    close = get_close_matches(word, sorted(VOCABULARY), n=3, cutoff=0.6)
    # "fry" is as near to "friday" as to "fri": the one of its own length is what was meant.
    return min(close, key=lambda other: (-_likeness(word, other), abs(len(other) - len(word))), default=word)


def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other).ratio()


# --- the rules -------------------------------------------------------------------------------------------------


def _near(got: dict[str, str], frame: Frame) -> list[date]:
    return [frame.today + timedelta(ENGLISH["near"][got["near"]])]


def _weekday(got: dict[str, str], frame: Frame) -> list[date]:
    return [_following(frame.today, ENGLISH["weekday"][got["weekday"]])]


def _next_weekday(got: dict[str, str], frame: Frame) -> list[date]:
    """In next week, as most people say it; the coming one is offered beside it while it is still this week."""
    index = ENGLISH["weekday"][got["weekday"]]
    return [_monday(frame.today) + timedelta(7 + index), _following(frame.today, index)]


def _last_weekday(got: dict[str, str], frame: Frame) -> list[date]:
    back = (frame.today.weekday() - ENGLISH["weekday"][got["weekday"]]) % 7 or 7
    return [frame.today - timedelta(back)]


def _next_unit(got: dict[str, str], frame: Frame) -> list[date]:
    first_days = {
        "week": _monday(frame.today) + timedelta(7),
        "month": _add_months(frame.today.replace(day=1), 1),
        "year": date(frame.today.year + 1, 1, 1),
    }
    return [first_days[got["span"]]]


def _end_of(got: dict[str, str], frame: Frame) -> list[date]:
    if got["span"] == "year":
        return [date(frame.today.year + bool(got["next"]), 12, 31)]
    first = _add_months(frame.today.replace(day=1), 1 if got["next"] else 0)
    return [_last_of_month(first)]


def _in_span(got: dict[str, str], frame: Frame) -> list[date]:
    return [_step(frame.today, _count(got["count"]), got)]


def _ago(got: dict[str, str], frame: Frame) -> list[date]:
    return [_step(frame.today, -_count(got["count"]), got)]


def _sign_step(got: dict[str, str], frame: Frame) -> list[date]:
    sign = -1 if got["sign"] == "-" else 1
    return [_step(frame.shown, sign * int(got["count"]), got)]


def _day_of_month(got: dict[str, str], frame: Frame) -> list[date]:
    month, number = ENGLISH["month"][got["month"]], int(got["day"])
    if got["year"]:
        return _agreeing([date(_full_year(got["year"]), month, number)], got)
    to_come = _to_come(month, number, frame.today)
    return _agreeing([to_come, *_earlier_this_year(month, number, frame.today)], got)[:1]


def _part_of_month(got: dict[str, str], frame: Frame) -> list[date]:
    """A month alone is its first day; "mid" is the 15th, "end of" the last."""
    month = ENGLISH["month"][got["month"]]
    first = date(int(got["year"]), month, 1) if got["year"] else _to_come(month, 1, frame.today)
    if got["part"].startswith("mid"):
        return [first.replace(day=15)]
    return [_last_of_month(first) if got["part"].startswith("end") else first]


def _year_alone(got: dict[str, str], frame: Frame) -> list[date]:
    return [date(int(got["year"]), int(got["isomonth"] or 1), 1)]


def _iso(got: dict[str, str], frame: Frame) -> list[date]:
    return [date(int(got["year"]), int(got["isomonth"]), int(got["day"]))]


def _dotted(got: dict[str, str], frame: Frame) -> list[date]:
    return _ordered(int(got["first"]), int(got["second"]), got["year"], frame)[:1]


def _slashed(got: dict[str, str], frame: Frame) -> list[date]:
    """Both orders where both exist; a known locale order leaves only its own."""
    first, second = int(got["first"]), int(got["second"])
    day_first = _ordered(first, second, got["year"], frame)
    month_first = _ordered(second, first, got["year"], frame)
    if frame.day_first is None:
        return day_first + month_first
    return (day_first or month_first) if frame.day_first else (month_first or day_first)


def _ordered(day: int, month: int, year: str, frame: Frame) -> list[date]:
    try:
        return [date(_full_year(year), month, day) if year else _to_come(month, day, frame.today)]
    except ValueError:
        return []


# --- arithmetic ------------------------------------------------------------------------------------------------


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _following(day: date, weekday: int) -> date:
    return day + timedelta((weekday - day.weekday()) % 7 or 7)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _step(day: date, count: int, got: dict[str, str]) -> date:
    unit = got["unit"] or "d"
    if unit in ENGLISH["days"]:
        return day + timedelta(count * ENGLISH["days"][unit])
    return _add_months(day, count * ENGLISH["months"][unit])


def _count(text: str) -> int:
    return int(text) if text.isdigit() else ENGLISH["number"][text]


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > FIRST_YEAR_AS_NUMBER else 2000 + year


def _to_come(month: int, day: int, today: date) -> date:
    """This month and day, today or later. Looks far enough ahead for 29 February; raises ValueError."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError("no such day in a year")


def _earlier_this_year(month: int, day: int, today: date) -> list[date]:
    try:
        return [date(today.year, month, day)]
    except ValueError:
        return []


def _agreeing(days: list[date], got: dict[str, str]) -> list[date]:
    if not got["weekday"]:
        return days
    return [day for day in days if day.weekday() == ENGLISH["weekday"][got["weekday"]]]


# --- patterns, built from the table ----------------------------------------------------------------------------


def _any_of(*roles: str, longer_than: int = 0) -> str:
    words = {word for role in roles for word in ENGLISH[role] if len(word) > longer_than}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_COUNT = rf"(?P<count>\d{{1,5}}|{_any_of('number')})"
_UNIT = rf"(?P<unit>{_any_of('days', 'months')})"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = rf"(?P<month>{_any_of('month')})"
_WEEKDAY = rf"(?P<weekday>{_any_of('weekday')})"
_YEAR = r"(?P<year>\d{2}|\d{4})"
_LONG_YEAR = r"(?P<year>[1-9]\d{3})"

RULES: tuple[tuple[str, Rule], ...] = (
    (rf"(?P<near>{_any_of('near')})", _near),
    (rf"(?:this )?{_WEEKDAY}", _weekday),
    (rf"next {_WEEKDAY}", _next_weekday),
    (rf"last {_WEEKDAY}", _last_weekday),
    (r"next (?P<span>week|month|year)", _next_unit),
    (r"end of (?:the |this )?(?P<next>next )?(?P<span>month|year)", _end_of),
    (rf"(?:in )?{_COUNT} ?{_UNIT}(?: from now| from today)?", _in_span),
    (rf"{_COUNT} ?{_UNIT} ago", _ago),
    (rf"(?P<sign>[+-]) ?(?P<count>\d{{1,5}}) ?{_UNIT}?", _sign_step),
    (rf"(?:{_WEEKDAY} )?{_DAY}\.? ?(?:of )?{_MONTH}(?: {_YEAR})?", _day_of_month),
    (rf"(?:{_WEEKDAY} )?{_MONTH} {_DAY}(?: {_LONG_YEAR})?", _day_of_month),
    (rf"{_DAY}-{_MONTH}-{_YEAR}(?P<weekday>)", _day_of_month),
    (rf"(?P<part>mid[ -]|end of )?{_MONTH}(?: {_LONG_YEAR})?", _part_of_month),
    (rf"{_LONG_YEAR}(?:-(?P<isomonth>\d{{2}}))?", _year_alone),
    (rf"{_LONG_YEAR}(?P<gap>[-/.]?)(?P<isomonth>\d{{2}})(?P=gap)(?P<day>\d{{2}})", _iso),
    (rf"(?P<first>\d{{1,2}})\. ?(?P<second>\d{{1,2}})(?:\. ?{_YEAR}|\.)?", _dotted),
    (rf"(?P<first>\d{{1,2}})(?P<gap>[/-])(?P<second>\d{{1,2}})(?:(?P=gap){_YEAR})?", _slashed),
)

_LEAD = r"(?:(?:by|on|until|till|before) )"
_PLAIN_MONTH = _any_of("month")
_SAID_WEEKDAY = rf"(?:(?:{_any_of('weekday')}),? )?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_PHRASES = (
    r"\d{4}-\d{2}-\d{2}",
    rf"{_LEAD}?{_SAID_WEEKDAY}{_NUMBER}\.? ?(?:of )?(?:{_PLAIN_MONTH})\.?(?:,? \d{{4}})?",
    rf"{_LEAD}?{_SAID_WEEKDAY}(?:{_PLAIN_MONTH})\.? {_NUMBER}(?:,? \d{{4}})?",
    rf"{_LEAD}\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{4}}|\.)?",
    r"\d{1,2}\.\d{1,2}\.\d{4}",
    rf"in (?:\d{{1,3}}|{_any_of('number')}) (?:{_any_of('days', 'months', longer_than=1)})",
    r"in \d{1,3}[dwmy]",
    rf"(?:\d{{1,3}}|{_any_of('number')}) (?:{_any_of('days', 'months', longer_than=1)}) (?:from now|from today|ago)",
    rf"{_LEAD}?(?:the )?end of (?:the |this )?(?:next )?(?:month|year)",
    rf"{_LEAD}?(?:the )?end of (?:{_PLAIN_MONTH})",
    rf"{_LEAD}?(?:next|last|this) (?:{_any_of('weekday')})",
    rf"{_LEAD}?next (?:week|month)",
    rf"{_LEAD}?(?:{_any_of('near', longer_than=3)})",
    rf"{_LEAD}?(?:{_any_of('weekday')})",
)


@cache
def _compiled_rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """Compiled when the first words are read: a start of the program reads none, and this takes a while."""
    return tuple((re.compile(pattern), rule) for pattern, rule in RULES)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@#/.\-])(?:{'|'.join(_PHRASES)})(?![\w/@\-]|\.\w)", re.IGNORECASE)


VOCABULARY = frozenset(
    word for role in ENGLISH.values() for phrase in role for word in phrase.split() if len(word) > 2
) | {"next", "last", "this", "end", "of", "in", "ago", "from", "now", "mid", "the"}
