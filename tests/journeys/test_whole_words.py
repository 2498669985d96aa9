"""No words are cut off and nothing lies over anything else, in every room and panel, however large the window is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hallway.ui.shell.window import Window
from hallway.ui.theme import theme
from hallway.ui.theme.look import LARGEST_BASE, USUAL_BASE
from hallway.ui.widgets.label import Label
from hallway.usecases.desk import Desk
from tests.journeys.walking import PANELS, ROOMS, described, open_room
from tests.ui.house import open_window, settle

SIZES = ((1280, 800), (960, 640), (1920, 1080))
SEEN = (QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTextEdit)
TOUCHING = 2
"""Pixels by which what stands beside something else may reach into it."""
WANT_SOMETHING = {"an event from within", "an interview"}


def badly_placed(window: Window) -> list[str]:
    """What cannot be read to its end or lies over something else, of what is in front at each of the sizes."""
    found = []
    for size in SIZES:
        window.resize(*size)
        settle()
        front = window.overlay() or window
        shown = [one for one in front.findChildren(QWidget) if isinstance(one, SEEN) and one.isVisible()]
        found += [f"{size}: {described([one])} is cut off" for one in shown if isinstance(one, Label) and _is_cut(one)]
        places = [(one, place) for one in shown if not (place := _place(one, front)).isEmpty()]
        for (one, here), (other, there) in combinations(places, 2):
            both = here & there
            apart = one.isAncestorOf(other) or other.isAncestorOf(one)
            if min(both.width(), both.height()) > TOUCHING and not apart:
                found.append(f"{size}: {described([one, other])} lie over each other")
    return found


def _is_cut(label: Label) -> bool:
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
    return label.height() < wanted or label.width() < label.minimumSizeHint().width()


def _place(one: QWidget, within: QWidget) -> QRect:
    """Where it is seen: what scrolls is seen only as far as its place goes."""
    place, around = one.rect(), one
    while around is not within:
        place.translate(around.pos())
        above = around.parentWidget()
        assert above is not None
        place, around = place & above.rect(), above
    return place


@pytest.fixture(params=[USUAL_BASE, LARGEST_BASE])
def letters(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[int]:
    """Pixels of the letters, chosen before the window opens and after the record is there."""
    theme.apply(qapp, "light", request.param)
    yield request.param
    theme.choose_base(USUAL_BASE)


@pytest.mark.parametrize("name", ROOMS)
def test_rooms(qtbot: QtBot, desk: Desk, letters: int, tmp_path: Path, name: str) -> None:
    assert badly_placed(open_room(qtbot, desk, tmp_path, name)) == [], f"letters of {letters} pixels"


@pytest.mark.parametrize("name", sorted(ROOMS.keys() - WANT_SOMETHING))
def test_rooms_where_nothing_is_yet(qtbot: QtBot, filed: Desk, letters: int, tmp_path: Path, name: str) -> None:
    assert badly_placed(open_window(qtbot, filed, tmp_path, ROOMS[name])) == [], f"letters of {letters} pixels"


@pytest.mark.parametrize("name", PANELS)
def test_panels(qtbot: QtBot, desk: Desk, tmp_path: Path, name: str) -> None:
    room, action = PANELS[name]
    window = open_room(qtbot, desk, tmp_path, room)
    window.frame.catalogue.run(action)
    settle()
    assert badly_placed(window) == []
