"""What the user tells of themselves, line by line, each with a box for whether the card shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.own_profile import ALWAYS, FIELDS, checked, checked_link, link_kind, link_words
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.checked_line import Check, CheckedLine
from hallway.ui.theme.look import look
from hallway.ui.widgets.card import Card, Hairline
from hallway.ui.widgets.label import Label
from hallway.usecases import card as usecase
from hallway.usecases import settings
from hallway.usecases.card import MyCard

WORDS_WIDTH = 100


class CardRows(Card):
    """One row for each field and each page, and one to add a page; every change is kept at once."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(spacing=0)
        self._bridge = bridge
        self.setAccessibleName(self.tr("What your card shows"))
        words = {
            "name": self.tr("Name"), "phonetic": self.tr("Say it"), "pronouns": self.tr("Pronouns"),
            "degree": self.tr("What you do"), "university": self.tr("Where"), "email": self.tr("Mail"),
            "phone": self.tr("Phone"), "introduction": self.tr("In one line"),
        }  # fmt: skip
        self.fields = {field: self._field(field, words[field]) for field in FIELDS}
        self.links: list[CardRow] = []
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.new_link = CardRow(self.tr("Another page"), self.tr("Another page"), checked_link)
        self.new_link.box.hide()
        self.new_link.line.kept.connect(self._add_link)
        *most, introduction = FIELDS
        for field in most:
            self.body.addWidget(self.fields[field])
        self.body.addLayout(self._links)
        self.body.addWidget(self.new_link)
        self.body.addWidget(self.fields[introduction])
        hint = self.tr("In one line: printed under the code, not inside it; a saved vCard has it as a note.")
        self.body.addSpacing(4)
        self.body.addWidget(Label(hint, "small", "text2", wrap=True))

    def show_card(self, card: MyCard) -> None:
        """Show what is told; a line that is being written is left alone."""
        for field, row in self.fields.items():
            row.show_value(getattr(card.whole, field), field not in card.left_out)
        while len(self.links) > len(card.whole.links):
            row = self.links.pop()
            self._links.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.links) < len(card.whole.links):
            self._append_link()
        for row, link in zip(self.links, card.whole.links, strict=True):
            row.words.set_text(self.tr("Page") if link_kind(link) == "web" else link_words(link))
            row.show_value(link, link not in card.left_out)

    def _field(self, field: str, words: str) -> CardRow:
        row = CardRow(words, words, partial(checked, field), first=field == ALWAYS, keeps_text=field == ALWAYS)
        row.line.kept.connect(lambda text: self._bridge.do_quietly(settings.set_profile, field, text))
        row.box.clicked.connect(lambda on: self._bridge.do_quietly(usecase.choose, field, on))
        return row

    def _append_link(self) -> None:
        position = len(self.links)
        row = CardRow("", self.tr("Page {number}").format(number=position + 1), checked_link)
        row.line.kept.connect(lambda text: self._bridge.do_quietly(usecase.set_link, position, text))
        row.box.clicked.connect(lambda on: self._bridge.do_quietly(usecase.choose, row.line.text(), on))
        self.links.append(row)
        self._links.addWidget(row)

    def _add_link(self, text: str) -> None:
        self.new_link.line.set_text("")
        self._bridge.do_quietly(usecase.set_link, len(self.links), text)


class CardRow(QWidget):
    """A box, what the value is called, and the value. An empty value stands on no card, so its box waits."""

    def __init__(self, words: str, name: str, check: Check, *, first: bool = False, keeps_text: bool = False) -> None:
        super().__init__()
        self._always = keeps_text
        self.box = QCheckBox()
        self.box.setAccessibleName(self.tr("{field} on the card").format(field=name))
        policy = self.box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.box.setSizePolicy(policy)
        self.words = Label(words, "body", "text2", wrap=True)
        self.line = CheckedLine(check, self.tr("Your {field}").format(field=name.lower()), self.tr("Add"))
        self.words.setBuddy(self.line)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.setContentsMargins(0, 6, 0, 6)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not first:
            column.addWidget(Hairline())
        column.addLayout(line)
        look.changed.connect(self._fit)
        self._fit()

    def show_value(self, value: str, is_shown: bool) -> None:
        """Show a value and whether the card has it."""
        self.line.set_text(value)
        self.box.setChecked(bool(value) and (is_shown or self._always))
        self.box.setEnabled(bool(value) and not self._always)

    def _fit(self) -> None:
        self.words.setFixedWidth(look.scaled(WORDS_WIDTH))
        for piece in (self.box, self.words):
            piece.setMinimumHeight(look.control_height())
