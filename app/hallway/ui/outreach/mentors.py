"""The mentor map: what one turns to others for, whom one has for it, and where there is room for somebody."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from hallway.domain.folding import fold
from hallway.domain.listing import listed
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.beside import Beside
from hallway.ui.outreach.mentor_form import open_need
from hallway.ui.outreach.mentor_panel import MentorPanel
from hallway.ui.outreach.pane import Pane
from hallway.ui.outreach.row_list import RowList
from hallway.ui.outreach.rows import Row
from hallway.ui.parts.outreach_words import short_date
from hallway.ui.theme.icons import icon
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.label import Label
from hallway.usecases import mentors
from hallway.usecases.mentors import Row as NeedRow

ICONS: Final = {
    "career": "compass", "method": "flask-conical", "writing": "pencil", "feedback": "message-square",
    "sponsor": "megaphone", "peers": "users-round", "belonging": "house", "industry": "building-2",
}  # fmt: skip
MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NeedList(RowList):
    """Ctrl and an arrow move a need, F2 calls it otherwise, Delete takes it off."""

    def __init__(self, pane: Mentors) -> None:
        super().__init__(pane.tr("What you turn to others for"), faces_of(pane.frame.bridge))
        self._pane = pane

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and key in MOVES:
            self._pane.move_need(MOVES[key])
        elif key == Qt.Key.Key_F2:
            self._pane.rename()
        elif key == Qt.Key.Key_Delete:
            self._pane.take_off()
        else:
            super().keyPressEvent(event)


class Mentors(Pane):
    """Arrows choose a need, Enter goes to its people, Escape comes back."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.said = Label("", "body", "text2", elide=True)
        self.add = secondary(self.tr("Add a need…"), "plus")
        self.list, self.panel = NeedList(self), MentorPanel(frame)
        self.both = Beside(self.list, self.panel)
        self._rows: tuple[NeedRow, ...] = ()
        self._name = ""
        self._build()
        self.list.came_to.connect(self._show_one)
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._open_menu)
        self.panel.left.connect(self.both.close_card)
        self.panel.more_wanted.connect(self._open_menu)
        self.add.clicked.connect(lambda: open_need(self.frame))

    def show_now(self, chosen: int = 0) -> None:
        before = self.list.chosen()
        self._rows = self.frame.bridge.ask(mentors.needs)
        # A need that comes with Hallway gets another number with the first change: its name stays.
        known = {row.need.name: row.need.id for row in self._rows}
        chosen = before if before in known.values() else known.get(self._name, 0)
        self.list.show_rows([self._row(row) for row in self._rows], chosen)
        self._say()
        self._show_one(self.list.chosen())

    def go_to(self, id_: int) -> None:
        """Show one need."""
        self.list.choose(id_)
        self._show_one(self.list.chosen())
        self.both.open_card()

    def focus_first(self) -> None:
        if self.list.isHidden():
            self.panel.focus_first()
        else:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def move_need(self, by: int) -> None:
        """Bring the chosen need up or down."""
        self.frame.bridge.do_quietly(mentors.move, self.list.chosen(), by)

    def rename(self) -> None:
        """Call the chosen need otherwise."""
        open_need(self.frame, self._chosen().need)

    def take_off(self) -> None:
        """Take the chosen need off the map."""
        self.frame.bridge.do(mentors.remove, self.list.chosen())

    def menu(self) -> QMenu:
        """What can be done with the chosen need."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, mark, run in (
            (self.tr("Call it otherwise…\tF2"), "pencil", self.rename),
            (self.tr("Move up\tCtrl+Up"), "arrow-up", lambda: self.move_need(-1)),
            (self.tr("Move down\tCtrl+Down"), "arrow-down", lambda: self.move_need(1)),
            (self.tr("Take it off the map\tDelete"), "trash-2", self.take_off),
        ):
            menu.addAction(icon(mark), words).triggered.connect(run)
        return menu

    def _chosen(self) -> NeedRow:
        return next(row for row in self._rows if row.need.id == self.list.chosen())

    def _show_one(self, id_: int) -> None:
        row = next((row for row in self._rows if row.need.id == id_), None)
        self.both.want_card(row is not None)
        if row is not None:
            self._name = row.need.name
            self.panel.show_need(row)

    def _open(self, id_: int) -> None:
        self._show_one(id_)
        self.both.open_card()
        self.panel.focus_first()

    def _open_menu(self, id_: int, spot: QPoint) -> None:
        self.menu().popup(spot)

    def _say(self) -> None:
        """How much of the map is filled, kindly."""
        empty = [row.need.name for row in self._rows if not row.people]
        if not empty:
            words = self.tr("Somebody stands everywhere. One person may stand at several.")
        elif len(empty) == len(self._rows):
            words = self.tr("Many people for different things. Begin with one.")
        else:
            words = self.tr("Room for somebody: {needs}").format(needs=listed(empty, 3))
        self.said.set_text(words)

    def _row(self, row: NeedRow) -> Row:
        need, names = row.need, [name for _, name, _ in row.people]
        line = listed(names, 3) if names else self.tr("Nobody yet. Who could it be?")
        mark = ICONS.get(fold(need.name), "life-buoy")
        right = self.tr("Ask {day}").format(day=short_date(need.next_on)) if need.next_on else ""
        people = tuple((id_, name) for id_, name, _ in row.people)
        return Row(need.name, line, right, need.id, icon=mark, hue="green" if names else "slate", beside=people)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.said, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.both, 1)
