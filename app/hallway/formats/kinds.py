"""What a file is, told by its content: a format Hallway reads, or a word for what it seems to be instead."""

from __future__ import annotations

import codecs
import re
from typing import Final

from hallway.formats import bibtex, ris, tables, text
from hallway.formats.csv_rows import split_row
from hallway.formats.linkedin_csv import HEADER_WITHIN, find_header

_HEAD: Final = 65_536
_CARD: Final = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_CALENDAR: Final = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT)[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_PROGRAMME_XML: Final = re.compile(r"\s*(?:<[?!].{0,5000}>\s*)?<schedule\b", re.DOTALL)
_PROGRAMME_JSON: Final = re.compile(r'\s*\{.{0,500}?"schedule"\s*:\s*\{.{0,2000}?"conference"\s*:\s*\{', re.DOTALL)
_MONICA: Final = re.compile(r'\s*\{(?=.{0,2000}?"app_version"\s*:)(?=.{0,4000}?"account"\s*:\s*\{)', re.DOTALL)
_MAIL_LINE: Final = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,76})[ \t]*:[ \t]*(?:\S.*)?")
_MBOX_LINE: Final = re.compile(r"From \S.*")
_MAIL_WITH: Final = frozenset({"date", "subject", "message-id"})
_MOST_MAIL_LINES: Final = 200
_MESSAGES: Final = frozenset({"conversation id", "from", "date"})
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
    """What a file is, or None for anything that is not read.

    One of "vcard", "linkedin", "linkedin-messages", "ics", "programme", "monica", "mail", "bibtex", "ris" and "csv".
    The name only breaks a tie.
    """
    if _known_binary(data):
        return None
    head = text.decode(data[:_HEAD]).text
    if is_mail(head):
        return "mail"
    if is_programme_xml(head) or _PROGRAMME_JSON.match(head):
        return "programme"
    kind = _card_or_calendar(head)
    if kind or _is_noise(data):
        return kind
    return "monica" if _MONICA.match(head) else _linkedin(head) or _bibliography(head, name) or _table(data, head)


def _card_or_calendar(head: str) -> str | None:
    """ "vcard" or "ics", whichever begins first."""
    card, calendar = _CARD.search(head), _CALENDAR.search(head)
    if card and calendar:
        return "vcard" if card.start() < calendar.start() else "ics"
    return "vcard" if card else "ics" if calendar else None


def _linkedin(head: str) -> str | None:
    """ "linkedin" for connections, "linkedin-messages" for messages, by the header of each."""
    physical = text.lines(head)
    if find_header(physical):
        return "linkedin"
    for line in physical[:HEADER_WITHIN]:
        cells = {cell.strip().lower() for cell in split_row(line, ",") or ()}
        if cells >= _MESSAGES:
            return "linkedin-messages"
    return None


def _table(data: bytes, head: str) -> str | None:
    """ "csv" for a table; the last line of a longer file is cut somewhere and says nothing."""
    whole = head if len(data) <= _HEAD else head.rpartition("\n")[0] or head
    return "csv" if whole.strip() and tables.is_table(whole) else None


def is_mail(head: str) -> bool:
    """Whether a text begins as a mail does (RFC 5322), or as a box of mails (RFC 4155)."""
    physical = text.lines(head.lstrip("\ufeff\r\n"))[:_MOST_MAIL_LINES]
    names: set[str] = set()
    for number, line in enumerate(physical):
        if number == 0 and _MBOX_LINE.fullmatch(line):
            continue
        if not line.strip() or (line.startswith((" ", "\t")) and not names):
            break
        match = _MAIL_LINE.fullmatch(line)
        if match:
            names.add(match[1].lower())
        elif not line.startswith((" ", "\t", ">From ")):
            break
    return "from" in names and bool(names & _MAIL_WITH)


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
