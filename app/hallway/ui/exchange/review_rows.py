"""The list of everybody in the file, with what would happen to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hallway.domain.importing import Decision, EventRow, Review, Row
from hallway.domain.matching import Verdict
from hallway.ui.theme import paint
from hallway.ui.theme.look import look
from hallway.ui.theme.paint import Part
from hallway.ui.widgets.avatar import paint_avatar

ROW = 46
EVENT = ("calendar-days", "violet")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shown:
    """One painted row: name, what follows it, why, and the word in the chip with its hue ("" for plain).

    Before it stands the portrait of a person, or with `icon` (and its hue) the mark of a thing.
    """

    name: str
    detail: str
    why: str
    chip: str
    hue: str
    at: int
    icon: tuple[str, str] | None = None


class ReviewRows(QAbstractListModel):
    """Rows of a review, or its events."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Shown] = ()

    def show(self, shown: Sequence[Shown]) -> None:
        """Put rows in place of those there."""
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.name, row.detail, row.why, row.chip) if part)
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None


class ReviewRowPainter(QStyledItemDelegate):
    """Avatar, name, detail; why and a chip at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, look.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        paint.row_ground(painter, box.adjusted(4, 1, -4, -1), chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        side = look.scaled(28)
        portrait = QRectF(box.left() + 14, box.center().y() - side / 2, side, side)
        if row.icon:
            paint.kind_dot(painter, portrait, *row.icon)
        else:
            paint_avatar(painter, portrait, row.name)
        right = box.right() - 14
        if row.chip:
            width = max(paint.chip_width(row.chip), look.scaled(72))
            paint.chip(painter, QRectF(right - width, box.center().y() - 11, width, 22), row.chip, hue=row.hue)
            right -= width + 12
        if row.why:
            room = QRectF(right - 150, box.top(), 150, box.height())
            right -= paint.text_elided(painter, room, row.why, "small", "text2", paint.RIGHT) + 12
        left = box.left() + 14 + side + 12
        parts = [Part(row.name, "name"), Part(f"  {row.detail}" if row.detail else "", "body", "text2")]
        paint.text_parts(painter, QRectF(left, box.top(), right - left, box.height()), parts)
        painter.restore()


class ReviewList(QListView):
    """The list itself; quick with thousands of rows because all are of one height."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = ReviewRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(ReviewRowPainter(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter are a click on the row."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and not event.modifiers() and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def shown_people(review: Review) -> list[Shown]:
    """Everybody of the files, those to decide about first."""
    rows = [shown_person(at, row) for at, row in enumerate(review.rows)]
    doubtful = set(review.doubtful)
    return sorted(rows, key=lambda one: one.at not in doubtful)


def shown_events(review: Review) -> list[Shown]:
    """The events of the files."""
    return [_shown_event(at, row) for at, row in enumerate(review.events)]


def shown_person(at: int, row: Row) -> Shown:
    """One person of a file."""
    work = row.record.works[0] if row.record.works else None
    detail = ", ".join(part for part in (work.role, work.organisation) if part) if work else ""
    if row.decision is Decision.SKIP:
        here = row.like if row.match.verdict is Verdict.SAME else ""
        return Shown(row.record.name, detail or _reach(row), here, _t("leave out"), "", at)
    if row.decision is Decision.LATER:
        return Shown(row.record.name, detail, row.like, _t("later"), "violet", at)
    if row.match.verdict is Verdict.MAYBE:
        why = f"{row.like}, {row.match.why}" if row.like != row.record.name else row.match.why
        word = _t("merge") if row.decision is Decision.MERGE else _t("maybe")
        return Shown(row.record.name, detail, why, word, "amber", at)
    if row.decision is Decision.NEW:
        return Shown(row.record.name, detail or _reach(row), "", _t("add"), "green", at)
    word, hue = (_t("update"), "blue") if row.updates else (_t("already here"), "")
    return Shown(row.record.name, detail, row.match.why, word, hue, at)


def _reach(row: Row) -> str:
    """The address of somebody of whom no place of work is known."""
    return row.record.emails[0].address if row.record.emails else ""


def _shown_event(at: int, row: EventRow) -> Shown:
    when = f"{row.event.start_on.day} {row.event.start_on:%B %Y}"
    if row.decision is Decision.NEW:
        return Shown(row.event.title, when, row.event.venue, _t("add"), "green", at, EVENT)
    word, hue = (_t("update"), "blue") if row.changes else (_t("already here"), "")
    return Shown(row.event.title, when, row.event.venue, word, hue, at, EVENT)


def _t(text: str) -> str:
    return QCoreApplication.translate("review", text)
