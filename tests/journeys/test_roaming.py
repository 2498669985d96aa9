"""Some hundred things done in one window, drawn from a number: nothing breaks, and nothing stays behind.

Thousands of them are in tests/soak.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from hallway.usecases import safety
from hallway.usecases.desk import Desk
from tests.journeys.roaming import Roaming, keep_inside, told
from tests.journeys.walking import open_room
from tests.tiers import ACTIONS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")


def test_whatever_is_done_nothing_breaks_and_nothing_stays_behind(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_inside(monkeypatch)
    roaming = Roaming(open_room(qtbot, desk, tmp_path, "today"), Random(1))
    roaming.warm_up()
    roaming.go_on(ACTIONS.change)
    before = roaming.held()
    roaming.go_on(ACTIONS.change)
    told(ACTIONS.change, before, roaming.held())
    assert desk.ask(safety.check) == ()
