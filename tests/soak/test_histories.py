"""Long random histories: there and back again, and everything derived still as if made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from hallway.domain import errors
from hallway.usecases import safety
from tests.acts import ACTS, act
from tests.makers import everything, file_desk
from tests.tiers import HISTORIES

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]

ACTS_EACH = 200


@pytest.mark.parametrize("seed", range(HISTORIES.now))
def test_long_histories(data_file: Path, seed: int, record_property: Callable[[str, object], None]) -> None:
    random = Random(seed)
    desk = file_desk(data_file)
    start = everything(desk)
    for _ in range(ACTS_EACH):
        act(desk, random.choice(ACTS), random.randrange(2**32))
        if random.random() < 0.1:
            desk.close()
            desk = file_desk(data_file)
    record_property("came to", f"{ACTS_EACH} acts, {len(desk.history())} steps, undone and done again")
    assert desk.ask(safety.check) == ()
    end, steps = everything(desk), len(desk.history())
    assert steps < 500
    for _ in range(steps):
        desk.undo()
    assert everything(desk) == start
    with pytest.raises(errors.NothingToUndo):
        desk.undo()
    for _ in range(steps):
        desk.redo()
    assert everything(desk) == end
    desk.close()
