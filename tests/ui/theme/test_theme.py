"""Dressing the application: fonts, palette, letter size, density, motion."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.theme import theme
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import LETTERING, font, line_height, width


def test_bundled_letters_are_used() -> None:
    assert QFontInfo(font("body")).family() == "Inter"
    assert QFontInfo(font("title")).family() == "Inter Display"


@pytest.mark.parametrize("role", list(LETTERING))
def test_weight_asked_for_is_the_weight_got(role: str) -> None:
    assert QFontInfo(font(role)).weight() == LETTERING[role].weight  # type: ignore[index,arg-type]


def test_name_is_as_wide_as_designed() -> None:
    assert width("strong", "Adaeze Nwosu") == pytest.approx(93.8, abs=0.3)


def test_letters_never_fall_below_11_px() -> None:
    theme.choose_base(11)
    assert font("caption").pixelSize() == 11
    theme.choose_base(13)


def test_everything_grows_with_the_base() -> None:
    before = (font("title").pixelSize(), line_height("body"), look.row_height(), look.control_height())
    theme.choose_base(18)
    after = (font("title").pixelSize(), line_height("body"), look.row_height(), look.control_height())
    theme.choose_base(13)
    assert all(new > old for old, new in zip(before, after, strict=True))


def test_base_stays_within_bounds() -> None:
    theme.choose_base(40)
    assert look.base_px == 18
    theme.choose_base(13)


def test_density_changes_rows_and_tells(qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed, timeout=500):
        theme.choose_density("compact")
    assert look.row_height() == 40


def test_no_motion_means_no_time() -> None:
    theme.choose_motion(False)
    assert look.duration(120) == 0
    theme.choose_motion(True)
    assert look.duration(120) == 120


def test_theme_reaches_the_palette(dressed: QApplication, theme_choice: str) -> None:
    assert tokens().name == theme_choice
    assert dressed.palette().color(QPalette.ColorRole.Window) == tokens().window


def test_system_choice_gives_one_of_the_two() -> None:
    theme.choose_theme("system")
    assert tokens().name in ("light", "dark")


def test_button_ground_is_the_accent(qtbot: QtBot, theme_choice: str) -> None:
    button = QPushButton("Save")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(120, 32)
    assert button.grab().toImage().pixelColor(6, 16) == tokens().accent


def test_focus_ring_is_drawn_around_a_button_reached_by_tab(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    first, second = QPushButton("First"), QPushButton("Second")
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.wait(20)
    assert second.hasFocus()
    assert ring_pixel(window, second) == tokens().accent


def ring_pixel(window: QWidget, widget: QWidget) -> object:
    image: QImage = window.grab().toImage()
    place = widget.geometry()
    return image.pixelColor(place.left() - 3, place.center().y())


def test_calls_that_return_nothing_keep_their_references() -> None:
    """Some PySide6 releases lose a reference to None on each such call, and die after thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -100
