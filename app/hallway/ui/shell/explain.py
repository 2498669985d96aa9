"""What is shown when the data file cannot be opened: never an empty address book, always what is safe and a way on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.backups import Backup
from hallway.domain.errors import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseShrunk,
    DatabaseTooNew,
    HallwayError,
    HeldElsewhere,
)
from hallway.domain.key_file import Key, KeyDamaged, NotOurs, PassphraseWanted
from hallway.ui.parts.copy_words import holds, made_at
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import Button, primary, quiet, secondary
from hallway.ui.widgets.card import Card, Ground, SoftPanel, in_the_middle
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import backing_up, opening, restoring

MENDED_BY_A_COPY = (DatabaseDamaged, DatabaseMissing, DatabaseForeign, DatabaseShrunk, KeyDamaged, NotOurs)
MAY_BE_LOOKED_AT = (DatabaseTooNew, HeldElsewhere)
WIDTH, SIZE = 640, (760, 520)


class ExplainWindow(Ground):
    """One card: what happened, what is safe, what to do, and the ways on as buttons.

    `answer` is "" until a way on was taken: "mended" when a copy or what was salvaged has taken the file's place,
    "look", "as it is", or "here" (the other computer has stopped). ``look_wanted`` tells a desk inside a copy, and
    words about it.
    """

    look_wanted = Signal(object, str)

    def __init__(self, error: HallwayError, folder: Path, key: Key | None = None) -> None:
        super().__init__("window")
        self.answer = ""
        self._folder, self._keys = folder, () if key is None else (key,)
        self._record = backing_up.record_in(folder)
        self.setWindowTitle("Hallway")
        self.resize(*SIZE)
        self._card = Card(padding=28, spacing=12)
        self._card.setFixedWidth(look.scaled(WIDTH))
        self._foot = QHBoxLayout()
        self.message = InlineMessage("", tone="amber", closable=False)
        self.message.hide()
        self._say(error)
        copy = self._newest() if isinstance(error, MENDED_BY_A_COPY) else None
        if copy is not None:
            self._offer_copy(copy)
        if isinstance(error, DatabaseDamaged) and self._record.is_file():
            self._offer_salvage(weight="secondary" if copy else "primary")
        self._offer_others(error)
        self._build()

    @property
    def is_mended(self) -> bool:
        """Whether something sound has taken the file's place."""
        return self.answer == "mended"

    def _say(self, error: HallwayError) -> None:
        self._card.body.addWidget(Label(self._title(error), "title"))
        for words, colour in ((error.what, "text"), (error.safe, "text2"), (error.do, "text2")):
            if words:
                self._card.body.addWidget(Label(words, "body", colour, wrap=True))

    def _title(self, error: HallwayError) -> str:
        match error:
            case DatabaseShrunk():
                return self.tr("Is this your record?")
            case HeldElsewhere():
                return self.tr("Open on another computer")
            case DatabaseTooNew():
                return self.tr("Made by a newer Hallway")
        return self.tr("Your record cannot be opened")

    def _click_back(self) -> None:
        self.back.click()

    def _newest(self) -> Backup | None:
        with suppress(HallwayError, OSError):
            return next(iter(backing_up.listed_for(self._record)), None)
        return None

    def _offer_copy(self, copy: Backup) -> None:
        when = made_at(copy, backing_up.now())
        panel = SoftPanel()
        panel.body.addWidget(Label(self.tr("The newest good copy"), "section", "text2"))
        panel.body.addWidget(Label(f"{when}, {holds(copy)}", "strong", wrap=True))
        words = self.tr("What lies there now is moved aside whole, not deleted.")
        panel.body.addWidget(Label(words, "small", "text2", wrap=True))
        self.back = primary(self.tr("Go back to this copy"), "rotate-ccw")
        self.back.clicked.connect(lambda: self._go_back(copy))
        self.inside = secondary(self.tr("Look inside it"), "eye")
        self.inside.clicked.connect(lambda: self._look_inside(copy, when))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.inside)
        row.addStretch(1)
        panel.body.addLayout(row)
        self._card.body.addSpacing(4)
        self._card.body.addWidget(panel)

    def _offer_salvage(self, weight: str) -> None:
        make = primary if weight == "primary" else secondary
        self.salvage = make(self.tr("Salvage what can be read…"), "life-buoy")
        self.salvage.clicked.connect(self._salvage)
        words = self.tr("A new record from every row of the damaged file that reads, with a list of what does not.")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(words, "small", "text2", wrap=True), 1)
        row.addWidget(self.salvage)
        self._card.body.addLayout(row)

    def _offer_others(self, error: HallwayError) -> None:
        """The ways on that are one answer each."""
        if isinstance(error, HeldElsewhere):
            self.here = quiet(self.tr("Open it here anyway"))
            self._answers(self.here, "here")
        if isinstance(error, MAY_BE_LOOKED_AT):
            self.look = primary(self.tr("Open it for looking"), "eye")
            self._answers(self.look, "look")
        if isinstance(error, DatabaseShrunk):
            self.as_it_is = quiet(self.tr("Open it as it is"))
            self._answers(self.as_it_is, "as it is")

    def _answers(self, button: Button, answer: str) -> None:
        button.clicked.connect(lambda: self._take(answer))
        self._foot.addWidget(button)

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.close()

    def _build(self) -> None:
        self._card.body.addWidget(self.message)
        self._card.body.addSpacing(4)
        self.show_folder = quiet(self.tr("Open the folder"), "folder-open")
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        first = self._first()
        self.leave = secondary(self.tr("Quit")) if first else primary(self.tr("Quit"))
        self.leave.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.show_folder)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addLayout(self._foot)
        self._card.body.addLayout(foot)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 28, 28, 28)
        column.addStretch(1)
        column.addLayout(in_the_middle(self._card))
        column.addStretch(2)
        self._rolled(inside)
        (first or self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rolled(self, inside: QWidget) -> None:
        """A small screen, or large letters, scroll."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside, both_ways=True))

    def _first(self) -> Button | None:
        """The way on that most will want."""
        return next((button for name in ("back", "salvage", "look") if (button := getattr(self, name, None))), None)

    def _go_back(self, copy: Backup) -> None:
        try:
            path = backing_up.folder_for(self._record) / copy.name
            restoring.put_in_place(self._record, path, keys=self._keys)
        except PassphraseWanted as wanted:
            self._ask(wanted, lambda: self._go_back(copy))
        except (HallwayError, OSError) as error:
            self._refuse(error)
        else:
            self._take("mended")

    def _look_inside(self, copy: Backup, when: str) -> None:
        try:
            path = backing_up.folder_for(self._record) / copy.name
            desk = opening.look_inside(path, *self._keys)
        except PassphraseWanted as wanted:
            self._ask(wanted, lambda: self._look_inside(copy, when))
        except (HallwayError, OSError) as error:
            self._refuse(error)
        else:
            words = self.tr("This is the copy of {when}. Nothing in it can be changed.").format(when=when)
            self.hide()
            self.look_wanted.emit(desk, words)

    def _salvage(self) -> None:
        from hallway.ui.shell.salvaging import SalvagePanel

        panel = SalvagePanel(self, self._record, self._keys)
        panel.closed.connect(panel.deleteLater)
        panel.taken.connect(lambda: self._take("mended"))
        panel.open()

    def _ask(self, wanted: PassphraseWanted, again: Callable[[], None]) -> None:
        """Ask for the passphrase of an encrypted copy, and go on with it."""
        from hallway.ui.parts.ask_passphrase import ask_passphrase

        def go_on(key: Key) -> None:
            self._keys = (*self._keys, key)
            again()

        ask_passphrase(self, self._record, wanted.key_file, go_on)

    def _refuse(self, error: Exception) -> None:
        self.message.set_text(error.sentence if isinstance(error, HallwayError) else self.tr("It did not work."))
        self.message.show()
