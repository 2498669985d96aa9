"""The app's own source, read as syntax trees; nothing of it is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
HOUSE = APP / "hallway"


@dataclass(frozen=True, slots=True)
class Module:
    """One source file. `place` is its path below app/hallway, with forward slashes."""

    place: str
    tree: ast.Module

    def within(self, *folders: str) -> bool:
        """Whether it lies in one of these folders, or is one of these files."""
        return any(self.place == folder or self.place.startswith(f"{folder}/") for folder in folders)

    def imports(self) -> Iterator[str]:
        """Every name it imports, whole: "datetime.datetime" for `from datetime import datetime`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def calls(self) -> Iterator[tuple[int, str]]:
        """Line and dotted name of everything it calls, where the name is a plain one."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node.lineno, ast.unparse(node.func)

    def modes(self) -> Iterator[tuple[int, str]]:
        """Line and mode of every file it opens, where the mode is written out."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("open", "fdopen"):
                given = [*node.args, *(word.value for word in node.keywords if word.arg == "mode")]
                yield from ((node.lineno, str(one.value)) for one in given if _is_mode(one))

    def strings(self) -> Iterator[tuple[int, str]]:
        """Line and text of every string literal."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value


def _is_mode(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and set(node.value) <= set("rwaxbt+")


def parse(place: str, text: str) -> Module:
    """A module from its text; raises SyntaxError."""
    return Module(place, ast.parse(text, filename=place))


def house() -> Iterator[Module]:
    """Every module of the app, in order of place."""
    for file in sorted(HOUSE.rglob("*.py")):
        yield parse(file.relative_to(HOUSE).as_posix(), file.read_text(encoding="utf-8"))
