"""A small disk of one's own, which is gone with the script that ran on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def run_on_a_small_disk(folder: Path, script: str, kilobytes: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a script with a folder on a small file system of its own, which is gone with the script."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"):
        pytest.skip("a small disk can only be mounted by root, on Linux")
    mount = f'mount -t tmpfs -o size={kilobytes}k tmpfs "$0" || exit 77; exec "$@"'
    command = ["unshare", "-m", "sh", "-c", mount, str(folder), sys.executable, "-c", script, str(folder), *words]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("this machine lets nobody mount anything")
    return done
