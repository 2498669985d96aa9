"""My card: what one tells of oneself at the left, the card at the right, held up big or taken along as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hallway.domain.changes import ACHIEVEMENT, ORGANISATION, SETTINGS, Changes
from hallway.domain.errors import HallwayError
from hallway.ui.card.big import BigCard
from hallway.ui.card.choice import CardChoice
from hallway.ui.card.face import CardFace
from hallway.ui.card.news import MyGroups, MyNews
from hallway.ui.card.rows import CardRows
from hallway.ui.card.start import CardStart
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.parts.reflow import ReflowRow
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.flow import FlowLayout
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.picture import Picture
from hallway.ui.widgets.reveal import reveal
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import card as usecase
from hallway.usecases import settings
from hallway.usecases.card import MyCard

WIDEST, FACE_WIDEST = 1120, 440
NEWS = "news"
"""The place of one's own news on the page."""
BESIDE_FROM = 740
"""Width from which the card stands beside the lines."""


class CardPage(Page):
    """Without a name there is one field to begin with; with one, every change shows on the card at once."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.card: MyCard | None = None
        self.start = CardStart()
        self.choice = CardChoice(frame.bridge)
        self.rows = CardRows(frame.bridge)
        self.face = CardFace()
        self.news, self.groups = MyNews(frame.bridge), MyGroups(frame.bridge)
        self.big = secondary(self.tr("Big and bright"), "maximize", "F")
        self.save_picture = secondary(self.tr("Save picture…"), "image")
        self.save_vcard = secondary(self.tr("Save vCard…"), "download")
        self.copy = secondary(self.tr("Copy"), "copy")
        self._stack = QStackedLayout()
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        self._show()
        if place.subject == NEWS and self._stack.currentWidget() is self._area:
            self.news.add.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.news, lambda: reveal(self.news))  # once the card has its room

    def refresh(self, changes: Changes) -> None:
        if changes.of(SETTINGS):
            self._show()
        elif changes.of(ACHIEVEMENT) or changes.of(ORGANISATION):
            self._show_news()

    def focus_first(self) -> None:
        first = self.start.field if self._stack.currentWidget() is self.start else self.rows.fields["name"].line
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def add_news(self) -> None:
        """Note what one reached."""
        if self._stack.currentWidget() is self._area:
            self.news.begin()

    def open_term(self) -> None:
        """What one did this term, on a page."""
        self.news.open_term()

    def show_big(self) -> None:
        """The card over the whole window; not while there is no code."""
        is_big = any(one.isVisible() for one in self.window().findChildren(BigCard))
        if self.card is not None and self.card.code is not None and not is_big:
            BigCard(self.window(), self.frame.navigator, self.card, self.card.code)

    def save(self) -> None:
        """Ask where to put the card, as a picture or as an address card."""
        self._ask_where(self.tr("Save my card"), usecase.SUFFIXES)

    def keep_file(self, path: Path) -> None:
        """Write the card to a file, as its ending says."""
        bridge = self.frame.bridge
        try:
            usecase.write(path, bridge.ask(usecase.file_of, path.suffix))
        except HallwayError as error:
            bridge.refused.emit(error)
        else:
            bridge.said.emit(self.tr("Your card is saved in {file}").format(file=path.name), False)

    def copy_card(self) -> None:
        """Into the clipboard: the picture, and the card in words for where no picture fits."""
        if self.card is None or self.card.code is None:
            return
        copied = QMimeData()
        copied.setText(self.card.code.text)
        copied.setImageData(QImage.fromData(self.frame.bridge.ask(usecase.file_of, usecase.PNG)))
        QGuiApplication.clipboard().setMimeData(copied)
        self.frame.bridge.said.emit(self.tr("Your card is in the clipboard"), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F and not event.modifiers():
            self.show_big()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.card = self.frame.bridge.ask(usecase.mine)
        has_name = bool(self.card.whole.name)
        had_name = self._stack.currentWidget() is not self.start
        self.choice.show_card(self.card)
        self.rows.show_card(self.card)
        self.face.show_card(self.card)
        self._show_news()
        self._stack.setCurrentIndex(int(has_name))
        self.big.setVisible(has_name)
        for button in (self.big, self.save_picture, self.copy):
            button.setEnabled(self.card.code is not None)
        if has_name != had_name and self.isVisible():
            self.focus_first()

    def _show_news(self) -> None:
        self.news.show_all()
        self.groups.show_all()

    def _begin(self, name: str) -> None:
        if self.frame.bridge.do_quietly(settings.set_profile, "name", name) is not None:
            self.start.field.clear()

    def _connect(self) -> None:
        self.start.named.connect(self._begin)
        self.face.pressed.connect(self.show_big)
        self.groups.place_wanted.connect(self.frame.navigator.go)
        self.big.clicked.connect(self.show_big)
        self.copy.clicked.connect(self.copy_card)
        self.save_picture.clicked.connect(
            lambda: self._ask_where(self.tr("Save the picture of your card"), (usecase.PNG, usecase.SVG))
        )
        self.save_vcard.clicked.connect(lambda: self._ask_where(self.tr("Save your card as a vCard"), (usecase.VCARD,)))

    def _ask_where(self, title: str, suffixes: tuple[str, ...]) -> None:
        """The dialog is the desktop's own; the ending chosen there says what is written."""
        if self.card is None or not self.card.whole.name:
            self.focus_first()
            return
        dialog = QFileDialog(self, title, str(Path.home() / f"my-card{suffixes[0]}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        names = {
            usecase.VCARD: self.tr("Address card (*.vcf)"), usecase.PNG: self.tr("Picture (*.png)"),
            usecase.SVG: self.tr("Drawing, sharp at every size (*.svg)"),
        }  # fmt: skip
        endings = {names[suffix]: suffix.removeprefix(".") for suffix in suffixes}
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix(suffixes[0].removeprefix("."))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings.get(chosen, "")))
        dialog.fileSelected.connect(lambda chosen: self.keep_file(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        header = PageHeader(self.tr("My card"), self.tr("Hold it up, and they have you in their phone"))
        header.add_action(self.big)
        self._area = area = ScrollArea(self._content(), both_ways=True)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._stack.addWidget(self.start)
        self._stack.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(self._stack, 1)

    def _content(self) -> QWidget:
        content, below = QWidget(), ReflowRow(BESIDE_FROM)
        content.setMaximumWidth(look.scaled(WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below.row.setContentsMargins(28, 0, 28, 28)
        below.row.setSpacing(28)
        for part in (self.news, self.groups):
            below.row.addWidget(part, 1)
        column.addWidget(self._own())
        column.addWidget(below)
        return content

    def _own(self) -> QWidget:
        content = ReflowRow(BESIDE_FROM)
        content.row.setContentsMargins(28, 4, 28, 28)
        content.row.setSpacing(28)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.choice)
        left.addWidget(self.rows)
        left.addLayout(_promise(self.tr(
            "The code holds the card itself, so it works without internet and nobody can track who reads it."
        )))  # fmt: skip
        left.addStretch(1)
        buttons = QWidget()
        buttons.setMaximumWidth(look.scaled(FACE_WIDEST))
        flow = FlowLayout(buttons, 8, 8)
        for button in (self.save_picture, self.save_vcard, self.copy):
            flow.addWidget(button)
        self.face.setMaximumWidth(look.scaled(FACE_WIDEST))
        right.setSpacing(16)
        right.addWidget(self.face)
        right.addWidget(buttons)
        right.addStretch(1)
        content.row.addLayout(left, 1)
        content.row.addLayout(right, 1)
        return content


def _promise(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture("shield-check", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "body", "text2", wrap=True), 1)
    return row
