"""The room Outreach, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room
from hallway.ui.outreach.introduction_actions import introduction_actions

if TYPE_CHECKING:
    from hallway.ui.outreach.page import OutreachPage


def _page(frame: Frame) -> Page:
    from hallway.ui.outreach.page import OutreachPage

    return OutreachPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def room() -> OutreachPage:
        from hallway.ui.outreach.page import OutreachPage

        found = page()
        assert isinstance(found, OutreachPage)
        return found

    def add() -> None:
        frame.navigator.go(Place("outreach"))
        room().add()

    def chosen() -> bool:
        here = frame.navigator.here
        return here is not None and here.room == "outreach" and bool(room().outreach_id())

    def whom() -> int:
        """Somebody another room is about just now."""
        window = frame.catalogue.parent()
        in_front = getattr(window, "page", None)
        return next(iter(in_front.people_in_view()), 0) if isinstance(in_front, Page) else 0

    def reach() -> None:
        from hallway.ui.parts.outreach_form import open_outreach

        open_outreach(frame, whom())

    def view(key: str) -> Callable[[], None]:
        return lambda: frame.navigator.go(Place("outreach", key))

    def own(key: str, text: str, icon: str, run: Callable[[], None], words: str = "") -> ActionSpec:
        return ActionSpec(f"outreach.{key}", text, icon, run, "", words, "Outreach", chosen)

    return (
        ActionSpec("outreach.add", _t("Reach out to somebody"), "send", add, "Ctrl+Shift+R",
                   _t("ask informational interview new approach")),
        ActionSpec("outreach.person", _t("Reach out to this person"), "send", reach,
                   words=_t("ask interview advice"), enabled_when=lambda: bool(whom())),
        own("questions", _t("Choose questions for the talk…"), "circle-question-mark",
            lambda: room().choose_questions(), _t("interview ask")),
        own("meeting", _t("Choose a date for the talk…"), "calendar-days", lambda: room().choose_date(),
            _t("schedule meeting time")),
        own("interview", _t("Take notes during the talk"), "notebook-pen", lambda: room().take_notes(),
            _t("interview timer")),
        own("calendar", _t("Save the talk for a calendar"), "calendar-plus", lambda: room().ask_where(), "ics"),
        ActionSpec("outreach.board", _t("Outreach as a board"), "square-kanban", view("board"), area="Outreach"),
        ActionSpec("outreach.list", _t("Outreach as a list"), "list", view("list"), area="Outreach"),
        *introduction_actions(frame, whom, view),
        ActionSpec("outreach.learned", _t("What you learned in talks"), "lightbulb", view("learned"),
                   words=_t("answers interviews notes"), area="Outreach"),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("outreach", text)


ROOM = Room(
    key="outreach", title=_t("Outreach"), icon="send", page=_page, actions=_actions, needs_width=True,
)  # fmt: skip
