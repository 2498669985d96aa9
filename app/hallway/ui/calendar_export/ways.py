"""The panel for a calendar that stays right by itself: a file, a folder with a file an entry, or a calendar server."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from hallway.domain.errors import HallwayError
from hallway.host import vault
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.worker import Job
from hallway.ui.widgets.button import Button, icon_button, primary, small
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import publishing
from hallway.usecases.calendars import CalendarChoice
from hallway.usecases.publishing import Kept, Sent

WIDTH = 620


class WaysPanel(OverlayPanel):
    """What is chosen is kept at once; publishing asks the server only when its button is pressed."""

    def __init__(self, bridge: Bridge, window: QWidget, choice: CalendarChoice) -> None:
        super().__init__(window, title=self.tr("Keep a calendar up to date"), width=WIDTH)
        self._bridge, self._choice = bridge, choice
        self.job: Job | None = None
        self.file, self.folder = Target(self.tr("Choose a file…")), Target(self.tr("Choose a folder…"))
        example = self.tr("https://server/calendars/you/hallway/")
        self.address = TextField(example, name=self.tr("Address of the calendar"))
        self.user = TextField(self.tr("Name on that server"), name=self.tr("Name on that server"))
        self.password = TextField(self.tr("Password"), name=self.tr("Password on that server"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.by_itself = QCheckBox(self.tr("Also by itself, when something changes"))
        self.message = InlineMessage("", tone="amber")
        self.state = Label("", "small", "text2", wrap=True)
        self.publish = primary(self.tr("Publish now"), "upload")
        self._build()
        self._show()
        self._connect()

    def publish_now(self) -> None:
        """Send what is new to the server, off the window's thread."""
        if self.job is not None:
            return
        self._keep_words()
        now, desk = self._bridge.ask(publishing.kept), self._bridge.desk
        password = self.password.text() or vault.password(publishing.secret_name(now)) or ""
        self.message.hide()
        self.publish.setEnabled(False)
        self.state.set_text(self.tr("Publishing…"))
        self.job = Job(
            lambda report: publishing.publish_to_server(desk, now, password, report), desk.database.close_thread, self
        )
        self.job.finished_with.connect(lambda sent: self._published(now, password, sent))
        self.job.failed.connect(self._tell)
        self.job.finished.connect(self._end)
        self.job.start()

    def close_panel(self) -> None:
        """Keep what is typed; not while something is being sent."""
        if self.job is None:
            self._keep_words()
            super().close_panel()

    def _published(self, now: Kept, password: str, sent: Sent) -> None:
        words = self.tr("Published, {count} entries. {written} written, {removed} taken away.")
        told = [words.format(count=sent.total, written=sent.written, removed=sent.removed)]
        if sent.left:
            told.append(self.tr("What was changed on the server is left as it is there."))
        if self.password.text() and not vault.keep(publishing.secret_name(now), password):
            told.append(self.tr("This machine has no place for passwords, so it is asked for each time."))
        self.state.set_text(" ".join(told))

    def _tell(self, error: HallwayError) -> None:
        self.state.set_text("")
        self.message.set_text(error.sentence)
        self.message.show()

    def _end(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
        self.publish.setEnabled(True)

    def _keep_words(self) -> None:
        now = self._bridge.ask(publishing.kept)
        for name, words in (("server", self.address.text().strip()), ("user", self.user.text().strip())):
            if words != getattr(now, name):
                self._bridge.do_quietly(publishing.choose, name, words)

    def _choose(self, name: str, path: str) -> None:
        self._bridge.do_quietly(publishing.choose_entries, self._choice)
        self._bridge.do(publishing.choose, name, path)
        self._show()

    def _ask_file(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog = QFileDialog(self, self.tr("Keep this file up to date"), str(folder / "hallway.ics"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        self._open(dialog, "file")

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Keep this folder up to date"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, "folder")

    def _open(self, dialog: QFileDialog, name: str) -> None:
        dialog.fileSelected.connect(lambda chosen: self._choose(name, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self) -> None:
        now = self._bridge.ask(publishing.kept)
        self.file.show_path(now.file)
        self.folder.show_path(now.folder)
        self.address.setText(now.server)
        self.user.setText(now.user)
        self.by_itself.setChecked(now.by_itself)
        is_kept = now.server and vault.password(publishing.secret_name(now)) is not None
        self.password.setPlaceholderText(self.tr("Kept by your machine") if is_kept else self.tr("Password"))

    def _connect(self) -> None:
        self.file.choose.clicked.connect(self._ask_file)
        self.folder.choose.clicked.connect(self._ask_folder)
        self.file.stop.clicked.connect(lambda: self._choose("file", ""))
        self.folder.stop.clicked.connect(lambda: self._choose("folder", ""))
        self.by_itself.toggled.connect(lambda on: self._bridge.do_quietly(publishing.choose, "by_itself", on))
        self.publish.clicked.connect(self.publish_now)
        self.password.returnPressed.connect(self.publish_now)

    def _build(self) -> None:
        self.message.hide()
        follows = self.tr("For calendars that subscribe to a file. It follows a few seconds after each change.")
        self._head(self.tr("A file"), follows)
        self.body.addWidget(self.file)
        self.body.addWidget(Hairline())
        phone = self.tr("For vdirsyncer, khal and others on the way to a phone.")
        self._head(self.tr("A folder with one file an entry"), phone)
        self.body.addWidget(self.folder)
        self.body.addWidget(Hairline())
        speak = self.tr("Nextcloud, Fastmail, Radicale and others that speak CalDAV. What is changed there is left.")
        self._head(self.tr("A calendar server"), speak)
        self.body.addWidget(self.address)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.user, 1)
        row.addWidget(self.password, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.by_itself)
        self.body.addWidget(self.message)
        foot = self.foot()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.publish)

    def _head(self, words: str, told: str) -> None:
        self.body.addWidget(Label(words, "strong"))
        self.body.addWidget(Label(told, "small", "text2", wrap=True))


class Target(QWidget):
    """A path, a way to choose another, and a way to stop."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.path = Label("", elide=True)
        self.choose: Button = small(words)
        self.stop = icon_button("x", words, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        row.addWidget(self.stop)

    def show_path(self, path: str) -> None:
        """Show what is kept; empty for nothing."""
        self.path.set_text(path or self.tr("None"))
        self.path.set_colour("text" if path else "text3")
        self.stop.setVisible(bool(path))
        self.stop.setAccessibleName(self.tr("No longer keep {path}").format(path=path))
        self.stop.setToolTip(self.stop.accessibleName())


def open_ways(bridge: Bridge, window: QWidget, choice: CalendarChoice) -> WaysPanel:
    """Show the panel over the window; `choice` is what is kept in a file or folder that is chosen now."""
    panel = WaysPanel(bridge, window, choice)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.file.choose)
    return panel
