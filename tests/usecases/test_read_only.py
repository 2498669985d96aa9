"""F5: on a disk that takes nothing, the record opens for looking: found, shown, taken out, and never changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hallway import wiring
from tests.makers import add_person

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"), reason="mounts a disk of its own"
)

STEPS = """
set -e
mount -t tmpfs none "$1" && cp -r "$2" "$1/home" && mount -o remount,ro "$1"
sum=$(sha256sum "$1/home/hallway.db")
export QT_QPA_PLATFORM=offscreen
"$3" -m hallway --home "$1/home" --quit-when-ready; echo "window $?"
"$3" -m hallway --home "$1/home" find Ada
"$3" -m hallway --home "$1/home" export people "$4"; echo "export $?"
"$3" -m hallway --home "$1/home" met "Grace Hopper" 2>&1 || echo "met $?"
[ "$sum" = "$(sha256sum "$1/home/hallway.db")" ] && echo same
"""


def test_f5_a_disk_that_takes_nothing_is_looked_at(tmp_path: Path) -> None:
    desk = wiring.open_desk(tmp_path / "home", "test")
    add_person(desk, "Ada Lovelace")
    desk.close()
    disk = tmp_path / "disk"
    disk.mkdir()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    given = map(str, (disk, tmp_path / "home", sys.executable, tmp_path / "people.vcf"))
    words = ["unshare", "-m", "sh", "-c", STEPS, "sh", *given]
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    if "mount" in done.stderr and "window" not in done.stdout:
        pytest.skip("may not mount here")
    assert "window 0" in done.stdout, done.stderr
    assert "export 0" in done.stdout and (tmp_path / "people.vcf").exists(), done
    assert "Ada Lovelace" in done.stdout and "met 1" in done.stdout and "same" in done.stdout, done
    assert "Traceback" not in done.stdout + done.stderr
