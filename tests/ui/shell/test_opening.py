"""Between the user and the record: waiting, looking, shared folders and damaged files, each with its own way on."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hallway import wiring
from hallway.domain import errors
from hallway.domain.backups import Why
from hallway.domain.shared_folders import Kind, Shared
from hallway.host import paths
from hallway.host.instance import Instance
from hallway.store import outside, standing
from hallway.store.trouble import damaged, disk_full, no_writing
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.shell import opening
from hallway.ui.shell.explain import ExplainWindow
from hallway.ui.shell.looking import look_only, why_read_only
from hallway.ui.shell.opening import Opening
from hallway.ui.shell.shared_folder import SharedFolderWindow
from hallway.ui.shell.waiting import WaitingWindow
from hallway.usecases import backing_up, moving_home, people
from hallway.usecases.desk import Desk
from hallway.usecases.opening import How
from tests.makers import add_person
from tests.ui.house import nameless, open_window, settle, words_on

LONGEST = 60


def made(home: Path, *, copied: bool = True) -> Path:
    """A closed record of two people, with a copy of it."""
    desk = wiring.open_desk(home, "test")
    for name in ("Ada Lovelace", "Grace Hopper"):
        add_person(desk, name)
    if copied:
        backing_up.make(desk, Why.ASKED)
    desk.close()
    return backing_up.record_in(home)


def hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refusal(home: Path, *, patient: bool = True) -> errors.HallwayError:
    with pytest.raises(errors.HallwayError) as told:
        wiring.open_desk(home, "test", how=How(patient=patient))
    return told.value


# --- the words -------------------------------------------------------------------------------------------


def every_trouble(path: Path) -> list[errors.HallwayError]:
    return [
        damaged(path, "its contents do not read as a database"), disk_full(), no_writing(path), outside.missing(path),
        outside.swapped(path),
    ]  # fmt: skip


def test_a4_every_trouble_has_three_parts_in_sixty_words(tmp_path: Path) -> None:
    found = every_trouble(tmp_path / "hallway.db")
    record = made(tmp_path / "home")
    with pytest.raises(errors.DatabaseShrunk) as shrunk:
        standing.check(standing.Note({"person": 1}), standing.Note({"person": 100}))
    os.link(record, tmp_path / "second")
    linked = refusal(tmp_path / "home")
    (tmp_path / "second").unlink()
    connection = apsw.Connection(str(record))
    connection.pragma("user_version", 99)
    connection.close()
    newer = refusal(tmp_path / "home")
    for error in (*found, shrunk.value, linked, newer):
        assert error.what and error.safe and error.do, error.what
        assert len(error.sentence.split()) <= LONGEST, error.sentence
        assert "Error" not in error.sentence and "apsw" not in error.sentence


# --- F5 and F10: looking ---------------------------------------------------------------------------------


@pytest.fixture
def looking(tmp_path: Path) -> Iterator[Desk]:
    made(tmp_path / "home")
    desk = wiring.open_desk(tmp_path / "home", "test", how=How(looking=True))
    yield desk
    desk.close()


def test_f5_looking_shows_and_finds_and_changes_nothing(qtbot: QtBot, looking: Desk, tmp_path: Path) -> None:
    before = hash_of(looking.database.path)
    window = open_window(qtbot, looking, tmp_path, Place("today"))
    look_only(window, why_read_only(tmp_path / "home"))
    catalogue = window.frame.catalogue
    available = {spec.key for spec in catalogue.available()}
    assert {"window.palette", "exchange.vcard", "exchange.csv", "exchange.archive", "go.people"} <= available
    for key in ("window.capture", "people.add", "people.log", "window.undo", "events.add", "exchange.import"):
        assert key not in available and not catalogue.action(key).isEnabled()
        catalogue.run(key)
    for room in window.rooms:
        window.frame.navigator.go(Place(room))
        window.activateWindow()
        settle()
        for field in window.page.findChildren(QWidget) if window.page else ():
            if field.isVisible() and field.isEnabled() and hasattr(field, "isReadOnly") and not field.isReadOnly():
                field.setFocus()
                settle()
                assert field.isReadOnly() or field.property("finds") or hasattr(field, "searched"), (room, field)
    assert window.frame.bridge.do(people.let_go, [1]) is None
    assert "for looking only" in window._strip.label.text()
    assert looking.ask(people.count) == 2 and hash_of(looking.database.path) == before


def test_f10_a_newer_record_is_offered_for_looking(qtbot: QtBot, tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    connection = apsw.Connection(str(record))
    connection.pragma("user_version", 99)
    connection.close()
    before = hash_of(record)
    window = ExplainWindow(refusal(tmp_path / "home"), tmp_path / "home")
    qtbot.addWidget(window)
    window.show()
    assert nameless(window) == [] and not hasattr(window, "back")
    qtbot.mouseClick(window.look, Qt.MouseButton.LeftButton)
    assert window.answer == "look" and hash_of(record) == before


def test_f5_a_read_only_record_opens_for_looking_by_itself(tmp_path: Path, qapp: QApplication) -> None:
    tries = opening_of(tmp_path)
    assert tries.goes_on(no_writing(tmp_path), None)
    assert tries.how.looking


# --- F6: waiting -----------------------------------------------------------------------------------------

HOLDER = """
import apsw, sys, time
connection = apsw.Connection(sys.argv[1])
connection.pragma("locking_mode", "exclusive")
connection.execute("BEGIN EXCLUSIVE; UPDATE person SET notes = notes")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
"""


def test_f6_a_locked_record_is_waited_for_with_the_window_alive(qtbot: QtBot, tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None and holder.stdin is not None
    holder.stdout.readline()
    began = time.monotonic()
    error = refusal(tmp_path / "home", patient=False)
    assert isinstance(error, errors.DatabaseBusy) and time.monotonic() - began < 1

    def is_free() -> bool:
        try:
            wiring.open_desk(tmp_path / "home", "test", how=How(patient=False)).close()
        except errors.DatabaseBusy:
            return False
        return True

    window = WaitingWindow(tmp_path / "home", is_free)
    qtbot.addWidget(window)
    window.show()
    if sys.platform == "linux":
        assert "python" in window.what.text()
    beats = Beats()
    qtbot.wait(1_300)
    assert window.isVisible() and beats.longest < 0.2
    holder.communicate("go\n")
    qtbot.waitUntil(lambda: window.is_free, timeout=3_000)
    assert not window.isVisible()


class Beats:
    """The longest time in which the event loop did not come round."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


# --- F7: another computer --------------------------------------------------------------------------------


def opening_of(folder: Path, instance: Instance | None = None) -> Opening:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return Opening(folder, instance or Instance(folder), settings, lambda error: None)


def answered(monkeypatch: pytest.MonkeyPatch, press: str) -> list[str]:
    """Stand in for the user: each window that is shown alone has this button pressed. Returns the words on them."""
    shown: list[str] = []

    def run(window: QWidget) -> None:
        window.show()
        settle()
        shown.extend(words_on(window))
        assert nameless(window) == []
        button = getattr(window, press, None)
        if button is not None:
            button.click()
        window.close()
        window.deleteLater()

    monkeypatch.setattr(opening, "_run", run)
    return shown


@pytest.mark.parametrize(
    ("press", "goes_on", "looks"), [("leave", False, False), ("look", True, True), ("here", True, False)]
)
def test_f7_a_folder_open_on_another_computer_is_asked_about(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, press: str, goes_on: bool, looks: bool
) -> None:
    (tmp_path / "hallway.lock").write_bytes(b" library")
    shown = answered(monkeypatch, press)
    with Instance(tmp_path, "laptop") as instance:
        assert instance.acquire()
        tries = opening_of(tmp_path, instance)
        assert tries.may_begin() is goes_on and tries.how.looking is looks
        assert any("library" in words for words in shown)
        assert instance.elsewhere == ("" if press == "here" else "library")


# --- F8: damage ------------------------------------------------------------------------------------------


def test_f8_one_looks_inside_the_copy_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    record = made(tmp_path / "home")
    record.write_bytes(b"rubbish" * 1000)
    before = hash_of(record)
    window = ExplainWindow(refusal(tmp_path / "home"), tmp_path / "home")
    qtbot.addWidget(window)
    window.show()
    inside: list[int] = []

    def look(desk: Desk, words: str) -> None:
        inside.append(desk.ask(people.count))
        assert "copy of" in words and desk.is_for_looking
        desk.close()

    window.look_wanted.connect(look)
    qtbot.mouseClick(window.inside, Qt.MouseButton.LeftButton)
    assert inside == [2] and window.answer == "" and hash_of(record) == before


def test_f8_what_can_be_read_is_salvaged_by_button(qtbot: QtBot, tmp_path: Path) -> None:
    from hallway.ui.shell.salvaging import SalvagePanel

    record = made(tmp_path / "home", copied=False)
    harmed = bytearray(record.read_bytes())
    harmed[:4096] = bytes(4096)
    record.write_bytes(harmed)
    window = ExplainWindow(refusal(tmp_path / "home"), tmp_path / "home")
    qtbot.addWidget(window)
    window.show()
    qtbot.mouseClick(window.salvage, Qt.MouseButton.LeftButton)
    panel = window.findChild(SalvagePanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.take.isVisible(), timeout=10_000)
    assert "People" in words_on(panel) and record.read_bytes() == harmed
    qtbot.mouseClick(panel.take, Qt.MouseButton.LeftButton)
    assert window.is_mended
    desk = wiring.open_desk(tmp_path / "home", "test")
    assert desk.ask(people.count) == 2
    desk.close()
    (kept,) = (one for one in record.parent.iterdir() if ".damaged-" in one.name and one.suffix != ".txt")
    assert kept.read_bytes() == harmed and kept.with_name(f"{kept.name}.txt").exists()


def test_f8_a_salvage_that_is_left_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    from hallway.ui.shell.salvaging import SalvagePanel

    record = made(tmp_path / "home", copied=False)
    record.write_bytes(record.read_bytes()[:200_000])
    before = {one.name: hash_of(one) for one in record.parent.iterdir()}
    window = ExplainWindow(refusal(tmp_path / "home"), tmp_path / "home")
    qtbot.addWidget(window)
    window.show()
    qtbot.mouseClick(window.salvage, Qt.MouseButton.LeftButton)
    panel = window.findChild(SalvagePanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.job is None, timeout=10_000)
    panel.close_panel()
    assert window.answer == "" and {one.name: hash_of(one) for one in record.parent.iterdir()} == before


# --- F9: folders that others write to --------------------------------------------------------------------


def test_f9_a_shared_folder_is_asked_about_once_before_anything_is_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Dropbox" / "hallway"
    folder.mkdir(parents=True)
    shown = answered(monkeypatch, "leave")
    assert not opening_of(folder).may_begin()
    assert not (folder / "hallway.db").exists() and any("Dropbox" in words for words in shown)
    answered(monkeypatch, "stay")
    assert opening_of(folder).may_begin()
    asked = answered(monkeypatch, "leave")
    assert opening_of(folder).may_begin() and not asked


def test_f9_the_record_moves_to_this_computer(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, new = tmp_path / "Dropbox" / "hallway", tmp_path / "local" / "hallway"
    record = made(folder, copied=False)
    before = hash_of(record)
    monkeypatch.setattr(paths, "usual_folder", lambda: new)
    window = SharedFolderWindow(Shared(Kind.SYNCED, "Dropbox"), folder)
    qtbot.addWidget(window)
    window.show()
    assert nameless(window) == []
    qtbot.mouseClick(window.both, Qt.MouseButton.LeftButton)
    assert window.answer == "moved" and window.home == new and window.keeps_copies
    assert hash_of(new / "hallway.db") == before and not record.exists()
    assert [hash_of(one) for one in folder.glob("moved-*/hallway.db")] == [before]
    desk = wiring.open_desk(folder, "test")  # whoever opens the old folder is led to the new one
    assert desk.database.path.parent == new and desk.ask(people.count) == 2
    backing_up.make(desk, Why.DAILY)
    moving_home.keep_also(backing_up.folder_of(desk) / backing_up.listed(desk)[0].name, folder)
    assert [one.suffix for one in sorted((folder / moving_home.COPIES).iterdir())] == [".db", ".json"]
    desk.close()


def test_f9_nothing_moves_onto_another_record(tmp_path: Path) -> None:
    record = made(tmp_path / "one", copied=False)
    other = made(tmp_path / "two", copied=False)
    before = (hash_of(record), hash_of(other))
    with pytest.raises(errors.Refused):
        moving_home.move(tmp_path / "one", tmp_path / "two")
    assert (hash_of(record), hash_of(other)) == before


def test_bridge_tells_why_nothing_changes(looking: Desk, qapp: QApplication) -> None:
    bridge, told = Bridge(looking), []
    bridge.refused.connect(lambda error: told.append(error.sentence))
    bridge.note(people.let_go, [1])
    assert told == []
    bridge.undo()
    bridge.do_quietly(people.let_go, [1])
    assert len(told) == 1
