"""The letters of a table: as chosen, or as they most likely are, the two-byte scripts of the East among them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Final, NamedTuple

from hallway.domain.records import Complaint
from hallway.formats import text

CERTAIN: Final = frozenset({"utf-8", "utf-16-le", "utf-16-be"})
"""Encodings that a file shows for certain."""


class _Pair(NamedTuple):
    """An encoding with two bytes a letter: words for it, and the first bytes of its common letters."""

    codec: str
    words: str
    common: frozenset[int]


_PAIRS: Final = (
    _Pair("cp932", "Japanese", frozenset({0x82, 0x83, *range(0x88, 0x98)})),
    _Pair("cp949", "Korean", frozenset(range(0xB0, 0xC9))),
    _Pair("gb18030", "Chinese", frozenset(range(0xB0, 0xD8))),
    _Pair("big5", "Chinese (Big5)", frozenset(range(0xA4, 0xC7))),
)
_ENOUGH: Final = 0.6
"""How common the letters have to be, from 0 to 1, for a script of the East to be believed."""
_MOST_LINES: Final = 200
_LONGEST_LINE: Final = 2_000
_LINE: Final = re.compile(rb"[^\r\n]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HALF_WIDTH: Final = range(0xFF61, 0xFFA0)


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a file, what it was read in, whether that was guessed, and what is to be said of it."""

    text: str
    encoding: str
    complaints: tuple[Complaint, ...] = ()
    is_guessed: bool = False


def decode(data: bytes, encoding: str = "") -> Letters:
    """Read the bytes in an encoding; without one, or with one that nobody knows, in what they look like."""
    found = text.decode(data)
    is_as_found = encoding in ("", found.encoding) and (not encoding or found.encoding in CERTAIN)
    chosen = None if is_as_found else _read(data, encoding)
    if chosen:
        return chosen
    pair = None if found.encoding in CERTAIN else eastern(data)
    if pair is None:
        return Letters(found.text, found.encoding, found.complaints, found.encoding not in CERTAIN)
    guessed = _read(data, pair.codec) or Letters("", pair.codec)
    told = Complaint("file", f"The file is not UTF-8 and was read as {pair.words}. Some letters may be wrong.")
    return replace(guessed, complaints=(told, *guessed.complaints), is_guessed=True)


def _read(data: bytes, encoding: str) -> Letters | None:
    """The bytes in one encoding, with a count of letters that nothing can be made of; None for no encoding at all."""
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    try:
        written = data.removeprefix(marks.get(encoding, b"")).decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None
    told = (
        *_counted(written.count("\ufffd"), "character could not be read.", "characters could not be read."),
        *_counted(
            len(_CONTROLS.findall(written)), "control character was taken out.", "control characters were taken out."
        ),
    )
    return Letters(text.clean(written.removeprefix("\ufeff")), encoding, told)


def _counted(count: int, one: str, many: str) -> tuple[Complaint, ...]:
    return (Complaint("file", f"{count} {one if count == 1 else many}"),) if count else ()


def eastern(data: bytes) -> _Pair | None:
    """The encoding with two bytes a letter that the lines beyond ASCII fit, or None."""
    beyond = (match.group()[:_LONGEST_LINE] for match in _LINE.finditer(data) if not match.group().isascii())
    lines = list(islice(beyond, _MOST_LINES))
    scores = [(score, -at) for at, pair in enumerate(_PAIRS) if (score := _score(lines, pair)) >= _ENOUGH]
    return _PAIRS[-max(scores)[1]] if scores else None


def _score(lines: Sequence[bytes], pair: _Pair) -> float:
    """How common the letters are that the lines give, from 0 to 1; 0 when a line is not in the encoding at all."""
    points, count = 0.0, 0
    for line in lines:
        try:
            written = line.decode(pair.codec)
        except UnicodeDecodeError:
            return 0.0
        points -= sum(_mixes(before, after) for before, after in pairwise(written))
        for letter in written:
            if not letter.isascii():
                count += 1
                points += _points(letter, pair)
    return points / count if count else 0.0


def _points(letter: str, pair: _Pair) -> float:
    if ord(letter) in _HALF_WIDTH:
        return -0.5
    return 1.0 if letter.encode(pair.codec)[0] in pair.common else 0.1


def _mixes(before: str, after: str) -> bool:
    """Whether a small Latin letter stands right beside one of the East, as where Western letters are misread."""
    small = [letter for letter in (before, after) if letter.isascii() and letter.islower()]
    return bool(small) and before.isascii() != after.isascii()
