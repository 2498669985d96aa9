"""Things worth sharing, and who would want each: paste or drop it, look who is there, write, and it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from hallway.domain.changes import FAVOUR, PERSON, RESOURCE
from hallway.domain.errors import HallwayError
from hallway.domain.sharing import Resource
from hallway.ui.frame.rooms import Frame
from hallway.ui.models.lines import ListLine
from hallway.ui.opportunities.listed import Listed, Words
from hallway.ui.opportunities.thing_form import open_thing
from hallway.ui.opportunities.thing_panel import ThingPanel
from hallway.ui.parts.favour_words import KIND_LOOKS, thing_words
from hallway.usecases import sharing

KEY = "things"


class Things(Listed):
    """A text, a link or a file dropped here is looked at as a thing to share."""

    key = KEY
    guide = "giving"
    changes = (RESOURCE, FAVOUR, PERSON)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        words = Words(
            _t("Things to share"), _t("Articles, calls and openings that somebody would want"),
            _t("Who would want this?"),
            _t("Drop a link, a text or a file here. Nothing leaves this device but what you send yourself."),
            "gift", _t("Nothing to share yet"),
            _t("Paste a title, a summary or a call, and see who in your network would want it."),
        )  # fmt: skip
        super().__init__(frame, ThingPanel(frame), words, parent)
        self.setAcceptDrops(True)

    def found(self) -> Sequence[Resource]:
        return self.frame.bridge.ask(sharing.resources)

    def line(self, one: Resource) -> ListLine:
        mark, hue = KIND_LOOKS[one.kind]
        told = ", ".join(part for part in (thing_words()[one.kind], one.authors, one.link) if part)
        day = f"{one.added_on.day} {one.added_on:%b}" if one.added_on else ""
        stands = _t("sent to {name}").format(name=one.went[0].person.split()[0]) if one.went else ""
        return ListLine(one.id, one.title, told, mark, hue, day=day, stands=stands)

    def add(self, one: Resource | None = None) -> None:
        form = open_thing(self.frame.bridge, self.window(), one)
        form.kept.connect(self.go_to)

    def take_away(self, id_: int) -> None:
        self.frame.bridge.do(sharing.remove, id_)

    def take_text(self, text: str) -> None:
        """Look at what was pasted or dropped."""
        self._try(lambda: sharing.read(text))

    def take_file(self, path: Path) -> None:
        """Look at what a file holds."""
        self._try(lambda: sharing.read_file(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.take_file(files[0])
        else:
            self.take_text(event.mimeData().text())

    def people_in_view(self) -> tuple[int, ...]:
        found: tuple[int, ...] = self.panel.people()
        return found

    def _try(self, read: object) -> None:
        assert callable(read)
        try:
            self.add(read())
        except HallwayError as error:
            self.frame.bridge.refused.emit(error)


def _t(text: str) -> str:
    return QCoreApplication.translate("sharing", text)
