"""Puts wishes on days with little room, as near to the wished days as the room allows.

Days are ordinals here (`date.toordinal`), because whole numbers are several times faster than dates. The method: keep
the wishes in order of their days and place them by a dynamic programme over the free units of room, which is exact for
that order; then let single wishes move and pairs change places, which finds what the order hid; then once more.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count

STEEPNESS = 3.0
"""What a day beyond the tolerance costs on top of its own length."""

CLOSED = 1e9
BAND = 32
NEIGHBOURS = 12
PARTNERS = 6
ROUNDS = 2
PASSES = 4
INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Item:
    """One wish: `key` is (person, cycle), `aim` the nearest day it may stand on, `closed` the days it may not."""

    key: tuple[int, int]
    wish: int
    aim: int
    tolerance: int
    weight: float = 1.0
    closed: tuple[tuple[int, int], ...] = ()

    def cost(self, day: int) -> float:
        """Weighted days from the wish, growing steeply beyond the tolerance."""
        distance = abs(day - self.wish)
        if self.closed and any(first <= day <= last for first, last in self.closed):
            return CLOSED + distance
        beyond = distance - self.tolerance
        return self.weight * (distance + STEEPNESS * beyond if beyond > 0 else distance)


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
            turns = [(turn, day) for day in days for turn in range(self.day_left[day])]
            units += [day for _, day in sorted(turns)[: max(0, self.week_left[week])]]
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
    units = room.units()
    days = _in_order(order, units, _first_guess([item.aim for item in order], units))
    for day in days:
        room.take(day)
    for _ in range(ROUNDS):
        _improve(order, days, room)
        order, days = _again(order, days, room)
    _leave_closed_days(order, days, room)
    day_of = {item.key: day for item, day in zip(order, days, strict=True)}
    return [day_of[item.key] for item in items]


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
    for _ in range(6):
        chosen = _cheapest_path(items, units, centre)
        leaning = any(
            abs(new - old) == BAND and 0 < new < len(units) - 1
            for new, old in zip(chosen, centre, strict=True)
        )
        if not leaning:
            break
        centre = chosen
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
        costs = _costs(item, units[start:stop])
        row = [own + rest for own, rest in zip(costs, _shifted(cheapest, start - 1 - cheapest_start, stop - start))]
        starts.append(start)
        rows.append(row)
        cheapest, cheapest_start = list(accumulate(row, min)), start
    return _walk_back(starts, rows)


def _costs(item: Item, days: list[int]) -> list[float]:
    if item.closed:
        return [item.cost(day) for day in days]
    wish, tolerance, weight = item.wish, item.tolerance, item.weight
    steep, rise = weight * (1 + STEEPNESS), weight * STEEPNESS * tolerance
    return [
        weight * distance if (distance := abs(day - wish)) <= tolerance else steep * distance - rise for day in days
    ]


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


def _again(items: list[Item], days: list[int], room: Room) -> tuple[list[Item], list[int]]:
    """The dynamic programme once more, in the order that moving and changing places has led to."""
    pairs = sorted(zip(days, items, strict=True), key=lambda pair: (pair[0], pair[1].wish, pair[1].key))
    order, used = [item for _, item in pairs], [day for day, _ in pairs]
    units = sorted([*used, *room.units()])
    centre = _ranks(used, units)
    for day in used:
        room.give(day)
    new = _in_order(order, units, centre)
    for day in new:
        room.take(day)
    return order, new


def _ranks(used: list[int], units: list[int]) -> list[int]:
    """Where each used day stands among the units; equal days take successive places."""
    ranks: list[int] = []
    for day in used:
        first = bisect_left(units, day)
        ranks.append(max(first, ranks[-1] + 1) if ranks else first)
    return ranks


# --- moving and changing places --------------------------------------------------------------------------


def _improve(items: Sequence[Item], days: list[int], room: Room) -> None:
    """Let items move to free places or change places while the total cost falls; changes `days` and `room`."""
    on_day: dict[int, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        on_day[day].append(number)
    for _ in range(PASSES):
        moved = [_improve_one(number, items, days, room, on_day) for number in range(len(items))]
        if not any(moved):
            return


def _improve_one(
    number: int, items: Sequence[Item], days: list[int], room: Room, on_day: dict[int, list[int]]
) -> bool:
    item, here = items[number], days[number]
    cost_here = item.cost(here)
    best_gain, best_day, partner = 1e-9, here, -1
    for day in _neighbours(room.days, here, item.aim):
        saved = cost_here - item.cost(day)
        if saved <= 0:
            continue
        if saved > best_gain and room.has(day, leaving=here):
            best_gain, best_day, partner = saved, day, -1
        for other in _partners(on_day.get(day, []), later=here > day):
            gain = saved + items[other].cost(day) - items[other].cost(here)
            if gain > best_gain:
                best_gain, best_day, partner = gain, day, other
    if best_day == here:
        return False
    _move(number, best_day, days, on_day)
    if partner >= 0:
        _move(partner, here, days, on_day)
    else:
        room.give(here)
        room.take(best_day)
    return True


def _partners(numbers: list[int], later: bool) -> list[int]:
    """Those on a crowded day who would mind least to go: they stand in the order of their wishes."""
    if len(numbers) <= PARTNERS:
        return numbers
    return numbers[-PARTNERS:] if later else numbers[:PARTNERS]


def _neighbours(open_days: list[int], here: int, aim: int) -> Iterable[int]:
    """The open days from here towards the aim, and those around the aim."""
    at, goal = bisect_left(open_days, here), bisect_left(open_days, aim)
    towards = range(at - 1, max(goal, at - NEIGHBOURS) - 1, -1) if goal < at else range(at + 1, min(goal, at + NEIGHBOURS) + 1)
    around = range(max(0, goal - NEIGHBOURS // 2), goal + NEIGHBOURS)
    indexes = dict.fromkeys([*towards, *around])
    return [open_days[index] for index in indexes if 0 <= index < len(open_days) and index != at]


def _move(number: int, day: int, days: list[int], on_day: dict[int, list[int]]) -> None:
    on_day[days[number]].remove(number)
    insort(on_day[day], number)
    days[number] = day


def _leave_closed_days(items: Sequence[Item], days: list[int], room: Room) -> None:
    """Whoever still stands on a day of their own pause goes to the nearest open day with room."""
    for number, item in enumerate(items):
        here = days[number]
        if item.cost(here) < CLOSED:
            continue
        free = (day for day in _outwards(room.days, item.aim) if item.cost(day) < CLOSED and room.has(day, leaving=here))
        days[number] = next(free)
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
