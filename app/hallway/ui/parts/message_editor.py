"""The words that messages start from: changed, tried out on somebody, and given back to the shipped ones."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain import templates
from hallway.domain.errors import HallwayError
from hallway.domain.messages import FIELDS, Channel, Purpose
from hallway.domain.templates import Template
from hallway.ui.frame.bridge import Bridge
from hallway.ui.parts.message_words import add_choices, channel_words, purpose_words, relation_words
from hallway.ui.widgets.button import link, primary, quiet
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.ui.widgets.overlay import OverlayPanel
from hallway.ui.widgets.text_field import TextField
from hallway.usecases import messages
from hallway.usecases.messages import LANGUAGES, Wanted

LINES, FEWEST_LINES = 18, 4


class MessageEditor(OverlayPanel):
    """At the left the words with their fields, at the right how they read. Ctrl+Enter keeps, Escape leaves."""

    def __init__(self, bridge: Bridge, window: QWidget, wanted: Wanted) -> None:
        super().__init__(window, title=self.tr("The words to start from"), width=920)
        self._bridge, self._wanted = bridge, wanted
        self._shown: Template | None = None
        self._tried: Template | None = None
        self.purpose, self.relation, self.channel, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        words, reads = self.tr("The words, with their fields"), self.tr("How it reads")
        self.subject = TextField(self.tr("Subject"), name=self.tr("Subject"))
        self.body_text, self.reads = (
            NoteEdit(least=LINES, most=LINES, squeezed=FEWEST_LINES, name=name) for name in (words, reads)
        )
        self.reads_for = Label("", "section", "text2", elide=True)
        self.reads_subject = Label("", "strong", elide=True)
        self.field = QComboBox()
        self.put = quiet(self.tr("Put it in"), "plus")
        self.state = Label("", "small", "text2", wrap=True)
        self.message = InlineMessage("", tone="amber")
        self.back = link(self.tr("Back to the words that came with Hallway"))
        self.keep = primary(self.tr("Keep"), keys="Ctrl+Enter")
        self._build()
        self._offer()
        self._connect()
        self.show_template()

    def show_template(self) -> None:
        """Show the words that would be taken for what is chosen."""
        found = self._bridge.ask(messages.template, *self._key())
        self._shown = found
        self.body_text.set_text(found.body)
        self.subject.setText(found.subject)
        self.subject.setVisible(self.channel.currentData() == Channel.MAIL)
        self.message.hide()
        self._try_out()

    def write(self) -> None:
        """Keep the words for this purpose, language, relation and channel; what is wrong with them is said."""
        if self._bridge.do(messages.keep_template, self._edited()) is not None:
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.write()
        super().keyPressEvent(event)

    def _key(self) -> tuple[str, str, str, str]:
        boxes = (self.language, self.purpose, self.relation, self.channel)
        code, purpose, relation, channel = (box.currentData() for box in boxes)
        return code, purpose, relation, channel

    def _edited(self) -> Template:
        code, purpose, relation, channel = self._key()
        return Template(purpose, code, self.body_text.text(), self.subject.text(), relation, channel)

    def _typed(self) -> None:
        """Also told when only the looks changed, which says nothing new."""
        if self._tried != self._edited():
            self._try_out()

    def _try_out(self) -> None:
        """The words filled for the person, and what is wrong with them."""
        edited = self._tried = self._edited()
        wrong = templates.unknown(f"{edited.subject}\n{edited.body}", tuple(FIELDS))
        self.state.set_text(" ".join(messages.say_unknown(one) for one in wrong))
        self.state.set_colour("amber")
        self.back.setVisible(self._shown is not None and self._shown.own)
        if not self._wanted.person_id:
            return
        code, purpose, relation, channel = self._key()
        wanted = self._wanted._replace(language=code, purpose=purpose, relation=relation, channel=channel)
        found = self._bridge.ask(messages.try_out, wanted, edited)
        self.reads.set_text(found.filled.text)
        self.reads_subject.set_text(found.filled.subject)
        self.reads_for.set_text(self.tr("How it reads for {name}").format(name=found.person))

    def _put_field(self) -> None:
        self.body_text.insertPlainText(f"{{{self.field.currentData()}}}")
        self.body_text.setFocus()

    def _go_back(self) -> None:
        if self._shown is not None:
            self._bridge.do(messages.back_to_shipped, replace(self._shown))
            self.show_template()

    def _hear(self, error: HallwayError) -> None:
        if self.isVisible():
            self.message.set_text(error.sentence)
            self.message.show()

    def _offer(self) -> None:
        add_choices(self.purpose, purpose_words())
        add_choices(self.relation, relation_words())
        add_choices(self.channel, channel_words())
        for code in LANGUAGES:
            self.language.addItem(messages.language(code).name, code)
        for name, meaning in FIELDS.items():
            self.field.addItem(f"{{{name}}}  {meaning}", name)
        chosen = (self._wanted.purpose, self._wanted.relation, self._wanted.channel, self._wanted.language)
        for box, key in zip((self.purpose, self.relation, self.channel, self.language), chosen, strict=True):
            box.setCurrentIndex(max(box.findData(key), 0))

    def _connect(self) -> None:
        for box in (self.purpose, self.relation, self.channel, self.language):
            box.currentIndexChanged.connect(self.show_template)
        self.body_text.textChanged.connect(self._typed)
        self.subject.textEdited.connect(self._try_out)
        self.body_text.accepted.connect(self.write)
        self.put.clicked.connect(self._put_field)
        self.back.clicked.connect(self._go_back)
        self.keep.clicked.connect(self.write)
        self._bridge.refused.connect(self._hear)

    def _build(self) -> None:
        self.message.hide()
        choices = QHBoxLayout()
        choices.setSpacing(8)
        named = {
            self.tr("What one writes for"): self.purpose, self.tr("How you stand to each other"): self.relation,
            self.tr("How you send it"): self.channel, self.tr("Language"): self.language,
            self.tr("A field"): self.field,
        }  # fmt: skip
        for name, box in named.items():
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for stretch, box in ((3, self.purpose), (2, self.relation), (2, self.channel), (2, self.language)):
            choices.addWidget(box, stretch)
        self.body.addLayout(choices)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.field, 1)
        fields.addWidget(self.put)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.reads_for)
        right.addWidget(self.reads_subject)
        right.addStretch(1)
        self.reads.setReadOnly(True)
        grid.addWidget(self.subject, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.body_text, 1, 0)
        grid.addWidget(self.reads, 1, 1)
        grid.addLayout(fields, 2, 0)
        hint = self.tr("A sentence whose field is not known is left out. [One way|another] takes the first that is.")
        grid.addWidget(Label(hint, "small", "text2", wrap=True), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.state)
        self.body.addWidget(self.message)
        foot = self.foot()
        leave = quiet(self.tr("Cancel"))
        leave.clicked.connect(self.close_panel)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)


def open_editor(bridge: Bridge, window: QWidget, wanted: Wanted | None = None) -> MessageEditor:
    """Open it over the window; without a message in hand it is tried out on whoever the user last was in touch with."""
    chosen = wanted or Wanted(Purpose.CHECK_IN, bridge.ask(messages.somebody))
    editor = MessageEditor(bridge, window, chosen)
    editor.closed.connect(editor.deleteLater)
    editor.open(editor.body_text)
    return editor
