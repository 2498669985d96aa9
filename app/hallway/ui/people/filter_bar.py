"""The conditions the list is narrowed by, as chips, with a way to keep them under a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.ui.people.filter_words import say
from hallway.ui.widgets.button import link
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.text_field import TextField
from hallway.usecases.views import Condition


class NameField(TextField):
    """Asks for a name in place: Enter keeps it, Escape lets it be."""

    kept = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.kept.emit(self.text())
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """``removed`` tells a condition taken off; ``save_wanted`` that this list should get a name."""

    removed = Signal(object)
    save_wanted = Signal()
    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[Chip] = []
        self._shown: tuple[str, ...] = ()
        self._saved = False
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self.save = link(self.tr("Save this view…"))
        self.save.setParent(self)
        self.save.hide()
        self.name = NameField(self.tr("Name of this view"))
        self.name.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._row, self.save, self.name):
            column.addWidget(part)
        self.hide()
        self.save.clicked.connect(self.save_wanted)
        self.name.kept.connect(self._keep)
        self.name.left.connect(self.stop_naming)

    def show_conditions(self, conditions: Sequence[Condition], names: Sequence[str], *, saved: bool) -> None:
        """Show a chip for each condition; one that is kept under a name needs no saving."""
        texts = tuple(say(one, name) for one, name in zip(conditions, names, strict=True))
        if texts != self._shown:
            self._fill(conditions, texts)
        self._saved = saved
        self._row.setVisible(bool(texts))
        self._fit()

    def ask_name(self, name: str = "") -> None:
        """Ask for a name, starting from one."""
        self.name.setText(name)
        self.name.show()
        self._fit()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_naming(self) -> None:
        """Put the field away."""
        had = self.name.hasFocus()
        self.name.hide()
        self._fit()
        if had:
            self.left.emit()

    def _keep(self, name: str) -> None:
        self.name.hide()
        self._fit()
        self.left.emit()
        self.named.emit(name)

    def _fill(self, conditions: Sequence[Condition], texts: tuple[str, ...]) -> None:
        had = any(chip.hasFocus() for chip in self.chips)
        self._shown, self.chips = texts, []
        self._flow.clear()
        for condition, text in zip(conditions, texts, strict=True):
            chip = Chip(text, removable=True)
            chip.setAccessibleName(self.tr("{condition}, Delete takes it off").format(condition=text))
            chip.setToolTip(text)
            for pressed in (chip.removed, chip.clicked):
                pressed.connect(lambda *_, one=condition: self.removed.emit(one))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        if had and self.chips:
            self.chips[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            self.left.emit()

    def _fit(self) -> None:
        self.save.setVisible(bool(self._shown) and not self._saved and self.name.isHidden())
        self.setVisible(bool(self._shown) or not self.name.isHidden())
        self._row.updateGeometry()
