"""The map of people: who is on it, what ties them, the circles they form, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from hallway.domain.bonds import TOGETHER, Acquaintance, link_cost, my_cost
from hallway.domain.circles import Circle, by_one_kind, circle_of, circles
from hallway.domain.folding import fold
from hallway.domain.layout import Place, arranged
from hallway.domain.names import split_name
from hallway.store import map_people, network
from hallway.store.work import View, Work
from hallway.usecases.paths import Found, Target, routes

CLOSE, EVERYONE = "close", "everyone"
"""Whom to show: the people one is in touch with most and one step on, or everybody (the last two thousand)."""
CIRCLES, GROUPS, ORGANISATIONS, EVENTS = "circles", "group", "organisation", "event"
"""How to put them together."""
INTRODUCTION, WORKED, EVENT = "introduction", "worked", "event"
"""What a line stands for."""

MOST_CLOSE, MOST_SHOWN, MOST_ON_MAP = 18, 32, 2000
IN_A_GROUP, WITH_RHYTHM = 1.0, 0.3
"""How much closer somebody is whom the user put into a group, or wishes to stay in touch with."""
STEPS_EACH = 4
"""People around each of the close ones, at most."""
AT_ONCE = 0.5
"""How much less it says that one talked with two at once than that they know each other."""
LOOKED_AT = 300
FEW = 500
MOST_WAYS = 4
SMALL_PLACE = 4
"""At a place of so few, those who are there are taken to work together."""
MOST_LINES_OF_EVENTS = 400
MOST_CIRCLES = 24
WORKING = frozenset({"co-author", "colleague", "lab-mate", "advisor", "committee", "worked"})

Report = Callable[[int, int], None]


class Wanted(NamedTuple):
    """What the map is asked for. `route` are the people on the way to somebody; they are shown in any case."""

    whom: str = CLOSE
    grouping: str = CIRCLES
    kinds: frozenset[str] = frozenset({INTRODUCTION, WORKED})
    group: int = 0
    route: tuple[int, ...] = ()


class Dot(NamedTuple):
    """Somebody on the map. `short` is a name for little room; `is_mine` draws a line to the user."""

    id: int
    name: str
    short: str
    line: str
    is_close: bool = False
    is_mine: bool = False


class Line(NamedTuple):
    """What ties two people on the map, by its kind."""

    one: int
    other: int
    kind: str


class Seen(NamedTuple):
    """Everything about a map but where people stand: `kept` are the places they had the last time."""

    wanted: Wanted
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    circles: tuple[Circle, ...]
    total: int
    kept: Mapping[int, Place]


def seen(look: View, wanted: Wanted) -> Seen:
    """Who is on the map, and what ties them."""
    close = _close(look, wanted)
    ids = _shown(look, wanted, close)
    people = network.acquaintances(look, ids)
    ids = [id_ for id_ in ids if id_ in people]
    lines = _lines(look, ids, wanted)
    found = _circles(look, ids, wanted)
    introduced = {line.other for line in lines if line.kind == INTRODUCTION}
    near = frozenset(close)
    dots = tuple(
        Dot(id_, people[id_].name, _short(people[id_]), people[id_].line, id_ in near,
            people[id_].is_known and (id_ in near or id_ in wanted.route[:1]) and id_ not in introduced)
        for id_ in ids
    )  # fmt: skip
    kept = map_people.places(look, _kind(wanted), ids)
    return Seen(wanted, dots, tuple(dict.fromkeys(_in_order(lines))), found, map_people.count(look), kept)


class Made(NamedTuple):
    """A whole map: what is on it, where everybody stands, and the ways to a target, of which one is marked."""

    seen: Seen
    places: Mapping[int, Place]
    goal: Target | None = None
    routes: tuple[Found, ...] = ()
    chosen: int = 0

    @property
    def is_placed(self) -> bool:
        """Whether everybody has a place."""
        return len(self.places) == len(self.seen.dots)

    @property
    def has_new_places(self) -> bool:
        """Whether some have a place that is not remembered yet."""
        return len(self.places) > len(self.seen.kept)

    @property
    def route(self) -> tuple[int, ...]:
        """The people on the way that is marked."""
        return self.routes[self.chosen].people if self.routes else ()


def read(look: View, wanted: Wanted, goal: Target | None = None, chosen: int = 0) -> Made:
    """The map without its places, and the ways to a target with the `chosen` one marked."""
    ways = routes(look, goal, MOST_WAYS) if goal else ()
    chosen = min(chosen, max(len(ways) - 1, 0))
    shown = seen(look, wanted._replace(route=ways[chosen].people if ways else ()))
    return Made(shown, shown.kept, goal, ways, chosen)


def placed(made: Made, report: Report = lambda done, total: None) -> Made:
    """The same with a place for everybody: those who had one keep it. Takes a second for two thousand people."""
    what = made.seen
    links = [(line.one, line.other) for line in what.lines if line.kind != EVENT]
    places = arranged(
        [dot.id for dot in what.dots], circle_of(what.circles), links, what.kept, report, way=what.wanted.route
    )
    return made._replace(places=places)


def keep_places(step: Work, made: Made) -> None:
    """Remember the places of those who had none. Files no step of the history."""
    fresh = {id_: place for id_, place in made.places.items() if id_ not in made.seen.kept}
    map_people.keep_places(step, _kind(made.seen.wanted), fresh)


def is_small(look: View) -> bool:
    """Whether there are so few people that a map of them is read in the blink of an eye."""
    return map_people.count(look) <= FEW


def arrange_anew(step: Work, wanted: Wanted) -> None:
    """Forget where people stood. Files no step of the history."""
    map_people.forget_places(step, _kind(wanted))


def _kind(wanted: Wanted) -> str:
    """Each way to look at people is a map of its own."""
    return f"{wanted.whom} {wanted.grouping}"


def _close(look: View, wanted: Wanted) -> list[int]:
    """Those the user is in touch with most, the closest first; those with a rhythm or a group before others."""
    groups, rhythms = map_people.in_groups(look), map_people.with_rhythm(look)
    own = () if wanted.group else (*groups, *rhythms)
    ids = dict.fromkeys((*map_people.lately(look, LOOKED_AT, wanted.group), *own))
    costs = {
        id_: cost - IN_A_GROUP * (id_ in groups) - WITH_RHYTHM * (id_ in rhythms)
        for id_, one in network.acquaintances(look, ids).items()
        if one.is_known and (cost := my_cost(one, look.today)) is not None
    }
    return sorted(costs, key=lambda id_: (costs[id_], id_))[:MOST_CLOSE]


def _shown(look: View, wanted: Wanted, close: Sequence[int]) -> list[int]:
    """Whom the map shows: the route and whom it passes by, then the close ones, then those around them."""
    first = [*wanted.route, *_around(look, wanted.route)[: 3 * STEPS_EACH], *close]
    if wanted.whom == EVERYONE:
        return list(dict.fromkeys((*first, *map_people.lately(look, MOST_ON_MAP, wanted.group))))[:MOST_ON_MAP]
    if wanted.group:
        return list(dict.fromkeys((*first, *map_people.lately(look, MOST_SHOWN, wanted.group))))[:MOST_SHOWN]
    return list(dict.fromkeys((*first, *_around(look, close))))[: max(MOST_SHOWN, len(first))]


def _around(look: View, ids: Sequence[int]) -> list[int]:
    """A few people around each of these, those nearest to all of them first."""
    if not ids:
        return []
    best: dict[int, float] = {}
    for one, near in _nearest(look, ids).items():
        for other in sorted(near, key=lambda id_: (near[id_], id_))[:STEPS_EACH]:
            if other not in ids:
                best[other] = min(near[other] + 0.01 * ids.index(one), best.get(other, 99))
    return sorted(best, key=lambda id_: (best[id_], id_))


def _nearest(look: View, ids: Sequence[int]) -> dict[int, dict[int, float]]:
    near: dict[int, dict[int, float]] = {id_: {} for id_ in ids}
    for bond in network.apart_from_events(look, ids, SMALL_PLACE):
        cost = link_cost(bond, look.today) + (AT_ONCE if bond.kind == TOGETHER else 0)
        for one, other in ((bond.one, bond.other), (bond.other, bond.one)):
            if one in near:
                near[one][other] = min(cost, near[one].get(other, cost))
    return near


def _lines(look: View, ids: Sequence[int], wanted: Wanted) -> list[Line]:
    shown = set(ids)
    found = [
        Line(bond.one, bond.other, WORKED if bond.kind in WORKING else INTRODUCTION)
        for bond in network.apart_from_events(look, ids, SMALL_PLACE)
        if bond.one in shown and bond.other in shown and bond.kind != TOGETHER
    ]
    if EVENT in wanted.kinds:
        events = sorted(
            (bond for bond in network.at_events(look, ids) if bond.one < bond.other and bond.other in shown),
            key=lambda bond: link_cost(bond, look.today),
        )  # fmt: skip
        found += [Line(bond.one, bond.other, EVENT) for bond in events[:MOST_LINES_OF_EVENTS]]
    return found


def _in_order(lines: Iterable[Line]) -> Iterable[Line]:
    """One line between two people, introductions before work before events."""
    rank = (INTRODUCTION, WORKED, EVENT)
    best: dict[tuple[int, int], Line] = {}
    for line in sorted(lines, key=lambda line: rank.index(line.kind)):
        best.setdefault((min(line[:2]), max(line[:2])), line)
    return best.values()


def _circles(look: View, ids: Sequence[int], wanted: Wanted) -> tuple[Circle, ...]:
    traits = map_people.traits(look, ids)
    if wanted.grouping != CIRCLES:
        return by_one_kind(traits, wanted.grouping, MOST_CIRCLES)
    return circles(traits, MOST_CIRCLES) if wanted.whom == EVERYONE else circles(traits)


def _short(one: Acquaintance) -> str:
    """A name for little room: "Hye-jin S."."""
    parts = split_name(one.name)
    letter = parts.family[:1]
    return f"{parts.given} {letter}." if parts.given and fold(letter).isascii() and letter else one.name
