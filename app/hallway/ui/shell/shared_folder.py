"""Asked before the first write into a folder that other computers or services write to as well."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.errors import HallwayError
from hallway.domain.shared_folders import Kind, Shared
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.card import Card, Ground, in_the_middle
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.usecases import backing_up, moving_home

WIDTH, SIZE = 640, (760, 460)


class SharedFolderWindow(Ground):
    """`answer` is "stay", "moved" with `home` as the new folder, or "" when nothing was decided.

    `keeps_copies` tells whether each day's copy goes into the old folder as well.
    """

    def __init__(self, shared: Shared, folder: Path) -> None:
        super().__init__("window")
        self.answer, self.keeps_copies = "", False
        self.home = moving_home.new_home(folder)
        self._folder, self._has_record = folder, backing_up.record_in(folder).exists()
        self.setWindowTitle("Hallway")
        self.resize(*SIZE)
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.both = primary(self.tr("Move it, and keep copies here"), "hard-drive")
        self.go = secondary(self.tr("Move it"))
        self.stay = quiet(self.tr("Go on here"))
        self.show_folder = quiet(self.tr("Open the folder"), "folder-open")
        self.leave = quiet(self.tr("Quit"))
        self._build(shared)
        self.both.clicked.connect(lambda: self._move(keeps_copies=True))
        self.go.clicked.connect(lambda: self._move(keeps_copies=False))
        self.stay.clicked.connect(lambda: self._take("stay"))
        self.leave.clicked.connect(self.close)
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.both.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what(self, shared: Shared) -> str:
        if shared.kind is Kind.NETWORK:
            words = self.tr("Your data folder lies on another computer’s disk ({name}).")
        else:
            words = self.tr("Your data folder is kept in step with other computers by {name}.")
        return words.format(name=shared.name)

    def _build(self, shared: Shared) -> None:
        card = Card(padding=28, spacing=12)
        card.setFixedWidth(look.scaled(WIDTH))
        card.body.addWidget(Label(self.tr("A folder that others write to"), "title"))
        card.body.addWidget(Label(self._what(shared), "body", wrap=True))
        why = self.tr(
            "Such folders have replaced or emptied databases while they were open. Nothing was written yet. Your record"
            " is safest on this computer, with copies of it here."
        )
        card.body.addWidget(Label(why, "body", "text2", wrap=True))
        where = self.tr("It would move to {folder}. What lies here now is kept.").format(folder=self.home)
        card.body.addWidget(Label(where, "small", "text2", wrap=True))
        card.body.addWidget(self.message)
        card.body.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stay)
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.both)
        card.body.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self.show_folder)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.addStretch(1)
        column.addLayout(in_the_middle(card))
        column.addStretch(1)

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.close()

    def _move(self, *, keeps_copies: bool) -> None:
        try:
            moving_home.move(self._folder, self.home)
        except (HallwayError, OSError) as error:
            words = error.sentence if isinstance(error, HallwayError) else self.tr("It did not work.")
            self.message.set_text(words)
            self.message.show()
            return
        self.keeps_copies = keeps_copies
        self._take("moved")
