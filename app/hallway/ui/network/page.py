"""The Network map: the map or its list in the middle, the way to somebody beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import EVENT, MOMENT, ORGANISATION, PERSON, SETTINGS, Changes
from hallway.domain.errors import HallwayError, NotFound
from hallway.domain.records import Report
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.frame.worker import Job
from hallway.ui.network.canvas import STEP, MapCanvas
from hallway.ui.network.menus import group_menu, grouping_words, more_menu, person_menu
from hallway.ui.network.picture import Picture, picture_of
from hallway.ui.network.route_panel import RoutePanel
from hallway.ui.network.saving import PNG, SVG, save
from hallway.ui.network.twin import TwinView
from hallway.ui.parts.guide_button import guide_button
from hallway.ui.theme.look import look
from hallway.ui.widgets.button import icon_button, secondary
from hallway.ui.widgets.card import Hairline
from hallway.ui.widgets.empty_view import EmptyView
from hallway.ui.widgets.page_header import PageHeader
from hallway.ui.widgets.segmented import SegmentedControl
from hallway.usecases import network, paths
from hallway.usecases.desk import Desk
from hallway.usecases.network import CLOSE, Made, Wanted
from hallway.usecases.paths import ORGANISATION as TO_ORGANISATION
from hallway.usecases.paths import PERSON as TO_PERSON
from hallway.usecases.paths import TOPIC, Target

MAP, LIST = "map", "list"
EDGE = 20
GROUPING_FROM = 640
"""Width of the map from which the grouping has a button of its own."""


class NetworkPage(Page):
    """What is shown is made off the GUI thread; until it is there, what was there stays."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.wanted = Wanted()
        self.goal: Target | None = None
        self.made: Made | None = None
        self._chosen = 0
        self._job: Job | None = None
        self._running: list[Job] = []
        self._is_stale = False
        self._is_anew = True
        self._is_listed = False
        self._you = self.tr("You")
        self.header = PageHeader(self.tr("Network map"))
        self.views = SegmentedControl(
            [(MAP, self.tr("Map"), "waypoints"), (LIST, self.tr("List"), "list")], name=self.tr("Show as")
        )
        self.grouping = secondary("")
        self.more = icon_button("ellipsis", self.tr("More with this map"), "secondary")
        self.canvas = MapCanvas()
        self.list = TwinView()
        self.panel = RoutePanel(frame)
        self.nobody = EmptyView(
            "waypoints", self.tr("Nobody on the map yet"),
            self.tr("With the first few people, this shows who knows whom and who could introduce you."),
            self.tr("I met someone"),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        look.changed.connect(self._fit)
        self.destroyed.connect(partial(_stop, self._running))

    # --- what the window asks for ---------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        if place.subject in (TO_PERSON, TO_ORGANISATION, TOPIC) and place.id:
            self._aim_at(place.subject, place.id)
        else:
            self._make()

    def refresh(self, changes: Changes) -> None:
        if any(map(changes.of, (PERSON, MOMENT, ORGANISATION, EVENT, SETTINGS))):
            self._make()

    def people_in_view(self) -> tuple[int, ...]:
        here = self.list.current_id() if self.views.current() == LIST else self.canvas.here
        return (here,) if here else ()

    def focus_first(self) -> None:
        current = self._stack.currentWidget()
        if current is self.nobody:
            self.nobody.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif current is not None:
            (self.list if self.views.current() == LIST else self.canvas).setFocus(Qt.FocusReason.TabFocusReason)

    def find_on_page(self) -> None:
        """Ctrl+F: whom one would like to reach."""
        self.panel.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.field.selectAll()

    # --- what a person asks for -------------------------------------------------------------------------------

    def aim_at(self, target: Target | None) -> None:
        """Mark the way to somebody or something, or none."""
        self.goal, self._chosen, self._is_anew = target, 0, True
        self._make()

    def take_way(self, number: int) -> None:
        """Mark another way."""
        self._chosen, self._is_anew = number, True
        self._make()

    def want(self, wanted: Wanted) -> None:
        """Show other people, or put them together in another way."""
        self.wanted, self._is_anew = wanted, True
        self._make()

    def arrange_anew(self) -> None:
        """Forget where people stood and place them all again."""
        self.frame.bridge.do_quietly(network.arrange_anew, self.wanted)
        self._is_anew = True
        self._make()

    def show_as(self, view: str) -> None:
        """The map or the list; whoever was chosen stays so."""
        here = self.canvas.here if view == LIST else self.list.current_id()
        if view == LIST and not self._is_listed and self.made is not None:
            self._is_listed = True
            self.list.show_made(self.made)
        self.views.choose(view)
        self._middle.setCurrentIndex(int(view == LIST))
        (self.list if view == LIST else self.canvas).go_to(here or 0)
        self.focus_first()

    def save(self) -> None:
        """Ask where the map goes as a picture."""
        if self.canvas.picture is None:
            return
        dialog = QFileDialog(self, self.tr("Save the map"), str(Path.home() / f"network-map{PNG}"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        names = {self.tr("Picture (*.png)"): PNG, self.tr("Drawing, sharp at every size (*.svg)"): SVG}
        dialog.setNameFilters(list(names))
        dialog.setDefaultSuffix(PNG.removeprefix("."))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(names.get(chosen, PNG).removeprefix(".")))
        dialog.fileSelected.connect(lambda chosen: self.keep_file(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_file(self, path: Path) -> None:
        """Write the map to a file, as its ending says."""
        if self.canvas.picture is None:
            return
        try:
            save(self.canvas.picture, path, self.header.subtitle.text())
        except HallwayError as error:
            self.frame.bridge.refused.emit(error)
        else:
            self.frame.bridge.said.emit(self.tr("The map is saved in {file}").format(file=path.name), False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.goal is not None:
            self.aim_at(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the grouping is in the other menu alone."""
        self.grouping.setVisible(self.width() - self.panel.width() >= look.scaled(GROUPING_FROM))

    # --- making it ----------------------------------------------------------------------------------------------

    def is_making(self) -> bool:
        """Whether another map is on its way."""
        return self._job is not None

    def _aim_at(self, kind: str, id_: int) -> None:
        try:
            self.aim_at(self.frame.bridge.ask(paths.target, kind, id_))
        except NotFound as error:
            self.frame.bridge.refused.emit(error)
            self.aim_at(None)

    def _make(self) -> None:
        """Make the map as it is wanted now; what is wanted meanwhile is made after it."""
        if self._job is not None:
            self._is_stale = True
            return
        self._is_stale = False
        desk, asked = self.frame.bridge.desk, (self.wanted, self.goal, self._chosen)
        if not desk.ask(network.is_small):
            self._begin(lambda report: self._drawn(_kept(desk, network.placed(desk.ask(network.read, *asked), report))))
            return
        made = desk.ask(network.read, *asked)
        if made.is_placed:
            self._show(*self._drawn(made))
        else:
            self._begin(lambda report: self._drawn(network.placed(made, report)))

    def _drawn(self, made: Made) -> tuple[Made, Picture]:
        return made, picture_of(made.seen, made.places, made.route, self._you)

    def _begin(self, work: Callable[[Report], tuple[Made, Picture]]) -> None:
        job = Job(work, self.frame.bridge.desk.database.close_thread, self)
        job.finished_with.connect(lambda found: self._end(job, lambda: self._show(*found)))
        job.failed.connect(lambda error: self._end(job, lambda: self.frame.bridge.refused.emit(error)))
        self._job = job
        self._running.append(job)
        job.start()

    def _end(self, job: Job, then: Callable[[], None]) -> None:
        job.wait()
        self._running.remove(job)
        job.deleteLater()
        self._job = None
        if self._is_stale:
            self._make()
        else:
            then()

    def _show(self, made: Made, picture: Picture) -> None:
        self.made = made
        if made.has_new_places and not self.frame.bridge.is_writing():
            self.frame.bridge.note(network.keep_places, made)
        shown = len(made.seen.dots)
        self._stack.setCurrentIndex(0 if shown else 1)
        self.header.set_subtitle(self._subtitle(shown, made.seen.total))
        self.canvas.show_picture(picture, anew=self._is_anew)
        self._is_anew = False
        self._is_listed = self.views.current() == LIST
        if self._is_listed:
            self.list.show_made(made)
        self.panel.show_made(made)
        self.panel.legend.show_kinds(made.seen.wanted.kinds)
        self.grouping.setText(grouping_words(self.wanted.grouping))

    def _subtitle(self, shown: int, total: int) -> str:
        if not shown:
            return ""
        close = self.tr("{shown} of {total} people, the close ones and one step on")
        words = close if self.wanted.whom == CLOSE else self.tr("{shown} of {total} people")
        return words.format(shown=shown, total=total)

    def _open(self, id_: int) -> None:
        self.frame.navigator.go(Place("people", "person", id_))

    def _open_menu(self, id_: int, at: QPoint) -> None:
        def aim() -> None:
            self._aim_at(TO_PERSON, id_)

        person_menu(self, lambda: self._open(id_), aim).popup(at)

    def _pop_up(self, menu: QMenu, below: QWidget) -> None:
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 4)))

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_as)
        self.more.clicked.connect(lambda: self._pop_up(more_menu(self, self), self.more))
        self.canvas.opened.connect(self._open)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.left.connect(lambda: self.aim_at(None) if self.goal else None)
        self.canvas.list_wanted.connect(lambda: self.show_as(LIST))
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.map_wanted.connect(lambda: self.show_as(MAP))
        self.list.left.connect(lambda: self.aim_at(None) if self.goal else None)
        self.panel.field.chosen.connect(self.aim_at)
        self.panel.field.cleared.connect(lambda: self.aim_at(None))
        self.panel.way_wanted.connect(self.take_way)
        self.panel.legend.changed.connect(lambda kinds: self.want(self.wanted._replace(kinds=kinds)))
        self.nobody.acted.connect(lambda: self.frame.catalogue.run("window.capture"))

    def _build(self) -> None:
        self.header.add_beside_title(guide_button(self.frame, "introductions"))
        for control in (self.views, self.grouping, self.more):
            self.header.add_action(control)
        self.grouping.setText(grouping_words(self.wanted.grouping))
        self.grouping.setMenu(group_menu(self, self))
        self._middle = QStackedWidget()
        self._middle.addWidget(_Framed(self.canvas))
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(EDGE, 8, EDGE, 12)
        column.addWidget(self.list)
        self._middle.addWidget(listed)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addWidget(Hairline())
        left.addWidget(self._middle, 1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self._stack.addWidget(both)
        self._stack.addWidget(self.nobody)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


def _kept(desk: Desk, made: Made) -> Made:
    """Remember the new places, on the thread where they were found."""
    if made.has_new_places:
        desk.do(network.keep_places, made)
    return made._replace(seen=made.seen._replace(kept=made.places))


def _stop(running: list[Job]) -> None:
    """A thread must not outlive the page it works for."""
    for job in running:
        job.stop()
        job.wait()


class _Framed(QWidget):
    """The map with its buttons to come nearer, to go back and to see all of it, at the lower left."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(canvas)
        self._buttons = QWidget(canvas)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for icon, words, act in (
            ("plus", self.tr("Come nearer, +"), lambda: canvas.zoom(STEP)),
            ("minus", self.tr("Go back, −"), lambda: canvas.zoom(1 / STEP)),
            ("maximize", self.tr("See all of the map, 0"), canvas.fit),
        ):
            button = icon_button(icon, words, "secondary")
            button.clicked.connect(act)
            row.addWidget(button)
        self._canvas = canvas
        look.changed.connect(self._put)

    def resizeEvent(self, event: object) -> None:
        self._put()

    def _put(self) -> None:
        self._buttons.adjustSize()
        self._buttons.move(EDGE, self._canvas.height() - self._buttons.height() - EDGE)
