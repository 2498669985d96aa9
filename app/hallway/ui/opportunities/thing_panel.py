"""A thing to share with the people who would want it, why, and to whom it went."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.sharing import Resource
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.opportunities.thing_form import open_thing
from hallway.ui.parts.face import Face
from hallway.ui.parts.message_panel import Writing, open_message
from hallway.ui.parts.web import is_safe
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import TitleLink, icon_button, link, secondary, small
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import sharing
from hallway.usecases.sharing import Wanter

WIDTH, FACE = 380, 32


class ThingPanel(Ground):
    """Tab goes from person to person; Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame, self._one = frame, Resource("")
        self._wanters: tuple[Wanter, ...] = ()
        self.title = Label("", "title", wrap=True)
        self.address, self.words = link("", "external-link"), Label("", "body", "text2", wrap=True)
        self.heading = Label("", "section", "text2")
        self.change = secondary(self.tr("Change…"), "pencil")
        self.gone = icon_button("trash-2", self.tr("Take this away"), "secondary")
        self.rows: list[WanterRow] = []
        self._people = QVBoxLayout()
        self._build()

    def people(self) -> tuple[int, ...]:
        """Who would want it."""
        return tuple(one.match.person_id for one in self._wanters)

    def show_this(self, one: Resource) -> None:
        """Show another thing, or the same anew."""
        self._one = one
        self.title.set_text(one.title)
        self.address.setText(one.link.partition("://")[2][:60].replace("&", "&&"))
        self.address.setAccessibleName(self.tr("Open {address}").format(address=one.link))
        self.address.setVisible(is_safe(one.link))
        about = " ".join(one.text.split())
        self.words.set_text(about if len(about) <= 280 else f"{about[:280].rsplit(' ', 1)[0]}…")
        self.words.setVisible(bool(about))
        self._show_people(self._frame.bridge.ask(sharing.wanters, one))

    def focus_first(self) -> None:
        """On the first person, or on what can be changed."""
        first = self.rows[0].write if self.rows else self.change
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_people(self, wanters: tuple[Wanter, ...]) -> None:
        self._wanters = wanters
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        today = self._frame.bridge.desk.clock.today()
        self.rows = [WanterRow(self._frame, one, today) for one in wanters]
        for row in self.rows:
            row.wanted.connect(self._write)
            self._people.addWidget(row)
        nobody = self.tr("Nobody in your record comes close to it yet")
        self.heading.set_text(self.tr("Who would want this") if wanters else nobody)

    def _write(self, one: Wanter) -> None:
        """The message; sent, it is logged and kept as a favour."""
        bridge, thing = self._frame.bridge, self._one
        title = self.tr("Share with {name}").format(name=one.match.name)
        run = lambda words: bridge.do(sharing.shared, thing, one.match.person_id, words)  # noqa: E731
        open_message(bridge, self.window(), Writing(title, sharing.message(thing, one.match), run=run))

    def _open_address(self) -> None:
        if is_safe(self._one.link):
            QDesktopServices.openUrl(QUrl(self._one.link))

    def _build(self) -> None:
        self.setFixedWidth(look.scaled(WIDTH))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 20, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.address, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)
        column.addWidget(self.heading)
        self._people.setSpacing(12)
        column.addLayout(self._people)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 20)
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.gone)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollArea(content), 1)
        outer.addLayout(foot)
        bridge = self._frame.bridge
        self.address.clicked.connect(self._open_address)
        self.change.clicked.connect(lambda: open_thing(bridge, self.window(), self._one))
        self.gone.clicked.connect(lambda: bridge.do(sharing.remove, self._one.id))


class WanterRow(QWidget):
    """Somebody who would want it, and why."""

    wanted = Signal(object)

    def __init__(self, frame: Frame, one: Wanter, today: date) -> None:
        super().__init__()
        match = one.match
        self.name = TitleLink(match.name)
        self.write = small(self.tr("Write"), "send")
        self.write.setAccessibleName(self.tr("Write to {name}").format(name=match.name))
        reasons = [f"{reason.rstrip('.')}." for reason in match.reasons]
        if one.sent_on is not None:
            reasons.insert(0, self.tr("Already sent on {day}.").format(day=say_day(one.sent_on, today)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(Label(" ".join(reasons), "small", "text2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Face(frame.bridge, match.person_id, match.name, FACE), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        self.name.clicked.connect(lambda: frame.navigator.go(Place("people", "person", match.person_id)))
        self.write.clicked.connect(lambda: self.wanted.emit(one))
