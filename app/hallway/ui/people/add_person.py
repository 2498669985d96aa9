"""Adding somebody: a name is enough, the rest is offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hallway.domain.contacts import checked_email
from hallway.domain.errors import Refused
from hallway.domain.people import NewPerson
from hallway.domain.records import Email
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.chips_edit import ChipsEdit
from hallway.ui.parts.event_picker import EventPicker
from hallway.ui.parts.organisation_names import organisation_choices
from hallway.ui.parts.suggest import Suggest
from hallway.ui.widgets.button import primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import people


class AddPerson(OverlayPanel):
    """Enter in any field adds; `added` tells the new id."""

    added = Signal(int)

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window, title=self.tr("Add a person"), width=480)
        self._bridge = bridge
        self.name = TextField(self.tr("Name, as they write it"), name=self.tr("Name of the new person"))
        self.role = TextField(self.tr("What they do"))
        self.where = TextField(self.tr("Where they work or study"))
        self.mail = TextField(self.tr("Mail address"), name=self.tr("Mail address of the new person"))
        self.met = TextField(self.tr("How you met"), name=self.tr("How you met the new person"))
        self.event_field = EventPicker(bridge, self.tr("Event where you met the new person"), self.tr("At an event"))
        self.groups = ChipsEdit(self.tr("Groups of the new person"), self.tr("Add to a group"), self._group_names)
        self.message = InlineMessage(self.tr("A name is needed."), tone="amber")
        self.mail_message = InlineMessage("", tone="amber", closable=False)
        self.keep = primary(self.tr("Add"), keys="Enter")
        Suggest(self.where, organisation_choices(bridge), fill=True)
        self._build()

    def add(self) -> None:
        """Add the person, unless there is no name yet."""
        name = self.name.text().strip()
        self.message.setVisible(not name)
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        if not name or not self._mail_is_sound():
            return
        done = self._bridge.do(people.add, self._written(name))
        if done is not None:
            self.close_panel()
            self.added.emit(done.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_button = isinstance(self.focusWidget(), QAbstractButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self.add()
        super().keyPressEvent(event)

    def _mail_is_sound(self) -> bool:
        """Whether the address can be one; it is put into its plain form, or the reason is said below it."""
        words, why = self.mail.text().strip(), ""
        try:
            self.mail.setText(checked_email(words) if words else "")
        except Refused as error:
            why = error.sentence
            self.mail_message.set_text(why)
            self.mail.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mail_message.setVisible(bool(why))
        return not why

    def _written(self, name: str) -> NewPerson:
        address = self.mail.text().strip()
        return NewPerson(
            name, organisation=self.where.text().strip(), role=self.role.text().strip(), groups=self.groups.words(),
            emails=(Email(address),) if address else (), met_how=self.met.text().strip(),
            met_event_id=self.event_field.event_id(),
        )  # fmt: skip

    def _group_names(self) -> tuple[str, ...]:
        return tuple(group.name for group in self._bridge.ask(people.groups))

    def _build(self) -> None:
        self.message.hide()
        self.body.addWidget(self.name)
        self.body.addWidget(self.message)
        self.body.addWidget(Label(self.tr("All of this may wait"), "section", "text2"))
        for field in (self.role, self.where, self.mail, self.met, self.event_field, self.groups):
            self.body.addWidget(field)
            if field is self.mail:
                self.body.addWidget(self.mail_message)
        self.mail_message.hide()
        foot = self.foot()
        cancel = quiet(self.tr("Cancel"))
        cancel.clicked.connect(self.close_panel)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        self.keep.clicked.connect(self.add)
