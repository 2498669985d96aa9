"""The card of the passphrase in Settings and its panels: nothing is encrypted before the recovery key was shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hallway.domain.backups import Why
from hallway.domain.key_file import Cost
from hallway.host import vault
from hallway.store import encryption
from hallway.ui.frame.places import Place
from hallway.ui.parts.restore_panel import RestorePanel, open_restore
from hallway.ui.settings.page import SettingsPage
from hallway.ui.settings.passphrase_card import PassphraseCard
from hallway.ui.settings.passphrase_panels import ChangePanel, ChoosePanel, PassphrasePanel, RemovePanel
from hallway.ui.settings.recovery_page import RecoveryPanel
from hallway.ui.shell.window import Window
from hallway.usecases import backing_up, passphrase
from hallway.usecases.desk import Desk
from tests.makers import add_person, file_desk
from tests.ui.house import nameless, same_names, settle, words_on

OLD, NEW = "three slow looms", "four quick shuttles"
CHEAP = Cost(2, 1, 1)


@pytest.fixture(autouse=True)
def kept_words(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A password store of the machine's that is a dictionary; the cost is a cheap one."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(vault, "is_there", lambda: True)
    monkeypatch.setattr(vault, "password", kept.get)
    monkeypatch.setattr(vault, "keep", lambda name, words: kept.update({name: words}) is None)
    monkeypatch.setattr(vault, "forget", lambda name: kept.pop(name, None))
    monkeypatch.setattr(passphrase, "Cost", lambda: CHEAP)
    return kept


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "home").mkdir()
    made = file_desk(tmp_path / "home" / "hallway.db")
    add_person(made, "Ada Lovelace")
    yield made
    made.close()


@pytest.fixture
def locked(plain: Desk) -> tuple[Desk, passphrase.Prepared]:
    """An encrypted record, with a copy that was made before."""
    backing_up.make(plain, Why.ASKED)
    made = passphrase.prepare(OLD)
    passphrase.turn_on(plain, made)
    return plain, made


Opened = Callable[[Desk], tuple[Window, PassphraseCard]]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    from tests.ui.house import open_window

    cards: list[PassphraseCard] = []

    def show(desk: Desk) -> tuple[Window, PassphraseCard]:
        window = open_window(qtbot, desk, tmp_path, Place("settings", "passphrase"))
        assert isinstance(window.page, SettingsPage)
        cards.append(window.page.passphrase)
        card = window.page.passphrase
        qtbot.waitUntil(lambda: not card.jobs)
        return window, card

    yield show
    qtbot.waitUntil(lambda: not any(card.jobs for card in cards))


def panel_of(window: Window) -> PassphrasePanel:
    panel = window.overlay()
    assert isinstance(panel, PassphrasePanel)
    return panel


def enter(qtbot: QtBot, panel: PassphrasePanel, *words: str) -> None:
    """Type into the fields one after another, with Enter after each."""
    for field, text in zip(panel.fields(), words, strict=True):
        field.line.setText(text)
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.job is None)
    settle()


def asked_for(window: Window) -> list[tuple[object, str]]:
    """What the window is asked to do while the record is closed."""
    found: list[tuple[object, str]] = []
    window.frame.bridge.closing_wanted.connect(lambda work, words: found.append((work, words)))
    return found


def test_chosen_it_is_encrypted_only_after_the_recovery_key_was_shown(
    qtbot: QtBot, plain: Desk, opened: Opened, theme_choice: str
) -> None:
    window, card = opened(plain)
    assert card.choose.hasFocus(), "led here by Ctrl+Shift+L without a passphrase"
    asked = asked_for(window)
    card.choose.click()
    panel = panel_of(window)
    assert isinstance(panel, ChoosePanel) and nameless(panel) == [] and not same_names(panel)
    assert any("cannot help" in words for words in words_on(panel))
    enter(qtbot, panel, OLD, OLD)
    assert panel.key is not None and panel.prepared is not None and not asked
    assert panel.prepared.recovery_key.replace("-", "") in "".join(words_on(panel)).replace(" ", "")
    assert all(not field.text() for field in panel.fields())
    assert nameless(panel) == [] and not same_names(panel)
    panel.go.click()
    ((work, words),) = asked
    plain.close()
    work(plain, lambda done, total: None)  # type: ignore[operator]
    assert passphrase.is_on(plain) and "encrypted" in words
    assert encryption.beginning(plain.database.path) == panel.prepared.key.id


def test_left_before_the_button_nothing_is_encrypted(qtbot: QtBot, plain: Desk, opened: Opened) -> None:
    window, card = opened(plain)
    asked = asked_for(window)
    card.choose.click()
    panel = panel_of(window)
    enter(qtbot, panel, OLD, OLD)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not asked and not encryption.key_path(plain.database.path).exists()


@pytest.mark.parametrize(("first", "again", "said"), [("short", "short", "8"), (OLD, NEW, "not the same")])
def test_what_does_not_do_is_said(qtbot: QtBot, plain: Desk, opened: Opened, first: str, again: str, said: str) -> None:
    window, card = opened(plain)
    card.choose.click()
    panel = panel_of(window)
    enter(qtbot, panel, first, again)
    assert said in panel.message.label.text() and panel.message.isVisible()


def test_length_alone_is_judged(plain: Desk, opened: Opened) -> None:
    window, card = opened(plain)
    card.choose.click()
    panel = panel_of(window)
    assert isinstance(panel, ChoosePanel)
    told = []
    for words in ("", "eightlet", "fourteen chars", "a whole line of quiet words"):
        panel.new.first.line.setText(words)
        told.append(panel.new.advice.text())
    assert len(set(told)) == 4


def test_the_eye_shows_both(plain: Desk, opened: Opened) -> None:
    window, card = opened(plain)
    card.choose.click()
    panel = panel_of(window)
    assert isinstance(panel, ChoosePanel)
    lines = [field.line for field in panel.fields()]
    assert [line.echoMode() for line in lines] == [QLineEdit.EchoMode.Password] * 2
    panel.new.first.eye.click()
    assert [line.echoMode() for line in lines] == [QLineEdit.EchoMode.Normal] * 2


def test_changed(qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened) -> None:
    desk, prepared = locked
    window, card = opened(desk)
    card.change.click()
    panel = panel_of(window)
    assert isinstance(panel, ChangePanel) and nameless(panel) == [] and not same_names(panel)
    enter(qtbot, panel, "not this one", NEW, NEW)
    assert "not the passphrase" in panel.message.label.text()
    enter(qtbot, panel, OLD, NEW, NEW)
    assert window.overlay() is None
    file = encryption.key_file_of(desk.database.path)
    assert file is not None and passphrase.unlock(desk.database.path, file, NEW) == prepared.key


def test_removed_only_with_the_passphrase(
    qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened
) -> None:
    desk, _ = locked
    window, card = opened(desk)
    asked = asked_for(window)
    card.remove.click()
    panel = panel_of(window)
    assert isinstance(panel, RemovePanel)
    enter(qtbot, panel, "not this one")
    assert not asked and "not the passphrase" in panel.message.label.text()
    enter(qtbot, panel, OLD)
    ((work, _),) = asked
    desk.close()
    work(desk, lambda done, total: None)  # type: ignore[operator]
    assert not passphrase.is_on(desk)


def test_the_recovery_key_is_printed_once_more(
    tmp_path: Path, locked: tuple[Desk, passphrase.Prepared], opened: Opened
) -> None:
    desk, prepared = locked
    window, card = opened(desk)
    card.print.click()
    panel = window.overlay()
    assert isinstance(panel, RecoveryPanel) and nameless(panel) == []
    panel.key.save_to(tmp_path / "key.txt")
    panel.key.save_to(tmp_path / "key.pdf")
    text = (tmp_path / "key.txt").read_text()
    assert prepared.recovery_key in text and "Ada" not in text
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    panel.key.save_to(tmp_path / "nowhere" / "key.txt")
    assert "folder" in panel.key.message.label.text()


def test_p5_remembered_here_and_forgotten(
    qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened, kept_words: dict[str, str]
) -> None:
    desk, prepared = locked
    window, card = opened(desk)
    assert card.remembered.isEnabled() and not card.remembered.isChecked()
    card.remembered.click()
    qtbot.waitUntil(lambda: not card.jobs)
    assert window.frame.preferences.is_remembered
    (kept,) = kept_words.values()
    assert passphrase.from_memory(prepared.file, kept) == prepared.key
    card.remembered.click()
    qtbot.waitUntil(lambda: not card.jobs)
    assert not kept_words and not window.frame.preferences.is_remembered


def test_p5_without_a_real_store_it_is_not_offered(
    locked: tuple[Desk, passphrase.Prepared], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "is_there", lambda: False)
    _, card = opened(locked[0])
    assert not card.remembered.isEnabled() and "no password store" in card.store.text()


def test_p5_a_store_that_refuses_is_said(
    qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "keep", lambda name, words: False)
    window, card = opened(locked[0])
    card.remembered.click()
    qtbot.waitUntil(lambda: not card.jobs)
    assert not card.remembered.isChecked() and not window.frame.preferences.is_remembered


def test_when_it_locks_is_kept(locked: tuple[Desk, passphrase.Prepared], opened: Opened) -> None:
    window, card = opened(locked[0])
    assert window.frame.preferences.lock_after == 15
    card.after.chosen.emit("5")
    assert window.frame.preferences.lock_after == 5
    card.after.chosen.emit("0")
    assert window.frame.preferences.lock_after == 0


@pytest.mark.parametrize("way", ["encrypt", "take away"])
def test_older_copies_are_named_and_dealt_with(
    qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened, way: str
) -> None:
    desk, _ = locked
    _, card = opened(desk)
    assert card.copies.isVisible() and "One older copy" in card.copies.label.text()
    (card.encrypt if way == "encrypt" else card.take_away).click()
    qtbot.waitUntil(lambda: not card.jobs)
    assert not card.copies.isVisible() and passphrase.readable_copies(desk) == ()
    assert len(backing_up.listed(desk)) == (1 if way == "encrypt" else 0)


def test_lock_now(qtbot: QtBot, locked: tuple[Desk, passphrase.Prepared], opened: Opened) -> None:
    window, card = opened(locked[0])
    with qtbot.waitSignal(window.frame.bridge.lock_wanted):
        card.lock.click()


# --- copies of another key


def open_copy(window: Window, copy: Path) -> RestorePanel:
    panel = open_restore(window.frame.bridge, window, copy)
    settle()
    assert panel.field.isVisible() and panel.field.line.hasFocus()
    assert nameless(panel) == [] and not same_names(panel)
    return panel


def type_into(qtbot: QtBot, panel: RestorePanel, words: str) -> None:
    panel.field.line.setText(words)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.job is None)


def test_p10_a_copy_of_an_older_key_asks_for_its_passphrase(
    qtbot: QtBot, tmp_path: Path, locked: tuple[Desk, passphrase.Prepared], opened: Opened
) -> None:
    desk, _ = locked
    copy = tmp_path / "stick.db"
    backing_up.make_at(desk, copy)
    passphrase.turn_off(desk)
    passphrase.turn_on(desk, passphrase.prepare(NEW))
    add_person(desk, "Bo Ek")
    window, _ = opened(desk)
    panel = open_copy(window, copy)
    type_into(qtbot, panel, NEW)
    assert "not the passphrase" in panel.message.label.text()
    type_into(qtbot, panel, OLD)
    assert panel.field.isHidden() and panel.message.isHidden()
    panel.back.click()
    qtbot.waitUntil(lambda: window.overlay() is None)
    assert desk.database.rows("SELECT count(*) FROM person") == [(1,)] and passphrase.is_on(desk)


def test_p10_an_encrypted_copy_in_a_plain_record_encrypts_it(
    qtbot: QtBot, tmp_path: Path, locked: tuple[Desk, passphrase.Prepared], opened: Opened
) -> None:
    locked_desk, prepared = locked
    copy = tmp_path / "stick.db"
    backing_up.make_at(locked_desk, copy)
    (tmp_path / "clean").mkdir()
    desk = file_desk(tmp_path / "clean" / "hallway.db")
    window, _ = opened(desk)
    asked = asked_for(window)
    panel = open_copy(window, copy)
    assert "will be encrypted" in panel.message.label.text()
    type_into(qtbot, panel, prepared.recovery_key)
    panel.back.click()
    ((work, _),) = asked
    desk.close()
    work(desk, lambda done, total: None)  # type: ignore[operator]
    assert desk.database.rows("SELECT name FROM person") == [("Ada Lovelace",)] and passphrase.is_on(desk)
    desk.close()
