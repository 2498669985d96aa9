"""How long any ordinary action keeps the window from answering."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hallway.domain.interactions import NewInteraction, Participant
from hallway.domain.people import Order
from hallway.ui.frame.places import Place
from hallway.ui.people.page import PeoplePage
from hallway.ui.shell.window import Window
from hallway.usecases import interactions, people
from tests.bench import books
from tests.bench.driven import Heartbeat, press, window_on
from tests.bench.measuring import share
from tests.bench.rows import Row, at_most

P95, WORST = 50, 100
ROUNDS = 12

Action = tuple[str, Callable[[], object]]


def rows(scale: float) -> list[Row]:
    """The p95 and the worst of all actions, then the worst of each kind of action, dearest first."""
    home = books.copy(books.book(books.scaled(scale)))
    taken: dict[str, list[float]] = {}
    with window_on(home) as window:
        heart = Heartbeat()
        for name, action in a_day(window):
            taken.setdefault(name, []).append(heart.busy(action))
    everything = [one for own in taken.values() for one in own]
    worst_first = sorted(taken.items(), key=lambda named: -max(named[1]))
    return [
        at_most("any action, event loop busy (p95)", "ms", share(everything, 0.95), P95),
        at_most("any action, event loop busy (worst)", "ms", max(everything), WORST),
        *(at_most(f"  {name} ({len(own)} times, worst)", "ms", max(own), WORST) for name, own in worst_first),
    ]


def a_day(window: Window) -> Iterator[Action]:
    """Round the house, then the People room, then things written, then what lies over the page."""
    yield from _rooms(window)
    yield from _people(window)
    yield from _writing(window)
    yield from _overlays(window)


def _rooms(window: Window) -> Iterator[Action]:
    navigator = window.frame.navigator
    keys = [room.key for room in window.rooms.values() if room.in_rail]
    for turn in range(4):
        for key in keys:
            how = "again" if turn else "for the first time"
            yield f"open {key} {how}", lambda: navigator.go(Place(key))  # noqa: B023


def _people(window: Window) -> Iterator[Action]:
    page = _people_page(window)
    table, field = page.list.table, page.list.search
    yield "go to the list", table.setFocus
    for _ in range(3 * ROUNDS):
        yield "open the next person", lambda: press(table, Qt.Key.Key_Down)
    for _ in range(ROUNDS):
        yield "a page down the list", lambda: press(table, Qt.Key.Key_PageDown)
    yield "to the end of the list", lambda: press(table, Qt.Key.Key_End)
    yield "to the top of the list", lambda: press(table, Qt.Key.Key_Home)
    yield "mark everybody", lambda: press(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    yield "unmark everybody", lambda: press(table, Qt.Key.Key_Escape)
    for order in (*Order, Order.RECENT):
        yield "order the list", lambda: page.list.order_by(order)  # noqa: B023
    for group in window.frame.bridge.ask(people.groups)[:3]:
        for chosen in (frozenset({group.id}), frozenset[int]()):
            yield "narrow to a group", lambda: page.list.groups.choose(chosen)  # noqa: B023
    yield "go to the search", lambda: window.frame.catalogue.run("window.find")
    for letter in "maria":
        yield "type in the search", lambda: press(field, letter)  # noqa: B023
    for _ in "maria":
        yield "type in the search", lambda: press(field, Qt.Key.Key_Backspace)


def _writing(window: Window) -> Iterator[Action]:
    bridge, page = window.frame.bridge, _people_page(window)
    today = bridge.desk.clock.today()
    for place in range(ROUNDS):
        person_id = page.list.model.id_at(place * 7)
        new = NewInteraction(today, (Participant(person_id),), summary="Coffee")
        yield "log something", lambda: bridge.do(interactions.log, new)  # noqa: B023
        yield "take it back", bridge.undo
        yield "do it again", bridge.redo
        yield "rename a person", lambda: bridge.do_quietly(people.change, person_id, "name", f"Ada {place}")  # noqa: B023
        yield "set a rhythm", lambda: bridge.do(people.set_rhythm, person_id, 90)  # noqa: B023
    for room in ("today", "timeline"):
        yield f"open {room} again", lambda: window.frame.navigator.go(Place(room))  # noqa: B023
        new = NewInteraction(today, (Participant(page.list.model.id_at(0)),), summary="Call")
        yield f"log something, {room} in view", lambda: bridge.do(interactions.log, new)  # noqa: B023
        yield f"take it back, {room} in view", bridge.undo


def _overlays(window: Window) -> Iterator[Action]:
    yield "open people again", lambda: window.frame.navigator.go(Place("people"))
    for key in ("palette", "capture", "help"):
        yield f"open the {key}", lambda: window.frame.catalogue.run(f"window.{key}")  # noqa: B023
        for letter in "follow up an" if key == "palette" else "Thao, @Uni Lund, looms" if key == "capture" else "":
            yield f"type in the {key}", lambda: _type(letter)  # noqa: B023
        yield f"close the {key}", lambda: _close(window)
    yield "a smaller window", lambda: window.resize(960, 640)
    yield "a larger window", lambda: window.resize(1280, 800)
    yield "change to dark", lambda: window.frame.preferences.choose_theme("dark")
    yield "change to light", lambda: window.frame.preferences.choose_theme("light")


def _people_page(window: Window) -> PeoplePage:
    window.frame.navigator.go(Place("people"))
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


def _type(letter: str) -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        press(focused, letter)


def _close(window: Window) -> None:
    panel = window.overlay()
    if panel is not None:
        panel.close_panel()
