"""Who is who in LinkedIn's messages: names with and without a page, several names in one cell, and which are mine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from hallway.domain.folding import fold
from hallway.domain.names import split_name
from hallway.formats import links
from hallway.formats.limits import MAX_TEXT

MAX_MEMBERS: Final = 500
"""How many may be in a conversation before it is no conversation any more, and only whoever wrote counts."""

_NOBODY: Final = frozenset(
    "|linkedin|linkedin member|linkedin user|linkedin-mitglied|membre de linkedin|utilisateur linkedin"
    "|miembro de linkedin|usuario de linkedin|membro do linkedin|membro di linkedin".split("|")
)
_BETWEEN_PAGES: Final = re.compile(r"[,;\s]+")
_LONGEST_NAME: Final = 200


class Named(NamedTuple):
    """Somebody as one row has them; `page` is empty where the row does not say it."""

    name: str
    page: str


def who_is_me(
    conversations: Mapping[str, Collection[str]], parties: Parties, own: frozenset[str], drafted: Collection[str]
) -> frozenset[str]:
    """The keys that are the user's: by a name in `own` (folded), else whoever takes part in most conversations.

    Where that leaves a choice, it is who wrote drafts (`drafted`), because nobody sees those of others. Empty when
    nothing tells. Two of one name are two people once they are in one conversation.
    """
    names = {key: plain(parties.name_of(key)) for members in conversations.values() for key in members}
    mine = set(names.values()) & own
    if not mine:
        mine = _in_most({names[key] for key in members} for members in conversations.values())
        if len(mine) > 1:
            mine = {names[key] for key in _in_most(conversations.values()) if names[key] in mine}
        if len(mine) > 1:
            mine &= {names[key] for key in drafted if key in names}
        if len(mine) != 1:
            return frozenset()
    return _of_one(conversations, [key for key, name in names.items() if name in mine])


def _in_most(groups: Iterable[Collection[str]]) -> set[str]:
    """Whoever is in most of the groups; several when they are in equally many."""
    often = Counter(one for group in groups for one in group)
    most = max(often.values(), default=0)
    return {one for one, count in often.items() if count == most}


def _of_one(conversations: Mapping[str, Collection[str]], alike: list[str]) -> frozenset[str]:
    """Of keys with the same name the one that is in most conversations, and those that are never there beside it."""
    frozen = frozenset(alike)
    if len(alike) < 2:
        return frozen
    often = Counter(key for members in conversations.values() for key in members if key in frozen)
    first = max(alike, key=lambda key: often[key])
    beside = {key for members in conversations.values() if first in members for key in members}
    return frozenset({first, *(key for key in alike if key not in beside)})


def plain(name: str) -> str:
    """A name as it is compared, without what stands behind a comma."""
    return fold(name.partition(",")[0])


@lru_cache(maxsize=4_096)
def _is_credential(words: str) -> bool:
    return bool(split_name(f"A B, {words}").suffix)


class Parties:
    """Everybody in the file. Somebody's key is the address of their page, else their folded name.

    First all senders are heard, because their names and pages stand apart; then lists of recipients are learnt from,
    and then everybody is known.
    """

    def __init__(self) -> None:
        self.unclear = False
        self._names: dict[str, tuple[str, str]] = {}
        self._pages_of: dict[str, set[str]] = {}
        self._senders: dict[str, set[str]] = {}
        self._whole: set[str] = set()
        self._addresses: dict[str, str] = {}
        self._cells: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        self._listed: dict[tuple[str, str], tuple[str, ...]] = {}

    def named(self, name: str, address: str) -> Named | None:
        """Somebody in a row, or None when the row only says that it was somebody."""
        name = " ".join(name[:_LONGEST_NAME].split())
        return None if fold(name) in _NOBODY else Named(name, self._page(address))

    def heard(self, one: Named, when: str) -> None:
        """Remember who wrote."""
        self._whole.add(fold(one.name))
        if one.page:
            self._senders.setdefault(one.page, set()).add(plain(one.name))
        self._remember(one, when)

    def learn(self, names: str, addresses: str, when: str) -> None:
        """Remember recipients, where names and pages stand in the same order beyond doubt."""
        pages, pieces = self._apart(names, addresses)
        pairs = list(zip(pages, pieces, strict=False))
        known = self._senders
        if len(pages) == len(pieces) and all(plain(name) in known.get(page, (plain(name),)) for page, name in pairs):
            for page, name in pairs:
                if fold(name) not in _NOBODY:
                    self._remember(Named(name, page), when)

    def key(self, one: Named) -> str:
        """What stands for somebody; a name without a page is whoever has it, where only one does."""
        folded = fold(one.name)
        pages = self._pages_of.get(folded, ())
        return one.page or (next(iter(pages)) if len(pages) == 1 else folded)

    def listed(self, names: str, addresses: str) -> tuple[str, ...]:
        """Keys of everybody in a cell of names and one of pages; nobody in a crowd."""
        cells = names, addresses
        if cells not in self._listed:
            self._listed[cells] = self._read_list(*self._apart(names, addresses))
        return self._listed[cells]

    def name_of(self, key: str) -> str:
        """The newest name of somebody."""
        return self._names[key][1]

    def page_of(self, key: str) -> str:
        """The address of their page, or nothing."""
        return key if key.startswith("https://") else ""

    def _remember(self, one: Named, when: str) -> None:
        folded = fold(one.name)
        pages = self._pages_of.setdefault(folded, set())
        if one.page:
            pages.add(one.page)
        key = one.page or folded
        self._names[key] = max(self._names.get(key, ("", "")), (when, one.name))

    def _page(self, address: str) -> str:
        if address not in self._addresses:
            found = links.profile(links.with_scheme(address.partition("?")[0])) if address else None
            self._addresses[address] = found.url if found and found.kind == "linkedin" else ""
        return self._addresses[address]

    def _apart(self, names: str, addresses: str) -> tuple[list[str], list[str]]:
        """The pages and the names of two cells."""
        cells = names, addresses
        if cells not in self._cells:
            is_crowd = names.count(",") >= MAX_MEMBERS or max(len(names), len(addresses)) > MAX_TEXT
            pages = [] if is_crowd else list(filter(None, map(self._page, _BETWEEN_PAGES.split(addresses))))
            self._cells[cells] = pages[:MAX_MEMBERS], [] if is_crowd else self._pieces(names)
        return self._cells[cells]

    def _read_list(self, pages: list[str], pieces: list[str]) -> tuple[str, ...]:
        """Pages, and names beside them that have none: of somebody who has left, or in files of before 2023."""
        known = [page for page in dict.fromkeys(pages) if page in self._names]
        if len(known) < len(set(pages)):
            self.unclear = True
            return tuple(known)
        called = {plain(self.name_of(page)) for page in known}.union(*(self._senders.get(page, ()) for page in known))
        people = [Named(name, "") for name in pieces if fold(name) not in _NOBODY and plain(name) not in called]
        if len(people) + len(pages) > len(pieces):
            return tuple(known)  # only other names of those who are there
        for one in people:
            self._names.setdefault(self.key(one), ("", one.name))
        return tuple(dict.fromkeys((*known, *map(self.key, people))))

    def _pieces(self, names: str) -> list[str]:
        """Names with commas between them, of which some have a comma themselves: "Jane Doe, PhD, Bo Ek" are two."""
        parts = [" ".join(part.split()) for part in names.split(",") if part.strip()]
        found: list[str] = []
        while parts:
            span = next((span for span in (3, 2) if fold(", ".join(parts[:span])) in self._whole), 1)
            name = ", ".join(parts[:span])
            if span == 1 and found and _is_credential(name):
                found[-1] += f", {name}"
            else:
                found.append(name)
            del parts[:span]
        return [name[:_LONGEST_NAME] for name in found]
