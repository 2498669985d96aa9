"""My news and my groups, under the card: what I reached, what I belong to, and both on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.domain.dates import say_day
from hallway.domain.organisations import MyGroup
from hallway.ui.card.term_panel import open_term
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.places import Place
from hallway.ui.parts.news_list import NewsList
from hallway.ui.parts.partial_dates import say_span
from hallway.ui.widgets.button import Button, TitleLink, link, secondary
from hallway.ui.widgets.card import Card
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.picture import kind_dot
from hallway.usecases import achievements, organisations

SHOWN_AT_FIRST = 6


class MyNews(Card):
    """Rows of one's own news with a form below; the button opens the page for a term."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("My news"))
        self._bridge = bridge
        self.setAccessibleName(self.tr("My news"))
        self.none = Label(
            self.tr("A paper, a talk, a prize: noted here, it is at hand when you write to somebody."), "body", "text3",
            wrap=True,
        )  # fmt: skip
        self.news = NewsList(bridge, SHOWN_AT_FIRST)
        self.add = link(self.tr("Add news of mine"), "plus")
        self.term = secondary(self.tr("What I did this term…"), "file-text")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.term)
        for part in (self.none, self.news):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(foot)
        self.add.clicked.connect(self.begin)
        self.term.clicked.connect(self.open_term)
        self.news.left.connect(lambda: self.add.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_all(self) -> None:
        """Ask anew and show it."""
        found = self._bridge.ask(achievements.of_person, None)
        self.none.setVisible(not found)
        self.news.show_news(None, found)

    def begin(self) -> None:
        """Note something."""
        self.news.begin()

    def open_term(self) -> None:
        """The page for a term."""
        open_term(self._bridge, self.window())


class MyGroups(Card):
    """What one belongs to, the next meeting first; each leads to the page of its organisation by `place_wanted`."""

    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("My groups"))
        self._bridge = bridge
        self._shown: tuple[MyGroup, ...] | None = None
        self.setAccessibleName(self.tr("My groups"))
        self.links: list[Button] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        hint = self.tr("Societies, committees, alumni, groups online: note your part on the page of each.")
        self.body.addWidget(Label(hint, "small", "text3", wrap=True))
        self.all = link(self.tr("All organisations"))
        self.all.clicked.connect(lambda: self.place_wanted.emit(Place("organisations")))
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_all(self) -> None:
        """Ask anew and show it."""
        found = self._bridge.ask(organisations.mine)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.links = []
        for one in found:
            self._rows.addWidget(self._row(one))

    def _row(self, one: MyGroup) -> QWidget:
        holder, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(kind_dot("id-card", "slate" if one.mine.end_on else "green", 24), 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(0)
        name = TitleLink(one.organisation)
        place = Place("organisations", "organisation", one.organisation_id)
        name.clicked.connect(lambda: self.place_wanted.emit(place))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        role = one.mine.role or self.tr("Member")
        lines = [", ".join(part for part in (role, say_span(one.mine.start_on, one.mine.end_on)) if part)]
        if one.mine.next_on is not None:
            day = say_day(one.mine.next_on, self._bridge.desk.clock.today())
            lines.append(self.tr("Next: {what}, {day}").format(what=one.mine.next_what or self.tr("meeting"), day=day))
        for line in (*lines, one.mine.brings):
            if line:
                words.addWidget(Label(line, "small", "text2", wrap=True))
        row.addLayout(words, 1)
        self.links.append(name)
        return holder
