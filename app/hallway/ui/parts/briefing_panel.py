"""The panel that shows people on a page each, before a talk, and writes them to paper or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.sheet_view import SheetView
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import briefings, exporting

MOST_PEOPLE = 50
PAPER, MARKDOWN = ".pdf", ".md"


def open_briefing(frame: Frame, window: QWidget, person_ids: Sequence[int]) -> OverlayPanel | None:
    """Show the briefing of some people, or of those whom tomorrow brings when none are given; None when nobody is."""
    chosen = tuple(person_ids) or frame.bridge.ask(briefings.tomorrow)
    if not chosen:
        frame.bridge.said.emit(_t("Choose somebody first; tomorrow brings nobody by name."), False)
        return None
    panel = BriefingPanel(frame.bridge, window, chosen[:MOST_PEOPLE], len(chosen))
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.view)
    return panel


class BriefingPanel(OverlayPanel):
    """Ctrl+S asks where to save the PDF. Nothing in the record changes."""

    def __init__(self, bridge: Bridge, window: QWidget, person_ids: Sequence[int], wanted: int) -> None:
        self.sheets = bridge.ask(briefings.of_people, person_ids)
        one = len(self.sheets) == 1
        title = _t("Briefing") if one else _t("Briefing, {count} people").format(count=len(self.sheets))
        super().__init__(window, title=title, width=680)
        self._bridge = bridge
        self.view = SheetView(title)
        self.view.show_sheets(self.sheets)
        self.message = InlineMessage("", tone="amber")
        self.copy, self.markdown = quiet(_t("Copy"), "copy"), secondary(_t("Save as Markdown…"))
        self.paper = primary(_t("Save as PDF…"), "download", "Ctrl+S")
        self.view.setMinimumHeight(max(240, min(560, window.height() - 260)))
        self._build(wanted)

    def save_to(self, path: Path) -> None:
        """Write the file its ending names; what cannot be written is said in the panel, which stays."""
        try:
            exporting.write(path, self._content(path.suffix.lower()))
        except HallwayError as error:
            self.message.set_text(str(error))
            self.message.show()
            return
        self._bridge.said.emit(_t("Saved {file}").format(file=path.name), False)
        self.close_panel()

    def ask_where(self, ending: str) -> None:
        """Ask where to save; the dialog is the desktop's own."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _t("Save the briefing"), str(Path(folder) / f"{_t('Briefing')}{ending}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _content(self, ending: str) -> bytes:
        if ending == PAPER:
            from hallway.ui.parts.paper import pdf  # only what is written

            return pdf(self.sheets, ", ".join(sheet.title for sheet in self.sheets[:3]))
        return briefings.markdown(self.sheets)

    def _build(self, wanted: int) -> None:
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.message)
        self.message.hide()
        if wanted > len(self.sheets):
            self.message.set_text(_t("The first {count} of {all} people.").format(count=MOST_PEOPLE, all=wanted))
            self.message.show()
        foot = self.foot()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.markdown)
        foot.addWidget(self.paper)
        self.copy.clicked.connect(self._copy)
        self.markdown.clicked.connect(lambda: self.ask_where(MARKDOWN))
        self.paper.clicked.connect(lambda: self.ask_where(PAPER))
        keys = QShortcut(QKeySequence("Ctrl+S"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(lambda: self.ask_where(PAPER))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(briefings.markdown(self.sheets).decode())
        self._bridge.said.emit(_t("Copied the briefing"), False)


def _t(words: str) -> str:
    return QCoreApplication.translate("Briefing", words)
