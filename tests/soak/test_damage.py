"""Hundreds of damaged files: none opens as if it were whole, none is changed, and what is salvaged works."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from hallway.domain import errors
from hallway.store.database import open_database
from hallway.usecases import insights, people, safety, salvage, today
from hallway.usecases.desk import Desk
from tests.makers import MovingClock
from tests.store.damaging import KINDS, UNREADABLE_AT_ONCE, damaged, whole
from tests.tiers import DAMAGED_RECORDS

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]



def test_f8_damaged_files(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, record_property: Callable[[str, object], None]
) -> None:
    data = whole(tmp_path_factory.mktemp("whole"))
    came_to: Counter[str] = Counter()
    for number in range(DAMAGED_RECORDS.now):
        kind = KINDS[number % len(KINDS)]
        folder = tmp_path / str(number)
        folder.mkdir()
        came_to.update(_one(folder, damaged(data, kind, 1000 + number), kind))
        for one in folder.iterdir():
            one.unlink()
    record_property("came to", ", ".join(f"{what}: {count:,}" for what, count in came_to.items()))
    assert came_to["salvaged"] > DAMAGED_RECORDS.now * 0.8
    assert came_to["rows read"] > came_to["rows lost"]


def _one(folder: Path, content: bytes, kind: str) -> dict[str, int]:
    path = folder / "hallway.db"
    path.write_bytes(content)
    before = hashlib.sha256(content).hexdigest()
    if kind in UNREADABLE_AT_ONCE:
        with pytest.raises(errors.DatabaseDamaged):
            open_database(path)
    try:
        made = salvage.salvage(path, folder / "new.db")
    except errors.DatabaseDamaged:
        assert kind == "cut", kind
        return {"nothing read": 1}
    finally:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    desk = Desk(open_database(made.path), MovingClock())
    try:
        assert desk.ask(safety.check) == ()
        for look in (today.page, insights.figures, people.count):
            desk.ask(look)
    finally:
        desk.close()
    return {"salvaged": 1, "rows read": made.read, "rows lost": made.lost}
