"""People to vCard 3.0 (RFC 2426) or 4.0 (RFC 6350): every line escaped, folded and checked before it leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from itertools import count
from typing import Final

from hallway.domain.records import PersonRecord, Profile, Work
from hallway.formats.content_lines import check, escape, fold, is_sound, param_text
from hallway.formats.text import clean
from hallway.formats.vcard_photo import encode_photo, photo_kind
from hallway.formats.vcard_values import address_of, place_of, types_for

VERSIONS: Final = ("3.0", "4.0")
PRODUCT: Final = "-//Hallway//Hallway//EN"

_OURS_ALONE: Final = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV"})
_GROUP: Final = re.compile(r"([A-Za-z0-9_-]+)\.")
_PHOTO_ADDRESS: Final = re.compile(r"(?:[A-Za-z0-9_-]+\.)?PHOTO(?:;[^:]*)?:https?:", re.IGNORECASE)
"""A kept line with the address of a photo; it stays behind when there is a photo of our own."""
_DAY: Final = re.compile(r"(?:\d{4}|-)-\d\d-\d\d", re.ASCII)
_ADDRESS: Final = re.compile(r"(?:[A-Za-z0-9_-]+\.)?ADR[;:]", re.IGNORECASE)


def write(records: Sequence[PersonRecord], version: str = "3.0") -> bytes:
    """All cards in one file. Raises ValueError for a version that is not written."""
    if version not in VERSIONS:
        raise ValueError(f"vCard {version} is not written")
    return check("".join(_card(person, version) for person in records).encode())


def write_small(person: PersonRecord) -> str:
    """One card of version 3.0 with as little in it as phones need: not folded, and nothing about the program."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", *_names(person), *_ways_to_reach(person, _free_groups(person))]
    lines.extend((*_about(person, "3.0"), "END:VCARD"))
    if not all(map(is_sound, lines)):
        raise ValueError("a written line does not follow the grammar of content lines")
    return "".join(f"{line}\r\n" for line in lines)


def _card(person: PersonRecord, version: str) -> str:
    lines = ["BEGIN:VCARD", f"VERSION:{version}", f"PRODID:{PRODUCT}"]
    lines.extend(_names(person))
    lines.extend(_ways_to_reach(person, _free_groups(person)))
    lines.extend(_about(person, version))
    lines.extend(_acquaintance(person))
    lines.extend(_photo(person, version))
    lines.extend(raw for raw in person.unknown if _may_leave(raw) and not (person.photo and _PHOTO_ADDRESS.match(raw)))
    lines.append("END:VCARD")
    return "".join(map(fold, lines))


def _may_leave(raw: str) -> bool:
    """A kept line leaves only when it is one sound line and does not pretend to be the frame of the card."""
    name = raw.partition(":")[0].partition(";")[0].rpartition(".")[2]
    return is_sound(raw) and name.upper() not in _OURS_ALONE


def _free_groups(person: PersonRecord) -> Iterator[str]:
    """Group names that no kept line uses."""
    taken = {match.group(1).lower() for raw in person.unknown if (match := _GROUP.match(raw))}
    return (group for number in count(1) if (group := f"item{number}") not in taken)


def _names(person: PersonRecord) -> Iterator[str]:
    if person.uid:
        yield f"UID:{escape(person.uid)}"
    yield f"FN:{escape(person.name)}"
    parts = (person.family, person.given, person.additional, person.prefix, person.suffix)
    yield "N:" + ";".join(map(escape, parts))
    yield from _text("NICKNAME", person.nickname)
    yield from _text("PRONOUNS", person.pronouns)
    first, space, last = person.phonetic.partition(" ")
    yield from _text("X-PHONETIC-FIRST-NAME", first)
    yield from _text("X-PHONETIC-LAST-NAME", last if space else "")


def _text(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}:{escape(value)}"


def _ways_to_reach(person: PersonRecord, groups: Iterator[str]) -> Iterator[str]:
    for email in person.emails:
        yield from _labelled("EMAIL", email.address, email.label, groups)
    for phone in person.phones:
        yield from _labelled("TEL", phone.number, phone.label, groups)
    for work in person.works:
        yield from _work(work, next(groups) if len(person.works) > 1 else "")
    for profile in person.profiles:
        yield _profile(profile)


def _labelled(name: str, value: str, label: str, groups: Iterator[str]) -> Iterator[str]:
    types = types_for(label)
    if types is not None:
        yield name + "".join(f";TYPE={kind}" for kind in types) + f":{escape(value)}"
        return
    group = next(groups)
    yield f"{group}.{name}:{escape(value)}"
    yield f"{group}.X-ABLabel:{escape(label)}"


def _work(work: Work, group: str) -> Iterator[str]:
    """The place and the role; dates stand with the first of them."""
    dot = f"{group}." if group else ""
    work = Work(*(clean(text).strip() for text in astuple(work)))
    dates = (("X-HALLWAY-START", work.start), ("X-HALLWAY-END", work.end))
    params = "".join(f";{name}={param_text(value)}" for name, value in dates if value)
    if work.organisation or work.unit:
        units = "".join(f";{escape(unit)}" for unit in _units(work.unit))
        yield f"{dot}ORG{params}:{escape(work.organisation)}{units}"
        params = ""
    if work.role:
        yield f"{dot}TITLE{params}:{escape(work.role)}"


def _units(unit: str) -> list[str]:
    """Units within units as components of their own, where reading joins them to the same again."""
    parts = unit.split("; ") if unit else []
    return parts if all(part and part == part.strip() for part in parts) else [unit]


def _birthday(written: str, version: str) -> str:
    """Without hyphens where there is no year, and in 4.0 always (RFC 6350, section 4.3.1)."""
    is_yearless = written.startswith("--")
    if not _DAY.fullmatch(written) or (version == "3.0" and not is_yearless):
        return written
    return ("--" if is_yearless else "") + written.replace("-", "")


def _profile(profile: Profile) -> str:
    """Addresses are not escaped in either version; a space or control character in one is percent-encoded."""
    address = re.sub(r"[\s\\]", lambda sign: f"%{ord(sign.group()):02X}", clean(profile.url))
    if profile.kind == "web":
        return f"URL:{address}"
    return f"X-SOCIALPROFILE;TYPE={param_text(profile.kind)}:{address}"


def _about(person: PersonRecord, version: str) -> Iterator[str]:
    yield from _place(person)
    if person.time_zone:
        yield f"TZ;VALUE=text:{escape(person.time_zone)}"
    for language in person.languages:
        yield f"LANG:{escape(language)}"
    yield from _text("BDAY", _birthday(person.birthday, version))
    yield from _text("NOTE", person.note)
    yield from _list("CATEGORIES", person.groups)
    yield from _list("X-HALLWAY-TOPICS", person.topics)


def _acquaintance(person: PersonRecord) -> Iterator[str]:
    """What only Hallway knows of: how one met, and how often one means to be in touch."""
    yield from _text("X-HALLWAY-MET-ON", person.met_on)
    yield from _text("X-HALLWAY-MET-HOW", person.met_how)
    if person.rhythm_days > 0:
        yield f"X-HALLWAY-RHYTHM:{person.rhythm_days}"


def _list(name: str, values: Iterable[str]) -> Iterator[str]:
    joined = ",".join(map(escape, values))
    if joined:
        yield f"{name}:{joined}"


def _place(person: PersonRecord) -> Iterator[str]:
    """The place as an address, unless a kept address already says it."""
    place = clean(person.place).strip()
    if not place:
        return
    kept = next((raw for raw in person.unknown if _ADDRESS.match(raw)), "")
    if not kept:
        address = address_of(place)
        yield f"ADR:{address}"
        if place_of(address) == place:
            return
    elif place_of(kept.partition(":")[2]) == place:
        return
    yield f"X-HALLWAY-PLACE:{escape(place)}"


def _photo(person: PersonRecord, version: str) -> Iterator[str]:
    kind = photo_kind(person.photo)
    if not kind:
        return
    packed = encode_photo(person.photo)
    if version == "3.0":
        yield f"PHOTO;ENCODING=b;TYPE={kind}:{packed}"
    else:
        yield f"PHOTO:data:image/{kind.lower()};base64,{packed}"
