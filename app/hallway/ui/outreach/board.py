"""The board: five lanes over one model. Arrows go from card to card, with Ctrl they take the card along."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from hallway.ui.frame.faces import Faces, faces_of
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.board_model import CARD, BoardModel
from hallway.ui.outreach.card_delegate import CardDelegate
from hallway.ui.outreach.pane import Pane
from hallway.ui.parts.outreach_words import lane_words
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import NEVER, ScrollArea
from hallway.usecases import outreach

Key = Qt.Key
BESIDE = {Key.Key_Left: -1, Key.Key_Right: 1}
WITHIN = {Key.Key_Up: -1, Key.Key_Down: 1}
LEAST = 140
"""So wide is a lane at least."""


class Board(Pane):
    """Five lanes beside each other; with little room one scrolls along them."""

    has_panel = True

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.model = BoardModel(self)
        self.lanes = [Lane(self.model, at, faces_of(frame.bridge)) for at in range(self.model.rowCount())]
        self.resting = link("")
        self._showing = False
        self._build()
        self._connect()

    def show_now(self, chosen: int = 0) -> None:
        listed = self.frame.bridge.ask(outreach.everything)
        has_keyboard = any(lane.view.hasFocus() for lane in self.lanes)
        self._showing = True
        self.model.show_approaches(listed, self.frame.bridge.desk.clock.today())
        for at, lane in enumerate(self.lanes):
            lane.show_lane(self.model.lane(at))
        self.choose(chosen)
        if has_keyboard and self.model.place_of(chosen).isValid():
            self.focus_card(chosen)
        self._showing = False
        resting = len(listed) - sum(len(self.model.cards(at)) for at in range(len(self.lanes)))
        self.resting.setText(self.tr("%n at rest", "", resting))
        self.resting.setVisible(bool(resting))

    def focus_first(self) -> None:
        self.focus_card()

    def choose(self, outreach_id: int) -> None:
        place = self.model.place_of(outreach_id)
        for at, lane in enumerate(self.lanes):
            here = place.isValid() and place.parent().row() == at
            lane.view.mark(place if here else QModelIndex())
            if here:
                self.area.ensureWidgetVisible(lane, 0, 0)

    def current(self) -> int:
        """The card that is marked, 0 for none."""
        found = (lane.view.selectedIndexes() for lane in self.lanes)
        return next((ones[0].data(CARD).one.id for ones in found if ones), 0)

    def focus_card(self, outreach_id: int = 0) -> None:
        """Put the keyboard on a card: this one, the marked one, else the first."""
        wanted = self.model.place_of(outreach_id or self.current())
        filled = next((at for at in range(len(self.lanes)) if self.model.cards(at)), 0)
        lane = wanted.parent().row() if wanted.isValid() else filled
        self.lanes[lane].view.enter(wanted.row() if wanted.isValid() else 0)

    def carry_to(self, outreach_id: int, lane: int, below: int) -> None:
        """Move a card to a lane, before another card or (0) to its end; the keyboard stays with it."""
        self.came_to.emit(outreach_id)
        self.frame.bridge.do(outreach.move_to_lane, outreach_id, lane, below)

    def _go_beside(self, lane: int, by: int) -> None:
        """To the card at the same height in the next lane that has any."""
        row, at = max(self.lanes[lane].view.currentIndex().row(), 0), lane + by
        while 0 <= at < len(self.lanes) and not self.model.cards(at):
            at += by
        if 0 <= at < len(self.lanes):
            self.lanes[at].view.enter(min(row, len(self.model.cards(at)) - 1))

    def _carry(self, lane: int, key: int) -> None:
        """Ctrl and an arrow: the card goes to the lane beside it, or one place up or down."""
        index = self.lanes[lane].view.currentIndex()
        if not index.isValid():
            return
        card, cards = index.data(CARD).one.id, self.model.cards(lane)
        if key in BESIDE:
            to = lane + BESIDE[Key(key)]
            if 0 <= to < len(self.lanes):
                self.carry_to(card, to, 0)
            return
        to = index.row() + WITHIN[Key(key)]
        if 0 <= to < len(cards):
            below = cards[to].one.id if key == Key.Key_Up else (cards[to + 1].one.id if to + 1 < len(cards) else 0)
            self.carry_to(card, lane, below)

    def _come_to(self, index: QModelIndex) -> None:
        if self._showing or not index.isValid():
            return
        chosen = index.data(CARD).one.id
        for at, lane in enumerate(self.lanes):
            if at != index.parent().row():
                lane.view.mark(QModelIndex())
        self.came_to.emit(chosen)

    def _connect(self) -> None:
        for at, lane in enumerate(self.lanes):
            lane.view.beside.connect(lambda by, at=at: self._go_beside(at, by))
            lane.view.carried.connect(lambda key, at=at: self._carry(at, key))
            lane.view.came_to.connect(self._come_to)
            lane.view.activated.connect(lambda index: self.opened.emit(index.data(CARD).one.id))
            lane.view.menu_wanted.connect(lambda index, spot: self.menu_wanted.emit(index.data(CARD).one.id, spot))
        # Only once Qt has ended the drag: the board is filled anew then.
        self.model.dropped.connect(
            lambda card, lane, below: QTimer.singleShot(0, self, lambda: self.carry_to(card, lane, below))
        )
        self.resting.clicked.connect(lambda: self.view_wanted.emit("list"))

    def _build(self) -> None:
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for lane in self.lanes:
            row.addWidget(lane, 1)
        self.area = ScrollArea(across, both_ways=True)
        self.area.setVerticalScrollBarPolicy(NEVER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.area, 1)
        column.addWidget(self.resting, 0, Qt.AlignmentFlag.AlignLeft)
        self.resting.hide()


class Lane(SoftPanel):
    """A lane: its name, how many there are, what it means, and the cards."""

    def __init__(self, model: BoardModel, at: int, faces: Faces) -> None:
        super().__init__("rail", padding=8)
        self._words, meaning = lane_words()[at]
        look.changed.connect(self._fit)
        self._fit()
        self.title, self.count = Label(self._words, "strong", elide=True), Label("", "body", "text2")
        self.view = LaneView(model, at, faces)
        head = QHBoxLayout()
        head.setContentsMargins(4, 6, 4, 0)
        head.setSpacing(5)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(4, 0, 4, 4)
        below.addWidget(Label(meaning, "small", "text2", elide=True))
        self.body.setSpacing(2)
        self.body.addLayout(head)
        self.body.addLayout(below)
        self.body.addWidget(self.view, 1)

    def _fit(self) -> None:
        self.setMinimumWidth(look.scaled(LEAST))

    def show_lane(self, root: QModelIndex) -> None:
        """Show the cards below an index of the model."""
        self.view.setRootIndex(root)
        count = self.view.model().rowCount(root)
        self.count.set_text(str(count) if count else "")
        self.view.setAccessibleName(self.tr("{lane}, {count}").format(lane=self._words, count=count))


class LaneView(QListView):
    """The cards of one lane. `beside` and `carried` tell where the arrows lead beyond it."""

    beside = Signal(int)
    carried = Signal(int)
    came_to = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: BoardModel, at: int, faces: Faces) -> None:
        super().__init__()
        self.setModel(model)
        self.setRootIndex(model.lane(at))
        self.setItemDelegate(CardDelegate(self, faces))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMinimumWidth(80)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.came_to)

    def mark(self, index: QModelIndex) -> None:
        """Mark one card, or none; without telling."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        elif self.selectionModel().hasSelection():
            self.clearSelection()

    def enter(self, row: int) -> None:
        """Take the keyboard, on a card."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        index = self.model().index(row, 0, self.rootIndex())
        if index.isValid():
            self.setCurrentIndex(index)
            self.came_to.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrow = key in BESIDE or key in WITHIN
        if arrow and held == Qt.KeyboardModifier.ControlModifier:
            self.carried.emit(int(key))
        elif key in BESIDE and not held:
            self.beside.emit(BESIDE[key])
        elif key == Key.Key_Menu and self.currentIndex().isValid():
            self._ask_menu()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if arrow and self.currentIndex() != before:
                self.came_to.emit(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.came_to.emit(index)
            self.menu_wanted.emit(index, event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens what is below, once."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.activated.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to a card, where there is one, and leaves the marked one marked: it only goes by."""
        super().focusInEvent(event)
        root, nothing = self.rootIndex(), QItemSelectionModel.SelectionFlag.NoUpdate
        if not self.currentIndex().isValid() and self.model().rowCount(root):
            self.selectionModel().setCurrentIndex(self.model().index(0, 0, root), nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _ask_menu(self) -> None:
        index = self.currentIndex()
        spot = self.visualRect(index).center()
        self.menu_wanted.emit(index, self.viewport().mapToGlobal(spot))
