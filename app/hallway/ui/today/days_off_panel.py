"""What a calendar file offers as days off: looked through and ticked before any of it counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from hallway.domain.dates import say_day
from hallway.domain.errors import HallwayError
from hallway.ui.frame.bridge import Bridge
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import days_off
from hallway.usecases.days_off import DayOff, Offer
from hallway.usecases.importing import open_files

MOST_REMARKS, LIST_HEIGHT = 3, 320


class DaysOffPanel(OverlayPanel):
    """Whole days are ticked, times are not; Space changes a line, Enter keeps what is ticked as one step."""

    def __init__(self, bridge: Bridge, window: QWidget, offer: Offer) -> None:
        super().__init__(window, title=self.tr("Days off from {file}").format(file=offer.source), width=560)
        self._bridge, self._offer = bridge, offer
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Days that can be taken off"))
        self.list.setMinimumHeight(160)
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.keep = primary("", "check")
        leave = quiet(self.tr("Not now"))
        self._fill()
        self.body.addWidget(Label(self.tr("Nothing is planned on what you tick."), "body", "text2", wrap=True))
        self.body.addWidget(self.list, 1)
        for remark in self._remarks():
            self.body.addWidget(Label(remark, "small", "text2", wrap=True))
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)
        leave.clicked.connect(self.close_panel)
        self.keep.clicked.connect(self.accept)
        self.list.itemChanged.connect(self._count)
        self.list.itemActivated.connect(lambda _: self.accept())
        self._count()

    def chosen(self) -> Sequence[DayOff]:
        """What is ticked and not off already."""
        ticked = (self.list.item(at).checkState() == Qt.CheckState.Checked for at in range(self.list.count()))
        return [one for one, is_on in zip(self._offer.days, ticked, strict=True) if is_on and not one.known]

    def accept(self) -> None:
        """Take the ticked days off."""
        if self.chosen() and self._bridge.do(days_off.add, self._offer.source, self.chosen()) is not None:
            self.close_panel()

    def _fill(self) -> None:
        today = self._bridge.desk.clock.today()
        for one in self._offer.days:
            line = QListWidgetItem(_say(one, say_day(one.start, today), say_day(one.end, today)))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled
            line.setFlags(Qt.ItemFlag.ItemIsSelectable if one.known else flags)
            line.setCheckState(Qt.CheckState.Checked if one.whole or one.known else Qt.CheckState.Unchecked)
            self.list.addItem(line)
        self.list.setCurrentRow(0)

    def _count(self) -> None:
        count = sum((one.end - one.start).days + 1 for one in self.chosen())
        self.keep.setText(self.tr("Take %n days off", "", count) if count else self.tr("Nothing chosen"))
        self.keep.setEnabled(bool(count))

    def _remarks(self) -> Sequence[str]:
        gone = self.tr("%n have gone by and are left out.", "", self._offer.gone_by) if self._offer.gone_by else ""
        return [remark for remark in (gone, *self._offer.remarks) if remark][:MOST_REMARKS]


def open_days_off(bridge: Bridge, window: QWidget, path: Path) -> DaysOffPanel | None:
    """Look through what a file offers; None, and the reason, when it cannot be read."""
    try:
        [(name, data)] = open_files([path])
        offer = bridge.ask(days_off.offered, name, data)
    except HallwayError as error:
        bridge.refused.emit(error)
        return None
    panel = DaysOffPanel(bridge, window, offer)
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.list)
    return panel


def ask_for_file(bridge: Bridge, window: QWidget) -> QFileDialog:
    """Ask which calendar file holds the days off."""
    dialog = QFileDialog(window, _t("Days off from a file"), str(Path.home()), _t("Calendars (*.ics);;All files (*)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: open_days_off(bridge, window, Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _say(one: DayOff, start: str, end: str) -> str:
    days = start if one.start == one.end else _t("{start} to {end}").format(start=start, end=end)
    words = f"{one.title}, {days}"
    if one.known:
        return _t("{words}: off already").format(words=words)
    return words if one.whole else _t("{words}, at a time").format(words=words)


def _t(text: str) -> str:
    return QCoreApplication.translate("today", text)
