"""What every test may ask for. Free of Qt: domain, store, format and use-case tests run without it."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from hallway.usecases.desk import Desk
from tests import makers

settings.register_profile(
    "hallway", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("hallway")


def pytest_collection_finish() -> None:
    """What is imported stays: tidying memory between the tests of the window need not look through it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """An empty record in memory, on Wednesday 17 June 2026."""
    made = makers.memory_desk()
    yield made
    made.database.close_thread()


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """Where a data file may be; none is there yet."""
    return tmp_path / "hallway.db"


@pytest.fixture
def filed(data_file: Path) -> Iterator[Desk]:
    """An empty record in a file."""
    made = makers.file_desk(data_file)
    yield made
    made.close()


@pytest.fixture
def quick_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in memory where there is one, for very many files that nobody waits for to reach a disk; temporary
    files go there, too.
    """
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="hallway-test-", dir=memory) as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)
