"""The panel that makes a calendar file: choices at the left, what comes of them at the right, one button to save."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.records import CalendarEntry, EntryKind
from hallway.ui.calendar_export.choices import Choices
from hallway.ui.calendar_export.preview import Preview
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, primary, quiet
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.picture import Picture
from hallway.usecases import calendars
from hallway.usecases.calendars import CalendarChoice, Export

WIDTH, LEFT = 1060, 290
FILE_NAME = "hallway.ics"


def open_export(frame: Frame, window: QWidget) -> OverlayPanel:
    """Show the panel over the window; it closes when the file is written."""
    panel = ExportPanel(frame.bridge, window)
    panel.choices.restore(frame.preferences.calendar)
    panel.saved.connect(lambda: frame.preferences.keep_calendar(panel.choices.words()))
    panel.closed.connect(panel.deleteLater)
    panel.open(next(iter(panel.choices.kinds.values())))
    return panel


class ExportPanel(OverlayPanel):
    """Nothing is written before the person chose where; Ctrl+Enter asks where. `saved` once the file is on disk."""

    saved = Signal()

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        title = QCoreApplication.translate("ExportPanel", "Export to a calendar")
        super().__init__(window, title=title, width=WIDTH, padding=0)
        self._bridge, self._desk = bridge, bridge.desk
        self.job: Job | None = None
        self._entries: tuple[CalendarEntry, ...] = ()
        self._planned: tuple[int, str] | None = None
        self._message: InlineMessage | None = None
        self._messages = QVBoxLayout()
        self.choices = Choices(self._desk.clock.today())
        self.preview = Preview(self._desk.clock.today())
        self.counted = Label("", "body", "text2", wrap=True)
        self.keep = quiet(self.tr("Keep up to date…"), "refresh-cw")
        self.cancel = quiet(self.tr("Cancel"))
        self.save = primary(self.tr("Save calendar file…"), "download")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._show()

    def save_to(self, path: Path) -> None:
        """Write the calendar there and remember what calendars now have; the panel closes once it is on disk."""
        if self.job is not None:
            return
        self._clear_trouble()
        self._show_busy(True)
        desk, choice, now = self._desk, self.choices.choice(), self._desk.clock.now()

        def write(report: object) -> Export:
            export = desk.ask(calendars.prepare, choice, now)
            calendars.write(path, export)
            desk.do(calendars.remember, export, choice)
            return export

        self.job = Job(write, desk.database.close_thread, self)
        self.job.finished_with.connect(lambda export: self._saved(path, export))
        self.job.failed.connect(self._failed)
        self.job.finished.connect(self._ended)
        self.job.start()

    def ask_where(self) -> None:
        """Ask where to save; the dialog is the desktop's own."""
        if not self.save.isEnabled():
            return
        dialog = QFileDialog(self, self.tr("Save calendar file"), str(Path.home() / FILE_NAME))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Calendars (*.ics)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("ics")
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def close_panel(self) -> None:
        """Put it away; not while the file is being written."""
        if self.job is None:
            super().close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        """A window that is closed waits for the file."""
        if self.job is not None:
            self.job.wait()
        super().hideEvent(event)

    def _add_head(self, title: str) -> None:
        self.title = Label(title, "heading")
        subtitle = self.tr("Makes a file that any calendar app can open. Nothing is sent anywhere.")
        self._close = icon_button("x", self.tr("Close: {title}").format(title=title))
        self._close.clicked.connect(self.close_panel)
        self.setAccessibleName(title)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(Label(subtitle, "body", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(22, 18, 18, 14)
        row.addLayout(words, 1)
        row.addWidget(self._close)
        self.body.addLayout(row)

    def _build(self) -> None:
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 0, 1, 0)
        self._messages.setContentsMargins(22, 0, 22, 0)
        self.body.addLayout(self._messages)
        self.body.addWidget(Hairline())
        self.choices.setFixedWidth(look.scaled(LEFT))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for piece in (self.choices, Hairline(upright=True)):
            middle.addWidget(piece)
        middle.addWidget(self.preview, 1)
        self.body.addLayout(middle, 1)
        foot = self.foot()
        foot.setContentsMargins(22, 12, 22, 12)
        foot.addWidget(Picture("file-text", 16))
        foot.addWidget(self.counted, 1)
        foot.addWidget(self.keep)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)

    def _connect(self) -> None:
        self.choices.changed.connect(self._soon.start)
        self._soon.timeout.connect(self._show)
        self.preview.text_wanted.connect(self._show_text)
        self.cancel.clicked.connect(self.close_panel)
        self.keep.clicked.connect(self._keep_up_to_date)
        self.save.clicked.connect(self.ask_where)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.ask_where)

    def _show(self) -> None:
        """Everything follows the choices. The plan is made anew only when its days or its titles change."""
        choice = self.choices.choice()
        if self._planned != (choice.days, choice.detail):
            everything = CalendarChoice(frozenset(EntryKind), choice.days, choice.detail)
            self._entries = self._desk.ask(calendars.preview, everything)
            self._planned = choice.days, choice.detail
        chosen = tuple(entry for entry in self._entries if entry.kind in choice.kinds)
        self.choices.show_counts(Counter(entry.kind for entry in self._entries))
        self.preview.show_entries(chosen, self.choices.until())
        self.save.setEnabled(bool(choice.kinds))
        self._count(len(chosen))

    def _keep_up_to_date(self) -> None:
        """What is chosen here, kept right by itself from now on."""
        from hallway.ui.calendar_export.ways import open_ways

        window, choice = self.parentWidget(), self.choices.choice()
        assert window is not None
        self.close_panel()
        open_ways(self._bridge, window, choice)

    def _show_text(self) -> None:
        export = self._desk.ask(calendars.prepare, self.choices.choice(), self._desk.clock.now())
        self.preview.show_text(export.data)

    def _count(self, count: int) -> None:
        if not self.choices.choice().kinds:
            words = self.tr("Choose at the left what to put in.")
        elif not count:
            words = self.tr("Nothing is planned in these days yet.")
        else:
            entries = self.tr("1 entry") if count == 1 else self.tr("{count} entries").format(count=count)
            again = self.tr("Exporting again later updates them, it does not copy them.")
            words = f"{entries}. {again}"
        self.counted.set_text(words)

    def _show_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.choices.setEnabled(not busy)
        self.save.setText(self.tr("Writing…") if busy else self.tr("Save calendar file…"))

    def _saved(self, path: Path, export: Export) -> None:
        self._ended()
        self.saved.emit()
        count = len(export.entries)
        entries = self.tr("1 entry") if count == 1 else self.tr("{count} entries").format(count=count)
        self._bridge.said.emit(self.tr("Saved {file}, {entries}").format(file=path.name, entries=entries), False)
        self.close_panel()

    def _failed(self, error: HallwayError) -> None:
        """What happened, what is safe, what to do; the panel stays as it is."""
        self._ended()
        self._message = InlineMessage(error.sentence, tone="danger")
        self._message.closed.connect(self._clear_trouble)
        self._messages.setContentsMargins(22, 0, 22, 12)
        self._messages.addWidget(self._message)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_trouble(self) -> None:
        if self._message is not None:
            self._messages.setContentsMargins(22, 0, 22, 0)
            self._message.hide()
            self._message.deleteLater()
            self._message = None

    def _ended(self) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
            self._show_busy(False)
