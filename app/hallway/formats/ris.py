"""RIS files to papers, as Zotero, EndNote, Mendeley, PubMed, Scopus and publishers' pages write them.

A line is a tag, a hyphen and a value; a line without a tag goes on with the one before. Programs differ in spaces,
in which tag holds what, and some forget where an entry begins or ends.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hallway.domain.papers import Author, Paper, find_doi
from hallway.domain.records import Complaint, Parsed, Report
from hallway.formats import limits, text
from hallway.formats.limits import clipped, shown
from hallway.formats.paper_fields import MOST_AUTHORS, person, person_called, read_date, topics_of

SOURCE: Final = "ris"
BEGINS: Final = re.compile(r"^[ \t\ufeff]*TY {1,2}- ?[A-Z]", re.MULTILINE)
_TAG: Final = re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)", re.DOTALL)
_GROUP: Final = re.compile(
    r"\b(collaboration|consortium|group|team|committee|initiative|network|organi[sz]ation|institute|university|"
    r"association|society|ministry|department|agency|foundation|council)\b", re.IGNORECASE
)  # fmt: skip
_DATES: Final = ("DA", "Y1", "PY")
_VENUES: Final = ("JF", "JO", "T2", "BT", "C3", "JA", "J2", "PB")
_TITLES: Final = ("TI", "T1", "BT", "CT")
_AUTHORS: Final = ("AU", "A1")
_EDITORS: Final = ("ED", "A2", "A3", "A4")

Fields = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Entry:
    """The lines of one entry by tag, and where it begins."""

    line: int
    fields: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    raw: list[str] = field(default_factory=list)
    newest: str = ""

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
    papers: list[Paper] = []
    count = 0
    for count, entry in enumerate(_entries(text.lines(decoded.text), complaints, report), start=1):
        if count > limits.MAX_RECORDS:
            complaints.append(limits.too_many(entry.where))
            break
        paper = _paper(entry)
        if paper.title:
            papers.append(paper)
        else:
            complaints.append(Complaint(entry.where, "It has no title and was left out.", shown("\n".join(entry.raw))))
    if not count and not complaints:
        complaints.append(Complaint("file", _say_empty(decoded.text)))
    return complaints.parsed(papers, SOURCE)


def _say_empty(written: str) -> str:
    if re.match(r"\s*FN .*\s+VR ", written):
        return "This is Web of Science's own format. Export it there as RIS or BibTeX."
    return "There is no entry in it."


def _entries(lines: Sequence[str], complaints: limits.Complaints, report: Report | None) -> Iterator[Entry]:
    """Entries from TY to ER; one that ends without ER, or begins without TY, is told of and taken."""
    entry: Entry | None = None
    for number, line in enumerate(lines, start=1):
        limits.tell(report, number, len(lines))
        found = _TAG.fullmatch(line)
        if found is None:
            _go_on(entry, line)
            continue
        tag, value = found[1], clipped((found[2] or "").strip())
        if tag == "ER":
            if entry is not None:
                yield entry
            entry = None
            continue
        if tag == "TY" and entry is not None and set(entry.fields) - {"TY"}:
            complaints.append(Complaint(entry.where, "The entry does not say where it ends (ER); it was taken."))
            yield entry
            entry = None
        if entry is None:
            entry = Entry(number)
            if tag != "TY":
                what = "The entry does not begin with TY; it was taken."
                complaints.append(Complaint(entry.where, what, shown(line)))
        _put(entry, tag, value, line)
    if entry is not None and entry.fields:
        complaints.append(Complaint(entry.where, "The last entry does not end with ER; it was taken."))
        yield entry


def _put(entry: Entry, tag: str, value: str, line: str) -> None:
    if len(entry.fields[tag]) < MOST_AUTHORS:
        entry.fields[tag].append(value)
    entry.newest = tag
    if len(entry.raw) < limits.MAX_RAW // 20:
        entry.raw.append(line)


def _go_on(entry: Entry | None, line: str) -> None:
    """A line without a tag continues the value before it; between entries it is no part of any."""
    if entry is None or not entry.newest or not line.strip():
        return
    values = entry.fields[entry.newest]
    if values and len(values[-1]) < limits.MAX_TEXT:
        values[-1] = clipped(f"{values[-1]} {line.strip()}")


def _paper(entry: Entry) -> Paper:
    fields = entry.fields
    address = _first(fields, ("UR", "L2", "LK"))
    title = _first(fields, _TITLES) or (_first(fields, ("T2",)) if not _first(fields, ("JF", "JO")) else "")
    venue = _first(fields, _VENUES)
    return Paper(
        title=" ".join(title.split()),
        authors=tuple(_authors(fields)),
        on=_date(fields),
        venue="" if venue == title else venue,
        doi=next(filter(None, map(find_doi, _all(fields, ("DO", "UR", "M3", "L3")))), ""),
        url=address if re.match(r"https?://\S+$", address) else "",
        topics=topics_of(_all(fields, ("KW",)), ";"),
        key=_first(fields, ("ID",)),
        where=entry.where,
    )


def _date(fields: Fields) -> str:
    """The most exact of the dates; of equally exact ones that of the tag that programs mean most."""
    found = [date for date in map(read_date, _all(fields, _DATES)) if date]
    return max(found, key=len) if found else ""


def _authors(fields: Fields) -> Iterator[Author]:
    names = [*_all(fields, _AUTHORS)] or [*_all(fields, _EDITORS)]
    for name in dict.fromkeys(names[:MOST_AUTHORS]):
        words = " ".join(name.split()).rstrip(",;")
        if not words or words.casefold().rstrip(".") in ("et al", "others", "anonymous"):
            continue
        yield _author(words)


def _author(name: str) -> Author:
    """ "Family, Given, Suffix" (RIS, tag AU); without a comma a group, or a name as people say it."""
    family, *rest = [part.strip() for part in name.split(",")]
    if rest:
        given, suffix = rest[0], ", ".join(part for part in rest[1:] if part)
        return person(given.replace(".", ". ").strip().replace("  ", " "), family, suffix)
    if _GROUP.search(name) or " " not in name:
        return Author(name, family=name, is_group=bool(_GROUP.search(name)))
    return person_called(name)


def _first(fields: Fields, tags: Iterable[str]) -> str:
    return next((value for tag in tags if tag in fields for value in fields[tag] if value), "")


def _all(fields: Fields, tags: Iterable[str]) -> Iterator[str]:
    return (value for tag in tags if tag in fields for value in fields[tag] if value)
