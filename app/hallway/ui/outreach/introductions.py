"""Introductions: those one asked for, and those one makes, each with what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from hallway.domain.errors import NotFound
from hallway.domain.introductions import Next
from hallway.ui.frame.faces import faces_of
from hallway.ui.frame.rooms import Frame
from hallway.ui.outreach.beside import Beside
from hallway.ui.outreach.introduction_form import open_ask, open_make
from hallway.ui.outreach.introduction_panel import IntroductionPanel
from hallway.ui.outreach.introduction_words import state_words, title_of
from hallway.ui.outreach.pane import Pane
from hallway.ui.outreach.row_list import RowList
from hallway.ui.outreach.rows import Row
from hallway.ui.widgets.button import secondary
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.label import Label
from hallway.usecases import introductions
from hallway.usecases.introductions import Stood


class Introductions(Pane):
    """Arrows choose, Enter goes to the card, Escape comes back."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.list = RowList(self.tr("All introductions"), faces_of(frame.bridge))
        self.panel = IntroductionPanel(frame)
        self.both = Beside(self.list, self.panel)
        self.said = Label("", "body", "text2", elide=True)
        self.ask, self.make = (
            secondary(self.tr("Ask for one…"), "handshake"), secondary(self.tr("Introduce two people…"), "users-round"),
        )  # fmt: skip
        self.ask.setAccessibleName(self.tr("Ask for an introduction"))
        self.empty = EmptyView(
            "handshake", self.tr("Two people you know would like each other?"),
            self.tr("Ask one, then the other, and bring them together when both say yes."),
            self.tr("Introduce two people…"),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_now(self, chosen: int = 0) -> None:
        bridge = self.frame.bridge
        found = bridge.ask(introductions.everything)
        self.list.show_rows(_rows(found, bridge.desk.clock.today()), self.panel.introduction_id())
        self.said.set_text(self.tr("Each is asked apart from the other; a no is fine."))
        self._stack.setCurrentIndex(0 if found else 1)
        self.make.setVisible(bool(found))
        self._show_one(self.list.chosen())

    def go_to(self, id_: int) -> None:
        """Show one introduction."""
        self.list.choose(id_)
        self._show_one(self.list.chosen())
        self.both.open_card()

    def focus_first(self) -> None:
        if self._stack.currentIndex():
            self.empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.list.isHidden():
            self.panel.focus_first()
        else:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_view(self) -> tuple[int, ...]:
        page = self.panel.page
        return (page.one.second_id,) if page is not None and not self._stack.currentIndex() else ()

    def _show_one(self, id_: int) -> None:
        try:
            page = self.frame.bridge.ask(introductions.page_of, id_) if id_ else None
        except NotFound:
            page = None
        self.both.want_card(page is not None)
        if page is not None:
            self.panel.show_page(page)

    def _open(self, id_: int) -> None:
        self._show_one(id_)
        self.both.open_card()
        self.panel.focus_first()

    def _open_menu(self, id_: int, spot: QPoint) -> None:
        self._show_one(id_)
        self.panel.menu().popup(spot)

    def _connect(self) -> None:
        self.list.came_to.connect(self._show_one)
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._open_menu)
        self.panel.left.connect(self.both.close_card)
        self.ask.clicked.connect(lambda: open_ask(self.frame))
        self.make.clicked.connect(lambda: open_make(self.frame))
        self.empty.acted.connect(lambda: open_make(self.frame))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.said, 1)
        head.addWidget(self.ask)
        head.addWidget(self.make)
        self._stack.addWidget(self.both)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)


def _rows(found: Sequence[Stood], today: date) -> Iterator[Row]:
    def is_over(stood: Stood) -> bool:
        return stood.next is Next.NOTHING

    groups = (
        (_t("You asked for"),
         [stood for stood in found if not stood.one.by_me and not is_over(stood)]),
        (_t("You bring together"),
         [stood for stood in found if stood.one.by_me and not is_over(stood)]),
        (_t("Done, or left for now"), [one for one in found if is_over(one)]),
    )  # fmt: skip
    for heading, group in groups:
        if group:
            yield Row(heading, heading=True)
        for stood in group:
            one = stood.one
            whom = ((one.first_id, one.first), (one.second_id, one.second))
            yield Row(
                title_of(one), one.reason.partition("\n")[0], state_words(one, today), one.id,
                whom if one.by_me else whom[::-1],
            )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("introductions", text)
