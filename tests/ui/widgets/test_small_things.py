"""Faces, key caps, flow, tabs, disclosure, messages, progress, split view, empty view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.theme.keycaps import caps
from hallway.ui.theme.tokens import HUES
from hallway.ui.widgets.avatar import hue_of, initials
from hallway.ui.widgets.button import icon_button, primary
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.ui.widgets.split_view import SplitView
from hallway.ui.widgets.tab_strip import TabStrip


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Adaeze Nwosu", "AN"),
        ("João Pedro Tavares", "JT"),
        ("Plato", "P"),
        ("", ""),
        ("O. Siddiqui", "OS"),
        ("李小龙", "李"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_hue_stays_with_the_name_and_all_are_used() -> None:
    assert hue_of("Adaeze Nwosu") == hue_of(" adaeze nwosu ")
    assert {hue_of(f"Person {number}") for number in range(60)} == set(HUES)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ctrl+Shift+Space", ["Ctrl", "Shift", "Space"]),
        ("G T", ["G", "T"]),
        ("", []),
        ("+", ["+"]),
    ],
)
def test_caps(keys: str, expected: list[str]) -> None:
    assert caps(keys) == expected


def test_icon_button_is_named_and_big_enough(qtbot: QtBot) -> None:
    button = icon_button("check", "Mark done: thank Adaeze Nwosu", small=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Mark done: thank Adaeze Nwosu"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 28


def test_key_caps_widen_a_button(qtbot: QtBot) -> None:
    plain, taught = primary("Save"), primary("Save", keys="Ctrl+Enter")
    qtbot.addWidget(plain)
    qtbot.addWidget(taught)
    assert taught.sizeHint().width() > plain.sizeHint().width() + 50


def test_flow_breaks_lines_and_asks_for_the_height(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    chips = [Chip(word) for word in ("urban heat", "mortality", "cohort studies", "choral singing")]
    for chip in chips:
        flow.addWidget(chip)
    box.resize(200, 200)
    box.show()
    assert chips[0].y() == 0 and chips[-1].y() > 0
    assert flow.heightForWidth(2000) == 22 < flow.heightForWidth(120)
    assert not any(a.geometry().intersects(b.geometry()) for a in chips for b in chips if a is not b)
    flow.setGeometry(QRect(0, 0, 2000, 50))
    assert {chip.y() for chip in chips} == {0}


def test_cleared_flow_is_empty(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    flow.addWidget(Chip("heat"))
    flow.clear()
    assert flow.count() == 0 and flow.heightForWidth(100) == 0


def test_tabs_tell_their_key_and_speak_their_count(qtbot: QtBot) -> None:
    tabs = TabStrip([("overview", "Overview"), ("timeline", "Timeline")])
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.set_count("timeline", 23)
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["timeline"] and tabs.current() == "timeline"
    assert tabs.accessibleTabName(1) == "Timeline, 23"


def test_count_widens_the_tab(qtbot: QtBot) -> None:
    tabs = TabStrip([("timeline", "Timeline"), ("notes", "Notes")])
    qtbot.addWidget(tabs)
    before = tabs.tabRect(0).width()
    tabs.set_count("timeline", 123)
    assert tabs.tabRect(0).width() > before


def test_disclosure_opens_by_key(qtbot: QtBot) -> None:
    body = Label("Three more")
    part = Disclosure("If you have more time", "3 more that can wait", body)
    qtbot.addWidget(part)
    part.show()
    assert not body.isVisible() and part.row.accessibleName().endswith("closed")
    with qtbot.waitSignal(part.opened):
        qtbot.keyClick(part.row, Qt.Key.Key_Right)
    assert body.isVisible()
    qtbot.keyClick(part.row, Qt.Key.Key_Space)
    assert not body.isVisible()


def test_message_closes_by_escape_when_it_may(qtbot: QtBot) -> None:
    for closable in (True, False):
        strip = InlineMessage("Nothing was changed.", closable=closable)
        qtbot.addWidget(strip)
        strip.show()
        qtbot.keyClick(strip, Qt.Key.Key_Escape)
        assert strip.isVisible() is not closable


def test_progress_says_how_far_and_stops(qtbot: QtBot) -> None:
    strip = ProgressStrip("Comparing with your people")
    qtbot.addWidget(strip)
    strip.show_progress(268, 312, "About 3 seconds left.")
    assert strip.accessibleDescription() == "268 of 312 About 3 seconds left."
    with qtbot.waitSignal(strip.stopped):
        qtbot.keyClick(strip.stop_button, Qt.Key.Key_Space)


def test_split_view_stacks_when_narrow(qtbot: QtBot) -> None:
    people, person = QWidget(), QWidget()
    view = SplitView(people, person)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    assert people.isVisible() and person.isVisible()
    with qtbot.waitSignal(view.stacked):
        view.resize(500, 400)
    assert people.isVisible() and not person.isVisible()
    view.show_detail(True)
    assert person.isVisible() and not people.isVisible()
    view.resize(900, 400)
    assert people.isVisible() and person.isVisible()


def test_split_view_remembers(qtbot: QtBot) -> None:
    view = SplitView(QWidget(), QWidget())
    qtbot.addWidget(view)
    view.resize(901, 400)
    view.show()
    view.restore([300, 600])
    assert view.sizes() == [300, 600]
    view.restore([5])
    assert view.sizes() == [300, 600]


def test_empty_view_offers_one_thing(qtbot: QtBot) -> None:
    view = EmptyView("history", "Nothing written yet", "What happened?", "Log something")
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.acted):
        qtbot.keyClick(view.button, Qt.Key.Key_Space)
    assert view.accessibleName() == "Nothing written yet"
