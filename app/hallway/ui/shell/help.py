"""F1: all keys, read from the catalogue, and a short guide. Works offline, as everything."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.shell.window import Window
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel

GUIDE = (
    ("Capture", "Ctrl+N, one line, Enter: Thảo Nguyễn, @Uni Lund, corridor width, send her the R code by Friday."),
    ("Recall", "Open a person: how you met, last words, promises both ways, whom you share."),
    ("Act", "Today shows a few people with a reason. D when done, Z for another day, N when not needed."),
    ("Rhythm", "Say on a person's page how often you would like to be in touch. The plan finds the days."),
    ("Calendar", "Ctrl+E makes a file for any calendar. Exporting again updates it."),
    ("Undo", "Ctrl+Z takes back any step, also after a restart."),
)

PAGE_KEYS = (
    ("Arrows", "Move in a list, a calendar, a menu"),
    ("Enter", "Open, or keep what you typed"),
    ("Esc", "Back to what was, or close what lies on top"),
    ("F2", "Change the name or the chosen value"),
    ("Space", "Mark a row, for several at once"),
    ("D", "On Today: done"),
    ("Z", "On Today: another day"),
    ("N", "On Today: not needed"),
)


def open_help(window: Window) -> None:
    """Show the sheet over the window."""
    panel = OverlayPanel(window, title=_t("Keys and a short guide"), width=760)
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 12, 0)
    layout.setSpacing(4)
    for title, words in GUIDE:
        layout.addWidget(Label(_t(title), "strong"))
        layout.addWidget(Label(_t(words), "body", "text2", wrap=True))
    for area, specs in _by_area(window.frame.catalogue.all()).items():
        layout.addSpacing(10)
        layout.addWidget(Label(_t(area), "section", "text2"))
        layout.addLayout(_grid([(window.frame.catalogue.shortcut_text(spec.key), spec.text) for spec in specs]))
    layout.addSpacing(10)
    layout.addWidget(Label(_t("On a page"), "section", "text2"))
    layout.addLayout(_grid([(keys, _t(words)) for keys, words in PAGE_KEYS]))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(column)
    scroll.setMinimumHeight(min(560, window.height() - 200))
    scroll.viewport().setAutoFillBackground(False)
    column.setAutoFillBackground(False)
    panel.body.addWidget(scroll)
    panel.closed.connect(panel.deleteLater)
    panel.open(scroll)


def _by_area(specs: tuple[ActionSpec, ...]) -> dict[str, list[ActionSpec]]:
    found: defaultdict[str, list[ActionSpec]] = defaultdict(list)
    for spec in specs:
        if spec.shortcut:
            found[spec.area].append(spec)
    return dict(found)


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for at, (keys, words) in enumerate(rows):
        grid.addWidget(KeyCap(keys), at, 0)
        grid.addWidget(Label(words), at, 1)
    return grid


def _t(text: str) -> str:
    return QCoreApplication.translate("help", text)
