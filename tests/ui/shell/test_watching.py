"""A data file that is swapped, taken away or damaged while it is open is told of within five seconds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hallway.domain import errors
from hallway.store import standing
from hallway.store.salvage_pages import PAGE
from hallway.ui.frame.places import Place
from hallway.ui.shell.watching import LOOKED_EVERY, Watching
from hallway.usecases import backing_up, people, safety
from hallway.usecases.desk import Desk
from tests.makers import add_person, file_desk
from tests.ui.house import open_window, words_on


@pytest.mark.parametrize("harm", ["swapped", "gone"])
def test_f9_a_swap_is_told_within_five_seconds_and_writing_stops(
    qtbot: QtBot, filed: Desk, tmp_path: Path, harm: str
) -> None:
    add_person(filed)
    window = open_window(qtbot, filed, tmp_path / "settings", Place("today"))
    Watching(window)
    path = filed.database.path
    if harm == "swapped":
        shutil.copy(path, path.with_name("other"))
        path.with_name("other").replace(path)
    else:
        path.unlink()
    told = "different file" if harm == "swapped" else "no longer where it was"
    qtbot.waitUntil(lambda: any(told in words for words in words_on(window)), timeout=5_000)
    before = path.read_bytes() if path.exists() else b""
    assert window.frame.bridge.do(people.let_go, [1]) is None
    assert (path.read_bytes() if path.exists() else b"") == before
    assert LOOKED_EVERY < 5_000


def test_after_an_unclean_end_the_file_is_looked_through(qtbot: QtBot, data_file: Path, tmp_path: Path) -> None:
    desk = file_desk(data_file)
    add_person(desk)
    desk.database.close_thread()  # as after a kill
    desk = file_desk(data_file)
    assert safety.is_due(desk)
    window = open_window(qtbot, desk, tmp_path / "settings", Place("today"))
    watching = Watching(window)
    qtbot.waitUntil(lambda: watching.job is None, timeout=5_000)
    note = standing.read(data_file)
    assert note is not None and note.checked == desk.clock.today().isoformat()
    assert not [words for words in words_on(window) if "does not read" in words]
    desk.close()
    again = file_desk(data_file)
    assert not safety.is_due(again)
    again.close()


def test_a_file_that_does_not_read_any_more_is_told_of(data_file: Path) -> None:
    desk = file_desk(data_file)
    for number in range(60):
        add_person(desk, f"Person {number}", notes="many pages " * 200)
    desk.close()
    content = bytearray(data_file.read_bytes())
    leaf = next(at for at in range(0, len(content), PAGE) if b"many pages" in content[at : at + PAGE])
    content[leaf : leaf + PAGE] = bytes(PAGE)
    data_file.write_bytes(content)
    desk = file_desk(data_file)
    with pytest.raises(errors.DatabaseDamaged) as told:
        safety.look_through(desk)
    assert len(told.value.sentence.split()) <= 60
    desk.database.close_thread()


def test_what_a_kill_left_beside_the_record_is_taken_away(filed: Desk) -> None:
    folder = filed.database.path.parent
    (folder / ".hallway.db.abc.tmp").write_bytes(b"x")
    (folder / ".hallway-salvage-x").mkdir()
    (folder / ".hallway-salvage-x" / "copy.db").write_bytes(b"x")
    before = {"hallway.db", "hallway.state.json"}
    assert safety.tidy(filed) == 2
    assert before <= {one.name for one in folder.iterdir()}
    assert not list(folder.glob(".hallway*"))


def test_what_a_kill_left_among_the_copies_is_taken_away_a_day_later(filed: Desk) -> None:
    folder = backing_up.folder_of(filed)
    left, made_now = folder / ".hallway-2026.db.abc.tmp", folder / ".hallway-2026.db.def.tmp"
    now = filed.clock.now().timestamp()
    for one, moment in ((left, now - 90_000), (made_now, now)):
        one.write_bytes(b"x")
        os.utime(one, (moment, moment))
    assert safety.tidy(filed) == 1
    assert not left.exists() and made_now.exists()
