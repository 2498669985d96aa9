"""Cut a vCard file into logical lines and cards, with the foldings of all three versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats.content_lines import halves
from hallway.formats.limits import shown

Logical = tuple[int, str]
"""A logical line, after the number of its first physical line."""

_BEGIN: Final = re.compile(r"[ \t\ufeff]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END: Final = re.compile(r"[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_AGENT: Final = re.compile(r"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t]*", re.IGNORECASE)
_AGENT_BEGIN: Final = re.compile(rf"{_AGENT.pattern}{_BEGIN.pattern}", re.IGNORECASE)
_ENCODING: Final = re.compile(r";(?:ENCODING=)?\"?(QUOTED-PRINTABLE|BASE64|B)\"?(?=;|$)", re.IGNORECASE)
_MARKS: Final = "aAbBeE \t\ufeff"
"""How lines begin that may begin or end a card."""
_QUOTED: Final = re.compile(r'"[^"]*[;:,][^"]*"')
_BASE64_ONLY: Final = re.compile(r"[A-Za-z0-9+/]+={0,2}[ \t]*")
_OLD: Final = re.compile(r"VERSION[ \t]*:[ \t]*2\.1[ \t]*", re.IGNORECASE)
_CUT_AT: Final = range(74, 77)
"""Lengths of lines that were cut by counting, as version 3.0 has it."""


@dataclass(slots=True)
class Card:
    """One card: the physical line of its BEGIN, and its logical lines with their own numbers."""

    number: int
    lines: list[Logical] = field(default_factory=list)


def split_cards(logical: Iterable[Logical], complaints: list[Complaint]) -> list[Card]:
    """Every card of the file, also those whose END is missing; cards inside a card (AGENT) are told of and left out."""
    cards: list[Card] = []
    card: Card | None = None
    nested, stray, before = 0, 0, ""
    for number, line in logical:
        may_mark = line[:1] in _MARKS
        if may_mark and card and _begins_within(before, line):
            nested += 1
            if nested == 1:
                complaints.append(Complaint(f"line {number}", "A card inside this card was left out."))
        elif may_mark and _BEGIN.fullmatch(line):
            if card:
                complaints.append(_unclosed(card))
            card, nested = Card(number), 0
            cards.append(card)
        elif card is None:
            stray = stray or number
        elif may_mark and _END.fullmatch(line):
            nested, card = (nested - 1, card) if nested else (0, None)
        elif not nested:
            card.lines.append((number, line))
        before = line
    if card:
        complaints.append(_unclosed(card))
    if stray and cards:
        complaints.append(Complaint(f"line {stray}", "Text outside of any card was left out."))
    return cards


def _begins_within(before: str, line: str) -> bool:
    """Whether a line begins a card within a card, as the value of AGENT that stands before it or on the same line."""
    if _BEGIN.fullmatch(line):
        return _AGENT.fullmatch(before) is not None
    return _AGENT_BEGIN.fullmatch(line) is not None


def _unclosed(card: Card) -> Complaint:
    return Complaint(
        f"line {card.number}",
        "The card has no end; what is there was read.",
        shown("\n".join(text for _, text in card.lines)),
    )


def unfold(physical: Sequence[str]) -> list[Logical]:
    """Logical lines: white space folds (3.0, 4.0), soft breaks of quoted-printable and bare base64 lines (2.1)."""
    logical: list[Logical] = []
    number, parts, soft, photo, old = 0, [""], False, False, False
    for at, line in enumerate(_without_indent(physical), start=1):
        if soft and not _END.fullmatch(line):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
            soft = line.endswith("=")
            continue
        soft = False
        if line[:1] in (" ", "\t") and number and not (photo and _END.fullmatch(line)):
            parts.append(_continued(line, parts[-1], photo, old))
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
        encoding = encoding_in(halves(line)[0]) if ";" in head else ""
        photo, soft = encoding == "BASE64", encoding == "QUOTED-PRINTABLE" and line.endswith("=")
        if line[:1] in "vVbB \t\ufeff":
            old = (old and not _BEGIN.fullmatch(line)) or _OLD.fullmatch(line) is not None
    if number:
        logical.append((number, "".join(parts)))
    return logical


def _continued(line: str, before: str, photo: bool, old: bool) -> str:
    """What a folded line adds; in version 2.1 the white space is part of it, unless a program cut by counting."""
    if photo and _BASE64_ONLY.fullmatch(line.strip()):
        return line.strip()
    return line if old and len(before) not in _CUT_AT else line[1:]


def encoding_in(head: str) -> str:
    """QUOTED-PRINTABLE, BASE64 or nothing, told by what stands before the colon."""
    match = _ENCODING.search(_QUOTED.sub("", head) if '"' in head else head) if ";" in head else None
    return "" if match is None else "BASE64" if match[1][0] in "bB" else "QUOTED-PRINTABLE"


def _without_indent(physical: Sequence[str]) -> Iterable[str]:
    """The lines of a file that was indented as a whole, set back to the left."""
    first = next((line for line in physical if line.strip(" \t\ufeff")), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    if not indent or not _BEGIN.fullmatch(first):
        return physical
    return (line.removeprefix(indent) for line in physical)
