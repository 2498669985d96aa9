"""A favour written down or changed: who, which way, what it was, and when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from hallway.domain.sharing import Favour
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_field
from hallway.ui.parts.favour_words import direction_words, favour_words
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import sharing


class FavourForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves; `kept` tells which one."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, one: Favour) -> None:
        super().__init__(bridge, window, self.tr("A favour"), width=520)
        self._one = one
        self.who = PersonPicker(bridge, self.tr("Who it was"), one=True)
        choices = [(key, words, "") for key, words in direction_words().items()]
        self.way = SegmentedControl(choices, name=self.tr("Which way it went"))
        self.kind = QComboBox()
        self.text = TextField(self.tr("Her script for distributed lags"), name=self.tr("A few words about it"))
        self.day = day_field(bridge.desk.clock.today(), self.tr("Today"), past=True)
        self._build()
        self._show(one)

    def write(self) -> None:
        """Keep what is written; what is missing is said and stays in the form."""
        today = self._bridge.desk.clock.today()
        new = replace(
            self._one, person_id=next(iter(self.who.ids()), 0), direction=self.way.current(),
            kind=self.kind.currentData(), text=self.text.text().strip(), on=self.day.day() or today,
        )  # fmt: skip
        if new.id:
            if self._bridge.do(sharing.change_favour, new) is not None:
                self.close_panel()
        elif (done := self._bridge.do(sharing.add_favour, new)) is not None:
            self.close_panel()
            self.kept.emit(done.value)

    def first(self) -> QWidget:
        """Where one begins."""
        return self.text if self.who.ids() else self.who.field

    def _show(self, one: Favour) -> None:
        self.who.set_people([one.person_id] if one.person_id else [])
        self.way.choose(one.direction)
        for key, words in favour_words().items():
            self.kind.addItem(words, key)
        self.kind.setCurrentIndex(self.kind.findData(one.kind))
        self.text.setText(one.text)
        self.day.set_day(one.on or self._bridge.desk.clock.today())

    def _build(self) -> None:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Who it was"), self.who), (self.tr("Which way it went"), self.way),
            (self.tr("What it was"), self.kind), (self.tr("A few words about it"), self.text),
            (self.tr("When"), self.day),
        ]  # fmt: skip
        for words, field in rows:
            self.body.addLayout(named(words, field))
        self.finish_form()


def open_favour(bridge: Bridge, window: QWidget, one: Favour | None = None) -> FavourForm:
    """Open the form over the window."""
    form = FavourForm(bridge, window, one or Favour(0))
    form.closed.connect(form.deleteLater)
    form.open(form.first())
    return form
