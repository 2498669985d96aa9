"""The authors of a BibTeX entry: people with their particles, institutions in braces, ORCID iDs where given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from hallway.domain.folding import fold
from hallway.domain.papers import Author
from hallway.domain.profiles import read_profile
from hallway.formats.latex import plain
from hallway.formats.paper_fields import MOST_AUTHORS, person

LONGEST_NAME: Final = 300

_ORCID: Final = r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])"
_NOTED: Final = re.compile(rf"(\d{{1,4}})(?::orcid)?\s*=\s*\"?{{?(?:https?://orcid\.org/)?{_ORCID}")
_LISTED: Final = re.compile(rf"([^/;{{}}]{{2,80}})/{_ORCID}")
_AND_OR_BRACE: Final = re.compile(r"(?<!\\)[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_WHOLE_IN_BRACES: Final = re.compile(r"\{.*\}", re.DOTALL)
_EXTENDED: Final = re.compile(r"\s*(given|family|prefix|suffix|given-i|id)\s*=\s*(.*)", re.DOTALL)


def read_authors(text: str, fields: Mapping[str, str]) -> tuple[tuple[Author, ...], bool]:
    """The authors in a field (its own braces are off), and whether it ends in "and others"."""
    listed = [name for name in _split(_without_doubled_braces(text)) if name]
    has_more = bool(listed) and listed[-1].casefold() in ("others", "et al.", "et al")
    authors = [one for name in listed[:MOST_AUTHORS] if name.casefold() != "others" and (one := _author(name)).name]
    return tuple(_with_orcids(authors, fields)), has_more


def _split(text: str) -> Iterator[str]:
    """The names, parted by "and" outside braces. (The library's own splitting loses an accent that begins a name.)"""
    start = depth = 0
    for found in _AND_OR_BRACE.finditer(text):
        if found[0] in "{}":
            depth = max(0, depth + (1 if found[0] == "{" else -1))
        elif depth == 0:
            yield text[start : found.start()].strip()
            start = found.end()
    yield text[start:].strip()


def _without_doubled_braces(text: str) -> str:
    """Some programs brace every field twice; names that all have a comma are people, and no institution."""
    inner = text[1:-1] if _closes_at_end(text) else ""
    names = list(_split(inner))
    return inner if len(names) > 1 and all("," in name for name in names) else text


def _closes_at_end(text: str) -> bool:
    """Whether the brace it begins with is the one that it ends with."""
    if not _WHOLE_IN_BRACES.fullmatch(text):
        return False
    depth = 0
    for found in re.finditer(r"(?<!\\)[{}]", text):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end() == len(text)
    return False


@lru_cache(maxsize=16_384)
def _author(name: str) -> Author:
    if _closes_at_end(name):
        return Author(plain(name), family=plain(name), is_group=True)
    if len(name) > LONGEST_NAME:
        return Author(plain(name)[:LONGEST_NAME], is_group=True)
    return _extended(name) or _parted(name)


def _parted(name: str) -> Author:
    """Parts before accents: a comma or a space inside braces belongs to the word."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts  # with the first file, not with the start

    parts = parse_single_name_into_parts(name, strict=False)
    given, particle, family, suffix = (plain(" ".join(part)) for part in (parts.first, parts.von, parts.last, parts.jr))
    return person(given, " ".join(part for part in (particle, family) if part), suffix)


def _extended(name: str) -> Author | None:
    """biblatex's "given=Jan, prefix=van, family=Berg" (biblatex manual, section 3.4)."""
    parts = [_EXTENDED.fullmatch(part) for part in name.split(",")]
    if not parts or not all(parts):
        return None
    told = {part[1]: plain(part[2].strip('"')) for part in parts if part}
    family = " ".join(told[key] for key in ("prefix", "family") if told.get(key))
    return person(told.get("given", ""), family, told.get("suffix", ""))


def _with_orcids(authors: list[Author], fields: Mapping[str, str]) -> list[Author]:
    """ORCID iDs from biblatex's annotations, from the list of Web of Science, or the one of a single author."""
    noted = {int(at): orcid for at, orcid in _NOTED.findall(fields.get("author+an", "")[:LONGEST_FIELD])}
    listed = [(fold(plain(name)), orcid) for name, orcid in _LISTED.findall(fields.get("orcid-numbers", ""))]
    single = fields.get("orcid", "") if len(authors) == 1 else ""
    found: list[Author] = []
    for at, author in enumerate(authors, start=1):
        orcid = noted.get(at, "") or next((one for name, one in listed if _is_listed(author, name)), "") or single
        page = read_profile(orcid) if orcid and not author.is_group else None
        found.append(replace(author, orcid=page.url) if page and page.kind == "orcid" else author)
    return found


LONGEST_FIELD: Final = 100_000


def _is_listed(author: Author, name: str) -> bool:
    family, _, given = name.partition(",")
    return family.strip() == fold(author.family) and given.strip()[:1] == fold(author.given)[:1]
