"""What the import contracts cannot say: the clock, colours, nested event loops, door signs, words."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.architecture.source import HOUSE, Module, house, parse

# Standard library that reads or changes something outside, or is not the same on every run.
OUTSIDE = {
    "asyncio", "ctypes", "fcntl", "glob", "http", "io.open", "logging", "multiprocessing", "os", "pathlib",
    "pickle", "secrets", "shelve", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys",
    "tempfile", "threading", "time", "urllib.request", "uuid", "webbrowser",
}  # fmt: skip
CALLS_OF_TODAY = re.compile(r"(^|\.)(datetime|date)\.(now|utcnow|today)$|^time\.time$|currentDate(Time)?$")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
WRITING = (
    ".write_bytes", ".write_text", "os.open", "QSaveFile", "mkstemp", "NamedTemporaryFile", "shutil.copy",
    "shutil.copyfile", "shutil.copytree", "shutil.move",
)  # fmt: skip
WRITE_BY_HAND = {
    "host/files.py": "this is where it is done",
    "host/paths.py": "makes an empty file for the owner alone",
    "host/apart_child.py": "a pipe to the window",
    "host/instance.py": "the lock",
    "host/mailbox.py": "a word for the window that is open",
    "host/logs.py": "a line at the end of the log",
    "host/crashes.py": "what is left of a crash",
    "cli/main.py": "nowhere (a reader that has gone)",
    "store/database.py": "a new record, which moves in when it is whole",
    "store/standing.py": "a note that costs nothing when it is lost",
    "store/rewriting.py": "overwrites what is gone already",
    "store/salvage_pages.py": "a copy in a folder of its own",
    "usecases/self_test.py": "a folder that goes with the test",
}
"""Where a file is written by hand after all, and why."""
EMPTY_NAMES = re.compile(r"(Manager|Helper|Helpers|Util|Utils|Base|Misc)$")

Finding = Iterator[str]


def is_outside(name: str) -> bool:
    """Whether an imported name is, or lies in, one of the modules of OUTSIDE."""
    parts = name.split(".")
    return any(".".join(parts[:count]) in OUTSIDE for count in range(1, len(parts) + 1))


def domain_reaches_outside(module: Module) -> Finding:
    """Domain uses the standard library's pure parts and itself, nothing else."""
    if not module.within("domain"):
        return
    for name in module.imports():
        top = name.split(".")[0]
        if top not in {"hallway", *sys.stdlib_module_names} or is_outside(name):
            yield f"imports {name}"
    for line, name in module.calls():
        if name in {"open", "print", "input"}:
            yield f"line {line}: {name}()"


def reads_the_clock(module: Module) -> Finding:
    """Only host/clock knows what time it is; everything else is told."""
    if module.within("host/clock.py"):
        return
    for line, name in module.calls():
        if CALLS_OF_TODAY.search(name):
            yield f"line {line}: {name}()"


def opens_qtsql(module: Module) -> Finding:
    """Qt's own database module would be a second door."""
    for name in module.imports():
        if name.startswith("PySide6.QtSql"):
            yield f"imports {name}"


def writes_a_colour(module: Module) -> Finding:
    """Colours live in resources/themes, so that both themes and high contrast stay whole."""
    if not module.within("ui"):
        return
    for line, text in module.strings():
        if COLOUR.fullmatch(text):
            yield f"line {line}: {text}"


def pumps_the_event_loop(module: Module) -> Finding:
    """A nested loop lets a second click in while the first is half done."""
    if not module.within("ui") or module.within("ui/shell"):
        return
    for line, name in module.calls():
        if name.endswith((".exec", ".processEvents")):
            yield f"line {line}: {name}()"


def scrolls_by_hand(module: Module) -> Finding:
    """A place that scrolls is a widgets/scroll.ScrollArea: Qt's own paints what is new in it squeezed for a moment."""
    if module.within("ui/widgets/scroll.py"):
        return
    for line, name in module.calls():
        if name.endswith("QScrollArea"):
            yield f"line {line}: {name}()"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "QScrollArea" for base in node.bases):
            yield f"line {node.lineno}: class {node.name}"


def writes_a_file_by_hand(module: Module) -> Finding:
    """Files of the user's are written by host/files alone, which is proven against full and failing disks."""
    if module.within(*WRITE_BY_HAND):
        return
    for line, name in module.calls():
        if name.endswith(WRITING):
            yield f"line {line}: {name}()"
    for line, mode in module.modes():
        if set(mode) & set("wax+"):
            yield f"line {line}: opens a file as {mode!r}"


def has_no_opening_line(module: Module) -> Finding:
    """The first line of every module says what it is for."""
    first = (ast.get_docstring(module.tree) or "").split("\n")[0]
    if not first:
        yield "says nothing"
    elif not first.endswith((".", ":")):
        yield f"its first line is not a sentence: {first}"


def has_an_empty_name(module: Module) -> Finding:
    """A class is named for what it is."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and EMPTY_NAMES.search(node.name):
            yield f"line {node.lineno}: class {node.name}"


HABITS: list[Callable[[Module], Finding]] = [
    domain_reaches_outside,
    reads_the_clock,
    opens_qtsql,
    writes_a_colour,
    pumps_the_event_loop,
    scrolls_by_hand,
    writes_a_file_by_hand,
    has_no_opening_line,
    has_an_empty_name,
]


@cache
def findings() -> dict[str, list[str]]:
    """What is found of each habit; every module is parsed once for all of them, and kept no longer."""
    found: dict[str, list[str]] = {habit.__name__: [] for habit in HABITS}
    for module in house():
        for habit in HABITS:
            found[habit.__name__] += [f"{module.place}: {finding}" for finding in habit(module)]
    return found


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_no_module(habit: Callable[[Module], Finding]) -> None:
    found = findings()[habit.__name__]
    assert not found, f"{habit.__doc__}\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("habit", "place", "text"),
    [
        (domain_reaches_outside, "domain/people.py", "from pathlib import Path"),
        (domain_reaches_outside, "domain/people.py", "import peewee"),
        (domain_reaches_outside, "domain/people.py", "import urllib.request"),
        (domain_reaches_outside, "domain/people.py", "open('notes')"),
        (reads_the_clock, "usecases/people.py", "import datetime\ndatetime.date.today()"),
        (reads_the_clock, "ui/today/page.py", "QDate.currentDate()"),
        (opens_qtsql, "ui/models/table.py", "from PySide6.QtSql import QSqlDatabase"),
        (opens_qtsql, "ui/models/table.py", "import PySide6.QtSql"),
        (writes_a_colour, "ui/parts/chip.py", "QColor('#ff8800')"),
        (pumps_the_event_loop, "ui/people/page.py", "dialog.exec()"),
        (scrolls_by_hand, "ui/people/page.py", "area = QScrollArea()"),
        (scrolls_by_hand, "ui/people/page.py", "class Facts(QScrollArea): ..."),
        (writes_a_file_by_hand, "usecases/card.py", "path.write_bytes(data)"),
        (writes_a_file_by_hand, "usecases/card.py", "with path.open('wb') as file: file.write(data)"),
        (writes_a_file_by_hand, "formats/ics.py", "open(path, mode='a')"),
        (has_no_opening_line, "host/paths.py", "x = 1"),
        (has_an_empty_name, "host/paths.py", '"""Paths."""\nclass PathHelper: ...'),
    ],
)
def test_a_breach_is_found(habit: Callable[[Module], Finding], place: str, text: str) -> None:
    assert list(habit(parse(place, text)))


def test_every_folder_has_a_door_sign() -> None:
    folders = {file.parent for file in HOUSE.rglob("*.py")}
    unsigned = [folder for folder in folders if not (folder / "__init__.py").exists()]
    assert not unsigned
