"""Every action once: its words, icon and key. Menus, the palette, shortcuts and the help sheet read this catalogue."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
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

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, *specs: ActionSpec) -> None:
        """Declare actions; a key that is there already is a bug."""
        for spec in specs:
            if spec.key in self._specs:
                raise ValueError(f"two actions are called {spec.key}")
            self._specs[spec.key] = spec
            self._actions[spec.key] = self._make(spec)

    def all(self) -> tuple[ActionSpec, ...]:
        """Every action."""
        return tuple(self._specs.values())

    def available(self) -> tuple[ActionSpec, ...]:
        """Every action that makes sense now."""
        return tuple(spec for spec in self._specs.values() if spec.enabled_when())

    def action(self, key: str) -> QAction:
        """The Qt action, for a menu or a button."""
        return self._actions[key]

    def run(self, key: str) -> None:
        """Do it, if it makes sense now."""
        spec = self._specs[key]
        if spec.enabled_when():
            spec.run()

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
