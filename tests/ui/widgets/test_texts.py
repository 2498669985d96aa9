"""Labels, fields and notes: plain text always, elided or wrapped, never richer than typed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hallway.ui.theme import theme
from hallway.ui.theme.look import tokens
from hallway.ui.theme.paint import Part
from hallway.ui.widgets.button import TitleLink
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.search_field import SearchField
from hallway.ui.widgets.tooltip import plain

LONG = "Dear Adaeze, thank you for introducing me to Rosalind Achterberg on Thursday after the closing session."


def test_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<img src=x> & <b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > Label("bold").sizeHint().width() * 3


def test_wrapped_label_grows_in_height_as_it_narrows(qtbot: QtBot) -> None:
    label = Label(LONG, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) == 20
    assert label.heightForWidth(200) >= 4 * 20


def test_wrapped_label_takes_the_lines_of_the_width_it_may_have(qtbot: QtBot) -> None:
    label = Label(LONG, wrap=True)
    qtbot.addWidget(label)
    label.setMaximumWidth(200)
    assert label.heightForWidth(2000) == label.heightForWidth(200)


def test_elided_label_offers_the_whole_text(qtbot: QtBot) -> None:
    label = Label(LONG, elide=True)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.toolTip() == LONG
    label.resize(1200, 20)
    assert label.toolTip() == ""


def test_parts_are_read_as_one_sentence(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.set_parts([Part("Thanked "), Part("Tomasz", "strong"), Part(" for his comments")])
    assert label.text() == "Thanked Tomasz for his comments"
    label.set_text("Something else")
    assert label.text() == "Something else"


def test_label_takes_the_colour_of_its_token(qtbot: QtBot, theme_choice: str) -> None:
    label = Label("████", colour="rose")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    image = label.grab().toImage()
    colours = {image.pixel(x, 10) for x in range(image.width())}
    assert tokens().rose.rgb() in colours


def test_stacked_accents_and_descenders_fit(qtbot: QtBot) -> None:
    label = Label("Thảo Nguyễn Ộgjpq", "title")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    for row in (0, image.height() - 1):
        assert all(image.pixel(x, row) == ground for x in range(image.width()))


def test_label_grows_with_the_letters(qtbot: QtBot) -> None:
    label = Label("Tuesday")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme.choose_base(18)
    assert label.sizeHint().width() > before.width() and label.sizeHint().height() > before.height()
    theme.choose_base(13)


def test_search_tells_every_letter_and_escape_clears(qtbot: QtBot) -> None:
    field = SearchField("Name, place or topic")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", "ab", ""]


def test_note_grows_with_its_lines(qtbot: QtBot) -> None:
    note = NoteEdit("Notes", least=2, most=6)
    qtbot.addWidget(note)
    note.resize(300, note.height())
    note.show()
    empty = note.height()
    note.set_text("one\ntwo\nthree\nfour")
    four = note.height()
    note.set_text("\n" * 30)
    assert empty < four < note.height() <= 6 * 20 + 20


def test_note_takes_plain_text_from_the_clipboard(qtbot: QtBot) -> None:
    note = NoteEdit()
    qtbot.addWidget(note)
    copied = QMimeData()
    copied.setHtml("<h1>Big</h1>")
    copied.setText("Big")
    note.insertFromMimeData(copied)
    assert note.text() == "Big" and "<h1" not in note.toHtml()


def test_note_keeps_when_the_keyboard_leaves_and_only_if_changed(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    note, elsewhere = NoteEdit(), QPushButton("Elsewhere")
    column.addWidget(note)
    column.addWidget(elsewhere)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    told: list[str] = []
    note.kept.connect(told.append)
    note.setFocus()
    elsewhere.setFocus()
    note.setFocus()
    qtbot.keyClicks(note, "heat")
    elsewhere.setFocus()
    assert told == ["heat"]


def test_link_in_the_words_of_the_record_shortens_and_reads_and_as_it_is(qtbot: QtBot) -> None:
    link = TitleLink("Loom & Wool, a year of it on the coast")
    qtbot.addWidget(link)
    link.show()
    assert link.shortcut().isEmpty()
    whole = link.sizeHint()
    link.resize(whole)
    assert link.toolTip() == ""
    link.resize(whole.width() - 10, whole.height())
    seen = link.grab().toImage()
    link.resize(120, whole.height())
    assert link.toolTip() == plain("Loom & Wool, a year of it on the coast")
    assert link.minimumSizeHint().width() < 120
    cut = link.grab().toImage()
    assert cut.copy(0, 0, 60, cut.height()) == seen.copy(0, 0, 60, seen.height())
    assert cut.copy(100, 0, 20, cut.height()) != seen.copy(100, 0, 20, seen.height())  # … and not half a letter
