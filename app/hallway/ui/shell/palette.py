"""Ctrl+K: one field to find anything and do anything; each row shows its key, so that the palette teaches them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView

from hallway.domain.wishes import read_wish
from hallway.ui.frame.faces import faces_of
from hallway.ui.shell.palette_delegate import ROW, RowPainter, row_height
from hallway.ui.shell.palette_model import Rows
from hallway.ui.shell.palette_rows import rows_for
from hallway.ui.shell.palette_wishes import SECOND_KEYS, say_reading
from hallway.ui.shell.window import Window
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import searching

WIDTH, TOP = 680, 112
AROUND = 150
"""Room for the field and the keys, and some air below the card."""

MOST_TYPED = 500  # nobody looks for more letters; whole pages that are pasted take a second to look up


class Palette(OverlayPanel):
    """The panel with its field and rows."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, width=WIDTH, top=TOP, padding=10)
        self.window_ = window
        self.setAccessibleName(self.tr("Find or do"))
        self.field = PaletteField(self)
        self.note = Label("", "small", "text2")
        self.model = Rows(self)
        self.list = QListView()
        self._reading = QTimer(self)
        self._names_read_late = False
        self._build()
        self.field.textChanged.connect(self.look_up)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.closed.connect(self._reading.stop)
        self.closed.connect(self.deleteLater)
        self._reading.timeout.connect(self._read_names)
        self.opened.connect(self._reading.start)
        self.look_up("")

    def look_up(self, text: str) -> None:
        """Fill the rows for what is typed so far."""
        today = self.window_.frame.bridge.desk.clock.today()
        wish = read_wish(text, today)
        rows = rows_for(self.window_, text, wish)
        self.model.show(rows)
        self.note.set_text(say_reading(wish, today) if wish else "")
        first = next((at for at, row in enumerate(rows) if not row.is_heading), -1)
        self.list.setCurrentIndex(self.model.index(first))
        self._fit_rows()

    def step(self, by: int) -> None:
        """Step over the rows, headings left out."""
        choices = [at for at, row in enumerate(self.model.rows) if not row.is_heading]
        if choices:
            at = choices.index(self.list.currentIndex().row()) if self.list.currentIndex().row() in choices else -1
            self.list.setCurrentIndex(self.model.index(choices[(at + by) % len(choices)]))
            self.list.scrollTo(self.list.currentIndex())

    def hideEvent(self, event: QHideEvent) -> None:
        self._reading.stop()
        super().hideEvent(event)

    def run_current(self) -> None:
        """Do what the chosen row says."""
        self._run(self.list.currentIndex().row())

    def run_keyed(self, keys: str) -> None:
        """Do what the row says that shows these keys."""
        self._run(next((at for at, row in enumerate(self.model.rows) if row.keys == keys), -1))

    def _run(self, at: int) -> None:
        if 0 <= at < len(self.model.rows) and (run := self.model.rows[at].run) is not None:
            row = self.model.rows[at]
            self.close_panel()
            if row.kind:
                self.window_.frame.bridge.note(searching.remember, row.kind, row.subject)
            run()

    def _read_names(self) -> None:
        """A slice of the names between keystrokes; what is typed already is looked up again when all are there."""
        if not self.window_.frame.bridge.ask(searching.read_names):
            self._names_read_late = True
            return
        self._reading.stop()
        if self._names_read_late and self.field.text().strip():
            self.look_up(self.field.text())

    def _build(self) -> None:
        self.field.setMaxLength(MOST_TYPED)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowPainter(self.list, faces_of(self.window_.frame.bridge)))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 10, 0)
        head.addWidget(self.field, 1)
        head.addWidget(self.note)
        self.body.addLayout(head)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.list)
        foot = self.foot()
        foot.setContentsMargins(8, 4, 8, 0)
        for keys, words in (("Up Down", self.tr("choose")), ("Enter", self.tr("do it")), ("Esc", self.tr("close"))):
            foot.addWidget(KeyCap(keys))
            foot.addWidget(Label(words, "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(Label(self.tr("or a wish: “follow up samir fri”, “pause 3 weeks”"), "small", "text3"))

    def _fit_rows(self) -> None:
        """As tall as its rows, as far as the window goes."""
        room = self.window_.height() - TOP - look.scaled(AROUND)
        self.list.setFixedHeight(max(look.scaled(ROW), min(sum(map(row_height, self.model.rows)) + 4, room)))
        self.sizeHintChanged()


class PaletteField(TextField):
    """The line to type in; arrows and Enter go to the rows."""

    def __init__(self, palette: Palette) -> None:
        name = palette.tr("Find or do")
        super().__init__(name + "…", icon="search", bare=True, role="heading", name=name)
        self.setProperty("finds", True)
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._palette.step(1)
            case Qt.Key.Key_Up:
                self._palette.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._palette.run_keyed(SECOND_KEYS)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._palette.run_current()
            case _:
                super().keyPressEvent(event)


def open_palette(window: Window) -> Palette:
    """Show the palette over the window."""
    palette = Palette(window)
    palette.open(palette.field)
    return palette
