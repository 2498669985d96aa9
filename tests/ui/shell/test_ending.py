"""Told to end, Hallway ends within a second, and what was being typed is there at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hallway import wiring
from hallway.ui.shell.ending import NUMBERS, Ending
from hallway.usecases import drafts, people

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs in another way")

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hallway import wiring
from hallway.domain.people import NewPerson
from hallway.ui.capture.line import CaptureLine
from hallway.ui.shell import application
from hallway.usecases import people

home, busy = Path(sys.argv[1]), sys.argv[2] == "busy"
app = QApplication(["hallway"])

def act():
    window = next((one for one in app.topLevelWidgets() if hasattr(one, "frame") and one.isVisible()), None)
    if window is None:
        QTimer.singleShot(50, act)
        return
    window.activateWindow()
    window.frame.catalogue.run("window.capture")
    QTimer.singleShot(50, lambda: write(window, window.overlay().findChild(CaptureLine)))

def write(window, line):
    if not line.hasFocus():
        window.activateWindow()
        line.setFocus()
        QTimer.singleShot(50, lambda: write(window, line))
        return
    QTest.keyClicks(line, "Grace Hopper")
    print("typed", flush=True)
    if busy:
        import time
        time.sleep(30)

QTimer.singleShot(300, act)
code = application.run_window(home, lambda key, how: wiring.open_desk(home, "window", key=key, how=how))
print("ended", code, flush=True)
"""


def started(home: Path, how: str = "idle") -> subprocess.Popen[str]:
    desk = wiring.open_desk(home, "test")
    from tests.makers import add_person

    add_person(desk)
    desk.close()
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    running = subprocess.Popen(
        [sys.executable, "-c", RUN, str(home), how], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "typed\n"
    return running


def left(home: Path) -> list[dict[str, str]]:
    desk = wiring.open_desk(home, "test")
    found = [draft.fields for draft in desk.ask(drafts.listed)]
    assert desk.ask(people.count) == 1
    desk.close()
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_f12_a_signal_ends_it_within_a_second_with_the_draft_kept(tmp_path: Path, number: signal.Signals) -> None:
    running = started(tmp_path / "home")
    time.sleep(0.5)
    began = time.monotonic()
    running.send_signal(number)
    running.communicate(timeout=10)
    took = time.monotonic() - began
    assert took < 1.5, "one second, and half of one for a busy machine"
    assert running.returncode == 0
    assert left(tmp_path / "home") == [{"Somebody you just met, in one line": "Grace Hopper"}]


def test_f1_a_kill_costs_two_seconds_of_typing_at_most(tmp_path: Path) -> None:
    running = started(tmp_path / "home")
    time.sleep(3.0)
    running.kill()
    running.communicate(timeout=10)
    assert left(tmp_path / "home") == [{"Somebody you just met, in one line": "Grace Hopper"}]


def test_f12_a_window_that_is_busy_ends_as_soon(tmp_path: Path) -> None:
    running = started(tmp_path / "home", "busy")
    time.sleep(0.3)
    began = time.monotonic()
    running.terminate()
    running.communicate(timeout=10)
    assert time.monotonic() - began < 1.5 and running.returncode == 0
    assert left(tmp_path / "home") == []  # typed less than two seconds before, and the window never came round


class SomeDesktop(QObject):
    """What a log-out is heard from: a real application's signal cannot be sent without a session manager."""

    commitDataRequest = Signal(object)


def test_f12_a_log_out_keeps_what_is_being_written() -> None:
    desktop, told = SomeDesktop(), []
    ending = Ending(cast(QApplication, desktop), desktop)
    ending.told.connect(lambda: told.append("told"))
    handlers, wakeup = {number: signal.getsignal(number) for number in NUMBERS}, signal.set_wakeup_fd(-1)
    try:
        ending.begin()
        ending.begin()
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
    desktop.commitDataRequest.emit(None)
    assert told == ["told"]
