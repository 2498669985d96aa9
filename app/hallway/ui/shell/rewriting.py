"""What stands in place of the window while the record is written anew and nothing else may have it open."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from hallway.domain.errors import HallwayError
from hallway.ui.frame.worker import Job
from hallway.ui.shell.doorway import Doorway
from hallway.ui.shell.leaving import Work
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases.desk import Desk


class RewritingWindow(Doorway):
    """Goes by itself; it cannot be closed before."""

    def __init__(self, settings: QSettings, job: Job) -> None:
        super().__init__(settings)
        self._job = job
        self.error: HallwayError | None = None
        self.progress = ProgressStrip(self.tr("Writing your record anew"), stoppable=False)
        words = self.tr("It is read back and compared before it takes the place of the old one.")
        self.card.body.addWidget(self.progress)
        self.card.body.addWidget(Label(words, "body", "text2", wrap=True))
        job.progressed.connect(self.progress.show_progress)
        job.failed.connect(self._hear)
        job.finished.connect(QApplication.quit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job.isRunning():
            event.ignore()

    def _hear(self, error: HallwayError) -> None:
        self.error = error


def do_alone(application: QApplication, settings: QSettings, desk: Desk, work: Work) -> HallwayError | None:
    """Do work for which the record must be open nowhere else; returns what kept it from being done."""
    desk.close()
    job = Job(lambda report: work(desk, report), desk.database.close_thread)
    window = RewritingWindow(settings, job)
    window.show()
    job.start()
    application.exec()
    job.wait()
    window.close()
    window.deleteLater()
    job.deleteLater()
    return window.error
