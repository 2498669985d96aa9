"""Whether address cards that were written read back: as many people, and nothing odd in a line of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hallway.domain import errors
from hallway.domain.records import Complaint, PersonRecord, Report
from hallway.formats import limits, text, vcard
from hallway.formats.content_lines import fold

END: Final = b"\r\nEND:VCARD\r\n"
AT_ONCE: Final = 1_000
BYTES_AT_ONCE: Final = limits.MAX_BYTES // 4


def prove(data: bytes, records: Sequence[PersonRecord], report: Report | None = None) -> None:
    """Read the cards of these people again, some at a time, so that a large file is proven as well as a small one.

    A kept line of somebody else's program may be odd, and a note may be longer than what is read. Raises `Refused`.
    """
    *cards, rest = data.split(END)
    if rest or len(cards) != len(records):
        raise _refusal(f"{len(records)} people became {len(cards)} cards")
    for start, end in _pieces(cards):
        limits.tell(report, start, len(cards))
        _prove_piece(b"".join(card + END for card in cards[start:end]), records[start:end])


def _prove_piece(data: bytes, records: Sequence[PersonRecord]) -> None:
    parsed = vcard.read(data)
    if len(parsed.records) != len(records):
        raise _refusal(f"{len(records)} cards would be read as {len(parsed.records)} people")
    if parsed.complaints:
        lines, known = text.lines(text.decode(data).text), _may_be_odd(records)
        odd = next((one for one in parsed.complaints if not _line(one, lines).startswith(known)), None)
        if odd is not None:
            raise _refusal("a line would not be read")


def _pieces(cards: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """From which card to which (not with it): each piece is small enough to be read."""
    start = size = 0
    for at, card in enumerate(cards):
        if at - start == AT_ONCE or (size + len(card) > BYTES_AT_ONCE and at > start):
            yield start, at
            start, size = at, 0
        size += len(card) + len(END)
    if cards:
        yield start, len(cards)


def _may_be_odd(records: Sequence[PersonRecord]) -> tuple[str, ...]:
    """How lines begin that others wrote, or that are longer than what is read."""
    kept = {fold(raw).partition("\r\n")[0] for person in records for raw in person.unknown if raw}
    long_notes = {"NOTE:"} if any(len(person.note) > limits.MAX_TEXT for person in records) else set()
    return tuple(kept | long_notes)


def _line(one: Complaint, lines: Sequence[str]) -> str:
    number = one.where.removeprefix("line ")
    return lines[int(number) - 1] if number.isdecimal() and int(number) <= len(lines) else ""


def _refusal(why: str) -> errors.Refused:
    return errors.Refused(
        f"The address cards would not read back as they were written: {why}.",
        "What was there before is untouched.",
        "Save a table instead.",
    )
