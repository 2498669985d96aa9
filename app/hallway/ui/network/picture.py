"""The map as shapes in its own measure: where everybody stands, lines, circles, and the way that is marked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPolygonF

from hallway.domain.circles import circle_of
from hallway.domain.layout import Place
from hallway.usecases.network import EVENT, INTRODUCTION, WORKED, Dot, Line, Seen
from hallway.usecases.paths import ME

ROOM = 40.0
"""Ground around the people of a circle."""
ROOM_AROUND = 70.0
"""Around everything, so that names fit."""
MOST_LINES = 1200
SIDEWAYS = 2.2
"""How much less somebody off to the side is meant by an arrow key."""

YOU, ROUTE, CLOSE, OTHER = "you", "route", "close", "other"
RADIUS = {YOU: 24.0, ROUTE: 20.0, CLOSE: 15.0, OTHER: 15.0}


class Node(NamedTuple):
    """One person and their place; `part` says how they are drawn."""

    dot: Dot
    x: float
    y: float
    part: str


class Ground(NamedTuple):
    """The soft ground of a circle, with its name above."""

    name: str
    box: QRectF


@dataclass(slots=True)
class Picture:
    """Everything that is drawn. `route` are ids, the user's first; `around` is the box in which it all lies."""

    nodes: dict[int, Node]
    lines: Mapping[str, list[QLineF]]
    grounds: list[Ground]
    route: tuple[int, ...] = ()
    around: QRectF = field(default_factory=QRectF)
    points: Mapping[str, QPolygonF] = field(default_factory=dict)

    def at(self, x: float, y: float, reach: float) -> int | None:
        """Who stands nearest to a point, within reach; None for nobody."""
        best = min(self.nodes.values(), key=lambda one: hypot(one.x - x, one.y - y), default=None)
        if best is None or hypot(best.x - x, best.y - y) > max(reach, 0):
            return None
        return best.dot.id

    def beside(self, here: int, right: int, down: int) -> int | None:
        """Who stands nearest in a direction (-1, 0 or 1 each way); None when nobody does."""
        node = self.nodes.get(here)
        if node is None:
            return ME if ME in self.nodes else None
        best: tuple[float, int] | None = None
        for other in self.nodes.values():
            across, along = other.x - node.x, other.y - node.y
            ahead, aside = across * right + along * down, abs(across * down) + abs(along * right)
            if other.dot.id != here and ahead > 1 and aside < ahead * SIDEWAYS:
                far = ahead + SIDEWAYS * aside
                best = min(best or (far, other.dot.id), (far, other.dot.id))
        return best[1] if best else None


def picture_of(seen: Seen, places: Mapping[int, Place], route: Sequence[int], you: str) -> Picture:
    """The shapes of a map. `route` are the people on the marked way; `you` is what the user is called."""
    marked = (ME, *route) if route else ()
    nodes = {ME: Node(Dot(ME, you, you, ""), 0.0, 0.0, YOU)}
    for dot in seen.dots:
        if dot.id in places:
            part = ROUTE if dot.id in route else CLOSE if dot.is_close else OTHER
            nodes[dot.id] = Node(dot, *places[dot.id], part)
    lines = _lines(seen, nodes, {frozenset(pair) for pair in pairwise(marked)})
    grounds = [
        Ground(circle.name[:1].upper() + circle.name[1:], _box([nodes[id_] for id_ in circle.people if id_ in nodes]))
        for circle in seen.circles
    ]
    picture = Picture(nodes, lines, grounds, marked)
    picture.around = _all_around(picture)
    picture.points = _points(nodes)
    return picture


def _lines(seen: Seen, nodes: Mapping[int, Node], marked: Collection[frozenset[int]]) -> dict[str, list[QLineF]]:
    """What is drawn under the marked way. Of very many lines those of the closest people come first, then those within
    a circle: the others would only make the ground grey."""
    mine = [Line(ME, dot.id, INTRODUCTION) for dot in seen.dots if dot.is_mine]
    shown = [one for one in seen.lines if one.kind in seen.wanted.kinds and one.one in nodes and one.other in nodes]
    if len(shown) > MOST_LINES:
        circle = circle_of(seen.circles)
        shown.sort(key=lambda one: _weight(nodes[one.one], nodes[one.other], circle))
    lines: dict[str, list[QLineF]] = {INTRODUCTION: [], WORKED: [], EVENT: []}
    for line in (*mine, *shown[:MOST_LINES]):
        if frozenset(line[:2]) not in marked:
            lines[line.kind].append(_between(nodes[line.one], nodes[line.other]))
    return lines


def _weight(one: Node, other: Node, circle: Mapping[int, int]) -> int:
    if OTHER not in (one.part, other.part):
        return 0
    if one.part != OTHER or other.part != OTHER:
        return 1
    return 2 if circle.get(one.dot.id, -1) == circle.get(other.dot.id, -2) else 3


def _between(one: Node, other: Node) -> QLineF:
    return QLineF(one.x, one.y, other.x, other.y)


def _box(nodes: Sequence[Node]) -> QRectF:
    """The box of an ellipse around people."""
    left, right = min(node.x for node in nodes), max(node.x for node in nodes)
    top, bottom = min(node.y for node in nodes), max(node.y for node in nodes)
    return QRectF(left - ROOM, top - ROOM, right - left + 2 * ROOM, bottom - top + 2 * ROOM)


def _all_around(picture: Picture) -> QRectF:
    xs = [node.x for node in picture.nodes.values()]
    ys = [node.y for node in picture.nodes.values()]
    box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    for ground in picture.grounds:
        box = box.united(ground.box)
    return box.adjusted(-ROOM_AROUND / 2, -ROOM_AROUND / 2, ROOM_AROUND / 2, ROOM_AROUND / 2)


def _points(nodes: Mapping[int, Node]) -> dict[str, QPolygonF]:
    return {
        part: QPolygonF([QPointF(node.x, node.y) for node in nodes.values() if node.part == part]) for part in RADIUS
    }
