"""What lies over the window while very much is changed: how far it is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from hallway.ui.frame.worker import Job
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.progress_strip import ProgressStrip


class LongWork(OverlayPanel):
    """Goes by itself when the job has ended. Escape stops the job, as Stop does; nothing is changed then."""

    fades = False  # each picture of a fade would take its time from the work

    def __init__(self, window: QWidget, job: Job) -> None:
        super().__init__(window, width=440)
        self._job = job
        self.progress = ProgressStrip(self.tr("Making the changes"))
        self.setAccessibleName(self.tr("Making the changes"))
        self.body.addWidget(self.progress)
        self.progress.stopped.connect(job.stop)
        job.progressed.connect(self.progress.show_progress)
        for ended in (job.finished_with, job.failed):
            ended.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._job.stop()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


def show_long_work(window: QWidget, job: Job) -> LongWork:
    """Lay it over the window until the job has ended."""
    panel = LongWork(window, job)
    panel.open(panel.progress.stop_button)
    return panel
