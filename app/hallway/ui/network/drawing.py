"""Draws the map on any painter: a widget, a picture or a drawing in a file. From afar, people become dots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from hallway.ui.network.picture import CLOSE, OTHER, RADIUS, ROUTE, YOU, Node, Picture
from hallway.ui.theme import paint
from hallway.ui.theme.look import look, tokens
from hallway.ui.theme.tokens import mixed
from hallway.ui.theme.type import TextRole, font, line_height, width
from hallway.ui.widgets.avatar import hue_of, initials
from hallway.usecases.network import EVENT, INTRODUCTION, WORKED

DASHES: dict[str, list[float]] = {INTRODUCTION: [], WORKED: [4, 3], EVENT: [1, 3]}
LEAST_FACE = 8.0
"""Pixels below which a face is a dot."""
LEAST_DOT = 2.0
MOST_NAMED = 160
"""People in view beyond which only the way and the nearest ones have names."""
PATH_WIDTH, HEAD, STEP = 3.0, 11.0, 9.0
CELL = 48.0
NAMES: dict[str, tuple[TextRole, str]] = {
    YOU: ("strong", "text"), ROUTE: ("strong", "text"), CLOSE: ("small", "text2"), OTHER: ("small", "text3"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Eye:
    """From where the map is looked at: pixels for one unit of its own, and where its middle lies on the paper."""

    scale: float
    x: float
    y: float

    def seen(self, x: float, y: float) -> QPointF:
        """Where a point of the map lies on the paper."""
        return QPointF(x * self.scale + self.x, y * self.scale + self.y)

    def place(self, point: QPointF) -> tuple[float, float]:
        """The point of the map that is seen there."""
        return (point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale

    def radius(self, part: str) -> float:
        """How large somebody is drawn, in pixels."""
        return look.scaled(RADIUS[part]) * min(max(self.scale * 1.35, 0.12), 1.2)


class _Taken:
    """Where something stands on the paper already, by cells, so that few have to be compared."""

    def __init__(self, paper: QRectF, rooms: Iterable[QRectF]) -> None:
        self._paper = paper
        self._cells: dict[tuple[int, int], list[QRectF]] = {}
        for room in rooms:
            self.add(room)

    def add(self, room: QRectF) -> None:
        """Something stands there now."""
        for cell in _cells(room):
            self._cells.setdefault(cell, []).append(room)

    def has_room(self, room: QRectF) -> bool:
        """Whether nothing stands there yet, and it lies on the paper."""
        if not self._paper.contains(room):
            return False
        return not any(room.intersects(other) for cell in _cells(room) for other in self._cells.get(cell, ()))


def _cells(room: QRectF) -> list[tuple[int, int]]:
    left, right = int(room.left() // CELL), int(room.right() // CELL)
    top, bottom = int(room.top() // CELL), int(room.bottom() // CELL)
    return [(across, down) for across in range(left, right + 1) for down in range(top, bottom + 1)]


def draw(painter: QPainter, picture: Picture, eye: Eye, paper: QRectF, here: int | None = None) -> None:
    """Everything, from the ground up; `here` is the person the keyboard is on."""
    paint.smooth(painter)
    _draw_grounds(painter, picture, eye)
    _draw_lines(painter, picture, eye, paper)
    _draw_way(painter, picture, eye)
    in_view = _in_view(picture, eye, paper)
    _draw_people(painter, picture, eye, in_view)
    faces = [_box_of(node, eye) for node in in_view] if len(in_view) <= MOST_NAMED else []
    taken = _Taken(paper, [*faces, *_rooms_of_way(picture, eye)])
    _draw_ground_names(painter, picture, eye, taken)
    _draw_names(painter, eye, _named(in_view, eye, here), here, taken)
    if here is not None and here in picture.nodes:
        _draw_ring(painter, picture.nodes[here], eye)


def line_pen(kind: str, in_width: float = 1.0) -> QPen:
    """How a tie of a kind is drawn, also in the legend."""
    pen = QPen(mixed(tokens().control, tokens().window, 0.35))
    pen.setWidthF(in_width)
    pen.setCosmetic(True)
    if DASHES[kind]:
        pen.setDashPattern(DASHES[kind])
    return pen


def _draw_grounds(painter: QPainter, picture: Picture, eye: Eye) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().surface if tokens().is_dark else mixed(tokens().window, tokens().rail, 0.75))
    for ground in picture.grounds:
        painter.drawEllipse(QRectF(eye.seen(ground.box.left(), ground.box.top()),
                                   eye.seen(ground.box.right(), ground.box.bottom())))  # fmt: skip


def _draw_ground_names(painter: QPainter, picture: Picture, eye: Eye, taken: _Taken) -> None:
    """The name of each circle above or below it, where that is wide enough."""
    for ground in picture.grounds:
        box = QRectF(eye.seen(ground.box.left(), ground.box.top()), eye.seen(ground.box.right(), ground.box.bottom()))
        wide, high = width("small", ground.name) + 2, line_height("small")
        if wide < box.width() * 1.6:
            left = box.center().x() - wide / 2
            places = [QRectF(left, top - high * 0.5, wide, high) for top in (box.top(), box.bottom())]
            room = next((one for one in places if taken.has_room(one)), places[0])
            paint.text_elided(painter, room, ground.name, "small", "text2", paint.CENTRE)
            taken.add(room)


def _draw_lines(painter: QPainter, picture: Picture, eye: Eye, paper: QRectF) -> None:
    painter.save()
    painter.setTransform(QTransform(eye.scale, 0, 0, eye.scale, eye.x, eye.y), True)
    if eye.radius(OTHER) < LEAST_FACE:  # from afar, soft edges and dashes take long and are not seen
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    left, top = eye.place(paper.topLeft())
    right, bottom = eye.place(paper.bottomRight())
    for kind, lines in picture.lines.items():
        in_view = [
            line for line in lines
            if min(x1 := line.x1(), x2 := line.x2()) <= right and max(x1, x2) >= left
            and min(y1 := line.y1(), y2 := line.y2()) <= bottom and max(y1, y2) >= top
        ]  # fmt: skip
        if in_view:
            painter.setPen(line_pen(kind))
            painter.drawLines(in_view)
    painter.restore()


def _draw_way(painter: QPainter, picture: Picture, eye: Eye) -> None:
    """Arrows from one to the next, from edge to edge of their faces."""
    people = [picture.nodes[id_] for id_ in picture.route if id_ in picture.nodes]
    accent = tokens().accent
    for one, other in pairwise(people):
        start, end = eye.seen(one.x, one.y), eye.seen(other.x, other.y)
        far = hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
        along = QPointF((end.x() - start.x()) / far, (end.y() - start.y()) / far)
        begins = start + along * (eye.radius(one.part) + 4)
        tip = end - along * (eye.radius(other.part) + 3)
        if far > eye.radius(one.part) + eye.radius(other.part) + HEAD:
            pen = QPen(accent)
            pen.setWidthF(PATH_WIDTH)
            painter.setPen(pen)
            painter.drawLine(QLineF(begins, tip - along * HEAD * 0.8))
            _draw_head(painter, tip, along, accent)


def _draw_head(painter: QPainter, tip: QPointF, along: QPointF, colour: QColor) -> None:
    back, aside = tip - along * HEAD, QPointF(-along.y(), along.x()) * (HEAD * 0.52)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, back + aside, back - aside]))


def _rooms_of_way(picture: Picture, eye: Eye) -> list[QRectF]:
    """Little boxes along the arrows, which names keep off."""
    rooms = []
    for one, other in pairwise(picture.nodes[id_] for id_ in picture.route if id_ in picture.nodes):
        line = QLineF(eye.seen(one.x, one.y), eye.seen(other.x, other.y))
        count = max(1, min(round(line.length() / STEP), 100))
        rooms += [
            QRectF(point.x() - 3, point.y() - 3, 6, 6) for at in range(1, count) for point in [line.pointAt(at / count)]
        ]
    return rooms


def _in_view(picture: Picture, eye: Eye, paper: QRectF) -> list[Node]:
    margin = look.scaled(40)
    left, top = eye.place(paper.topLeft() - QPointF(margin, margin))
    right, bottom = eye.place(paper.bottomRight() + QPointF(margin, margin))
    return [node for node in picture.nodes.values() if left <= node.x <= right and top <= node.y <= bottom]


def _draw_people(painter: QPainter, picture: Picture, eye: Eye, in_view: Iterable[Node]) -> None:
    small = eye.radius(OTHER) < LEAST_FACE
    if small:
        _draw_dots(painter, picture, eye)
    for node in in_view:
        if not small or node.part in (YOU, ROUTE):
            _draw_face(painter, node, eye)


def _draw_dots(painter: QPainter, picture: Picture, eye: Eye) -> None:
    painter.save()
    painter.setTransform(QTransform(eye.scale, 0, 0, eye.scale, eye.x, eye.y), True)
    for part, role in ((OTHER, "text3"), (CLOSE, "accent")):
        pen = QPen(tokens().colour(role))
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setWidthF(2 * max(eye.radius(part) * 0.75, LEAST_DOT))
        painter.setPen(pen)
        painter.drawPoints(picture.points[part])
    painter.restore()


def _draw_face(painter: QPainter, node: Node, eye: Eye) -> None:
    colours, radius = tokens(), eye.radius(node.part)
    hue = hue_of(node.dot.name)
    ground = {YOU: colours.accent, ROUTE: colours.soft(hue)}.get(node.part, colours.surface)
    ink = {YOU: colours.on_accent, ROUTE: colours.colour(hue)}.get(node.part, colours.text2)
    pen = QPen(colours.accent if node.part in (YOU, ROUTE) else mixed(colours.control, colours.window, 0.3))
    pen.setWidthF(2 if node.part == ROUTE else 1)
    middle = eye.seen(node.x, node.y)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius, radius)
    lettering = font("strong")
    lettering.setPixelSize(max(6, round(radius * (0.58 if node.part == YOU else 0.66))))
    painter.setFont(lettering)
    painter.setPen(ink)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, int(paint.CENTRE), node.dot.name if node.part == YOU else initials(node.dot.name))


def _named(in_view: list[Node], eye: Eye, here: int | None) -> list[Node]:
    """Who gets a name: everybody while they are few; those of the way, of `here` and of the closest go first."""
    every = len(in_view) <= MOST_NAMED and eye.radius(OTHER) >= LEAST_FACE
    order = {ROUTE: 0, CLOSE: 2, OTHER: 3}
    named = [node for node in in_view if node.part != YOU and (every or node.part == ROUTE or node.dot.id == here)]
    return sorted(named, key=lambda one: 1 if one.dot.id == here else order[one.part])


def _draw_names(painter: QPainter, eye: Eye, named: list[Node], here: int | None, taken: _Taken) -> None:
    """Names beside the faces, as many as have room; those of the way and of `here` in any case."""
    for node in named:
        role, colour = NAMES[node.part]
        is_sure = node.part == ROUTE or node.dot.id == here
        text = node.dot.name if is_sure else node.dot.short
        wide, high = width(role, text) + 2, line_height(role)
        middle, radius = eye.seen(node.x, node.y), eye.radius(node.part)
        places = [QRectF(*corner, wide, high) for corner in _label_places(middle, radius, wide, high, is_sure)]
        room = next((one for one in places if taken.has_room(one)), places[0] if is_sure else None)
        if room is not None:
            taken.add(room)
            paint.text_elided(painter, room, text, role, colour, paint.CENTRE)


def _label_places(
    middle: QPointF, radius: float, wide: float, high: float, is_sure: bool
) -> Iterable[tuple[float, float]]:
    """Below, at the right, above, at the left; for those who need a name in any case, aslant as well."""
    off = 3 if is_sure else 1
    yield middle.x() - wide / 2, middle.y() + radius + off
    yield middle.x() + radius + 4, middle.y() - high / 2
    yield middle.x() - wide / 2, middle.y() - radius - high - off
    yield middle.x() - radius - wide - 4, middle.y() - high / 2
    if is_sure:
        for top in (middle.y() + radius + off, middle.y() - radius - high - off):
            yield middle.x() - 4, top
            yield middle.x() - wide + 4, top


def _box_of(node: Node, eye: Eye) -> QRectF:
    middle, radius = eye.seen(node.x, node.y), eye.radius(node.part)
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def _draw_ring(painter: QPainter, node: Node, eye: Eye) -> None:
    middle, radius = eye.seen(node.x, node.y), max(eye.radius(node.part), LEAST_FACE) + 4
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(tokens().accent)
    pen.setWidthF(2)
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)


