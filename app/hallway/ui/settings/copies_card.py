"""Copies of the record: how old the newest is, another one now or elsewhere, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hallway.domain.backups import Backup, Why
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.parts.copy_words import holds, made_at
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.usecases import backing_up


class CopiesCard(Card):
    """Everything long goes on beside the window."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Copies of your record"))
        self._bridge = bridge
        self.job: Job | None = None
        self.state = Label("", "body", wrap=True)
        self.folder = Label("", "small", "text2", elide=True)
        self.now = secondary(self.tr("Make a copy now"), "copy")
        self.elsewhere = secondary(self.tr("Save a copy elsewhere…"), "download")
        self.back = secondary(self.tr("Go back to a copy…"), "rotate-ccw")
        self._build()
        self.now.clicked.connect(lambda: self._make(lambda report: backing_up.make(bridge.desk, Why.ASKED, report)))
        self.elsewhere.clicked.connect(self._ask_where)
        self.back.clicked.connect(self._open_restore)

    def show_copies(self) -> None:
        """Ask how old the newest copy is, and say it."""
        newest = backing_up.newest(self._bridge.desk)
        if newest is None:
            self.state.set_text(self.tr("No copy yet. The first is made with the first change of a day."))
        else:
            told = self.tr("The newest copy: {when}, {holds}. It was read back and found whole.")
            when = made_at(newest, self._bridge.desk.clock.now())
            self.state.set_text(told.format(when=when, holds=holds(newest)))
        if backing_up.lies_in_a_file(self._bridge.desk):
            self.folder.set_text(str(backing_up.folder_of(self._bridge.desk)))

    def _build(self) -> None:
        words = self.tr("Made by itself once a day, and before an import or anything else that is big.")
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.body.addWidget(self.state)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.folder)
        row = QHBoxLayout()
        for button in (self.now, self.elsewhere, self.back):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save a copy elsewhere"), str(Path(folder) / "hallway-copy.db"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        desk = self._bridge.desk
        dialog.fileSelected.connect(
            lambda path: self._make(lambda report: backing_up.make_at(desk, Path(path), report))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, work: Callable[[Any], Backup]) -> None:
        if self.job is not None:
            return
        self.state.set_text(self.tr("Copying…"))
        self.job = Job(work, self._bridge.desk.database.close_thread, self)
        self.job.finished_with.connect(self._made)
        self.job.failed.connect(self._bridge.refused)
        self.job.finished.connect(self._end)
        self.job.start()

    def _made(self, made: Backup) -> None:
        self._bridge.said.emit(self.tr("Copied, and read back whole: {holds}").format(holds=holds(made)), False)

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
        self.show_copies()

    def _open_restore(self) -> None:
        from hallway.ui.parts.restore_panel import open_restore  # seldom wanted

        window = self.window()
        assert isinstance(window, QWidget)
        open_restore(self._bridge, window).closed.connect(self.show_copies)
