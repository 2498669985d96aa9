"""Puts wishes on days with little room, as near to the wished days as the room allows.

Days are ordinals here (`date.toordinal`), because whole numbers are several times faster than dates. The method: keep
the wishes in order of their days and place them by a dynamic programme over the free units of room, which is exact for
that order; then let single wishes move and pairs change places, which finds what the order hid; then once more. Where
most wishes have been told a day already, that is where the second half begins, and the first is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import accumulate, count, pairwise

STEEPNESS = 3.0
"""What a day beyond the tolerance costs on top of its own length."""

EVENNESS = 0.0001
"""A little of the square on top: of two equal sums the more even one, so that there is one best plan, not many."""

CLOSED = 1e15
"""What a day costs on which somebody may not stand at all."""

BAND = 32
"""How many units to either side of a first guess the dynamic programme looks at."""

BAND_MOVES = 6
STRIDES = (1, 2, 3, 4, 5, 6, 7, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024, 1448, 2048, 2896)
"""How many open days apart people change places: every near distance, and ever fewer far ones, as in Shell's sort."""

NEAR_PAIRS = 2400
"""Pairs of days looked at whatever their distance: where there are few days, everybody may change with everybody."""

EFFORT = 800_000
"""Pairs of days compared before the search for shorter ways ends; only hopeless crowds come near it."""

LEAST_GAIN = 0.4
"""What a change of places has to be worth, in weighted days: for less than half a day nobody is moved."""

INERTIA = 7.0
"""What it costs to give somebody another day than the one that was told, in weighted days."""

MOST_DAYS_FOR_RINGS = 800
PASSES = 40
HOPS = 8
FURTHEST = 1200
"""Days from a wish for which prices are kept ready."""
EMPTY = -1
INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Item:
    """One wish: `key` is (person, cycle), `aim` the nearest day it may stand on, `closed` the days it may not.

    `told` is the day it was given before, if any; only something worth a week of distance takes it away.
    """

    key: tuple[int, int]
    wish: int
    aim: int
    tolerance: int
    weight: float = 1.0
    closed: tuple[tuple[int, int], ...] = ()
    told: int | None = None

    def cost(self, day: int) -> float:
        """Weighted days from the wish, growing steeply beyond the tolerance, and what breaking a word costs."""
        moved = INERTIA if self.told is not None and day != self.told else 0.0
        distance = abs(day - self.wish)
        if self.closed and self.is_closed(day):
            return CLOSED + distance
        return moved + self.weight * _price(distance, self.tolerance)

    def is_closed(self, day: int) -> bool:
        """Whether the day lies in one of the item's own pauses."""
        return any(first <= day <= last for first, last in self.closed)


@dataclass(slots=True)
class Room:
    """Free places by open day and by ISO week; both limits hold at once."""

    day_left: dict[int, int]
    week_left: dict[int, int]
    days: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.days = sorted(self.day_left)

    def copy(self) -> Room:
        return Room(dict(self.day_left), dict(self.week_left))

    def has(self, day: int, leaving: int | None = None) -> bool:
        """Whether one more fits on `day`, for one that leaves the day `leaving` at the same time."""
        if self.day_left.get(day, 0) < 1:
            return False
        same_week = leaving is not None and week_of(leaving) == week_of(day)
        return same_week or self.week_left[week_of(day)] > 0

    def take(self, day: int) -> None:
        self.day_left[day] -= 1
        self.week_left[week_of(day)] -= 1

    def give(self, day: int) -> None:
        self.day_left[day] += 1
        self.week_left[week_of(day)] += 1

    def units(self) -> list[int]:
        """The free places one by one, as days in order, spread evenly over the open days of each week."""
        weeks: dict[int, list[int]] = defaultdict(list)
        for day in self.days:
            weeks[week_of(day)].append(day)
        units: list[int] = []
        for week, days in weeks.items():
            wanted, open_days = max(0, self.week_left[week]), [day for day in days if self.day_left[day] > 0]
            if wanted < len(open_days):
                units += [open_days[(2 * turn + 1) * len(open_days) // (2 * wanted)] for turn in range(wanted)]
            else:
                turns = [(turn, day) for day in days for turn in range(self.day_left[day])]
                units += [day for _, day in sorted(turns)[:wanted]]
        return sorted(units)


def week_of(day: int) -> int:
    """The number of the ISO week of a day ordinal; ordinal 1 was a Monday."""
    return (day - 1) // 7


def place(items: Sequence[Item], room: Room) -> list[int]:
    """The day of each item, within the room (which is used up by it).

    There must be at least as many free units as items, and room after each item's closed days. The same items in
    another order get the same days.
    """
    order = sorted(items, key=lambda item: (item.aim, item.wish, item.key))
    days = _as_told(order, room) if _mostly_told(order) else _laid_out_anew(order, room)
    _improve(order, days, room)
    _leave_closed_days(order, days, room)
    day_of = {item.key: day for item, day in zip(order, days, strict=True)}
    return [day_of[item.key] for item in items]


def _laid_out_anew(order: Sequence[Item], room: Room) -> list[int]:
    units = room.units()
    days = _in_order(order, units, _first_guess([item.aim for item in order], units))
    for day in days:
        room.take(day)
    return days


def _mostly_told(items: Sequence[Item]) -> bool:
    return 2 * sum(item.told is not None for item in items) > len(items)


def _as_told(order: Sequence[Item], room: Room) -> list[int]:
    """Everybody on the day they were told while there is room on it, the others on the free days nearest to them."""
    days: dict[int, int] = {}
    for number, item in enumerate(order):
        if item.told is not None and room.has(item.told):
            room.take(item.told)
            days[number] = item.told
    free = FreeUnits(room.units())
    for number, item in enumerate(order):
        if number not in days:
            unit = free.take_nearest(item.aim)
            assert unit is not None, "there are as many free units as items"
            days[number] = free.units[unit]
            room.take(days[number])
    return [days[number] for number in range(len(order))]


# --- a first guess ---------------------------------------------------------------------------------------


class FreeUnits:
    """Which units are free, with the nearest free one found in almost constant time (disjoint sets)."""

    def __init__(self, units: list[int]) -> None:
        self.units = units
        self._after = list(range(len(units) + 1))
        self._before = list(range(len(units) + 1))  # shifted by one: 0 stands for "none before"

    def take_nearest(self, aim: int, latest: float = INFINITY) -> int | None:
        """Take the free unit nearest to the day `aim`; its index, or None when it would lie after `latest`."""
        at = bisect_left(self.units, aim)
        after, before = _root(self._after, at), _root(self._before, at) - 1
        late = self.units[after] - aim if after < len(self.units) else INFINITY
        early = aim - self.units[before] if before >= 0 else INFINITY
        chosen = after if late <= early else before
        if min(late, early) == INFINITY or self.units[chosen] > latest:
            return None
        self._after[chosen] = chosen + 1
        self._before[chosen + 1] = chosen
        return chosen


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


def _first_guess(aims: Iterable[int], units: list[int]) -> list[int]:
    """Ascending unit indexes, one for each aim: everyone takes the nearest free unit in turn, then they line up."""
    free = FreeUnits(units)
    taken = [free.take_nearest(aim) for aim in aims]
    return sorted(index for index in taken if index is not None)


# --- the dynamic programme -------------------------------------------------------------------------------


def _in_order(items: Sequence[Item], units: list[int], centre: list[int]) -> list[int]:
    """Days for the items in their order, at the least total cost for that order.

    Only units within `BAND` of `centre` are looked at; when the result leans on the edge of the band, the band moves.
    """
    chosen = _cheapest_path(items, units, centre)
    for _ in range(BAND_MOVES):
        if all(abs(new - old) < BAND for new, old in zip(chosen, centre, strict=True)):
            break
        centre, chosen = chosen, _cheapest_path(items, units, chosen)
    return [units[index] for index in chosen]


def _cheapest_path(items: Sequence[Item], units: list[int], centre: list[int]) -> list[int]:
    """Unit indexes, strictly ascending, that cost least; `rows[i][s]` is the least cost with item i on unit s."""
    starts: list[int] = []
    rows: list[list[float]] = []
    cheapest: list[float] = [0.0]
    cheapest_start = -1
    total, last = len(items), len(units)
    for number, (item, middle) in enumerate(zip(items, centre, strict=True)):
        start = max(number, middle - BAND)
        stop = min(last - (total - number) + 1, middle + BAND + 1)
        before = _shifted(cheapest, start - 1 - cheapest_start, stop - start)
        row = [own + rest for own, rest in zip(_costs(item, units[start:stop]), before, strict=True)]
        starts.append(start)
        rows.append(row)
        cheapest, cheapest_start = list(accumulate(row, min)), start
    return _walk_back(starts, rows)


def _costs(item: Item, days: list[int]) -> list[float]:
    """`Item.cost` of many days at once; a list is several times faster than as many calls."""
    if item.closed:
        return [item.cost(day) for day in days]
    wish, prices = item.wish, _prices(item.tolerance, item.weight)
    try:
        costs = [prices[abs(day - wish)] for day in days]
    except IndexError:  # further than anybody plans
        costs = [item.weight * _price(abs(day - wish), item.tolerance) for day in days]
    if item.told is None:
        return costs
    return [cost if day == item.told else cost + INERTIA for day, cost in zip(days, costs, strict=True)]


def _price(distance: int, tolerance: int) -> float:
    """What so many days from the wish cost, growing steeply beyond the tolerance."""
    beyond = STEEPNESS * (distance - tolerance) if distance > tolerance else 0.0
    return distance + EVENNESS * distance * distance + beyond


@lru_cache(maxsize=256)
def _prices(tolerance: int, weight: float) -> list[float]:
    """The price of every distance that plans have: few rhythms, many wishes."""
    return [weight * _price(distance, tolerance) for distance in range(FURTHEST)]


def _shifted(cheapest: list[float], offset: int, length: int) -> list[float]:
    """The least cost before each unit of the next row; beyond the end of the last row it stays the same."""
    if offset < 0:
        return [INFINITY, *_shifted(cheapest, 0, length - 1)]
    part = cheapest[offset : offset + length]
    return part + [cheapest[-1]] * (length - len(part))


def _walk_back(starts: list[int], rows: list[list[float]]) -> list[int]:
    chosen: list[int] = []
    before = starts[-1] + len(rows[-1]) if rows else 0
    for start, row in zip(reversed(starts), reversed(rows), strict=True):
        open_part = row[: before - start]
        before = start + open_part.index(min(open_part))
        chosen.append(before)
    return chosen[::-1]


# --- changing places -------------------------------------------------------------------------------------


@dataclass(slots=True)
class Floor:
    """Who stands on which open day, and what each cheapest step from one day to another near it would change.

    An empty place is treated as somebody who goes anywhere at no cost, so that moving to a free place and changing
    places are the same thing: a ring of steps. `steps[u][v]` is a heap of (change in cost, item) from the day with
    index u to the one with index v; entries of items that have left are dropped when they come up. `near[u]` are the
    days of the row `steps[u]`, in its order.
    """

    items: Sequence[Item]
    days: list[int]
    room: Room
    steps: dict[int, dict[int, list[tuple[float, int]]]] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)
    near: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        index_of = {day: index for index, day in enumerate(self.room.days)}
        for day in sorted(set(self.days)):
            self._open(index_of[day])
        for number, day in enumerate(self.days):
            heaps, changes = self._changes(number, index_of[day])
            for entries, change in zip(heaps, changes, strict=True):
                entries.append((change, number))
        for row in self.steps.values():
            for heap in row.values():
                heapify(heap)

    def cheapest(self, here: int, there: int) -> tuple[float, int]:
        """The change in cost and the item of the cheapest step; `EMPTY` for an empty place, infinity for no step."""
        heap, days, room = self.steps[here][there], self.days, self.room
        day = room.days[here]
        while heap and days[heap[0][1]] != day:
            heappop(heap)
        # Full days are asked about most, and told by the first look.
        if room.day_left[day] and (not heap or heap[0][0] > 0) and room.has(day, leaving=room.days[there]):
            return 0.0, EMPTY
        return heap[0] if heap else (INFINITY, EMPTY)

    def row(self, here: int) -> list[tuple[float, int]]:
        """(change in cost, where to) of the cheapest steps from a day, cheapest first."""
        return sorted((self.cheapest(here, there)[0], there) for there in self.steps[here])

    def step(self, number: int, there: int) -> None:
        """Let an item go to the day with index `there`."""
        self.days[number] = self.room.days[there]
        self._open(there)
        heaps, changes = self._changes(number, there)
        for entries, change in zip(heaps, changes, strict=True):
            heappush(entries, (change, number))

    def _open(self, index: int) -> None:
        """Lay out the steps from and to a day on which somebody stands for the first time."""
        if index not in self.opened:
            self.opened.add(index)
            for near in _near(index, len(self.room.days)):
                self._lay_out(near, index)
                self._lay_out(index, near)

    def _lay_out(self, here: int, there: int) -> None:
        row = self.steps.setdefault(here, {})
        if there not in row:
            row[there] = []
            self.near.setdefault(here, []).append(self.room.days[there])

    def _changes(self, number: int, here: int) -> tuple[Iterable[list[tuple[float, int]]], list[float]]:
        """The heaps that tell of steps from a day, and what each step would change for one item."""
        item = self.items[number]
        cost_here = item.cost(self.room.days[here])
        return self.steps[here].values(), [cost - cost_here for cost in _costs(item, self.near[here])]


def _near(index: int, total: int) -> list[int]:
    """The days reached in one step: all that are close, and ever fewer further away."""
    reach = [index + sign * step for step in _strides(total) for sign in (-1, 1)]
    return [near for near in reach if 0 <= near < total]


@lru_cache(maxsize=8)
def _strides(total: int) -> tuple[int, ...]:
    every = min(total, NEAR_PAIRS // max(1, total))
    return (*range(1, every + 1), *(step for step in STRIDES if every < step < total))


def _improve(items: Sequence[Item], days: list[int], room: Room) -> None:
    """Let items go round in rings while that lowers the total cost; changes `days` and `room`.

    When no ring lowers the cost, a placing is the best there is (Klein 1967); only rings between near days are tried.
    """
    floor = Floor(items, days, room)
    _change_in_pairs(floor)
    if len(floor.steps) > MOST_DAYS_FOR_RINGS:
        return
    rows = {here: floor.row(here) for here in floor.steps}
    for _ in range(PASSES):
        rings = _rings(rows)
        touched = {index for ring in rings if _go_round(floor, ring) for index in ring}
        if not touched:
            return
        weeks = {week_of(room.days[index]) for index in touched}
        for here in floor.steps:
            if here not in rows or week_of(room.days[here]) in weeks:
                rows[here] = floor.row(here)


def _change_in_pairs(floor: Floor) -> None:
    """The shortest rings first: most of what can be gained is gained between two days."""
    restless = list(floor.steps)
    effort = EFFORT
    while restless and effort > 0:
        touched: dict[int, None] = {}
        waiting = set(restless)
        for here in restless:
            effort -= len(floor.steps[here])
            for there in list(floor.steps[here]):
                if there < here and there in waiting:
                    continue  # looked at from the other side
                change = floor.cheapest(here, there)[0] + floor.cheapest(there, here)[0]
                if change < -LEAST_GAIN and _go_round(floor, [here, there]):
                    touched |= {here: None, there: None}
        restless = list(touched)


def _rings(rows: dict[int, list[tuple[float, int]]]) -> list[list[int]]:
    """Rings of days round which the steps lower the cost, no day in two of them.

    Bellman and Ford's search for negative cycles, from all days at once; it stops at the first it finds.
    """
    least = dict.fromkeys(rows, 0.0)
    came_from: dict[int, int] = {}
    active = list(rows)
    for _ in range(HOPS):
        changed: dict[int, None] = {}
        for here in active:
            so_far = least[here]
            for change, there in rows[here]:
                total = so_far + change
                if total >= -LEAST_GAIN:
                    break
                if total < least[there] - LEAST_GAIN:
                    least[there] = total
                    came_from[there] = here
                    changed[there] = None
        active = list(changed)
        loops = _loops(came_from)
        if loops or not active:
            return loops
    return []


def _loops(came_from: dict[int, int]) -> list[list[int]]:
    """The closed loops in a map from each place to the one before it."""
    seen: dict[int, int] = {}
    loops: list[list[int]] = []
    for start in came_from:
        trail: list[int] = []
        at = start
        while at in came_from and at not in seen:
            seen[at] = start
            trail.append(at)
            at = came_from[at]
        if at in came_from and seen[at] == start and at in trail:
            loops.append(trail[trail.index(at) :][::-1])
    return loops


def _go_round(floor: Floor, ring: list[int]) -> bool:
    """Carry out a ring of steps if it lowers the cost as things stand now; whether it did."""
    steps = [(*floor.cheapest(here, there), here, there) for here, there in pairwise([*ring, ring[0]])]
    if sum(change for change, *_ in steps) >= -LEAST_GAIN:
        return False
    empties = [(floor.room.days[here], floor.room.days[there]) for _, number, here, there in steps if number == EMPTY]
    if not _exchange(floor.room, empties):
        return False
    for _, number, _, there in steps:
        if number != EMPTY:
            floor.step(number, there)
    return True


def _exchange(room: Room, empties: list[tuple[int, int]]) -> bool:
    """Take each first day and give each second, if the room has it all; else change nothing."""
    for done, (day, given) in enumerate(empties):
        if not room.has(day, leaving=given):
            for taken, back in reversed(empties[:done]):
                room.give(taken)
                room.take(back)
            return False
        room.take(day)
        room.give(given)
    return True


def _leave_closed_days(items: Sequence[Item], days: list[int], room: Room) -> None:
    """Whoever still stands on a day of their own pause goes to the nearest open day with room."""
    for number, item in enumerate(items):
        here = days[number]
        if item.is_closed(here):
            near = _outwards(room.days, item.aim)
            days[number] = next(day for day in near if not item.is_closed(day) and room.has(day, leaving=here))
            room.give(here)
            room.take(days[number])


def _outwards(open_days: list[int], aim: int) -> Iterable[int]:
    goal = bisect_left(open_days, aim)
    for step in count():
        if goal - step < 0 and goal + step >= len(open_days):
            return
        if goal + step < len(open_days):
            yield open_days[goal + step]
        if step and goal - step >= 0:
            yield open_days[goal - step]
