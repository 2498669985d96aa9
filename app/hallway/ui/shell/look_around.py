"""A made-up network in a second window, in a folder of its own: nothing of it mixes with the user's record."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QProcess

from hallway.ui.frame.command import own_command
from hallway.ui.shell.window import Window

FOLDER = "made-up"


def look_around(window: Window) -> None:
    """Fill the folder when it is new, then open a window on it."""
    folder = window.frame.bridge.desk.database.path.parent / FOLDER
    window.say(QCoreApplication.translate("look_around", "A second window opens with made-up people."))
    program, arguments = own_command(["--home", str(folder)])
    if (folder / "hallway.db").exists():
        QProcess.startDetached(program, arguments)
        return
    filling = QProcess(window)
    filling.finished.connect(lambda *_: QProcess.startDetached(program, arguments))
    filling.finished.connect(filling.deleteLater)
    filling.start(*own_command(["--home", str(folder), "demo"]))
