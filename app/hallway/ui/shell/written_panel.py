"""What was half written when the record was locked or Hallway ended: to read, and to copy into the form again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel


class WrittenPanel(OverlayPanel):
    """The words as plain text; closing it lets them go."""

    def __init__(self, window: QWidget, written: Sequence[str], why: str = "") -> None:
        super().__init__(window, title=self.tr("What you were writing"), width=520)
        self.text = QPlainTextEdit("\n".join(written))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What you were writing"))
        self.text.setMinimumHeight(120)
        words = self.tr("The record was locked before you were done. Nothing of this has been kept yet.")
        self.body.addWidget(Label(why or words, "body", "text2", wrap=True))
        self.body.addWidget(self.text, 1)
        foot, copy, done = self.foot(), secondary(self.tr("Copy"), "copy"), primary(self.tr("Done"))
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(done)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        done.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)


def open_written(window: QWidget, written: Sequence[str], why: str = "") -> WrittenPanel:
    """Show it over the window; `why` says how it came that it was not kept, unless the record was locked."""
    panel = WrittenPanel(window, written, why)
    panel.open(panel.text)
    return panel
