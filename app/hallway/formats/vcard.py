"""vCard: read versions 2.1, 3.0 and 4.0 as the programs of this world write them; write 3.0 or 4.0."""

from __future__ import annotations

from hallway.domain.records import Complaint, Parsed, PersonRecord, Report
from hallway.formats import limits
from hallway.formats.vcard_cards import split_cards
from hallway.formats.vcard_letters import logical_lines
from hallway.formats.vcard_reader import read_card
from hallway.formats.vcard_writer import write

__all__ = ["read", "write"]


def read(data: bytes, report: Report | None = None) -> Parsed[PersonRecord]:
    """Read every card of a file; a card or line that cannot be used becomes a complaint and the rest goes on.

    Lists of people and cards of organisations are told of and left out.
    """
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), "vcard")
    complaints = limits.Complaints()
    logical, code_page = logical_lines(data, complaints)
    cards = split_cards(logical, complaints)
    people: list[PersonRecord] = []
    for done, card in enumerate(cards):
        limits.tell(report, done, len(cards))
        if len(people) == limits.MAX_RECORDS:
            complaints.append(limits.too_many(f"line {card.number}"))
            break
        person = read_card(card, code_page, complaints)
        if person:
            people.append(person)
    if not cards:
        complaints.append(Complaint("file", "There is no card in this file."))
    complaints.sort(key=_line)
    return complaints.parsed(people, "vcard")


def _line(complaint: Complaint) -> int:
    """The line that is complained about; letters, cards and properties are looked at one after the other."""
    return int(complaint.where.removeprefix("line ")) if complaint.where.startswith("line ") else 0
