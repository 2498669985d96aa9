"""Bringing in the rest once the first page stands."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.shell.warming import WarmUp
from hallway.usecases.desk import Desk
from tests.ui.house import open_window


def test_every_room_is_built_in_little_pieces_and_nothing_moves(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = open_window(qtbot, desk, tmp_path, Place("today"))
    here, shown = window.frame.navigator.here, window.page
    warming = WarmUp(window)
    warming.setInterval(0)
    qtbot.waitUntil(lambda: not shiboken6.isValid(warming), timeout=20_000)
    assert {room.key for room in window.rooms.values() if room.in_rail} <= set(window.pages)
    assert (window.frame.navigator.here, window.page) == (here, shown)
