"""The guide: whole, in our voice, read by keys, and each page's one thing to do opens what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hallway.domain.letters import Letter
from hallway.domain.sharing import Resource
from hallway.ui.frame.places import Place
from hallway.ui.shell.guide import GuidePanel
from hallway.ui.shell.guide_actions import PAGES
from hallway.ui.shell.window import Window
from hallway.usecases import guide, letters, sharing
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_person
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, settle

Key = Qt.Key
NEVER = re.compile(r"\b(lead|leads|deal|deals|pipeline|prospect|overdue|streak|score|rank|leverage)\b|!", re.IGNORECASE)
SAID_OF = ("Do not keep score",)
"""Where a word that we never use ourselves is named, to say so."""


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    add_person(desk, "Ada Lovelace")
    add_event(desk)
    desk.do(letters.add, Letter("the wool grant"))
    desk.do(sharing.add, Resource("Looms"))
    return open_window(qtbot, desk, tmp_path, Place("today"))


def test_every_page_is_whole_and_in_our_voice() -> None:
    assert {one.key: one.title for one in guide.topics()} == PAGES
    for one in guide.topics():
        assert 150 <= len(one.text.split()) <= 300, one.key
        text = one.text
        for said in SAID_OF:
            text = text.replace(said, "")
        assert not NEVER.search(f"{one.title} {one.line} {text}"), (one.key, NEVER.search(text))
        assert "\n**One thing now:** " in one.text and one.text.rstrip().endswith("."), one.key
        assert "http://" not in one.text
    with pytest.raises(KeyError):
        guide.topic("nothing")


def test_it_is_read_by_keys(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    panel = window.overlay()
    assert isinstance(panel, GuidePanel) and panel.list.hasFocus() and not nameless(panel)
    first = panel.title.text()
    press(qtbot, window, Key.Key_Down)
    assert panel.title.text() != first and "programme" in panel.text.toPlainText()
    press(qtbot, window, Key.Key_Escape)
    assert window.overlay() is None


def test_the_one_thing_of_every_page_opens_something(qtbot: QtBot, window: Window) -> None:
    for one in guide.topics():
        window.frame.navigator.go(Place("timeline"))
        settle()
        window.frame.catalogue.run(f"guide.{one.key}")
        panel = window.overlay()
        assert isinstance(panel, GuidePanel) and panel.title.text() == one.title
        assert panel.do.text() == one.button
        press(qtbot, window, Key.Key_Return, CONTROL)
        settle()
        opened, here = window.overlay(), window.frame.navigator.here
        assert opened is not panel
        assert opened is not None or (here is not None and here.room != "timeline"), one.key
        if opened is not None:
            opened.close_panel()
            settle()


def test_the_pages_it_speaks_of_lead_to_it(qtbot: QtBot, window: Window) -> None:
    marks = {
        Place("today"): "thanks", Place("today", "plan"): "without-pressure", Place("people"): "start",
        Place("events"): "conference", Place("outreach", "board"): "interviews",
        Place("outreach", "introductions"): "introductions", Place("outreach", "mentors"): "mentors",
        Place("network"): "introductions", Place("insights"): "old-ties",
        Place("opportunities", "letters"): "letters", Place("opportunities", "things"): "giving",
        Place("settings"): "first-message",
    }  # fmt: skip
    for place, key in marks.items():
        window.frame.navigator.go(place)
        settle()
        assert window.page is not None
        (mark,) = [one for one in window.page.findChildren(QAbstractButton)
                   if one.accessibleName() == "How others go about this" and one.isVisibleTo(window.page)]  # fmt: skip
        qtbot.mouseClick(mark, LEFT)
        panel = window.overlay()
        assert isinstance(panel, GuidePanel) and panel.title.text() == guide.topic(key).title, place
        panel.close_panel()
        settle()
    assert set(marks.values()) == set(PAGES)
