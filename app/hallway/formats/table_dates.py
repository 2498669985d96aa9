"""Dates as tables have them: explicit shapes, and the order of day and month decided over a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from hallway.domain.folding import fold
from hallway.domain.partial_dates import Birthday, PartialDate

_MONTH_WORDS: Final = """
january jan januar januari janvier janv enero ene gennaio gen janeiro stycznia styczen sty ledna leden января январь янв
february feb februar februari fevrier fevr fev febrero febbraio fevereiro fev lutego luty lut unora unor
  февраля февраль фев
march mar marz maerz mars mrz maart mrt marzo marco marca marzec brezna brezen марта март мар
april apr avril avr abril abr aprile kwietnia kwiecien kwi dubna duben апреля апрель апр
may mai mayo maggio mag maio mei maj maja kvetna kveten мая маи
june jun juni juin junio giugno giu junho czerwca czerwiec cze cervna cerven июня июнь июн
july jul juli juillet juil julio luglio lug julho lipca lipiec lip cervence cervenec июля июль июл
august aug aout agosto ago augustus augusti sierpnia sierpien sie srpna srpen августа август авг
september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien wrz zari сентября сентябрь сен сент
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz rijna rijen
  октября октябрь окт
november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя
december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudnia grudzien gru prosince
  prosinec декабря декабрь дек
"""
MONTHS: Final = {
    word: number
    for number, line in enumerate(_MONTH_WORDS.replace("\n  ", " ").strip().split("\n"), 1)
    for word in line.split()
}
"""The words for months in twelve languages, folded."""

_TIME: Final = r"(?:[T ,]+\d{1,2}:\d\d.{0,30})?"
_YEAR_FIRST: Final = re.compile(
    r"(?P<y>\d{4})(?P<s>[-/.])\s?(?P<m>\d{1,2})(?:(?P=s)\s?(?P<d>\d{1,2}))?\.?" + _TIME, re.ASCII
)
_TOGETHER: Final = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)" + _TIME, re.ASCII)
_EASTERN: Final = re.compile(r"(?:(?P<y>\d{4})\s?[年년]\s?)?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日일])?")
_NO_YEAR: Final = re.compile(r"--(\d\d)-?(\d\d)", re.ASCII)
_SHORT: Final = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d\d))?\s?\.?" + _TIME, re.ASCII)
_MONTH_AND_YEAR: Final = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{4})", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_NOTHING: Final = re.compile(r"(?:[0\s/.:-]+|-+|\d{1,2}/\d{1,2}/4501|4501-.*)", re.ASCII)
"""What stands for no date: "0/0/00", "00.00.0000", and the day that Outlook takes for none."""
_NO_DATE: Final = re.compile(r"0{1,4}([/.-])0{1,2}\1(?:0{1,4}|4501)", re.ASCII)
_BESIDE: Final = frozenset("de of the st nd rd th er a den do del la le г год года r".split())
_LONGEST: Final = 60
_CENTURY_TURN, _BIRTH_TURN = 69, 15
"""From which number on a year of two digits is of the last century: as in POSIX, and for people one meets."""
_YEAR_LEFT_OUT: Final = 1604  # what Apple writes for a birthday whose year is not known


class Parts(NamedTuple):
    """Year, month and day; each may be unknown."""

    year: int | None
    month: int | None
    day: int | None


class Order(NamedTuple):
    """Whether the day comes first in dates like 4/8/2024, and whether the cells say so or something around them."""

    day_first: bool
    is_told: bool


def order_of(cells: Iterable[str], otherwise: bool) -> Order | None:
    """The order of a column's short dates, told by a day above twelve; None when no cell leaves it open.

    `otherwise` is what is taken when nothing tells. Dates with points have the day first everywhere.
    """
    is_open, firsts, seconds = False, 0, 0
    for cell in cells:
        match = _SHORT.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
        if match is None or match[2] == "." or _NOTHING.fullmatch(cell):
            continue
        first, second = int(match[1]), int(match[3])
        firsts += first > 12
        seconds += second > 12
        is_open = is_open or (first <= 12 and second <= 12 and first != second)
    if firsts or seconds:
        return Order(firsts >= seconds, True)
    return Order(otherwise, False) if is_open else None


def is_none(cell: str) -> bool:
    """Whether a cell says that there is no date: "0/0/00", "0.0.00", "00.00.0000"."""
    return _NO_DATE.fullmatch(cell) is not None


def birthday(cell: str, day_first: bool) -> str | None:
    """A birthday as "1980-03-22" or "--03-22"; empty for "0/0/00", None for what is none."""
    parts = _parts(cell, day_first, _BIRTH_TURN)
    if parts is None or parts == (None, None, None):
        return None if parts is None else ""
    year, month, day = parts
    if month is None or day is None:
        return None
    try:
        return str(Birthday(month, day, None if year == _YEAR_LEFT_OUT else year))
    except ValueError:
        return None


def partial(cell: str, day_first: bool) -> str | None:
    """A day, month or year as "2019-05-12", "2019-05" or "2019"; empty for "0/0/00", None for what is none."""
    parts = _parts(cell, day_first, _CENTURY_TURN)
    if parts is None or parts == (None, None, None):
        return None if parts is None else ""
    year, month, day = parts
    try:
        return None if year is None else str(PartialDate(year, month, day))
    except ValueError:
        return None


def birthday_of(year: str, month: str, day: str) -> str | None:
    """A birthday from three cells, of which the year may be empty; empty when all are, None when they make none."""
    written = [cell.strip() for cell in (year, month, day)]
    numbers = [int(cell) if re.fullmatch(r"[0-9]{1,4}", cell) else MONTHS.get(fold(cell), 0) for cell in written]
    if not any(numbers):
        return "" if not any(cell.strip("0-") for cell in written) else None
    is_odd = any(cell.strip("0-") and not number for cell, number in zip(written, numbers, strict=True))
    if is_odd or not (numbers[1] and numbers[2]):
        return None
    try:
        return str(Birthday(numbers[1], numbers[2], numbers[0] or None))
    except ValueError:
        return None


def _parts(cell: str, day_first: bool, turn: int) -> Parts | None:
    """The parts of a date in any of the shapes; all unknown for what stands for no date."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return None
    if not text or _NOTHING.fullmatch(text):
        return Parts(None, None, None)
    if match := _SHORT.fullmatch(text):
        return _short(match, day_first, turn)
    return _year_first(text) or _month_and_year(text) or _in_words(text, turn)


def _year_first(text: str) -> Parts | None:
    """ "1980-03-22", "1980/03", "19800322", "--03-22", "1980年3月22日"."""
    for shape in (_YEAR_FIRST, _TOGETHER, _EASTERN):
        if match := shape.fullmatch(text):
            year, month, day = (int(part) if part else None for part in (match["y"], match["m"], match["d"]))
            return Parts(year, month, day)
    match = _NO_YEAR.fullmatch(text)
    return Parts(None, int(match[1]), int(match[2])) if match else None


def _month_and_year(text: str) -> Parts | None:
    match = _MONTH_AND_YEAR.fullmatch(text)
    if match:
        return Parts(int(match[2]), int(match[1]), None)
    return Parts(int(text), None, None) if _YEAR.fullmatch(text) else None


def _short(match: re.Match[str], day_first: bool, turn: int) -> Parts:
    first, second = int(match[1]), int(match[3])
    has_day_first = first > 12 or (second <= 12 and (day_first or match[2] == "."))
    day, month = (first, second) if has_day_first else (second, first)
    return Parts(_full_year(match[4], turn) if match[4] else None, month, day)


def _in_words(text: str, turn: int) -> Parts | None:
    """ "12 March 2024", "Mar 12, 2024", "7-Feb-22", "May 2024", "12. März"."""
    words = [word for word in re.findall(r"[0-9]+|[^\W\d_]+", fold(text)) if word not in _BESIDE]
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    if len(months) != 1 or len(numbers) + 1 != len(words) or not 1 <= len(numbers) <= 2:
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(days) == 2:
        years, days = days[1:], days[:1]
    if len(years) + len(days) != len(numbers) or len(years) > 1:
        return None
    return Parts(_full_year(years[0], turn) if years else None, months[0], int(days[0]) if days else None)


def _full_year(written: str, turn: int) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= turn else 2000)
