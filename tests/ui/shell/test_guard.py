"""A bug is no end: the window goes on, says so quietly and once, and no word of the record gets into log or report."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from hallway.domain.errors import FileTrouble
from hallway.formats import bibtex, vcard_reader
from hallway.host import crashes
from hallway.host.files import read_file
from hallway.host.logs import NAME, open_log
from hallway.ui.frame.places import Place
from hallway.ui.shell.guard import Guard
from hallway.ui.shell.report_panel import ReportPanel
from hallway.ui.shell.window import Window
from hallway.usecases import people
from hallway.usecases.desk import Desk
from tests.makers import add_person
from tests.ui.house import LEFT, nameless, open_window, settle, words_on

SAID = "Something in Hallway went wrong. What you saved is safe."


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Window:
    return open_window(qtbot, desk, tmp_path, Place("today"))


@pytest.fixture
def guard(window: Window, tmp_path: Path) -> Iterator[Guard]:
    log = open_log(tmp_path)
    made = Guard(lambda: log, lambda: window)
    yield made
    log.close()


def strips(window: Window) -> list[str]:
    return [words for words in words_on(window) if words == SAID]


def fail(words: str) -> None:
    raise ValueError(words)


def caught(guard: Guard, act: Callable[[], object]) -> None:
    try:
        act()
    except Exception as error:
        guard.hear(type(error), error, error.__traceback__)


def test_a_bug_in_a_slot_leaves_the_window_alive(
    qtbot: QtBot, window: Window, guard: Guard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with capture_exceptions():
        guard.install()
        try:
            for number in range(3):
                QTimer.singleShot(number, lambda: fail("MARKER"))
            qtbot.waitUntil(lambda: guard.count == 3, timeout=2_000)
            settle()
        finally:
            guard.remove()
    assert strips(window) == [SAID], "once"
    assert window.frame.bridge.ask(people.count) == 0
    assert "ValueError" in (tmp_path / NAME).read_text()
    told = capsys.readouterr()
    assert "MARKER" not in told.err + told.out and "Traceback" not in told.err


def test_the_report_can_be_read_and_copied(qtbot: QtBot, window: Window, guard: Guard, qapp: object) -> None:
    caught(guard, lambda: fail("MARKER"))
    caught(guard, lambda: read_file(Path("/nowhere/MARKER"), 4))
    settle()
    guard.show_report()
    settle()
    panel = window.findChild(ReportPanel)
    assert panel is not None and nameless(panel) == []
    told = panel.text.toPlainText()
    assert "Hallway " in told and "ValueError" in told and "host/files.py:" in told and "Times: 2" in told
    assert "MARKER" not in told
    qtbot.mouseClick(panel.copy, LEFT)
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.clipboard().text() == told


def test_bugs_of_other_threads_and_of_things_that_go_are_heard(qtbot: QtBot, window: Window, guard: Guard) -> None:
    class Going:
        def __del__(self) -> None:
            fail("MARKER")

    guard.install()
    try:
        thread = threading.Thread(target=fail, args=("MARKER",))
        thread.start()
        thread.join()
        going: Going | None = Going()
        del going
    finally:
        guard.remove()
    assert guard.count == 2
    qtbot.waitUntil(lambda: strips(window) == [SAID], timeout=2_000)


def test_p7_no_word_of_the_record_gets_into_log_or_report(
    window: Window, guard: Guard, desk: Desk, tmp_path: Path
) -> None:
    marks = [f"MARKER{number:02}" for number in range(30)]
    path = tmp_path / f"{marks[0]}.vcf"

    def with_cause(mark: str) -> None:
        try:
            fail(mark)
        except ValueError as error:
            raise FileTrouble(mark, mark, mark) from error

    def index(mark: str) -> None:
        {"a": 1}[mark]

    acts: list[Callable[[], object]] = [
        lambda: read_file(path, 10), lambda: int(marks[1]), lambda: float(marks[2]),
        lambda: date.fromisoformat(marks[3]), lambda: index(marks[4]), lambda: fail(marks[5]),
        lambda: getattr(desk, marks[6]), lambda: desk.database.rows(f"SELECT {marks[7]}"),
        lambda: desk.database.rows("INSERT INTO person_words (person_words) VALUES (?)", (marks[8],)),
        lambda: desk.do(people.change, 99, marks[9], marks[10]), lambda: add_person(desk, marks[11], uid=marks[12]),
        lambda: with_cause(marks[13]), lambda: marks[14].encode("ascii").decode("utf-16"),
        lambda: Path(marks[15]).read_bytes(),
        lambda: Path(marks[16]).read_text(), lambda: marks.index(marks[17] + "x"),
        lambda: vcard_reader.read(marks[18]),
        lambda: bibtex.read(marks[19].encode()), lambda: __import__(marks[20]), lambda: sys.intern(marks[21]).nothing,
        lambda: window.frame.catalogue.run(marks[22]), lambda: window.page_of(marks[23]),
        lambda: desk.ask(people.named, marks[24]), lambda: desk.ask(people.linked, marks[25]),
        lambda: eval(marks[26]), lambda: exec(f"raise ValueError('{marks[27]}')"),
    ]  # fmt: skip
    for act in acts:
        caught(guard, act)
    assert guard.count >= 20
    told = (tmp_path / NAME).read_text() + crashes.report(guard.lines, guard.count)
    assert "MARKER" not in told and str(tmp_path) not in told and "Error" in told


CRASH = """\
Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "{ours}/ui/people/page.py", line 41 in show_MARKER
  File "/home/MARKER/x.py", line 3 in f
Extension modules: MARKER
"""


def test_a_hard_crash_is_told_of_at_the_next_start(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    from hallway.ui.shell.going_on import offer_what_was_left

    ours = Path(crashes.__file__).resolve().parent.parent
    file = crashes.watch_for_crashes(tmp_path)
    assert file is not None
    file.write(CRASH.format(ours=ours).encode())
    crashes.stop_watching(file)
    assert crashes.last_crash(tmp_path) == ("Segmentation fault", "ui/people/page.py:41")
    offer_what_was_left(window, tmp_path)
    settle()
    assert any("stopped by itself" in words for words in words_on(window))
    assert crashes.last_crash(tmp_path) == (), "once"
    assert "MARKER" not in crashes.report(("Segmentation fault",))


def test_a_real_crash_leaves_its_place(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys, faulthandler; from pathlib import Path; from hallway.host import crashes;"
        f"f = crashes.watch_for_crashes(Path({str(tmp_path)!r})); faulthandler._sigsegv()"
    )
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    ended = subprocess.run([sys.executable, "-c", code], check=False, env=environment, capture_output=True)
    assert ended.returncode != 0
    assert crashes.last_crash(tmp_path)[0] == "Segmentation fault"
