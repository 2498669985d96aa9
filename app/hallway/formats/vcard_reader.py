"""One card to one person: which property means what, in the dialects of Apple, Google, Outlook and Android."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from hallway.domain.records import Complaint, Email, PersonRecord, Phone, Profile, Work
from hallway.formats import links
from hallway.formats.content_lines import ContentLine, split_line, split_value, unescape
from hallway.formats.limits import MAX_PHOTO, MAX_TEXT, clipped, shown
from hallway.formats.vcard_cards import Card
from hallway.formats.vcard_photo import BadPhoto, decode_photo
from hallway.formats.vcard_values import (
    GOOGLE_GROUPS,
    birthday_of,
    encoding_of,
    is_guessed,
    label_of,
    name_parts,
    place_of,
    plain_value,
    types_of,
    verbatim,
)

_DIRECTION_MARKS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_SILENT: Final = frozenset({"VERSION", "PRODID", "REV"})
_SINGLE: Final = {
    "NICKNAME": "nickname",
    "PRONOUNS": "pronouns",
    "X-PRONOUNS": "pronouns",
    "UID": "uid",
    "X-HALLWAY-PLACE": "place",
    "X-HALLWAY-MET-ON": "met_on",
}
_TOPICS: Final = frozenset({"X-HALLWAY-TOPICS", "X-TOPICS"})
_INTERESTS: Final = frozenset({"EXPERTISE", "INTEREST"})
_PHONETIC: Final = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_GUESSED: Final = "Some letters may be wrong: the card does not say how they are written."
_MAX_UNKNOWN: Final = MAX_PHOTO * 4 // 3


@dataclass(slots=True)
class _Draft:
    """What is known of the person while the lines of the card pass by."""

    encoding: str
    complaints: list[Complaint]
    labels: dict[str, str]
    names: tuple[str, str, str, str, str] | None = None
    single: dict[str, str] = field(default_factory=dict)
    phonetic: dict[str, str] = field(default_factory=dict)
    emails: list[Email] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    organisations: list[tuple[str, Work]] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    photo: bytes = b""
    unknown: list[tuple[int, str]] = field(default_factory=list)
    spent_labels: set[str] = field(default_factory=set)
    is_list: bool = False


def read_card(card: Card, encoding: str, complaints: list[Complaint]) -> PersonRecord | None:
    """The person on a card, or None (with a complaint) when it names nobody."""
    parsed: list[ContentLine] = []
    labels: dict[str, str] = {}
    for number, raw in card.lines:
        line = split_line(number, raw)
        if line is None:
            complaints.append(Complaint(f"line {number}", "This is not a line of a card; it was left out.", shown(raw)))
            continue
        if line.name == "X-ABLABEL" and line.group:
            labels[line.group.lower()] = unescape(line.value)
        parsed.append(line)
    draft = _Draft(encoding, complaints, labels)
    for line in parsed:
        _take(draft, line)
    if draft.is_list:
        complaints.append(Complaint(f"line {card.number}", "This card is a list of people, not a person; left out."))
        return None
    _keep_labels(draft, parsed)
    return _person(draft, card)


def _take(draft: _Draft, line: ContentLine) -> None:
    """Give one line to whoever understands it; keep it as it is when nobody does."""
    name = line.name
    if name in _SILENT or (name == "X-ABLABEL" and line.group):
        return
    value = plain_value(line, draft.encoding) if line.params else line.value
    if line.params and is_guessed(line):
        draft.complaints.append(Complaint(f"line {line.number}", _GUESSED))
    if not value.strip():
        return
    take = _TAKERS.get(name)
    if take is None or not take(draft, line, value):
        _keep(draft, line, value)


def _keep(draft: _Draft, line: ContentLine, value: str) -> None:
    kept = verbatim(line, value)
    if kept and len(kept) <= _MAX_UNKNOWN:
        draft.unknown.append((line.number, kept))
    else:
        draft.complaints.append(Complaint(f"line {line.number}", "This line could not be kept.", shown(line.raw)))


def _keep_labels(draft: _Draft, parsed: list[ContentLine]) -> None:
    """Labels of lines that are kept are kept with them."""
    groups = {raw.partition(".")[0].lower() for _, raw in draft.unknown if "." in raw.partition(":")[0]}
    for line in parsed:
        if line.name == "X-ABLABEL" and line.group.lower() in groups - draft.spent_labels:
            _keep(draft, line, line.value)
    draft.unknown.sort(key=lambda kept: kept[0])


def _label(draft: _Draft, line: ContentLine) -> str:
    group = line.group.lower()
    if group in draft.labels:
        draft.spent_labels.add(group)
    return clipped(label_of(types_of(line), draft.labels.get(group, "")))


def _text(value: str) -> str:
    return clipped(unescape(value).strip())


def _texts(value: str) -> list[str]:
    return [text for text in map(_text, split_value(value, ",")) if text]


def _take_full_name(draft: _Draft, line: ContentLine, value: str) -> bool:
    return _take_once(draft, "name", value)


def _take_name(draft: _Draft, line: ContentLine, value: str) -> bool:
    if draft.names is not None:
        return False
    family, given, additional, prefix, suffix = map(clipped, name_parts(value))
    draft.names = (family, given, additional, prefix, suffix)
    return True


def _take_single(draft: _Draft, line: ContentLine, value: str) -> bool:
    return _take_once(draft, _SINGLE[line.name], value)


def _take_once(draft: _Draft, key: str, value: str) -> bool:
    text = _text(value)
    if key in draft.single or not text:
        return False
    draft.single[key] = text
    return True


def _take_email(draft: _Draft, line: ContentLine, value: str) -> bool:
    address = _text(value)
    address = address[7:] if address.lower().startswith("mailto:") else address
    if address:
        draft.emails.append(Email(address, _label(draft, line)))
    return True


def _take_phone(draft: _Draft, line: ContentLine, value: str) -> bool:
    number = _text(value).translate(_DIRECTION_MARKS).strip()
    number = number[4:] if number.lower().startswith("tel:") else number
    if number:
        draft.phones.append(Phone(number, _label(draft, line)))
    return True


def _take_organisation(draft: _Draft, line: ContentLine, value: str) -> bool:
    name, *units = [_text(part) for part in split_value(value, ";")]
    unit = "; ".join(part for part in units if part)
    start, end = _text(line.first("X-HALLWAY-START")), _text(line.first("X-HALLWAY-END"))
    if name or unit:
        draft.organisations.append((line.group.lower(), Work(name, "", unit, start, end)))
    return True


def _take_role(draft: _Draft, line: ContentLine, value: str) -> bool:
    text = _text(value)
    if text:
        draft.roles.append((line.group.lower(), text))
    return True


def _take_address(draft: _Draft, line: ContentLine, value: str) -> bool:
    """Town and country become the place; an address that says more is also kept as it is."""
    place = clipped(place_of(value))
    if not place:
        return False
    is_first = "address" not in draft.single
    draft.single.setdefault("address", place)
    parts = split_value(value, ";")
    says_more = any(part.strip() for at, part in enumerate(parts) if at not in (3, 6)) or line.params or line.group
    return is_first and not says_more


def _take_page(draft: _Draft, line: ContentLine, value: str) -> bool:
    found = links.profile(links.with_scheme(_text(value)))
    if found is None:
        return False
    draft.profiles.append(found)
    return True


def _take_social(draft: _Draft, line: ContentLine, value: str) -> bool:
    """X-SOCIALPROFILE (Apple, Nextcloud) and SOCIALPROFILE (RFC 9554): an address, or a name at a service."""
    text = _text(value)
    service = (line.first("SERVICE-TYPE") or line.first("TYPE")).lower()
    found = links.profile(text)
    if found is None:
        handle = line.first("X-USER") or line.first("USERNAME") or text.removeprefix("x-apple:")
        found = links.from_handle(service, handle)
    if found is None:
        return False
    named = service in links.KINDS and found.kind == "web"
    draft.profiles.append(Profile(service, found.url) if named else found)
    return True


def _take_topics(draft: _Draft, line: ContentLine, value: str) -> bool:
    draft.topics.extend(_texts(value))
    return True


def _take_interest(draft: _Draft, line: ContentLine, value: str) -> bool:
    draft.topics.append(_text(value))
    return True


def _take_groups(draft: _Draft, line: ContentLine, value: str) -> bool:
    draft.groups.extend(group for group in _texts(value) if group.lower() not in GOOGLE_GROUPS)
    return True


def _take_language(draft: _Draft, line: ContentLine, value: str) -> bool:
    draft.languages.append(_text(value))
    return True


def _take_time_zone(draft: _Draft, line: ContentLine, value: str) -> bool:
    return "/" in value and _take_once(draft, "time_zone", value)


def _take_birthday(draft: _Draft, line: ContentLine, value: str) -> bool:
    birthday = birthday_of(line, value)
    return bool(birthday) and _take_once(draft, "birthday", birthday)


def _take_note(draft: _Draft, line: ContentLine, value: str) -> bool:
    text = unescape(value).strip()
    if len(text) > MAX_TEXT:
        draft.complaints.append(Complaint(f"line {line.number}", "The note is very long; only its start was read."))
    draft.notes.append(clipped(text))
    return True


def _take_photo(draft: _Draft, line: ContentLine, value: str) -> bool:
    """A photo in the card is decoded; the address of one is kept and never fetched."""
    is_inline = encoding_of(line) == "BASE64" or value[:5].lower() == "data:"
    if not is_inline or draft.photo:
        return False
    try:
        draft.photo = decode_photo(value)
    except BadPhoto as bad:
        draft.complaints.append(Complaint(f"line {line.number}", str(bad)))
        return "left out" in str(bad)
    return True


def _take_phonetic(draft: _Draft, line: ContentLine, value: str) -> bool:
    if line.name in draft.phonetic:
        return False
    draft.phonetic[line.name] = _text(value)
    return True


def _take_kind(draft: _Draft, line: ContentLine, value: str) -> bool:
    draft.is_list = draft.is_list or value.strip().lower() == "group"
    return value.strip().lower() == "individual"


_Taker = Callable[[_Draft, ContentLine, str], bool]
"""Takes one line in; False means that it was not understood and shall be kept as it is."""

_TAKERS: Final[dict[str, _Taker]] = {
    "FN": _take_full_name,
    "N": _take_name,
    "EMAIL": _take_email,
    "TEL": _take_phone,
    "ORG": _take_organisation,
    "TITLE": _take_role,
    "ADR": _take_address,
    "URL": _take_page,
    "X-SOCIALPROFILE": _take_social,
    "SOCIALPROFILE": _take_social,
    "CATEGORIES": _take_groups,
    "LANG": _take_language,
    "TZ": _take_time_zone,
    "BDAY": _take_birthday,
    "NOTE": _take_note,
    "PHOTO": _take_photo,
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    **dict.fromkeys(_SINGLE, _take_single),
    **dict.fromkeys(_TOPICS, _take_topics),
    **dict.fromkeys(_INTERESTS, _take_interest),
    **dict.fromkeys(_PHONETIC, _take_phonetic),
}


def _person(draft: _Draft, card: Card) -> PersonRecord | None:
    works = _works(draft)
    name = draft.single.get("name", "") or _name_from_rest(draft, works)
    where = f"line {card.number}"
    if not name:
        raw = shown("\n".join(text for _, text in card.lines))
        draft.complaints.append(Complaint(where, "The card names nobody: no name, organisation or address.", raw))
        return None
    family, given, additional, prefix, suffix = draft.names or ("", "", "", "", "")
    single = draft.single
    return PersonRecord(
        name=name,
        where=where,
        given=given,
        family=family,
        additional=additional,
        prefix=prefix,
        suffix=suffix,
        nickname=single.get("nickname", ""),
        phonetic=" ".join(draft.phonetic[key] for key in _PHONETIC if draft.phonetic.get(key)),
        pronouns=single.get("pronouns", ""),
        uid=single.get("uid", ""),
        emails=tuple(dict.fromkeys(draft.emails)),
        phones=tuple(dict.fromkeys(draft.phones)),
        profiles=tuple(dict.fromkeys(draft.profiles)),
        works=works,
        topics=tuple(dict.fromkeys(draft.topics)),
        groups=tuple(dict.fromkeys(draft.groups)),
        place=single.get("place", "") or single.get("address", ""),
        time_zone=single.get("time_zone", ""),
        languages=tuple(dict.fromkeys(draft.languages)),
        birthday=single.get("birthday", ""),
        note=clipped("\n\n".join(draft.notes)),
        met_on=single.get("met_on", ""),
        photo=draft.photo,
        unknown=tuple(raw for _, raw in draft.unknown),
    )


def _works(draft: _Draft) -> tuple[Work, ...]:
    """Organisations with the role of their group, else with the role in the same position."""
    roles = list(draft.roles)
    works = []
    for group, work in draft.organisations:
        role = next((found for found in roles if group and found[0] == group), None)
        role = role or next((found for found in roles if not found[0] or not group), None)
        if role:
            roles.remove(role)
        works.append(Work(work.organisation, role[1] if role else "", work.unit, work.start, work.end))
    works.extend(Work("", role) for _, role in roles)
    return tuple(works)


def _name_from_rest(draft: _Draft, works: tuple[Work, ...]) -> str:
    """A name for a card without FN: from N, the nickname, the organisation, an address or a number."""
    family, given, additional, _, _ = draft.names or ("", "", "", "", "")
    spelled = " ".join(part for part in (given, additional, family) if part)
    candidates = (
        spelled,
        draft.single.get("nickname", ""),
        works[0].organisation if works else "",
        draft.emails[0].address if draft.emails else "",
        draft.phones[0].number if draft.phones else "",
    )
    return next((candidate for candidate in candidates if candidate), "")
