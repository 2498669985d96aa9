"""Several names in a row as one says them: "Ana", "Ana and Bo", "Ana, Bo and Cai", "Ana, Bo and 4 more"."""

from __future__ import annotations

from collections.abc import Sequence

Piece = tuple[str, bool]
"""Words, and whether they are one of the names rather than what stands between them."""

AND, MORE = " and ", "{count} more"


def pieces(names: Sequence[str], most: int = 0, joint: str = AND, more: str = MORE) -> tuple[Piece, ...]:
    """The row in pieces, for who sets names apart; `most` 0 shows all of them.

    Nobody is one of "1 more": where only one would be left out, all are named. `joint` and `more` are words of
    another language.
    """
    shown = list(names) if not most or len(names) <= most + 1 else list(names[:most])
    left_out = len(names) - len(shown)
    row: list[Piece] = [(name, True) for name in shown]
    if left_out:
        row.append((more.format(count=left_out), False))
    spaced: list[Piece] = []
    for at, piece in enumerate(row):
        if at:
            spaced.append((joint if at == len(row) - 1 else ", ", False))
        spaced.append(piece)
    return tuple(spaced)


def listed(names: Sequence[str], most: int = 0) -> str:
    """The row as one text."""
    return "".join(words for words, _ in pieces(names, most))
