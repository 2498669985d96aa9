"""A copy of a damaged file made readable as far as it goes: its head, its length, and where its tables begin.

Nothing here touches the damaged file itself. The head of a file of ours is known but for a few numbers; where the
tables begin is known as well, because a fresh record of the same shape puts them in the same places.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import apsw

from hallway.store.database import APPLICATION_ID
from hallway.store.schema import MIGRATIONS, NEWEST

PAGE = 4096
MAGIC = b"SQLite format 3\x00"
HEAD = 100
SHAPE_AT, OWNER_AT, PAGES_AT = 60, 68, 28
INNER, INNER_INDEX, LEAF, LEAF_INDEX = 5, 2, 13, 10
WHOLE_PAGES = 1_000_000
"""More pages than any record has."""
LEAST_FIT = 0.5
"""Part of the places where tables would begin at which they have to."""


class Beginning(NamedTuple):
    """The pages of a fresh record that tell where its tables begin, by number, and where that is."""

    shape: int
    pages: dict[int, bytes]
    roots: dict[str, int]


def mend_head(path: Path) -> None:
    """Give a copy a head that reads, and whole pages up to the length it should have."""
    data = bytearray(path.read_bytes())
    data.extend(bytes(max(HEAD - len(data), 0)))
    said = struct.unpack(">I", data[PAGES_AT : PAGES_AT + 4])[0] if data[:16] == MAGIC else 0
    there = -(-len(data) // PAGE)
    pages = said if there <= said <= min(there * 64, WHOLE_PAGES) else there
    data.extend(bytes(max(pages, 1) * PAGE - len(data)))
    shape = struct.unpack(">I", data[SHAPE_AT : SHAPE_AT + 4])[0]
    data[:HEAD] = _head(pages, shape if 0 < shape <= NEWEST else NEWEST)
    path.write_bytes(data)


def shape_of(path: Path) -> int:
    """The shape that the head of a mended copy tells."""
    with path.open("rb") as file:
        file.seek(SHAPE_AT)
        return int(struct.unpack(">I", file.read(4))[0])


def put_beginning(path: Path) -> bool:
    """Put the pages over a copy that tell where the tables begin: those of the fresh record that fits it best.

    False, and the copy as it was, when none does: then it never was a record of ours.
    """
    data = path.read_bytes()
    best = max(_beginnings(), key=lambda one: (_fit(data, one), one.shape))
    if _fit(data, best) < LEAST_FIT:
        return False
    copy = bytearray(data)
    for number, page in best.pages.items():
        if number * PAGE <= len(copy):
            copy[(number - 1) * PAGE : number * PAGE] = page
    copy[:HEAD] = _head(len(copy) // PAGE, best.shape)
    path.write_bytes(copy)
    return True


def _head(pages: int, shape: int) -> bytes:
    """The first hundred bytes, as SQLite's file format has them; journal by rollback, nothing on the free list."""
    head = bytearray(HEAD)
    head[:16] = MAGIC
    struct.pack_into(">HBBBBBB", head, 16, PAGE, 1, 1, 0, 64, 32, 32)
    struct.pack_into(">II", head, 24, 1, pages)
    struct.pack_into(">IIII", head, 40, 1, 4, 0, 0)
    struct.pack_into(">II", head, 56, 1, shape)
    struct.pack_into(">I", head, OWNER_AT, APPLICATION_ID)
    struct.pack_into(">I", head, 92, 1)
    struct.pack_into(">I", head, 96, 3_054_000)
    return bytes(head)


def _beginnings() -> Iterator[Beginning]:
    for shape in range(1, NEWEST + 1):
        for written_anew in (False, True):
            yield _beginning(shape, written_anew)


def _beginning(shape: int, written_anew: bool) -> Beginning:
    fresh = apsw.Connection(":memory:")
    try:
        for step in MIGRATIONS[:shape]:
            for statements in step:
                fresh.execute(statements)
        if written_anew:
            fresh.execute("VACUUM")
        rows = fresh.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        roots = {str(name): int(str(page)) for name, page in rows.fetchall()}
        data = fresh.serialize("main")
    finally:
        fresh.close()
    pages = {1: data[:PAGE]}
    pages |= {number: data[(number - 1) * PAGE : number * PAGE] for number in _children(data[:PAGE])}
    return Beginning(shape, pages, roots)


def _children(first: bytes) -> tuple[int, ...]:
    """The pages below the first one, when that has any."""
    if first[HEAD] != INNER:
        return ()
    count = struct.unpack(">H", first[HEAD + 3 : HEAD + 5])[0]
    cells = struct.unpack(f">{count}H", first[HEAD + 12 : HEAD + 12 + 2 * count])
    left = [struct.unpack(">I", first[at : at + 4])[0] for at in cells]
    return (*left, struct.unpack(">I", first[HEAD + 8 : HEAD + 12])[0])


def _fit(data: bytes, one: Beginning) -> float:
    """At which part of the places where a table would begin one does."""
    places = [(page - 1) * PAGE for page in one.roots.values() if page * PAGE <= len(data) and page not in one.pages]
    found = sum(data[place] in (INNER, LEAF, INNER_INDEX, LEAF_INDEX) for place in places)
    return found / len(places) if places else 0.0
