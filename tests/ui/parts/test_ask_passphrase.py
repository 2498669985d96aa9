"""A copy that is encrypted, where the record itself is gone: its passphrase is asked, and then it takes the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway import wiring
from hallway.domain.backups import Why
from hallway.domain.errors import DatabaseMissing
from hallway.domain.key_file import Cost, PassphraseWanted
from hallway.store import encryption
from hallway.ui.parts.ask_passphrase import AskPassphrase
from hallway.ui.shell.explain import ExplainWindow
from hallway.usecases import backing_up, passphrase, people
from tests.makers import add_person
from tests.ui.house import nameless, same_names, settle

WORDS = "three slow looms"


@pytest.mark.usefixtures("theme_choice")
def test_p10_its_passphrase_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    desk = wiring.open_desk(folder, "test")
    add_person(desk)
    prepared = passphrase.prepare(WORDS, Cost(2, 1, 1))
    passphrase.turn_on(desk, prepared)
    backing_up.make(desk, Why.ASKED)
    desk.close()
    record = backing_up.record_in(folder)
    record.unlink()
    with pytest.raises(DatabaseMissing) as told:
        wiring.open_desk(folder, "test")
    window = ExplainWindow(told.value, folder)
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClick(window.back, Qt.Key.Key_Space)
    (panel,) = window.findChildren(AskPassphrase)
    assert panel.isVisible() and nameless(panel) == [] and not same_names(panel)
    for words in ("not this one", WORDS):
        assert not window.is_mended and not record.exists()
        panel.field.line.setText(words)
        qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
        assert panel.job is not None
        panel.job.wait()
        settle()
    assert window.is_mended
    assert encryption.beginning(record) == prepared.key.id
    with pytest.raises(PassphraseWanted):
        wiring.open_desk(folder, "test")
    again = wiring.open_desk(folder, "test", key=prepared.key)
    assert again.ask(people.count) == 1
    again.close()
