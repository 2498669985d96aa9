"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import shlex
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hallway.domain.errors import DiskFull, FileTrouble
from hallway.host import files
from hallway.host.files import atomic_write, read_file

APP = Path(__file__).resolve().parents[2] / "app"
POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and signals of POSIX")


def _left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_new_file_is_private(tmp_path: Path) -> None:
    atomic_write(tmp_path / "a", b"one")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert os.name == "nt" or stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@POSIX
def test_mode_none_keeps_the_old_permissions_or_follows_the_umask(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"x")
    old.chmod(0o640)
    atomic_write(old, b"y", mode=None)
    mask = os.umask(0o027)
    try:
        atomic_write(tmp_path / "new", b"y", mode=None)
    finally:
        os.umask(mask)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("old", "new")]
    assert modes == [0o640, 0o640]


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic_write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["語" * 80, "a" * 250, "é" * 120 + ".vcf", "😀" * 60])
def test_a_name_as_long_as_the_folder_takes_is_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    atomic_write(path, b"whole")
    with files.new_file(path) as new:
        new.write_bytes(b"anew")
    assert path.read_bytes() == b"anew" and _left_over(tmp_path) == []


def test_refused_content_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def refuse(data: bytes) -> None:
        raise ValueError(len(data))

    with pytest.raises(ValueError, match="3"):
        atomic_write(path, b"new", refuse)
    assert (path.read_bytes(), _left_over(tmp_path)) == (b"old", [])


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EIO, FileTrouble), (errno.EROFS, FileTrouble)]
)
def test_f4_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, kind: type[Exception]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*args: object, **more: object) -> int:
        raise OSError(number, "secret detail")

    with monkeypatch.context() as patch:
        if call == "replace":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(files.os, call, fail)
        with pytest.raises(kind) as caught:
            atomic_write(path, b"new")
    error = caught.value
    assert isinstance(error, DiskFull | FileTrouble)
    assert error.what and error.safe and error.do
    assert "secret" not in error.sentence and str(tmp_path) not in error.sentence
    assert (path.read_bytes(), _left_over(tmp_path)) == (b"old", [])


def test_f4_a_disk_that_lies_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    real = os.write
    monkeypatch.setattr(files.os, "write", lambda handle, data: real(handle, bytes(data)[:-1]) + 1)
    with pytest.raises(FileTrouble):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"


def _can_mount() -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="a small disk needs root on Linux")
def test_f3_a_really_full_disk(tmp_path: Path) -> None:
    script = f"""
import sys; sys.path.insert(0, {str(APP)!r})
from pathlib import Path
from hallway.domain.errors import DiskFull
from hallway.host.files import atomic_write
for size in range(64, 4096, 256):
    path = Path({str(tmp_path)!r}, "a")
    atomic_write(path, b"good" * 1000)
    try:
        atomic_write(path, b"x" * size * 1024)
        assert path.stat().st_size == size * 1024
    except DiskFull:
        assert path.read_bytes() == b"good" * 1000
        assert [each.name for each in path.parent.iterdir()] == ["a"]
        print("full")
"""
    mount = f"mount -t tmpfs -o size=2m tmpfs {tmp_path} && {sys.executable} -c {shlex.quote(script)}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", mount], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "full" in done.stdout


@POSIX
def test_killed_at_any_time_the_file_is_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a"
    script = f"""
import sys; sys.path.insert(0, {str(APP)!r})
from pathlib import Path
from hallway.host.files import atomic_write
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        atomic_write(Path({str(path)!r}), letter * 1_000_000)
"""
    atomic_write(path, b"a" * 1_000_000)
    for turn in range(8):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.003 * turn)
            writer.kill()
        data = path.read_bytes()
        assert (len(data), len(set(data))) == (1_000_000, 1)


def test_read_file_within_and_above_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(FileTrouble, match="larger"):
        read_file(path, 4)


def test_read_file_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="not there"):
        read_file(tmp_path / "nobody", 5)
    with pytest.raises(FileTrouble, match="folder"):
        read_file(tmp_path, 5)


def test_write_into_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="folder is not there"):
        atomic_write(tmp_path / "no" / "a", b"x")
