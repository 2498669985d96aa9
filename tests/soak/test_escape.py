"""Every action in every room: Escape leads out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hallway.usecases.desk import Desk
from tests.journeys.walking import ACTED_IN, dress, escape_from_actions, make_book, open_book, open_room

pytestmark = [pytest.mark.soak, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_book(tmp_path_factory.mktemp("book"))


@pytest.fixture
def desk(qapp: QApplication, book: Path, tmp_path: Path) -> Iterator[Desk]:
    dress(qapp)
    opened = open_book(book, tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ACTED_IN)
def test_escape_leads_out_of_everything(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    opened = escape_from_actions(qtbot, open_room(qtbot, desk, tmp_path, name), name, monkeypatch)
    record_property("came to", f"{len(opened)} panels and menus opened and left")
    assert {"window.palette", "window.capture", "window.help"} <= set(opened)
