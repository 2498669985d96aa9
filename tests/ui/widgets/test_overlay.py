"""Overlays: the keyboard stays inside, Escape closes, focus comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.overlay import OverlayPanel


def page_field(window: QWidget) -> QLineEdit:
    field = window.findChild(QLineEdit, "page")
    assert field is not None
    return field


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    result = QWidget()
    result.resize(900, 600)
    QLineEdit(result).setObjectName("page")
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is result)
    page_field(result).setFocus()
    return result


@pytest.fixture
def panel(window: QWidget) -> OverlayPanel:
    result = OverlayPanel(window, title="Someone you just met")
    result.body.addWidget(QLineEdit())
    foot = result.foot()
    foot.addWidget(quiet("Cancel"))
    foot.addWidget(primary("Save"))
    result.open()
    return result


def test_first_field_has_the_keyboard(panel: OverlayPanel) -> None:
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert panel.card.isAncestorOf(focused())


def test_tab_goes_round_inside(panel: OverlayPanel, qtbot: QtBot) -> None:
    seen = []
    for _ in range(5):
        now = focused()
        assert panel.card.isAncestorOf(now)
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert seen[4] is seen[0] and len(set(seen[:4])) == 4


def test_shift_tab_goes_back(panel: OverlayPanel, qtbot: QtBot) -> None:
    first = QApplication.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is first


def test_escape_closes_and_gives_the_keyboard_back(panel: OverlayPanel, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is page_field(window)


def test_click_beside_the_card_closes(panel: OverlayPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not panel.isVisible()


def test_click_on_the_card_does_not(panel: OverlayPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert panel.isVisible()


def test_it_covers_the_window_after_a_resize(panel: OverlayPanel, window: QWidget) -> None:
    window.resize(1000, 700)
    assert panel.size() == window.size()
    assert panel.rect().contains(panel.card.geometry())
