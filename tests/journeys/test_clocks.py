"""F15: days never move, wherever the computer is and whatever its clock does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from hallway.domain.backups import Why
from hallway.usecases import backing_up
from hallway.usecases.desk import Desk
from tests.makers import add_person, move_clock

ZONES = (
    "Etc/UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Niue",
)  # fmt: skip
MOMENTS = {
    "an hour that is not": "2026-03-29T02:30:00", "an hour that is twice": "2026-10-25T02:30:00",
    "the last minute": "2026-12-31T23:59:30", "beyond 2038": "2039-03-27T02:30:00",
}  # fmt: skip
OPEN = """
import json, sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from hallway.domain.events import Event
from hallway.host.clock import FixedClock
from hallway.store.database import open_database
from hallway.usecases import calendars, events, people, promises, today
from hallway.usecases.desk import Desk
from tests.makers import add_event, add_moment, add_person, add_promise
desk = Desk(open_database(Path(sys.argv[1])), FixedClock(datetime.fromisoformat(sys.argv[2])), "test")
now = desk.clock.today()
"""
WRITE = OPEN + """
ada, bo = add_person(desk, "Ada Lovelace", rhythm_days=21), add_person(desk, "Bo Ek")
for who, field, value in ((ada, "birthday", "1815-12-10"), (ada, "met_on", "2026-03-29"), (bo, "birthday", "--02-29")):
    desk.do(people.change, who, field, value)
add_promise(desk, ada, due_on=now)
add_promise(desk, bo, due_on=now + timedelta(days=1))
desk.do(events.add, Event("All day", now, now + timedelta(days=1)))
add_moment(desk, ada, on=now)
desk.close()
"""
LOOK = OPEN + """
ids = [id_ for (id_,) in desk.database.rows("SELECT id FROM person ORDER BY id")]
pages = [desk.ask(people.page_of, id_) for id_ in ids]
shown = [(one.person.birthday, one.person.met_on, [str(p.due_on) for p in one.promises],
          [str(m.on) for m in one.moments]) for one in pages]
coming = [(one.title, str(one.start_on), str(one.end_on)) for one in desk.ask(events.coming)]
export = desk.ask(calendars.prepare, calendars.CalendarChoice(days=30), desk.clock.now())
lines = sorted(one for one in export.data.decode().split("\\r\\n") if "VALUE=DATE:" in one)
due = [(one.kind, one.title) for one in desk.ask(today.due)]
print(json.dumps([str(now), shown, coming, lines, due]))
desk.close()
"""


def run(script: str, record: Path, moment: str, zone: str) -> str:
    """What a script says in a process of its own, which lives in a time zone."""
    environment = os.environ | {"TZ": zone, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", script, str(record), moment]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no TZ")
@pytest.mark.parametrize("moment", MOMENTS)
def test_f15_no_day_moves_between_zones(tmp_path: Path, moment: str) -> None:
    """Written in one zone, looked at in six: on the page of a person, among the events, in a calendar, on Today."""
    record = tmp_path / "hallway.db"
    run(WRITE, record, MOMENTS[moment], "Europe/Berlin")
    seen = {zone: json.loads(run(LOOK, record, MOMENTS[moment], zone)) for zone in ZONES}
    today, shown, coming, lines, due = seen["Europe/Berlin"]
    assert today == MOMENTS[moment][:10] and due
    assert [birthday for birthday, *_ in shown] == ["1815-12-10", "--02-29"]
    assert coming[0][1] == today and any(today.replace("-", "") in one for one in lines)
    assert {zone: one for zone, one in seen.items() if one != seen["Europe/Berlin"]} == {}


@pytest.mark.parametrize("days", [-2, 1, -3_650, 3_650])
def test_f15_a_clock_that_jumps_costs_no_copy(filed: Desk, days: int) -> None:
    """What is taken for old or new by a wrong clock is still there when the clock is right again."""
    for _ in range(5):
        add_person(filed, "Ada")
        backing_up.make(filed, Why.DAILY)
        move_clock(filed, 1)
    right = filed.clock.now()
    before = {copy.name for copy in backing_up.listed(filed)}
    move_clock(filed, days)
    add_person(filed, "Bo")
    made = backing_up.make_if_due(filed)
    assert made is not None, "a copy of the future puts off none"
    after = {copy.name for copy in backing_up.listed(filed)}
    if days < 365:
        assert before <= after
    else:  # ten years on, the newest of all that are of one year stays
        assert max(before) in after
    assert filed.clock.now() - right == timedelta(days=days)
