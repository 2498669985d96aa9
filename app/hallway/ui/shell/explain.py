"""What is shown when the data file cannot be opened: never an empty address book, always what is safe and a way on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hallway.domain.backups import Backup
from hallway.domain.errors import DatabaseDamaged, DatabaseForeign, DatabaseMissing, HallwayError
from hallway.ui.parts.copy_words import holds, made_at
from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.card import Card, Ground
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.usecases import backing_up

MENDED_BY_A_COPY = (DatabaseDamaged, DatabaseMissing, DatabaseForeign)


class ExplainWindow(Ground):
    """One card: what happened, what is safe, what to do. ``is_mended`` once a copy has taken the file's place."""

    def __init__(self, error: HallwayError, folder: Path) -> None:
        super().__init__("window")
        self.is_mended = False
        self._record = backing_up.record_in(folder)
        self.setWindowTitle("Hallway")
        self.resize(720, 400)
        card = Card(padding=28, spacing=12)
        card.body.addWidget(Label(self.tr("Your record cannot be opened"), "title"))
        for words in (error.what, error.safe, error.do):
            if words:
                card.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.leave = primary(self.tr("Quit"))
        self.leave.clicked.connect(self.close)
        row = QHBoxLayout()
        self.show_folder = secondary(self.tr("Open the folder"), "folder-open")
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        row.addWidget(self.show_folder)
        row.addStretch(1)
        row.addWidget(self.leave)
        copy = self._newest() if isinstance(error, MENDED_BY_A_COPY) else None
        if copy is not None:
            self._offer(card, row, copy)
        card.body.addWidget(self.message)
        card.body.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.addWidget(card)

    def _newest(self) -> Backup | None:
        with suppress(HallwayError, OSError):
            return next(iter(backing_up.listed_for(self._record)), None)
        return None

    def _offer(self, card: Card, row: QHBoxLayout, copy: Backup) -> None:
        told = self.tr("The newest copy: {when}, {holds}. What lies there now is moved aside whole, not deleted.")
        words = told.format(when=made_at(copy, backing_up.now()), holds=holds(copy))
        card.body.addWidget(Label(words, "body", wrap=True))
        self.back = primary(self.tr("Go back to this copy"), "rotate-ccw")
        self.back.clicked.connect(lambda: self._go_back(copy))
        self.leave.set_kind("secondary")
        row.addWidget(self.back)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self, copy: Backup) -> None:
        try:
            backing_up.put_in_place(self._record, backing_up.folder_for(self._record) / copy.name)
        except (HallwayError, OSError) as error:
            self.message.set_text(error.sentence if isinstance(error, HallwayError) else self.tr("It did not work."))
            self.message.show()
            return
        self.is_mended = True
        self.close()
