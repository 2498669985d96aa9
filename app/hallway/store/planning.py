"""What the plan is made from: wishes, limits and pauses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hallway.domain.plan import Limits, Pause, Wish
from hallway.domain.rhythm import LONGEST_RHYTHM
from hallway.store import settings
from hallway.store.days import day, stored
from hallway.store.work import View, Work


def wishes(look: View) -> tuple[Wish, ...]:
    """When each active person with a rhythm (or a day fixed by hand) would like to be heard from.

    A fixed day without any rhythm comes once: its next turn lies a hundred years ahead.
    """
    paused = _pauses_of_people(look)
    rows = look.rows(
        """SELECT g.person_id, g.rhythm_days, g.wish_on, p.check_in_on FROM glance g JOIN person p ON p.id = g.person_id
            WHERE g.standing = 'active' AND g.wish_on > '' ORDER BY g.wish_on, g.person_id"""
    )
    return tuple(
        Wish(id_, rhythm or LONGEST_RHYTHM, date.fromisoformat(wish_on), day(fixed_on), paused=paused.get(id_, ()))
        for id_, rhythm, wish_on, fixed_on in rows
    )


def reached(look: View, since: date) -> tuple[date, ...]:
    """What the budget has given on or after a day, up to today: one day for each place that was used.

    Whoever has a rhythm used one by being in touch in whatever way; anybody else only by a check-in.
    """
    days = (stored(since), stored(look.today))
    rows = look.rows(
        """SELECT last_on FROM glance WHERE standing = 'active' AND rhythm_days > 0 AND last_on BETWEEN ?1 AND ?2
           UNION ALL
           SELECT x.on_day FROM interaction i JOIN participant x ON x.interaction_id = i.id
             JOIN glance g ON g.person_id = x.person_id
            WHERE i.kind = 'check-in' AND i.on_day BETWEEN ?1 AND ?2 AND g.rhythm_days = 0""",
        *days,
    )
    return tuple(date.fromisoformat(on) for (on,) in rows)


def limits(look: View) -> Limits:
    """What the user allows: people a week, writing weekdays, pauses of everything, days off."""
    rows = look.rows("SELECT start_on, end_on, reason, source FROM pause WHERE person_id IS NULL ORDER BY start_on")
    rests = [_pause(*row) for row in rows]
    return Limits(
        per_week=settings.setting(look, "plan.per_week"),
        weekdays=frozenset(settings.setting(look, "plan.weekdays")),
        pauses=tuple(one for one in rests if not one.source),
        days_off=frozenset(day for one in rests if one.source for day in _days(one)),
    )


def names(look: View) -> dict[int, str]:
    """The names of everybody who can be in the plan, by id."""
    return dict(look.rows("SELECT person_id, name FROM glance WHERE standing = 'active' AND wish_on > ''"))


def uids(look: View) -> dict[int, str]:
    """The lasting ids of everybody who can be in the plan, by id."""
    return dict(
        look.rows(
            "SELECT p.id, p.uid FROM person p JOIN glance g ON g.person_id = p.id"
            " WHERE g.standing = 'active' AND g.wish_on > ''"
        )
    )


def pauses(look: View) -> tuple[tuple[int, int | None, Pause], ...]:
    """Every pause with its id and whose it is (None: everybody's), by start."""
    rows = look.rows("SELECT id, person_id, start_on, end_on, reason, source FROM pause ORDER BY start_on, id")
    return tuple((id_, person_id, _pause(*rest)) for id_, person_id, *rest in rows)


def add_pause(step: Work, pause: Pause, person_id: int | None = None) -> None:
    """Rest on these days: the whole plan, or one person."""
    step.execute(
        "INSERT INTO pause (person_id, start_on, end_on, reason, source) VALUES (?, ?, ?, ?, ?)",
        person_id, stored(pause.start), stored(pause.end), pause.reason, pause.source,
    )  # fmt: skip


def get_pause(look: View, pause_id: int) -> tuple[int | None, Pause] | None:
    """Whose a pause is (None: everybody's), and the pause; None when it is gone."""
    row = look.row("SELECT person_id, start_on, end_on, reason, source FROM pause WHERE id = ?", pause_id)
    return (row[0], _pause(*row[1:])) if row else None


def shorten_pause(step: Work, pause_id: int, end: date) -> None:
    """Give a pause an earlier last day."""
    step.execute("UPDATE pause SET end_on = ? WHERE id = ?", stored(end), pause_id)


def remove_days_off(step: Work, source: str) -> None:
    """Take away all days off that came from a file."""
    step.execute("DELETE FROM pause WHERE source = ?", source)


def remove_pause(step: Work, pause_id: int) -> None:
    """Take a pause away, as if it had not been."""
    step.execute("DELETE FROM pause WHERE id = ?", pause_id)


def change_rhythm(step: Work, days: int, to: int) -> None:
    """Give one rhythm in place of another, to people who have it as their own and to groups."""
    step.execute("UPDATE person SET rhythm_days = ? WHERE rhythm_days = ? AND standing = 'active'", to, days)
    step.execute('UPDATE "group" SET rhythm_days = ? WHERE rhythm_days = ?', to, days)


def _pauses_of_people(look: View) -> dict[int, tuple[Pause, ...]]:
    found: dict[int, tuple[Pause, ...]] = {}
    rows = look.rows("SELECT person_id, start_on, end_on, reason FROM pause WHERE person_id IS NOT NULL")
    for person_id, *rest in rows:
        found[person_id] = (*found.get(person_id, ()), _pause(*rest))
    return found


def _pause(start_on: str, end_on: str, reason: str, source: str = "") -> Pause:
    return Pause(date.fromisoformat(start_on), date.fromisoformat(end_on), reason, source)


def _days(rest: Pause) -> Iterable[date]:
    return (rest.start + timedelta(days=at) for at in range((rest.end - rest.start).days + 1))
