"""A small record of invented people, and the People room over it on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hallway.domain.records import Email
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_moment, add_person, add_promise, days_ago
from tests.ui.people.stage import Stage, make_stage, show


@pytest.fixture
def ids(desk: Desk) -> dict[str, int]:
    """Ada 2 days ago, Bela 9, Chen 100, and Dora never."""
    found = {
        "Ada": add_person(desk, "Ada Adeyemi", organisation="Halden Institute", role="Professor", groups=("Mentors",)),
        "Bela": add_person(desk, "Bela Bakker", topics=("urban heat",), groups=("Cohort",), rhythm_days=10),
        "Chen": add_person(desk, "Chen Chu", rhythm_days=365, emails=(Email("chen@example.org", "work"),)),
        "Dora": add_person(desk, "Dora Dahl"),
    }
    for name, ago in (("Ada", 2), ("Bela", 9), ("Chen", 100)):
        add_moment(desk, found[name], on=days_ago(ago), summary="coffee")
    add_promise(desk, found["Ada"], "send the maps")
    desk.do(people.change, found["Ada"], "pronouns", "she/her")
    return found


@pytest.fixture
def stage(qtbot: QtBot, desk: Desk, ids: dict[str, int]) -> Iterator[Stage]:
    """The room on the screen, as wide as in a window of 1280."""
    yield show(qtbot, make_stage(desk, ids))
