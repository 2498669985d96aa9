"""What can be done with a planned check-in, by key and by menu: the same in the list and in the calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

OPEN, LATER, EARLIER, WEEK_LATER, WEEK_EARLIER = "open", "later", "earlier", "week later", "week earlier"
ANOTHER_DAY, RHYTHM = "another day", "rhythm"

_PLAIN, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_VERBS: dict[tuple[int, Qt.KeyboardModifier], str] = {
    (Qt.Key.Key_Return, _PLAIN): OPEN, (Qt.Key.Key_Enter, _PLAIN): OPEN,
    (Qt.Key.Key_Right, _CONTROL): LATER, (Qt.Key.Key_Left, _CONTROL): EARLIER,
    (Qt.Key.Key_Down, _CONTROL): WEEK_LATER, (Qt.Key.Key_Up, _CONTROL): WEEK_EARLIER,
    (Qt.Key.Key_Z, _PLAIN): ANOTHER_DAY, (Qt.Key.Key_R, _PLAIN): RHYTHM,
}  # fmt: skip


def verb_of(event: QKeyEvent) -> str:
    """What a key asks for; empty for one that asks for nothing here."""
    return _VERBS.get((event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier), "")


def entry_menu(parent: QWidget, person: str, is_fixed: bool, do: Callable[[str], object]) -> QMenu:
    """Everything one can do with a person's check-in; `do` is told the verb."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    offers = [
        (_t("Go to {person}").format(person=person), "Enter", OPEN),
        (_t("A day later"), "Ctrl+Right", LATER),
        (_t("A day earlier"), "Ctrl+Left", EARLIER),
        (_t("A week later"), "Ctrl+Down", WEEK_LATER),
        (_t("A week earlier"), "Ctrl+Up", WEEK_EARLIER),
        (_t("Another day…"), "Z", ANOTHER_DAY),
    ]
    if is_fixed:
        offers.append((_t("Leave it to the rhythm"), "R", RHYTHM))
    for words, keys, verb in offers:
        action = menu.addAction(f"{words.replace('&', '&&')}\t{keys}")
        action.triggered.connect(lambda _=False, verb=verb: do(verb))
    return menu


def _t(text: str) -> str:
    return QCoreApplication.translate("today", text)
