"""Content lines, the common ground of vCard (RFC 6350, section 3) and iCalendar (RFC 5545, section 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hallway.formats.text import clean

Params = Mapping[str, tuple[str, ...]]
"""Parameter names in capitals, each with its values; a bare 2.1 parameter stands under the empty name."""

FOLD_AT: Final = 75
"""The most octets on one line, without its end (RFC 5545, section 3.1)."""

_HEAD: Final = re.compile(r'((?:[^":]|"[^"]*")*+):', re.DOTALL)
_PARAM: Final = re.compile(r';([^=;"]*+)(?:=((?:[^";]|"[^"]*")*+))?')
_PARAM_VALUE: Final = re.compile(r'(?:"[^"]*"|[^",])*+')
_NAME: Final = re.compile(r"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_/-]+)")
_CARET: Final = re.compile(r"\^([n^'])")
_CARETS: Final = {"n": "\n", "^": "^", "'": '"'}
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_UNSAFE: Final = r"\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff"
"""What some program takes for the end of a line, and halves of pairs, which no file can hold."""
_SOUND_PARAM: Final = rf'(?:"[^"{_UNSAFE}]*"|[^",;:{_UNSAFE}]*)'
_SOUND_LINE: Final = re.compile(
    r"(?:[A-Za-z0-9-]+\.)?[A-Za-z0-9-]+"
    rf"(?:;[A-Za-z0-9-]+={_SOUND_PARAM}(?:,{_SOUND_PARAM})*+)*+"
    rf":[^{_UNSAFE}]*+"
)
_SOUND_TEXT: Final = re.compile(rf"(?:{_SOUND_LINE.pattern}\r\n)*+")
_SOUND_FOLDING: Final = re.compile(rb"(?:[^\r\n]{1,75}\r\n)*+")


@dataclass(slots=True)
class ContentLine:
    """One logical line: `number` is its first physical line, `raw` the text after unfolding.

    Not frozen, because a file has hundreds of thousands of them.
    """

    number: int
    group: str
    name: str
    params: Params
    value: str
    raw: str

    def first(self, param: str) -> str:
        """The first value of a parameter, or nothing."""
        values = self.params.get(param)
        return values[0] if values else ""


def unfold(physical: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Join folded lines; gives each logical line with the number of its first physical line. Blank ones are gone."""
    number, parts = 0, [""]
    for at, line in enumerate(physical, start=1):
        if line[:1] in (" ", "\t") and number:
            parts.append(line[1:])
        elif line.strip():
            if number:
                yield number, "".join(parts)
            number, parts = at, [line]
    if number:
        yield number, "".join(parts)


def split_line(number: int, raw: str) -> ContentLine | None:
    """Take a logical line apart, or None when it has no name and value. Names come out in capitals."""
    head, colon, value = raw.partition(":") if '"' not in raw else halves(raw)
    known = _head(head) if colon else None
    return ContentLine(number, *known, value, raw) if known else None


def halves(raw: str) -> tuple[str, str, str]:
    """What stands before the first colon outside of quotes, the colon or nothing, and the value."""
    head, colon, value = raw.partition(":")
    match = _HEAD.match(raw) if '"' in head else None
    return (match.group(1), ":", raw[match.end() :]) if match else (head, colon, value)


@lru_cache(maxsize=4_096)
def _head(head: str) -> tuple[str, str, Params] | None:
    """Group, name and parameters of what stands before the colon. Remembered: a file has few different heads."""
    name, semicolon, rest = head.partition(";")
    named = _NAME.fullmatch(name.strip())
    if named is None:
        return None
    return named.group(1) or "", named.group(2).upper(), _params(semicolon + rest) if semicolon else {}


def _params(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for match in _PARAM.finditer(text):
        name, values = match.group(1).strip().upper(), match.group(2)
        if values is None:
            found.setdefault("", []).append(name)
        else:
            found.setdefault(name, []).extend(_param_values(values))
    return {name: tuple(values) for name, values in found.items()}


def _param_values(text: str) -> tuple[str, ...]:
    if '"' not in text:
        parts = text.split(",")
    else:
        parts = [match.group().replace('"', "") for match in _PARAM_VALUE.finditer(text) if match.group()]
    if "^" not in text:
        return tuple(parts)
    return tuple(_CARET.sub(lambda match: _CARETS[match.group(1)], part) for part in parts)


def param_text(value: str) -> str:
    """A parameter value as it is written: RFC 6868 carets, and quotes where the grammar wants them."""
    value = clean(value).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if any(sign in value for sign in ",;: ") else value


def unescape(text: str) -> str:
    """Text with its backslashes undone (RFC 6350, section 3.4)."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: "\n" if match.group(1) in "nN" else match.group(1), text)


def escape(text: str) -> str:
    """Text as a value: backslash, comma, semicolon and newline escaped, control characters gone."""
    text = clean(text)
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def split_value(text: str, separator: str) -> list[str]:
    """Cut a value at a separator that no backslash protects; the pieces stay escaped."""
    if "\\" not in text:
        return text.split(separator)
    pieces, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == separator:
            pieces.append(text[start:at])
            start = at + 1
        at += 1
    pieces.append(text[start:])
    return pieces


def fold(line: str) -> str:
    """The line with its end, folded at 75 octets and never inside a character."""
    if len(line) <= FOLD_AT and line.isascii():
        return line + "\r\n"
    data = line.encode()
    pieces, start, room = [], 0, FOLD_AT
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end].decode())
        start, room = end, FOLD_AT - 1
    pieces.append(data[start:].decode())
    return "\r\n ".join(pieces) + "\r\n"


def is_sound(line: str) -> bool:
    """True for one logical line that may be written as it stands."""
    return _SOUND_LINE.fullmatch(line) is not None


def check(data: bytes) -> bytes:
    """Give the finished bytes back when every line of them is folded and follows the grammar.

    Raises ValueError otherwise: text from a record has slipped past `escape`, which is a bug.
    """
    logical = data.decode().replace("\r\n ", "")
    if _SOUND_FOLDING.fullmatch(data) is None or _SOUND_TEXT.fullmatch(logical) is None:
        raise ValueError("a written line does not follow the grammar of content lines")
    return data
