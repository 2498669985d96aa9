"""Words of mail headers: encoded letters (RFC 2047), addresses with their names, subjects, dates (RFC 5322)."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from hallway.domain.contacts import LONGEST_ADDRESS, is_address
from hallway.formats.text import clean

LONGEST_LIST: Final = 10_000
"""Characters of a list of addresses; nobody reads a longer one, or is meant by it."""
LONGEST_WORDS: Final = 500
"""Characters of a subject."""
_LONGEST_CODED: Final = 8_000

_ENCODED: Final = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z0-9-]{0,40})?\?([bBqQ])\?([^?\n]*)\?=")
_NO_LETTERS: Final = frozenset({"ascii", "idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Encodings that say nothing of other letters, or that no mail is written in; of these some take very long."""
_MEANT: Final = {"iso8859-1": "cp1252"}
_NO_BASE64: Final = re.compile(r"[^A-Za-z0-9+/]+")
_PIECE: Final = re.compile(
    r'=\?[^?\s]{1,80}\?[bBqQ]\?[^?\n]*\?=|"(?:[^"\\]|\\.?)*"?|\([^()]*\)|<[^<>]*>|[,;:]|(?:(?!=\?)[^",;:<>()])+|.',
    re.DOTALL,
)
_AROUND: Final = re.compile(r"[\s<>\"'(),;:\[\]]+")
_USUAL: Final = re.compile(r"[a-z0-9._+-]+@[a-z0-9.-]+")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ANSWERS: Final = re.compile(
    r"(?:(?:re|aw|antw|antwort|fwd?|wg|tr|rv|rif|res|enc|sv|vs|vb|vl|odp|pd|ynt|ilt|回复|答复|转发|回覆|轉寄)"
    r"(?:\s?[\[(^]\d{1,3}[\])]?)?\s?[:：]\s*)*",
    re.IGNORECASE,
)
_MONTHS: Final = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_WRITTEN: Final = re.compile(
    r"\D{0,20}(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]{0,6}\.?,?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d\d)\b",
    re.ASCII,
)
_OF_C: Final = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3})[a-z]{0,6}\s+(\d{1,2}),?\s+(\d{1,2}):(\d\d)(?::\d\d)?\s+(?:[A-Za-z]{2,5}\s+)?(\d{4})",
    re.ASCII,
)
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T\s]+(\d\d):(\d\d)", re.ASCII)
_CENTURY_TURN: Final = 50  # RFC 5322, section 4.3


class Address(NamedTuple):
    """One address, casefolded, and the name that stands with it, still encoded."""

    address: str
    name: str


def decoded(words: str) -> str:
    """The words with their encoded letters read, on one line; what is broken stays as far as it can be read."""
    if "=?" in words:
        words = "".join(_parts(words))
    return " ".join((words if words.isprintable() else clean(words)).split())


def _parts(words: str) -> Iterator[str]:
    """Plain parts and encoded ones, of which neighbours in one charset are one: some programs cut letters in two."""
    at, charset, held = 0, "", b""
    for match in _ENCODED.finditer(words):
        between = words[at : match.start()]
        at = match.end()
        is_next = not between.strip() and bool(charset)
        if held and (match[1].lower() != charset or not is_next):
            yield _letters(held, charset)
            held = b""
        if not is_next:
            yield between
        charset = match[1].lower()
        held += _unpacked(match[2], match[3])
    yield _letters(held, charset)
    yield words[at:]


def _unpacked(way: str, packed: str) -> bytes:
    if way in "qQ":
        return binascii.a2b_qp(packed.encode("utf-8", "replace"), header=True)
    base = _NO_BASE64.sub("", packed)
    base = base[:-1] if len(base) % 4 == 1 else base
    return binascii.a2b_base64(base + "=" * (-len(base) % 4))


def _letters(data: bytes, charset: str) -> str:
    """Bytes in a charset; those of a charset that nobody knows as those that do not say how they are written."""
    try:
        name = codecs.lookup(charset).name
        return letters(data) if name in _NO_LETTERS else data.decode(_MEANT.get(name, name), "replace")
    except (LookupError, ValueError):
        return letters(data)


def letters(data: bytes) -> str:
    """Bytes that do not say how they are written."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def addresses(listed: str) -> tuple[Address, ...]:
    """Every address of a list, once; groups (RFC 5322, section 3.4) and comments are looked through."""
    return _remembered(listed) if len(listed) <= LONGEST_WORDS else _addresses(listed[:LONGEST_LIST])


def _addresses(listed: str) -> tuple[Address, ...]:
    found: dict[str, Address] = {}
    words: list[str] = []
    angled = ""
    for piece in (*_PIECE.findall(listed), ","):
        if piece in ",;:":
            one = _address(words, angled) if angled or (words and piece != ":") else None
            if one:
                found.setdefault(one.address, one)
            words, angled = [], ""
        elif piece.startswith("<"):
            angled = piece
        elif not piece.isspace():
            words.append(piece)
    if not found:
        bare = (word.strip(".").casefold() for word in _AROUND.split(listed))
        found = {address: Address(address, "") for address in bare if _is_sound(address)}
    return tuple(found.values())


_remembered = lru_cache(maxsize=4_096)(_addresses)


def _address(words: list[str], angled: str) -> Address | None:
    """ "Ada <ada@x.org>", "ada@x.org (Ada)" or "ada@x.org"."""
    plain = [word for word in words if not word.startswith("(")]
    written = angled.strip("<>") if angled else "".join(plain)
    address = "".join(written.split()).strip("'\"").casefold().removeprefix("mailto:")
    if not _is_sound(address):
        return None
    names = plain if angled else [word[1:-1] for word in words if word.startswith("(")]
    return Address(address, " ".join(_unquoted(word) for word in names))


def _is_sound(address: str) -> bool:
    if len(address) > LONGEST_ADDRESS or address.count("@") != 1:
        return False
    return _USUAL.fullmatch(address) is not None or is_address(address)


def _unquoted(word: str) -> str:
    if not word.startswith('"'):
        return word.strip()
    return _ESCAPED.sub(r"\1", word[1:].removesuffix('"')).strip()


def subject_of(words: str) -> str:
    """The subject without "Re:" and the like in front, as often as they stand there."""
    told = _ANSWERS.sub("", decoded(words[:_LONGEST_CODED]), count=1)
    return told if len(told) <= LONGEST_WORDS else told[: LONGEST_WORDS - 1] + "…"


def moment_of(written: str) -> datetime | None:
    """Day and time as they stand in a Date header, on the clock of whoever wrote; None for what is none."""
    words = written[:100].strip()
    try:
        if match := _WRITTEN.match(words):
            return datetime(_year(match[3]), _MONTHS[match[2].lower()], int(match[1]), int(match[4]), int(match[5]))
        if match := _OF_C.match(words):
            month, day, hour, minute, year = match.groups()
            return datetime(int(year), _MONTHS[month.lower()], int(day), int(hour), int(minute))
        if match := _ISO.match(words):
            year, month, day, hour, minute = match.groups()
            return datetime(int(year), int(month), int(day), int(hour), int(minute))
    except (ValueError, KeyError):
        pass
    return None


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 2:
        return year + (1900 if year >= _CENTURY_TURN else 2000)
    return year + 1900 if len(written) == 3 else year
