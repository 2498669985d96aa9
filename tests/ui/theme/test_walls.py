"""The window has no style sheet and no colour of its own; the theme imports nothing above it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hallway.ui

UI = Path(hallway.ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
CLEAR = {"transparent"}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield name, node


def is_named_colour(node: ast.Attribute) -> bool:
    return ast.unparse(node).startswith("Qt.GlobalColor.") and node.attr not in CLEAR


def offences(source: str) -> list[str]:
    """Return what a file does that belongs to the theme files alone."""
    tree, found = ast.parse(source), []
    for name, call in calls(tree):
        if name == "setStyleSheet":
            found.append(f"style sheet, line {call.lineno}")
        if name in ("QColor", "fromRgb", "qRgb", "qRgba") and any(isinstance(a, ast.Constant) for a in call.args):
            found.append(f"colour, line {call.lineno}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HEX.search(node.value):
            found.append(f"hexadecimal colour, line {node.lineno}")
        if isinstance(node, ast.Attribute) and is_named_colour(node):
            found.append(f"named colour, line {node.lineno}")
    return found


@pytest.mark.parametrize(
    "source",
    ['w.setStyleSheet("")', 'QColor("red")', "QColor(1, 2, 3)", 'x = "#1E6A51"', "Qt.GlobalColor.red", "QColor(0)"],
)
def test_an_offence_is_seen(source: str) -> None:
    assert offences(source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(UI)))
def test_file_has_no_style_sheet_and_no_colour(file: Path) -> None:
    assert offences(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("floor", "allowed"), [("theme", ["theme"]), ("widgets", ["theme", "widgets"])])
def test_floor_imports_nothing_above(floor: str, allowed: list[str]) -> None:
    pattern = re.compile(r"from hallway\.(?!resources)(?!ui\.(?:{})\b)".format("|".join(allowed)))
    files = (UI / floor).rglob("*.py")
    assert [file.name for file in files if pattern.search(file.read_text(encoding="utf-8"))] == []
