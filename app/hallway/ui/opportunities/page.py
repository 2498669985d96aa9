"""The page of the room: a head with its views, one of them in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hallway.domain.changes import Changes
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page
from hallway.ui.opportunities.doors import Doors
from hallway.ui.opportunities.favours import KEY as FAVOURS
from hallway.ui.opportunities.favours import Favours
from hallway.ui.opportunities.letters import KEY as LETTERS
from hallway.ui.opportunities.letters import Letters
from hallway.ui.opportunities.listed import Listed
from hallway.ui.opportunities.projects import KEY as PROJECTS
from hallway.ui.opportunities.projects import Projects
from hallway.ui.opportunities.things import KEY as THINGS
from hallway.ui.opportunities.things import Things
from hallway.ui.widgets.tab_strip import TabStrip

View = Callable[[Frame], Page]


def views() -> dict[str, tuple[str, View]]:
    """What the page can show, in the order of its tabs: key, title and what makes it. Each is a `Page` of its own."""
    return {
        "": (_t("Opportunities"), Doors), LETTERS: (_t("Letters"), Letters), THINGS: (_t("Things to share"), Things),
        FAVOURS: (_t("Favours"), Favours), PROJECTS: (_t("Projects"), Projects),
    }  # fmt: skip


class OpportunitiesPage(Page):
    """Views are made when they are first looked at. A place names its view in the subject, before a slash."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self._views = views()
        self._made: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self.tabs = TabStrip([(key, title) for key, (title, _) in self._views.items()], name=_t("What to look at"))
        self.tabs.chosen.connect(lambda key: frame.navigator.go(Place("opportunities", key)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(28, 8, 28, 0)
        head.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_place(self, place: Place) -> None:
        key = place.subject.partition("/")[0]
        self.front(key if key in self._views else "").show_place(place)

    def refresh(self, changes: Changes) -> None:
        self.shown().refresh(changes)

    def focus_first(self) -> None:
        self.shown().focus_first()

    def people_in_view(self) -> tuple[int, ...]:
        return self.shown().people_in_view()

    def find_on_page(self) -> None:
        """Ctrl+F."""
        find = getattr(self.shown(), "find_on_page", None)
        if find is not None:
            find()

    def front(self, key: str) -> Page:
        """Bring a view to the front, made when it is the first time."""
        if key not in self._made:
            self._made[key] = self._views[key][1](self.frame)
            self._stack.addWidget(self._made[key])
        self._stack.setCurrentWidget(self._made[key])
        self.tabs.choose(key)
        return self._made[key]

    def shown(self) -> Page:
        """The view in front."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else self.front("")

    def doors(self) -> Doors:
        """The view of opportunities, brought to the front."""
        found = self.front("")
        assert isinstance(found, Doors)
        return found

    def add(self) -> None:
        """Write an opportunity down."""
        self.doors().add()

    def add_in(self, key: str) -> None:
        """Write something down in another view."""
        found = self.front(key)
        assert isinstance(found, Listed)
        found.add()

    def let_go(self) -> None:
        """Let go of the chosen opportunity."""
        self.doors().let_go()


def _t(text: str) -> str:
    return QCoreApplication.translate("opportunities", text)
