"""The field in which one says whom or what one wants to reach: a person, an organisation or a topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.suggest import Choice, Suggest
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import paths
from hallway.usecases.paths import TOPIC, Target


@dataclass(frozen=True, slots=True)
class TargetChoice(Choice):
    """A suggestion that knows what kind of thing it is."""

    kind: str = ""
    name: str = ""


class TargetField(TextField):
    """`chosen` carries a `Target`; `cleared` tells that the map is wanted without a way."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Person, organisation or topic"), icon="target", name=self.tr("Path to"))
        self.setProperty("finds", True)
        self._bridge = bridge
        self._shown = ""
        self.suggest = Suggest(self, self._find)
        self.suggest.chosen.connect(self._take)
        self.clear_button = icon_button("x", self.tr("Clear the path"), small=True)
        self.clear_button.setParent(self)
        self.clear_button.setVisible(False)
        self.clear_button.clicked.connect(self._clear)
        self.returnPressed.connect(self._take_best)

    def show_target(self, target: Target | None) -> None:
        """Show what is aimed at."""
        self._shown = target.name if target else ""
        self.setText(self._shown)
        self.setCursorPosition(0)
        self.clear_button.setVisible(target is not None)
        self.set_room_right(look.control_height(small=True) if target else 0)
        self._put_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_button()

    def _find(self, words: str) -> Sequence[Choice]:
        return [
            TargetChoice(self._said(hit.kind, hit.title, hit.detail), hit.id, hit.kind, hit.title)
            for hit in self._bridge.ask(paths.offered, words)
        ]

    def _said(self, kind: str, name: str, detail: str) -> str:
        more = self.tr("topic") if kind == TOPIC else detail
        return f"{name}  ·  {more}" if more else name

    def _take(self, choice: TargetChoice) -> None:
        self.chosen.emit(Target(choice.kind, choice.id, choice.name))

    def _take_best(self) -> None:
        if not self.text().strip():
            self._clear()
        elif self.text() != self._shown and (found := self._find(self.text())):
            best = found[0]
            assert isinstance(best, TargetChoice)
            self._take(best)

    def _clear(self) -> None:
        self.show_target(None)
        self.cleared.emit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_button(self) -> None:
        side = look.control_height(small=True)
        self.clear_button.setGeometry(self.width() - side - 2, (self.height() - side) // 2, side, side)
