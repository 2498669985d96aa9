"""The panel that asks about pairs: searched in the background, answered by keys, taken back by undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from hallway.domain.people import Standing
from hallway.domain.records import Email
from hallway.ui.people.person_menu import person_menu
from hallway.ui.people.same_person import SamePerson
from hallway.usecases import duplicates, people
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person
from tests.ui.house import nameless, press, same_names, settle, words_on
from tests.ui.people.stage import Stage, make_stage, show

Key = Qt.Key


@pytest.fixture
def twins(filed: Desk) -> dict[str, int]:
    """Two pairs, the surer one first, and somebody who stands here once."""
    hanbit = {"organisation": "Hanbit Lab"}
    found = {
        "Hye-jin": add_person(filed, "Hye-jin Seo", emails=(Email("hj@hanbit.example"),), **hanbit),
        "Hyejin": add_person(filed, "Hyejin Seo", emails=(Email("hj@hanbit.example"),), met_on="2024-05", **hanbit),
        "Wei": add_person(filed, "Wei Wang", **hanbit),
        "Wang": add_person(filed, "Wang Wei", **hanbit),
        "Bo": add_person(filed, "Bo Ek"),
    }
    for name, place in (("Hye-jin", "Seoul"), ("Hyejin", "Daejeon")):
        filed.do(people.change, found[name], "place", place)
    add_moment(filed, found["Hyejin"], summary="tea")
    return found


@pytest.fixture
def stage(qtbot: QtBot, filed: Desk, twins: dict[str, int]) -> Iterator[Stage]:
    made = show(qtbot, make_stage(filed, twins))
    yield made
    settle()


def opened(qtbot: QtBot, stage: Stage) -> SamePerson:
    """The panel with what the search found."""
    stage.frame.catalogue.run("people.duplicates")
    panel = stage.window.findChildren(SamePerson)[-1]
    qtbot.waitUntil(lambda: panel._job is None, timeout=5000)
    settle()
    return panel


def hit(qtbot: QtBot, stage: Stage, key: Key) -> None:
    press(qtbot, stage.window, key)


def shown(panel: SamePerson) -> tuple[int, int] | None:
    return (panel.pair.one_id, panel.pair.other_id) if panel.pair else None


def test_pairs_come_with_reasons_and_how_many_are_left(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    panel = opened(qtbot, stage)
    assert shown(panel) == (twins["Hye-jin"], twins["Hyejin"])
    words = words_on(panel)
    assert any("Same mail address" in text and "both at Hanbit Lab" in text for text in words)
    assert "1 more after this" in words
    assert "May 2024" in words
    assert "1 moment" in words


def test_m_merges_with_what_is_chosen_and_undo_takes_it_back(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    panel = opened(qtbot, stage)
    panel.comparison.radios["place", twins["Hyejin"]].click()
    hit(qtbot, stage, Key.Key_M)
    one = stage.desk.ask(people.person, twins["Hye-jin"])
    assert (one.name, one.place, one.spellings) == ("Hye-jin Seo", "Daejeon", ("Hyejin Seo",))
    assert stage.said == ["Merged two into one: Hye-jin Seo"]
    assert shown(panel) == (twins["Wei"], twins["Wang"])
    stage.frame.bridge.undo()
    assert stage.desk.ask(people.person, twins["Hyejin"]).name == "Hyejin Seo"


def test_k_keeps_both_and_is_remembered(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    panel = opened(qtbot, stage)
    hit(qtbot, stage, Key.Key_K)
    hit(qtbot, stage, Key.Key_K)
    assert "Nobody stands here twice." in words_on(panel)
    assert stage.desk.ask(duplicates.find) == ()
    assert stage.desk.ask(people.count) == 5


def test_s_decides_later(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    panel = opened(qtbot, stage)
    hit(qtbot, stage, Key.Key_S)
    assert shown(panel) == (twins["Wei"], twins["Wang"])
    hit(qtbot, stage, Key.Key_S)
    assert "That is all for now." in words_on(panel)
    assert len(stage.desk.ask(duplicates.find)) == 2


def test_a_calm_word_where_nobody_stands_twice(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    for name in ("Hyejin", "Wang"):
        stage.desk.do(people.let_go, [twins[name]])
    panel = opened(qtbot, stage)
    assert "Nobody stands here twice." in words_on(panel)
    hit(qtbot, stage, Key.Key_Escape)
    assert not panel.isVisible()


def test_three_of_one_are_merged_one_after_the_other(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    add_person(stage.desk, "Hye Jin Seo", emails=(Email("hj@hanbit.example"),))
    panel = opened(qtbot, stage)
    hit(qtbot, stage, Key.Key_M)
    hit(qtbot, stage, Key.Key_M)
    assert shown(panel) == (twins["Wei"], twins["Wang"])
    assert stage.desk.ask(people.person, twins["Hye-jin"]).spellings == ("Hye Jin Seo", "Hyejin Seo")


def test_stop_closes_and_changes_nothing(qtbot: QtBot, stage: Stage) -> None:
    stage.frame.catalogue.run("people.duplicates")
    panel = stage.window.findChildren(SamePerson)[-1]
    panel.progress.stop_button.click()
    qtbot.waitUntil(lambda: panel._job is None, timeout=5000)
    settle()
    assert len(stage.desk.history()) == 8


def test_closing_while_it_looks_ends_the_search(qtbot: QtBot, stage: Stage) -> None:
    stage.frame.catalogue.run("people.duplicates")
    panel = stage.window.findChildren(SamePerson)[-1]
    panel.close_panel()
    settle()
    assert stage.window.findChildren(SamePerson) == [] or panel._job is None


def test_merge_with_somebody_chosen_by_name(qtbot: QtBot, stage: Stage, twins: dict[str, int]) -> None:
    stage.page._go_to(twins["Bo"])
    stage.page.do("merge")
    panel = stage.window.findChildren(SamePerson)[-1]
    qtbot.keyClicks(panel.picker.field, "Wei W")
    hit(qtbot, stage, Key.Key_Return)
    assert shown(panel) == (twins["Wei"], twins["Bo"])
    assert any("names have nothing in common" in text for text in words_on(panel))
    qtbot.keyClick(panel, Key.Key_M)  # without a screen the list of suggestions stays the active window
    settle()
    assert stage.desk.ask(people.person, twins["Bo"]).spellings == ("Wei Wang",)
    assert not panel.isVisible()
    assert stage.shown() == "Bo Ek"


def test_the_menu_offers_it(qtbot: QtBot, stage: Stage) -> None:
    wishes: list[str] = []
    menu = person_menu(stage.window, wishes.append, Standing.ACTIVE)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith("Merge with")).trigger()
    assert wishes == ["merge"]
    menu.deleteLater()


def test_everything_has_a_name_of_its_own(qtbot: QtBot, stage: Stage, theme_choice: str) -> None:
    panel = opened(qtbot, stage)
    assert nameless(panel) == []
    assert same_names(panel) == set()
    assert panel.grab().size().width() > 0
    assert stage.window.focusWidget() is panel.merge
