"""A card as a QR code (ISO/IEC 18004) that phones take in: its text, its dark squares, and the code as a picture."""

from __future__ import annotations

from io import BytesIO
from math import ceil

import segno

from hallway.domain.errors import Refused
from hallway.domain.own_profile import QUIET, Code
from hallway.domain.records import PersonRecord
from hallway.formats.text import clean
from hallway.formats.vcard_writer import write_small

READABLE_BYTES = 213
"""What a code of the largest readable version holds at level M (table 7)."""
PICTURE_SIDE = 1024
"""A saved picture has at least so many pixels a side."""


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
    """Level M mends 15 % of the squares; a card too long for it gives half of that up, for larger squares (level L).

    What room is left goes into mending again, as segno does by itself. UTF-8 without a mark that says so: phones
    guess it rightly, and some stumble over the mark.
    """
    level = "m" if len(text.encode()) <= READABLE_BYTES else "l"
    try:
        return segno.make(text, error=level, mode="byte", encoding="utf-8", micro=False)
    except segno.DataOverflowError as error:
        raise Refused(
            "All of this does not fit into one code.", "Nothing was changed.", "Leave a field out."
        ) from error
