"""Whether the record is sound."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from pathlib import Path
from shutil import rmtree

from hallway.domain import errors
from hallway.host import paths
from hallway.store import soundness, standing
from hallway.store.work import View
from hallway.usecases.desk import Desk

LEFT_OVER = (".{name}.*.new*", ".{name}.*.tmp*", ".{name}.salvaged.tmp*", ".hallway-salvage-*")
"""What a kill leaves beside a record that was being made, restored or salvaged."""
LEFT_OVER_COPIES = ".*.tmp*"
"""What it leaves among the copies; the command line may be making one right now."""
A_DAY = 86_400


def check(look: View) -> tuple[str, ...]:
    """Every finding in one line: damage to the file, rows that point at nothing, lists or words that tell otherwise
    than the record. Empty when all is well. Reads everything once: some seconds for 10,000 people with
    100,000 entries."""
    return soundness.findings(look)


def is_due(desk: Desk) -> bool:
    """Whether the file should be looked through: it was not closed in good order, or the last time is a week ago."""
    return standing.wants_checking(desk.database.noted, desk.clock.today())


def look_through(desk: Desk) -> None:
    """Let SQLite look its own file through: 0.14 s for 100 MB. Raises `DatabaseDamaged`."""
    if soundness.quick_findings(desk.database):
        raise errors.DatabaseDamaged(
            "A part of your data file does not read any more.",
            "What you see was read, and your copies are as they were.",
            "Go back to a copy in Settings, or close Hallway and start it again to salvage what can be read.",
        )
    standing.note_checked(desk.database.path, desk.clock.today())


def check_own(desk: Desk) -> None:
    """Make sure that the file is still the one that was opened. Raises `DatabaseSwapped`; nothing is written then."""
    desk.database.check_own()


def tidy(desk: Desk) -> int:
    """Take away what a kill left beside the record, and a day ago or longer among its copies; returns how many there
    were. The caller holds the folder."""
    record, count = desk.database.path, 0
    beside = chain.from_iterable(record.parent.glob(pattern.format(name=record.name)) for pattern in LEFT_OVER)
    before = desk.clock.now().timestamp() - A_DAY
    for one in chain(beside, paths.backup_place(record).glob(LEFT_OVER_COPIES)):
        with suppress(OSError):
            if one.parent == record.parent or one.stat().st_mtime < before:
                _remove(one)
                count += 1
    return count


def _remove(one: Path) -> None:
    if one.is_dir():
        rmtree(one)
    else:
        one.unlink()
