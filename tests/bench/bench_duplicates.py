"""Who stands here twice: how many of the found pairs are one person, how many such pairs are found, and how fast."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from hallway.domain import duplicates as domain
from hallway.store import duplicates as store
from hallway.ui.frame.places import Place
from hallway.ui.people.same_person import SamePerson, find_duplicates
from hallway.usecases import duplicates
from tests.bench import books
from tests.bench.driven import REST, Heartbeat, rest, window_on
from tests.bench.measuring import milliseconds
from tests.bench.rows import Row, at_most, beside_floor
from tests.bench.same_people import labelled

PRECISION, RECALL = 0.95, 0.90
SECONDS, GAP = 10, 50


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
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    floor = milliseconds(lambda: desk.ask(store.everybody)) / 1000
    taken = milliseconds(lambda: desk.ask(duplicates.find)) / 1000
    desk.close()
    in_window, gap = in_the_background(home)
    return [
        at_least("same person, precision", found.precision, PRECISION),
        at_least("same person, recall", found.recall, RECALL),
        beside_floor("same person, whole book (floor: reading it)", "s", taken, floor, SECONDS),
        beside_floor("same person, in the background of a window (floor: reading it)", "s", in_window, floor, SECONDS),
        at_most("same person, event loop busy meanwhile (worst)", "ms", gap, GAP),
    ]


def in_the_background(home: Path) -> tuple[float, float]:
    """Seconds that the search takes behind the panel, and the longest stretch in ms in which the window was busy."""
    with window_on(home) as window:
        window.frame.navigator.go(Place("people"))
        rest(300)
        panels: list[SamePerson] = []
        start = time.perf_counter()
        gap = Heartbeat().busy(lambda: panels.append(find_duplicates(window.frame)), lambda: not panels[0].is_looking())
        taken = time.perf_counter() - start - REST / 1000
        panels[0].close_panel()
    return taken, gap


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
