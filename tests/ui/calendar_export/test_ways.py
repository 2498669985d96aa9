"""A calendar that stays right by itself: a file that follows each change, a folder, and a server that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from hallway.host import vault
from hallway.ui.calendar_export.ways import WaysPanel
from hallway.ui.frame.places import Place
from hallway.ui.shell.keeping import Keeping
from hallway.ui.shell.window import Window
from hallway.usecases import people, publishing
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.radicale import PASSWORD, USER, Server, running
from tests.ui.house import nameless, open_window, same_names, settle


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("radicale")) as found:
        yield found


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A password store of our own in place of the machine's."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(vault, "password", kept.get)
    monkeypatch.setattr(vault, "keep", lambda name, words: kept.update({name: words}) is None)
    return kept


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    add_person(filed, "Ada Adeyemi", rhythm_days=30)
    return open_window(qtbot, filed, tmp_path, Place("today"))


def panel_of(window: Window) -> WaysPanel:
    window.frame.catalogue.run("calendar.keep")
    panel = window.overlay()
    assert isinstance(panel, WaysPanel)
    return panel


def titles(data: bytes) -> list[str]:
    parts = [one for one in Calendar.from_ical(data).walk() if one.name == "VEVENT"]
    return [str(one["SUMMARY"]) for one in parts if one["STATUS"] != "CANCELLED"]


def test_a_file_follows_within_five_seconds_of_a_change(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path, secrets: dict[str, str]
) -> None:
    path = tmp_path / "kept.ics"
    keeping = Keeping(window.frame.bridge, window)
    panel = panel_of(window)
    panel._choose("file", str(path))
    assert panel.file.path.text() == str(path)
    qtbot.waitUntil(path.exists, timeout=5_000)
    qtbot.waitUntil(lambda: keeping.job is None, timeout=5_000)
    (ada, _) = filed.ask(people.named, "Ada")
    window.frame.bridge.do(people.change, ada, "name", "Ada Lovelace")
    qtbot.waitUntil(lambda: "Check in with Ada Lovelace" in titles(path.read_bytes()), timeout=5_000)
    keeping.finish()


def test_closing_the_window_does_what_waits(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path, secrets: dict[str, str]
) -> None:
    path = tmp_path / "kept.ics"
    filed.do(publishing.choose, "file", str(path))
    keeping = Keeping(window.frame.bridge, window)
    window.frame.bridge.do(people.change, filed.ask(people.named, "Ada")[0], "name", "Ada Byron")
    keeping.finish()
    assert "Check in with Ada Byron" in titles(path.read_bytes())
    qtbot.waitUntil(lambda: keeping.job is None, timeout=5_000)


def test_a_file_that_cannot_be_written_is_said_once_and_nothing_is_lost(
    qtbot: QtBot, window: Window, filed: Desk, tmp_path: Path, secrets: dict[str, str]
) -> None:
    filed.do(publishing.choose, "file", str(tmp_path / "nowhere" / "kept.ics"))
    said: list[str] = []
    window.frame.bridge.said.connect(lambda words, undo: said.append(words))
    keeping = Keeping(window.frame.bridge, window)
    for _ in range(2):
        with qtbot.waitSignal(keeping.told, timeout=5_000):
            keeping.go()
        qtbot.waitUntil(lambda: keeping.job is None, timeout=5_000)
    assert len([words for words in said if "could not be kept up to date" in words]) == 1
    (tmp_path / "nowhere").mkdir()
    keeping.go()
    qtbot.waitUntil((tmp_path / "nowhere" / "kept.ics").exists, timeout=5_000)
    qtbot.waitUntil(lambda: keeping.job is None, timeout=5_000)


def test_publishing_says_what_came_of_it_and_keeps_the_password(
    qtbot: QtBot, window: Window, filed: Desk, server: Server, secrets: dict[str, str]
) -> None:
    panel = panel_of(window)
    panel.address.setText(server.address("window"))
    panel.user.setText(USER)
    panel.password.setText("not it")
    panel.publish.click()
    qtbot.waitUntil(lambda: panel.job is None, timeout=10_000)
    assert "does not let this name in" in panel.message.label.text()
    assert secrets == {}
    panel.password.setText(PASSWORD)
    panel.publish.click()
    qtbot.waitUntil(lambda: panel.job is None, timeout=10_000)
    settle()
    assert panel.state.text().startswith("Published, ")
    assert secrets == {f"{USER} at {server.address('window')}": PASSWORD}
    assert len(list((server.folder / "data").rglob("window/hallway-*.ics"))) > 0
    assert PASSWORD.encode() not in Path(filed.database.path).read_bytes()


def test_everything_has_a_name_of_its_own(window: Window, secrets: dict[str, str]) -> None:
    panel = panel_of(window)
    assert not nameless(panel)
    assert not same_names(panel)
