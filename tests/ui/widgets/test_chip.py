"""Chips: chosen by Space, removed by Delete, label when neither."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.chip import Chip


def test_space_toggles_a_filter(qtbot: QtBot) -> None:
    chip = Chip("Mentors", checkable=True)
    qtbot.addWidget(chip)
    chip.show()
    with qtbot.waitSignal(chip.toggled):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_enter_toggles_too(qtbot: QtBot) -> None:
    chip = Chip("Mentors", checkable=True)
    qtbot.addWidget(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.isChecked()


def test_delete_and_the_cross_remove(qtbot: QtBot) -> None:
    chip = Chip("urban heat", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, chip.height() // 2))


def test_click_beside_the_cross_does_not_remove(qtbot: QtBot) -> None:
    chip = Chip("urban heat", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, chip.height() // 2))


def test_label_takes_no_keyboard(qtbot: QtBot) -> None:
    chip = Chip("urban heat")
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_chip_is_22_high_and_grows_with_its_word(qtbot: QtBot) -> None:
    short, long = Chip("fri"), Chip("heat vulnerability", "tag")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().height() == 22
    assert long.sizeHint().width() > short.sizeHint().width()
