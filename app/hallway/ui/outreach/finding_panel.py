"""The panel "Finding whom to reach": people found in papers, a programme, a place or a topic, and what to do then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.finding import Finding
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import primary, quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import whom_to_reach

WIDTH, TALLEST, MARGIN = 720, 640, 220


def open_finding(frame: Frame, window: QWidget) -> FindingPanel:
    """Show the panel over the window."""
    panel = FindingPanel(frame.bridge, window)
    panel.closed.connect(panel.deleteLater)
    panel.open()
    return panel


class FindingPanel(OverlayPanel):
    """Nobody is added before a button at the bottom is pressed; Ctrl+Enter presses the main one."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=_t("Find whom to reach"), width=WIDTH)
        self._bridge = bridge
        self.finding = Finding(bridge)
        self.counted = Label("", "body", "text2")
        self.cancel = quiet(self.tr("Close"))
        self.plan = secondary(self.tr("Plan to write to them"), "send")
        self.want = primary(self.tr("I would like to meet them"), "user-plus", "Ctrl+Enter")
        self._build()
        self.finding.chosen_changed.connect(self._count)
        self.cancel.clicked.connect(self.close_panel)
        self.want.clicked.connect(self.keep)
        self.plan.clicked.connect(self.keep_as_ideas)
        self._count()

    def keep(self) -> None:
        """Write down whom one would like to meet."""
        chosen = self.finding.chosen()
        if chosen and self._bridge.do(whom_to_reach.want, chosen, self.finding.event_id()) is not None:
            self.finding.look_again()

    def keep_as_ideas(self) -> None:
        """Write down whom one would like to write to."""
        chosen = self.finding.chosen()
        if chosen and self._bridge.do(whom_to_reach.plan, chosen) is not None:
            self.finding.look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """A window that is closed waits for what is being read."""
        self.finding.wait()
        super().hideEvent(event)

    def _count(self) -> None:
        count = len(self.finding.chosen())
        self.counted.set_text(self.tr("%n chosen", "", count) if count else "")
        for button in (self.plan, self.want):
            button.setEnabled(bool(count))

    def _build(self) -> None:
        window = self.parentWidget()
        room = (window.height() if window else TALLEST) - look.scaled(MARGIN)
        self.finding.setFixedHeight(max(look.scaled(260), min(look.scaled(TALLEST), room)))
        self.body.addWidget(self.finding)
        foot = self.foot()
        foot.addWidget(self.counted, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.cancel)
        foot.addWidget(self.plan)
        foot.addWidget(self.want)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.want.click)


def _t(words: str) -> str:
    return QCoreApplication.translate("FindingPanel", words)
