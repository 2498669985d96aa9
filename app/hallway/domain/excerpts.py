"""The words around what was found in a longer text, with the found words apart so that they can be shown bolder."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from hallway.domain.folding import fold, is_cjk

WIDTH = 72
"""Characters shown, more or less."""
BEFORE = 20
LONGEST = 20_000

Excerpt = tuple[tuple[str, bool], ...]
"""Stretches of plain text, and whether each is one of the words looked for."""

_WORDS = re.compile(r"[^\W_]+")


def excerpt(text: str, beginnings: Collection[str]) -> Excerpt:
    """One line around the first word of a text that begins with one of the folded `beginnings`; () without any."""
    line = " ".join(text[:LONGEST].split())
    hits = list(_hits(line, tuple(beginnings))) if beginnings else []
    if not hits:
        return ()
    start, end = _window(line, hits[0][0])
    return tuple(_parts(line, start, end, hits))


def plain(parts: Excerpt) -> str:
    """The excerpt as one text."""
    return "".join(text for text, _ in parts)


def shortened(text: str, most: int = 70) -> str:
    """The beginning of a text as one line of at most `most` characters, cut between words where there are any."""
    line = " ".join(text[: most * 4].split())
    if len(line) <= most:
        return line
    end = line.rfind(" ", most // 2, most)
    return line[: end if end > 0 else most - 1].rstrip(" ,;:") + "…"


def _hits(line: str, beginnings: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for match in _WORDS.finditer(line):
        word = match.group()
        if any(map(is_cjk, word)):
            yield from ((match.start() + at, match.start() + at + 1)
                        for at, letter in enumerate(word) if fold(letter) in beginnings)  # fmt: skip
        elif fold(word).startswith(beginnings):
            yield match.span()


def _window(line: str, at: int) -> tuple[int, int]:
    """From a word's beginning shortly before the hit to a word's end some way after it."""
    start = 0 if at <= BEFORE else line.find(" ", at - BEFORE - 1, at) + 1 or at
    if len(line) <= start + WIDTH:
        return start, len(line)
    end = line.rfind(" ", max(start, at) + 1, start + WIDTH)
    return start, end if end > at else min(len(line), start + WIDTH)


def _parts(line: str, start: int, end: int, hits: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    at, before = start, "…" if start else ""
    for first, last in hits:
        if first >= end:
            break
        if before or line[at:first]:
            yield before + line[at:first], False
        yield line[first : min(last, end)], True
        at, before = min(last, end), ""
    rest = line[at:end] + ("…" if end < len(line) else "")
    if rest:
        yield rest, False
