"""The page Import and export in a window of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from hallway.ui.exchange.page import ExchangePage
from hallway.ui.frame.actions import Catalogue
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Navigator
from hallway.ui.frame.rooms import Frame
from hallway.usecases.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, filed: Desk) -> Iterator[ExchangePage]:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = ExchangePage(Frame(Bridge(filed), Navigator(), Catalogue(window)))
    window.setCentralWidget(made)
    window.resize(1100, 760)
    window.show()
    yield made
    if made.job is not None:
        made.job.wait()
    qtbot.wait(1)
