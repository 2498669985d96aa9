"""A keystroke in a search: the question alone, and from the key to the painted result in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from hallway.domain.folding import fold
from hallway.store.words import beginning
from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.palette import open_palette
from hallway.usecases import people, searching
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.driven import Paints, press, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most, beside_floor

P95, WORST = 30, 50
NAMES, LETTERS = 30, 7
OTHER_WORDS = ("uni", "phd student", "research", "coffee", "zzzq", "conference", "an")


def rows(scale: float) -> list[Row]:
    """Names out of the book and words about people, typed letter by letter."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    typed = list(texts(desk))
    found = _questions(desk, typed)
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
        palette.close_panel()
    return [*found, *_painted("People list", list_), *_painted("palette", anything)]


def texts(desk: Desk) -> Iterator[str]:
    """What is typed: beginnings of names in lower case, and a few other words."""
    ids = desk.ask(people.listed, people.PeopleFilter())
    for row in desk.ask(people.rows, ids[:: max(1, len(ids) // NAMES)]).values():
        words = fold(row.name).split()
        yield words[row.id % len(words)][:LETTERS]
    yield from OTHER_WORDS


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


def _questions(desk: Desk, typed: Iterable[str]) -> list[Row]:
    beginnings = [text[:at] for text in typed for at in range(1, len(text) + 1)]

    def asked(what: Callable[[str], object]) -> float:
        return share((milliseconds(partial(what, text)) for text in beginnings), 0.95)

    bare = asked(lambda text: _bare(desk, text))
    return [
        _row("find people", asked(lambda text: desk.ask(searching.find_people, text)), bare),
        _row("find anything", asked(lambda text: desk.ask(searching.find, text)), bare),
        _row("narrow the list", asked(lambda text: desk.ask(people.listed, people.PeopleFilter(words=text))), bare),
    ]


def _row(what: str, taken: float, bare: float) -> Row:
    return beside_floor(f"{what}, a letter (p95; floor: bare query)", "ms", taken, bare, P95)


def _bare(desk: Desk, text: str) -> None:
    """The index alone."""
    desk.database.rows("SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT 20", (beginning(text),))


def _painted(where: str, taken: list[float]) -> list[Row]:
    return [
        at_most(f"{where}, key to paint (p95)", "ms", share(taken, 0.95), P95),
        at_most(f"{where}, key to paint (worst)", "ms", max(taken), WORST),
    ]
