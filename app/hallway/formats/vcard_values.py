"""Single values of a card: quoted-printable, birthdays, labels, places; each function is the inverse of its writer."""

from __future__ import annotations

import codecs
import quopri
import re
from datetime import date
from typing import Final

from hallway.formats.content_lines import ContentLine, escape, is_sound, param_text, split_value, unescape
from hallway.formats.text import clean

GOOGLE_GROUPS: Final = frozenset({"mycontacts", "my contacts", "starred"})
"""Groups that every contact of a Google account is in; they say nothing about a person."""

_BUILT_IN_LABEL: Final = re.compile(r"_\$!<(.*)>!\$_")
_BIRTHDAY: Final = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)(?:T.*)?", re.DOTALL)
_QUIET_TYPES: Final = frozenset({"INTERNET", "PREF", "VOICE", "X400", "MSG", "UNSPECIFIED"})
_WORD_OF_TYPE: Final = {
    "HOME": "home",
    "WORK": "work",
    "CELL": "mobile",
    "FAX": "fax",
    "PAGER": "pager",
    "MAIN": "main",
    "OTHER": "other",
    "SCHOOL": "school",
}
_TYPE_OF_WORD: Final = {word: kind for kind, word in _WORD_OF_TYPE.items()}
_ENCODINGS: Final = {"QUOTED-PRINTABLE": "QUOTED-PRINTABLE", "BASE64": "BASE64", "B": "BASE64"}
_LEAP_YEAR: Final = 2000


def encoding_of(line: ContentLine) -> str:
    """QUOTED-PRINTABLE, BASE64 or nothing, also where 2.1 leaves out the parameter's name."""
    named = line.first("ENCODING").upper()
    if named:
        return _ENCODINGS.get(named, "")
    return next((_ENCODINGS[bare] for bare in line.params.get("", ()) if bare in _ENCODINGS), "")


def plain_value(line: ContentLine, file_encoding: str) -> str:
    """The value as text, still escaped, with quoted-printable and an odd CHARSET undone and no control characters."""
    charset = _known_charset(line.first("CHARSET"))
    if encoding_of(line) == "QUOTED-PRINTABLE":
        packed = line.value.encode(file_encoding, errors="replace")
        return _decoded(quopri.decodestring(packed), charset or file_encoding)
    if charset and file_encoding in ("cp1252", "latin-1"):
        return _decoded(line.value.encode(file_encoding, errors="replace"), charset)
    return line.value


def is_guessed(line: ContentLine) -> bool:
    """True for quoted-printable letters that name no character set and are not UTF-8."""
    if encoding_of(line) != "QUOTED-PRINTABLE" or line.first("CHARSET"):
        return False
    try:
        quopri.decodestring(line.value.encode(errors="replace")).decode()
    except UnicodeDecodeError:
        return True
    return False


def _known_charset(name: str) -> str:
    try:
        info = codecs.lookup(name) if name and "\x00" not in name else None
    except (LookupError, ValueError):
        return ""
    return info.name if info and info._is_text_encoding else ""


def _decoded(data: bytes, first: str) -> str:
    for encoding in (first, "utf-8", "cp1252"):
        try:
            return clean(data.decode(encoding))
        except (UnicodeError, LookupError):
            continue
    return clean(data.decode("latin-1"))


def types_of(line: ContentLine) -> tuple[str, ...]:
    """The TYPE values in capitals, however the version writes them."""
    if not line.params:
        return ()
    named = [part for value in line.params.get("TYPE", ()) for part in value.split(",")]
    bare = [kind for kind in line.params.get("", ()) if kind not in _ENCODINGS]
    return tuple(kind.strip().upper() for kind in (*named, *bare) if kind.strip())


def label_of(types: tuple[str, ...], own_label: str) -> str:
    """The label for a person to read: the one the user gave, else words for the types ("work fax")."""
    if own_label:
        built_in = _BUILT_IN_LABEL.fullmatch(own_label)
        return built_in.group(1) if built_in else own_label
    words = [_WORD_OF_TYPE.get(kind, kind.lower()) for kind in types if kind not in _QUIET_TYPES]
    return " ".join(dict.fromkeys(words))


def types_for(label: str) -> tuple[str, ...] | None:
    """The TYPE values that a label stands for, or None when it needs a label of its own."""
    words = label.split(" ") if label else []
    if len(set(words)) == len(words) and all(word in _TYPE_OF_WORD for word in words):
        return tuple(_TYPE_OF_WORD[word] for word in words)
    return None


def birthday_of(line: ContentLine, value: str) -> str:
    """The birthday as "1980-03-22" or "--03-22"; nothing for shapes without a day, and for free text."""
    match = _BIRTHDAY.fullmatch(value.strip())
    if not match:
        return ""
    year, month, day = match.groups()
    if year == "--" or line.first("X-APPLE-OMIT-YEAR") == year:
        return f"--{month}-{day}" if _is_day(_LEAP_YEAR, month, day) else ""
    return f"{year}-{month}-{day}" if _is_day(int(year), month, day) else ""


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


def place_of(address: str) -> str:
    """Town and country of an ADR value, which is all that Hallway keeps as a place."""
    parts = [_flat(part, " ") for part in split_value(address, ";")]
    parts += [""] * (7 - len(parts))
    return ", ".join(part for part in (parts[3], parts[6]) if part)


def address_of(place: str) -> str:
    """The ADR value of a place; `place_of` reads the same place back."""
    town, comma, country = place.rpartition(", ")
    if not comma or not town or not country:
        town, country = place, ""
    return f";;;{escape(town)};;;{escape(country)}"


def _flat(component: str, joint: str) -> str:
    if "," not in component:
        return unescape(component).strip()
    return joint.join(unescape(part).strip() for part in split_value(component, ",") if part.strip())


def name_parts(value: str) -> tuple[str, str, str, str, str]:
    """Family, given, additional, prefix and suffix of an N value."""
    parts = split_value(value, ";")[:5]
    parts += [""] * (5 - len(parts))
    joints = (" ", " ", " ", " ", ", ")
    family, given, additional, prefix, suffix = (_flat(part, joint) for part, joint in zip(parts, joints, strict=True))
    return family, given, additional, prefix, suffix


def verbatim(line: ContentLine, value: str) -> str:
    """The line as it can be written again: untouched where it is sound, else in the form of 3.0.

    Returns nothing when there is no such form. `value` is the value without quoted-printable.
    """
    if not line.params or ("" not in line.params and encoding_of(line) != "QUOTED-PRINTABLE"):
        return line.raw if is_sound(line.raw) else ""
    is_base64 = encoding_of(line) == "BASE64"
    params = [f";TYPE={param_text(kind)}" for kind in line.params.get("", ()) if kind not in _ENCODINGS]
    for name, values in line.params.items():
        if name and name not in ("ENCODING", "CHARSET"):
            params.append(f";{name}=" + ",".join(param_text(each) for each in values))
    if is_base64:
        params.append(";ENCODING=b")
    group = f"{line.group}." if line.group else ""
    text = value if is_base64 else value.replace("\n", "\\n")
    rebuilt = f"{group}{line.name}{''.join(params)}:{text}"
    return rebuilt if is_sound(rebuilt) else ""
