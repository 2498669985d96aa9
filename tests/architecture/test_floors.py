"""The import contracts of pyproject.toml hold, and would notice if they did not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import APP, ROOT

pytest.importorskip("importlinter", reason="the walls are checked where import-linter is installed")

LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache', '--no-logo'])"

# A breach, and the contract that has to notice it.
BREACHES = {
    "domain/breach.py": ("import hallway.store", "Floors"),
    "store/breach.py": ("import hallway.formats", "Floors"),
    "cli/breach.py": ("import hallway.ui", "Floors"),
    "ui/today/breach.py": ("import hallway.ui.people", "Inside the window"),
    "ui/theme/breach.py": ("import hallway.ui.widgets", "Inside the window"),
    "usecases/breach.py": ("import PySide6.QtCore", "Qt lives in ui alone"),
    "ui/people/breach.py": ("import peewee", "The database driver"),
    "host/breach.py": ("import icalendar", "The calendar library"),
    "formats/breach.py": ("import sqlite3", "There is one SQLite"),
    "ui/events/breach.py": ("import hallway.store.tables", "Tables are private"),
}


def lint(app: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts against the package in `app`."""
    environment = os.environ | {"PYTHONPATH": str(app), "COLUMNS": "200"}
    command = [sys.executable, "-c", LINT]
    return subprocess.run(
        command, cwd=app.parent, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_every_wall_stands() -> None:
    found = lint(APP)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_breach_is_noticed_by_its_contract(tmp_path: Path) -> None:
    shutil.copytree(APP, tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for place, (line, _) in BREACHES.items():
        (tmp_path / "app" / "hallway" / place).write_text(f'"""A breach."""\n\n{line}\n', encoding="utf-8")
    found = lint(tmp_path / "app")
    assert found.returncode == 1, found.stderr
    verdicts = [line for line in found.stdout.splitlines() if line.endswith(("KEPT", "BROKEN"))]
    kept = [line for line in verdicts if line.endswith("KEPT")]
    assert verdicts
    for contract in {contract for _, contract in BREACHES.values()}:
        assert not [line for line in kept if line.startswith(contract)]


def test_a_ring_is_noticed(tmp_path: Path) -> None:
    shutil.copytree(APP, tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    domain = tmp_path / "app" / "hallway" / "domain"
    (domain / "hen.py").write_text("import hallway.domain.egg\n", encoding="utf-8")
    (domain / "egg.py").write_text("import hallway.domain.hen\n", encoding="utf-8")
    assert "No import rings on any floor BROKEN" in lint(tmp_path / "app").stdout
