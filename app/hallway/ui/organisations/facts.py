"""What an organisation is: kind, what it is part of, place, web page and notes, all edited in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from hallway.domain.organisations import KINDS, Organisation
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.organisations.part_of import PartOf
from hallway.ui.parts.inline_note import InlineNote
from hallway.ui.parts.web import is_safe
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import link
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.label import Label
from hallway.usecases import organisations


class OrganisationFacts(QWidget):
    """Writes what is changed at once; what is refused is shown as it was."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._shown = Organisation(0, "")
        self._captions: list[Label] = []
        self.kind = _Kind()
        self.kind.setAccessibleName(self.tr("Kind of organisation"))
        self.parent_name = PartOf(frame.bridge, self.tr("What it is part of"), self.tr("Add"))
        self.open_parent = link("")
        self.place = EditableText(placeholder=self.tr("Add"), name=self.tr("Place of the organisation"), wrap=True)
        self.web = EditableText(placeholder=self.tr("Add"), name=self.tr("Web page of the organisation"))
        self.open_web = link(self.tr("Open the page"))
        self.notes = InlineNote(self.tr("Notes on the organisation"), self.tr("Anything worth recalling"))
        self._build()
        self._connect()

    def show_organisation(self, shown: Organisation) -> None:
        """Show one; what is being typed for the same one stays."""
        self._shown = shown
        for field, text in ((self.parent_name, shown.parent), (self.place, shown.place), (self.web, shown.web)):
            if not field.is_editing():
                field.set_text(text)
        self.parent_name.organisation_id = shown.id
        self.kind.setCurrentIndex(KINDS.index(shown.kind) if shown.kind in KINDS else len(KINDS) - 1)
        self.notes.set_text(shown.notes)
        self.open_web.setVisible(is_safe(shown.web))
        self.open_parent.setVisible(bool(shown.parent_id))
        self.open_parent.setText(self.tr("Go there"))
        self.open_parent.setAccessibleName(self.tr("Go to {name}").format(name=shown.parent))

    def _keep(self, field: str, text: str) -> None:
        done = self._frame.bridge.do_quietly(organisations.change, self._shown.id, field, text)
        if done is None:
            self.show_organisation(self._frame.bridge.ask(organisations.one, self._shown.id))

    def _keep_parent(self, name: str) -> None:
        if self._frame.bridge.do_quietly(organisations.set_parent, self._shown.id, name) is None:
            self.parent_name.set_text(self._shown.parent)

    def _go_to_parent(self) -> None:
        self._frame.navigator.go(Place("organisations", "organisation", self._shown.parent_id))

    def _open_web(self) -> None:
        if is_safe(self._shown.web):
            QDesktopServices.openUrl(QUrl(self._shown.web, QUrl.ParsingMode.StrictMode))

    def _connect(self) -> None:
        for field, key in ((self.place, "place"), (self.web, "web"), (self.notes, "notes")):
            field.kept.connect(lambda text, key=key: self._keep(key, text))
        self.parent_name.kept.connect(self._keep_parent)
        self.kind.activated.connect(lambda at: self._keep("kind", KINDS[at]))
        self.open_web.clicked.connect(self._open_web)
        self.open_parent.clicked.connect(self._go_to_parent)

    def _build(self) -> None:
        self.kind.addItems([kind[:1].upper() + kind[1:] for kind in KINDS])
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Kind"), self.kind, None), (self.tr("Part of"), self.parent_name, self.open_parent),
            (self.tr("Place"), self.place, None), (self.tr("Web"), self.web, self.open_web),
        )  # fmt: skip
        for at, (heading, control, way) in enumerate(rows):
            self._captions.append(Label(heading, "small", "text2"))
            grid.addWidget(self._captions[-1], at, 0, Qt.AlignmentFlag.AlignTop)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(control)
            if way is not None:
                cell.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addLayout(cell, at, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Notes"), "section", "text2"))
        column.addWidget(self.notes)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Captions stand beside the first line of what they name."""
        for caption in self._captions:
            caption.setMinimumHeight(look.control_height())
        for field in (self.parent_name, self.place, self.web):
            field.setMinimumHeight(look.control_height())


class _Kind(QComboBox):
    """Turning the wheel over it scrolls the page, and changes nothing by the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
