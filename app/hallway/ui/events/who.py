"""Who is at an event: those one knows, those one wants to meet, those met there; and who works on one's topics."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hallway.ui.events.met_here import MetRow
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.label import Label
from hallway.usecases import wishes
from hallway.usecases.wishes import Wished

MOST = 200
Someone = tuple[int, str, str]


class WhoIsThere(QScrollArea):
    """Headed lists; Enter or a click opens somebody."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def show_event(self, event_id: int, wanted: Sequence[Wished], met: Sequence[Someone]) -> int:
        """Show whom one wants to meet and met, and ask whom one knows there; returns how many they are."""
        known = self._frame.bridge.ask(wishes.known_there, event_id)
        wished = tuple((one.wish.person_id, one.wish.person, one.wish.reason or one.wish.line) for one in wanted)
        parts = (
            (self.tr("You would like to meet"), wished), (self.tr("You know them, and they speak here"), known),
            (self.tr("Met here"), met),
        )  # fmt: skip
        if (event_id, parts) != self._shown:
            self._shown = (event_id, parts)
            self._fill(parts)
        return len({id_ for _, people in parts for id_, *_ in people})

    def _fill(self, parts: Sequence[tuple[str, Sequence[Someone]]]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 8, 20)
        column.setSpacing(0)
        for heading, people in parts:
            if people:
                column.addSpacing(8)
                column.addWidget(Label(f"{heading}  {len(people)}", "section", "text2"))
                for one in people[:MOST]:
                    column.addWidget(self._row(one))
        if not any(people for _, people in parts):
            words = self.tr("Nobody yet. A programme brings the speakers along.")
            column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)

    def _row(self, one: Someone) -> MetRow:
        row = MetRow(self._frame.bridge)
        row.show_person(*one)
        row.clicked.connect(lambda _=False, id_=one[0]: self._frame.navigator.go(Place("people", "person", id_)))
        return row
