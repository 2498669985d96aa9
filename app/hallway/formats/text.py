"""Bytes to text: which encoding a file is in, and which characters have no business in it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from hallway.domain.records import Complaint

LINE_END: Final = re.compile(r"\r*\n|\r")
"""A line end as files have them; `\\r\\r\\n` comes from a file that was converted twice."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OTHER_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read in, and what had to be guessed or removed."""

    text: str
    encoding: str
    complaints: tuple[Complaint, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read the bytes as text, in this order: byte order mark, strict UTF-8, UTF-16 by its zeros,
    Windows-1252.

    Control characters other than tab and line ends are taken out, and what other programs take for a line end
    becomes a space, so that no later step has to think of them.
    """
    text, encoding, guess = _decoded(data)
    text, removed = _CONTROLS.subn("", text)
    text = _OTHER_LINE_ENDS.sub(" ", text)
    complaints = [guess] if guess else []
    if removed:
        complaints.append(Complaint("file", f"{removed} control characters were taken out."))
    return Decoded(text, encoding, tuple(complaints))


def clean(text: str) -> str:
    """One value without control characters (tab and newline stay) and without other line ends."""
    return _OTHER_LINE_ENDS.sub(" ", _CONTROLS.sub("", LINE_END.sub("\n", text)))


def lines(text: str) -> list[str]:
    """The physical lines; unlike `str.splitlines`, only CR and LF end one."""
    if "\r" not in text:
        return text.split("\n")
    if text.count("\r") == text.count("\r\n"):
        return text.replace("\r\n", "\n").split("\n")
    return LINE_END.split(text)


def _decoded(data: bytes) -> tuple[str, str, Complaint | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    wide = wide_encoding(data)
    if wide:
        return _lenient(data, wide)
    try:
        return data.decode("utf-8"), "utf-8", None
    except UnicodeDecodeError:
        return _old_windows(data)


def wide_encoding(data: bytes) -> str:
    """The kind of UTF-16 that the zeros in the first bytes speak for, or nothing."""
    head = data[:400]
    zeros_even, zeros_odd = head[0::2].count(0), head[1::2].count(0)
    if zeros_odd > len(head) // 5 and zeros_even < zeros_odd // 4:
        return "utf-16-le"
    if zeros_even > len(head) // 5 and zeros_odd < zeros_even // 4:
        return "utf-16-be"
    return ""


def _lenient(data: bytes, encoding: str) -> tuple[str, str, Complaint | None]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    complaint = Complaint("file", f"{lost} characters could not be read.") if lost else None
    return text, encoding, complaint


def _old_windows(data: bytes) -> tuple[str, str, Complaint]:
    guess = Complaint("file", "The file is not UTF-8; it was read as Western European. Some letters may be wrong.")
    try:
        return data.decode("cp1252"), "cp1252", guess
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1", guess
