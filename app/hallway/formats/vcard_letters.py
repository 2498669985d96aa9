"""The letters of a card: which bytes mean which, line by line, since old programs mix their ways in one file."""

from __future__ import annotations

import codecs
import quopri
import re
from functools import lru_cache
from typing import Final

from hallway.domain.records import Complaint
from hallway.formats import text
from hallway.formats.code_pages import WESTERN, settle
from hallway.formats.content_lines import halves
from hallway.formats.vcard_cards import Logical, encoding_in, unfold

_CHARSET: Final = re.compile(r";CHARSET=\"?([\w.:-]{1,40})", re.IGNORECASE)
_MEANT: Final = {
    "iso8859-1": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "big5": "cp950",
}  # fmt: skip
"""What is written under a name that promises less."""

_PROBE: Final = b"A:;=+AGE-\\u0041.xn--a"
"""What every character set that can be believed leaves as it is."""
_LETTER: Final = re.compile("[\x80-\xff]")


def logical_lines(data: bytes, complaints: list[Complaint]) -> tuple[list[Logical], str]:
    """Every logical line of a file as text, and the code page for quoted-printable letters that name none."""
    decoded = text.decode(data)
    if decoded.encoding.startswith("utf"):
        complaints.extend(decoded.complaints)
        logical = unfold(text.lines(decoded.text))
        is_plain = "QUOTED-PRINTABLE" not in decoded.text and "quoted-printable" not in decoded.text
        return (logical, WESTERN.codec) if is_plain else (logical, _settle(logical, {}, complaints))
    complaints.extend(decoded.complaints[1:])  # the first guesses for the whole file; here each line is looked at
    logical = unfold(text.lines(text.without_controls(data.decode("latin-1"))))
    raw = {at: line.encode("latin-1") for at, (_, line) in enumerate(logical) if not line.isascii()}
    return logical, _settle(logical, raw, complaints)


def _settle(logical: list[Logical], raw: dict[int, bytes], complaints: list[Complaint]) -> str:
    """Put the lines of which the bytes are given (by place) right, and choose the code page for what names none."""
    unclear: dict[int, bytes] = {}
    for at, (number, line) in enumerate(logical):
        head, _, value = halves(line)
        if encoding_in(head) == "QUOTED-PRINTABLE":
            packed = quopri.decodestring(value.encode("latin-1" if at in raw else "utf-8"))
            if raw.pop(at, None):
                logical[at] = number, _LETTER.sub(lambda letter: f"={ord(letter[0]):02X}", line)
        else:
            packed = raw.get(at, b"")
        known = _in_charset(packed, charset_of(head))
        if known is None:
            unclear[at] = packed
            continue
        if "\ufffd" in known:
            complaints.append(Complaint(f"line {number}", "Some letters could not be read."))
        if at in raw:
            logical[at] = number, text.clean(known)
    return _guess(logical, raw, unclear, complaints)


def _guess(
    logical: list[Logical], raw: dict[int, bytes], unclear: dict[int, bytes], complaints: list[Complaint]
) -> str:
    """Read the lines that do not tell in the code page that fits all of them best; gives that code page."""
    settled = settle(list(unclear.values()))
    places = list(unclear)
    for at, known in zip(places, settled.texts, strict=True):
        if at in raw:
            logical[at] = logical[at][0], text.clean(known)
    if settled.page is None:
        return WESTERN.codec
    complaints.append(text.complaint_about(settled, f"line {logical[places[settled.guessed[0]]][0]}"))
    return settled.page.codec


@lru_cache(maxsize=1_024)
def charset_of(head: str) -> str:
    """The character set that the parameters name, as Python knows it; nothing for one that is not known."""
    match = _CHARSET.search(head)
    try:
        info = codecs.lookup(match[1]) if match else None
        is_sound = info is not None and _PROBE.decode(info.name) == _PROBE.decode()
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(info.name, info.name) if info and is_sound else ""


def _in_charset(data: bytes, charset: str) -> str | None:
    """The letters, when the named character set or else UTF-8 has most of them; None when somebody has to guess."""
    if data.isascii():
        return data.decode()
    for encoding in filter(None, (charset, "utf-8")):
        known = data.decode(encoding, "replace")
        if 2 * known.count("\ufffd") < sum(not letter.isascii() for letter in known):
            return known
    return None


def unquoted(value: str, charset: str, code_page: str) -> str:
    """A quoted-printable value as text, without control characters."""
    data = quopri.decodestring(value.encode())
    known = _in_charset(data, charset)
    return text.clean(data.decode(code_page, "replace") if known is None else known)
