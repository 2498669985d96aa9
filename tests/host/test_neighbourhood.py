"""What the machine tells of a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hallway.domain.shared_folders import judge
from hallway.host import neighbourhood
from hallway.host.neighbourhood import disk_of, folders_of, holder_of, marks_around

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ines/local\\040disk ext4 rw 0 0
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it this way")


@linux
def test_f9_the_disk_is_the_one_of_the_nearest_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(neighbourhood, "MOUNTS", mounts)
    assert disk_of(Path("/home/ines/x")) == "nfs4"
    assert disk_of(Path("/home/ines/local disk/x")) == "ext4"
    assert disk_of(Path("/var")) == "ext4"
    monkeypatch.setattr(neighbourhood, "MOUNTS", tmp_path / "none")
    assert disk_of(Path("/var")) == ""


def test_f9_marks_of_the_folders_above_are_seen(tmp_path: Path) -> None:
    home = tmp_path / "shared" / "deep" / "hallway"
    home.mkdir(parents=True)
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert ".stfolder" in marks_around(home)
    found = judge("", folders_of(home), marks_around(home))
    assert found is not None and found.name == "Syncthing"


def test_f9_settings_in_the_own_folder_say_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / ".dropbox").mkdir()
    home = tmp_path / "share" / "hallway"
    home.mkdir(parents=True)
    assert ".dropbox" not in marks_around(home)


def test_f9_the_file_by_which_onedrive_dresses_its_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_bytes("[.ShellClassInfo]\nIconResource=OneDrive.exe".encode("utf-16"))
    found = judge("", ("x",), marks_around(tmp_path))
    assert found is not None and found.name == "OneDrive"


def test_f9_a_link_into_such_a_folder_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    assert "Dropbox" in folders_of(tmp_path / "plain")


@linux
def test_f6_the_program_that_holds_a_file_has_a_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    lock = f"import fcntl; f = open({str(path)!r}, 'r+'); fcntl.lockf(f, fcntl.LOCK_EX)"
    code = f"{lock}; print(1, flush=True); input()"
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        assert holder_of(path).startswith("python")
    finally:
        holder.communicate(b"\n")
    assert holder_of(path) == ""
