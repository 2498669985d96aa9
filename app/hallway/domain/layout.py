"""Where people stand on the map: circles around the user, and within each those who know each other side by side.

Fruchterman and Reingold's forces ("Graph drawing by force-directed placement", 1991), with a grid so that only those
near each other repel each other; each circle keeps to a disc of its own. Whoever had a place keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin, sqrt
from random import Random

GAP = 84.0
"""How far apart two people like to stand, in pixels at the map's own scale."""
ROUNDS, FEWER_ROUNDS, MANY = 80, 24, 600
HOME = 96.0
"""How far from the user, who stands in the middle, everybody stays."""
ALLEY = 84.0
"""Room between two circles."""
ROOMY = 1.7
"""How many times the usual gap is kept around those on a way, so that its arrows can be seen."""
LEAST = GAP * 0.75
"""No two people stand nearer to each other, where there is room."""
TURNS = 48
INWARD, ACROSS = 0.06, 0.15

Place = tuple[float, float]
Report = Callable[[int, int], None]
Links = Sequence[tuple[int, int]]


@dataclass(slots=True)
class _Disc:
    """Where a circle is."""

    x: float
    y: float
    radius: float

    def meets(self, x: float, y: float, radius: float) -> bool:
        return hypot(self.x - x, self.y - y) < self.radius + radius + ALLEY


@dataclass(slots=True)
class _Map:
    """The people on the way to their places."""

    places: dict[int, Place]
    movable: list[int]
    disc_of: Mapping[int, _Disc]
    near: dict[int, list[int]] = field(default_factory=dict)
    roomy: frozenset[int] = frozenset()


def arranged(
    people: Sequence[int], circle_of: Mapping[int, int], links: Links, kept: Mapping[int, Place],
    report: Report = lambda done, total: None, *, way: Sequence[int] = (),
) -> dict[int, Place]:
    """A place for everybody around the user at (0, 0). `circle_of` may leave people out; `kept` are places they had.

    Those on a `way` get more room, each further out than the one before.

    The same input gives the same map. `report` hears how far it is and may raise to stop.
    """  # fmt: skip
    kept = {id_: place for id_, place in kept.items() if id_ in set(people)}
    discs = _discs(people, circle_of, kept)
    disc_of = {id_: discs[circle_of.get(id_, -1)] for id_ in people}
    movable = [id_ for id_ in people if id_ not in kept]
    made = _Map(dict(kept), movable, disc_of, _neighbours(people, links), frozenset(way))
    _begin(made, way)
    rounds = ROUNDS if len(made.movable) < MANY else FEWER_ROUNDS
    for number in range(rounds):
        _push_and_pull(made, circle_of, GAP * (1 - number / rounds) * 0.5)
        report(number + 1, rounds)
    _keep_apart(made)
    return made.places


def bounds(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all places, and of the user's."""
    listed = [*places, (0.0, 0.0)]
    return (
        min(x for x, _ in listed), min(y for _, y in listed), max(x for x, _ in listed), max(y for _, y in listed),
    )  # fmt: skip


# --- the circles ---------------------------------------------------------------------------------------------


def _discs(people: Sequence[int], circle_of: Mapping[int, int], kept: Mapping[int, Place]) -> dict[int, _Disc]:
    """A disc for each circle (-1 for those in none): where its people are already, else the nearest free room."""
    members: dict[int, list[int]] = {}
    for id_ in people:
        members.setdefault(circle_of.get(id_, -1), []).append(id_)
    discs: dict[int, _Disc] = {}
    waiting = []
    for circle, ids in sorted(members.items(), key=lambda item: (-len(item[1]), item[0])):
        there = [kept[id_] for id_ in ids if id_ in kept]
        radius = GAP * 0.54 * sqrt(len(ids)) + GAP * 0.2
        if there:
            x, y = _middle(there)
            reach = max(hypot(px - x, py - y) for px, py in there)
            discs[circle] = _Disc(x, y, max(radius, reach))
        else:
            waiting.append((circle, radius))
    for circle, radius in waiting:
        discs[circle] = _Disc(*_free_room(list(discs.values()), radius), radius)
    return discs


def _free_room(taken: Sequence[_Disc], radius: float) -> Place:
    """The middle of the nearest free room around the user, beginning at the upper left."""
    distance = HOME * 1.3 + radius
    while True:
        for turn in range(TURNS):
            angle = -0.75 * pi + 2 * pi * turn / TURNS
            x, y = distance * cos(angle), distance * sin(angle)
            if not any(disc.meets(x, y, radius) for disc in taken):
                return x, y
        distance += GAP / 4


# --- the people -----------------------------------------------------------------------------------------------


def _begin(made: _Map, way: Sequence[int]) -> None:
    """Newcomers begin beside those they know who have a place in the same circle, else spread over it."""
    before = dict(zip(way[1:], way, strict=False))
    counts: dict[int, int] = {}
    random = Random(1)
    for id_ in made.movable:
        disc = made.disc_of[id_]
        near = [made.places[one] for one in made.near[id_] if one in made.places and made.disc_of[one] is disc]
        if id_ in before and before[id_] in made.places:
            x, y = made.places[before[id_]]
            further = 1 + ROOMY * GAP / (hypot(x, y) or GAP)
            place = x * further, y * further
        elif near:
            x, y = _middle(near)
            place = x + random.uniform(-GAP, GAP) / 2, y + random.uniform(-GAP, GAP) / 2
        else:
            number = counts[id(disc)] = counts.get(id(disc), 0) + 1
            angle, distance = 2.399963 * number, disc.radius * 0.9 * sqrt(number / (number + 6))
            place = disc.x + distance * cos(angle), disc.y + distance * sin(angle)
        made.places[id_] = _held(made, id_, place)


def _push_and_pull(made: _Map, circle_of: Mapping[int, int], most: float) -> None:
    """One round: away from those near by, towards those known and the middle of the circle, by so much at most."""
    cells = _cells(made.places, 2 * GAP)
    fresh: dict[int, Place] = {}
    for id_ in made.movable:
        x, y = made.places[id_]
        disc = made.disc_of[id_]
        push_x, push_y = (disc.x - x) * INWARD, (disc.y - y) * INWARD
        for other, other_x, other_y in _nearby(cells, x, y, 2 * GAP):
            if other != id_:
                away_x, away_y = x - other_x or 0.01 * (id_ - other), y - other_y or 0.01
                square = away_x * away_x + away_y * away_y
                if square < 4 * GAP * GAP:
                    push_x += away_x * GAP * GAP / square
                    push_y += away_y * GAP * GAP / square
        for other in made.near[id_]:
            other_x, other_y = made.places[other]
            pull = hypot(other_x - x, other_y - y) / GAP
            pull = min(pull, 2.0) * (1.0 if made.disc_of[other] is disc else ACROSS)
            push_x += (other_x - x) * pull * 0.5
            push_y += (other_y - y) * pull * 0.5
        far = hypot(push_x, push_y) or 1.0
        step = min(far, most) / far
        fresh[id_] = _held(made, id_, (x + push_x * step, y + push_y * step))
    made.places.update(fresh)


def _keep_apart(made: _Map, rounds: int = 16) -> None:
    """Newcomers step aside until nobody stands on anybody."""
    widest = LEAST * (ROOMY if made.roomy else 1)
    for _ in range(rounds):
        cells = _cells(made.places, widest)
        moved = False
        for id_ in made.movable:
            x, y = made.places[id_]
            for other, other_x, other_y in _nearby(cells, x, y, widest):
                away = hypot(x - other_x, y - other_y)
                least = LEAST * (ROOMY if other in made.roomy and id_ in made.roomy else 1)
                if other != id_ and away < least:
                    moved = True
                    along = (least - away) / 2 + 1
                    x += (x - other_x or (id_ - other) % 7 - 3.3) / (away or 3.3) * along
                    y += (y - other_y or 1.0) / (away or 3.3) * along
            made.places[id_] = _held(made, id_, (x, y), slack=1.12)
        if not moved:
            break


def _held(made: _Map, id_: int, place: Place, slack: float = 1.0) -> Place:
    """The place, or the nearest to it within the circle and away from the user."""
    disc, (x, y) = made.disc_of[id_], place
    away_x, away_y = x - disc.x, y - disc.y
    far = hypot(away_x, away_y)
    if far > disc.radius * slack:
        x, y = disc.x + away_x * disc.radius * slack / far, disc.y + away_y * disc.radius * slack / far
    home = hypot(x, y)
    return (x, y) if home >= HOME else (x * HOME / (home or 1), y * HOME / (home or 1) + (0 if home else HOME))


def _cells(places: Mapping[int, Place], side: float) -> dict[tuple[int, int], list[tuple[int, float, float]]]:
    cells: dict[tuple[int, int], list[tuple[int, float, float]]] = {}
    for id_, (x, y) in places.items():
        cells.setdefault((int(x // side), int(y // side)), []).append((id_, x, y))
    return cells


def _nearby(
    cells: Mapping[tuple[int, int], list[tuple[int, float, float]]], x: float, y: float, side: float
) -> Iterator[tuple[int, float, float]]:
    column, row = int(x // side), int(y // side)
    for across in (column - 1, column, column + 1):
        for down in (row - 1, row, row + 1):
            yield from cells.get((across, down), ())


def _neighbours(people: Sequence[int], links: Links) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {id_: [] for id_ in people}
    for one, other in links:
        if one in near and other in near:
            near[one].append(other)
            near[other].append(one)
    return near


def _middle(places: Sequence[Place]) -> Place:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)
