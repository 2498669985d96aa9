"""The Network map by keys and clicks: the map, its list, the way to somebody and how to ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hallway.domain.records import Email
from hallway.ui.frame.places import Place
from hallway.ui.network.page import NetworkPage
from hallway.ui.network.route_panel import RoutePanel
from hallway.ui.network.target_field import TargetChoice
from hallway.ui.outreach.introduction_form import IntroductionForm
from hallway.ui.parts.introduction_wish import wished_introduction
from hallway.ui.shell.palette import open_palette
from hallway.ui.shell.window import Window
from hallway.usecases import network, people, ties
from hallway.usecases.desk import Desk
from hallway.usecases.network import EVERYONE
from hallway.usecases.paths import ME
from tests.makers import add_event, add_moment, add_person, days_ago
from tests.ui.house import nameless, open_window, press, same_names, settle, words_on

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def folk(desk: Desk) -> dict[str, int]:
    """Ada knows Bo, who works at the Weaving Lab; Cy wrote with Dora; Eve is on her own."""
    ids = {}
    for days, name in enumerate(("Ada Lovelace", "Cy Twombly", "Dora Maar", "Eve Arnold"), 3):
        ids[name.split()[0]] = id_ = add_person(desk, name, groups=("Weavers",), emails=(Email(f"{days}@x.example"),))
        add_moment(desk, id_, on=days_ago(days))
    ids["Bo"] = add_person(desk, "Bo Diddley", organisation="Weaving Lab", role="Head", known=False, topics=("looms",))
    desk.do(ties.tie, ids["Bo"], ids["Ada"], "colleague", "2019", "2022")
    desk.do(ties.tie, ids["Cy"], ids["Dora"], "co-author")
    return ids


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path, folk: dict[str, int]) -> Window:
    found = open_window(qtbot, desk, tmp_path, Place("network"))
    wait(qtbot, found)
    page(found).focus_first()
    settle()
    return found


def page(window: Window) -> NetworkPage:
    found = window.page
    assert isinstance(found, NetworkPage)
    return found


def wait(qtbot: QtBot, window: Window) -> None:
    """Until the map that was asked for last is there."""
    qtbot.waitUntil(lambda: not page(window).is_making())
    settle()


def aim(qtbot: QtBot, window: Window, kind: str, id_: int) -> None:
    window.frame.navigator.go(Place("network", kind, id_))
    wait(qtbot, window)


def said(window: Window) -> list[str]:
    """What the list tells; it is filled when it is first looked at."""
    view = page(window).views.current()
    page(window).show_as("list")
    page(window).show_as(view)
    twin = page(window).list.twin
    return [str(twin.data(twin.index(row), SAID)) for row in range(twin.rowCount())]


def test_the_map_holds_everybody_close_and_one_step_on(window: Window, folk: dict[str, int]) -> None:
    picture = page(window).canvas.picture
    assert picture is not None
    assert set(picture.nodes) == {ME, *folk.values()}
    assert page(window).header.subtitle.text() == "5 of 5 people, the close ones and one step on"
    assert "Who could introduce you?" in page(window).panel.summary.text()
    assert nameless(window) == []
    assert same_names(window) == set()


def test_arrows_go_to_the_nearest_person_that_way_and_enter_opens_them(
    qtbot: QtBot, window: Window, folk: dict[str, int]
) -> None:
    canvas = page(window).canvas
    assert canvas.hasFocus()
    assert canvas.here == ME
    for key in (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down) * 4:
        before = canvas.point_of(canvas.here) if canvas.here is not None else QPointF()
        was = canvas.here
        press(qtbot, window, key)
        assert canvas.here is not None
        now = canvas.point_of(canvas.here)
        if canvas.here != was:
            across, down = now.x() - before.x(), now.y() - before.y()
            assert {K.Key_Left: across < 0, K.Key_Right: across > 0, K.Key_Up: down < 0, K.Key_Down: down > 0}[key]
    canvas.go_to(folk["Cy"])
    assert canvas.accessibleDescription() == "Cy Twombly"
    press(qtbot, window, K.Key_Return)
    assert window.frame.navigator.here == Place("people", "person", folk["Cy"])


def test_arrows_reach_everybody(window: Window) -> None:
    picture = page(window).canvas.picture
    assert picture is not None
    reached, waiting = {ME}, [ME]
    while waiting:
        here = waiting.pop()
        ways = (picture.beside(here, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1)))
        fresh = {one for one in ways if one is not None} - reached
        reached |= fresh
        waiting += fresh
    assert reached == set(picture.nodes)


def test_plus_minus_and_zero(qtbot: QtBot, window: Window) -> None:
    canvas = page(window).canvas
    all_of_it = canvas.eye
    press(qtbot, window, K.Key_Plus)
    assert canvas.eye.scale > all_of_it.scale
    press(qtbot, window, K.Key_Minus)
    press(qtbot, window, K.Key_Minus)
    assert canvas.eye.scale < all_of_it.scale
    press(qtbot, window, K.Key_0)
    assert canvas.eye == all_of_it


def test_dragging_moves_the_map_and_a_click_chooses(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    canvas = page(window).canvas
    there = canvas.point_of(folk["Ada"]).toPoint()
    qtbot.mouseClick(canvas, LEFT, pos=there)
    assert canvas.here == folk["Ada"]
    before = canvas.eye
    qtbot.mousePress(canvas, LEFT, pos=QPoint(5, 5))
    qtbot.mouseMove(canvas, QPoint(65, 45))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(65, 45))
    assert (canvas.eye.x - before.x, canvas.eye.y - before.y) == (60, 40)
    qtbot.mouseDClick(canvas, LEFT, pos=canvas.point_of(folk["Ada"]).toPoint())
    assert window.frame.navigator.here == Place("people", "person", folk["Ada"])


def test_the_list_says_what_the_map_shows(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    canvas = page(window).canvas
    canvas.go_to(folk["Dora"])
    press(qtbot, window, K.Key_L)
    twin = page(window).list
    assert twin.isVisible()
    assert twin.hasFocus()
    assert twin.current_id() == folk["Dora"]
    QAbstractItemModelTester(twin.twin, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert said(window) == [
        "Weavers",
        "Ada Lovelace. Worked or wrote with Bo Diddley",
        "Cy Twombly. Worked or wrote with Dora Maar",
        "Dora Maar. Worked or wrote with Cy Twombly",
        "Eve Arnold",
        "Further people",
        "Bo Diddley. Head, Weaving Lab. Worked or wrote with Ada Lovelace",
    ]
    press(qtbot, window, K.Key_Down)
    assert twin.current_id() == folk["Eve"]
    press(qtbot, window, K.Key_L)
    assert canvas.isVisible()
    assert canvas.here == folk["Eve"]


def test_the_way_to_an_organisation_in_words(qtbot: QtBot, desk: Desk, window: Window, folk: dict[str, int]) -> None:
    panel = page(window).panel
    panel.field.setFocus()
    qtbot.keyClicks(panel.field, "weaving")
    choice = panel.field.suggest.best()
    assert isinstance(choice, TargetChoice)
    assert (choice.kind, choice.name) == ("organisation", "Weaving Lab")
    press(qtbot, window, K.Key_Return)
    wait(qtbot, window)
    assert panel.summary.text() == "Two steps."
    assert [row.accessibleName() for row in panel.rows] == [
        "You. You spoke with Ada 3 days ago",
        "Ada Lovelace. Ada and Bo worked together, 2019–2022",
        "Bo Diddley. Head, Weaving Lab",
    ]
    picture = page(window).canvas.picture
    assert picture is not None
    assert picture.route == (ME, folk["Ada"], folk["Bo"])
    assert said(window)[:3] == [
        "The way to Weaving Lab",
        "Ada Lovelace. Step 1 on the way. Worked or wrote with Bo Diddley",
        "Bo Diddley. Head, Weaving Lab. Step 2 on the way. Worked or wrote with Ada Lovelace",
    ]
    assert "introducing me to Bo? A no is completely fine." in panel.ask.words.text()
    assert nameless(window) == []
    assert same_names(window) == set()
    qtbot.mouseClick(panel.ask.copy, LEFT)
    draft = QGuiApplication.clipboard().text()
    assert draft.startswith("Dear Ada,\n\nI would like to get to know Bo Diddley, on my way to Weaving Lab.\n")
    panel.rows[1].setFocus()
    press(qtbot, window, K.Key_Space)
    assert window.frame.navigator.here == Place("people", "person", folk["Ada"])


def test_another_way_is_taken_with_a_click(qtbot: QtBot, desk: Desk, window: Window, folk: dict[str, int]) -> None:
    desk.do(ties.tie, folk["Bo"], folk["Eve"], "knows")
    aim(qtbot, window, "person", folk["Bo"])
    panel = page(window).panel
    assert panel.summary.text() == "Two steps. One other way."
    button = next(one for one in _buttons(panel) if one.accessibleName() == "Through Ada Lovelace, two steps")
    button.click()
    wait(qtbot, window)
    assert page(window).made is not None
    assert page(window).made.route == (folk["Ada"], folk["Bo"])
    assert "Ada and Bo worked together" in panel.rows[1].accessibleName()


def test_escape_and_the_cross_let_go_of_the_way(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    aim(qtbot, window, "person", folk["Bo"])
    page(window).canvas.setFocus()
    press(qtbot, window, K.Key_Escape)
    wait(qtbot, window)
    assert page(window).goal is None
    aim(qtbot, window, "person", folk["Bo"])
    qtbot.mouseClick(page(window).panel.field.clear_button, LEFT)
    wait(qtbot, window)
    assert page(window).goal is None
    assert page(window).panel.rows == []
    assert page(window).panel.field.text() == ""


def test_nobody_leads_to_a_stranger(qtbot: QtBot, desk: Desk, window: Window) -> None:
    aim(qtbot, window, "person", add_person(desk, "Zora Far", known=False))
    assert page(window).panel.summary.text() == "Nobody you know leads there yet, as far as is written here."
    assert not page(window).panel.ask.isVisible()


def test_somebody_known_is_asked_directly(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    aim(qtbot, window, "person", folk["Eve"])
    panel = page(window).panel
    assert panel.summary.text() == "You know Eve Arnold yourself."
    assert panel.ask.write.text() == "Write to Eve"
    assert panel.ask.write.isEnabled()


def test_the_wish_for_an_introduction_is_handed_over_where_it_can_be(
    qtbot: QtBot, window: Window, folk: dict[str, int]
) -> None:
    catalogue = window.frame.catalogue
    aim(qtbot, window, "person", folk["Bo"])
    button = page(window).panel.ask.write
    assert button.text() == "Ask Ada"
    qtbot.mouseClick(button, LEFT)
    form = window.overlay()
    assert isinstance(form, IntroductionForm)
    assert (form.second.ids(), form.first.ids()) == ((folk["Ada"],), (folk["Bo"],))
    assert wished_introduction(catalogue) is None


def test_from_a_person_an_organisation_and_the_palette(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    window.frame.navigator.go(Place("people", "person", folk["Bo"]))
    window.frame.catalogue.run("person.paths")
    assert window.frame.navigator.here == Place("network", "person", folk["Bo"])
    wait(qtbot, window)
    window.frame.navigator.go(Place("organisations", "organisation", 1))
    window.frame.catalogue.run("person.paths")
    assert window.frame.navigator.here == Place("network", "organisation", 1)
    wait(qtbot, window)
    palette = open_palette(window)
    palette.field.setText("who knows loo")
    settle()
    row = next(row for row in palette.model.rows if row.kind == "path")
    assert row.title == "Who can help you reach looms?"
    assert row.run is not None
    palette.close_panel()
    row.run()
    wait(qtbot, window)
    assert page(window).goal is not None
    assert page(window).panel.field.text() == "looms"
    window.frame.navigator.go(Place("today"))
    window.frame.catalogue.run("person.paths")
    assert page(window).panel.field.hasFocus()
    wait(qtbot, window)


def test_what_is_shown_can_be_chosen(qtbot: QtBot, desk: Desk, window: Window, folk: dict[str, int]) -> None:
    looms = add_event(desk, "Looms 2026")
    for name in ("Cy", "Eve"):
        desk.do(people.set_met, folk[name], looms, None)
    legend = page(window).panel.legend
    legend.boxes["event"].click()
    wait(qtbot, window)
    assert any("At one event with Eve Arnold" in line for line in said(window))
    legend.boxes["worked"].click()
    wait(qtbot, window)
    assert not any("Worked" in line for line in said(window))
    menu = page(window).grouping.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Group: organisations").trigger()
    wait(qtbot, window)
    assert page(window).grouping.text() == "Group: organisations"
    page(window).want(page(window).wanted._replace(whom=EVERYONE))
    wait(qtbot, window)
    assert page(window).header.subtitle.text() == "5 of 5 people"


def test_everybody_stays_where_they_were(qtbot: QtBot, desk: Desk, window: Window, folk: dict[str, int]) -> None:
    before = {id_: (node.x, node.y) for id_, node in page(window).canvas.picture.nodes.items()}
    steps = len(desk.history())
    new = add_person(desk, "Fay Wray", groups=("Weavers",))
    window.frame.navigator.go(Place("today"))
    window.frame.navigator.go(Place("network"))
    wait(qtbot, window)
    after = {id_: (node.x, node.y) for id_, node in page(window).canvas.picture.nodes.items()}
    assert new in after
    assert {id_: after[id_] for id_ in before} == before
    assert len(desk.history()) == steps + 1  # the person; places are no part of it
    page(window).arrange_anew()
    wait(qtbot, window)
    assert desk.ask(network.seen, page(window).wanted).kept != {id_: before.get(id_) for id_ in after if id_}


def test_a_change_elsewhere_is_on_the_map(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    window.frame.bridge.do(people.let_go, [folk["Eve"]])
    wait(qtbot, window)
    assert folk["Eve"] not in page(window).canvas.picture.nodes


def test_the_map_is_saved_as_a_picture_and_as_a_drawing(
    qtbot: QtBot, window: Window, folk: dict[str, int], tmp_path: Path
) -> None:
    aim(qtbot, window, "person", folk["Bo"])
    page(window).keep_file(tmp_path / "map.png")
    page(window).keep_file(tmp_path / "map.svg")
    image = QImage(str(tmp_path / "map.png"))
    assert image.width() > 300
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 2
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Ada Lovelace" in drawn
    assert "Bo Diddley" in drawn
    page(window).keep_file(tmp_path / "no" / "folder" / "map.png")
    assert window._strip is not None


def test_the_menu_key_aims_at_somebody(qtbot: QtBot, window: Window, folk: dict[str, int]) -> None:
    page(window).canvas.go_to(folk["Bo"])
    qtbot.keyClick(page(window).canvas, K.Key_Menu)
    menu = next(one for one in page(window).findChildren(QMenu) if one.isVisible())
    next(action for action in menu.actions() if action.text() == "Who can introduce me?").trigger()
    menu.close()
    wait(qtbot, window)
    assert page(window).goal is not None
    assert page(window).goal.id == folk["Bo"]


def test_an_empty_record_says_what_comes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("network"))
    wait(qtbot, window)
    page(window).focus_first()
    assert "Nobody on the map yet" in words_on(window)
    assert page(window).nobody.button.hasFocus()


def test_both_themes_and_large_letters(
    qtbot: QtBot, window: Window, folk: dict[str, int], theme_choice: str
) -> None:
    aim(qtbot, window, "person", folk["Bo"])
    window.resize(960, 640)
    settle()
    assert not page(window).grab().toImage().isNull()
    assert page(window).panel.width() < page(window).width() / 2


def _buttons(panel: RoutePanel) -> list[object]:
    from PySide6.QtWidgets import QPushButton

    return [one for one in panel.findChildren(QPushButton) if one.isVisible()]
