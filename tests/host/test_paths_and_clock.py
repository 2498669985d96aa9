"""Where things lie, and what time it is."""

from __future__ import annotations

import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hallway.domain.errors import FileTrouble
from hallway.host.clock import FixedClock, SystemClock, clock
from hallway.host.paths import data_folder, database_path, private


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize("mask", [0o022, 0o000])
def test_folder_and_files_are_private_under_any_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        folder = data_folder(tmp_path / "a" / "b")
        file = private(database_path(folder))
    finally:
        os.umask(before)
    assert (_mode(folder), _mode(file), file.name) == (0o700, 0o600, "hallway.db")


def test_an_open_folder_is_closed_and_content_stays(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("kept")
    tmp_path.chmod(0o755)
    assert data_folder(tmp_path) == tmp_path
    assert private(tmp_path / "x").read_text() == "kept"
    assert os.name == "nt" or (_mode(tmp_path), _mode(tmp_path / "x")) == (0o700, 0o600)


def test_the_variable_comes_before_the_system_and_after_the_argument(tmp_path: Path) -> None:
    environment = {"HALLWAY_HOME": str(tmp_path / "variable")}
    assert data_folder(None, environment) == tmp_path / "variable"
    assert data_folder(tmp_path / "argument", environment) == tmp_path / "argument"


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileTrouble):
        data_folder(tmp_path / "file")


def test_fixed_clock_from_the_environment() -> None:
    still = clock({"HALLWAY_NOW": "2026-11-22T09:30:00+01:00"})
    assert still.now() == datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    assert still.today() == date(2026, 11, 22)


def test_a_moment_without_zone_is_local() -> None:
    assert FixedClock(datetime(2026, 11, 22, 9)).now().utcoffset() is not None
    assert FixedClock(datetime(2026, 11, 22, 9)).now().hour == 9


def test_a_bad_variable_is_not_ignored() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        clock({"HALLWAY_NOW": "yesterday"})


def test_system_clock_is_aware_and_now() -> None:
    system = clock({})
    assert isinstance(system, SystemClock)
    assert abs((system.now() - datetime.now(UTC)).total_seconds()) < 5
