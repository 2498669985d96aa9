"""The panel that shows sheets (people before a talk, an event on paper) and writes them to PDF or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.sheets import Sheet
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.sheet_view import SheetView
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import briefings, exporting

MOST_PEOPLE, TALL = 50, 560
PAPER, MARKDOWN = ".pdf", ".md"


def open_briefing(frame: Frame, window: QWidget, person_ids: Sequence[int]) -> BriefingPanel | None:
    """Show the briefing of some people, or of those whom tomorrow brings when none are given; None when nobody is."""
    chosen = tuple(person_ids) or frame.bridge.ask(briefings.tomorrow)
    if not chosen:
        frame.bridge.said.emit(_t("Choose somebody first; tomorrow brings nobody by name."), False)
        return None
    sheets = frame.bridge.ask(briefings.of_people, chosen[:MOST_PEOPLE])
    title = _t("Briefing") if len(sheets) == 1 else _t("Briefing, {count} people").format(count=len(sheets))
    panel = open_sheets(frame.bridge, window, title, sheets)
    if len(chosen) > len(sheets):
        panel.say(_t("The first {count} of {all} people.").format(count=len(sheets), all=len(chosen)))
    return panel


def open_pack(frame: Frame, window: QWidget, event_id: int) -> BriefingPanel:
    """Show an event on paper. Raises `NotFound`."""
    return open_sheets(frame.bridge, window, _t("Event pack"), frame.bridge.ask(briefings.pack, event_id))


def open_sheets(bridge: Bridge, window: QWidget, title: str, sheets: Sequence[Sheet]) -> BriefingPanel:
    """Show any sheets over the window."""
    panel = BriefingPanel(bridge, window, title, sheets)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.view)
    return panel


class BriefingPanel(OverlayPanel):
    """Ctrl+S asks where to save the PDF. Nothing in the record changes."""

    def __init__(self, bridge: Bridge, window: QWidget, title: str, sheets: Sequence[Sheet]) -> None:
        super().__init__(window, title=title, width=680)
        self._bridge, self._name, self.sheets = bridge, title, sheets
        self.view = SheetView(title, tall=TALL)
        self.view.show_sheets(sheets)
        self.message = InlineMessage("", tone="amber")
        self.copy, self.markdown = quiet(_t("Copy"), "copy"), secondary(_t("Save as Markdown…"))
        self.paper = primary(_t("Save as PDF…"), "download", "Ctrl+S")
        self._build()

    def say(self, words: str) -> None:
        """Say something above the buttons."""
        self.message.set_text(words)
        self.message.show()

    def save_to(self, path: Path) -> None:
        """Write the file its ending names; what cannot be written is said in the panel, which stays."""
        try:
            exporting.write(path, self._content(path.suffix.lower()))
        except HallwayError as error:
            self.say(str(error))
            return
        self._bridge.said.emit(_t("Saved {file}").format(file=path.name), False)
        self.close_panel()

    def ask_where(self, ending: str) -> None:
        """Ask where to save; the dialog is the desktop's own."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _t("Save these pages"), str(Path(folder) / f"{self._name}{ending}"))
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

    def _build(self) -> None:
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.message)
        self.message.hide()
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
        self._bridge.said.emit(_t("Copied these pages"), False)


def _t(words: str) -> str:
    return QCoreApplication.translate("Briefing", words)
