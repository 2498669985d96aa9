"""One measured figure, and the table that shows many of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEADINGS = ("figure", "measured", "floor", "ratio", "target", "held")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that was measured, beside what it is measured against.

    `value` and `floor` are in `unit`. `floor` is the least this machine could take for the same work (a bare
    SQLite query, an empty window), or None where there is none; `ratio` is value / floor, so it travels
    between machines. `target` is the promise in words ("16 ms", "3 x"), `held` whether it was kept.
    """

    figure: str
    unit: str
    value: float
    floor: float | None
    ratio: float | None
    target: str
    held: bool


def against_floor(figure: str, unit: str, value: float, floor: float, at_most: float) -> Row:
    """A row that promises to take at most `at_most` times what the machine itself needs."""
    ratio = value / floor if floor else float("inf")
    return Row(figure, unit, value, floor, ratio, f"{at_most:g} x", ratio <= at_most)


def at_most(figure: str, unit: str, value: float, limit: float) -> Row:
    """A row that promises an absolute limit, in `unit`."""
    return Row(figure, unit, value, None, None, f"{limit:g} {unit}", value <= limit)


def beside_floor(figure: str, unit: str, value: float, floor: float, limit: float) -> Row:
    """A row that promises an absolute limit, and shows what the machine itself needs beside it."""
    ratio = value / floor if floor else float("inf")
    return Row(figure, unit, value, floor, ratio, f"{limit:g} {unit}", value <= limit)


def cells(row: Row) -> tuple[str, ...]:
    """The row as the table shows it."""
    return (
        row.figure,
        f"{row.value:,.2f} {row.unit}",
        "" if row.floor is None else f"{row.floor:,.2f} {row.unit}",
        "" if row.ratio is None else f"{row.ratio:,.1f} x",
        row.target,
        "held" if row.held else "not held",
    )


def table(rows: Iterable[Row]) -> str:
    """The rows in aligned columns: words to the left, numbers to the right."""
    lines = [HEADINGS, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    first, *numbers, last = (
        cell.rjust(width) if 0 < column < len(widths) - 1 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, *numbers, last]).rstrip()
