"""The navigation rail: find, "I met someone", the rooms, and where the data is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hallway.ui.frame.rooms import Room
from hallway.ui.theme import icons, paint
from hallway.ui.theme.keycaps import caps_width, draw_caps
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.type import TextRole
from hallway.ui.widgets.card import Ground, Hairline
from hallway.ui.widgets.illustration import Mark
from hallway.ui.widgets.label import Label

WIDE, NARROW = 204, 56
MARGIN = 10


class Rail(Ground):
    """The left edge of the window; `chosen` carries the key of a room."""

    chosen = Signal(str)
    find_wanted = Signal()
    capture_wanted = Signal()

    def __init__(self, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self.setAccessibleName(self.tr("Rooms"))
        self._rows = {room.key: RailRow(room) for room in rooms}
        self._group = QButtonGroup(self)
        self.finder = FindButton()
        self.met = MetButton()
        self.saved = SavedNote()
        self._name = Label("Hallway", "heading")
        self._build(rooms)
        self.finder.clicked.connect(self.find_wanted)
        self.met.clicked.connect(self.capture_wanted)
        look.changed.connect(self._restyle)

    is_narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        self.is_narrow = narrow
        self.setFixedWidth(NARROW if narrow else look.scaled(WIDE))
        self._name.setVisible(not narrow)
        for piece in (self.finder, self.met, *self._rows.values()):
            piece.set_narrow(narrow)
        self.saved.set_narrow(narrow)

    def show_room(self, key: str) -> None:
        """Mark the current room."""
        if key in self._rows:
            self._rows[key].setChecked(True)

    def show_count(self, key: str, count: int | None) -> None:
        """The grey number beside a room's name; none for None or zero."""
        self._rows[key].set_count(count or 0)

    def focus_current(self) -> None:
        """Put the keyboard on the current room."""
        current = self._group.checkedButton()
        if current is not None:
            current.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, by: int) -> None:
        """Move the keyboard up or down the rows."""
        rows = list(self._rows.values())
        focused = next((at for at, row in enumerate(rows) if row.hasFocus()), 0)
        rows[(focused + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle(self) -> None:
        self.set_narrow(self.is_narrow)

    def _build(self, rooms: Sequence[Room]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 10)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(Mark(24))
        head.addWidget(self._name, 1)
        column.addLayout(head)
        column.addSpacing(18)
        column.addWidget(self.finder)
        column.addSpacing(6)
        column.addWidget(self.met)
        column.addSpacing(12)
        self._add_rows(column, [room for room in rooms if not room.at_bottom])
        column.addStretch(1)
        self._add_rows(column, [room for room in rooms if room.at_bottom])
        column.addSpacing(8)
        column.addWidget(Hairline())
        column.addSpacing(8)
        column.addWidget(self.saved)

    def _add_rows(self, column: QVBoxLayout, rooms: Sequence[Room]) -> None:
        for room in rooms:
            row = self._rows[room.key]
            self._group.addButton(row)
            row.stepped.connect(self.step)
            row.clicked.connect(lambda _=False, key=room.key: self.chosen.emit(key))
            column.addWidget(row)
            column.addSpacing(1)


class RailPiece(QAbstractButton):
    """What the painted buttons of the rail share."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self._height = height
        self.narrow = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 2 * MARGIN, look.scaled(self._height))

    def set_narrow(self, narrow: bool) -> None:
        """Icon alone, with its words as tooltip."""
        self.narrow = narrow
        self.setToolTip(self.accessibleName() if narrow else "")
        self.update()

    def box(self) -> QRectF:
        """The painted area."""
        return QRectF(self.rect())

    def draw_icon(self, painter: QPainter, name: str, colour: str) -> float:
        """Draw the icon where it belongs; returns where the words begin."""
        side = look.scaled(17)
        left = (self.width() - side) / 2 if self.narrow else 9
        icons.draw(painter, QRectF(left, (self.height() - side) / 2, side, side), name, tokens().colour(colour))
        return left + side + 10

    def draw_ring(self, painter: QPainter) -> None:
        """The focus ring, when the keyboard is here."""
        if self.hasFocus():
            paint.focus_ring(painter, self.box(), 7, gap=-2)


class RailRow(RailPiece):
    """One room."""

    stepped = Signal(int)

    def __init__(self, room: Room) -> None:
        super().__init__(room.title, 34)
        self._room = room
        self._count = 0
        self.setCheckable(True)
        self.toggled.connect(self._speak)

    def set_count(self, count: int) -> None:
        """The grey number."""
        self._count = count
        self._speak()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self.isChecked()
        if current:
            paint.rounded_rect(painter, self.box(), 7, fill="surface", edge="line")
        elif self.underMouse():
            paint.rounded_rect(painter, self.box(), 7, fill="hover")
        left = self.draw_icon(painter, self._room.icon, "accent" if current else "text2")
        if not self.narrow:
            words = QRectF(left, 0, self.width() - left - 10, self.height())
            role: TextRole = "strong" if current else "name"
            paint.text_elided(painter, words, self._room.title, role, "text" if current else "text2")
            if self._count:
                paint.text_elided(painter, words, str(self._count), "small", "text3", paint.RIGHT)
        self.draw_ring(painter)

    def _speak(self) -> None:
        count = self.tr("{title}, {count}").format(title=self._room.title, count=self._count)
        name = count if self._count else self._room.title
        current = self.tr("{name}, current page") if self.isChecked() else self.tr("{name}, page")
        self.setAccessibleName(current.format(name=name))
        self.setToolTip(self._room.title if self.narrow else "")


class FindButton(RailPiece):
    """Looks like a field, opens the palette."""

    def __init__(self) -> None:
        super().__init__("", 34)
        self.setAccessibleName(self.tr("Find or do, Ctrl+K"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.rounded_rect(painter, self.box(), 6, fill="surface", edge="control")
        left = self.draw_icon(painter, "search", "text2")
        if not self.narrow:
            keys = "Ctrl+K"
            right = self.width() - caps_width(keys) - 8
            words = QRectF(left - 4, 0, right - left, self.height())
            paint.text_elided(painter, words, self.tr("Find or do…"), "body", "text2")
            draw_caps(painter, right, self.height() / 2, keys)
        self.draw_ring(painter)


class MetButton(RailPiece):
    """Opens the capture line: the thing to reach for in a corridor."""

    def __init__(self) -> None:
        super().__init__("", 34)
        self.setAccessibleName(self.tr("I met someone, Ctrl+N"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = tokens().window.lightness() < 128
        hovered = self.underMouse()
        if dark:
            paint.rounded_rect(painter, self.box(), 6, fill="accent_soft", edge="accent" if hovered else "accent_text")
        else:
            paint.rounded_rect(painter, self.box(), 6, fill="accent_hover" if hovered else "accent")
        ink = "accent_text" if dark else "on_accent"
        left = self.draw_icon(painter, "user-plus", ink)
        if not self.narrow:
            words = QRectF(left - 4, 0, self.width() - left - 4, self.height())
            paint.text_elided(painter, words, self.tr("I met someone"), "name", ink)
        self.draw_ring(painter)


class SavedNote(QWidget):
    """Where the data is, in plain sight."""

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False
        self.say("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Icon alone."""
        self._narrow = narrow
        self.update()

    def say(self, words: str) -> None:
        """Something else that matters about the data; nothing says that all is well."""
        self.setAccessibleName(words or self.tr("Saved on this device"))
        self.setToolTip(self.accessibleName())
        self._asks = bool(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 2 * MARGIN, look.scaled(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = look.scaled(14)
        left = (self.width() - side) / 2 if self._narrow else 9
        hue = "amber" if self._asks else "text3"
        icons.draw(painter, QRectF(left, (self.height() - side) / 2, side, side), "hard-drive", tokens().colour(hue))
        if not self._narrow:
            words = QRectF(left + side + 6, 0, self.width() - left - side - 6, self.height())
            paint.text_elided(painter, words, self.accessibleName(), "caption", hue)
