"""Saving everything that is kept about somebody as one file, to hand to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hallway.domain.people import Person
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.usecases import person_record


def ask_where(bridge: Bridge, parent: QWidget, person: Person) -> None:
    """Ask where to save it; the dialog is the desktop's own."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    title = _t("Everything about {name}, to hand over").format(name=person.name)
    dialog = QFileDialog(parent, title, str(folder / person_record.name_of(person.name)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_t("Archive (*.zip)")])
    dialog.setDefaultSuffix(person_record.ENDING[1:])
    dialog.fileSelected.connect(lambda chosen: save(bridge, parent, Path(chosen), person.id))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save(bridge: Bridge, parent: QWidget, path: Path, person_id: int) -> None:
    """Write it off the GUI thread, and say so, or why not."""
    desk = bridge.desk

    def write(report: Callable[[int, int], None]) -> str:
        person_record.write(path, desk.ask(person_record.file_of, person_id))
        return path.name

    job = Job(write, desk.database.close_thread, parent.window())
    job.finished_with.connect(lambda name: bridge.said.emit(_said(name), False))
    job.failed.connect(bridge.refused)
    job.finished.connect(job.deleteLater)
    job.start()


def _said(name: str) -> str:
    return _t("Saved {file}. Your private notes are in it: read it before you hand it over.").format(file=name)


def _t(text: str) -> str:
    return QCoreApplication.translate("HandOver", text)
