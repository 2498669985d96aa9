"""Every action once: its words, icon and key. Menus, the palette, shortcuts and the help sheet read this catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class ActionSpec(NamedTuple):
    """One action. `shortcut` is portable text ("Ctrl+N"), or "" ; `words` are other words to find it by.

    `keys_in_turn` ("G, T") work while no text is being typed: a field of text takes the letters for itself.
    `enabled_when` is asked each time the action is shown or its key is pressed.
    """

    key: str
    text: str
    icon: str
    run: Callable[[], None]
    shortcut: str = ""
    words: str = ""
    area: str = "Anywhere"
    enabled_when: Callable[[], bool] = lambda: True
    keys_in_turn: str = ""


class Catalogue(QObject):
    """All actions of the window, in the order in which they were added."""

    running = Signal(str)
    """Emitted with the key of an action that is about to be done, and with "" after it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._only: frozenset[str] | None = None

    def add(self, *specs: ActionSpec) -> None:
        """Declare actions; a key that is there already is a bug."""
        for spec in specs:
            if spec.key in self._specs:
                raise ValueError(f"two actions are called {spec.key}")
            self._specs[spec.key] = spec
            self._actions[spec.key] = self._make(spec)

    def allow_only(self, keys: Iterable[str]) -> None:
        """From now on nothing else makes sense: for a record that is open for looking."""
        self._only = frozenset(keys)
        for key, action in self._actions.items():
            action.setEnabled(key in self._only)

    def makes_sense(self, key: str) -> bool:
        """Whether it can be done now."""
        return (self._only is None or key in self._only) and self._specs[key].enabled_when()

    def all(self) -> tuple[ActionSpec, ...]:
        """Every action."""
        return tuple(self._specs.values())

    def available(self) -> tuple[ActionSpec, ...]:
        """Every action that makes sense now."""
        return tuple(spec for spec in self._specs.values() if self.makes_sense(spec.key))

    def action(self, key: str) -> QAction:
        """The Qt action, for a menu or a button."""
        return self._actions[key]

    def run(self, key: str) -> None:
        """Do it, if it makes sense now."""
        if self.makes_sense(key):
            self.running.emit(key)
            self._specs[key].run()
            self.running.emit("")

    def shortcut_text(self, key: str) -> str:
        """The key as the platform writes it, or ""."""
        return QKeySequence(self._specs[key].shortcut).toString(QKeySequence.SequenceFormat.NativeText)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text.replace("&", "&&"), self._window)
        if keys := [keys for keys in (spec.shortcut, spec.keys_in_turn) if keys]:
            action.setShortcuts([QKeySequence(one) for one in keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.run(spec.key))
        self._window.addAction(action)
        return action
