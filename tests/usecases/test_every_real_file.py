"""Every file of the collection of real ones comes in, or is refused in words, with what was counted in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hallway.domain.errors import Refused
from hallway.usecases import reading
from hallway.usecases.reading import Manner
from tests.formats.files import REAL
from tests.quickness import quick

LONGEST = 3.0
"""Seconds of the processor that a file may take."""
COUNTS = Path(__file__).with_name("real_files.txt")
"""Name; format, then people, events, sessions, papers and problems, or "refused"."""


def counted(path: Path) -> str:
    """What is in a file, as the list has it."""
    try:
        found = reading.read([(path.name, path.read_bytes())], manner=Manner(today=date(2026, 6, 23)))
    except Refused as refusal:
        assert refusal.what.startswith(f"{path.name} seems to be ") and refusal.safe == "Nothing was changed."
        return "refused"
    (page,) = found.pages
    sessions = len(page.programme.sessions) if page.programme else 0
    numbers = (len(page.people), len(page.events), sessions, len(page.papers), len(found.problems))
    return f"{page.kind} {' '.join(map(str, numbers))}"


@pytest.mark.skipif(not REAL.is_dir(), reason="the collection of real files is not here")
def test_every_real_file_is_counted_or_refused() -> None:
    expected = dict(line.split(" ", 1) for line in COUNTS.read_text(encoding="utf-8").splitlines())
    files = [path for path in REAL.rglob("*") if path.is_file() and path.suffix != ".md"]
    found = {}
    for path in files:
        with quick(LONGEST, path.name):
            found[path.relative_to(REAL).as_posix()] = counted(path)
    assert found == expected
