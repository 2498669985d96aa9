"""People to the CSV that Outlook on the web imports, with its sixty-one columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

from hallway.domain.partial_dates import Birthday
from hallway.domain.records import PersonRecord
from hallway.formats.name_columns import names_that_spell, town_and_country
from hallway.formats.text import clean

HEADERS: Final = (
    "First Name", "Middle Name", "Last Name", "Title", "Suffix", "Nickname", "Given Yomi", "Surname Yomi",
    "E-mail Address", "E-mail 2 Address", "E-mail 3 Address", "Home Phone", "Home Phone 2", "Business Phone",
    "Business Phone 2", "Mobile Phone", "Car Phone", "Other Phone", "Primary Phone", "Pager", "Business Fax",
    "Home Fax", "Other Fax", "Company Main Phone", "Callback", "Radio Phone", "Telex", "TTY/TDD Phone", "IMAddress",
    "Job Title", "Department", "Company", "Office Location", "Manager's Name", "Assistant's Name",
    "Assistant's Phone", "Company Yomi", "Business Street", "Business City", "Business State",
    "Business Postal Code", "Business Country/Region", "Home Street", "Home City", "Home State", "Home Postal Code",
    "Home Country/Region", "Other Street", "Other City", "Other State", "Other Postal Code", "Other Country/Region",
    "Personal Web Page", "Spouse", "Schools", "Hobby", "Location", "Web Page", "Birthday", "Anniversary", "Notes",
)  # fmt: skip
_MAILS: Final = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
_PAGES: Final = ("Personal Web Page", "Web Page")
_PHONES: Final = {
    "home": ("Home Phone", "Home Phone 2"), "work": ("Business Phone", "Business Phone 2"),
    "mobile": ("Mobile Phone",), "car": ("Car Phone",), "other": ("Other Phone",), "main": ("Primary Phone",),
    "pager": ("Pager",), "work fax": ("Business Fax",), "home fax": ("Home Fax",), "other fax": ("Other Fax",),
    "fax": ("Business Fax", "Home Fax", "Other Fax"), "company main": ("Company Main Phone",),
    "callback": ("Callback",), "radio": ("Radio Phone",),
}  # fmt: skip
_FREE: Final = ("Other Phone", "Primary Phone", "Mobile Phone", "Business Phone 2", "Home Phone 2", "Callback")
"""Where numbers go that say nothing of their kind, or whose own column is taken."""


def write(records: Sequence[PersonRecord]) -> bytes:
    """One row a person, in the order given, in UTF-8 with a byte order mark; days are written 3/22/1980.

    Three mails, two pages and one affiliation fit in, and as many phones as there are columns; groups, topics and a
    birthday without its year have none. Cells are not guarded: nothing would take the guard away.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADERS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for person in records:
        writer.writerow({header: clean(cell) for header, cell in _cells(person).items()})
    return out.getvalue().encode("utf-8-sig")


def _cells(person: PersonRecord) -> dict[str, str]:
    given, additional, family = names_that_spell(person)
    first, _, last = person.phonetic.partition(" ")
    work = person.works[0] if person.works else None
    town, country = town_and_country(person.place)
    return {
        "First Name": given,
        "Middle Name": additional,
        "Last Name": family,
        "Title": person.prefix,
        "Suffix": person.suffix,
        "Nickname": person.nickname,
        "Given Yomi": first,
        "Surname Yomi": last,
        **dict(zip(_MAILS, (email.address for email in person.emails), strict=False)),
        **_phones(person),
        "Job Title": work.role if work else "",
        "Department": work.unit if work else "",
        "Company": work.organisation if work else "",
        "Business City": town,
        "Business Country/Region": country,
        **dict(zip(_PAGES, (profile.url for profile in person.profiles), strict=False)),
        "Birthday": _day(person.birthday),
        "Notes": person.note,
    }


def _phones(person: PersonRecord) -> dict[str, str]:
    """Each number in the column of its kind; the others wherever a column is free."""
    cells: dict[str, str] = {}
    homeless = []
    for phone in person.phones:
        column = next((column for column in _PHONES.get(phone.label, ()) if column not in cells), "")
        if column:
            cells[column] = phone.number
        else:
            homeless.append(phone.number)
    free = [column for column in _FREE if column not in cells]
    return cells | dict(zip(free, homeless, strict=False))


def _day(birthday: str) -> str:
    try:
        day = Birthday.parse(birthday)
    except ValueError:
        return ""
    return f"{day.month}/{day.day}/{day.year}" if day.year else ""
