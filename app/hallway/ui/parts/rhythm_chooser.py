"""How often to be in touch: a word that opens the choices, and a field for one's own number of days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from hallway.domain.rhythm import NO_RHYTHM, PRESETS, say_rhythm
from hallway.ui.widgets.button import Button
from hallway.ui.widgets.overlay import FloatingCard
from hallway.ui.widgets.text_field import TextField
from hallway.usecases.rhythm_help import RhythmHelp

LONGEST = 3650


class RhythmChooser(QWidget):
    """Shows a rhythm in words. ``chosen`` tells days, 0 for none on purpose, None to follow the groups."""

    chosen = Signal(object)

    def __init__(self, name: str, help_now: Callable[[], RhythmHelp] = RhythmHelp) -> None:
        """`help_now` is asked when the choices are opened: what has been usual, what could be longer."""
        super().__init__()
        self._name, self._help_now = name, help_now
        self._own: int | None = None
        self._holds: int | None = None
        self.button = Button("", "link", "refresh-cw")
        self.button.clicked.connect(self.open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self._days: DaysPopup | None = None
        self.set_rhythm(None, None)

    def set_rhythm(self, own: int | None, holds: int | None) -> None:
        """Show the person's own choice (None: as the groups say, 0: none) and the rhythm that holds."""
        self._own, self._holds = own, holds
        words = self.words()
        if words == self.button.text():
            return
        self.button.setText(words)
        self.button.setAccessibleName(self.tr("{name}: {words}, change").format(name=self._name, words=words))

    def words(self) -> str:
        """Return the rhythm as it is shown."""
        said = say_rhythm(self._holds)
        if self._own is None and self._holds:
            return self.tr("{rhythm}, as the groups say").format(rhythm=said[:1].upper() + said[1:])
        return said[:1].upper() + said[1:]

    def menu(self) -> QMenu:
        """Return the choices, the one in force ticked."""
        menu = QMenu(self)
        self._offer_help(menu, self._help_now())
        for preset in PRESETS:
            self._offer(menu, preset.name[:1].upper() + preset.name[1:], preset.days)
        menu.addSeparator()
        self._offer(menu, self.tr("As the groups say"), None)
        self._offer(menu, self.tr("No rhythm"), NO_RHYTHM)
        menu.addSeparator()
        menu.addAction(self.tr("Another number of days…")).triggered.connect(self.ask_days)
        return menu

    def open_menu(self) -> None:
        """Show the choices under the word."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def ask_days(self) -> None:
        """Ask for a number of days."""
        self.days_popup().ask(self.button, self._own)

    def days_popup(self) -> DaysPopup:
        """Return what asks for a number of days, made when it is first asked for."""
        if self._days is None:
            self._days = DaysPopup(self)
            self._days.kept.connect(self.chosen)
        return self._days

    def _offer_help(self, menu: QMenu, known: RhythmHelp) -> None:
        """First what actually happened, then a longer rhythm when the one there is was missed twice."""
        if known.usual:
            words = self.tr("{rhythm}, as it has been").format(rhythm=_sentence(say_rhythm(known.usual)))
            self._offer(menu, words, known.usual)
        if known.longer:
            words = self.tr("{rhythm}, which leaves more room").format(rhythm=_sentence(say_rhythm(known.longer)))
            self._offer(menu, words, known.longer)
        if known.usual or known.longer:
            menu.addSeparator()

    def _offer(self, menu: QMenu, words: str, days: int | None) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(days == self._own)
        action.triggered.connect(lambda: self.chosen.emit(days))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


class DaysPopup(FloatingCard):
    """Asks for a number of days; ``kept`` tells it on Enter."""

    kept = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Days between check-ins")
        self.field = TextField(self.tr("How many"), trailing=self.tr("days"), name=name)
        self.field.setValidator(QIntValidator(1, LONGEST, self))
        self.field.returnPressed.connect(self._keep)
        self.body.addWidget(self.field)

    def ask(self, anchor: QWidget, days: int | None) -> None:
        """Open below a widget, starting from a number."""
        self.field.setText(str(days) if days else "")
        self.field.selectAll()
        self.open_below(anchor)
        self.field.setFocus()

    def _keep(self) -> None:
        self.close()
        self.kept.emit(int(self.field.text()))
