"""A command line that is called as `main` is, in the same process, on a data folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hallway import wiring
from hallway.cli.main import run
from hallway.domain.key_file import Key
from hallway.host.clock import FixedClock
from hallway.usecases.desk import Desk
from tests.makers import NOW


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as the one document it is."""
        return json.loads(self.out)


Hallway = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def hallway(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Hallway:
    """Calls a verb on Wednesday 17 June 2026."""
    monkeypatch.delenv("HALLWAY_HOME", raising=False)

    def open_desk(folder: Path | None, key: Key | None = None) -> Desk:
        return wiring.open_desk(folder, "command line", FixedClock(NOW), key)

    def open_window(
        home: Path | None, capture: bool, quit_when_ready: bool, link: str = "", files: Sequence[Path] = ()
    ) -> int:
        print(f"window {home} {capture} {quit_when_ready} {link} {' '.join(map(str, files))}".rstrip())
        return 0

    def call(*words: str | Path, home: Path | None = home) -> Said:
        capfd.readouterr()
        before = [] if home is None else ["--home", str(home)]
        code = run([*before, *map(str, words)], open_desk, open_window)
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return call
