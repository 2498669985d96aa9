"""Sheets as Markdown (CommonMark 0.31); what people typed stays text and never becomes a heading, a link or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hallway.domain.sheets import Sheet

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_BEGINS_A_BLOCK = re.compile(r"^(\d*)([-+=.)])")


def write(sheets: Iterable[Sheet]) -> bytes:
    """The sheets one below the other, with a line between them, as UTF-8."""
    return "\n---\n\n".join("\n".join(_lines(sheet)) + "\n" for sheet in sheets).encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {_plain(sheet.title)}"
    if sheet.lines:
        yield ""
        yield "  \n".join(map(_plain, sheet.lines))
    for section in sheet.sections:
        yield from ("", f"## {_plain(section.heading)}", "")
        yield from (f"- {_plain(line)}" for line in section.lines)


def _plain(text: str) -> str:
    line = " ".join(text.split())
    return _BEGINS_A_BLOCK.sub(r"\1\\\2", _MEANS_SOMETHING.sub(r"\\\1", line))
