"""F1: all keys, read from the catalogue, and a short guide. Works offline, as everything."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.shell.window import Window
from hallway.ui.theme.look import look
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.scroll import ScrollArea

KEYS_WIDTH = 96

GUIDE = (
    ("Capture", "Ctrl+N, one line, Enter: Thảo Nguyễn, @Uni Lund, corridor width, send her the R code by Friday."),
    ("From anywhere", "Your desktop can open that line with a key of its own; Settings have the command for it."),
    ("Recall", "Open a person: how you met, last words, promises both ways, whom you share."),
    ("Before a talk", "Ctrl+B puts the person in front, or whom tomorrow brings, on one page to read or print."),
    ("At an event", "Enter on an event: its sessions, whom you would like to meet, and one field for who you met."),
    ("In the evening", "Ctrl+Shift+D goes through the people you met, one by one."),
    ("Act", "Today shows a few people with a reason. D when done, Z for another day, N when not needed."),
    ("Rhythm", "Say on a person's page how often you would like to be in touch. The plan finds the days."),
    ("Calendar", "Ctrl+E makes a file for any calendar. Exporting again updates it."),
    ("Undo", "Ctrl+Z takes back any step, also after a restart. Ctrl+H shows them all."),
)

PAGE_KEYS = {
    "On every page": (
        ("Tab", "To the next control; Shift+Tab to the one before"),
        ("Arrows", "Move in a list, a calendar, a menu, a choice"),
        ("Home", "To the beginning; End to the end"),
        ("Page Up", "A month or a page back; Page Down forward"),
        ("Enter", "Open, or keep what you typed"),
        ("Ctrl+Enter", "Keep a text of several lines, or do what a panel is for"),
        ("Esc", "Back to what was, or close what lies on top"),
        ("F2", "Change the name or the chosen value"),
        ("Del", "Let go of the chosen one, or take it away"),
        ("Menu", "What can be done with the chosen one"),
    ),
    "On Today": (
        ("D", "Done"),
        ("Z", "Another day"),
        ("N", "Not needed"),
        ("C", "Copy the words"),
        ("M", "Write a mail with the words"),
        ("W", "Write the whole message"),
    ),
    "In the list of people": (
        ("Space", "Mark a row, for several at once"),
        ("Shift+Down", "Mark and go on; Shift+Up the other way"),
        ("Ctrl+A", "Mark all"),
        ("Esc", "Take all marks off"),
        ("Del", "On a condition of the filter: take it off"),
        ("L", "Log what happened"),
        ("W", "Write"),
        ("C", "Check in"),
    ),
    "In the weeks ahead": (
        ("Ctrl+Left", "A day earlier; Ctrl+Right a day later"),
        ("Ctrl+Up", "A week earlier; Ctrl+Down a week later"),
        ("Z", "Another day"),
        ("R", "Leave a day that was fixed to the rhythm again"),
    ),
    "On the network map": (
        ("Arrows", "To the nearest person in that direction"),
        ("+", "Come nearer; − to go back, 0 for all of the map"),
        ("L", "The same people as a list, and back"),
        ("Enter", "Go to this person"),
        ("Ctrl+F", "Choose whom you would like to reach"),
        ("Esc", "Let go of the path"),
    ),
    "At an event": (
        ("Space", "Go to this session, or not"),
        ("Enter", "Open the session, the person or the event"),
        ("F2", "Change a session you wrote down; Del takes it out"),
    ),
    "When you look people through": (
        ("Ctrl+Enter", "Keep and go on"),
        ("Ctrl+Shift+Enter", "Nothing needed"),
        ("Esc", "Go on another time"),
    ),
    "In a timeline": (("E", "Change the entry"),),
    "On My card": (("F", "Big and bright; Esc leads back"),),
    "When two may be one": (
        ("M", "Merge them"),
        ("K", "Keep them apart"),
        ("S", "Decide another time"),
    ),
    "In the history": (("Enter", "To the button that leads back to the chosen step, or bring back"),),
}
"""Keys of rows, which work where the row has the keyboard; keys of the window stand in the catalogue."""


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
    layout.addWidget(Label(_t("To a room, while you are not typing"), "section", "text2"))
    layout.addLayout(_grid(_in_turn(window.frame.catalogue.all())))
    for area, rows in PAGE_KEYS.items():
        layout.addSpacing(10)
        layout.addWidget(Label(_t(area), "section", "text2"))
        layout.addLayout(_grid([(keys, _t(words)) for keys, words in rows]))
    scroll = ScrollArea(column, both_ways=True, tall=560)
    scroll.setAccessibleName(_t("All keys"))
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panel.body.addWidget(scroll)
    panel.closed.connect(panel.deleteLater)
    panel.open(scroll)


def _by_area(specs: tuple[ActionSpec, ...]) -> dict[str, list[ActionSpec]]:
    found: defaultdict[str, list[ActionSpec]] = defaultdict(list)
    for spec in specs:
        if spec.shortcut:
            found[spec.area].append(spec)
    return dict(found)


def _in_turn(specs: tuple[ActionSpec, ...]) -> list[tuple[str, str]]:
    return [(spec.keys_in_turn.replace(",", ""), spec.text) for spec in specs if spec.keys_in_turn]


def _grid(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, look.scaled(KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    for at, (keys, words) in enumerate(rows):
        grid.addWidget(KeyCap(keys), at, 0)
        grid.addWidget(Label(words), at, 1)
    return grid


def _t(text: str) -> str:
    return QCoreApplication.translate("help", text)
