"""Faces made of initials: a soft round in a hue that stays with the name."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.tokens import HUES, HueName
from hallway.ui.theme.type import font

_BADGE, _BEYOND = 0.52, 0.14
"""Size of the badge, and how far it stands out at the lower right, as parts of the face."""


class Badge(NamedTuple):
    """The small mark of a kind at the lower right: an icon name and a hue name."""

    icon: str
    hue: str


def initials(name: str) -> str:
    """Return the first letters of the first and last word: "Ada van Loon" gives AL."""
    words = [word for word in name.replace(".", " ").split() if word[:1].isalnum()]
    picked = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in picked).upper()


def hue_of(name: str) -> HueName:
    """Return the hue of a name, the same on every run and machine."""
    return HUES[zlib.crc32(name.strip().casefold().encode()) % len(HUES)]


def paint_avatar(
    painter: QPainter, rect: QRectF, name: str, badge: Badge | None = None, photo: QPixmap | None = None
) -> None:
    """Draw the round face in a square rectangle: the photo, cut to that size, or the initials.

    Initials are drawn once per name and size, then reused.
    """
    image = photo if photo is not None else _face(name, round(rect.width()), painter.device().devicePixelRatio())
    painter.drawPixmap(rect.topLeft(), image)
    if badge is not None:
        side, beyond = round(rect.width() * _BADGE), round(rect.width() * _BEYOND)
        corner = QRectF(rect.right() - side + beyond, rect.bottom() - side + beyond, side, side)
        paint.solid_dot(painter, corner, badge.icon, badge.hue)


class Avatar(QWidget):
    """A face of a given size in pixels, with an optional kind badge."""

    def __init__(self, name: str, size: int = 40, badge: Badge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._badge = name, size, badge
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_name(self, name: str, badge: Badge | None = None) -> None:
        """Show another person."""
        self._name, self._badge = name, badge
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = look.scaled(self._size)
        room = side + (round(side * _BEYOND) if self._badge else 0)
        return QSize(room, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = look.scaled(self._size)
        paint_avatar(QPainter(self), QRectF(0, 0, side, side), self._name, self._badge, self._photo(side))

    def _photo(self, side: int) -> QPixmap | None:
        """What stands in place of the initials; a widget that knows the record may have something."""
        return None


def _face(name: str, side: int, ratio: float) -> QPixmap:
    hue, letters = hue_of(name), initials(name)
    ink = tokens().colour(hue)
    key = f"hallway:face:{letters}:{side}:{ratio}:{ink.rgba()}:{look.base_px}"
    result = QPixmap()
    if not QPixmapCache.find(key, result):
        result = _drawn(letters, hue, side, ratio)
        QPixmapCache.insert(key, result)
    return result


def _drawn(letters: str, hue: str, side: int, ratio: float) -> QPixmap:
    result = QPixmap(round(side * ratio), round(side * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    paint.rounded_rect(painter, QRectF(0, 0, side, side), side / 2, fill=tokens().soft(hue))
    lettering: QFont = font("strong")
    lettering.setPixelSize(max(9, round(side * 0.36 + 0.4)))
    painter.setFont(lettering)
    painter.setPen(tokens().colour(hue))
    painter.drawText(QRectF(0, 0, side, side), int(paint.CENTRE), letters)
    painter.end()
    return result
