"""What is noted with a wish to meet somebody: why, how to begin, what to ask, where, and through whom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hallway.domain.events import Wish
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.form_panel import FormPanel, named
from hallway.ui.parts.person_picker import PersonPicker
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import wishes


class WishForm(FormPanel):
    """Ctrl+Enter keeps, Escape leaves everything as it was."""

    def __init__(self, bridge: Bridge, window: QWidget, wish: Wish) -> None:
        super().__init__(bridge, window, self.tr("Meet {name}").format(name=wish.person))
        self._wish = wish
        self.reason = NoteEdit(self.tr("What is it about their work?"), least=2)
        self.opener = NoteEdit(self.tr("Your first sentence"), least=1)
        self.questions = NoteEdit(self.tr("One question a line"), least=2)
        self.caught = TextField(self.tr("After the keynote, at the coffee, poster 12"))
        self.through = PersonPicker(bridge, self.tr("Who could introduce you"), one=True)
        self.through.leave_out = wish.person_id
        self._build()
        self._show(wish)

    def write(self) -> None:
        """Keep what is written."""
        changed = replace(
            self._wish, reason=self.reason.toPlainText().strip(), opener=self.opener.toPlainText().strip(),
            questions=tuple(self.questions.toPlainText().splitlines()), caught_at=self.caught.text().strip(),
            through_id=next(iter(self.through.ids()), None),
        )  # fmt: skip
        if self._bridge.do(wishes.change, changed) is not None:
            self.close_panel()

    def _show(self, wish: Wish) -> None:
        self.reason.set_text(wish.reason)
        self.opener.set_text(wish.opener)
        self.questions.set_text("\n".join(wish.questions))
        self.caught.setText(wish.caught_at)
        self.through.set_people([wish.through_id] if wish.through_id else [])

    def _build(self) -> None:
        for words, field in (
            (self.tr("Why"), self.reason), (self.tr("How to begin"), self.opener),
            (self.tr("What to ask"), self.questions), (self.tr("Where they can be caught"), self.caught),
            (self.tr("Who could introduce you"), self.through),
        ):  # fmt: skip
            self.body.addLayout(named(words, field))
        self.finish_form()
        for edit in (self.reason, self.opener, self.questions):
            edit.accepted.connect(self.write)


def open_wish(bridge: Bridge, window: QWidget, wish: Wish) -> WishForm:
    """Open the form over the window."""
    form = WishForm(bridge, window, wish)
    form.closed.connect(form.deleteLater)
    form.open(form.reason)
    return form
