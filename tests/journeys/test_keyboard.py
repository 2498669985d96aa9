"""Every room by keyboard alone: there, through it, into each panel and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.parts.chip_row import ChipRow
from hallway.ui.widgets.date_field import DateField
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases.desk import Desk
from tests.journeys.walking import (
    ACTED_IN,
    PANELS,
    POPUPS,
    ROOMS,
    SOME,
    at_rest,
    described,
    escape_from_actions,
    in_front,
    open_room,
    stops,
    tabbed,
)
from tests.ui.house import CONTROL, press, settle

Key = Qt.Key
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def test_the_rail_by_keys(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_room(qtbot, desk, tmp_path, "settings")
    top = [room for room in window.rooms.values() if room.in_rail and not room.at_bottom]
    for number, room in enumerate(top, 1):
        press(qtbot, window, Key(Key.Key_0 + number), CONTROL)
        assert window.page is window.pages[room.key]
        assert window.focusWidget() is not None and window.page.isAncestorOf(window.focusWidget())
    for key, room_key in ((Key.Key_Comma, "settings"), (Key.Key_H, "history")):
        press(qtbot, window, key, CONTROL)
        assert window.page is window.pages[room_key]
    press(qtbot, window, Key.Key_F6)
    assert window.rail.isAncestorOf(window.focusWidget())
    for _ in range(9):
        press(qtbot, window, Key.Key_Down)
        assert window.rail.isAncestorOf(window.focusWidget())
    press(qtbot, window, Key.Key_Return)


def test_two_keys_in_turn_go_to_a_room(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_room(qtbot, desk, tmp_path, "today")
    for key, room in ((Key.Key_P, "people"), (Key.Key_L, "timeline"), (Key.Key_E, "events"), (Key.Key_T, "today")):
        press(qtbot, window, Key.Key_G)
        press(qtbot, window, key)
        assert window.page is window.pages[room]


def test_letters_that_are_typed_lead_nowhere(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_room(qtbot, desk, tmp_path, "people")
    press(qtbot, window, Key.Key_F, CONTROL)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    for key in (Key.Key_G, Key.Key_T):
        press(qtbot, window, key)
    assert window.page is window.pages["people"] and field.text() == "gt"


@pytest.mark.parametrize("name", ROOMS)
def test_f6_goes_between_rail_and_page(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    for _ in range(2):
        press(qtbot, window, Key.Key_F6)
        assert window.rail.isAncestorOf(window.focusWidget())
        press(qtbot, window, Key.Key_F6)
        assert window.page is not None and window.page.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("name", ROOMS)
def test_tab_reaches_every_control_and_comes_round(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    start = window.focusWidget()
    assert start is not None
    seen = [start, *tabbed(qtbot, window)]
    left_out = [one for one in stops(window) if one not in seen]
    assert described(left_out) == []


@pytest.mark.parametrize("name", ROOMS)
def test_no_control_is_for_the_mouse_alone(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    controls = [one for one in window.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]
    left_out = [one for one in controls if not one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    assert described([one for one in left_out if not _has_another_way(one)]) == []


def _has_another_way(one: QWidget) -> bool:
    """Arrows from its neighbour, or keys of the row it is in; chips in a row of words do nothing."""
    by_arrows = isinstance(one.parent(), SegmentedControl | ChipRow)
    inner = one.objectName().startswith("qt_") or one.focusProxy() is not None
    return by_arrows or inner or _row_around(one) is not None


def _row_around(one: QWidget) -> QWidget | None:
    above = one.parentWidget()
    while above is not None and not above.focusPolicy() & Qt.FocusPolicy.TabFocus:
        above = above.parentWidget()
    return above


@pytest.mark.parametrize("name", ROOMS)
def test_shift_tab_goes_the_same_way_back(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    forth = list(tabbed(qtbot, window))
    back = list(tabbed(qtbot, window, Key.Key_Backtab))
    assert set(described(forth)) == set(described(back))


@pytest.mark.parametrize("name", ["people", "events", "timeline", "history", "let go"])
def test_arrows_move_in_lists(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    if name == "people":
        window.frame.navigator.go(Place("people"))
    view = window.focusWidget()
    assert isinstance(view, QListView | QTableView)
    rows = set()
    for key in (Key.Key_Home, Key.Key_Down, Key.Key_Up, Key.Key_End):
        press(qtbot, window, key)
        assert view.hasFocus() and view.currentIndex().isValid()
        rows.add(view.currentIndex().row())
    assert len(rows) > 1


@pytest.mark.parametrize("name", PANELS)
def test_escape_leads_out_of_each_panel_to_where_one_was(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    room, action = PANELS[name]
    window = open_room(qtbot, desk, tmp_path, room)
    before = window.focusWidget()
    window.frame.catalogue.run(action)
    settle()
    panel = in_front(window)
    at_rest(qtbot, panel)
    if name not in POPUPS:
        assert window.focusWidget() is not None and panel.isAncestorOf(window.focusWidget())
    for _ in range(3):
        if QApplication.activePopupWidget() is not None or window.overlay() is not None:
            press(qtbot, window, Key.Key_Escape)
    assert (QApplication.activePopupWidget(), window.overlay()) == (None, None)
    assert described([window.focusWidget() or window]) == described([before or window])


@pytest.mark.parametrize("name", [name for name in PANELS if name not in POPUPS])
def test_tab_stays_inside_a_panel_and_reaches_all_of_it(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    room, action = PANELS[name]
    window = open_room(qtbot, desk, tmp_path, room)
    window.frame.catalogue.run(action)
    settle()
    panel = window.overlay()
    assert panel is not None
    at_rest(qtbot, panel)
    start = window.focusWidget()
    assert start is not None
    seen = [start, *tabbed(qtbot, window)]
    assert described([one for one in seen if not panel.isAncestorOf(one)]) == []
    assert described([one for one in stops(panel) if one not in seen]) == []


@pytest.mark.parametrize("name", ACTED_IN)
def test_whatever_an_action_opens_escape_leads_out_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each action in some of the rooms; tests/soak tries all of them in each."""
    opened = escape_from_actions(qtbot, open_room(qtbot, desk, tmp_path, name), name, monkeypatch, SOME)
    assert opened


@pytest.mark.parametrize("name", ["people", "events", "settings"])
def test_escape_leaves_every_field_that_is_edited_in_place_as_it_was(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str
) -> None:
    window = open_room(qtbot, desk, tmp_path, name)
    assert window.page is not None
    steps = desk.history()
    fields = [one for one in stops(window.page) if isinstance(one, EditableText | DateField | QComboBox)]
    assert fields
    for field in fields:
        said = field.accessibleName()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        press(qtbot, window, Key.Key_Return if not isinstance(field, QComboBox) else Key.Key_Space)
        if not isinstance(field, QComboBox):
            qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), "zz")
        press(qtbot, window, Key.Key_Escape)
        assert QApplication.activePopupWidget() is None, said
        assert field.hasFocus() and field.accessibleName() == said
    assert desk.history() == steps
