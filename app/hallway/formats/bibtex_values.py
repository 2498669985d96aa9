"""Values of BibTeX fields: braces and quotes taken off, pieces joined with #, @string macros put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_BRACES: Final = re.compile(r"(?<!\\)[{}]")
_PLAIN: Final = re.compile(r'[^#{}"]+')


class Macros:
    """The @string macros of a file, put in while the budget lasts: macros of macros can grow without end."""

    def __init__(self, strings: Mapping[str, str], budget: int) -> None:
        self._strings = {name.casefold(): value for name, value in strings.items()}
        self._resolved: dict[str, str] = {}
        self._budget = budget
        self.ran_out = False

    def value(self, raw: str, longest: int) -> str:
        """The text of a field, at most `longest` characters."""
        raw = raw.strip()
        if len(raw) > longest + 2:
            raw = raw[:longest]
        return "".join(self._pieces(raw, longest, frozenset()))[:longest]

    def _pieces(self, raw: str, longest: int, inside: frozenset[str]) -> Iterator[str]:
        room = longest
        for text, is_name in pieces(raw):
            piece = self._macro(text, longest, inside) if is_name else text
            yield piece[:room]
            room -= len(piece)
            if room <= 0:
                return

    def _macro(self, name: str, longest: int, inside: frozenset[str]) -> str:
        """What a macro stands for; a name that is none (a year, a month, a typing error) stands for itself."""
        key = name.casefold()
        if key in inside or key not in self._strings or len(inside) > 20:
            return name
        if key not in self._resolved:
            self._resolved[key] = "".join(self._pieces(self._strings[key], longest, inside | {key}))[:longest]
        found = self._resolved[key]
        self._budget -= len(found)
        self.ran_out = self.ran_out or self._budget < 0
        return name if self._budget < 0 else found


def pieces(raw: str) -> Iterator[tuple[str, bool]]:
    """The parts of a value as it is joined with #: each text, and whether it is a macro's name."""
    at = 0
    while at < len(raw):
        if raw[at] in "{\"":
            end = _closing(raw, at)
            yield raw[at + 1 : end], False
            at = end + 1
            continue
        bare = _PLAIN.match(raw, at)
        at = bare.end() if bare else at + 1
        if bare and bare[0].strip():
            yield bare[0].strip(), True


def _closing(raw: str, at: int) -> int:
    """Where what opens here closes; the end when it does not."""
    if raw[at] == '"':
        depth = 0
        for found in re.compile(r'(?<!\\)[{}"]').finditer(raw, at + 1):
            if found[0] == '"' and depth <= 0:
                return found.start()
            depth += {"{": 1, "}": -1}.get(found[0], 0)
        return len(raw)
    depth = 0
    for found in _BRACES.finditer(raw, at):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.start()
    return len(raw)
