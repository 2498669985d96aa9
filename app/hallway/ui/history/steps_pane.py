"""The steps, and the way back or forward to any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer

from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.history.delegates import StepDelegate
from hallway.ui.history.steps_model import StepRow, StepsModel
from hallway.ui.history.view import Pane
from hallway.ui.history.words import t, way_words, went_words
from hallway.ui.widgets.empty_view import EmptyView
from hallway.usecases import history
from hallway.usecases.history import Way


class StepsPane(Pane):
    """Everything that was done, newest first. The way is gone one step at each turn, so that the window stays awake."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.model = StepsModel(bridge)
        title, sentence = t("Nothing to take back yet"), t("Every step you take stands here, and can be taken back.")
        super().__init__(self.model, t("Steps, newest first"), EmptyView("rotate-ccw", title, sentence))
        self.model.setParent(self)
        self.list.setItemDelegate(StepDelegate(self.list))
        self.button.clicked.connect(self.go)
        self.list.activated.connect(self._to_button)
        self._travel: Iterator[Changes] | None = None
        self._is_back = False
        self._gone: list[Changes] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)

    def refresh(self) -> None:
        """Ask again, with the same step chosen, else the one where the record stands."""
        if self.is_going():
            return
        chosen = self.chosen()
        self.model.refresh()
        self.fit()
        row = self.model.row_of(chosen.id) if chosen else -1
        self.list.setCurrentIndex(self.model.index(row if row >= 0 else self.model.here()))
        self.show_offer()

    def choose_here(self) -> None:
        """Choose the step where the record stands."""
        self.list.setCurrentIndex(self.model.index(self.model.here()))

    def chosen(self) -> StepRow | None:
        """The chosen step or the beginning."""
        return self.model.row(self.list.currentIndex().row())

    def is_going(self) -> bool:
        """Whether a way is being gone."""
        return self._travel is not None

    def show_offer(self) -> None:
        way = self._way()
        self.words.set_text(way_words(way) if way else "")
        forward = way is not None and way.again > 0
        self.button.setText(self.tr("Forward to here") if forward else self.tr("Back to here"))
        self.button.setEnabled(way is not None and way.steps > 0 and not self.is_going())

    def go(self) -> None:
        """Go to the chosen step."""
        row, way = self.chosen(), self._way()
        if row is None or way is None or self.is_going():
            return
        self._is_back = way.back > 0
        self._gone, self._travel = [], history.travel(self._bridge.desk, row.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.setEnabled(False)
        self._turn.start()

    def _way(self) -> Way | None:
        row = self.chosen()
        try:
            return self._bridge.ask(history.way_to, row.id) if row else None
        except HallwayError:  # thinned out meanwhile; the list is asked again with the next step
            return None

    def _to_button(self) -> None:
        if self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> None:
        assert self._travel is not None
        try:
            self._gone.append(next(self._travel))
        except StopIteration:
            self._arrive()
        except HallwayError as error:
            self._arrive(error)
        else:
            self.words.set_text(self._gone[-1].label)

    def _arrive(self, error: HallwayError | None = None) -> None:
        """Tell the window once what the whole way changed, and how far it went where it could not go on."""
        self._turn.stop()
        self._travel = None
        if self._gone:
            self._bridge.changed.emit(_together(self._gone))
        else:
            self.refresh()
        self.choose_here()
        number = len(self._gone)
        words = went_words(Way(number, 0) if self._is_back else Way(0, number)) if number else ""
        said = f"{words}. {error.what}" if words and error else error.what if error else words
        if said:
            self._bridge.said.emit(said, False)


def _together(changes: list[Changes]) -> Changes:
    touched: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for one in changes:
        for kind, ids in one.touched.items():
            touched[kind] |= ids
    return Changes(touched=dict(touched), id=changes[-1].id)
