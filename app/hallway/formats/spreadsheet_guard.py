"""The apostrophe that keeps a spreadsheet from calculating a cell, put in front and taken away again."""

from __future__ import annotations

import re
from typing import Final

GUARD_MARK: Final = "'"
"""Stands before a header of a table of which the cells are guarded."""

_FORMULA: Final = re.compile(r"'*[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet could calculate, also behind spaces, and what looks as if it had been kept from that already."""


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front when a spreadsheet could take it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; any other cell stays as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
