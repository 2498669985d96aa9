"""What a file is, told by its content: a format Hallway reads, or a word for what it seems to be instead."""

from __future__ import annotations

import codecs
import re
from typing import Final

from hallway.formats import bibtex, ris, text
from hallway.formats.linkedin_csv import find_header

_HEAD: Final = 65_536
_CARD: Final = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR: Final = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT)[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_PROGRAMME_XML: Final = re.compile(r"\s*(?:<[?!].{0,5000}>\s*)?<schedule\b", re.DOTALL)
_PROGRAMME_JSON: Final = re.compile(r'\s*\{.{0,500}?"schedule"\s*:\s*\{.{0,2000}?"conference"\s*:\s*\{', re.DOTALL)
_RIS_LINE: Final = re.compile(r"^[ \t\ufeff]*[A-Z][A-Z0-9] {1,2}- ", re.MULTILINE)
_STARTS: Final = (
    (b"%PDF", "a PDF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"{\\rtf", "a text document"),
)
_ZIP_PARTS: Final = (
    (b"xl/", "a spreadsheet"),
    (b"word/", "a text document"),
    (b"ppt/", "a presentation"),
    (b"opendocument.spreadsheet", "a spreadsheet"),
    (b"opendocument", "an Office document"),
    (b"README.txt", "an archive of Hallway; Settings, Go back to a copy, takes it"),
    (b"Connections.csv", "LinkedIn's ZIP file; unpack it and choose Connections.csv"),
)
_TEXT_STARTS: Final = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<?xml", "an XML file"),
    ("{", "a JSON file"),
    ("[", "a JSON file"),
    ("fn clarivate", "Web of Science's own format; export it there as RIS or BibTeX"),
    ("fn thomson", "Web of Science's own format; export it there as RIS or BibTeX"),
)


def recognise(data: bytes, name: str = "") -> str | None:
    """ "vcard", "linkedin", "ics", "programme", "bibtex" or "ris", or None for anything else.

    The name only breaks a tie.
    """
    if _known_binary(data):
        return None
    head = text.decode(data[:_HEAD]).text
    if is_programme_xml(head) or _PROGRAMME_JSON.match(head):
        return "programme"
    card, calendar = _CARD.search(head), _CALENDAR.search(head)
    if card and calendar:
        return "vcard" if card.start() < calendar.start() else "ics"
    if card or calendar:
        return "vcard" if card else "ics"
    if _is_noise(data):
        return None
    return "linkedin" if find_header(text.lines(head)) else _bibliography(head, name)


def _bibliography(head: str, name: str) -> str | None:
    """ "bibtex" or "ris", by how their entries begin; a few lines of RIS without a beginning need the name's word."""
    if ris.BEGINS.search(head):
        return "ris"
    if bibtex.ENTRY.search(head):
        return "bibtex"
    return "ris" if name.lower().endswith(".ris") and len(_RIS_LINE.findall(head)) > 2 else None


def is_programme_xml(head: str) -> bool:
    """Whether a text begins as a conference programme in XML does."""
    return bool(_PROGRAMME_XML.match(head.lstrip("\ufeff")))


def describe(data: bytes, name: str = "") -> str:
    """Words for a file that is not read: "a PDF document", "an empty file". They complete "This seems to be
    …".
    """
    if not data.strip():
        return "an empty file"
    binary = _known_binary(data) or ("a file of another program" if _is_noise(data) else "")
    if binary:
        return binary
    head = text.decode(data[:_HEAD]).text.lstrip("\ufeff \t\r\n")
    for start, words in _TEXT_STARTS:
        if head[:20].lower().startswith(start):
            return words
    first = head.partition("\n")[0]
    if name.lower().endswith((".csv", ".tsv")) or first.count(",") > 1 or first.count(";") > 1 or "\t" in first:
        return "a table that Hallway does not know"
    return "a text file"


def _known_binary(data: bytes) -> str:
    """Words for a file that begins as no text does, or nothing."""
    if data.startswith(b"PK\x03\x04"):
        return next(
            (words for part, words in _ZIP_PARTS if part in data[:_HEAD] or part in data[-_HEAD:]),
            "a ZIP file",
        )
    return next((words for start, words in _STARTS if data.startswith(start)), "")


def _is_noise(data: bytes) -> bool:
    """True when there are zeros that UTF-16 does not explain."""
    is_marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return b"\x00" in data[:4096] and not is_marked and not text.wide_encoding(data)
