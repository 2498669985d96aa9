"""Files damaged in the ways that disks, services and other programs have of doing it."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hallway.store.salvage_pages import PAGE
from hallway.usecases import demo
from tests.makers import file_desk

KINDS = ("cut", "zeroed page", "flipped bits", "first page gone", "rubbish in the middle", "head overwritten")
UNREADABLE_AT_ONCE = ("cut", "first page gone", "head overwritten")
"""What must never open without a word."""


def whole(folder: Path) -> bytes:
    """A record of a made-up network, as the bytes of its file."""
    path = folder / "whole.db"
    desk = file_desk(path)
    demo.fill(desk)
    desk.close()
    data = path.read_bytes()
    for one in folder.iterdir():
        one.unlink()
    return data


def damaged(data: bytes, kind: str, seed: int) -> bytes:
    """The same bytes, damaged at a place that the seed chooses."""
    random, harmed = Random(f"{kind} {seed}"), bytearray(data)
    pages = len(data) // PAGE
    match kind:
        case "cut":
            return bytes(harmed[: random.randrange(PAGE, len(data) - PAGE)])
        case "zeroed page":
            for _ in range(random.choice((1, 1, 3))):
                _put(harmed, random.randrange(1, pages), bytes(PAGE))
        case "flipped bits":
            for _ in range(random.choice((1, 20, 200))):
                harmed[random.randrange(len(data))] ^= 1 << random.randrange(8)
        case "first page gone":
            _put(harmed, 0, bytes(PAGE))
        case "rubbish in the middle":
            size = random.randrange(1, 8)
            for number in range(start := random.randrange(1, pages - size), start + size):
                _put(harmed, number, random.randbytes(PAGE))
        case "head overwritten":
            harmed[:100] = random.randbytes(100)
    return bytes(harmed)


def _put(data: bytearray, number: int, page: bytes) -> None:
    data[number * PAGE : (number + 1) * PAGE] = page
