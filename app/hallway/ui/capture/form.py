"""The line, what was understood of it, who that might be already, and the ways to save."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.ui.capture.line import CaptureField, CaptureLine
from hallway.ui.capture.readings import ReadingRow
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.avatar import Avatar
from hallway.ui.widgets.button import link, primary, quiet, secondary
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import Picture
from hallway.usecases import capturing, people
from hallway.usecases.capturing import Reading


class CaptureForm(QWidget):
    """One line in, one person on disk. `saved` comes after the person is there; `left` when nothing is wanted."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.line = CaptureLine()
        self.same_person: int | None = None
        self._organisations = bridge.ask(people.organisation_names)
        self._trouble: InlineMessage | None = None
        self._build()
        self._connect()
        self._read()

    def save(self) -> bool:
        """Put the line on disk; False when it was refused, and then the line stays as it is."""
        done = self.bridge.do(capturing.save, self.line.text(), self.same_person)
        if done is None:
            return False
        self._last = done.value
        return True

    def _save_and_close(self) -> None:
        if self.save():
            self.saved.emit(self._last)

    def _save_and_next(self) -> None:
        if self.save():
            self._organisations = self.bridge.ask(people.organisation_names)
            self.line.clear()
            self.line.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Someone you just met"), "heading"), 1)
        self._place_icon = Picture("map-pin", 14, "text2")
        self._place = Label("", "small", "text2")
        head.addWidget(self._place_icon)
        head.addWidget(self._place)
        column.addLayout(head)
        column.addWidget(CaptureField(self.line))
        column.addLayout(self._build_readings())
        column.addWidget(self._build_alike())
        column.addLayout(self._build_foot())

    def _build_readings(self) -> QHBoxLayout:
        self._face = Avatar("", 48)
        self._rows = {
            "name": ReadingRow(self.tr("Name"), "users-round", "green"),
            "organisation": ReadingRow(self.tr("Works at"), "building-2", "violet"),
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
        side = QVBoxLayout()
        side.addWidget(self._face)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(side)
        both.addLayout(rows, 1)
        return both

    def _build_alike(self) -> QWidget:
        self._alike = SoftPanel(padding=12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._alike_words = Label("", "body", "text2", wrap=True)
        self._alike_action = link(self.tr("It is the same person"))
        row.addWidget(Picture("info", 16, "text2"))
        row.addWidget(self._alike_words, 1)
        row.addWidget(self._alike_action)
        self._alike.body.addLayout(row)
        return self._alike

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
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

    def _connect(self) -> None:
        self.line.typed.connect(self._read)
        self.line.entered.connect(self._save_and_close)
        self.line.entered_and_next.connect(self._save_and_next)
        self.keep.clicked.connect(self._save_and_close)
        self.next.clicked.connect(self._save_and_next)
        self.cancel.clicked.connect(self.left)
        self._alike_action.clicked.connect(self._toggle_same)

    def _read(self) -> None:
        self.same_person = None
        reading = self.bridge.ask(capturing.read, self.line.text(), self._organisations)
        self.line.show_spans(reading.capture.spans)
        self._show(reading)

    def _show(self, reading: Reading) -> None:
        capture, today = reading.capture, self.bridge.desk.clock.today()
        self._face.set_name(capture.name)
        promised = [_joined([one.text, say_day(one.due, today) if one.due else ""]) for one in capture.promises]
        reach = (*capture.emails, *capture.phones, *(page.url for page in capture.profiles))
        met = [reading.event.title if reading.event else "", f"{self.bridge.desk.clock.now():%H:%M}"]
        self._rows["name"].show_value(capture.name, self.tr("first words"))
        self._rows["organisation"].show_value(capture.organisation, self.tr("after @"))
        self._rows["topics"].show_value(_joined(capture.topics), self.tr("after #"))
        self._rows["note"].show_value(capture.note, self.tr("the rest"))
        self._rows["promise"].show_value("; ".join(promised), self.tr("your words"))
        self._rows["reach"].show_value(_joined(reach), self.tr("as written"))
        self._rows["met"].show_value(_joined(met), self.tr("from your event") if reading.event else self.tr("now"))
        self._place.set_text(reading.event.title if reading.event else "")
        self._place_icon.setVisible(reading.event is not None)
        self.keep.setEnabled(bool(capture.name))
        self.next.setEnabled(bool(capture.name))
        self._show_alike(reading)

    def _show_alike(self, reading: Reading) -> None:
        self._known = reading.alike[0] if reading.alike else None
        self._alike_action.setVisible(self._known is not None)
        self._alike_action.setText(self.tr("It is the same person"))
        if self._known is not None:
            words = self.tr("{name} is in your record already.").format(name=self._known[1])
        elif reading.there:
            words = self.tr("New to you. {name} is at the same place.").format(name=_joined(reading.there))
        else:
            words = ""
        self._alike_words.set_text(words)
        self._alike.setVisible(bool(words))

    def _toggle_same(self) -> None:
        if self._known is None:
            return
        same = self.same_person is None
        self.same_person = self._known[0] if same else None
        words = self.tr("Adds to what you have of {name}.") if same else self.tr("{name} is in your record already.")
        self._alike_words.set_text(words.format(name=self._known[1]))
        self._alike_action.setText(self.tr("It is somebody else") if same else self.tr("It is the same person"))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
