"""`kill -9` right behind Enter: whoever saw the line close has the people on disk, with all that was promised."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hallway.usecases import capturing, people, promises, safety
from tests.makers import file_desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")

LINE = "Ana Ruiz and Bo Lindqvist, @CERN, send both the paper fri"
WRITER = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from hallway.ui.capture.panel import CaptureWindow
from hallway.ui.frame.bridge import Bridge
from tests.makers import file_desk

application = QApplication([])
window = CaptureWindow(Bridge(file_desk(Path(sys.argv[1]))))
window.show()
form = window.form
form.picture.picture = b"card"
QTest.keyClicks(form.line, sys.argv[2])
form.saved.connect(lambda _: os.kill(os.getpid(), signal.SIGKILL))
QTest.keyClick(form.line, Qt.Key.Key_Return)
"""


def test_killed_right_behind_enter(data_file: Path) -> None:
    file_desk(data_file).close()
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WRITER, str(data_file), LINE]
    ended = subprocess.run(command, env=os.environ | paths, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    desk = file_desk(data_file)
    found = {name: id_ for name in ("Ana Ruiz", "Bo Lindqvist") for id_, _ in [desk.ask(people.named, name)]}
    assert len(found) == 2
    for id_ in found.values():
        assert [one.text for one in desk.ask(promises.of_person, id_)] == ["Send both the paper"]
    assert desk.ask(capturing.card, found["Ana Ruiz"]) == b"card"
    assert desk.ask(safety.check) == ()
    desk.close()
