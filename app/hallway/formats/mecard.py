"""MECARD, the short address card of QR codes (NTT DOCOMO, "Function of reading QR code"): text in, a person out."""

from __future__ import annotations

import re

from hallway.domain.records import Email, PersonRecord, Phone, Work
from hallway.formats import links
from hallway.formats.limits import clipped
from hallway.formats.text import clean
from hallway.formats.vcard_values import birthday_of

BEGIN = re.compile(r"\s*MECARD:", re.IGNORECASE)
FIELD = re.compile(r"(?<![A-Z-])([A-Z-]+):((?:\\.|[^;\\])*)(?:;|$)", re.IGNORECASE | re.DOTALL)
COMMA = re.compile(r"(?<!\\),")


def read(text: str) -> PersonRecord | None:
    """The person of a MECARD; None for any other text or a card without a name."""
    begin = BEGIN.match(text)
    if not begin:
        return None
    fields = [(name.upper(), value) for name, value in FIELD.findall(text[begin.end() :]) if value.strip()]

    def all_of(field: str) -> list[str]:
        return [_plain(value) for name, value in fields if name == field]

    name = next((_turned(value) for field, value in fields if field == "N"), "")
    if not name:
        return None
    pages = [page for page in map(links.profile, all_of("URL")) if page]
    return PersonRecord(
        name, emails=tuple(map(Email, all_of("EMAIL"))), phones=tuple(map(Phone, all_of("TEL"))),
        profiles=tuple(pages), works=tuple(Work(place) for place in all_of("ORG")[:1]),
        nickname=next(iter(all_of("NICKNAME")), ""), birthday=birthday_of(next(iter(all_of("BDAY")), "")),
        place=next(iter(all_of("ADR")), ""), note=" ".join(all_of("NOTE")),
    )  # fmt: skip


def _turned(value: str) -> str:
    """ "Ruiz,Ana" is Ana Ruiz; without a comma it stands as written."""
    family, *given = [_plain(part) for part in COMMA.split(value)]
    return " ".join(part for part in (*given, family) if part)


def _plain(value: str) -> str:
    return clipped(" ".join(re.sub(r"\\(.)", r"\1", clean(value), flags=re.DOTALL).split()))
