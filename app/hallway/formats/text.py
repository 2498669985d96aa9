"""Bytes to text: which encoding a file is in, and which characters have no business in it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats.code_pages import Settled, settle

LINE_END: Final = re.compile(r"\r*\n|\r")
"""A line end as files have them; `\\r\\r\\n` comes from a file that was converted twice."""

_MARKS: Final = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_CUT_LETTER: Final = re.compile(rb"([\x80-\xff])(\r?\n[ \t])([\x80-\xbf]+)")
"""A letter of UTF-8 that a program folded in the middle, as RFC 5545 lets it (section 3.1)."""
_OTHER_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was read in, and what had to be guessed or removed."""

    text: str
    encoding: str
    complaints: tuple[Complaint, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read the bytes as text, in this order: byte order mark, UTF-16 by its zeros, UTF-8 (also where letters are
    folded in the middle), and lines that are not UTF-8 in the old code page that fits them best.

    Control characters other than tab and line ends are taken out, and what other programs take for a line end
    becomes a space, so that no later step has to think of them.
    """
    text, encoding, guess = _decoded(data)
    text, removed = _CONTROLS.subn("", text)
    text = _OTHER_LINE_ENDS.sub(" ", text)
    complaints = [guess] if guess else []
    if removed:
        many = "One control character was" if removed == 1 else f"{removed} control characters were"
        complaints.append(Complaint("file", f"{many} taken out."))
    return Decoded(text, encoding, tuple(complaints))


def without_controls(text: str) -> str:
    """The text without control characters; tab and all line ends stay."""
    return _CONTROLS.sub("", text)


def clean(text: str) -> str:
    """One value without control characters and halves of pairs (tab and newline stay), and without other line ends."""
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
    data = data.removeprefix(codecs.BOM_UTF8)
    for sound in (data, _CUT_LETTER.sub(rb"\1\3\2", data)):
        try:
            return sound.decode("utf-8"), "utf-8", None
        except UnicodeDecodeError:
            continue
    return _line_by_line(data)


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
    return text, encoding, Complaint("file", _lost(lost)) if lost else None


def _line_by_line(data: bytes) -> tuple[str, str, Complaint | None]:
    settled = settle(data.splitlines(keepends=True))
    text = "".join(settled.texts)
    if settled.page is None:
        return text, "utf-8", Complaint("file", _lost(settled.lost))
    is_mixed = sum(not line.isascii() for line in settled.texts) > len(settled.guessed)
    where = f"line {settled.guessed[0] + 1}" if is_mixed else "file"
    return text, settled.page.codec, complaint_about(settled, where)


def complaint_about(settled: Settled, where: str) -> Complaint:
    """What to say of lines that are not UTF-8 and were read in an old code page. `where` may be "file"."""
    assert settled.page is not None
    more = len(settled.guessed) - 1
    many = "one more line" if more == 1 else f"{more} more lines"
    who = "The file" if where == "file" else f"This and {many}" if more else "This line"
    verbs = ("are", "were") if more and where != "file" else ("is", "was")
    what = f"{who} {verbs[0]} not UTF-8 and {verbs[1]} read as {settled.page.words}. Some letters may be wrong."
    return Complaint(where, what + _lost(settled.lost, " "))


def _lost(count: int, before: str = "") -> str:
    """Words for letters that nothing could be made of, or nothing when there are none."""
    many = "One character" if count == 1 else f"{count} characters"
    return f"{before}{many} could not be read." if count else ""
