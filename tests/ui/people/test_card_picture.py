"""The picture of a card or badge on a person's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.photo import CARD_SIDE, cleaned
from hallway.ui.people.card_picture import CardPicture
from hallway.ui.people.details import Details
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import capturing, people
from hallway.usecases.desk import Desk
from tests.makers import add_person


@pytest.fixture
def ada(desk: Desk) -> int:
    """Ada, whose card was kept."""
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    id_ = add_person(desk, "Ada Lovelace")
    desk.do(capturing.set_card, id_, cleaned(image, CARD_SIDE))
    return id_


def test_a_card_is_shown_small_and_large(qtbot: QtBot, desk: Desk, ada: int) -> None:
    details = Details(Bridge(desk))
    qtbot.addWidget(details)
    details.resize(900, 700)
    details.show()
    details.show_person(desk.ask(people.person, ada))
    card = details.findChild(CardPicture)
    assert card is not None and card.isVisible()
    middle = card.small.grab().toImage().pixelColor(card.small.width() // 2, card.small.height() // 2)
    assert middle.green() > 100 > middle.red()
    qtbot.keyClick(card.small, Qt.Key.Key_Return)
    panel = details.findChild(OverlayPanel)
    assert panel is not None and panel.isVisible()
    shown = next(label for label in panel.findChildren(QLabel) if not label.pixmap().isNull())
    assert 400 < shown.pixmap().width() <= 900
    assert shown.accessibleName() == "Card or badge of Ada Lovelace"
    panel.close_panel()


def test_it_is_taken_away_and_brought_back(qtbot: QtBot, desk: Desk, ada: int) -> None:
    card = CardPicture(Bridge(desk))
    qtbot.addWidget(card)
    assert card.show_person(ada, "Ada Lovelace")
    qtbot.mouseClick(card.away, Qt.MouseButton.LeftButton)
    assert not card.show_person(ada, "Ada Lovelace") and card.isHidden()
    desk.undo()
    assert card.show_person(ada, "Ada Lovelace")


def test_without_a_card_there_is_no_row(qtbot: QtBot, desk: Desk) -> None:
    details = Details(Bridge(desk))
    qtbot.addWidget(details)
    details.show()
    details.show_person(desk.ask(people.person, add_person(desk, "Bo Ek")))
    assert details.card.isHidden() and details.card.enlarge() is None
    assert all(label.isHidden() for label in details.findChildren(QLabel) if label.text() == "Card or badge")
