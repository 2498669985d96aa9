"""The choices of a rhythm begin with what actually happened."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from hallway.ui.parts.rhythm_chooser import RhythmChooser
from hallway.usecases.rhythm_help import RhythmHelp


def words(chooser: RhythmChooser) -> list[str]:
    return [action.text() for action in chooser.menu().actions() if not action.isSeparator()]


def test_what_has_been_usual_and_what_leaves_more_room_come_first(qtbot: QtBot) -> None:
    chooser = RhythmChooser("Rhythm", lambda: RhythmHelp(35, 182))
    qtbot.addWidget(chooser)
    assert words(chooser)[:3] == [
        "Every 5 weeks, as it has been", "Twice a year, which leaves more room", "Every 3 weeks",
    ]  # fmt: skip
    with qtbot.waitSignal(chooser.chosen) as chosen:
        chooser.menu().actions()[0].trigger()
    assert chosen.args == [35]


def test_without_anything_known_the_presets_come_first(qtbot: QtBot) -> None:
    chooser = RhythmChooser("Rhythm")
    qtbot.addWidget(chooser)
    assert words(chooser)[0] == "Every 3 weeks"
