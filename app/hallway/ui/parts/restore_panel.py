"""Going back to a copy: which ones there are, what would be different, and one step back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QGridLayout, QListWidget, QListWidgetItem, QWidget

from hallway.domain.backups import Backup, say_size
from hallway.domain.errors import HallwayError
from hallway.domain.key_file import Key, KeyFile, PassphraseWanted
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.parts.copy_words import made_at, made_for
from hallway.ui.parts.passphrase_field import PassphraseField
from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import backing_up, passphrase, restoring
from hallway.usecases.desk import Desk
from hallway.usecases.restoring import Restored

WIDTH, LEAST_HEIGHT = 620, 200
COPY = Qt.ItemDataRole.UserRole


class RestorePanel(OverlayPanel):
    """The list at the top, the differences of the chosen copy below. Nothing changes before the button."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("Go back to a copy"), width=WIDTH)
        self._bridge = bridge
        self.job: Job | None = None
        self.copies = QListWidget()
        self.copies.setAccessibleName(self.tr("Copies, the newest first"))
        self.copies.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.copies.setFrameShape(QListWidget.Shape.NoFrame)
        self.copies.setMinimumHeight(LEAST_HEIGHT)
        self.differences = QGridLayout()
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.other = secondary(self.tr("Another file…"), "folder-open")
        self.back = primary(self.tr("Go back to this copy"), "rotate-ccw", "Ctrl+Enter")
        self.field = PassphraseField(self.tr("Passphrase or recovery key of the copy"))
        self._path: Path | None = None
        self._key: Key | None = None
        self._wanted: KeyFile | None = None
        self._build()
        self.copies.currentItemChanged.connect(self._choose)
        self.copies.itemActivated.connect(lambda: self.back.setFocus(Qt.FocusReason.TabFocusReason))
        self.other.clicked.connect(self._ask_file)
        self.back.clicked.connect(self.go_back)
        self.field.entered.connect(self.go_back)
        self._fill()

    def go_back(self) -> None:
        """Copy the present, then become what the chosen copy holds."""
        if self.job is not None or self._path is None:
            return
        self.message.hide()
        self.back.setEnabled(False)
        if self._wanted is not None:
            self._try(self._wanted)
        elif self._key is not None and not passphrase.is_on(self._bridge.desk):
            self._become_encrypted(self._path, self._key)
        else:
            self.job = go_back(self._bridge, self._path, self._key)
            self.job.failed.connect(self._tell)
            self.job.finished.connect(self._end)

    def close_panel(self) -> None:
        """Not while it is at it."""
        if self.job is None:
            super().close_panel()

    def _build(self) -> None:
        words = self.tr("What your record is now is copied first, so that you can come back to it.")
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.body.addWidget(self.copies, 1)
        self.differences.setHorizontalSpacing(24)
        self.body.addLayout(self.differences)
        self.body.addWidget(self.message)
        self.body.addWidget(self.field)
        self.field.hide()
        foot = self.foot()
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.back)

    def _fill(self) -> None:
        now = self._bridge.desk.clock.now()
        for copy in backing_up.listed(self._bridge.desk):
            words = f"{made_at(copy, now)}   {made_for(copy.why)}   {say_size(copy.size)}"
            item = QListWidgetItem(words, self.copies)
            item.setData(COPY, copy)
        self.back.setEnabled(False)
        if self.copies.count():
            self.copies.setCurrentRow(0)
        else:
            self._say(self.tr("There is no copy yet. One is made with the first change of each day."))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            copy = item.data(COPY)
            self._show(backing_up.folder_of(self._bridge.desk) / copy.name, copy)

    def _show(self, path: Path, copy: Backup) -> None:
        self._path = path
        self._want(None)
        self.message.hide()
        self.back.setEnabled(True)
        self._show_no_differences()
        names = {
            "people": self.tr("People"), "organisations": self.tr("Organisations"), "events": self.tr("Events"),
            "conversations": self.tr("Conversations"), "promises": self.tr("Promises"),
        }  # fmt: skip
        for column, head in enumerate((self.tr("Now"), self.tr("In the copy")), 1):
            self.differences.addWidget(Label(head, "section", "text2"), 0, column)
        for row, (name, now, then) in enumerate(restoring.compare(self._bridge.desk, copy).counts, 1):
            self.differences.addWidget(Label(names[name], "body", "text2"), row, 0)
            self.differences.addWidget(Label(str(now)), row, 1)
            self.differences.addWidget(Label(str(then), "body" if now == then else "strong"), row, 2)
        self.differences.setColumnStretch(3, 1)

    def _show_no_differences(self) -> None:
        while (gone := self.differences.takeAt(0)) is not None:
            if (widget := gone.widget()) is not None:
                widget.deleteLater()

    def _ask_file(self) -> None:
        kinds = self.tr("Copies and archives (*.db *.zip)")
        dialog = QFileDialog(self, self.tr("Choose a copy"), str(Path.home()), kinds)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Look at a copy that lies elsewhere."""
        try:
            copy = restoring.look_at(path, self._bridge.desk.database.key, self._key)
        except PassphraseWanted as wanted:
            self.copies.clearSelection()
            self._show_no_differences()
            self._path = path
            self._want(wanted.key_file)
        except HallwayError as error:
            self._say(error.sentence)
        else:
            self.copies.clearSelection()
            self._show(path, copy)

    def _tell(self, error: HallwayError) -> None:
        self.back.setEnabled(True)
        if isinstance(error, PassphraseWanted):
            self._want(error.key_file)
        else:
            self._say(error.sentence)

    def _want(self, file: KeyFile | None) -> None:
        """Ask for the passphrase of a copy that another key is needed for; None when none is."""
        self._wanted = file
        self.field.clear()
        self.field.setVisible(file is not None)
        if file is not None:
            words = self.tr("This copy is encrypted. Type the passphrase it was made with, or the recovery key.")
            if not passphrase.is_on(self._bridge.desk):
                words += " " + self.tr("Your record will be encrypted with it, too.")
            self._say(words)
            self.back.setEnabled(True)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, file: KeyFile) -> None:
        record, words = self._bridge.desk.database.path, self.field.text()
        self.job = job = Job(lambda report: passphrase.unlock(record, file, words), parent=self)
        job.finished_with.connect(self._take_key)
        job.failed.connect(self._tell)
        job.finished.connect(lambda: self._end_trying(job))
        job.start()

    def _end_trying(self, job: Job) -> None:
        job.wait()
        job.deleteLater()
        self.job = None
        if self._key is not None and self._wanted is None and self._path is not None:
            self.take_file(self._path)

    def _take_key(self, key: Key) -> None:
        """Show what the copy holds now that it opens; the button goes back to it."""
        self._key = key
        self._want(None)

    def _become_encrypted(self, path: Path, key: Key) -> None:
        file = backing_up.key_file_of_copy(path)
        if file is None or file.id != key.id:
            self._tell(PassphraseWanted(file) if file else HallwayError(self.tr("This copy has no key file.")))
            return

        def work(desk: Desk, report: Callable[[int, int], None]) -> None:
            passphrase.encrypt_with(desk, key, file, report)
            restoring.restore(desk, path, report, key)

        words = self.tr("Your record is what it was in the copy, and encrypted as it is")
        self._bridge.closing_wanted.emit(work, words)

    def _say(self, words: str) -> None:
        self.message.set_text(words)
        self.message.show()

    def _end(self) -> None:
        self.job = None
        if not self.message.isVisible():
            self.close_panel()


def go_back(bridge: Bridge, path: Path, key: Key | None = None) -> Job:
    """Begin to go back to a copy off the window's thread; its Undo goes back to what was there before."""
    desk = bridge.desk
    job = Job(lambda report: restoring.restore(desk, path, report, key), desk.database.close_thread, bridge)

    def tell(restored: Restored) -> None:
        before = backing_up.folder_of(desk) / restored.safety.name
        bridge.changed.emit(restored.changes)
        bridge.offered.emit(_t("Your record is what it was in the copy"), lambda: _undo(bridge, before))

    def end() -> None:
        job.wait()
        job.deleteLater()

    job.finished_with.connect(tell)
    job.finished.connect(end)
    job.start()
    return job


def _undo(bridge: Bridge, before: Path) -> None:
    go_back(bridge, before)


def _t(text: str) -> str:
    return QCoreApplication.translate("RestorePanel", text)


def open_restore(bridge: Bridge, window: QWidget, path: Path | None = None) -> RestorePanel:
    """Show the panel over the window, at the newest copy or at a file that was chosen."""
    panel = RestorePanel(bridge, window)
    panel.closed.connect(panel.deleteLater)
    if path is not None:
        panel.take_file(path)
    panel.open(panel.copies if path is None else panel.back if panel.field.isHidden() else panel.field.line)
    return panel
