"""How people are reached, as Monica 4 has it: addresses, numbers, pages, and where they live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from hallway.domain import errors
from hallway.domain.contacts import checked_phone, is_address
from hallway.domain.records import Email, Phone, Profile
from hallway.formats import links
from hallway.formats.countries import country_called
from hallway.formats.monica_parts import Account, Thing, labelled, properties, said, things

_OF_NUMBERS: Final = frozenset({"whatsapp", "signal", "telegram", "viber", "threema"})
"""Services where people are known by their phone number."""


@dataclass(slots=True)
class Ways:
    """What was found, and as lines of a note what is none of it."""

    emails: list[Email] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    place: str = ""
    lines: list[str] = field(default_factory=list)


def ways(lists: list[Thing], account: Account) -> Ways:
    """Everything of somebody's lists that says how to reach them."""
    found = Ways()
    for listed in lists:
        kind = said(listed, "type")
        for one in map(properties, things(listed.get("values"))):
            if kind == "contact_field":
                _take_field(found, said(one, "data"), account.kind(one))
            elif kind == "address":
                _take_address(found, one)
    return found


def _take_field(found: Ways, written: str, kind: Mapping[str, str]) -> None:
    """By its kind, and by its shape where Monica does not know the kind or what is written is not of it."""
    name, protocol, what = kind["name"], kind["protocol"], kind["type"]
    if not written:
        return
    page = None if what in ("email", "phone") else _page(written, name, protocol)
    address = written.removeprefix("mailto:")
    number = _number(written) if what == "phone" or not name or name.lower() in _OF_NUMBERS else ""
    if page:
        found.profiles.append(page)
    elif is_address(address):
        found.emails.append(Email(address))
    elif number:
        found.phones.append(Phone(number, "" if what == "phone" else name))
    else:
        found.lines.append(labelled(name or "Reached by", written))


def _page(written: str, service: str, protocol: str) -> Profile | None:
    """A whole address, a name at a service, or what stands behind a service's address."""
    site, slash, _ = written.partition("/")
    page = links.profile(links.with_scheme(written)) if slash and ("." in site or ":" in site) else None
    page = page or links.from_handle(service, written)
    if page or service.lower() in _OF_NUMBERS or is_address(written) or not links.is_web(protocol):
        return page
    return links.profile(protocol + written.removeprefix("@"))


def _number(written: str) -> str:
    try:
        return checked_phone(written)
    except errors.Refused:
        return ""


def _take_address(found: Ways, one: Thing) -> None:
    """The first town and country are the place; an address that says more stands in the note as a whole."""
    street, town, province, code = (said(one, name) for name in ("street", "city", "province", "postal_code"))
    country = country_called(said(one, "country"))
    place = ", ".join(part for part in (town, country) if part)
    label = said(one, "name")
    where = ", ".join(filter(None, (said(one, "latitude"), said(one, "longitude"))))
    whole = ", ".join(filter(None, (street, f"{code} {town}".strip(), province, country))) or where
    if whole and (label or street or code or province or not place or found.place):
        found.lines.append(labelled(f"Address ({label})" if label else "Address", whole))
    found.place = found.place or place
