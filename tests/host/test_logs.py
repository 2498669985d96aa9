"""The log says what happened and never to whom."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hallway.domain.errors import FileTrouble
from hallway.host.files import read_file
from hallway.host.logs import MAX_BYTES, NAME, BugElsewhere, open_log


def test_events_and_counts(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    log.note("import.done", people=12, seconds=0.5)
    log.close()
    text = (tmp_path / NAME).read_text()
    assert text.endswith("INFO import.done people=12 seconds=0.5\n")


def test_errors_give_types_and_our_frames_without_values(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    try:
        try:
            read_file(tmp_path / "MARKER-file", 10)
        except Exception as error:
            raise KeyError("MARKER-name") from error
    except KeyError as error:
        log.error("import.failed", error)  # noqa: PLE1205  ours is not a logging call
    log.close()
    text = (tmp_path / NAME).read_text()
    assert "KeyError at elsewhere < FileTrouble at host/files.py:" in text
    assert "FileNotFoundError" in text
    assert "MARKER" not in text and str(tmp_path) not in text


@pytest.mark.parametrize("code", ["Ada Lovelace", "import done", "", "a" * 60, "a\nb", "ADA"])
def test_only_codes_are_codes(tmp_path: Path, code: str) -> None:
    log = open_log(tmp_path)
    with pytest.raises(ValueError, match="code"):
        log.note(code)
    log.close()


def test_only_numbers_are_counts(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    with pytest.raises(ValueError, match="numbers"):
        log.note("import.done", name="Ada")  # type: ignore[arg-type]
    log.close()


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_log_and_its_older_part_are_private(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        log = open_log(tmp_path)
        for _ in range(MAX_BYTES // 30):
            log.note("a.b", count=1)
        log.close()
    finally:
        os.umask(mask)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == [NAME, f"{NAME}.1"]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    assert all(path.stat().st_size <= MAX_BYTES for path in files)


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    log = open_log(tmp_path / "nowhere")
    log.note("app.started")
    log.close()


def test_a_bug_elsewhere_is_noted_with_its_own_places(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    error = FileTrouble("This file could not be read.")
    error.__cause__ = BugElsewhere("ValueError at formats/vcard.py:41")
    log.error("bug", error)  # noqa: PLE1205  ours is not a logging call
    log.close()
    told = "FileTrouble at elsewhere < BugElsewhere of ValueError at formats/vcard.py:41"
    assert told in (tmp_path / NAME).read_text()
