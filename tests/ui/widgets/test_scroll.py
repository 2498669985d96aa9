"""A place that scrolls: what is new in it is painted once, and as large as it wants to be."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from tests.ui.house import settle

LONG = "Dear Adaeze, thank you for introducing me to Rosalind Achterberg on Thursday after the closing session."


class Told(Label):
    """Notes how much of itself had room whenever it was painted."""

    def __init__(self) -> None:
        super().__init__(LONG, wrap=True)
        self.painted: list[bool] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(self.height() >= self.heightForWidth(self.width()))
        super().paintEvent(event)


def shown(qtbot: QtBot) -> tuple[ScrollArea, QVBoxLayout]:
    content = QWidget()
    column = QVBoxLayout(content)
    area = ScrollArea(content)
    qtbot.addWidget(area)
    area.resize(260, 160)
    with qtbot.waitExposed(area):
        area.show()
    settle()
    return area, column


def test_what_is_new_is_never_painted_squeezed(qtbot: QtBot) -> None:
    area, column = shown(qtbot)
    alone, within = [Told() for _ in range(4)], [Told() for _ in range(4)]
    area.update()  # a picture is due in any case, as when a line was chosen beside it
    for label in alone:
        column.addWidget(label)
    for label in within:
        row = QHBoxLayout()
        row.addWidget(label)
        column.addLayout(row)
    settle()
    assert area.verticalScrollBar().maximum() > 0
    for label in (*alone, *within):
        area.ensureWidgetVisible(label)
        settle()
        assert label.painted and all(label.painted)


def test_what_is_hidden_or_in_no_layout_stays_so(qtbot: QtBot) -> None:
    area, column = shown(qtbot)
    hidden, loose = QLabel("hidden"), QLabel("loose", area.widget())
    hidden.hide()
    column.addWidget(hidden)
    column.addWidget(Told())
    settle()
    assert hidden.isHidden() and loose.isHidden()
