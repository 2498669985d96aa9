"""The passphrase of the record: whether there is one, when it locks, and the ways to choose, change and remove it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.errors import HallwayError
from hallway.host import vault
from hallway.ui.frame.preferences import LOCK_AFTER
from hallway.ui.frame.rooms import Frame
from hallway.ui.frame.worker import Job
from hallway.ui.settings.rows import setting_row
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import passphrase

Report = Callable[[int, int], None]


class PassphraseCard(Card):
    """Everything that asks for a passphrase opens in a panel of its own."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Passphrase"))
        self._frame, self._bridge = frame, frame.bridge
        self.jobs: list[Job] = []
        self._has_store: bool | None = None
        self.state = Label("", "body", "text2", wrap=True)
        self.choose = secondary(self.tr("Choose a passphrase…"), "key-round")
        self.change = secondary(self.tr("Change…"), "pencil")
        self.print = secondary(self.tr("Recovery key…"), "printer")
        self.remove = secondary(self.tr("Remove…"), "x")
        self.lock = secondary(self.tr("Lock now"), "lock", "Ctrl+Shift+L")
        self.after = SegmentedControl(
            [(str(minutes), self._after_words(minutes), "") for minutes in LOCK_AFTER],
            name=self.tr("When it locks by itself"),
        )
        self.remembered = QCheckBox(self.tr("Open it without asking when Hallway starts"))
        self.store = Label("", "small", "text2", wrap=True)
        self.copies = InlineMessage("", tone="amber", closable=False)
        self.encrypt = secondary(self.tr("Encrypt them too"), "lock")
        self.take_away = secondary(self.tr("Take them away"), "trash-2")
        self._build()
        self._connect()

    def show_state(self) -> None:
        """Ask whether the record is encrypted, and show what can be done."""
        is_on = passphrase.is_on(self._bridge.desk)
        off = self.tr(
            "Your record is not encrypted: whoever can read this device’s disk can read it. With a passphrase, the"
            " record and its copies are encrypted, and nobody reads them without it."
        )
        on = self.tr(
            "Your record and its copies are encrypted, and who opens Hallway is asked for the passphrase. What you save"
            " by Import and export, the archive of everything too, can be read by anybody."
        )
        self.state.set_text(on if is_on else off)
        for widget in (self.change, self.print, self.remove, self.lock, self._choices):
            widget.setVisible(is_on)
        self.choose.setVisible(not is_on)
        for button in (self.choose, self.change, self.remove):  # a trial record lives in memory
            button.setEnabled(self._bridge.desk.database.path.is_absolute() and not self._bridge.desk.is_for_looking)
        self._show_choices(is_on)
        self._show_copies()

    def first(self) -> QWidget:
        """Where the keyboard goes when somebody was led here."""
        return self.lock if passphrase.is_on(self._bridge.desk) else self.choose

    def _build(self) -> None:
        self.body.addWidget(self.state)
        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 4, 0, 4)
        choices.addLayout(setting_row(self.tr("Lock when nobody uses it"), self.after))
        self._here = QWidget()
        here = QVBoxLayout(self._here)
        here.setContentsMargins(0, 0, 0, 0)
        here.setSpacing(2)
        here.addWidget(self.remembered)
        here.addWidget(self.store)
        choices.addLayout(setting_row(self.tr("On this device"), self._here, stretch=True))
        self.body.addWidget(self._choices)
        self.body.addWidget(self.copies)
        self._copies_row = QWidget()
        row = QHBoxLayout(self._copies_row)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self.encrypt)
        row.addWidget(self.take_away)
        row.addStretch(1)
        self.body.addWidget(self._copies_row)
        buttons = QHBoxLayout()
        for button in (self.choose, self.change, self.print, self.remove, self.lock):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._open_choose)
        self.change.clicked.connect(self._open_change)
        self.remove.clicked.connect(self._open_remove)
        self.print.clicked.connect(self._open_recovery)
        self.lock.clicked.connect(self._bridge.lock_wanted)
        self.after.chosen.connect(lambda minutes: self._frame.preferences.choose_lock_after(int(minutes)))
        self.remembered.clicked.connect(self._remember)
        self.encrypt.clicked.connect(lambda: self._work_on_copies(encrypt=True))
        self.take_away.clicked.connect(lambda: self._work_on_copies(encrypt=False))

    def _show_choices(self, is_on: bool) -> None:
        if not is_on:
            return
        self.after.choose(str(self._frame.preferences.lock_after))
        if self._has_store is None:
            self._has_store = False
            self._begin(lambda report: vault.is_there(), self._know_store)
        self._show_store()

    def _know_store(self, is_there: bool) -> None:
        self._has_store = is_there
        self._show_store()

    def _show_store(self) -> None:
        has = bool(self._has_store)
        self.remembered.setEnabled(has)
        self.remembered.setChecked(has and self._frame.preferences.is_remembered)
        kept = self.tr("Kept in the password store of this device, and nowhere else.")
        none = self.tr("This device has no password store that encrypts, so it is asked each time.")
        self.store.set_text(kept if has else none)

    def _show_copies(self) -> None:
        desk = self._bridge.desk
        count = 0
        if passphrase.is_on(desk):
            count = len(passphrase.readable_copies(desk)) + len(passphrase.readable_remains(desk))
        if count:
            words = self.tr("%n older copies were made before the passphrase and can be read without it.", "", count)
            self.copies.set_text(words)
        self.copies.setVisible(count > 0)
        self._copies_row.setVisible(count > 0)
        self._copies_row.setEnabled(True)

    def _after_words(self, minutes: int) -> str:
        return self.tr("After {minutes} min").format(minutes=minutes) if minutes else self.tr("Never")

    def _remember(self, wanted: bool) -> None:
        """Tell the machine's store, or let it forget; nothing else ever takes the key away from there."""
        try:
            name, words = passphrase.to_remember(self._bridge.desk)
        except HallwayError as error:
            self._show_store()
            self._bridge.refused.emit(error)
            return
        if wanted:
            self._begin(lambda report: vault.keep(name, words), self._remembered)
        else:
            self._begin(lambda report: vault.forget(name), lambda _: self._keep_remembered(False))

    def _remembered(self, done: bool) -> None:
        if not done:
            self._bridge.said.emit(self.tr("The password store of this device did not take it"), False)
        self._keep_remembered(done)

    def _keep_remembered(self, remembered: bool) -> None:
        self._frame.preferences.keep_remembered(remembered)
        self._show_store()

    def _work_on_copies(self, *, encrypt: bool) -> None:
        desk = self._bridge.desk
        self._copies_row.setEnabled(False)

        def work(report: Report) -> int:
            return passphrase.encrypt_copies(desk, report) if encrypt else passphrase.remove_copies(desk)

        self._begin(work, lambda count: self._tell(count, encrypt))

    def _tell(self, count: int, encrypted: bool) -> None:
        done = self.tr("%n copies encrypted", "", count) if encrypted else self.tr("%n copies taken away", "", count)
        self._bridge.said.emit(done, False)
        self._copies_row.setEnabled(True)
        self._show_copies()
        self.lock.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, work: Callable[[Report], object], then: Callable[[Any], None]) -> None:
        """Do something beside the window: a store may ask for a password of its own, copies may be large."""
        job = Job(work, self._bridge.desk.database.close_thread, self)
        job.finished_with.connect(then)
        job.failed.connect(self._bridge.refused)
        job.failed.connect(self.show_state)
        job.finished.connect(lambda: self._end(job))
        self.jobs.append(job)
        job.start()

    def _end(self, job: Job) -> None:
        job.wait()
        job.deleteLater()
        self.jobs.remove(job)

    def _open_choose(self) -> None:
        from hallway.ui.settings.passphrase_panels import ChoosePanel

        ChoosePanel(self._bridge, self.window()).open_first()

    def _open_change(self) -> None:
        from hallway.ui.settings.passphrase_panels import ChangePanel

        ChangePanel(self._bridge, self.window()).open_first()

    def _open_remove(self) -> None:
        from hallway.ui.settings.passphrase_panels import RemovePanel

        RemovePanel(self._frame, self.window()).open_first()

    def _open_recovery(self) -> None:
        from hallway.ui.settings.recovery_page import open_recovery

        try:
            words = passphrase.recovery_key(self._bridge.desk)
        except HallwayError as error:
            self._bridge.refused.emit(error)
        else:
            open_recovery(self._bridge, self.window(), words)
