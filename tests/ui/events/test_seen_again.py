"""People one meets again: on the page of the event, among those who are there, and on the way there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from hallway.domain.programmes import Session
from hallway.store import programmes
from hallway.ui.events.met_here import MetRow
from hallway.ui.events.page import EventsPage
from hallway.ui.events.there import WHO, There
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import wishes
from hallway.usecases.desk import Desk
from tests.makers import NOW, TODAY, add_event, add_moment, add_person
from tests.ui.house import LEFT, open_window, settle, words_on


def conference(desk: Desk, year: int, day: date, **more: object) -> int:
    return add_event(desk, f"CityClim {year}", start_on=day, end_on=day + timedelta(days=1), **more)


def open_there(qtbot: QtBot, desk: Desk, folder: Path, event: int) -> tuple[Window, There]:
    window = open_window(qtbot, desk, folder, Place("events", "there", event))
    page = window.page
    assert isinstance(page, EventsPage) and page.there is not None
    return window, page.there


def test_whoever_is_met_again_stands_there_with_how_often(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk, "Ada", met_event_id=conference(desk, 2024, date(2024, 6, 1)))
    add_moment(desk, ada, on=TODAY, event_id=conference(desk, 2025, date(2025, 6, 1)))
    event = conference(desk, 2026, TODAY)
    add_moment(desk, ada, on=TODAY, at_time="09:55", summary="Corridor widths\nand more", event_id=event)
    add_person(desk, "Bo", met_event_id=event)
    _, there = open_there(qtbot, desk, tmp_path, event)
    rows = [row.accessibleName() for row in there.met.findChildren(MetRow) if row.isVisible()]
    assert rows == ["Ada, Third time you meet. Corridor widths, 09:55", "Bo"]


def test_speakers_one_met_before_say_where_and_the_others_are_listed_too(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    ada = add_person(desk, "Ada", met_event_id=conference(desk, 2025, date(2025, 6, 1)))
    desk.do(wishes.want_by_name, "Cai")
    cai = desk.ask(wishes.at_large)[0].person_id
    event = conference(desk, 2026, TODAY)
    talk = Session("Talk", TODAY, start_time="09:00", speakers=("Ada", "Cai"))
    (session_id,) = desk.do(lambda step: tuple(programmes.add(step, event, [talk]))).value
    desk.do(lambda step: programmes.link(step, [(session_id, ada), (session_id, cai)]))
    _, there = open_there(qtbot, desk, tmp_path, event)
    assert there.who.findChildren(MetRow) == []  # made when it is looked at
    there.strip.choose(WHO)
    there._show_part(WHO)
    settle()
    assert [row.accessibleName() for row in there.who.findChildren(MetRow)] == ["Ada, You met at CityClim 2025", "Cai"]
    assert "They speak here, and you have not met  1" in words_on(there.who)


def test_the_session_that_runs_is_filled_in_and_my_card_is_at_hand(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    event = conference(desk, 2026, TODAY)
    running = Session("Poster session A", TODAY, start_time=f"{NOW:%H:00}", end_time="23:00")
    desk.do(lambda step: programmes.add(step, event, [running]))
    window, there = open_there(qtbot, desk, tmp_path, event)
    assert "Poster session A is filled in for you." in words_on(there.met)
    assert there.card.isVisible()
    qtbot.mouseClick(there.card, LEFT)
    assert window.frame.navigator.here == Place("card")


def test_what_is_on_now_is_chosen_when_one_comes_from_another_event(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    later = conference(desk, 2027, TODAY + timedelta(days=300))
    event = conference(desk, 2026, TODAY)
    hours = [Session(f"Talk {at:02}", TODAY, start_time=f"{at:02}:00", end_time=f"{at:02}:59") for at in range(24)]
    desk.do(lambda step: programmes.add(step, event, hours))
    desk.do(lambda step: programmes.add(step, later, [Session("Another", TODAY + timedelta(days=300))]))
    window, there = open_there(qtbot, desk, tmp_path, later)
    window.frame.navigator.go(Place("events", "there", event))
    settle()
    current = there.agenda.current()
    assert current is not None and current.title == f"Talk {NOW:%H}"
