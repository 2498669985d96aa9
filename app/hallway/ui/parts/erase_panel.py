"""Erasing somebody for good: what goes, in which copies they still are, and one button that cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from hallway.domain.backups import Backup
from hallway.domain.changes import Changes
from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.parts.copy_words import made_at
from hallway.ui.widgets.button import Button, secondary
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.usecases import erasing
from hallway.usecases.erasing import Foreseen

WIDTH = 560
MOST_COPIES = 5


class ErasePanel(OverlayPanel):
    """Nothing changes before the button; Escape and Keep close it."""

    def __init__(self, bridge: Bridge, window: QWidget, person_id: int, foreseen: Foreseen) -> None:
        super().__init__(window, title=_title(foreseen), width=WIDTH)
        self._bridge, self._person_id, self._foreseen = bridge, person_id, foreseen
        self.job: Job | None = None
        self._held: tuple[Backup, ...] = ()
        self.copies = QCheckBox()
        self._days = Label("", "small", "text2", wrap=True)
        self.message = InlineMessage("", tone="amber", closable=False)
        self.progress = ProgressStrip(self.tr("Erasing"), stoppable=False)
        self.keep = secondary(self.tr("Keep"))
        self.erase = Button(self.tr("Erase for good"), "danger", "trash-2")
        self._build()
        self.keep.clicked.connect(self.close_panel)
        self.erase.clicked.connect(self.go)

    def go(self) -> None:
        """Erase, off the window's thread."""
        desk, copies = self._bridge.desk, self._held if self.copies.isChecked() else ()
        for button in (self.erase, self.keep, self.copies):
            button.setEnabled(False)
        self.progress.show()

        def work(report: Callable[[int, int], None]) -> Changes:
            return erasing.erase(desk, self._person_id, copies, report)

        self.job = Job(work, desk.database.close_thread, self)
        self.job.progressed.connect(self.progress.show_progress)
        self.job.finished_with.connect(self._tell)
        self.job.failed.connect(self._refuse)
        self.job.finished.connect(self._end)
        self.job.start()

    def close_panel(self) -> None:
        """Not while it is at it."""
        if self.job is None:
            super().close_panel()

    def _build(self) -> None:
        words = self.tr(
            "This is for somebody who asks to be forgotten. It cannot be taken back, and the steps of your history"
            " so far go with it. To put somebody aside, let go of them: that waits thirty days."
        )
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for at, (count, what) in enumerate(self._counts()):
            grid.addWidget(Label(what, "body", "text2"), at, 0)
            grid.addWidget(Label(str(count), "strong"), at, 1)
        self.body.addLayout(grid)
        stays = self.tr("What you wrote about others stays, even where it says this name. So do files you saved.")
        self.body.addWidget(Label(stays, "small", "text2", wrap=True))
        for line in (self.copies, self._days):
            self.body.addWidget(line)
            line.hide()
        self.message.hide()
        self.progress.hide()
        self.body.addWidget(self.message)
        self.body.addWidget(self.progress)
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.erase)

    def _counts(self) -> list[tuple[int, str]]:
        of = self._foreseen.of
        counts = (
            (of("interaction"), self.tr("Conversations (those with others stay, without this person)")),
            (of("promise"), self.tr("Promises")),
            (of("affiliation"), self.tr("Places of work")),
            (of("person_email", "person_phone", "person_profile"), self.tr("Addresses, numbers and pages")),
            (of("person_photo", "person_card"), self.tr("Pictures")),
            (of("outreach", "introduction", "letter", "favour", "wish", "achievement"),
             self.tr("Approaches, introductions, letters, favours, wishes, news")),
        )  # fmt: skip
        return [(count, what) for count, what in counts if count]

    def look_through_copies(self) -> None:
        """Which copies hold them as well; until that is known, nothing is erased."""
        desk, uid = self._bridge.desk, self._foreseen.uid
        self.erase.setEnabled(False)
        self._days.set_text(self.tr("Looking through your copies…"))
        self._days.show()
        job = Job(lambda report: erasing.copies_with(desk, uid), desk.database.close_thread, self.window())
        job.finished_with.connect(self._show_copies)
        job.failed.connect(self._refuse)
        job.finished.connect(job.deleteLater)
        job.start()

    def _show_copies(self, copies: tuple[Backup, ...]) -> None:
        self._held = copies
        self.erase.setEnabled(True)
        self.copies.setText(self.tr("Take them out of the %n copies of your record, too", "", len(copies)))
        self.copies.setChecked(bool(copies))
        now = self._bridge.desk.clock.now()
        days = [made_at(copy, now) for copy in copies[:MOST_COPIES]]
        if len(copies) > MOST_COPIES:
            days.append(self.tr("%n more", "", len(copies) - MOST_COPIES))
        self._days.set_text(", ".join(days))
        for line in (self.copies, self._days):
            line.setVisible(bool(copies))

    def _tell(self, changes: Changes) -> None:
        self._bridge.changed.emit(changes)
        self._bridge.said.emit(self.tr("Erased. Nothing of them is left in your record."), False)

    def _refuse(self, error: HallwayError) -> None:
        self.message.set_text(error.sentence)
        self.message.show()

    def _end(self) -> None:
        self.progress.hide()
        job, self.job = self.job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        if self.message.isHidden():
            self.close_panel()
        for button in (self.erase, self.keep, self.copies):
            button.setEnabled(True)


def open_erase(bridge: Bridge, window: QWidget, person_id: int) -> None:
    """Show what would go; the copies are looked through beside the window."""
    panel = ErasePanel(bridge, window, person_id, bridge.ask(erasing.foresee, person_id))
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.keep)
    panel.look_through_copies()


def _title(foreseen: Foreseen) -> str:
    return QCoreApplication.translate("ErasePanel", "Erase {name} for good").format(name=foreseen.name)
