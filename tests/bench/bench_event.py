"""An event of a thousand sessions from within: opened, looked through day by day, and searched letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from hallway.store import programmes as store
from hallway.ui.events.page import EventsPage
from hallway.ui.frame.places import Place
from hallway.usecases import wishes
from tests.bench import books
from tests.bench.bench_programme import SESSIONS, brought_in, programme
from tests.bench.driven import Paints, press, rest, until_painted, window_on
from tests.bench.measuring import milliseconds, share
from tests.bench.rows import Row, at_most, beside_floor

OPENED, FIRST, LETTER = 100, 250, 50
WORDS = "session 42 hall 7"


def rows(scale: float) -> list[Row]:
    """Among ten thousand people; beside the bare query for the sessions."""
    home = books.copy(books.book(books.scaled(scale)))
    desk = books.desk(home)
    brought_in(desk, programme(0))
    event_id = int(desk.database.rows("SELECT id FROM event ORDER BY id DESC")[0][0])
    speakers = [id_ for (id_,) in desk.database.rows("SELECT DISTINCT person_id FROM session_speaker LIMIT 12")]
    for person_id in speakers:
        desk.do(wishes.want, person_id, event_id)
    floor = milliseconds(lambda: desk.ask(store.sessions, event_id))
    desk.close()
    measured = list(in_window(home, event_id))
    first, again, letters = measured[0], measured[1], measured[2:]
    told = f"an event of {SESSIONS:,} sessions"
    return [
        beside_floor(f"{told}, opened first (floor: bare query)", "ms", first, floor, FIRST),
        beside_floor(f"{told}, opened again (floor: bare query)", "ms", again, floor, OPENED),
        at_most(f"{told}, a letter in its search (p95)", "ms", share(letters, 0.95), LETTER),
    ]


def in_window(home: Path, event_id: int) -> Iterator[float]:
    """Milliseconds until painted: the first and the second opening, then each letter."""
    with window_on(home) as window:
        navigator = window.frame.navigator
        navigator.go(Place("events"))
        rest(300)
        page = window.page
        assert isinstance(page, EventsPage)
        for _ in range(2):
            yield until_painted(lambda: navigator.go(Place("events", "there", event_id)), Paints(page))
            rest(200)
            navigator.go(Place("timeline"))
            rest(100)
        navigator.go(Place("events", "there", event_id))
        assert page.there is not None
        page.there.find_session()
        pane = page.there.everything
        paints = Paints(pane.view.viewport())
        for letter in WORDS:
            key = Qt.Key(ord(letter.upper()))
            yield until_painted(lambda: press(pane.search, key), paints)  # noqa: B023 - pressed at once
            rest(20)
