"""Beside the map: whom one wants to reach, the way there in words, other ways, and a polite way to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame
from hallway.ui.network.legend import Legend
from hallway.ui.network.step_row import StepRow
from hallway.ui.network.target_field import TargetField
from hallway.ui.network.words import ask_words, draft, first_names, other_way, summary
from hallway.ui.parts.introduction_wish import ask_for_introduction, can_ask
from hallway.ui.parts.mail import write_to
from hallway.ui.theme.look import look
from hallway.ui.theme.type import metrics
from hallway.ui.widgets.button import icon_button, link, primary
from hallway.ui.widgets.card import Ground, Hairline, SoftPanel
from hallway.ui.widgets.label import Label
from hallway.ui.widgets.scroll import ScrollArea
from hallway.usecases import people, settings
from hallway.usecases.network import Made
from hallway.usecases.paths import PERSON, Found

WIDTH, EDGE = 300, 20
LEGEND_FROM = 700
"""Height from which the legend stands at the foot, always in view."""


class RoutePanel(Ground):
    """`way_wanted` carries the number of another way."""

    way_wanted = Signal(int)

    def __init__(self, frame: Frame) -> None:
        super().__init__("surface")
        self.frame = frame
        self.setAccessibleName(self.tr("The way there"))
        self.field = TargetField(frame.bridge)
        self.summary = Label("", "small", "text2", wrap=True)
        self.rows: list[StepRow] = []
        self.ways = QVBoxLayout()
        self.steps = QVBoxLayout()
        self.ask = AskPanel(frame)
        self.legend = Legend()
        self._column, self._foot = QVBoxLayout(), QVBoxLayout()
        self._build()
        look.changed.connect(self._fit)

    def show_made(self, made: Made | None) -> None:
        """Show the ways to what is aimed at, or say what could be asked for."""
        goal = made.goal if made else None
        self.field.show_target(goal)
        hint = self.tr("Who could introduce you? Choose whom you would like to reach, and the way there is marked.")
        self.summary.set_text(summary(made) if made and goal else hint)
        _clear(self.steps)
        _clear(self.ways)
        self.rows = []
        route = made.routes[made.chosen] if made and made.routes else None
        if made and route and goal:
            self._show_steps(route, goal.kind == PERSON)
            self._show_other_ways(made)
            self.ask.show_route(route, goal.name, goal.kind)
        self.ask.setVisible(route is not None)

    def _show_steps(self, route: Found, to_person: bool) -> None:
        whole = [". ".join((step.why, *step.also)) for step in route.steps]
        mine = self.frame.bridge.ask(settings.profile).get("university", "")
        you = self.tr("You")
        self._add_row(StepRow(you, mine, whole[0], is_you=True))
        for at, (id_, name, line) in enumerate(zip(route.people, route.names, route.lines, strict=True), 1):
            is_last = at == len(route.people)
            why = "" if is_last and (to_person or self._says_line(whole[at], line)) else whole[at]
            row = StepRow(name, line, why, is_last=is_last)
            row.clicked.connect(lambda _=False, id_=id_: self.frame.navigator.go(Place("people", "person", id_)))
            self._add_row(row)

    def _says_line(self, why: str, line: str) -> bool:
        """Whether the last stretch only repeats what stands under the name."""
        return bool(line) and why.endswith(line)

    def _add_row(self, row: StepRow) -> None:
        self.rows.append(row)
        self.steps.addWidget(row)

    def _show_other_ways(self, made: Made) -> None:
        others = [(at, route) for at, route in enumerate(made.routes) if at != made.chosen]
        if others:
            self.ways.addWidget(Label(self.tr("Other ways"), "section", "text2"))
        for at, route in others:
            words = other_way(route)
            room = look.scaled(WIDTH - 2 * EDGE)
            shown = metrics("small").elidedText(words, Qt.TextElideMode.ElideMiddle, room)
            button = link(shown.replace("&", "&&"))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, at=at: self.way_wanted.emit(at))
            self.ways.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The legend keeps to the foot where there is room, and else comes after all that can be scrolled."""
        self.setFixedWidth(look.scaled(WIDTH))
        place = self._foot if self.height() >= look.scaled(LEGEND_FROM) else self._column
        if place.indexOf(self.legend) < 0:
            for layout in (self._foot, self._column):
                layout.removeWidget(self.legend)
            place.addWidget(self.legend)

    def _build(self) -> None:
        inner = QWidget()
        column = self._column
        inner.setLayout(column)
        column.setContentsMargins(EDGE, 18, EDGE, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Path to"), "section", "text2"))
        column.addWidget(self.field)
        column.addWidget(self.summary)
        self.steps.setSpacing(0)
        self.steps.setContentsMargins(0, 6, 0, 6)
        column.addLayout(self.steps)
        column.addWidget(self.ask)
        self.ways.setSpacing(2)
        self.ways.setContentsMargins(0, 6, 0, 0)
        column.addLayout(self.ways)
        column.addStretch(1)
        area = ScrollArea(inner)
        foot = self._foot
        foot.setContentsMargins(EDGE, 0, EDGE, 16)
        foot.setSpacing(12)
        foot.addWidget(Hairline())
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Hairline(upright=True))
        row.addLayout(whole, 1)
        self._fit()
        self.show_made(None)


class AskPanel(SoftPanel):
    """Words to ask with, a way to send them, and one to copy them."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self._route: Found | None = None
        self._draft = ""
        self.words = Label("", "body", "text2", wrap=True)
        self.write = primary("", "mail")
        self.copy = icon_button("copy", self.tr("Copy a first draft"), "secondary")
        self.body.addWidget(Label(self.tr("A way to ask"), "strong"))
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.write)
        row.addWidget(self.copy)
        row.addStretch(1)
        self.body.addLayout(row)
        self.write.clicked.connect(self.begin)
        self.copy.clicked.connect(self._copy)

    def show_route(self, route: Found, goal: str, kind: str) -> None:
        """Show how to ask the first person of a route."""
        self._route, self._draft = route, draft(route, goal, kind)
        self.words.set_text(ask_words(route))
        name = first_names(route)[0]
        hands_over = not route.is_direct and can_ask(self.frame)
        words = self.tr("Ask {name}") if hands_over else self.tr("Write to {name}")
        self.write.setText(words.format(name=name).replace("&", "&&"))
        self.write.set_icon("handshake" if hands_over else "mail")
        address = self._address()
        self.write.setEnabled(bool(hands_over or address))
        without = self.tr("No mail address is written down yet. The draft can be copied.")
        self.write.setToolTip("" if self.write.isEnabled() else without)
        self.copy.setAccessibleName(self.tr("Copy a first draft to {name}").format(name=name))

    def begin(self) -> None:
        """Ask for an introduction where the window can, else write to the first person."""
        route = self._route
        if route is None:
            return
        if not route.is_direct and ask_for_introduction(self.frame, route.people[0], route.people[1]):
            return
        if not write_to(self._address(), self._draft):
            self.frame.bridge.said.emit(self.tr("No mail program could be opened. The draft can be copied."), False)

    def _address(self) -> str:
        assert self._route is not None
        mails = self.frame.bridge.ask(people.person, self._route.people[0]).emails
        return mails[0].address if mails else ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._draft)
        self.frame.bridge.said.emit(self.tr("The draft is in the clipboard"), False)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
