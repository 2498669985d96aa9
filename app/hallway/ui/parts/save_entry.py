"""Saving one entry alone for a calendar: an event, a session, a talk, the next check-in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.file_names import file_name
from hallway.ui.frame.bridge import Bridge
from hallway.usecases import calendars
from hallway.usecases.calendars import Export
from hallway.usecases.desk import View

Make = Callable[[View, int, datetime], Export]


def ask_where(bridge: Bridge, parent: QWidget, name: str, make: Make, subject_id: int) -> None:
    """Ask where to save it; the dialog is the desktop's own. What is refused is said before it opens."""
    try:
        export = bridge.ask(make, subject_id, bridge.desk.clock.now())
    except HallwayError as error:
        bridge.refused.emit(error)
        return
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog = QFileDialog(parent, _t("Save for a calendar"), str(folder / file_name(name, ".ics")))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("ics")
    dialog.fileSelected.connect(lambda chosen: save(bridge, Path(chosen), export))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save(bridge: Bridge, path: Path, export: Export) -> None:
    """Write it, and say so."""
    if bridge.do_quietly(calendars.save_alone, path, export) is not None:
        bridge.said.emit(_t("Saved {file}").format(file=path.name), False)


def _t(text: str) -> str:
    return QCoreApplication.translate("SaveEntry", text)
