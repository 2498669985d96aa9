"""How the command line speaks: answers on standard output, messages on standard error, JSON for scripts."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from hallway.domain import errors
from hallway.domain.date_words import read_day
from hallway.domain.dates import say_day, say_distance

if TYPE_CHECKING:
    from argparse import _SubParsersAction

Verbs: TypeAlias = "_SubParsersAction[ArgumentParser]"

WIDEST = 100


def say(text: str = "") -> None:
    """One line of the answer; characters the terminal does not know become question marks."""
    print(_sayable(text))


def tell(message: str) -> None:
    """A message beside the answer."""
    print(_sayable(message, sys.stderr.encoding), file=sys.stderr)


def document(value: Any) -> None:
    """The answer as one JSON document; plain ASCII where the outside is not known to read UTF-8."""
    is_utf8 = (sys.stdout.encoding or "").replace("-", "").lower() == "utf8"
    print(json.dumps(value, ensure_ascii=not is_utf8, indent=2, default=str))


def columns(rows: Sequence[Sequence[str]]) -> None:
    """Rows in aligned columns; the last column is cut where the terminal ends."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    room = min(shutil.get_terminal_size((WIDEST, 0)).columns, WIDEST)
    for row in rows:
        *first, last = row
        start = "".join(cell + " " * (width - _width(cell) + 2) for cell, width in zip(first, widths, strict=False))
        say(start + _cut(last.replace("\n", " "), room - _width(start)) if sys.stdout.isatty() else start + last)


def day_from(words: str, today: date) -> date:
    """The day the user means. Raises `Refused` (with the nearest phrase that reads) rather than guess."""
    reading = read_day(words, today)
    if reading.day is not None:
        return reading.day
    if reading.choices:
        either = " or ".join(choice.isoformat() for choice in reading.choices)
        raise errors.Refused(f"“{words}” may be {either}.", "Nothing was changed.", "Write it that way.")
    ask = f"Did you mean “{reading.suggestion}”?" if reading.suggestion else "Try tuesday, 4 aug or 2026-08-04."
    raise errors.Refused(f"“{words}” does not read as a date.", "Nothing was changed.", ask)


def day_and_distance(day: date, today: date) -> str:
    """ "Tuesday 4 August, in 6 weeks"."""
    return f"{say_day(day, today)}, {say_distance(day, today)}"


def add_json(parser: ArgumentParser) -> None:
    """The option that every verb with an answer for scripts has."""
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _sayable(text: str, encoding: str | None = None) -> str:
    known = encoding or sys.stdout.encoding or "utf-8"
    return text.encode(known, "replace").decode(known)


def _width(text: str) -> int:
    """How many columns a terminal gives it."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _cut(text: str, room: int) -> str:
    return text if _width(text) <= room else text[: max(room - 1, 10)].rstrip() + "…"
