"""The line icons, tinted from the tokens at the size and pixel density they are drawn at."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from hallway.resources import resource
from hallway.ui.theme.look import tokens

_GRID = 24


class UnknownIconError(LookupError):
    """No icon of that name comes with Hallway."""


class TintedEngine(QIconEngine):
    """Draws one line icon in the colour of a token, looked up each time, so it follows the theme."""

    def __init__(self, name: str, role: str, role_on: str) -> None:
        super().__init__()
        _source(name)
        self._parts = (name, role, role_on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        image = pixmap(self._parts[0], side, self._colour(mode, state), painter.device().devicePixelRatio())
        corner = rect.center() - QPoint(side // 2 - (side + 1) % 2, side // 2 - (side + 1) % 2)
        painter.drawPixmap(corner, image)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self._parts[0], side, self._colour(mode, state), scale)

    def clone(self) -> QIconEngine:
        return TintedEngine(*self._parts)

    def key(self) -> str:
        return "hallway"

    def isNull(self) -> bool:
        return False

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return tokens().disabled
        return tokens().colour(self._parts[2 if state == QIcon.State.On else 1])


def icon(name: str, role: str = "text2", role_on: str | None = None) -> QIcon:
    """Return an icon that follows the theme. ``role`` is a token name, ``role_on`` the one while checked.

    Raises UnknownIconError.
    """
    return QIcon(TintedEngine(name, role, role_on or role))


def pixmap(name: str, size: float, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square picture of ``size`` logical pixels. Raises UnknownIconError."""
    side = max(1, round(size * ratio))
    key = f"hallway:{name}:{side}:{ratio}:{colour.rgba()}"
    result = QPixmap()
    if not QPixmapCache.find(key, result):
        result = _drawn(name, side, size, colour)
        result.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, result)
    return result


def draw(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw the icon in the middle of a rectangle, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    image = pixmap(name, side, colour, painter.device().devicePixelRatio())
    left, top = rect.center().x() - side / 2, rect.center().y() - side / 2
    painter.drawPixmap(QRectF(round(left), round(top), side, side), image, QRectF(image.rect()))


def has_icon(name: str) -> bool:
    """Tell whether an icon of this name comes with Hallway."""
    return resource("icons", f"{name}.svg").is_file()


def stroke_on_screen(size: float) -> float:
    """Width of the lines in pixels: 1.3 at 14 px growing to 1.6 at 22 px."""
    return min(max(1.3 + (size - 14) * 0.3 / 8, 1.2), 2.2)


@cache
def _source(name: str) -> str:
    try:
        return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except OSError as error:
        raise UnknownIconError(name) from error


def _drawn(name: str, side: int, size: float, colour: QColor) -> QPixmap:
    stroke = stroke_on_screen(size) * _GRID / size
    svg = _source(name).replace("currentColor", colour.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke:.3f}"')
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return result


def app_icon() -> QIcon:
    """Return the mark of Hallway for windows and the desktop, in its own colours."""
    return QIcon(str(resource("icons", "hallway.svg")))
