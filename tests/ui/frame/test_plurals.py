"""English plural forms: every text with a number reads well for one."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.plurals import ONE

UI = Path(__file__).parents[3] / "app" / "hallway" / "ui"
NUMBERED = re.compile(r'tr\(\s*"([^"]*%n[^"]*)"')
SAME_FOR_ONE = {
    "%n before",
    "%n met",
    "All %n people",
    "%n more",
    "%n more that can wait. Nothing here goes late.",
    "%n to follow up",
    "And %n more.",
    "And %n more who wrote less.",
    "%n at rest",
    "%n chosen",
    "%n steps",
}


def test_every_numbered_text_has_a_singular_or_needs_none() -> None:
    sources = {text for file in UI.rglob("*.py") for text in NUMBERED.findall(file.read_text(encoding="utf-8"))}
    assert sources == set(ONE) | SAME_FOR_ONE


def test_one_is_told_from_many() -> None:
    said = [QCoreApplication.translate("any", "%n people", "", number) for number in (0, 1, 2)]
    assert said == ["0 people", "1 person", "2 people"]
