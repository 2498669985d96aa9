"""What one sees of the capture panel: the line, rows of what was understood, questions, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.capture.line import CaptureField, CaptureLine
from hallway.ui.capture.pictures import CardPicture
from hallway.ui.capture.questions import Question
from hallway.ui.capture.readings import ReadingRow
from hallway.ui.theme.look import look
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.button import icon_button, primary, quiet, secondary
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.scroll import ScrollArea

LEAST = 96
"""Pixels of rows that are seen in any case."""


class Roll(ScrollArea):
    """As high as what is in it; where the window is too small for that, it scrolls and the rest keeps its place."""

    def __init__(self, inside: QHBoxLayout) -> None:
        self._inside = QWidget()
        self._inside.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        super().__init__(self._inside)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return max(self._inside.heightForWidth(width), self._inside.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._inside.sizeHint().height(), look.scaled(LEAST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class CaptureSheet(QWidget):
    """The parts and their places; `CaptureForm` brings them to life."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = CaptureLine()
        self.picture = CardPicture()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Someone you just met"), "heading"), 1)
        self._place_icon = Picture("map-pin", 14, "text2")
        self._place = Label("", "small", "text2")
        head.addWidget(self._place_icon)
        head.addWidget(self._place)
        column.addLayout(head)
        column.addWidget(CaptureField(self.line))
        self._where = Question()
        column.addWidget(self._where)
        column.addWidget(Roll(self._build_readings()), 1)
        column.addWidget(self.picture)
        self._more = Label("", "small", "text2", wrap=True)
        self._more.hide()
        column.addWidget(self._more)
        self._who = Question()
        column.addWidget(self._who)
        column.addWidget(self._build_around())
        column.addLayout(self._build_foot())

    def _build_readings(self) -> QHBoxLayout:
        self._face = Avatar("", 48)
        self._rows = {
            "name": ReadingRow(self.tr("Name"), "users-round", "green"),
            "organisation": ReadingRow(self.tr("Works at"), "building-2", "violet"),
            "role": ReadingRow(self.tr("Works as"), "briefcase", "slate"),
            "topics": ReadingRow(self.tr("Interests"), "tag", "amber"),
            "note": ReadingRow(self.tr("Talked about"), "message-circle", "text2"),
            "promise": ReadingRow(self.tr("Follow up"), "reply", "blue"),
            "reach": ReadingRow(self.tr("To reach them"), "mail", "slate"),
            "met": ReadingRow(self.tr("How you met"), "map-pin", "amber"),
        }
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for row in self._rows.values():
            rows.addWidget(row)
        self._one = Chip(self.tr("One person"), checkable=True)
        self._one.setAccessibleName(self.tr("These names are one person's"))
        self._rows["name"].add_beside(self._one)
        side = QVBoxLayout()
        side.addWidget(self._face)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(side)
        both.addLayout(rows, 1)
        return both

    def _build_around(self) -> QWidget:
        self._around = SoftPanel(padding=12)
        self._around_words = Label("", "body", "text2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture("info", 16, "text2"))
        row.addWidget(self._around_words, 1)
        self._around.body.addLayout(row)
        self._around.hide()
        return self._around

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add_picture = icon_button("camera", self.tr("Add a picture of their card or badge"), small=True)
        row.addWidget(self.add_picture)
        for keys, words in (("@", self.tr("place")), ("#", self.tr("tag")), ("fri", self.tr("date"))):
            row.addWidget(KeyCap(keys))
            row.addWidget(Label(words, "small", "text2"))
        row.addStretch(1)
        self.cancel = quiet(self.tr("Cancel"))
        self.next = secondary(self.tr("Save and next"), keys="Ctrl+Enter")
        self.keep = primary(self.tr("Save"), keys="Enter")
        for button in (self.cancel, self.next, self.keep):
            row.addWidget(button)
        return row
