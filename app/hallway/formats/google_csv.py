"""People to the CSV that Google Contacts imports, with as many numbered columns as the fullest person has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from hallway.domain.records import PersonRecord
from hallway.formats.name_columns import names_of, spelled, town_and_country
from hallway.formats.table_values import GOOGLE_JOINT
from hallway.formats.text import clean

_HEADERS: Final = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name",
    "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title",
    "Organization Department", "Birthday", "Notes", "Photo", "Labels",
)  # fmt: skip
_ADDRESS: Final = (
    "Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address",
)  # fmt: skip
_EVERYBODY: Final = "* myContacts"


def write(records: Sequence[PersonRecord]) -> bytes:
    """One row a person, in the order given, in UTF-8 without a mark, as Google writes it since 2024.

    A name that its parts do not give goes to "File As". Of several affiliations the first is written; topics, when one
    met, photos and what happened have no column and stay out. Cells are not guarded: nothing would take the guard away.
    """
    mails, numbers, pages = (
        max((len(values) for values in listed), default=0)
        for listed in (
            [person.emails for person in records],
            [person.phones for person in records],
            [person.profiles for person in records],
        )
    )
    address = [f"Address 1 - {part}" for part in _ADDRESS] if any(person.place for person in records) else []
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_HEADERS, *_numbered("E-mail", mails), *_numbered("Phone", numbers), *address,
                     *_numbered("Website", pages)])  # fmt: skip
    for person in records:
        cells = [
            *_fixed(person),
            *_filled(((email.label, email.address) for email in person.emails), mails),
            *_filled(((phone.label, phone.number) for phone in person.phones), numbers),
            *(_address(person) if address else ()),
            *_filled((("Profile", profile.url) for profile in person.profiles), pages),
        ]
        writer.writerow(map(clean, cells))
    return out.getvalue().encode()


def _numbered(kind: str, most: int) -> list[str]:
    return [f"{kind} {number} - {part}" for number in range(1, most + 1) for part in ("Label", "Value")]


def _address(person: PersonRecord) -> list[str]:
    town, country = town_and_country(person.place)
    return ["", "", "", town, "", "", "", country, ""]


def _fixed(person: PersonRecord) -> list[str]:
    given, additional, family = names_of(person)
    filed_as = "" if spelled(given, additional, family) == person.name else person.name
    first, _, last = person.phonetic.partition(" ")
    work = person.works[0] if person.works else None
    about = (work.organisation, work.role, work.unit) if work else ("", "", "")
    labels = GOOGLE_JOINT.join((_EVERYBODY, *person.groups))
    names = (given, additional, family, first, "", last, person.prefix, person.suffix, person.nickname, filed_as)
    return [*names, *about, person.birthday, person.note, "", labels]


def _filled(pairs: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Label and value of each, and empty cells for those that others have more."""
    cells = [cell for label, value in pairs for cell in (_label(label), value)]
    return cells + [""] * (2 * most - len(cells))


def _label(label: str) -> str:
    """Google's own labels begin with a capital."""
    return (
        label.title()
        if label in ("work", "home", "mobile", "other", "main", "work fax", "home fax", "pager")
        else label
    )
