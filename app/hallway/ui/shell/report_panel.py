"""The report of a bug or a crash: plain text to read and to copy. Nothing is sent anywhere."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hallway.ui.widgets.button import primary, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel


class ReportPanel(OverlayPanel):
    """The text as it is, and Copy."""

    def __init__(self, window: QWidget, report: str) -> None:
        super().__init__(window, title=self.tr("What went wrong"), width=640)
        words = self.tr(
            "This is all that is known of it: which part of Hallway it was, and on what system. It holds nothing of"
            " your record, and nothing is sent anywhere. Copy it if you want to pass it on."
        )
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setMinimumHeight(220)
        self.body.addWidget(self.text, 1)
        foot = self.foot()
        self.copy = secondary(self.tr("Copy"), "copy")
        self.done = primary(self.tr("Close"))
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.done)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.done.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)


def open_report(window: QWidget, report: str) -> ReportPanel:
    """Show it over the window."""
    panel = ReportPanel(window, report)
    panel.open(panel.copy)
    return panel
