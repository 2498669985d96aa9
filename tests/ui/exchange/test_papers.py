"""A bibliography brought in through the window: questions, strangers, the button, and Undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.usecases import settings
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES
from tests.makers import add_person
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, words_on


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    for name in ("Adaeze Nwosu", "Samir El-Amrani"):
        add_person(filed, name)
    filed.do(settings.set_profile, "name", "Ines Okoye")
    return open_window(qtbot, filed, tmp_path, Place("exchange"))


def take(qtbot: QtBot, window: Window, *paths: Path) -> ExchangePage:
    page = window.page
    assert isinstance(page, ExchangePage)
    page.take_files(paths or [SAMPLES / "corridors.bib"])
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    return page


def count(desk: Desk, table: str) -> int:
    return int(desk.database.rows(f"SELECT count(*) FROM {table}")[0][0])


def test_questions_are_answered_by_keys_and_one_button_does_the_rest(
    qtbot: QtBot, window: Window, filed: Desk
) -> None:
    page = take(qtbot, window)
    shown = page.papers
    assert shown.isVisible()
    assert "corridors.bib, 9 papers, 12 authors" in words_on(shown)
    assert shown.finish.text() == "Add 2 papers"  # one's own
    assert window.focusWidget() is shown.question.yes
    press(qtbot, window, Qt.Key.Key_M)
    press(qtbot, window, Qt.Key.Key_M)
    assert shown.finish.text() == "Add 7 papers"
    assert count(filed, "achievement") == 0
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    assert (count(filed, "achievement"), count(filed, "tie"), count(filed, "person")) == (7, 1, 2)
    assert any("7 papers and 1 co-author tie added" in words for words in words_on(page.home))
    window.frame.bridge.undo()
    assert (count(filed, "achievement"), count(filed, "tie")) == (0, 0)


def test_somebody_else_stays_outside(qtbot: QtBot, window: Window) -> None:
    shown = take(qtbot, window).papers
    before = shown.finish.text()
    press(qtbot, window, Qt.Key.Key_M)
    assert shown.finish.text() != before
    shown.question.stepped.emit(-1)
    press(qtbot, window, Qt.Key.Key_K)
    assert shown.finish.text() == before


def test_strangers_are_chosen_by_number_or_one_by_one(qtbot: QtBot, window: Window, filed: Desk) -> None:
    shown = take(qtbot, window).papers
    assert "new people, not met yet" not in words_on(shown)
    shown.most.chosen.emit("5")
    settle()
    assert "new people, not met yet" in words_on(shown)
    added = shown.review
    last = shown.authors.rows.rowCount() - 1
    shown.authors.setCurrentIndex(shown.authors.rows.index(last))
    qtbot.keyClick(shown.authors, Qt.Key.Key_Space)
    settle()
    assert shown.review != added
    shown.most.chosen.emit("0")
    settle()
    assert "new people, not met yet" not in words_on(shown)


def test_it_can_be_cancelled(qtbot: QtBot, window: Window, filed: Desk) -> None:
    page = take(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.home.isVisible()
    assert count(filed, "achievement") == 0


def test_people_and_papers_are_looked_at_one_after_the_other(qtbot: QtBot, window: Window) -> None:
    page = take(qtbot, window, SAMPLES / "linkedin.csv", SAMPLES / "corridors.ris")
    assert page.review.isVisible()
    qtbot.mouseClick(page.review.cancel, LEFT)
    qtbot.waitUntil(lambda: page.job is None, timeout=10_000)
    settle()
    assert page.papers.isVisible()


def test_everything_has_a_name(qtbot: QtBot, window: Window) -> None:
    shown = take(qtbot, window).papers
    assert not nameless(shown)
    assert not same_names(shown)
