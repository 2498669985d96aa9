"""One line that logs what happened: words, a kind and a day, kept by Enter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy

from hallway.domain.interactions import Kind, NewInteraction, Participant
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.day_field import day_popup
from hallway.ui.parts.kinds import LOOKS, kind_word
from hallway.ui.parts.moment_words import day_word
from hallway.ui.parts.promised import PromisedChips
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.theme import paint
from hallway.ui.theme.icons import icon
from hallway.ui.theme.look import look
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.date_field import DatePopup
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import interactions


class KindChip(Chip):
    """The kind of a moment as a chip that opens the list of kinds; ``chosen`` tells the new one."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("", "message-circle", button=True)
        self.kind = Kind.CONVERSATION
        self.clicked.connect(self.open_menu)
        self.set_kind(self.kind)

    def set_kind(self, kind: Kind) -> None:
        """Show another kind, without telling."""
        self.kind = kind
        self._icon_name = LOOKS[kind].icon
        self.setText(kind_word(kind))
        self.setAccessibleName(self.tr("Kind: {kind}, change").format(kind=kind_word(kind)))
        self.updateGeometry()

    def menu(self) -> QMenu:
        """Return the kinds, the one in force ticked."""
        menu = QMenu(self)
        for kind in Kind:
            action = menu.addAction(icon(LOOKS[kind].icon, LOOKS[kind].hue), kind_word(kind))
            action.triggered.connect(lambda _=False, chosen=kind: self._choose(chosen))
        return menu

    def open_menu(self) -> None:
        """Show the kinds below the chip."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, kind: Kind) -> None:
        self.set_kind(kind)
        self.chosen.emit(kind)


class DayChip(Chip):
    """A day in words as a chip that opens the date popup; only days up to today are taken."""

    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__("", "calendar-days", button=True)
        self._today = self.day = today
        self._popup: DatePopup | None = None
        self.clicked.connect(lambda: self.popup().ask_below(self, self.day))
        self.set_day(today)

    def begin_on(self, today: date) -> None:
        """Start anew from today, whichever day that has become."""
        if today != self._today:
            self._today, self._popup = today, None
        self.set_day(today)

    def popup(self) -> DatePopup:
        """Return what asks for the day, made when it is first asked for."""
        if self._popup is None:
            self._popup = day_popup(self, self._today, self.tr("Day it happened"), past=True)
            self._popup.kept.connect(self._choose)
        return self._popup

    def set_day(self, day: date) -> None:
        """Show another day, without telling."""
        self.day = day
        self.setText(day_word(day, self._today))
        self.setAccessibleName(self.tr("Day: {day}, change").format(day=self.text()))
        self.updateGeometry()

    def _choose(self, day: date) -> None:
        self.set_day(min(day, self._today))
        self.chosen.emit(self.day)


class LogLine(ReflowRow):
    """"What happened?" for one person; ``logged`` tells the new entry's id."""

    logged = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(least=330)
        self._bridge, self._person_id, self._given = bridge, 0, ""
        today = bridge.desk.clock.today()
        self.field = TextField(self.tr("What happened?"), bare=True, name=self.tr("What happened?"))
        self.kind, self.day = KindChip(), DayChip(today)
        self.promised = PromisedChips()
        """For whoever lays the line out to put below it."""
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.kind)
        chips.addWidget(self.day)
        chips.addStretch(0)
        self.row.setContentsMargins(4, 2, 7, 2)
        self.row.setSpacing(4)
        self.row.addWidget(self.field, 1)
        self.row.addLayout(chips)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.returnPressed.connect(self.log)
        self.field.textChanged.connect(self.promised.read)
        for chip in (self.kind, self.day):
            chip.chosen.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def set_person(self, person_id: int, given: str = "") -> None:
        """Log with another person; what was begun for the one before is put away."""
        if person_id != self._person_id:
            self._person_id, self._given = person_id, given
            self._begin_anew()

    def set_kind(self, kind: Kind) -> None:
        """Start from a kind."""
        self.kind.set_kind(kind)

    def log(self) -> None:
        """Log what is written."""
        words = self.field.text().strip()
        if not self._person_id or (not words and self.kind.kind is Kind.CONVERSATION):
            return
        people = (Participant(self._person_id),)
        new = NewInteraction(self.day.day, people, self.kind.kind, words)
        done = self._bridge.do(interactions.log, new, self.promised.promises())
        if done is not None:
            self._begin_anew()
            self.logged.emit(done.value)

    def sizeHint(self) -> QSize:
        return QSize(look.scaled(300), look.scaled(66 if self.is_stacked() else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.field.hasFocus()
        edge, line = ("accent", 2) if focused else ("control", 1)
        paint.rounded_rect(QPainter(self), QRectF(self.rect()), 6, "surface", edge, line)

    def _begin_anew(self) -> None:
        today = self._bridge.desk.clock.today()
        self.field.clear()
        self.kind.set_kind(Kind.CONVERSATION)
        self.day.begin_on(today)
        self.promised.begin(today, frozenset({self._given.casefold()} - {""}))
