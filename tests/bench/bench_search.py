"""A keystroke in a search: the question alone, and from the key to the painted result in the real window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from hallway.domain.folding import fold
from hallway.domain.likeness import LEAST_LETTERS
from hallway.store.words import beginning
from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.palette_rows import MOST
from hallway.usecases import people, searching
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.driven import Paints, press, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most, beside_floor

P95, WORST = 30, 50
NAMES_READ = 150
"""Milliseconds for ten thousand names, nicknames and spellings; spread over the moments after the window opens."""
NAMES, LETTERS = 30, 7
OTHER_WORDS = ("uni", "phd student", "research", "coffee", "zzzq", "conference", "an")


def rows(scale: float) -> list[Row]:
    """Names out of the book and words about people, typed letter by letter."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    typed = list(texts(desk))
    bare = _p95(lambda text: _bare(desk, text), _beginnings(typed))
    found = _questions(desk, typed, bare)
    desk.close()
    with window_on(home) as window:
        window.frame.navigator.go(Place("people"))
        rest(300)
        page = window.page
        assert isinstance(page, PeoplePage)
        list_ = keystrokes(page.list.search, page.list, typed)
        palette = open_palette(window)
        rest(300)
        anything = keystrokes(palette.field, palette.list.viewport(), typed)
        slips = keystrokes(palette.field, palette.list.viewport(), misspelled(typed))
        palette.close_panel()
    painted = {"People list": list_, "palette": anything, "palette, slips": slips}
    return [*found, *(row for where, taken in painted.items() for row in _painted(where, taken, bare))]


def texts(desk: Desk) -> Iterator[str]:
    """What is typed: beginnings of names in lower case, and a few other words."""
    ids = desk.ask(people.listed, people.PeopleFilter())
    for row in desk.ask(people.rows, ids[:: max(1, len(ids) // NAMES)]).values():
        words = fold(row.name).split()
        yield words[row.id % len(words)][:LETTERS]
    yield from OTHER_WORDS


def misspelled(typed: Iterable[str]) -> list[str]:
    """The same words with two letters swapped, and initials."""
    swapped = [f"{text[:2]}{text[3]}{text[2]}{text[4:]}" for text in typed if len(text) > LEAST_LETTERS]
    return [*swapped, "tw", "ml", "a z"]


def keystrokes(field: QLineEdit, painted: QWidget, typed: Iterable[str]) -> list[float]:
    """Milliseconds from each key to the painted result."""
    paints = Paints(painted)
    field.setFocus()
    taken = []
    for text in typed:
        for letter in text:
            taken.append(until_painted(lambda: press(field, letter), paints))  # noqa: B023
            rest(5)
        field.clear()
        rest(20)
    return taken


def _beginnings(typed: Iterable[str]) -> list[str]:
    return [text[:at] for text in typed for at in range(1, len(text) + 1)]


def _questions(desk: Desk, typed: Iterable[str], bare: float) -> list[Row]:
    def asked(what: Callable[[str], object]) -> float:
        return _p95(what, _beginnings(typed))

    slips = misspelled(typed)
    slices = list(_slices(desk))
    return [
        at_most("read all names into memory, in slices", "ms", sum(slices), NAMES_READ),
        at_most("longest slice of names", "ms", max(slices), WORST),
        _row("find with a slip or by initials", _p95(lambda text: desk.ask(searching.find_people, text), slips), bare),
        _row("who is named, with a slip", _p95(lambda text: desk.ask(searching.people_named, text), slips), bare),
        _row("find each kind", asked(lambda text: desk.ask(searching.find_each, text, MOST)), bare),
        _row("find people", asked(lambda text: desk.ask(searching.find_people, text)), bare),
        _row("find anything", asked(lambda text: desk.ask(searching.find, text)), bare),
        _row("narrow the list", asked(lambda text: desk.ask(people.listed, people.PeopleFilter(words=text))), bare),
    ]


def _p95(what: Callable[[str], object], texts: Iterable[str]) -> float:
    return share((milliseconds(partial(what, text)) for text in texts), 0.95)


def _slices(desk: Desk) -> Iterator[float]:
    """Milliseconds of each slice of the first reading."""
    whole = False
    while not whole:
        start = time.perf_counter()
        whole = desk.ask(searching.read_names)
        yield 1000 * (time.perf_counter() - start)


def _row(what: str, taken: float, bare: float) -> Row:
    return beside_floor(f"{what}, a letter (p95; floor: bare query)", "ms", taken, bare, P95)


def _bare(desk: Desk, text: str) -> None:
    """The index alone."""
    desk.database.rows("SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT 20", (beginning(text),))


def _painted(where: str, taken: list[float], bare: float) -> list[Row]:
    return [
        beside_floor(f"{where}, key to paint (p95; floor: bare query)", "ms", share(taken, 0.95), bare, P95),
        at_most(f"{where}, key to paint (worst)", "ms", max(taken), WORST),
    ]
