"""Who stands here twice: how many of the found pairs are one person, how many such pairs are found, and how fast."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import NamedTuple

from hallway.domain import duplicates as domain
from hallway.usecases import duplicates
from tests.bench import books
from tests.bench.rows import Row, at_most
from tests.bench.same_people import labelled

PRECISION, RECALL = 0.95, 0.90
SECONDS = 10


class Found(NamedTuple):
    """Shares from 0 to 1, and the kinds of pairs that were missed or shown by mistake, with how many."""

    precision: float
    recall: float
    missed: Counter[str]
    mistaken: Counter[str]


def rows(scale: float) -> list[Row]:
    """The labelled pairs, then a whole book."""
    found = judged()
    print(f"missed: {dict(found.missed)}; shown by mistake: {dict(found.mistaken)}", file=sys.stderr)
    desk = books.desk(books.copy(books.book(books.scaled(scale))))
    start = time.perf_counter()
    desk.ask(duplicates.find)
    taken = time.perf_counter() - start
    desk.close()
    return [
        at_least("same person, precision", found.precision, PRECISION),
        at_least("same person, recall", found.recall, RECALL),
        at_most("same person, whole book", "s", taken, SECONDS),
    ]


def judged() -> Found:
    """What the search finds in the labelled book. A pair that nobody labelled is a mistake: those are two people."""
    book, truth = labelled()
    shown = {(pair.one_id, pair.other_id) for pair in domain.find(book)}
    same = {(pair.one_id, pair.other_id): pair.kind for pair in truth if pair.is_same}
    kinds = {(pair.one_id, pair.other_id): pair.kind for pair in truth}
    right = len(shown & same.keys())
    missed = Counter(kind for ids, kind in same.items() if ids not in shown)
    mistaken = Counter(kinds.get(ids, "strangers") for ids in shown - same.keys())
    return Found(right / len(shown), right / len(same), missed, mistaken)


def at_least(figure: str, value: float, limit: float) -> Row:
    """A row that promises a share of at least so much."""
    return Row(figure, "", value, None, None, f"at least {limit:g}", value >= limit)
