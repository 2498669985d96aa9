"""The check-in plan: which person on which day, within what the user allows. A pure function, stored nowhere.

The same wishes give the same plan, in whatever order they come. Everyone's next check-in is placed first and the turns
after it around them, so that how far ahead one looks moves nobody's next day. A conversation uses up the place it was
planned on (`reached`), and a caller that kept the last plan hands it in as `previous`: then only they move who must.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import heapify, heappop, heappush

from hallway.domain.placing import FreeUnits, Item, Room, place, week_of
from hallway.domain.rhythm import LONGEST_RHYTHM

TOLERANCE_SHARE = 4
"""A check-in may be a quarter of its rhythm early or late before that counts heavily."""

ROUNDS = 2
SPARE_UNITS = 64
LOOK_AHEAD_DAYS = 150 * 366
LAST_DAY = date(9999, 12, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without check-ins, both ends included; `date.max` as the end means until further notice.

    `source` is the file that days off came from; a pause that the user made has none.
    """

    start: date
    end: date
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """One person's rhythm in days and the day the next check-in is wished for (which may have passed).

    `fixed_on` is a date set by hand and kept; once it has passed, the check-in waits like any other. `weight` says how
    much a day of distance matters. Raises ValueError when the rhythm or the weight makes no sense.
    """

    person_id: int
    rhythm_days: int
    wished_on: date
    fixed_on: date | None = None
    weight: float = 1.0
    paused: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.rhythm_days <= LONGEST_RHYTHM:
            raise ValueError("a rhythm is between one day and a hundred years")
        if not 0 < self.weight < 1e6:
            raise ValueError("a weight is more than nothing")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user allows: people a week, weekdays to write on (Monday is 0), pauses, days off.

    Raises ValueError when nothing could ever be planned.
    """

    per_week: int = 3
    weekdays: frozenset[int] = frozenset({1, 3})
    pauses: tuple[Pause, ...] = ()
    days_off: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.per_week < 1:
            raise ValueError("a plan needs at least one person a week")
        if not self.weekdays or not self.weekdays <= set(range(7)):
            raise ValueError("a plan needs a weekday to write on, from 0 for Monday to 6")


@dataclass(frozen=True, slots=True)
class Placed:
    """One planned check-in. `cycle` 0 is the next one; each later one is wished a rhythm after the one before."""

    person_id: int
    on: date
    wished_on: date
    fixed: bool = False
    cycle: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The check-ins in order of day and person.

    Everyone's next check-in is there, even when it only fits after the horizon; later cycles end at the horizon.
    `asked_per_week` is what the rhythms come to, `fits` whether that is within the budget. `resting` are people who
    cannot be placed because a pause has no end.
    """

    check_ins: tuple[Placed, ...]
    asked_per_week: float
    per_week: int
    fits: bool
    resting: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What stays the same while a plan is worked out: wishes by person, first days kept and told, the room, the end."""

    wishes: Mapping[int, Wish]
    kept: Mapping[int, int]
    room: Room
    today: int
    until: int
    told: Mapping[int, int] = field(default_factory=dict)


def plan(
    check_ins: Sequence[Wish],
    limits: Limits,
    *,
    today: date,
    until: date,
    previous: Mapping[int, date] | None = None,
    settled: Mapping[int, date] | None = None,
    reached: Collection[date] = (),
) -> Plan:
    """Plan check-ins from today to `until`.

    `previous` is each person's next day in an earlier plan, for people whose wish has not changed since: they keep it
    unless moving saves a week of distance. `settled` are next days that stand whatever it costs. `reached` holds one
    day for each check-in already made this week: they count against the week's budget.
    Raises ValueError when a person comes twice.
    """
    wishes = {wish.person_id: wish for wish in sorted(check_ins, key=lambda wish: wish.person_id)}
    if len(wishes) != len(check_ins):
        raise ValueError("a person has one wish at a time")
    fixed = {wish.person_id: day for wish in wishes.values() if (day := _fixed_day(wish, today))}
    done = [day.toordinal() for day in reached]
    room = _room(limits, wishes.values(), today.toordinal(), today.toordinal())
    _use_up(room, [*fixed.values(), *done])
    kept = fixed | _still_possible(settled or {}, wishes, fixed, room)
    resting = _without_room(wishes, kept, room)
    active = {person: wish for person, wish in wishes.items() if person not in resting}
    told = {person: day.toordinal() for person, day in (previous or {}).items() if person in active}
    ground = Ground(active, kept, room, today.toordinal(), today.toordinal(), told)
    first_days = {**kept, **{person: day for (person, _), day in _settle(ground).items()}}
    room = _room(limits, wishes.values(), today.toordinal(), until.toordinal())
    _use_up(room, [*first_days.values(), *done])
    ground = replace(ground, kept=first_days, room=room, until=until.toordinal())
    asked = sum(7 / wish.rhythm_days for wish in wishes.values())
    placed = _placed(ground, _settle(ground), fixed)
    return Plan(placed, asked, limits.per_week, asked <= limits.per_week + 1e-9, tuple(sorted(resting)))


def open_day(limits: Limits, day: date, by: int, *, today: date) -> date | None:
    """The next day to write on after a day (`by` 1), or the last one before it (-1); None when there is none."""
    farthest = day.toordinal() + by * 2 * 366
    for at in range(day.toordinal() + by, max(farthest, 1), by):
        if at < today.toordinal() or at > LAST_DAY:
            return None
        if at in _open_days(limits, week_of(at)):
            return date.fromordinal(at)
    return None


# --- the room there is -----------------------------------------------------------------------------------


def _room(limits: Limits, wishes: Collection[Wish], today: int, until: int) -> Room:
    """Open days and weekly places, from today until everyone is sure to find one.

    A week's places are spread over its open days; when only one is open, that day takes them all.
    """
    needed = 2 * len(wishes) + SPARE_UNITS
    reach = max([until, today, *(min(wish.wished_on.toordinal(), today + LOOK_AHEAD_DAYS) for wish in wishes)])
    end = min(reach + LOOK_AHEAD_DAYS + 7 * (needed // limits.per_week + 1), LAST_DAY)
    latest_pause = max((_ends(pause) for wish in wishes for pause in wish.paused if _ends(pause) < end), default=0)
    reach = max(reach, latest_pause)
    day_left: dict[int, int] = {}
    week_left: dict[int, int] = {}
    spare = 0
    for week in range(week_of(today), week_of(end)):
        days = [day for day in _open_days(limits, week) if day >= today]
        day_left |= dict.fromkeys(days, -(-limits.per_week // max(1, len(days))))
        week_left[week] = limits.per_week
        spare += limits.per_week if days and week > week_of(reach) else 0
        if spare >= needed:
            break
    return Room(day_left, week_left)


def _open_days(limits: Limits, week: int) -> list[int]:
    days = [week * 7 + 1 + weekday for weekday in sorted(limits.weekdays)]
    off = limits.days_off
    return [day for day in days if date.fromordinal(day) not in off and not _is_paused(day, limits.pauses)]


def _is_paused(day: int, pauses: Iterable[Pause]) -> bool:
    return any(pause.start.toordinal() <= day <= _ends(pause) for pause in pauses)


def _ends(pause: Pause) -> int:
    return pause.end.toordinal()


def _use_up(room: Room, days: Iterable[int]) -> None:
    """Take places for what is settled; it counts even where there was no room for it."""
    for day in days:
        if day in room.day_left:
            room.day_left[day] = max(0, room.day_left[day] - 1)
        if week_of(day) in room.week_left:
            room.week_left[week_of(day)] = max(0, room.week_left[week_of(day)] - 1)


def _fixed_day(wish: Wish, today: date) -> int | None:
    return wish.fixed_on.toordinal() if wish.fixed_on and wish.fixed_on >= today else None


def _still_possible(
    settled: Mapping[int, date], wishes: Mapping[int, Wish], fixed: Mapping[int, int], room: Room
) -> dict[int, int]:
    """The settled days that can still be; each takes its place in the room."""
    kept: dict[int, int] = {}
    for on, person in sorted((day.toordinal(), person) for person, day in settled.items()):
        if person in wishes and person not in fixed and room.has(on) and not _is_paused(on, wishes[person].paused):
            room.take(on)
            kept[person] = on
    return kept


def _without_room(wishes: Mapping[int, Wish], kept: Mapping[int, int], room: Room) -> set[int]:
    """People whose pauses leave no day open, and those for whom the days of the calendar run out."""
    last_open = room.days[-1] if room.days else 0
    resting = {
        person
        for person, wish in wishes.items()
        if person not in kept and (not room.days or any(_ends(pause) >= last_open for pause in wish.paused))
    }
    hopeful = sorted(
        (wish.wished_on, person) for person, wish in wishes.items() if person not in kept and person not in resting
    )
    return resting | {person for _, person in hopeful[len(room.units()) :]}


# --- cycles ----------------------------------------------------------------------------------------------


Entry = tuple[int, int, tuple[int, int], Item]
"""What waits for a place: where it aims, when it was wished, whose it is."""


def _settle(ground: Ground) -> dict[tuple[int, int], int]:
    """The day of every (person, cycle).

    Where a check-in lands decides where the next one is wished, so the cycles are first walked through in time with
    the nearest free places, then placed all together, and wished and placed again from where they came to stand.
    """
    items = _walk_through(ground)
    days: dict[tuple[int, int], int] = {}
    for _ in range(ROUNDS):
        placed = place(items, ground.room.copy())
        days = _in_time({item.key: day for item, day in zip(items, placed, strict=True)})
        renewed = _wished_again(ground, days)
        if renewed == items:
            break
        items = renewed
    return days


def _walk_through(ground: Ground) -> list[Item]:
    free = FreeUnits(ground.room.units())
    items: list[Item] = []
    waiting: list[Entry] = []
    for person, wish in ground.wishes.items():
        if person in ground.kept:
            _push_next(waiting, ground, (person, 0), ground.kept[person])
        else:
            waiting.append(_entry(_item(ground, (person, 0), wish.wished_on.toordinal())))
    heapify(waiting)
    while waiting:
        *_, item = heappop(waiting)
        unit = free.take_nearest(item.aim, ground.until if item.key[1] else LAST_DAY)
        if unit is not None:
            items.append(item)
            _push_next(waiting, ground, item.key, _landing(ground, item.aim, free.units[unit]))
        elif not item.key[1]:
            items.append(item)
    return sorted(items, key=lambda item: item.key)


def _landing(ground: Ground, aim: int, unit: int) -> int:
    """Where an item will come to stand, more or less: on its own day when that is open in the week of its place."""
    is_own_day = week_of(aim) == week_of(unit) and ground.room.day_left.get(aim, 0) > 0
    return aim if is_own_day else max(unit, aim)


def _entry(item: Item) -> Entry:
    return item.aim, item.wish, item.key, item


def _push_next(waiting: list[Entry], ground: Ground, key: tuple[int, int], day: int) -> None:
    person, cycle = key
    wish = day + ground.wishes[person].rhythm_days
    if wish <= ground.until:
        heappush(waiting, _entry(_item(ground, (person, cycle + 1), wish)))


def _wished_again(ground: Ground, days: Mapping[tuple[int, int], int]) -> list[Item]:
    items: list[Item] = []
    for person, wish in ground.wishes.items():
        cycle, wished = 0, wish.wished_on.toordinal()
        if person in ground.kept:
            cycle, wished = 1, ground.kept[person] + wish.rhythm_days
        while cycle == 0 or wished <= ground.until:
            items.append(_item(ground, (person, cycle), wished))
            if (person, cycle) not in days:
                break
            wished = days[person, cycle] + wish.rhythm_days
            cycle += 1
    return items


def _item(ground: Ground, key: tuple[int, int], wished: int) -> Item:
    wish = ground.wishes[key[0]]
    closed = tuple((pause.start.toordinal(), _ends(pause)) for pause in wish.paused if _ends(pause) >= ground.today)
    # Wishes beyond the calendar that is laid out count from its edge: their numbers would drown all others.
    wished = min(max(wished, ground.today - LOOK_AHEAD_DAYS), ground.room.days[-1])
    aim = _nearest_open(max(wished, ground.today), closed, ground.today)
    told = None if key[1] else ground.told.get(key[0])
    return Item(key, wished, aim, wish.rhythm_days // TOLERANCE_SHARE, wish.weight, closed, told)


def _nearest_open(day: int, closed: tuple[tuple[int, int], ...], today: int) -> int:
    """The nearest day outside all closed stretches, not before today; the later one of two equally near."""
    if not closed:
        return day
    after = before = day
    for first, last in sorted(closed):
        after = last + 1 if first <= after <= last else after
    for first, last in sorted(closed, key=lambda stretch: -stretch[1]):
        before = first - 1 if first <= before <= last else before
    return before if today <= before and day - before < after - day else after


def _in_time(days: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Each person's days dealt out again so that later cycles have later days."""
    keys: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key in sorted(days):
        keys[key[0]].append(key)
    return {key: day for own in keys.values() for key, day in zip(own, sorted(days[key] for key in own), strict=True)}


def _placed(ground: Ground, days: Mapping[tuple[int, int], int], fixed: Mapping[int, int]) -> tuple[Placed, ...]:
    """Check-ins with the wish each follows from, up to the horizon; a later cycle never shares a day with the last."""
    found: list[Placed] = []
    for person, wish in ground.wishes.items():
        first = Placed(person, date.fromordinal(ground.kept[person]), wish.wished_on, person in fixed)
        found.append(first)
        cycle, last = 1, first.on.toordinal()
        while last < days.get((person, cycle), 0) <= ground.until and last + wish.rhythm_days <= ground.until:
            on = days[person, cycle]
            wished = date.fromordinal(last + wish.rhythm_days)
            found.append(replace(first, on=date.fromordinal(on), wished_on=wished, fixed=False, cycle=cycle))
            cycle, last = cycle + 1, on
    return tuple(sorted(found, key=lambda placed: (placed.on, placed.person_id, placed.cycle)))
