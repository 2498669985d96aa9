"""Recommendation letters: who writes, for whom by when, how far it is, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hallway.domain.changes import LETTER, OPPORTUNITY, PERSON
from hallway.domain.letters import Letter, Stage
from hallway.ui.frame.rooms import Frame
from hallway.ui.models.lines import ListLine
from hallway.ui.opportunities.letter_panel import LetterPanel, open_new_letter
from hallway.ui.opportunities.listed import Listed, Words
from hallway.usecases import letters

KEY = "letters"


class Letters(Listed):
    """Enter goes to the letter at the right; Delete says that it is not needed any more."""

    key = KEY
    guide = "letters"
    changes = (LETTER, PERSON, OPPORTUNITY)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        words = Words(
            _t("Letters"), _t("Asked for in good time, and told how it went"), _t("Add a letter"),
            _t("Six and four weeks ahead Today says whom to ask, two weeks ahead what to send."),
            "file-pen", _t("No letters wanted"),
            _t("A programme or a grant asks for a letter: note who could write, and Today tells you when."),
        )  # fmt: skip
        super().__init__(frame, LetterPanel(frame), words, parent)

    def found(self) -> Sequence[Letter]:
        return self.frame.bridge.ask(letters.listed)

    def line(self, one: Letter) -> ListLine:
        return _line(one)

    def add(self) -> None:
        form = open_new_letter(self.frame.bridge, self.window())
        form.added.connect(self.go_to)

    def take_away(self, id_: int) -> None:
        self.frame.bridge.do(letters.close, id_)

    def people_in_view(self) -> tuple[int, ...]:
        letter = self.current()
        return (letter.person_id,) if letter is not None and letter.person_id else ()


def stage_words(stage: Stage) -> str:
    """How far a letter is, as a chip."""
    return {
        Stage.IDEA: _t("To ask"), Stage.ASKED: _t("Asked"), Stage.AGREED: _t("Agreed"),
        Stage.MATERIALS: _t("Writing"), Stage.SENT: _t("Sent"), Stage.TOLD: _t("Told"),
        Stage.NOT_NEEDED: _t("Not needed"),
    }[stage]  # fmt: skip


def _line(letter: Letter) -> ListLine:
    writer = letter.person or _t("Nobody chosen yet")
    deadline = letter.deadline
    day = "" if deadline is None else f"{deadline.day} {deadline:%B}"
    title = letter.purpose[:1].upper() + letter.purpose[1:]
    mark = "" if letter.person_id else "file-pen"
    return ListLine(
        letter.id, title, writer, mark, "blue", letter.person_id or 0, letter.person, day, stage_words(letter.stage)
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("letters", text)
