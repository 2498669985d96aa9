"""Papers as bibliographies tell them: who wrote what and when, and when two entries are one paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote

from hallway.domain.folding import fold

TELLING_WORDS = 3
"""Titles of fewer words ("Editorial", "Book review") are many papers' titles; they need the same year as well."""

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>{}\\]+")


@dataclass(frozen=True, slots=True)
class Author:
    """One author. `family` has its particle ("van der Berg"); `is_group` is an institution or a collaboration.

    `orcid` is the address of an ORCID iD, or empty.
    """

    name: str
    given: str = ""
    family: str = ""
    suffix: str = ""
    orcid: str = ""
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, book or thesis. `on` is a partial date or empty; `doi` is bare ("10.1000/182"), in small letters.

    `where` is the place in the file, `key` the file's own name for it. `has_more` says "and others" at the end.
    """

    title: str
    authors: tuple[Author, ...] = ()
    on: str = ""
    venue: str = ""
    doi: str = ""
    url: str = ""
    topics: tuple[str, ...] = ()
    key: str = ""
    where: str = ""
    has_more: bool = False

    @property
    def year(self) -> int:
        """The year it came out, 0 when nobody says."""
        return int(self.on[:4]) if self.on else 0

    @property
    def link(self) -> str:
        """Where it can be read: its DOI as an address, else the address given."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


def find_doi(text: str) -> str:
    """The DOI in a text or an address, bare and in small letters (ISO 26324: case makes no difference); else empty."""
    found = _DOI.search(unquote(text) if "%" in text else text)
    if not found:
        return ""
    doi = found[0].rstrip(".,;:]")
    while doi.endswith(")") and doi.count(")") > doi.count("("):
        doi = doi[:-1].rstrip(".,;:]")
    return doi.lower()


@lru_cache(maxsize=16_384)
def title_key(title: str) -> str:
    """A title made comparable: folded words alone."""
    return " ".join(re.findall(r"[^\W_]+", fold(title)))


def paper_keys(title: str, link: str, on: str) -> tuple[str, ...]:
    """What a paper is recognised by: its DOI, and its title (a short one with the year)."""
    words = title_key(title)
    named = words if words.count(" ") + 1 >= TELLING_WORDS else f"{words} {on[:4]}"
    doi = find_doi(link)
    return (f"doi {doi}", f"title {named}") if doi else (f"title {named}",)


def keys_of(paper: Paper) -> tuple[str, ...]:
    """What a paper is recognised by."""
    return paper_keys(paper.title, paper.link, paper.on)


def each_once(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Papers without their doubles; what only a double knows is filled in."""
    found: list[Paper] = []
    at: dict[str, int] = {}
    for paper in papers:
        keys = keys_of(paper)
        known = next((at[key] for key in keys if key in at), None)
        if known is None:
            known = len(found)
            found.append(paper)
        else:
            found[known] = _together(found[known], paper)
        for key in keys:
            at.setdefault(key, known)
    return tuple(found)


def _together(one: Paper, other: Paper) -> Paper:
    """The later and more exact date, the longer list of authors, and whatever was empty."""
    more = other if len(other.authors) > len(one.authors) else one
    filled = {name: getattr(one, name) or getattr(other, name) for name in ("venue", "doi", "url", "topics")}
    on = other.on if is_newer(one.on, other.on) else one.on
    return replace(one, authors=more.authors, has_more=more.has_more, on=on, **filled)


def is_newer(kept: str, told: str) -> bool:
    """Whether a file knows better when a paper came out: nobody said, it says more exactly, or it says later."""
    return bool(told) and (told[: len(kept)] > kept or (len(told) > len(kept) and told.startswith(kept)))
