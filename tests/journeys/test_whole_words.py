"""No words are cut off, in every room and panel, however wide the window is: those that wrap have all their lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.theme.look import LARGEST_BASE, USUAL_BASE
from hallway.ui.widgets.label import Label
from hallway.usecases.desk import Desk
from tests.journeys.walking import PANELS, ROOMS, open_room
from tests.ui.house import open_window, settle

SIZES = ((1280, 800), (960, 640), (1920, 1080))
WANT_SOMETHING = {"an event from within", "an interview"}


def cut_off(window: Window) -> list[str]:
    """What cannot be read to its end, of all that stands in a window at each of the sizes."""
    found = []
    for size in SIZES:
        window.resize(*size)
        settle()
        labels = [one for one in window.findChildren(Label) if one.isVisible()]
        found += [f"{size}: {one.text()}" for one in labels if _is_cut(one)]
    return found


def _is_cut(label: Label) -> bool:
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
    return label.height() < wanted or label.width() < label.minimumSizeHint().width()


@pytest.fixture(params=[USUAL_BASE, LARGEST_BASE])
def letters(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[int]:
    """Pixels of the letters, chosen before the window opens and after the record is there."""
    theme.apply(qapp, "light", request.param)
    yield request.param
    theme.choose_base(USUAL_BASE)


@pytest.mark.parametrize("name", ROOMS)
def test_rooms(qtbot: QtBot, desk: Desk, letters: int, tmp_path: Path, name: str) -> None:
    assert cut_off(open_room(qtbot, desk, tmp_path, name)) == [], f"letters of {letters} pixels"


@pytest.mark.parametrize("name", sorted(ROOMS.keys() - WANT_SOMETHING))
def test_rooms_where_nothing_is_yet(qtbot: QtBot, filed: Desk, letters: int, tmp_path: Path, name: str) -> None:
    assert cut_off(open_window(qtbot, filed, tmp_path, ROOMS[name])) == [], f"letters of {letters} pixels"


@pytest.mark.parametrize("name", PANELS)
def test_panels(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    room, action = PANELS[name]
    window = open_room(qtbot, desk, tmp_path, room)
    window.frame.catalogue.run(action)
    settle()
    assert cut_off(window) == []
