"""Plan days at the edges of calendar and clock: changed zones, skipped and repeated hours, the 29th of February."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hallway.domain.plan import Limits, Wish, plan
from hallway.store.database import open_in_memory
from hallway.usecases import planning
from hallway.usecases.desk import Desk
from tests.makers import MovingClock, add_person, everything

EVERY_DAY = Limits(per_week=7, weekdays=frozenset(range(7)))


def desk_at(moment: datetime) -> Desk:
    return Desk(open_in_memory(), MovingClock(moment), "test")


@pytest.mark.parametrize(("zone", "today"), [
    ("Pacific/Kiritimati", date(2026, 6, 18)), ("Pacific/Niue", date(2026, 6, 17)),
    ("Europe/Berlin", date(2026, 6, 17)),
])  # fmt: skip
def test_today_is_the_day_on_the_wall_of_the_user(zone: str, today: date) -> None:
    moment = datetime(2026, 6, 17, 11, 0, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert desk_at(moment).clock.today() == today


def test_a_user_who_travels_moves_no_date() -> None:
    home = datetime(2026, 6, 17, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    desk = desk_at(home)
    assert isinstance(desk.clock, MovingClock)
    for at in range(12):
        add_person(desk, f"Person {at}", rhythm_days=30, met_on="2026-06-10")
    record = everything(desk)
    before = {one.person_id: one.on for one in desk.ask(planning.plan).plan.check_ins if not one.cycle}
    for zone in ("Pacific/Kiritimati", "Pacific/Niue", "America/New_York", "Asia/Kathmandu"):
        desk.clock.moment = home.astimezone(ZoneInfo(zone))
        now = {one.person_id: one.on for one in desk.ask(planning.plan).plan.check_ins if not one.cycle}
        assert now == before and everything(desk) == record


@pytest.mark.parametrize(("zone", "day"), [
    ("Europe/Berlin", date(2026, 3, 29)), ("Europe/Berlin", date(2026, 10, 25)),
    ("America/Sao_Paulo", date(2018, 11, 4)), ("Africa/Cairo", date(2026, 4, 24)), ("Pacific/Apia", date(2011, 12, 31)),
])  # fmt: skip
def test_days_on_which_the_clock_changes_are_days_like_others(zone: str, day: date) -> None:
    """In some zones midnight itself is skipped; Apia skipped the whole day before."""
    for hour in (0, 3, 23):
        desk = desk_at(datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(zone)))
        desk.do(planning.set_weekdays, frozenset(range(7)))
        desk.do(planning.set_budget, 7)
        add_person(desk, rhythm_days=7, met_on=str(day - timedelta(7)))
        found = [one.on for one in desk.ask(planning.plan, 21).plan.check_ins]
        assert found == [day, day + timedelta(7), day + timedelta(14), day + timedelta(21)]


def test_the_29th_of_february_is_planned_on_in_leap_years_alone() -> None:
    for year, leaps in ((2027, False), (2028, True), (2100, False), (2000, True)):
        start = date(year, 2, 22)
        placed = plan([Wish(1, 7, start)], EVERY_DAY, today=start, until=start + timedelta(21)).check_ins
        assert [one.on for one in placed] == [start + timedelta(7 * at) for at in range(4)]
        assert ((date(year, 2, 28) + timedelta(1)).day == 29) is leaps
        assert all((one.on - one.wished_on).days == 0 for one in placed)


def test_days_off_close_the_29th_of_february_too() -> None:
    leap = date(2028, 2, 29)
    limits = Limits(7, frozenset(range(7)), days_off=frozenset({leap}))
    [placed] = plan([Wish(1, 30, leap)], limits, today=date(2028, 2, 1), until=date(2028, 3, 10)).check_ins
    assert placed.on in (leap - timedelta(1), leap + timedelta(1))


def test_the_first_and_the_last_days_there_are() -> None:
    for day in (date(1, 1, 1), date(9990, 12, 31)):
        placed = plan([Wish(1, 365, day)], EVERY_DAY, today=day, until=day).check_ins
        assert [one.on for one in placed] == [day]
