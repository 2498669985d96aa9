"""Opening a person from the list: from the key to the painted page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.bench import books
from tests.bench.driven import Paints, press, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most, beside_floor

P95, WORST = 50, 100
TIMES = 60


def rows(scale: float) -> list[Row]:
    """The page of one after the other down the list; beside all rows about a person straight from SQLite."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    ids = desk.ask(people.listed, people.PeopleFilter())[:TIMES]
    floor = share((milliseconds(lambda: _bare(desk, id_)) for id_ in ids), 0.95)  # noqa: B023
    asked = share((milliseconds(lambda: desk.ask(people.page_of, id_)) for id_ in ids), 0.95)  # noqa: B023
    desk.close()
    opened = list(in_window(home))
    return [
        beside_floor("read a person (p95; floor: bare queries)", "ms", asked, floor, P95),
        beside_floor("open a person, key to paint (p95; floor: bare queries)", "ms", share(opened, 0.95), floor, P95),
        at_most("open a person, key to paint (worst)", "ms", max(opened), WORST),
    ]


def in_window(home: Path) -> Iterator[float]:
    """Milliseconds from Down to the painted page."""
    with window_on(home) as window:
        window.frame.navigator.go(Place("people"))
        rest(300)
        page = window.page
        assert isinstance(page, PeoplePage)
        table, paints = page.list.table, Paints(page.detail.header)
        table.setFocus()
        for _ in range(TIMES):
            yield until_painted(lambda: press(table, Qt.Key.Key_Down), paints)
            rest(20)


def _bare(desk: Desk, person_id: int) -> None:
    """What is written about somebody, table by table."""
    for query in QUERIES:
        desk.database.rows(query, (person_id,))


QUERIES = (
    "SELECT * FROM person WHERE id = ?", "SELECT * FROM glance WHERE person_id = ?",
    *(f"SELECT * FROM {table} WHERE person_id = ?"
      for table in ("person_email", "person_phone", "person_profile", "affiliation", "person_topic", "promise")),
    """SELECT * FROM interaction WHERE id IN (SELECT interaction_id FROM participant WHERE person_id = ?)
        ORDER BY on_day DESC LIMIT 40""",
)  # fmt: skip
