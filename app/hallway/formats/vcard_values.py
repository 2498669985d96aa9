"""Single values of a card: birthdays, labels, names, places; each function is the inverse of its writer."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

from hallway.formats.content_lines import ContentLine, escape, is_sound, param_text, split_value, unescape
from hallway.formats.limits import clipped

GOOGLE_GROUPS: Final = frozenset({"mycontacts", "my contacts", "starred"})
"""Groups that every contact of a Google account is in; they say nothing about a person."""
LEAST: Final = 101
"""The rank of what is not preferred (RFC 6350, section 5.3)."""

_BUILT_IN_LABEL: Final = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_NEW_WORD: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BIRTHDAY: Final = re.compile(r"(\d{4}|--)-?(\d\d)-?(\d\d)(?:T.*)?", re.ASCII | re.DOTALL)
_NO_YEAR: Final = "1604"
"""What Apple and CardBook put where the year is not known."""
_QUIET_TYPES: Final = frozenset("INTERNET PREF VOICE X400 MSG UNSPECIFIED TEXT VIDEO IPHONE".split())
_WORD_OF_TYPE: Final = {
    "HOME": "home",
    "WORK": "work",
    "SCHOOL": "school",
    "OTHER": "other",
    "MAIN": "main",
    "CELL": "mobile",
    "FAX": "fax",
    "PAGER": "pager",
}
"""Places come before devices, and so they are said: "work fax"."""
_ORDER: Final = {word: at for at, word in enumerate(_WORD_OF_TYPE.values())}
_TYPE_OF_WORD: Final = {word: kind for kind, word in _WORD_OF_TYPE.items()}
_ENCODINGS: Final = {"QUOTED-PRINTABLE": "QUOTED-PRINTABLE", "BASE64": "BASE64", "B": "BASE64"}
_NO_NAME: Final = re.compile(r"[^A-Za-z0-9-]+")
_LEAP_YEAR: Final = 2000


def encoding_of(line: ContentLine) -> str:
    """QUOTED-PRINTABLE, BASE64 or nothing, also where 2.1 leaves out the parameter's name."""
    named = line.first("ENCODING").upper()
    if named:
        return _ENCODINGS.get(named, "")
    return next((_ENCODINGS[bare] for bare in line.params.get("", ()) if bare in _ENCODINGS), "")


def labelled(line: ContentLine, own_label: str = "") -> tuple[int, str]:
    """How much a line is preferred (1 most, `LEAST` when nothing says so), and its label for a person to read.

    The label is the one that the user gave, else words for the types ("work fax").
    """
    if not line.params:
        return LEAST, label_of((), own_label)
    params = line.params
    return _labelled(params.get("TYPE", ()), params.get("", ()), line.first("PREF"), own_label)


@lru_cache(maxsize=4_096)
def _labelled(named: tuple[str, ...], bare: tuple[str, ...], preference: str, own_label: str) -> tuple[int, str]:
    """Remembered: a file has few different sets of types. Version 2.1 leaves out the name of the parameter."""
    kinds = [kind.strip().upper() for value in named for kind in value.split(",")]
    types = tuple(kind for kind in (*kinds, *bare) if kind and kind not in _ENCODINGS)
    rank = 1 if "PREF" in types else LEAST
    if preference.isascii() and preference.isdigit() and len(preference) < 4:
        rank = min(max(int(preference), 1), LEAST)
    return rank, clipped(label_of(types, own_label))


def label_of(types: tuple[str, ...], own_label: str) -> str:
    """The label for a person to read: the one the user gave, else words for the types ("work fax")."""
    if own_label:
        built_in = _BUILT_IN_LABEL.fullmatch(own_label)
        return _NEW_WORD.sub(" ", built_in.group(1)).lower() if built_in else own_label
    words = [_WORD_OF_TYPE.get(kind, kind.lower().removeprefix("x-")) for kind in types if kind not in _QUIET_TYPES]
    return " ".join(sorted(dict.fromkeys(words), key=lambda word: _ORDER.get(word, len(_ORDER))))


def types_for(label: str) -> tuple[str, ...] | None:
    """The TYPE values that a label stands for, or None when it needs a label of its own."""
    words = label.split(" ") if label else []
    types = tuple(_TYPE_OF_WORD.get(word, "") for word in words)
    return types if all(types) and label_of(types, "") == label else None


def birthday_of(written: str, omitted: str = "") -> str:
    """The birthday as "1980-03-22" or "--03-22"; nothing for shapes without a day, and for free text.

    `omitted` is the year that stands for none.
    """
    match = _BIRTHDAY.fullmatch(written.strip())
    if not match:
        return ""
    year, month, day = match.groups()
    if year in ("--", _NO_YEAR, omitted):
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
    parts = [flat(part, " ") for part in split_value(address, ";")]
    parts += [""] * (7 - len(parts))
    return ", ".join(part for part in (parts[3], parts[6]) if part)


def address_of(place: str) -> str:
    """The ADR value of a place; `place_of` reads the same place back."""
    town, comma, country = place.rpartition(", ")
    if not comma or not town or not country:
        town, country = place, ""
    return f";;;{escape(town)};;;{escape(country)}"


def flat(component: str, joint: str) -> str:
    """A list as one text: its parts unescaped, with the joint between them."""
    if "," not in component:
        return unescape(component).strip()
    return joint.join(unescape(part).strip() for part in split_value(component, ",") if part.strip())


def name_parts(value: str) -> tuple[str, str, str, str, str]:
    """Family, given, additional, prefix and suffix of an N value."""
    parts = split_value(value, ";")[:5]
    parts += [""] * (5 - len(parts))
    joints = (" ", " ", " ", " ", ", ")
    family, given, additional, prefix, suffix = (flat(part, joint) for part, joint in zip(parts, joints, strict=True))
    return family, given, additional, prefix, suffix


def verbatim(line: ContentLine, value: str) -> str:
    """The line as it can be written again: untouched where every program can read it, else in the form of 3.0.

    Returns nothing when there is no such form. `value` is the value without quoted-printable.
    """
    is_plain = "" not in line.params and encoding_of(line) != "QUOTED-PRINTABLE"
    if is_plain and is_sound(line.raw):
        return line.raw
    is_base64 = encoding_of(line) == "BASE64"
    params = [f";TYPE={param_text(kind)}" for kind in line.params.get("", ()) if kind not in _ENCODINGS]
    for name, values in line.params.items():
        if name and name not in ("ENCODING", "CHARSET"):
            params.append(f";{_name(name)}=" + ",".join(param_text(each) for each in values))
    if is_base64:
        params.append(";ENCODING=b")
    group = f"{_name(line.group)}." if line.group else ""
    text = value if is_base64 else value.replace("\n", "\\n")
    rebuilt = f"{group}{_name(line.name)}{''.join(params)}:{text}"
    return rebuilt if is_sound(rebuilt) else ""


def _name(written: str) -> str:
    """A name of letters, digits and hyphens, as the grammar has it; others make some programs refuse the whole file."""
    return _NO_NAME.sub("-", written)
