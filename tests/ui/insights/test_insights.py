"""Insights by keys: every value read out, as a list, as a picture, and nothing on it but what stands in the record."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from hallway.domain.interactions import Kind
from hallway.ui.frame.places import Place
from hallway.ui.insights.cards import ChartCard
from hallway.ui.insights.page import InsightsPage
from hallway.ui.shell.window import Window
from hallway.usecases import demo
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person, days_ago
from tests.ui.house import nameless, open_window, press, strip, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    """Two people and three conversations of this month and the one before."""
    ada, bo = add_person(desk, topics=("looms",), met_on="2026-05-20"), add_person(desk, "Bo Ek", met_on="2026-06-01")
    for days, who in ((2, ada), (30, ada), (3, bo)):
        add_moment(desk, who, on=days_ago(days), kind=Kind.CALL)
    return open_window(qtbot, desk, tmp_path, Place("insights"))


def page(window: Window) -> InsightsPage:
    assert isinstance(window.page, InsightsPage)
    return window.page


def test_the_sentence_and_the_charts_tell_the_record(window: Window) -> None:
    assert page(window).lead.text() == "You met 2 people and had 3 conversations."
    assert page(window).header.subtitle.text() == "July 2025 to June 2026"
    words = page(window).month_bars.words()
    assert words[-1] == "June 2026: 2 conversations, 1 people met" and words[-2].startswith("May 2026: 1 conversations")
    assert page(window).topics.words()[-1] == "looms, Apr–Jun: 2"
    assert nameless(page(window)) == []


def test_arrows_read_the_values_out(qtbot: QtBot, window: Window) -> None:
    chart = page(window).month_bars
    chart.setFocus()
    heard: list[str] = []
    chart.read_out.connect(heard.append)
    press(qtbot, window, Key.Key_End)
    press(qtbot, window, Key.Key_Left)
    press(qtbot, window, Key.Key_Home)
    press(qtbot, window, Key.Key_Up)
    assert heard == [chart.words()[-1], chart.words()[-2], chart.words()[0], chart.words()[0]]
    assert chart.accessibleDescription() == chart.words()[0]


def test_each_chart_has_a_list_of_its_values(qtbot: QtBot, window: Window) -> None:
    page(window).lists.setFocus()
    press(qtbot, window, Key.Key_Space)
    shown = "\n".join(words_on(page(window)))
    for chart in page(window).charts():
        assert not chart.isVisible() and all(words in shown for words in chart.words())
    press(qtbot, window, Key.Key_Space)
    assert all(chart.isVisible() for chart in page(window).charts())


def test_a_card_keeps_no_room_for_what_it_does_not_show(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    demo.fill(desk)
    shown = page(open_window(qtbot, desk, tmp_path, Place("insights")))
    card = shown.topics.parentWidget()
    assert isinstance(card, ChartCard) and len(shown.topics.words()) == 20
    assert card.sizeHint().height() < shown.topics.sizeHint().height() + 110
    shown.lists.click()
    assert card.sizeHint().height() > 20 * 20


def test_other_months_are_chosen_by_keys(qtbot: QtBot, window: Window) -> None:
    assert page(window).spans.isAncestorOf(window.focusWidget())
    press(qtbot, window, Key.Key_Left)
    assert len(page(window).month_bars.words()) == 3
    press(qtbot, window, Key.Key_Right)
    press(qtbot, window, Key.Key_Right)
    assert page(window).header.subtitle.text() == "May 2026 to June 2026"


def test_saved_as_a_picture_and_as_a_drawing(window: Window, tmp_path: Path) -> None:
    page(window).save_to(tmp_path / "insights.png")
    assert not QImage(str(tmp_path / "insights.png")).isNull()
    page(window).save_to(tmp_path / "insights.svg")
    root = ElementTree.parse(tmp_path / "insights.svg").getroot()
    assert root.tag.endswith("svg") and len(list(root.iter())) > 30
    page(window).save_to(tmp_path / "nowhere" / "insights.png")
    assert "not there" in strip(window)


def test_an_old_tie_is_put_on_a_day(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    ada = add_person(desk)
    for days in (400, 500, 600):
        add_moment(desk, ada, on=days_ago(days), summary="looms")
    window = open_window(qtbot, desk, tmp_path, Place("insights"))
    assert "Last: looms" in words_on(page(window).old_ties)


def test_an_empty_record_says_what_the_page_is_for(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("insights"))
    assert page(window).lead.text() == "Nothing is written down for these months."


def test_no_word_is_cut_away_in_the_demo_world(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    demo.fill(desk)
    window = open_window(qtbot, desk, tmp_path, Place("insights"))
    for card in page(window).findChildren(ChartCard):
        assert card.chart.height() >= card.chart.minimumSizeHint().height()
