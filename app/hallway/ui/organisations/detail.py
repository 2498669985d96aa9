"""One organisation whole: what it is, who is there now and before, its parts, and the user's own part in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from hallway.domain.organisations import KINDS, Organisation
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.organisations.membership_form import MembershipForm
from hallway.ui.parts.partial_dates import say_span
from hallway.ui.parts.web import is_safe
from hallway.ui.widgets.button import icon_button, link, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.editable_text import EditableText
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.note_edit import NoteEdit
from hallway.usecases import organisations
from hallway.usecases.organisations import OrganisationPage


class OrganisationDetail(QWidget):
    """Everything is edited in place. `left` when Escape leads back to the list."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.page: OrganisationPage | None = None
        self.name = EditableText(name=self.tr("Name of the organisation"), role="title")
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of organisation"))
        self.parent_name = EditableText(placeholder=self.tr("Add"), name=self.tr("What it is part of"))
        self.place = EditableText(placeholder=self.tr("Add"), name=self.tr("Place of the organisation"))
        self.web = EditableText(placeholder=self.tr("Add"), name=self.tr("Web page of the organisation"))
        self.open_web = link(self.tr("Open the page"))
        self.notes = NoteEdit(self.tr("Notes"), least=3, name=self.tr("Notes on the organisation"))
        self.more = icon_button("ellipsis", self.tr("More with this organisation"))
        self.bring_back = secondary(self.tr("Bring back"), "archive-restore")
        self.alike = InlineMessage("", action=self.tr("Make them one"), closable=False)
        self.links: list[QWidget] = []
        self._lists = {
            key: Section(words)
            for key, words in (
                ("now", self.tr("People there now")), ("before", self.tr("People there before")),
                ("parts", self.tr("Parts of it")), ("mine", self.tr("My part in it")),
            )
        }  # fmt: skip
        self.membership = MembershipForm(frame.bridge)
        self._build()
        self._connect()

    @property
    def organisation_id(self) -> int:
        """Which one is shown, 0 for none."""
        return self.page.organisation.id if self.page else 0

    def show_organisation(self, organisation_id: int) -> None:
        """Ask for one and show it."""
        if organisation_id != self.organisation_id:
            self.membership.hide()
        self.page = self.frame.bridge.ask(organisations.page_of, organisation_id)
        shown = self.page.organisation
        texts = ((self.name, shown.name), (self.parent_name, shown.parent), (self.place, shown.place))
        for field, text in (*texts, (self.web, shown.web)):
            if not field.is_editing():
                field.set_text(text)
        self.kind.setCurrentIndex(KINDS.index(shown.kind) if shown.kind in KINDS else len(KINDS) - 1)
        if not self.notes.hasFocus():
            self.notes.set_text(shown.notes)
        self.open_web.setVisible(is_safe(shown.web))
        self.bring_back.setVisible(shown.is_let_go)
        self._show_alike(self.page)
        self._show_lists(self.page)

    def focus_first(self) -> None:
        """On the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def menu(self) -> QMenu:
        """What can be done with the whole organisation."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Note my part in it…")).triggered.connect(self._join)
        for other in self.page.alike if self.page else ():
            words = self.tr("{other} is the same").format(other=other.name).replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda _=False, other=other: self._merge(other))
        if self.page is not None and not self.page.organisation.is_let_go:
            menu.addSeparator()
            menu.addAction(self.tr("Let go of it")).triggered.connect(lambda: self._do(organisations.let_go))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_alike(self, page: OrganisationPage) -> None:
        self.alike.setVisible(bool(page.alike))
        if page.alike:
            words = self.tr("{other} may be the same.").format(other=page.alike[0].name)
            if words != self.alike.label.text():
                self.alike.set_text(words)

    def _show_lists(self, page: OrganisationPage) -> None:
        now = [one for one in page.people if not one[4]]
        before = [one for one in page.people if one[4]]
        self._lists["now"].show_rows(self._people(now))
        self._lists["before"].show_rows(self._people(before))
        self._lists["parts"].show_rows(
            self._row(name, "", Place("organisations", "organisation", id_)) for id_, name in page.parts
        )
        self._lists["mine"].show_rows(
            self._membership(id_, role, say_span(start, end)) for id_, role, start, end in page.memberships
        )

    def _people(self, people: Iterable[tuple[int, str, str, str, str]]) -> Iterable[QWidget]:
        for id_, name, role, start, end in people:
            words = ", ".join(part for part in (role, say_span(start, end)) if part)
            yield self._row(name, words, Place("people", "person", id_))

    def _row(self, name: str, words: str, place: Place) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        button = link(name.replace("&", "&&"))
        button.setAccessibleName(f"{name}, {words}" if words else name)
        button.clicked.connect(lambda: self.frame.navigator.go(place))
        line.addWidget(button)
        line.addWidget(Label(words, "small", "text2", elide=True), 1)
        return row

    def _membership(self, membership_id: int, role: str, span: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = ", ".join(part for part in (role or self.tr("Member"), span) if part)
        gone = icon_button("x", self.tr("Take away: {words}").format(words=words), small=True)
        gone.clicked.connect(lambda: self.frame.bridge.do(organisations.leave, membership_id))
        line.addWidget(Label(words, "body", elide=True), 1)
        line.addWidget(gone)
        return row

    def _join(self) -> None:
        self.membership.begin(self.organisation_id)

    def _merge(self, other: Organisation) -> None:
        self.frame.bridge.do(organisations.merge, self.organisation_id, other.id)

    def _merge_first(self) -> None:
        if self.page is not None and self.page.alike:
            self._merge(self.page.alike[0])

    def _do(self, usecase: Callable[..., None]) -> None:
        self.frame.bridge.do(usecase, self.organisation_id)

    def _keep(self, field: str, text: str) -> None:
        if self.page is None:
            return
        if self.frame.bridge.do_quietly(organisations.change, self.organisation_id, field, text) is None:
            self.show_organisation(self.organisation_id)

    def _keep_parent(self, name: str) -> None:
        if self.frame.bridge.do_quietly(organisations.set_parent, self.organisation_id, name) is None:
            self.show_organisation(self.organisation_id)

    def _open_web(self) -> None:
        if self.page is not None and is_safe(self.page.organisation.web):
            QDesktopServices.openUrl(QUrl(self.page.organisation.web, QUrl.ParsingMode.StrictMode))

    def _connect(self) -> None:
        for field, key in ((self.name, "name"), (self.place, "place"), (self.web, "web")):
            field.kept.connect(lambda text, key=key: self._keep(key, text))
        self.parent_name.kept.connect(self._keep_parent)
        self.kind.activated.connect(lambda at: self._keep("kind", KINDS[at]))
        self.notes.kept.connect(lambda text: self._keep("notes", text))
        self.open_web.clicked.connect(self._open_web)
        self.bring_back.clicked.connect(lambda: self._do(organisations.bring_back))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.alike.acted.connect(self._merge_first)

    def _build(self) -> None:
        self.kind.addItems([kind[:1].upper() + kind[1:] for kind in KINDS])
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.bring_back)
        head.addWidget(self.more)
        facts = Card(spacing=6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Kind"), self.kind), (self.tr("Part of"), self.parent_name), (self.tr("Place"), self.place),
            (self.tr("Web"), self.web),
        )  # fmt: skip
        for at, (heading, control) in enumerate(rows):
            grid.addWidget(Label(heading, "small", "text2"), at, 0)
            grid.addWidget(control, at, 1)
        grid.addWidget(self.open_web, len(rows), 1, Qt.AlignmentFlag.AlignLeft)
        facts.body.addLayout(grid)
        facts.body.addWidget(Label(self.tr("Notes"), "section", "text2"))
        facts.body.addWidget(self.notes)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 20, 28, 28)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.alike)
        column.addWidget(facts)
        for section in self._lists.values():
            column.addWidget(section)
        column.addWidget(self.membership)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("bare", True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


class Section(QWidget):
    """A heading with rows under it; not shown without any."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(heading, "section", "text2"))
        column.addLayout(self._rows)
        self.setAccessibleName(heading)

    def show_rows(self, rows: Iterable[QWidget]) -> None:
        """Put other rows in place of those there."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(row)
        self.setVisible(bool(self._rows.count()))
