"""Ctrl+K: one field to find anything and do anything; each row shows its key, so that the palette teaches them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.dates import say_day
from hallway.domain.folding import fold
from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.shell.window import Window
from hallway.ui.shell.wishes import Wish, read_wish
from hallway.ui.theme import paint
from hallway.ui.theme.keycaps import caps_width, draw_caps
from hallway.ui.theme.look import look
from hallway.ui.theme.paint import Part
from hallway.ui.widgets.avatar import paint_avatar
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people, searching

WIDTH, TOP, ROW, HEADING, MOST_ROWS = 680, 112, 42, 30, 11
PEOPLE, MOMENTS, EVENTS, ACTIONS = 6, 4, 3, 6
ICONS = {"moment": ("message-circle", "green"), "event": ("calendar-days", "violet")}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a heading (nothing to run) or something to do. `person` shows an avatar in place of an icon."""

    title: str
    detail: str = ""
    icon: str = ""
    hue: str = "slate"
    keys: str = ""
    person: str = ""
    run: Callable[[], object] | None = None

    @property
    def is_heading(self) -> bool:
        """A heading of a group."""
        return self.run is None


class Rows(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Put rows in place of those there."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.detail, row.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowPainter(QStyledItemDelegate):
    """Paints headings and rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _row(index)
        return QSize(100, look.scaled(HEADING if row.is_heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row(index)
        box = QRectF(option.rect)
        painter.save()
        if row.is_heading:
            paint.text_elided(painter, box.adjusted(10, 6, -10, 0), row.title, "section", "text2")
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, box, row, chosen)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row, chosen: bool) -> None:
        if chosen:
            paint.rounded_rect(painter, box, 8, fill="selected", edge="accent")
        side = look.scaled(28)
        face = QRectF(box.left() + 10, box.center().y() - side / 2, side, side)
        if row.person:
            paint_avatar(painter, face, row.person)
        else:
            paint.kind_dot(painter, face, row.icon, row.hue)
        right = box.right() - 10 - (caps_width(row.keys) + 8 if row.keys else 0)
        words = QRectF(face.right() + 12, box.top(), right - face.right() - 12, box.height())
        paint.text_parts(painter, words, [Part(row.title, "name"), Part("  " + row.detail, "body", "text2")])
        if row.keys:
            draw_caps(painter, right + 8, box.center().y(), row.keys)


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
        self._build()
        self.field.textChanged.connect(self.look_up)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.closed.connect(self.deleteLater)
        self.look_up("")

    def look_up(self, text: str) -> None:
        """Fill the rows for what is typed so far."""
        rows = rows_for(self.window_, text)
        self.model.show(rows)
        wish = read_wish(text, self._today())
        self.note.set_text(say_day(wish.on, self._today()) if wish and wish.on else "")
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

    def run_current(self) -> None:
        """Do what the chosen row says."""
        self._run(self.list.currentIndex().row())

    def _run(self, at: int) -> None:
        if 0 <= at < len(self.model.rows):
            run = self.model.rows[at].run
            self.close_panel()
            if run is not None:
                run()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowPainter(self.list))
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
        self.body.addWidget(self.list)
        foot = self.foot()
        foot.setContentsMargins(8, 4, 8, 0)
        for keys, words in (("Up Down", self.tr("choose")), ("Enter", self.tr("do it")), ("Esc", self.tr("close"))):
            foot.addWidget(KeyCap(keys))
            foot.addWidget(Label(words, "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(Label(self.tr("“follow up” with a name and a day works, too"), "small", "text3"))

    def _fit_rows(self) -> None:
        heights = (look.scaled(HEADING if row.is_heading else ROW) for row in self.model.rows)
        self.list.setFixedHeight(min(sum(heights), look.scaled(ROW) * MOST_ROWS) + 4)
        self.sizeHintChanged()

    def _today(self) -> date:
        return self.window_.frame.bridge.desk.clock.today()


class PaletteField(TextField):
    """The line to type in; arrows and Enter go to the rows."""

    def __init__(self, palette: Palette) -> None:
        name = palette.tr("Find or do")
        super().__init__(name + "…", icon="search", bare=True, role="heading", name=name)
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._palette.step(1)
            case Qt.Key.Key_Up:
                self._palette.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._palette.run_current()
            case _:
                super().keyPressEvent(event)


def open_palette(window: Window) -> Palette:
    """Show the palette over the window."""
    palette = Palette(window)
    palette.open(palette.field)
    return palette


def rows_for(window: Window, text: str) -> list[Row]:
    """The rows for a text: the wish it spells, what is found, what can be done, where one can go."""
    today = window.frame.bridge.desk.clock.today()
    wish = read_wish(text, today)
    groups = [
        (_t("Do it"), _wish_rows(window, wish) if wish else []),
        *_found(window, wish.whom if wish else text),
        (_t("Actions"), _action_rows(window, text)),
    ]
    return [row for heading, rows in groups if rows for row in (Row(heading), *rows)]


def _wish_rows(window: Window, wish: Wish) -> list[Row]:
    frame, bridge = window.frame, window.frame.bridge
    found = bridge.ask(searching.find_people, wish.whom, 1)
    if not found:
        return []
    person = found[0]
    today = bridge.desk.clock.today()
    rows = []
    if wish.verb == "check-in" and wish.on is not None and wish.on > today:
        words = _t("Check in with {name} on {day}").format(name=person.title, day=say_day(wish.on, today))
        rows.append(Row(words, icon="coffee", hue="green", keys="Enter",
                        run=lambda: bridge.do(people.fix_check_in, person.id, wish.on)))  # fmt: skip
    rows.append(
        Row(_t("Log what happened with {name}").format(name=person.title), icon="message-circle", hue="green",
            run=lambda: _log(window, person.id))
    )  # fmt: skip
    go = Row(_t("Open {name}").format(name=person.title), person.detail, person=person.title,
             run=lambda: frame.navigator.go(Place("people", "person", person.id)))  # fmt: skip
    return [*rows, go]


def _log(window: Window, person_id: int) -> None:
    from hallway.ui.parts.log_panel import open_log

    open_log(window.frame, (person_id,))


def _found(window: Window, text: str) -> list[tuple[str, list[Row]]]:
    if not text.strip():
        return []
    hits = window.frame.bridge.ask(searching.find_each, text, PEOPLE, MOMENTS, EVENTS)
    headings = {"person": _t("People"), "event": _t("Events"), "moment": _t("Already written")}
    return [(headings[kind], [_hit_row(window, hit) for hit in hits[kind]]) for kind in headings]


def _hit_row(window: Window, hit: searching.Hit) -> Row:
    place = {
        "person": Place("people", "person", hit.id),
        "event": Place("events", "event", hit.id),
        "moment": Place("people", "person", hit.person_id or 0) if hit.person_id else Place("timeline"),
    }[hit.kind]
    row = Row(hit.title.split("\n")[0], hit.detail, run=lambda: window.frame.navigator.go(place))
    if hit.kind == "person":
        return replace(row, person=hit.title)
    icon, hue = ICONS[hit.kind]
    return replace(row, icon=icon, hue=hue)


def _action_rows(window: Window, text: str) -> list[Row]:
    catalogue = window.frame.catalogue
    fitting = [spec for spec in catalogue.available() if spec.key != "window.palette" and _fits(spec, text)]
    return [
        Row(spec.text, icon=spec.icon, hue="slate", keys=catalogue.shortcut_text(spec.key), run=_runner(window, spec))
        for spec in fitting[: ACTIONS if text.strip() else 2 * ACTIONS]
    ]


def _runner(window: Window, spec: ActionSpec) -> Callable[[], None]:
    return lambda: window.frame.catalogue.run(spec.key)


def _fits(spec: ActionSpec, text: str) -> bool:
    words = fold(f"{spec.text} {spec.words}").split()
    return all(any(word.startswith(typed) for word in words) for typed in fold(text).split())


def _row(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, Rows)
    return model.rows[index.row()]


def _t(text: str) -> str:
    return QCoreApplication.translate("palette", text)
