"""The recovery key on a page: to read, to save as text, and to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.errors import HallwayError
from hallway.domain.sheets import Section, Sheet
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.card import SoftPanel
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import exporting

PAPER, TEXT = ".pdf", ".txt"
GROUPS_IN_A_ROW = 4


class RecoveryKey(QWidget):
    """The key in large groups, and two ways to keep it. ``words`` is the whole of it."""

    def __init__(self, bridge: Bridge, words: str) -> None:
        super().__init__()
        self._bridge, self.words = bridge, words
        self.is_kept = False
        self.message = InlineMessage("", tone="green", closable=False)
        self.text = secondary(self.tr("Save as text…"), "file-text")
        self.paper = secondary(self.tr("Save a page to print…"), "printer")
        groups = words.split("-")
        panel = SoftPanel(padding=18)
        for start in range(0, len(groups), GROUPS_IN_A_ROW):
            line = Label("  ".join(groups[start : start + GROUPS_IN_A_ROW]), "title")
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            panel.body.addWidget(line)
        told = self.tr(
            "The recovery key opens your record when the passphrase is forgotten. Keep it on paper, or anywhere that"
            " is not this device. If both are lost, nobody can open the record: Hallway cannot help then."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(told, "body", "text2", wrap=True))
        column.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(self.text)
        row.addWidget(self.paper)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.message)
        self.message.hide()
        self.text.clicked.connect(lambda: self.ask_where(TEXT))
        self.paper.clicked.connect(lambda: self.ask_where(PAPER))

    def ask_where(self, ending: str) -> None:
        """Ask where to save it; the dialog is the desktop's own."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / f"{self.tr('Hallway recovery key')}{ending}")
        dialog = QFileDialog(self, self.tr("Save the recovery key"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the page; what kept it from being written is said."""
        try:
            exporting.write(path, self._content(path.suffix.lower()))
        except HallwayError as error:
            self.message.set_text(error.sentence)
        else:
            self.is_kept = True
            told = self.tr("Saved {file}. Print it, and keep the file somewhere that is not this device.")
            self.message.set_text(told.format(file=path.name))
        self.message.show()

    def _content(self, ending: str) -> bytes:
        page = sheet(self.words, say_day(self._bridge.desk.clock.today(), self._bridge.desk.clock.today()))
        if ending == PAPER:
            from hallway.ui.parts.paper import pdf  # only what is written

            return pdf([page], page.title)
        lines = [page.title, "", *page.lines]
        for section in page.sections:
            lines += ["", section.heading, *section.lines]
        return ("\n".join(lines) + "\n").encode()


class RecoveryPanel(OverlayPanel):
    """The same over the window, for whoever wants it once more."""

    def __init__(self, bridge: Bridge, window: QWidget, words: str) -> None:
        super().__init__(window, title=self.tr("Your recovery key"), width=520)
        self.key = RecoveryKey(bridge, words)
        self.body.addWidget(self.key)
        foot, done = self.foot(), primary(self.tr("Done"))
        foot.addStretch(1)
        foot.addWidget(done)
        done.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)


def open_recovery(bridge: Bridge, window: QWidget, words: str) -> RecoveryPanel:
    """Show it over the window."""
    panel = RecoveryPanel(bridge, window, words)
    panel.open(panel.key.paper)
    return panel


def sheet(words: str, day: str) -> Sheet:
    """What stands on the page: nothing of the record, and how the key is used."""
    told = _t(
        "This key opens your Hallway record, and the copies of it, when the passphrase is forgotten."
        " Whoever has this page and the record can read it."
    )
    how = (
        _t("Start Hallway, choose “Use the recovery key”, and type the key. Dashes and capitals make no difference."),
        _t("There is no I, L, O or U in it: what looks like one is a 1 or a 0."),
        _t("Then choose a new passphrase in Settings."),
    )
    return Sheet(
        _t("Hallway recovery key"), (told, _t("Made on {day}.").format(day=day)),
        (Section(_t("The key"), (words,)), Section(_t("How to use it"), how)),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("RecoveryKey", text)
