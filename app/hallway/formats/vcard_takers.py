"""Which property means what, in the dialects of Apple, Google, Outlook, Android, Nextcloud and Thunderbird."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from hallway.domain.records import Email, Phone, Profile, Work
from hallway.formats import links
from hallway.formats.content_lines import ContentLine, split_value, unescape
from hallway.formats.limits import MAX_TEXT, clipped
from hallway.formats.vcard_draft import PHONETIC, Draft, Role
from hallway.formats.vcard_photo import BadPhoto, decode_photo, is_inline
from hallway.formats.vcard_values import (
    GOOGLE_GROUPS,
    birthday_of,
    encoding_of,
    flat,
    labelled,
    name_parts,
    place_of,
)

Taker = Callable[[Draft, ContentLine, str], bool]
"""Takes one line in; False means that it was not understood and shall be kept as it is."""

_DIRECTION_MARKS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_EXTENSION: Final = re.compile(r";ext=([0-9]+).*|;[a-z-]+=.*", re.IGNORECASE | re.DOTALL)
_ZONE: Final = re.compile(r"UTC|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}")
_NICKNAME_OF_ANDROID: Final = "vnd.android.cursor.item/nickname"
_SINGLE: Final = {
    "FN": "name",
    "PRONOUNS": "pronouns",
    "X-PRONOUNS": "pronouns",
    "UID": "uid",
    "X-HALLWAY-PLACE": "place",
    "X-HALLWAY-MET-ON": "met_on",
    "X-HALLWAY-MET-HOW": "met_how",
    **{name: name for name in PHONETIC},
}
_HANDLES: Final = {"X-TWITTER": "twitter", "X-GITHUB": "github", "X-LINKEDIN": "linkedin", "X-MASTODON": "mastodon"}
_NO_PERSONS: Final = frozenset({"group", "org", "location", "application", "device"})


def _text(value: str) -> str:
    return clipped(unescape(value).strip())


def _unmarked(value: str) -> str:
    """Text without the marks of direction that some programs put around numbers and addresses."""
    text = _text(value)
    return text if text.isascii() else text.translate(_DIRECTION_MARKS).strip()


def _texts(value: str) -> list[str]:
    return [text for text in map(_text, split_value(value, ",")) if text]


def _once(draft: Draft, key: str, text: str) -> bool:
    if key in draft.single or not text:
        return False
    draft.single[key] = text
    return True


def _labelled(draft: Draft, line: ContentLine) -> tuple[int, str]:
    """How much the line is preferred, and its label, which is spent with it."""
    group = line.group.lower()
    if group and group in draft.labels:
        draft.spent_labels.add(group)
        return labelled(line, draft.labels[group])
    return labelled(line)


# --- names -----------------------------------------------------------------------------------------------


def _take_single(draft: Draft, line: ContentLine, value: str) -> bool:
    return _once(draft, _SINGLE[line.name], _text(value))


def _take_name(draft: Draft, line: ContentLine, value: str) -> bool:
    if any(draft.names):
        return False
    family, given, additional, prefix, suffix = map(clipped, name_parts(value))
    draft.names = (family, given, additional, prefix, suffix)
    return True


def _take_nickname(draft: Draft, line: ContentLine, value: str) -> bool:
    return _once(draft, "nickname", clipped(flat(value, ", ")))


def _take_android(draft: Draft, line: ContentLine, value: str) -> bool:
    """Android's own lines hold a kind, a value and up to fourteen more; only the nickname is understood."""
    kind, _, rest = value.partition(";")
    return kind.strip() == _NICKNAME_OF_ANDROID and _once(draft, "nickname", _text(split_value(rest, ";")[0]))


def _take_kind(draft: Draft, line: ContentLine, value: str) -> bool:
    """On our own cards such a line is one that was kept: they are all people's."""
    kind = {"company": "org"}.get(value.strip().lower(), value.strip().lower())
    if kind in _NO_PERSONS and not draft.is_ours:
        draft.kind = draft.kind or kind
    return kind == "individual"


# --- ways to reach ---------------------------------------------------------------------------------------


def _take_email(draft: Draft, line: ContentLine, value: str) -> bool:
    address = _unmarked(value)
    if address[:3].lower() == "/o=":  # the inside of an Exchange server
        return False
    address = address[7:] if address[:7].lower() == "mailto:" else address
    if address:
        rank, label = _labelled(draft, line)
        draft.emails.append((rank, Email(address, label)))
    return True


def _take_phone(draft: Draft, line: ContentLine, value: str) -> bool:
    number = _unmarked(value)
    if number[:4].lower() == "tel:":
        number = _EXTENSION.sub(lambda found: f" ext. {found[1]}" if found[1] else "", number[4:])
    if number:
        rank, label = _labelled(draft, line)
        draft.phones.append((rank, Phone(number, label)))
    return True


def _take_page(draft: Draft, line: ContentLine, value: str) -> bool:
    return _add_page(draft, line, links.profile(links.with_scheme(_text(value))))


def _take_handle(draft: Draft, line: ContentLine, value: str) -> bool:
    text = _text(value)
    return _add_page(draft, line, links.profile(text) or links.from_handle(_HANDLES[line.name], text))


def _take_social(draft: Draft, line: ContentLine, value: str) -> bool:
    """X-SOCIALPROFILE (Apple, Nextcloud) and SOCIALPROFILE (RFC 9554): an address, or a name at a service."""
    text = _text(value)
    service = (line.first("SERVICE-TYPE") or line.first("TYPE")).lower()
    found = links.profile(text)
    if found is None:
        handle = line.first("X-USER") or line.first("USERNAME") or text.removeprefix("x-apple:")
        found = links.from_handle(service, handle)
    if found and service in links.KINDS and found.kind == "web":
        found = Profile(service, found.url)
    return _add_page(draft, line, found)


def _add_page(draft: Draft, line: ContentLine, found: Profile | None) -> bool:
    if found:
        draft.profiles.append((labelled(line)[0], found))
    return found is not None


def _take_address(draft: Draft, line: ContentLine, value: str) -> bool:
    """Town and country become the place; an address that says more is also kept as it is."""
    is_first = _once(draft, "address", clipped(place_of(value)))
    parts = split_value(value, ";")
    says_more = any(part.strip() for at, part in enumerate(parts) if at not in (3, 6)) or line.params or line.group
    return is_first and not says_more


# --- work ------------------------------------------------------------------------------------------------


def _take_organisation(draft: Draft, line: ContentLine, value: str) -> bool:
    name, *units = [_text(part) for part in split_value(value, ";")]
    unit = "; ".join(part for part in units if part)
    if name or unit:
        draft.organisations.append(Role(line.number, line.group.lower(), Work(name, "", unit, *_dates(line))))
    return True


def _take_role(draft: Draft, line: ContentLine, value: str) -> bool:
    text = _text(value)
    if text:
        draft.roles.append(Role(line.number, line.group.lower(), Work("", text, "", *_dates(line))))
    return True


def _dates(line: ContentLine) -> tuple[str, str]:
    return clipped(line.first("X-HALLWAY-START").strip()), clipped(line.first("X-HALLWAY-END").strip())


# --- about them ------------------------------------------------------------------------------------------


def _take_topics(draft: Draft, line: ContentLine, value: str) -> bool:
    draft.topics.extend(_texts(value))
    return True


def _take_interest(draft: Draft, line: ContentLine, value: str) -> bool:
    draft.topics.append(_text(value))
    return True


def _take_groups(draft: Draft, line: ContentLine, value: str) -> bool:
    """A program that escapes the commas between several groups means them as commas between groups."""
    groups = _texts(value)
    if len(groups) == 1 and "\\," in value and not draft.is_ours:
        groups = _texts(unescape(value))
    draft.groups.extend(group for group in groups if draft.is_ours or group.lower() not in GOOGLE_GROUPS)
    return True


def _take_language(draft: Draft, line: ContentLine, value: str) -> bool:
    draft.languages.append((labelled(line)[0], _text(value)))
    return True


def _take_time_zone(draft: Draft, line: ContentLine, value: str) -> bool:
    return _ZONE.fullmatch(_text(value)) is not None and _once(draft, "time_zone", _text(value))


def _take_birthday(draft: Draft, line: ContentLine, value: str) -> bool:
    return _once(draft, "birthday", birthday_of(value, line.first("X-APPLE-OMIT-YEAR")))


def _take_note(draft: Draft, line: ContentLine, value: str) -> bool:
    text = unescape(value).strip()
    if len(text) > MAX_TEXT:
        draft.complain(line.number, "The note is very long; only its start was read.")
    draft.notes.append(clipped(text))
    return True


def _take_rhythm(draft: Draft, line: ContentLine, value: str) -> bool:
    """Our own line: days between two check-ins."""
    written = value.strip()
    is_number = written.isascii() and written.isdigit() and len(written) < 5
    draft.rhythm_days = draft.rhythm_days or (int(written) if is_number else 0)
    return is_number


def _take_photo(draft: Draft, line: ContentLine, value: str) -> bool:
    """A photo in the card is decoded; the address of one is kept and never fetched."""
    is_packed = encoding_of(line) == "BASE64"
    if draft.photo or not is_inline(value, is_packed):
        return False
    try:
        draft.photo = decode_photo(value)
    except BadPhoto as bad:
        draft.complain(line.number, str(bad))
        return "left out" in str(bad)
    return True


TAKERS: Final[dict[str, Taker]] = {
    "N": _take_name,
    "NICKNAME": _take_nickname,
    "X-ANDROID-CUSTOM": _take_android,
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    "X-ABSHOWAS": _take_kind,
    "EMAIL": _take_email,
    "TEL": _take_phone,
    "URL": _take_page,
    "X-SOCIALPROFILE": _take_social,
    "SOCIALPROFILE": _take_social,
    "ADR": _take_address,
    "ORG": _take_organisation,
    "TITLE": _take_role,
    "CATEGORIES": _take_groups,
    "X-HALLWAY-TOPICS": _take_topics,
    "X-TOPICS": _take_topics,
    "EXPERTISE": _take_interest,
    "INTEREST": _take_interest,
    "LANG": _take_language,
    "TZ": _take_time_zone,
    "BDAY": _take_birthday,
    "NOTE": _take_note,
    "X-HALLWAY-RHYTHM": _take_rhythm,
    "PHOTO": _take_photo,
    **dict.fromkeys(_SINGLE, _take_single),
    **dict.fromkeys(_HANDLES, _take_handle),
}
