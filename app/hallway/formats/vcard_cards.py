"""Cut a vCard file into cards and logical lines, with the foldings of all three versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats.limits import shown

_BEGIN: Final = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END: Final = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_NESTED: Final = re.compile(r"(?:[\w-]+\.)?AGENT\b[^:]*:\s*", re.IGNORECASE)
_ENCODING: Final = re.compile(r";(?:ENCODING=)?\"?(QUOTED-PRINTABLE|BASE64|B)(?![\w-])", re.IGNORECASE)
_BASE64_ONLY: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}\s*")


@dataclass(slots=True)
class Card:
    """One card: the physical line of its BEGIN, and its logical lines with their own numbers."""

    number: int
    lines: list[tuple[int, str]] = field(default_factory=list)


def split_cards(physical: Sequence[str], complaints: list[Complaint]) -> list[Card]:
    """Every card of the file, also those whose END is missing; cards inside a card (AGENT) are passed over."""
    cards: list[Card] = []
    card: Card | None = None
    nested = 0
    stray = 0
    for number, line in _unfold(physical):
        if line[:1] in "bB \t\ufeff" and _BEGIN.fullmatch(line.lstrip("\ufeff")):
            if card and (nested or (card.lines and _NESTED.fullmatch(card.lines[-1][1]))):
                nested += 1
                continue
            if card:
                complaints.append(_unclosed(card))
            card = Card(number)
            cards.append(card)
        elif card is None:
            stray = stray or number
        elif line[:1] in "eE \t" and _END.fullmatch(line):
            if nested:
                nested -= 1
            else:
                card = None
        elif not nested:
            card.lines.append((number, line))
    if card:
        complaints.append(_unclosed(card))
    if stray and cards:
        complaints.append(Complaint(f"line {stray}", "Text outside of any card was left out."))
    return cards


def _unclosed(card: Card) -> Complaint:
    return Complaint(
        f"line {card.number}",
        "The card has no end; what is there was read.",
        shown("\n".join(t for _, t in card.lines)),
    )


def _unfold(physical: Sequence[str]) -> list[tuple[int, str]]:
    """Logical lines: white space folds (3.0, 4.0), soft breaks of quoted-printable and bare base64 lines (2.1)."""
    logical: list[tuple[int, str]] = []
    number, parts, soft, photo = 0, [], False, False  # type: int, list[str], bool, bool
    for at, line in enumerate(physical, start=1):
        if soft and not _END.fullmatch(line):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
            soft = line.endswith("=")
            continue
        soft = False
        if line[:1] in (" ", "\t") and number and not _marks_card(line):
            parts.append(line.strip() if photo else line[1:])
            continue
        if not line.strip():
            photo = False
            continue
        if photo and _BASE64_ONLY.fullmatch(line):
            parts.append(line.strip())
            continue
        if number:
            logical.append((number, "".join(parts)))
        number, parts = at, [line]
        head = line.partition(":")[0]
        encoding = _ENCODING.search(head) if ";" in head else None
        photo = encoding is not None and encoding[1][0] in "bB"
        soft = encoding is not None and not photo and line.endswith("=")
    if number:
        logical.append((number, "".join(parts)))
    return logical


def _marks_card(line: str) -> bool:
    return _BEGIN.fullmatch(line) is not None or _END.fullmatch(line) is not None
