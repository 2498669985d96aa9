"""Noting what somebody reached, or the user; or putting it right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from hallway.domain.achievements import KINDS, Achievement
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.news_words import kind_words
from hallway.ui.parts.words_value import partial_date
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import achievements


class NewsForm(SoftPanel):
    """Enter in a field or Keep writes it, Escape leaves it; `left` when it closes."""

    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(padding=10)
        self._bridge = bridge
        self._one = Achievement("")
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What kind of news"))
        self.title = TextField(self.tr("In a few words"), name=self.tr("The news in a few words"))
        self.on_day = partial_date(bridge.desk.clock.today(), self.tr("When it was"), self.tr("not known"))
        self.link = TextField(self.tr("Link or DOI"), name=self.tr("Where to read about it"))
        self.keep = Button(self.tr("Keep"), "secondary", small=True)
        self.leave = Button(self.tr("Leave it"), "quiet", small=True)
        self.remove = Button(self.tr("Remove"), "quiet", small=True)
        self._build()

    def begin(self, one: Achievement) -> None:
        """Start from one; without an id it is new."""
        self._one = one
        self.kind.setCurrentIndex(KINDS.index(one.kind))
        self.title.setText(one.title)
        self.on_day.set_value(one.on_day)
        self.link.setText(one.link)
        self.remove.setVisible(bool(one.id))
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def write(self) -> None:
        """Keep it; what is refused, or was not understood, stays to be put right."""
        if not self.on_day.finish():
            reveal(self)
            return
        written = replace(
            self._one, title=self.title.text(), kind=self.kind.currentData(), on_day=self.on_day.value(),
            link=self.link.text(),
        )  # fmt: skip
        if written.id:
            done = self._bridge.do(achievements.change, written) is not None
        else:
            done = self._bridge.do(achievements.add, written) is not None
        if done:
            self.close_form()

    def close_form(self) -> None:
        """Put it away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if self._bridge.do(achievements.remove, self._one.id) is not None:
            self.close_form()

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(kind_words(kind), kind)
        when, label = QHBoxLayout(), Label(self.tr("When"), "caption", "text3")
        label.setMinimumHeight(look.control_height(small=True))
        when.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.on_day, 1)
        foot = QHBoxLayout()
        for button in (self.keep, self.leave, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.setSpacing(6)
        self.body.addWidget(self.title)
        self.body.addWidget(self.kind)
        self.body.addLayout(when)
        self.body.addWidget(self.link)
        self.body.addLayout(foot)
        for field in (self.title, self.link):
            field.returnPressed.connect(self.write)
        self.keep.clicked.connect(self.write)
        self.leave.clicked.connect(self.close_form)
        self.remove.clicked.connect(self._remove)
        self.leave.setAccessibleName(self.tr("Leave it: this news"))
        self.keep.setAccessibleName(self.tr("Keep this news"))
        self.hide()
