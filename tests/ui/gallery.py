"""Grabs every control in both themes to pictures: ``python tests/ui/gallery.py <folder>``."""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hallway.ui.theme import theme
from hallway.ui.theme.icons import icon
from hallway.ui.widgets import button, card, paint
from hallway.ui.widgets.avatar import Avatar, Badge
from hallway.ui.widgets.chip import Chip
from hallway.ui.widgets.date_field import DateField, DatePanel, Reading
from hallway.ui.widgets.disclosure import Disclosure
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.illustration import HallwayPicture, Mark
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.keycap import KeyCap
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel, RaisedCard
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import kind_dot
from hallway.ui.widgets.progress_strip import ProgressStrip
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.ui.widgets.tab_strip import TabStrip
from hallway.ui.widgets.text_field import TextField
from hallway.ui.widgets.toast import ToastHost

TODAY = date(2026, 6, 23)


def read(words: str) -> Reading:
    """Understand one phrase, enough for a picture."""
    if words == "in 6 weeks":
        return Reading(TODAY + timedelta(weeks=6), "6 weeks")
    if words == "4/8":
        return Reading(date(2026, 8, 4), "6 weeks", (date(2026, 4, 8),))
    return Reading(None, f"“{words}” does not read as a day.")


def row(*widgets: QWidget) -> QHBoxLayout:
    """Return a row of controls, the rest of it empty."""
    result = QHBoxLayout()
    result.setSpacing(8)
    for widget in widgets:
        result.addWidget(widget)
    result.addStretch(1)
    return result


def page(*things: QWidget | QLayout) -> QWidget:
    """Return a page with things below each other."""
    result = card.Ground("window")
    column = QVBoxLayout(result)
    column.setContentsMargins(28, 20, 28, 20)
    column.setSpacing(14)
    for thing in things:
        column.addWidget(thing) if isinstance(thing, QWidget) else column.addLayout(thing)
    column.addStretch(1)
    result.resize(900, 800)
    return result


def controls() -> QWidget:
    """Return buttons, fields, marks, chips, tabs."""
    off = button.primary("Merge", "git-merge")
    off.setEnabled(False)
    chosen = Chip("Everyone", checkable=True)
    chosen.setChecked(True)
    tabs = TabStrip([("overview", "Overview"), ("timeline", "Timeline"), ("favours", "Favours"), ("notes", "Notes")])
    tabs.set_count("timeline", 23)
    tabs.set_count("favours", 7)
    kinds = SegmentedControl([("board", "Board", "square-kanban"), ("list", "List", "list")], name="View")
    plain = SegmentedControl([("calendar", "Calendar", ""), ("list", "List", ""), ("text", "File text", "")])
    tick, radio = QCheckBox("Talks and interviews"), QRadioButton("Names")
    tick.setChecked(True)
    radio.setChecked(True)
    combo = QComboBox()
    combo.addItem(icon("users-round", "green"), "Name")
    combo.addItem("Works at")
    header = PageHeader("Timeline", "Everything that happened, newest first", margin=0)
    header.add_action(SearchField("Person, event or word"))
    header.add_action(button.secondary("Log something", "plus"))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    number = QSpinBox()
    number.setValue(4)
    notes = NoteEdit("Type here while you talk. A line that starts with > becomes a follow-up.")
    return page(
        header,
        tabs,
        row(
            button.primary("Copy and open mail", "mail"),
            button.secondary("Done", "check"),
            button.quiet("Not needed"),
            button.link("Change"),
            button.icon_button("ellipsis", "More", "secondary"),
            button.icon_button("sliders-horizontal", "Choose"),
            off,
        ),
        row(
            button.quiet("Cancel"),
            button.secondary("Save and next", keys="Ctrl+Enter"),
            button.primary("Save", keys="Enter"),
            button.Button("I met someone", "soft", "user-plus"),
            button.small("Congratulate", "party-popper"),
            button.Button("Delete everything", "danger"),
        ),
        row(chosen, Chip("Close circle", checkable=True), Chip("Mentors", checkable=True),
            Chip("Conversations", "message-circle", checkable=True), Chip("urban heat", removable=True),
            Chip("Thank-you", "heart", hue="rose"), KeyCap("Ctrl+Shift+Space"), KeyCap("Up Down")),
        row(tick, QCheckBox("Check-ins"), radio, QRadioButton("Initials"), kinds, plain),
        row(TextField("Name"), combo, number, slider),
        row(TextField("next 5 weeks", icon="calendar-days", trailing="to 26 July"), DateField(read, TODAY, day=TODAY)),
        notes,
    )  # fmt: skip


def things() -> QWidget:
    """Return cards, faces, strips and messages."""
    names = ["Adaeze Nwosu", "Samir El-Amrani", "Hye-jin Seo", "Eilidh MacInnes", "Tomasz Wieczorek", "Thảo Nguyễn"]
    faces = [Avatar(name, 40) for name in names]
    faces[0].set_name(names[0], Badge("heart", "rose"))
    faces[1].set_name(names[1], Badge("reply", "blue"))
    faces[2].set_name(names[2], Badge("party-popper", "amber"))
    week = card.Card("This week")
    week.head.addWidget(button.link("Change"))
    week.body.addWidget(Label("Reach out to three people. Two so far.", "body", "text2"))
    quoted = card.SoftPanel()
    first = Label()
    start = paint.Part("A first line to start from", "section", "text2")
    first.set_parts([start, paint.Part("   edit it as you like", "small", "text3")])
    quoted.body.addWidget(first)
    quoted.body.addWidget(
        Label(
            "Dear Adaeze, thank you for introducing me to Rosalind Achterberg on Thursday. We had coffee after "
            "the closing session, and she has asked for a one-page summary of the cooling-corridor study.",
            wrap=True,
        )
    )
    week.body.addWidget(quoted)
    strip = ProgressStrip("Comparing with your people")
    strip.show_progress(268, 312, "You can start deciding. About 3 seconds left.")
    working = card.Card()
    working.body.addWidget(strip)
    sentence = Label()
    tomasz = paint.Part("Tomasz Wieczorek", "strong")
    sentence.set_parts([paint.Part("Thanked "), tomasz, paint.Part(" for his comments on chapter 2")])
    tags = QWidget()
    flow = FlowLayout(tags)
    for word in ("urban heat", "mortality", "cohort studies", "choral singing"):
        flow.addWidget(Chip(word))
    return page(
        row(*faces, Avatar("Adaeze Nwosu", 64), Avatar("Omar Siddiqui", 28), kind_dot("message-circle", "green"),
            kind_dot("gift", "rose"), kind_dot("handshake", "violet"),
            kind_dot("briefcase", "amber"), kind_dot("book-open", "slate")),
        week, working, sentence, tags,
        InlineMessage("New to you. Adaeze Nwosu worked at the same place, 2017 to 2023.", action="Link them"),
        InlineMessage("The file could not be read at row 212. Nothing was changed.", tone="danger"),
        Disclosure("If you have more time", "3 more that can wait. Nothing here goes late."),
        EditableText("Professor at Halden Institute of Technology", name="Role"),
        EmptyView("history", "Nothing written yet", "What happened? One line is enough.", "Log something"),
    )  # fmt: skip


def above() -> QWidget:
    """Return a page with a dialog over it and a toast."""
    window = controls()
    panel = OverlayPanel(window, title="Someone you just met", width=560)
    panel.body.addWidget(TextField("Name, @ place, what you talked about"))
    foot = panel.foot()
    foot.addStretch(1)
    foot.addWidget(button.quiet("Cancel"))
    foot.addWidget(button.primary("Save", keys="Enter"))
    window.show()
    panel.open()
    return window


def dates() -> QWidget:
    """Return the date panel as its popup shows it, and a toast."""
    box = RaisedCard(padding=12)
    panel = DatePanel(read, TODAY, suggestions=["tomorrow", "fri", "in 3 months"])
    box.body.addWidget(panel)
    panel.field.setText("in 6 weeks")
    unread = RaisedCard(padding=12)
    other = DatePanel(read, TODAY)
    unread.body.addWidget(other)
    other.field.setText("fry")
    both = RaisedCard(padding=12)
    third = DatePanel(read, TODAY)
    both.body.addWidget(third)
    third.field.setText("4/8")
    window = page(row(box, unread, both))
    ToastHost(window).show_message("Thank-you to Adaeze marked as done", lambda: None)
    return window


def first_run() -> QWidget:
    """Return the picture of the first run and the mark."""
    name = Label("Hallway", "heading")
    lead = Label("You know more people than you think. Write down three, and you have begun.", "lead", "text2")
    title = Label("Start where you are", "display")
    return page(row(Mark(24), name, Mark(48)), HallwayPicture(), title, lead)


def main(folder: Path) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for choice in ("light", "dark"):
        theme.apply(app, choice)
        theme.choose_motion(False)
        for make in (controls, things, above, dates, first_run):
            window = make()
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"{make.__name__}-{choice}.png"))
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
