"""When the record cannot be opened: never an empty address book, and a copy is one key away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway import wiring
from hallway.domain.backups import Why
from hallway.domain.errors import HallwayError
from hallway.ui.shell.explain import ExplainWindow
from hallway.usecases import backing_up, people
from tests.makers import add_person
from tests.ui.house import nameless, words_on


def harmed(folder: Path, harm: str) -> HallwayError:
    """A record of one person with a copy, harmed afterwards; the error that opening it gives."""
    desk = wiring.open_desk(folder, "test")
    add_person(desk)
    backing_up.make(desk, Why.ASKED)
    desk.close()
    record = backing_up.record_in(folder)
    data = record.read_bytes()
    match harm:
        case "gone":
            record.unlink()
        case "empty":
            record.write_bytes(b"")
        case "not ours":
            record.write_bytes(data[:68] + b"\0\0\0\7" + data[72:])
        case _:
            record.write_bytes(b"rubbish" * 1000)
    with pytest.raises(HallwayError) as told:
        wiring.open_desk(folder, "test")
    return told.value


@pytest.mark.parametrize("harm", ["gone", "empty", "not ours", "rubbish"])
def test_a_copy_takes_the_place_of_what_does_not_open_f8(qtbot: QtBot, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "home"
    window = ExplainWindow(harmed(folder, harm), folder)
    qtbot.addWidget(window)
    window.show()
    assert any("1 person" in words for words in words_on(window)) and nameless(window) == []
    before = backing_up.record_in(folder)
    kept = before.read_bytes() if before.exists() else None
    qtbot.keyClick(window.back, Qt.Key.Key_Space)
    assert window.is_mended
    desk = wiring.open_desk(folder, "test")
    assert desk.ask(people.count) == 1
    desk.close()
    aside = [one.read_bytes() for one in folder.glob("replaced-*/hallway.db")]
    assert aside == ([kept] if kept is not None else [])


def test_without_a_copy_it_says_what_is_safe_and_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    error = harmed(folder, "rubbish")
    for one in backing_up.folder_for(backing_up.record_in(folder)).iterdir():
        one.unlink()
    window = ExplainWindow(error, folder)
    qtbot.addWidget(window)
    window.show()
    assert not hasattr(window, "back") and not window.is_mended
    assert error.safe in words_on(window)
