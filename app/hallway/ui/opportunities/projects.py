"""Projects: what is done together, with whom, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hallway.domain.changes import PERSON, PROJECT
from hallway.domain.projects import Partner, Project
from hallway.ui.frame.rooms import Frame
from hallway.ui.models.lines import ListLine
from hallway.ui.opportunities.listed import Listed, Words
from hallway.ui.opportunities.project_form import open_form
from hallway.ui.opportunities.project_panel import ProjectPanel
from hallway.ui.opportunities.project_words import day_words, state_words
from hallway.usecases import projects

KEY = "projects"


class Projects(Listed):
    """What goes on stands first; what is done stays at the end."""

    key, changes = KEY, (PROJECT, PERSON)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        words = Words(
            _t("Projects"), _t("What you do together, and what comes next"), _t("Add a project"),
            _t("A next step with a day comes up on Today. Collaborators stand on your conflict list."),
            "users-round", _t("No projects yet"),
            _t("A study, a review, a workshop: write down with whom, and the next small step."),
        )  # fmt: skip
        super().__init__(frame, ProjectPanel(frame), words, parent)

    def found(self) -> Sequence[Project]:
        return self.frame.bridge.ask(projects.listed)

    def line(self, one: Project) -> ListLine:
        first = one.people[0] if one.people else Partner(0)
        today = self.frame.bridge.desk.clock.today()
        return ListLine(
            one.id, one.title, one.line, "users-round", "green", first.person_id, first.person, day_words(one, today),
            state_words(one.state),
        )  # fmt: skip

    def people_in_view(self) -> tuple[int, ...]:
        one = self.current()
        return tuple(partner.person_id for partner in one.people) if one else ()

    def add(self) -> None:
        form = open_form(self.frame.bridge, self.window())
        form.added.connect(self.go_to)

    def take_away(self, id_: int) -> None:
        self.frame.bridge.do(projects.remove, id_)


def _t(text: str) -> str:
    return QCoreApplication.translate("projects", text)
