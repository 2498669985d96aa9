"""Every control is built and painted in both themes, at both ends of letter size, without a complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.theme import theme
from hallway.ui.theme.look import look
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.date_field import DatePopup
from tests.ui import gallery

PAGES = [gallery.controls, gallery.things, gallery.above, gallery.dates, gallery.first_run]


@pytest.fixture(params=[11, 13, 18])
def base(request: pytest.FixtureRequest) -> Iterator[int]:
    theme.choose_base(request.param)
    yield request.param
    theme.choose_base(13)


@pytest.mark.parametrize("make", PAGES)
def test_page_is_painted(qtbot: QtBot, theme_choice: str, base: int, make: Callable[[], QWidget]) -> None:
    window = make()
    qtbot.addWidget(window)
    window.show()
    image: QImage = window.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 20


@pytest.mark.parametrize("make", PAGES)
def test_page_follows_a_change_of_theme(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    window = make()
    qtbot.addWidget(window)
    window.show()
    light = window.grab().toImage()
    theme.choose_theme("dark")
    dark = window.grab().toImage()
    assert light.pixelColor(2, 300).lightness() > 128 > dark.pixelColor(2, 300).lightness()


@pytest.mark.parametrize("make", PAGES)
def test_every_button_has_a_name_and_is_big_enough(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    window = make()
    qtbot.addWidget(window)
    window.show()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button, Chip):
            assert button.accessibleName() or button.text(), button
            assert button.height() >= 22, (button.text(), button.height())


def test_menu_is_painted(qtbot: QtBot, theme_choice: str) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy\tCtrl+C")
    menu.addSeparator()
    menu.addMenu("More").addAction("One")
    checked = menu.addAction("Marked")
    checked.setCheckable(True)
    checked.setChecked(True)
    menu.setActiveAction(checked)
    assert not menu.grab().isNull()


def test_popup_stays_on_the_screen(qtbot: QtBot, dressed: QApplication) -> None:
    anchor = QWidget()
    qtbot.addWidget(anchor)
    screen: QRect = anchor.screen().availableGeometry()
    anchor.setGeometry(screen.right() - 40, screen.bottom() - 40, 30, 30)
    anchor.show()
    popup = DatePopup(anchor, gallery.read, gallery.TODAY)
    popup.ask_below(anchor, gallery.TODAY)
    card = popup.card.geometry().translated(popup.pos())
    assert screen.contains(card)


def test_signals_of_the_look_do_not_pile_up(qtbot: QtBot) -> None:
    before = look.receivers("2changed()")
    window = gallery.controls()
    qtbot.addWidget(window)
    assert look.receivers("2changed()") > before
    window.deleteLater()
    qtbot.waitUntil(lambda: look.receivers("2changed()") <= before, timeout=2000)
