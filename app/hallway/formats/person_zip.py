"""The record of one person as a ZIP to hand to them: to read, for programs, and as an address card.

    README.txt   what is inside and what is not, in words
    record.md    everything in words (Markdown)
    person.json  everything, row by row
    person.vcf   an address card with the photo
    photo.jpg …  pictures, named in person.json

The same record gives the same bytes on the same day.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from hallway.domain import errors
from hallway.domain.person_record import say_date, sheet_of
from hallway.domain.records import PersonRecord
from hallway.formats import sheet_markdown, vcard
from hallway.formats.zip_parts import as_json, ending_of, put

FORMAT: Final = "hallway person record"
VERSION: Final = 1
CARD_VERSION: Final = "4.0"
PICTURES: Final = {"person_photo": "photo", "person_card": "card"}
"""What the pictures of a table are called; others are called by their table."""

Row = Mapping[str, Any]


class Handed(NamedTuple):
    """Who it is, who keeps the record (empty when it does not say), as of when, and all rows about them by table."""

    person: PersonRecord
    keeper: str
    on: date
    tables: Mapping[str, Sequence[Row]]


def write(handed: Handed) -> bytes:
    """The ZIP."""
    parts = dict(_parts(handed))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as whole:
        put(whole, "README.txt", _readme(handed, sorted(parts)))
        for name, data in parts.items():
            put(whole, name, data)
    return out.getvalue()


def check(data: bytes) -> None:
    """Raises `Refused` when it does not read back: a broken ZIP, rows that are none, a card that names nobody."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as whole:
            rows = json.loads(whole.read("person.json"))["tables"]
            card = vcard.read(whole.read("person.vcf"))
            is_whole = whole.testzip() is None and rows["person"] and len(card.records) == 1
    except Exception as error:  # a broken ZIP breaks in many ways
        raise errors.Refused("The record of this person does not read back.", "Nothing was changed.") from error
    if not is_whole:
        raise errors.Refused("The record of this person does not read back whole.", "Nothing was changed.")


def _parts(handed: Handed) -> Iterator[tuple[str, bytes]]:
    name = handed.person.name
    yield "record.md", sheet_markdown.write([sheet_of(name, handed.keeper, handed.on, handed.tables)])
    told = {
        table: [_without_bytes(table, at, row) for at, row in enumerate(rows)] for table, rows in handed.tables.items()
    }
    yield "person.json", as_json({
        "format": FORMAT, "version": VERSION, "person": name, "on": handed.on.isoformat(), "tables": told,
    })  # fmt: skip
    yield "person.vcf", vcard.write([handed.person], CARD_VERSION)
    for table, rows in handed.tables.items():
        for at, row in enumerate(rows):
            yield from ((_named(table, at, one), one) for one in row.values() if isinstance(one, bytes))


def _without_bytes(table: str, at: int, row: Row) -> dict[str, Any]:
    return {
        column: {"picture": _named(table, at, value)} if isinstance(value, bytes) else value
        for column, value in row.items()
    }


def _named(table: str, at: int, picture: bytes) -> str:
    return f"{PICTURES.get(table, table)}{f'-{at + 1}' if at else ''}.{ending_of(picture)}"


def _readme(handed: Handed, parts: Sequence[str]) -> bytes:
    name, kept = handed.person.name, f" by {handed.keeper}" if handed.keeper else ""
    pictures = [part for part in parts if not part.startswith(("person.", "record."))]
    inside = [
        "record.md    for reading: any program for texts opens it",
        "person.json  the same and all the rest, row by row, for programs (JSON, RFC 8259, UTF-8)",
        "person.vcf   an address card, for phones and mail programs (vCard 4.0)",
        *(f"{part:<12} a picture" for part in pictures),
    ]
    return f"""This is what is kept{kept} about {name}, as of {say_date(handed.on)}.
It comes from a record of people met, which was written with Hallway and lies on one computer.

{chr(10).join(inside)}

Others stand in it by name only, and only where something is about them and {name}: a conversation, a tie, an
introduction. What is kept about others alone is not in here. Words written about several people at once, such as the
summary of a conversation, are in here as they were written.

Not in here: mentions of {name} in notes on others; earlier wordings, which are kept for a while so that a change can
be taken back; and copies of the record, which are kept in case it is lost.
""".encode()
