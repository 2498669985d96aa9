"""A small record: two promises and a check-in wait, one promise lies ahead, one event comes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from hallway.domain.records import Email
from hallway.usecases import planning, settings
from hallway.usecases.desk import Desk
from tests.makers import TODAY, add_event, add_moment, add_person, add_promise, days_ago
from tests.ui.today.stage import Stage, make_stage, show


@pytest.fixture
def world(desk: Desk) -> Desk:
    """Ada has an address, Bela none, and Chen's check-in fell on yesterday."""
    ada = add_person(desk, "Ada Adeyemi", emails=(Email("ada@halden.example"),))
    bela = add_person(desk, "Bela Bakker")
    chen = add_person(desk, "Chen Chu", rhythm_days=30)
    add_moment(desk, ada, on=days_ago(0), summary="Coffee after the session\nand more")
    add_moment(desk, chen, on=days_ago(31), summary="mixed-effects models")
    add_promise(desk, ada, "send the maps", due_on=TODAY)
    add_promise(desk, bela, "send the paper", due_on=TODAY)
    add_promise(desk, bela, "ask the dean", due_on=TODAY + timedelta(days=9))
    add_event(desk, "Looms 2026", start_on=TODAY + timedelta(days=5), end_on=TODAY + timedelta(days=6), venue="Halden")
    desk.do(settings.set_profile, "name", "Ines Okoye")
    desk.do(planning.set_weekdays, frozenset(range(7)))
    return desk


@pytest.fixture
def stage(qtbot: QtBot, world: Desk) -> Stage:
    """The room on the screen, as wide as in a window of 1280."""
    return show(qtbot, make_stage(world))


@pytest.fixture
def ahead(qtbot: QtBot, world: Desk) -> Stage:
    """The weeks ahead on the screen."""
    return show(qtbot, make_stage(world), "plan")
