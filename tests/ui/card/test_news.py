"""My news and my groups under my card, and what I did this term on a page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.domain.achievements import Achievement
from hallway.domain.organisations import Membership
from hallway.ui.card.page import CardPage
from hallway.ui.card.term_panel import TermPanel
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import achievements, organisations, settings
from hallway.usecases.desk import Desk
from tests.makers import TODAY
from tests.ui.house import nameless, open_window, press, same_names, settle, words_on

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    return open_window(qtbot, desk, tmp_path, Place("card", "news"))


def page(window: Window) -> CardPage:
    assert isinstance(window.page, CardPage)
    return window.page


def test_my_news_is_noted_by_keys_and_shown_at_once(qtbot: QtBot, window: Window, desk: Desk) -> None:
    assert page(window).news.none.isVisible()
    window.frame.catalogue.run("card.news")
    settle()
    form = page(window).news.news.form
    assert form is not None
    qtbot.keyClicks(form.title, "Shade along corridors")
    press(qtbot, window, Key.Key_Return)
    (mine,) = desk.ask(achievements.of_person, None)
    assert (mine.title, mine.kind, mine.person_id) == ("Shade along corridors", "publication", None)
    assert not page(window).news.none.isVisible() and "Shade along corridors" in words_on(page(window).news)
    assert page(window).news.add.hasFocus() and not page(window).news.news.rows[0].say.isVisible()
    assert nameless(page(window)) == [] and same_names(page(window)) == set()


def test_my_groups_lead_to_their_pages(qtbot: QtBot, window: Window, desk: Desk) -> None:
    society = desk.do(organisations.add, "Society of Looms").value
    mine = Membership("Secretary", "2024", next_on=TODAY + timedelta(days=5), next_what="Minutes")
    window.frame.bridge.do(organisations.join, society, mine)
    settle()
    assert "Next: Minutes, Monday 22 June" in words_on(page(window).groups)
    page(window).groups.links[0].setFocus()
    press(qtbot, window, Key.Key_Space)
    assert window.frame.navigator.here == Place("organisations", "organisation", society)


def test_the_term_is_on_a_page_that_follows_its_days(
    qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path
) -> None:
    for title, on in (("A talk of May", "2026-05-02"), ("A talk of January", "2026-01-02")):
        desk.do(achievements.add, Achievement(title, "talk", None, on))
    window.frame.catalogue.run("card.term")
    settle()
    panel = window.overlay()
    assert isinstance(panel, TermPanel) and nameless(panel) == []
    assert "A talk of May, 2 May 2026" in words_on(panel) and "A talk of January, 2 January 2026" not in words_on(panel)
    panel.first.kept.emit(TODAY - timedelta(days=180))
    settle()
    assert "A talk of January, 2 January 2026" in words_on(panel)
    panel.last.kept.emit(TODAY - timedelta(days=200))
    assert panel.message.isVisible()
    paper, text = tmp_path / "term.pdf", tmp_path / "term.md"
    panel.save_to(paper)
    assert paper.read_bytes().startswith(b"%PDF")
    panel.save_to(text)
    assert "A talk of January" in text.read_text("utf-8")
