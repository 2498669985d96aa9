"""One card to one person: each line to whoever understands it, all others kept as they are."""

from __future__ import annotations

import re
from typing import Final

from hallway.domain.records import Complaint, PersonRecord
from hallway.formats.content_lines import ContentLine, split_line, unescape
from hallway.formats.limits import MAX_PHOTO, clipped, shown
from hallway.formats.vcard_cards import Card
from hallway.formats.vcard_draft import Draft, person_of
from hallway.formats.vcard_letters import charset_of, unquoted
from hallway.formats.vcard_takers import TAKERS
from hallway.formats.vcard_values import encoding_of, verbatim

_SILENT: Final = frozenset({"VERSION", "PRODID", "REV", "PROFILE"})
_BLANK: Final = re.compile(r"(?:\s|\\[nN])*+")
_MAX_UNKNOWN: Final = MAX_PHOTO * 4 // 3


def read_card(card: Card, code_page: str, complaints: list[Complaint]) -> PersonRecord | None:
    """The person on a card, or None (with a complaint) when it is nobody's.

    `code_page` is how quoted-printable letters are read that do not say so themselves.
    """
    parsed: list[ContentLine] = []
    draft = Draft(code_page, complaints, {})
    for number, raw in card.lines:
        line = split_line(number, raw)
        if line is None:
            complaints.append(Complaint(f"line {number}", "This is not a line of a card; it was left out.", shown(raw)))
            continue
        if line.group and line.name == "X-ABLABEL":
            draft.labels[line.group.lower()] = clipped(unescape(line.value).strip())
        elif line.name == "PRODID":
            draft.is_ours = "//Hallway//" in line.value
        parsed.append(line)
    for line in parsed:
        _take(draft, line)
    _keep_labels(draft, parsed)
    return person_of(draft, card)


def _take(draft: Draft, line: ContentLine) -> None:
    """Give one line to whoever understands it; keep it as it is when nobody does."""
    name = line.name
    if name in _SILENT or (name == "X-ABLABEL" and line.group):
        return
    value = line.value
    if line.params and encoding_of(line) == "QUOTED-PRINTABLE":
        value = unquoted(value, charset_of(f";CHARSET={line.first('CHARSET')}"), draft.code_page)
    if not value or ((value[0].isspace() or value[0] == "\\") and _BLANK.fullmatch(value)):
        return
    take = TAKERS.get(name)
    is_marked = draft.is_ours or "ALTID" in line.params
    if take is None or (is_marked and _is_alternative(draft, line)) or not take(draft, line, value):
        _keep(draft, line, value)


def _is_alternative(draft: Draft, line: ContentLine) -> bool:
    """Whether a line only says in other words what one before it has said (RFC 6350, section 5.4).

    On our own cards what was chosen stands without a mark, and before what is kept.
    """
    group = line.first("ALTID")
    key = (line.name, "" if draft.is_ours else group)
    if group and key in draft.alternatives:
        return True
    draft.alternatives.add(key)
    return False


def _keep(draft: Draft, line: ContentLine, value: str) -> None:
    kept = verbatim(line, value)
    if kept and len(kept) <= _MAX_UNKNOWN:
        draft.unknown.append((line.number, kept))
    else:
        draft.complain(line.number, "This line could not be kept.", line.raw)


def _keep_labels(draft: Draft, parsed: list[ContentLine]) -> None:
    """Labels of lines that are kept are kept with them."""
    groups = {raw.partition(".")[0].lower() for _, raw in draft.unknown if "." in raw.partition(":")[0]}
    for line in parsed:
        if line.name == "X-ABLABEL" and line.group.lower() in groups - draft.spent_labels:
            _keep(draft, line, line.value)
    draft.unknown.sort(key=lambda kept: kept[0])
