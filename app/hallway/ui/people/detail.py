"""The right side of the room: one person, under a header and tabs that are filled when they come to the front."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.errors import NotFound
from hallway.domain.people import Standing
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.moments import MomentList
from hallway.ui.people.details import Details
from hallway.ui.people.header import PersonHeader
from hallway.ui.people.notes import Notes
from hallway.ui.people.overview import Overview
from hallway.ui.widgets.button import quiet
from hallway.ui.widgets.card import Ground
from hallway.ui.widgets.inline_message import InlineMessage
from hallway.ui.widgets.tab_strip import TabStrip
from hallway.usecases import people
from hallway.usecases.interactions import TimelineFilter
from hallway.usecases.people import PersonPage

OVERVIEW, TIMELINE, DETAILS, NOTES = "overview", "timeline", "details", "notes"


class PersonDetail(Ground):
    """`wanted` tells: log, write, more, bring back; `place_wanted` where a link leads; `left` that Back was pressed."""

    wanted = Signal(str)
    place_wanted = Signal(object)
    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self._frame = frame
        self.page: PersonPage | None = None
        self._counted = 0
        self._tabs: dict[str, QWidget] = {}
        self.back = quiet(self.tr("People"), "arrow-left")
        self.header = PersonHeader(frame.bridge)
        self.standing = InlineMessage("", action=self.tr("Bring back"), closable=False)
        self.strip = TabStrip(
            [(OVERVIEW, self.tr("Overview")), (TIMELINE, self.tr("Timeline")), (DETAILS, self.tr("Details")),
             (NOTES, self.tr("Notes"))], name=self.tr("Parts of this person's page"),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self._build()
        self._connect()

    def person_id(self) -> int:
        """Return who is shown, 0 for nobody."""
        return self.page.person.id if self.page else 0

    def show_person(self, person_id: int) -> bool:
        """Show somebody; False when they are no longer in the record."""
        try:
            self.page = self._frame.bridge.ask(people.page_of, person_id, 1)
        except NotFound:
            self.page = None
            return False
        self._show_head(self.page)
        self._fill(self.strip.current())
        return True

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.strip.choose(key)

    def overview(self) -> Overview:
        """Return the first tab, made when it is first asked for."""
        tab = self._tab(OVERVIEW)
        assert isinstance(tab, Overview)
        return tab

    def focus_log(self) -> None:
        """Put the keyboard into "What happened?"."""
        self.show_tab(OVERVIEW)
        self.overview().log_line.field.setFocus()

    def keep_now(self) -> None:
        """Keep notes that are being written."""
        notes = self._tabs.get(NOTES)
        if isinstance(notes, Notes):
            notes.keep_now()

    def _show_head(self, page: PersonPage) -> None:
        self.header.show_person(page.person)
        if page.moment_count != self._counted:
            self._counted = page.moment_count
            self.strip.set_count(TIMELINE, page.moment_count)
        words = {
            Standing.ARCHIVED: self.tr("Archived. Nothing is planned and nothing is lost."),
            Standing.LET_GO: self.tr("Let go. Everything is kept for thirty days."),
        }.get(page.person.standing)
        self.standing.setVisible(words is not None)
        if words and words != self.standing.label.text():
            self.standing.set_text(words)

    def _fill(self, key: str) -> None:
        tab = self._tab(key)
        self.stack.setCurrentWidget(tab)
        if self.page is None:
            return
        if isinstance(tab, Overview):
            tab.show_page(self.page)
        elif isinstance(tab, MomentList):
            tab.show_filter(TimelineFilter(person_id=self.page.person.id))
        elif isinstance(tab, (Details, Notes)):
            tab.show_person(self.page.person)

    def _tab(self, key: str) -> QWidget:
        if key not in self._tabs:
            self._tabs[key] = self._make(key)
            self.stack.addWidget(self._tabs[key])
        return self._tabs[key]

    def _make(self, key: str) -> QWidget:
        if key == OVERVIEW:
            overview = Overview(self._frame)
            overview.place_wanted.connect(self.place_wanted)
            return overview
        if key == TIMELINE:
            moments = MomentList(self._frame, self)
            moments.opened.connect(lambda id_: self.place_wanted.emit(Place("people", "person", id_)))
            moments.setContentsMargins(28, 12, 12, 0)
            return moments
        return Details(self._frame.bridge) if key == DETAILS else Notes(self._frame.bridge)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(20, 0, 20, 0)
        above.addWidget(self.back)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self.header)
        message = QHBoxLayout()
        message.setContentsMargins(28, 0, 28, 4)
        message.addWidget(self.standing)
        column.addLayout(message)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(28, 0, 28, 0)
        tabs.addWidget(self.strip)
        column.addLayout(tabs)
        column.addWidget(self.stack, 1)
        self.back.hide()
        self.standing.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.header.wanted.connect(self.wanted)
        self.standing.acted.connect(lambda: self.wanted.emit("bring back"))
        self.strip.chosen.connect(self._choose)

    def _choose(self, key: str) -> None:
        self.keep_now()
        self._fill(key)
