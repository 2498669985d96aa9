"""Naming a need of the mentor map: a new one, or one that is called otherwise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import mentors
from hallway.usecases.mentors import Need


class NeedForm(OverlayPanel):
    """Enter keeps, Escape leaves; `kept` tells the need."""

    kept = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget, need: Need | None) -> None:
        title = window.tr("Call it otherwise") if need else window.tr("What would you turn to somebody for?")
        super().__init__(window, title=title, width=440)
        self._bridge, self._need = bridge, need
        self.name = TextField(self.tr("Teaching, grants, life abroad"), name=self.tr("What you turn to others for"))
        self.name.setText(need.name if need else "")
        self.name.selectAll()
        self.message = InlineMessage("", tone="amber")
        self.message.hide()
        self.body.addWidget(self.name)
        self.body.addWidget(self.message)
        leave, keep = quiet(self.tr("Cancel")), primary(self.tr("Keep"), keys="Enter")
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(keep)
        leave.clicked.connect(self.close_panel)
        keep.clicked.connect(self.write)
        self.name.returnPressed.connect(self.write)
        bridge.refused.connect(self._hear)

    def write(self) -> None:
        """Keep the name."""
        if self._need is not None:
            done = self._bridge.do(mentors.rename, self._need.id, self.name.text())
        else:
            done = self._bridge.do(mentors.add, self.name.text())
        if done is not None:
            self.close_panel()
            self.kept.emit(done.value)

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self.message.set_text(error.sentence)
            self.message.show()


def open_need(frame: Frame, need: Need | None = None) -> NeedForm:
    """Open the form over the window for a new need, or one to call otherwise; then show it."""
    window = frame.catalogue.parent()
    assert isinstance(window, QWidget)
    form = NeedForm(frame.bridge, window, need)
    form.closed.connect(form.deleteLater)
    form.kept.connect(lambda id_: frame.navigator.go(Place("outreach", "mentors", id_)))
    form.open(form.name)
    return form
