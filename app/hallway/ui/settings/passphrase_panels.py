"""Choosing a passphrase, changing it, and removing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.domain.passphrases import LEAST, Length, length_of
from hallway.host import vault
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.parts.form_panel import named
from hallway.ui.parts.passphrase_field import PassphraseField
from hallway.ui.settings.recovery_page import RecoveryKey
from hallway.ui.widgets.button import Button, primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.usecases import passphrase
from hallway.usecases.passphrase import Prepared

WIDTH = 520


class PassphrasePanel(OverlayPanel):
    """Ctrl+Enter goes on, Escape leaves; what takes a moment is done beside the window."""

    def __init__(self, bridge: Bridge, window: QWidget, title: str, go: str) -> None:
        super().__init__(window, title=title, width=WIDTH)
        self._bridge = bridge
        self.job: Job | None = None
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self.go: Button = primary(go, keys="Ctrl+Enter")
        self.leave = quiet(self.tr("Cancel"))
        self.go.clicked.connect(self.write)
        self.leave.clicked.connect(self.close_panel)
        self.closed.connect(self._forget)
        self.closed.connect(self.deleteLater)

    def write(self) -> None:
        """Do what the button says."""
        raise NotImplementedError

    def open_first(self) -> None:
        """Show it with the keyboard in the first field."""
        self.open(self.fields()[0].line)

    def fields(self) -> list[PassphraseField]:
        """Every field, in order."""
        return self.findChildren(PassphraseField)

    def close_panel(self) -> None:
        """Not while it is at it."""
        if self.job is None:
            super().close_panel()

    def say(self, words: str) -> None:
        """Say what is to be put right."""
        self.message.set_text(words)
        self.message.show()

    def finish(self) -> None:
        """Put the message and the buttons below the rest."""
        self.body.addWidget(self.message)
        foot = self.foot()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        fields = self.fields()
        for field, after in zip(fields, [*fields[1:], None], strict=True):
            field.entered.connect(self.write if after is None else after.line.setFocus)

    def begin(self, work: Callable[[Any], object], then: Callable[[Any], None]) -> None:
        """Do something that takes a moment on purpose."""
        if self.job is not None:
            return
        self.message.hide()
        self.go.setEnabled(False)
        self.job = Job(work, self._bridge.desk.database.close_thread, self)
        self.job.finished_with.connect(lambda found: self._end(lambda: then(found)))
        self.job.failed.connect(lambda error: self._end(lambda: self._tell(error)))
        self.job.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.write()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tell(self, error: HallwayError) -> None:
        self.say(error.sentence)
        self.fields()[0].line.setFocus()

    def _end(self, then: Callable[[], None]) -> None:
        if self.job is not None:
            self.job.wait()
            self.job.deleteLater()
            self.job = None
        self.go.setEnabled(True)
        then()

    def _forget(self) -> None:
        for field in self.fields():
            field.clear()


class NewPassphrase(QWidget):
    """The new one twice, with what can be said of its length."""

    def __init__(self) -> None:
        super().__init__()
        self.first = PassphraseField(self.tr("New passphrase"))
        self.again = PassphraseField(self.tr("The same once more"), eye=False)
        self.again.follow(self.first)
        self.advice = Label("", "small", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(named(self.tr("New passphrase"), self.first, self.advice))
        column.addSpacing(8)
        column.addLayout(named(self.tr("The same once more"), self.again))
        self.first.line.textChanged.connect(self._advise)
        self._advise("")

    def wrong(self) -> str:
        """What is to be put right; empty when it will do."""
        if length_of(self.first.text()) is Length.TOO_SHORT:
            return self.tr("A passphrase has at least {least} characters. A few words do well.").format(least=LEAST)
        if self.first.text() != self.again.text():
            return self.tr("The two are not the same. Type the second one again.")
        return ""

    def _advise(self, words: str) -> None:
        least = self.tr("At least {least} characters; four or more words are easy to keep in mind.")
        said = {
            Length.TOO_SHORT: least.format(least=LEAST),
            Length.SHORT: self.tr("Short. Somebody who has the file and much time could find it; a word more helps."),
            Length.GOOD: self.tr("A good length."),
            Length.LONG: self.tr("A very good length."),
        }
        self.advice.set_text(said[length_of(words)])


class ChoosePanel(PassphrasePanel):
    """First the passphrase, then the recovery key to keep; only then is anything encrypted."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(bridge, window, self.tr("Choose a passphrase"), self.tr("Go on"))
        self.new = NewPassphrase()
        self.prepared: Prepared | None = None
        self.key: RecoveryKey | None = None
        self._page_of_words = QWidget()
        column = QVBoxLayout(self._page_of_words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        told = self.tr(
            "Your record and its copies are encrypted with it. It is asked for when Hallway starts, and it is kept"
            " nowhere: if you lose both the passphrase and the recovery key, Hallway cannot help you back in."
        )
        column.addWidget(Label(told, "body", "text2", wrap=True))
        column.addWidget(self.new)
        self.body.addWidget(self._page_of_words)
        self.finish()

    def write(self) -> None:
        if self.prepared is not None:
            self._encrypt(self.prepared)
        elif wrong := self.new.wrong():
            self.say(wrong)
        else:
            words = self.new.first.text()
            self.begin(lambda report: passphrase.prepare(words), self._show_key)

    def _show_key(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._forget()
        self.title.set_text(self.tr("Keep the recovery key"))
        self.key = RecoveryKey(self._bridge, prepared.recovery_key)
        note = self.tr(
            "The record is written anew now, encrypted, compared with the old one, and takes its place. The old file"
            " is overwritten; a disk may keep traces of it all the same. Everything you take out by Import and export"
            " stays readable by anybody."
        )
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.key)
        column.addWidget(Label(note, "small", "text2", wrap=True))
        self.body.replaceWidget(self._page_of_words, holder)
        self._page_of_words.hide()
        self.go.setText(self.tr("Encrypt the record"))
        self.sizeHintChanged()
        self.key.paper.setFocus(Qt.FocusReason.TabFocusReason)

    def _encrypt(self, prepared: Prepared) -> None:
        words = self.tr("Your record is encrypted")
        self._bridge.closing_wanted.emit(lambda desk, report: passphrase.turn_on(desk, prepared, report), words)


class ChangePanel(PassphrasePanel):
    """The old one, or the recovery key, and the new one; the record itself is not touched."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(bridge, window, self.tr("Change the passphrase"), self.tr("Change it"))
        self.old = PassphraseField(self.tr("The passphrase now, or the recovery key"))
        self.body.addLayout(named(self.tr("The passphrase now, or the recovery key"), self.old))
        self.new = NewPassphrase()
        self.body.addWidget(self.new)
        told = self.tr(
            "The recovery key stays as it is. Copies in the folder of copies open with the new passphrase as well;"
            " those that lie elsewhere keep the one they were made with."
        )
        self.body.addWidget(Label(told, "small", "text2", wrap=True))
        self.finish()

    def write(self) -> None:
        if wrong := self.new.wrong():
            self.say(wrong)
            return
        desk, old, new = self._bridge.desk, self.old.text(), self.new.first.text()
        self.begin(lambda report: passphrase.change(desk, old, new), self._done)

    def _done(self, _: object) -> None:
        self._bridge.said.emit(self.tr("The new passphrase opens your record from now on"), False)
        self.close_panel()


class RemovePanel(PassphrasePanel):
    """The passphrase once more, and the record is written readable again."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame.bridge, window, self.tr("Remove the passphrase"), self.tr("Remove it"))
        self._preferences = frame.preferences
        told = self.tr(
            "Your record is written anew without encryption: whoever can read this device’s disk can read it then."
            " Copies that were made until now stay encrypted and open with the passphrase."
        )
        self.body.addWidget(Label(told, "body", "text2", wrap=True))
        self.old = PassphraseField(self.tr("The passphrase now, or the recovery key"))
        self.body.addLayout(named(self.tr("The passphrase now, or the recovery key"), self.old))
        self.finish()

    def write(self) -> None:
        desk, words = self._bridge.desk, self.old.text()
        self.begin(lambda report: passphrase.check_passphrase(desk, words), self._remove)

    def _remove(self, _: object) -> None:
        if self._preferences.is_remembered:
            vault.forget(passphrase.to_remember(self._bridge.desk)[0])
            self._preferences.keep_remembered(False)
        self._bridge.closing_wanted.emit(passphrase.turn_off, self.tr("Your record is no longer encrypted"))
