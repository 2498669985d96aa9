"""BibTeX and biblatex files to papers, as Zotero, JabRef, Mendeley, Citavi and publishers' pages write them.

bibtexparser finds where entries begin and end, also after a broken one; names are split before accents are read, so
that a collaboration in braces stays one name.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from hallway.domain.papers import Paper, find_doi
from hallway.domain.records import Complaint, Parsed, Report
from hallway.formats import limits, text
from hallway.formats.bibtex_names import read_authors
from hallway.formats.bibtex_values import Macros
from hallway.formats.latex import plain
from hallway.formats.limits import clipped, shown
from hallway.formats.paper_fields import of_parts, read_date, topics_of

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry

SOURCE: Final = "bibtex"
LONGEST_AUTHORS: Final = 400_000
"""The longest list of authors that is read, in characters: three thousand names of a collaboration fit."""

EXPANDED_PER_FILE: Final = 20_000_000
"""How many characters all @string macros of a file may come to."""

ENTRY: Final = re.compile(
    r"^[ \t]*@[ \t]*(?!comment|string|preamble)[a-z_]{2,40}[ \t]*[{(]", re.IGNORECASE | re.MULTILINE
)
_BLOCK: Final = re.compile(r"@\w{0,40}[ \t]{0,4}[{(]")
_NO_KEY: Final = re.compile(
    r"^([ \t]*@[ \t]*(?!string|comment|preamble)[a-z_]{2,40}[ \t]*[{(])(?=\s{0,200}[a-z][\w+-]{0,40}\s{0,20}=)",
    re.IGNORECASE | re.MULTILINE,
)
_VENUES: Final = (
    "journal", "journaltitle", "booktitle", "eventtitle", "school", "institution", "publisher", "howpublished",
)  # fmt: skip
_INHERITED: Final = ("year", "month", "date", "publisher", "booktitle", "editor")
_ACCOUNT: Final = re.compile(r"https?://\S{4,2000}")


@dataclass(frozen=True, slots=True)
class Record:
    """One entry as it stands in the file: names of fields in small letters, values still enclosed."""

    kind: str
    key: str
    line: int
    fields: Mapping[str, str]
    raw: str

    @property
    def where(self) -> str:
        """Its place, for a person."""
        return f"line {self.line}"


def read(data: bytes, report: Report | None = None) -> Parsed[Paper]:
    """Read the papers; an entry that cannot be read is a complaint, and the others are kept."""
    oversize = limits.oversize(data)
    if oversize:
        return Parsed((), (oversize,), SOURCE)
    decoded = text.decode(data)
    complaints = limits.Complaints(decoded.complaints)
    written = _NO_KEY.sub(r"\1,", decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    library = _split(_cut(written))
    if library is None:
        complaints.append(Complaint("file", "It does not read as BibTeX."))
        return complaints.parsed((), SOURCE)
    records = list(_records(library, complaints))
    macros = Macros({one.key: one.value for one in library.strings}, EXPANDED_PER_FILE)
    papers = list(_papers(records, macros, complaints, report))
    if macros.ran_out:
        complaints.append(Complaint("file", "Its macros grow too long; some stand as their names."))
    if not records and not complaints:
        complaints.append(Complaint("file", "There is no entry in it."))
    return complaints.parsed(papers, SOURCE)


def _cut(written: str) -> str:
    """As much of the file as holds the entries that are taken."""
    starts = _BLOCK.finditer(written)
    beyond = next(islice(starts, limits.MAX_RECORDS + 1, None), None)
    return written[: beyond.start()] if beyond else written


def _split(written: str) -> Library | None:
    from bibtexparser.splitter import Splitter  # with the first such file, not with the start

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it finds is told as complaints
    try:
        return Splitter(written).split()
    except Exception:  # it raises anything at all for what it calls its own bugs; a file must never end the import
        return None


def _records(library: Library, complaints: limits.Complaints) -> Iterator[Record]:
    """The entries in order, also those that share a key or name a field twice."""
    from bibtexparser.model import Entry, ParsingFailedBlock

    count = 0
    for block in library.blocks:
        entry = _entry_in(block)
        if isinstance(entry, Entry):
            count += 1
            if count > limits.MAX_RECORDS:
                complaints.append(limits.too_many(f"line {(block.start_line or 0) + 1}"))
                return
            yield _record(entry)
        elif isinstance(block, ParsingFailedBlock) and ENTRY.match((block.raw or "")[:200]):
            what = "The entry does not end, or a sign is missing in it."
            complaints.append(Complaint(f"line {(block.start_line or 0) + 1}", what, shown(block.raw or "")))


def _entry_in(block: Block) -> Entry | None:
    """The entry of a block, or the one a failed block still holds: keys and fields that come twice do no harm."""
    from bibtexparser.model import Entry

    held: object = block
    for _ in range(3):
        if isinstance(held, Entry):
            return held
        held = getattr(held, "ignore_error_block", None)
    return None


def _record(entry: Entry) -> Record:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(str(field.key).strip().casefold(), str(field.value))
    return Record(entry.entry_type, entry.key.strip(), (entry.start_line or 0) + 1, fields, entry.raw or "")


def _papers(
    records: list[Record], macros: Macros, complaints: limits.Complaints, report: Report | None
) -> Iterator[Paper]:
    parents = {one.key.casefold(): one for one in reversed(records) if one.key}
    for at, record in enumerate(records):
        limits.tell(report, at, len(records))
        paper = _paper(record, _values(record, parents, macros))
        if paper.title:
            yield paper
        else:
            complaints.append(Complaint(record.where, "It has no title and was left out.", shown(record.raw)))


def _values(record: Record, parents: Mapping[str, Record], macros: Macros) -> dict[str, str]:
    """The fields as text, with what the entry has from the one it refers to (`crossref`)."""
    values = {name: macros.value(raw, _longest(name)) for name, raw in record.fields.items() if name in READ}
    parent = parents.get(plain(values.get("crossref", "")).casefold())
    if parent is None or parent is record:
        return values
    theirs = {name: macros.value(parent.fields[name], limits.MAX_TEXT) for name in _INHERITED if name in parent.fields}
    if "title" in parent.fields:
        theirs.setdefault("booktitle", macros.value(parent.fields["title"], limits.MAX_TEXT))
    if {"date", "year"} & values.keys():
        theirs = {name: value for name, value in theirs.items() if name not in ("date", "year", "month")}
    return {**theirs, **values}


def _paper(record: Record, values: Mapping[str, str]) -> Paper:
    def say(name: str) -> str:
        return plain(values.get(name, ""))

    authors, has_more = read_authors(values.get("author", "") or values.get("editor", ""), values)
    doi = find_doi(say("doi")) or find_doi(values.get("url", ""))
    return Paper(
        title=clipped(say("title")),
        authors=authors,
        on=read_date(say("date")) or of_parts(say("year"), say("month"), say("day")),
        venue=next((words for name in _VENUES if (words := say(name)) and not _ACCOUNT.match(words)), ""),
        doi=doi,
        url=_address(values.get("url", ""), values.get("howpublished", "")),
        topics=topics_of((say(name) for name in ("keywords", "keyword")), ";,"),
        key=record.key,
        where=record.where,
        has_more=has_more,
    )


READ: Final = frozenset((
    *_VENUES, *_INHERITED, "author", "title", "day", "doi", "url", "keywords", "keyword", "crossref", "author+an",
    "orcid-numbers", "orcid",
))  # fmt: skip
"""The fields that are looked at; abstracts, notes and files of other programs are not."""


def _longest(name: str) -> int:
    return LONGEST_AUTHORS if name in ("author", "editor") else limits.MAX_TEXT


def _address(*fields: str) -> str:
    """The first address in these fields, without the braces and signs around it."""
    found: Iterable[re.Match[str] | None] = (_ACCOUNT.search(field.replace("\\", "")) for field in fields)
    return next((match[0].rstrip("}>,;.") for match in found if match), "")
