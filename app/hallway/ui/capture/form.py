"""The line, what was understood of it, who that might be already, and the ways to save."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QWidget

from hallway.domain.capture import Told
from hallway.ui.capture.pictures import brings_something, card_of
from hallway.ui.capture.questions import Answer
from hallway.ui.capture.readings import Value
from hallway.ui.capture.sheet import CaptureSheet
from hallway.ui.capture.values import KINDS, corrected, kind_words, sources_of, values_of
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.chip import Chip
from hallway.usecases import capturing, people
from hallway.usecases.capturing import NOWHERE, Known, Line, Reading, Wanted

if TYPE_CHECKING:
    from hallway.usecases.cards import CardLine

DRAFT = "capture draft"
"""Under this name the bridge keeps words that were left without saving, until the program ends."""
SOMEBODY_ELSE = 0


class CaptureForm(CaptureSheet):
    """One line in, one person or several on disk. `saved` comes after they are there; `left` when nothing is wanted."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.place = bridge.ask(capturing.where, bridge.desk.clock.now())
        self._organisations = bridge.ask(people.organisation_names)
        self._forget_line()
        self._connect()
        self.setAcceptDrops(True)
        self.line.setPlainText(str(bridge.property(DRAFT) or ""))
        self.line.selectAll()
        self._ask_where()
        self._read()

    def save(self) -> bool:
        """Put the line on disk; False when it was refused, and then the line stays as it is."""
        self.picture.wait()
        known = tuple(self._same.get(name) for name in self._reading.capture.names)
        event_id = self.place.event.id if self.place.event else NOWHERE
        wanted = Wanted(self._as_told(), known, event_id, self.picture.picture)
        done = self.bridge.do(capturing.save_all, wanted)
        if done is None:
            return False
        self._last = done.value[0]
        if self.place.asks:
            self._choose_event(event_id)
        self._forget_line()
        self.line.clear()
        self.picture.clear()
        return True

    def leave(self) -> None:
        """Be done; words that were not saved are there again the next time."""
        self.picture.wait()
        self.bridge.setProperty(DRAFT, self.line.text())

    def take(self, given: QMimeData) -> None:
        """Take a card, or a picture of one, that was pasted or dropped."""
        card = card_of(given)
        if card:
            from hallway.usecases import cards  # with the first card

            self._take_words(cards.read_text(card))
        else:
            self.picture.take(given)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_something(event.mimeData()) or card_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def _connect(self) -> None:
        for key, row in self._rows.items():
            row.pressed.connect(lambda value, chip, key=key: self._open_menu(key, value, chip))
        self._one.toggled.connect(self._read)
        self.line.typed.connect(self._read)
        self.line.entered.connect(self._save_and_close)
        self.line.entered_and_next.connect(self._save_and_next)
        self.line.given.connect(self.take)
        self.line.left_downwards.connect(self._to_question)
        self.keep.clicked.connect(self._save_and_close)
        self.next.clicked.connect(self._save_and_next)
        self.cancel.clicked.connect(self.left)
        self.add_picture.clicked.connect(self.picture.choose)
        self.picture.read.connect(self._take_words)
        self._who.answered.connect(self._answer_who)
        self._where.answered.connect(self._choose_event)
        for question in (self._who, self._where):
            question.left_upwards.connect(self.line.setFocus)

    def _forget_line(self) -> None:
        """What holds for one line alone."""
        self._told: tuple[Told, ...] = ()
        self._same: dict[str, int | None] = {}

    def _as_told(self) -> Line:
        return Line(self.line.text(), self._told, not self._one.isChecked())

    def _read(self) -> None:
        self._reading = self.bridge.ask(capturing.read, self._as_told(), self._organisations)
        self.line.show_spans(self._reading.capture.spans)
        self._show(self._reading)

    def _save_and_close(self) -> None:
        if self.save():
            self.saved.emit(self._last)

    def _save_and_next(self) -> None:
        if self.save():
            self._organisations = self.bridge.ask(people.organisation_names)
            self._one.setChecked(False)
            self._read()
            self.line.setFocus()

    def _take_words(self, card: CardLine) -> None:
        """Put what a card says into the line, where it is seen before it is saved; undone there like typing."""
        before = self.line.text().strip()
        self._told = (*self._told, *card.told)
        self.line.put(f"{before}, {card.text}" if before else card.text)
        more = self.tr("This card holds more, such as a photo or an address. Import takes in all of it.")
        self._more.set_text(more if card.more else "")
        self._more.setVisible(card.more)
        self._read()

    def _open_menu(self, key: str, value: Value, chip: Chip) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if key == "met":
            events = [(event.id, event.title.replace("&", "&&")) for event in self.place.running]
            for event_id, title in [*events, (NOWHERE, self.tr("Somewhere else"))]:
                choose = menu.addAction(title)
                choose.triggered.connect(lambda _=False, id_=event_id: self._choose_event(id_))
        else:
            for kind in KINDS:
                if kind != key.removesuffix("s"):
                    correct = menu.addAction(kind_words(kind))
                    correct.triggered.connect(lambda _=False, kind=kind: self._correct(value, kind))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _correct(self, value: Value, kind: str) -> None:
        self._told = corrected(self._told, value.typed, kind)
        self._read()
        self.line.setFocus()

    def _to_question(self) -> None:
        asked = next((one for one in (self._where, self._who) if not one.isHidden()), None)
        if asked is not None:
            asked.focus()

    # --- what is shown -----------------------------------------------------------------------------------

    def _show(self, reading: Reading) -> None:
        capture, today = reading.capture, self.bridge.desk.clock.today()
        self._face.set_name(capture.name)
        sources = sources_of(capture)
        for key, values in values_of(capture, self.line.text(), today).items():
            self._rows[key].show_values(values, sources[key])
        self._one.setVisible(len(capture.names) > 1 or self._one.isChecked())
        self._show_place()
        self.keep.setEnabled(bool(capture.names))
        self.next.setEnabled(bool(capture.names))
        self._ask_who(reading)
        new = self.tr("New to you. {name} is at the same place.").format(name=_joined(reading.there))
        self._around_words.set_text(new)
        self._around.setVisible(bool(reading.there) and self._who.isHidden())

    def _show_place(self) -> None:
        event = self.place.event
        at = _joined([event.title, self.place.session]) if event else ""
        self._place.set_text(at)
        self._place_icon.setVisible(bool(at))
        now = f"{self.bridge.desk.clock.now():%H:%M}"
        self._rows["met"].show_values([Value(_joined([at, now]))], self.tr("from your event") if at else self.tr("now"))

    def _ask_where(self) -> None:
        if not self.place.asks:
            self._where.hide()
            return
        answers = [(event.id, event.title) for event in self.place.running]
        words = self.tr("More than one event runs today. Which one are you at?")
        chosen = self.place.event.id if self.place.event else NOWHERE
        self._where.ask(words, [*answers, (NOWHERE, self.tr("Somewhere else"))], chosen)

    def _choose_event(self, event_id: int) -> None:
        self.bridge.do_quietly(capturing.choose_event, event_id)
        self.place = self.bridge.ask(capturing.at_event, event_id, self.bridge.desk.clock.now())
        self._ask_where()
        self._show_place()
        self.line.setFocus()

    def _ask_who(self, reading: Reading) -> None:
        """Ask about the first name that is in the record and was not answered yet."""
        open_ones = [one for one in zip(reading.capture.names, reading.known, strict=True) if one[1]]
        waiting = [one for one in open_ones if one[0] not in self._same] or open_ones[-1:]
        if not waiting:
            self._who.hide()
            return
        (self._asked_about, known), *_ = waiting
        chosen = self._same.get(self._asked_about) or SOMEBODY_ELSE
        self._who.ask(*self._question(known), chosen)

    def _question(self, known: tuple[Known, ...]) -> tuple[str, list[Answer]]:
        other = (SOMEBODY_ELSE, self.tr("Somebody else"))
        if len(known) == 1:
            words = self.tr("Is this {name}, {line}?") if known[0].line else self.tr("Is this {name} from your record?")
            same = (known[0].id, self.tr("Same person"))
            return words.format(name=known[0].name, line=known[0].line), [same, other]
        words = self.tr("You know more than one {name}. Which one is this?").format(name=self._asked_about)
        return words, [*((one.id, one.line or one.name) for one in known), other]

    def _answer_who(self, person_id: int) -> None:
        self._same[self._asked_about] = person_id or None
        self._ask_who(self._reading)
        if len(self._reading.capture.names) < 2 or self._asked_about in self._same:
            self.line.setFocus()


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
