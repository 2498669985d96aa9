"""A card as a QR code (ISO/IEC 18004) that phones take in: its text, its dark squares, and the code as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from math import ceil

import segno

from hallway.domain.errors import Refused
from hallway.domain.records import PersonRecord
from hallway.formats.text import clean
from hallway.formats.vcard_writer import write_small

QUIET = 4
"""Light squares that a reader needs around the code (section 5.3.8)."""
READABLE = 10
"""The largest version (57 squares a side) that a phone still reads with ease at arm's length from a screen."""
PICTURE_SIDE = 1024
"""A saved picture has at least so many pixels a side."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code without its quiet edge: `rows` hold a 1 for each dark square. `text` is the card inside."""

    text: str
    rows: tuple[bytes, ...]
    version: int
    level: str

    @property
    def is_dense(self) -> bool:
        """Whether a phone has to come close to read it."""
        return self.version > READABLE


def code(person: PersonRecord) -> Code:
    """The card as squares. Raises `Refused` when it holds more than a code can."""
    text = write_small(person)
    symbol = _symbol(text)
    return Code(text, tuple(bytes(row) for row in symbol.matrix), int(symbol.version), symbol.error or "")


def svg(person: PersonRecord) -> bytes:
    """The code as a drawing that stays sharp at every size, dark on white."""
    data = BytesIO()
    symbol = _symbol(write_small(person))
    symbol.save(data, kind="svg", scale=10, border=QUIET, dark="black", light="white", title=clean(person.name))
    return data.getvalue()


def png(person: PersonRecord) -> bytes:
    """The code as a picture of whole pixels, dark on white."""
    data = BytesIO()
    symbol = _symbol(write_small(person))
    scale = ceil(PICTURE_SIDE / symbol.symbol_size(border=QUIET)[0])
    symbol.save(data, kind="png", scale=scale, border=QUIET, dark="black", light="white")
    return data.getvalue()


def _symbol(text: str) -> segno.QRCode:
    """Level M mends 15 % of the squares; a large code gives some of that up for larger squares.

    What room is left in the squares needed goes into mending again (`boost_error`).
    """
    try:
        usual = _made(text, "l")
        if usual.version <= READABLE:
            strong = _made(text, "m")
            usual = strong if strong.version <= READABLE else usual
    except segno.DataOverflowError as error:
        raise Refused(
            "All of this does not fit into one code.", "Nothing was changed.", "Leave a field out."
        ) from error
    return usual


def _made(text: str, level: str) -> segno.QRCode:
    """UTF-8 without a mark that says so: phones guess it rightly, and some stumble over the mark."""
    return segno.make(text, error=level, mode="byte", encoding="utf-8", micro=False)
