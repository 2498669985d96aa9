"""How the cells of a row are taken: each column with what belongs to it, worked out once for a whole table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hallway.domain.columns import Column, Layout, Meaning
from hallway.domain.records import Complaint
from hallway.formats.header_words import Heading, headings, language_of
from hallway.formats.table_columns import JOINED
from hallway.formats.table_dates import order_of
from hallway.formats.table_values import GOOGLE_JOINT, JOINT

DATES: Final = frozenset({Meaning.BIRTHDAY, Meaning.MET_ON, Meaning.LAST_IN_TOUCH, Meaning.START, Meaning.END})


@dataclass(frozen=True, slots=True)
class Slot:
    """One column as it is read. `concept` is what its header says (a part of an address, "file as").

    `group` is the number of its group and which one of its kind in it this is. `split` is what stands between several
    values. `label_at` is where the column with its kind is, `whole_at` the one with the whole address; -1 for none.
    `flips` says that names stand with the family first, after which comes a comma.
    """

    at: int
    header: str
    meaning: Meaning
    concept: str = ""
    label: str = ""
    group: tuple[int, int] = (0, 0)
    split: str = ""
    label_at: int = -1
    whole_at: int = -1
    day_first: bool = True
    flips: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of a table that are read, in order, and how many there are in all.

    `is_own` is a table that Hallway wrote, `is_guarded` one with apostrophes before what a spreadsheet would calculate.
    """

    slots: tuple[Slot, ...]
    width: int
    is_own: bool = False
    is_guarded: bool = False


def plan(layout: Layout, rows: Sequence[Sequence[str]], complaints: list[Complaint], is_guarded: bool = False) -> Plan:
    """Work out how the rows under a layout are taken; doubts about dates are told once a column."""
    found = _headings(layout)
    seen: Counter[tuple[Meaning, str, str, int]] = Counter()
    labels = {(one.stem, one.number): at for at, one in enumerate(found) if _is_label(layout, at)}
    wholes = {
        (one.label, one.number): at
        for at, one in enumerate(found)
        if one.concept == "address" and layout.columns[at].meaning is Meaning.IN_NOTES
    }
    days = _days_first(layout, rows, complaints)
    slots = []
    for at, (column, heading) in enumerate(zip(layout.columns, found, strict=True)):
        if column.meaning is Meaning.LEFT_OUT and column.filled:
            continue
        in_place = (column.label, heading.concept) if column.meaning is Meaning.PLACE else ("", "")
        kind = column.meaning, *in_place, heading.number
        whole_at = wholes.get((heading.label, heading.number), -1)
        slot = Slot(
            at,
            column.header if layout.header_line >= 0 else "",
            Meaning.IN_NOTES if column.meaning is Meaning.LEFT_OUT else column.meaning,
            heading.concept,
            column.label,
            (heading.number, seen[kind]),
            _split(layout, column),
            _label_at(layout, at, found, labels),
            whole_at if whole_at != at and heading.stem == "address" else -1,
            days.get(at, True),
            column.meaning is Meaning.NAME and layout.producer != "hallway" and _is_turned(rows, at),
        )
        seen[kind] += 1
        slots.append(slot)
    return Plan(tuple(slots), len(layout.columns), layout.producer == "hallway", is_guarded)


def _headings(layout: Layout) -> tuple[Heading, ...]:
    if layout.header_line < 0:
        return tuple(Heading() for _ in layout.columns)
    return headings([column.header for column in layout.columns])


def _is_label(layout: Layout, at: int) -> bool:
    return layout.columns[at].meaning is Meaning.LABEL


def _label_at(layout: Layout, at: int, found: Sequence[Heading], labels: dict[tuple[str, int], int]) -> int:
    """The column with the kind of this one: that of its group, or one right before it that tells of no group."""
    if _is_label(layout, at):
        return -1
    own = labels.get((found[at].stem, found[at].number), -1)
    is_behind_free = at > 0 and _is_label(layout, at - 1) and found[at - 1].concept != "type"
    return at - 1 if own < 0 and is_behind_free else own


def _split(layout: Layout, column: Column) -> str:
    """Several values are taken apart in whole files of Google and Hallway, also where none was seen."""
    if layout.producer == "hallway":
        return JOINT if column.meaning in JOINED else ""
    notes = (Meaning.NOTE, Meaning.IN_NOTES, Meaning.BIRTHDAY)
    return GOOGLE_JOINT if layout.producer == "google" and column.meaning not in notes else column.split


def _days_first(layout: Layout, rows: Sequence[Sequence[str]], complaints: list[Complaint]) -> dict[int, bool]:
    """For each column of dates, whether the day comes first: by its own cells, else by those of another one."""
    speaks = _speaks_for_days_first(layout)
    dated = [at for at, column in enumerate(layout.columns) if column.meaning in DATES]
    orders = {at: order_of([row[at] for row in rows if at < len(row)], speaks) for at in dated}
    told = [order.day_first for order in orders.values() if order and order.is_told]
    otherwise = told[0] if told else speaks
    found = {}
    for at, order in orders.items():
        found[at] = order.day_first if order and order.is_told else otherwise
        if order and not order.is_told and not told:
            first = "day first" if otherwise else "month first"
            what = f"No date in “{layout.columns[at].header}” tells whether day or month comes first; read {first}."
            complaints.append(Complaint("file", what))
    return found


def _speaks_for_days_first(layout: Layout) -> bool:
    """Only English headers between commas speak for the month first."""
    language = language_of([column.header for column in layout.columns]) if layout.header_line >= 0 else "en"
    is_western = layout.encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "latin-1")
    return language != "en" or layout.delimiter == ";" or not is_western


def _is_turned(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether most names in a column are written "Lovelace, Ada"."""
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    turned = sum(cell.count(",") == 1 and not cell.strip().endswith(",") for cell in cells)
    return len(cells) > 1 and 5 * turned >= 4 * len(cells)
