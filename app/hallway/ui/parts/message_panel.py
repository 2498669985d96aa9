"""A message to make one's own: for whom, through which channel, one personal line; copied, mailed, saved, logged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.file_names import file_name
from hallway.domain.messages import REQUEST_WORDS, Channel, Purpose
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.mail import is_address, write_to
from hallway.ui.parts.message_words import add_choices, channel_words, purpose_words, relation_words
from hallway.ui.widgets.button import icon_button, link, primary, quiet, secondary
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import messages
from hallway.usecases.messages import LANGUAGES, Message, Wanted

FEWEST_LINES, MOST_LINES = 5, 16
STEPS_OF_THEIR_OWN = (Purpose.AGAIN, Purpose.MAY_I_FIRST, Purpose.MAY_I_SECOND, Purpose.INTRODUCTION, Purpose.REFERRER)
FREELY = tuple(purpose for purpose in purpose_words() if purpose not in STEPS_OF_THEIR_OWN)
"""What one may write to anybody for, without a step of something under way."""


class Writing(NamedTuple):
    """What is written: the panel's title, the message, and what its button says and does with the words.

    With `purposes` one chooses what to write for. `others` take part besides the person written to; a mail program is
    handed one address, so that what goes to two is copied. Without `run` it is logged as sent.
    """

    title: str
    wanted: Wanted
    done: str = ""
    run: Callable[[str], object] | None = None
    hint: str = ""
    purposes: tuple[Purpose, ...] = ()
    others: tuple[int, ...] = ()


class MessagePanel(OverlayPanel):
    """Ctrl+Enter says that it is sent; nothing is sent by Hallway. Words written by hand are never written over."""

    def __init__(self, bridge: Bridge, window: QWidget, writing: Writing) -> None:
        super().__init__(window, title=writing.title, width=640)
        self._bridge, self._writing = bridge, writing
        self._message: Message | None = None
        self._given = ("", "")
        self.purpose, self.relation, self.channel, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        hint = self.tr("One line that only you can write")
        self.personal = TextField(hint, icon="pencil", name=self.tr("One personal line"))
        self.subject = TextField(self.tr("Subject"), name=self.tr("Subject"))
        self.note = NoteEdit(least=FEWEST_LINES, most=MOST_LINES, squeezed=FEWEST_LINES, name=writing.title)
        self.state = Label("", "small", "text2", wrap=True)
        self.again = link(self.tr("Start again from the template"))
        self.change = icon_button("pencil", self.tr("Change the words to start from"))
        self.save = icon_button("download", self.tr("Save as a draft for a mail program…"))
        self.copy, self.mail = quiet(self.tr("Copy"), "copy"), secondary(self.tr("Mail"), "mail")
        self.done = primary(writing.done or self.tr("I sent it"), keys="Ctrl+Enter")
        self._build()
        self._offer()
        self._connect()
        self.compose()

    def compose(self) -> None:
        """Fill the message anew with what is chosen, unless it was written by hand."""
        wanted = self._wanted()
        try:
            self._message = self._bridge.ask(messages.compose, wanted)
        except HallwayError as error:
            self._bridge.refused.emit(error)
            return
        self._choose(self.relation, self._message.wanted.relation)
        self._choose(self.language, self._message.wanted.language)
        if not self._is_by_hand():
            self._given = self._message.filled.text, self._message.filled.subject
            self.note.set_text(self._given[0])
            self.subject.setText(self._given[1])
        self.subject.setVisible(wanted.channel == Channel.MAIL)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        super().keyPressEvent(event)

    def missing(self) -> tuple[str, ...]:
        """The words that the message still waits for, as long as they stand in it as gaps."""
        written = f"{self.subject.text()} {self.note.text()}" if self._message else ""
        return tuple(name for name in (self._message.filled.missing if self._message else ()) if f"[{name}]" in written)

    def _wanted(self) -> Wanted:
        more = dict(self._writing.wanted.more) | {"personal line": self.personal.text().strip()}
        return self._writing.wanted._replace(
            purpose=self.purpose.currentData(), relation=self.relation.currentData() or "",
            channel=self.channel.currentData(), language=self.language.currentData() or "", more=more,
        )  # fmt: skip

    def _start_again(self) -> None:
        self._given = self.note.text(), self.subject.text()
        self.compose()

    def _is_by_hand(self) -> bool:
        """From the first letter typed into it, the message is the user's own."""
        return (self.note.text(), self.subject.text()) != self._given

    def _tell(self) -> None:
        waits = self.missing()
        for button in (self.copy, self.mail, self.save, self.done):
            button.setEnabled(not waits)
        self.again.setVisible(self._is_by_hand())
        self.personal.setEnabled(not self._is_by_hand())
        self.state.set_colour("amber" if waits or self._is_long() else "text2")
        self.state.set_text(" ".join(part for part in (self._say_length(), self._say_gaps(waits)) if part))

    def _is_long(self) -> bool:
        most = self._message.most if self._message else 0
        return bool(most) and len(self.note.text()) > most

    def _say_length(self) -> str:
        text, most = self.note.text(), self._message.most if self._message else 0
        if most:
            said = self.tr("{count} of {most} characters.").format(count=len(text), most=most)
            return said if len(text) <= most else self.tr("{words} LinkedIn takes no more.").format(words=said)
        count = len(text.split())
        said = self.tr("%n words.", "", count)
        asks = self.purpose.currentData() in (Purpose.REQUEST, Purpose.AGAIN)
        if asks and count >= REQUEST_WORDS:
            return self.tr("{words} Under a hundred is easier to say yes to.").format(words=said)
        return said

    def _say_gaps(self, waits: Iterable[str]) -> str:
        if names := ", ".join(waits):
            return self.tr("It waits for: {words}. Write it in, or fill it in where it belongs.").format(words=names)
        left = ", ".join(name for name in (self._message.filled.left_out if self._message else ())
                         if name != "personal line")  # fmt: skip
        return self.tr("Left out, because it is not known: {words}.").format(words=left) if left else ""

    def _finish(self) -> None:
        if self.missing() or self._message is None:
            return
        text, wanted = self.note.text(), self._message.wanted
        self.close_panel()
        if self._writing.run is not None:
            self._writing.run(text)
        else:
            self._bridge.do(messages.sent, wanted, text, self._writing.others)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.text())
        self._bridge.said.emit(self.tr("The message is copied. Send it from wherever you write."), False)

    def _mail(self) -> None:
        """It is copied in any case: a mail program may cut it short, or there may be none."""
        QGuiApplication.clipboard().setText(self.note.text())
        opened = write_to(self._address(), self.note.text(), self.subject.text())
        words = self.tr("The message is copied, too.")
        if not opened:
            words = self.tr("No mail program answered. The message is copied, paste it where you write.")
        self._bridge.said.emit(words, False)

    def _save(self) -> None:
        assert self._message is not None
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = file_name(self.subject.text() or self._message.person, ".eml")
        dialog = QFileDialog(self, self.tr("Save as a draft"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the message as a draft, and say so."""
        try:
            messages.save_draft(path, self._address(), self.subject.text(), self.note.text())
        except HallwayError as error:
            self._bridge.refused.emit(error)
            return
        self._bridge.said.emit(self.tr("Saved {file}").format(file=path.name), False)

    def _address(self) -> str:
        if self._message is None or self._writing.others:
            return ""
        return next((one for one in self._message.addresses if is_address(one)), "")

    def _change_words(self) -> None:
        from hallway.ui.parts.message_editor import open_editor

        assert self._message is not None
        editor = open_editor(self._bridge, self.window(), self._message.wanted)
        editor.closed.connect(self.compose)

    def _offer(self) -> None:
        """Fill the lists, with what is wanted chosen."""
        wanted, words = self._writing.wanted, purpose_words()
        for purpose in self._writing.purposes or (Purpose(wanted.purpose),):
            self.purpose.addItem(words[purpose], purpose.value)
        add_choices(self.relation, relation_words())
        add_choices(self.channel, channel_words())
        for code in LANGUAGES:
            self.language.addItem(messages.language(code).name, code)
        self._choose(self.relation, wanted.relation)
        self._choose(self.language, wanted.language)
        self._choose(self.purpose, wanted.purpose)
        self._choose(self.channel, wanted.channel)

    def _choose(self, box: QComboBox, key: str) -> None:
        """Without telling anybody; an empty key leaves it open."""
        box.blockSignals(True)
        box.setCurrentIndex(box.findData(key))
        box.blockSignals(False)

    def _connect(self) -> None:
        for box in (self.purpose, self.relation, self.channel, self.language):
            box.currentIndexChanged.connect(self.compose)
        self.personal.textChanged.connect(self.compose)
        self.note.textChanged.connect(self._tell)
        self.subject.textEdited.connect(self._tell)
        self.note.accepted.connect(self._finish)
        self.personal.returnPressed.connect(self.note.setFocus)
        for button, run in (
            (self.again, self._start_again), (self.copy, self._copy), (self.mail, self._mail), (self.save, self._save),
            (self.done, self._finish), (self.change, self._change_words),
        ):  # fmt: skip
            button.clicked.connect(run)

    def _build(self) -> None:
        if self._writing.hint:
            self.body.addWidget(Label(self._writing.hint, "body", "text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        boxes: Mapping[str, Any] = {
            self.tr("What you write for"): self.purpose, self.tr("How you stand to each other"): self.relation,
            self.tr("How you send it"): self.channel, self.tr("Language"): self.language,
        }  # fmt: skip
        for at, (name, box) in enumerate(boxes.items()):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(box, 0, at)
            grid.setColumnStretch(at, 3 if at == 0 else 2)
        self.body.addLayout(grid)
        for part in (self.personal, self.subject, self.note, self.state, self.again):
            self.body.addWidget(part)
        foot = self.foot()
        for button in (self.copy, self.mail, self.save, self.change):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.purpose.setVisible(len(self._writing.purposes) > 1)
        if self._writing.others:
            self.mail.hide()


def open_message(bridge: Bridge, window: QWidget, writing: Writing) -> MessagePanel:
    """Open the panel over the window, with the keyboard where the one personal line goes."""
    panel = MessagePanel(bridge, window, writing)
    if not panel._address():
        panel.mail.hide()
    panel.closed.connect(panel.deleteLater)
    panel.open(panel.personal)
    return panel


def write_to_person(bridge: Bridge, window: QWidget, person_id: int, name: str) -> MessagePanel:
    """Write to somebody for whatever seems to be next; another purpose can be chosen."""
    purpose = bridge.ask(messages.likely_purpose, person_id)
    title = QCoreApplication.translate("messages", "Write to {name}").format(name=name)
    return open_message(bridge, window, Writing(title, Wanted(purpose, person_id), purposes=FREELY))
