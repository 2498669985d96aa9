"""Push buttons in their kinds: primary (one per view), secondary, quiet, link, and icon alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hallway.ui.theme.icons import icon as themed_icon
from hallway.ui.theme.look import look
from hallway.ui.theme.type import font
from hallway.ui.widgets.tooltip import plain

Kind = Literal["primary", "secondary", "quiet", "link", "name", "soft", "danger"]

_INK: dict[str, str] = {
    "primary": "on_accent",
    "quiet": "text2",
    "soft": "accent_text",
    "link": "accent",
    "danger": "danger",
}


class Button(QPushButton):
    """A push button painted by the style. ``keys`` ("Ctrl+Enter") are shown as caps inside, and only shown."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "secondary",
        icon: str = "",
        keys: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self.setProperty("kind", kind)
        self.setProperty("keys", keys)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind in ("link", "name"):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_kind(self, kind: Kind) -> None:
        """Change how much weight the button has."""
        self.setProperty("kind", kind)
        self._restyle()

    def set_icon(self, name: str) -> None:
        """Show another icon; empty for none."""
        self._icon_name = name
        self._restyle()

    def _restyle(self) -> None:
        kind = str(self.property("kind"))
        side = look.scaled(14 if self.property("small") and self.text() else 16)
        self.setIconSize(QSize(side, side))
        if self._icon_name:
            ink = _INK.get(kind, "text")
            self.setIcon(themed_icon(self._icon_name, ink, "accent_text" if kind != "primary" else ink))
        self.setFont(self._lettering(kind))
        self.updateGeometry()
        self.update()

    def _lettering(self, kind: str) -> QFont:
        result = font("small" if kind == "link" or self.property("small") else "name")
        result.setWeight(QFont.Weight.Medium)
        return result


class TitleLink(Button):
    """A link in the words of the record, as they are: "&" is no key, and "…" stands where there is no room."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__("", "link", icon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setText(words.replace("&", "&&"))

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(min(look.scaled(40), wanted.width()), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(plain(self._words) if self.width() < self.sizeHint().width() else "")


def primary(text: str, icon: str = "", keys: str = "") -> Button:
    """Return the filled button, the one main thing of a view."""
    return Button(text, "primary", icon, keys)


def secondary(text: str, icon: str = "", keys: str = "") -> Button:
    """Return an outlined button."""
    return Button(text, "secondary", icon, keys)


def quiet(text: str, icon: str = "", keys: str = "") -> Button:
    """Return a plain button that shows its ground under the pointer only."""
    return Button(text, "quiet", icon, keys)


def link(text: str, icon: str = "") -> Button:
    """Return a small word in ivy, for Change, Edit, All events."""
    return Button(text, "link", icon)


def name(text: str) -> Button:
    """Return somebody's name that leads to them, where it heads what stands below it."""
    return Button(text, "name")


def small(text: str, icon: str = "", keys: str = "") -> Button:
    """Return an outlined button 28 px high, for rows and cards."""
    return Button(text, "secondary", icon, keys, small=True)


def icon_button(icon: str, accessible_name: str, kind: Kind = "quiet", *, small: bool = False) -> Button:
    """Return a square button with an icon alone; the name is spoken and shown as tooltip.

    The name carries its object: "Mark done: thank Adaeze Nwosu".
    """
    button = Button("", kind, icon, small=small)
    button.setAccessibleName(accessible_name)
    button.setToolTip(plain(accessible_name))
    return button
