"""The People room as the window knows it: its page, its count and its actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.bridge import Bridge
from hallway.ui.frame.rooms import Frame, Page, Room

if TYPE_CHECKING:
    from hallway.ui.people.page import PeoplePage


def actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    """Return the room's actions; those about a person work while the room is in front."""

    def here() -> bool:
        return frame.navigator.here is not None and frame.navigator.here.room == "people"

    def room() -> PeoplePage:
        from hallway.ui.people.page import PeoplePage

        found = page()
        assert isinstance(found, PeoplePage)
        return found

    def chosen() -> bool:
        return here() and room().has_chosen()

    def own(key: str, text: str, icon: str, wish: str, shortcut: str = "", words: str = "") -> ActionSpec:
        return ActionSpec(f"people.{key}", text, icon, lambda: room().do(wish), shortcut, words, "People", here)

    def spec(key: str, text: str, icon: str, wish: str, words: str = "") -> ActionSpec:
        return ActionSpec(f"people.{key}", text, icon, lambda: room().do(wish), "", words, "People", chosen)

    return (
        ActionSpec("people.add", _tr("Add a person"), "user-plus", lambda: room().add(), words=_tr("new somebody")),
        ActionSpec(
            "people.log", _tr("Log what happened"), "message-circle",
            lambda: _open_log(frame, room().chosen_ids() if here() else ()), "Ctrl+L",
            _tr("conversation call message coffee"),
        ),
        spec("write", _tr("Write to this person"), "mail", "write", _tr("mail")),
        spec("copy_mail", _tr("Copy the mail address"), "copy", "copy mail"),
        own("filter", _tr("Filter people"), "list-filter", "filter", "Ctrl+Shift+F",
            _tr("narrow group topic place organisation rhythm promise missing")),
        own("everyone", _tr("Show everyone again"), "users-round", "everyone", "Ctrl+Shift+A",
            _tr("clear filters reset all")),
        own("views", _tr("Choose a list or a saved view…"), "sliders-horizontal", "views"),
        own("save_view", _tr("Save this view…"), "plus", "save view", words=_tr("keep filter name")),
        own("mark_all", _tr("Mark everybody in the list"), "check", "mark all", words=_tr("select several")),
        spec("groups", _tr("Put into groups…"), "users", "groups"),
        spec("topics", _tr("Choose interests…"), "tag", "topics", _tr("topics tags")),
        spec("rhythm", _tr("Choose a rhythm…"), "refresh-cw", "rhythm", _tr("how often")),
        spec("rename", _tr("Change the name"), "pencil", "rename"),
        ActionSpec(
            "people.entry", _tr("Save the next check-in for a calendar…"), "calendar-plus",
            lambda: _save_check_in(frame, room()), "", _tr("ics export"), "People", chosen,
        ),
        spec("hand_over", _tr("Hand over this record…"), "download", "hand over",
             _tr("export gdpr access data privacy portability zip save person")),
        spec("erase", _tr("Erase this person for good…"), "x", "erase", _tr("forget gdpr delete privacy remove")),
        spec("archive", _tr("Archive this person"), "archive", "archive"),
        spec("let_go", _tr("Let go of this person"), "trash-2", "let go", _tr("delete remove")),
        ActionSpec(
            "people.duplicates", _tr("Find people who stand here twice"), "git-merge", lambda: _find_duplicates(frame),
            words=_tr("duplicates merge same person double"), area="People",
        ),
        spec("merge", _tr("Merge with another person…"), "git-merge", "merge", _tr("same person duplicate")),
        spec("bring_back", _tr("Bring this person back"), "archive-restore", "bring back", _tr("restore")),
    )  # fmt: skip


def _save_check_in(frame: Frame, page: PeoplePage) -> None:
    from hallway.ui.parts.save_entry import ask_where
    from hallway.usecases import calendars

    for person_id in page.chosen_ids()[:1]:
        ask_where(frame.bridge, page, _tr("check-in"), calendars.check_in_alone, person_id)


def count(bridge: Bridge) -> int:
    """How many people there are, for the rail."""
    from hallway.usecases import people

    return bridge.ask(people.count)


def _open_log(frame: Frame, person_ids: Sequence[int]) -> None:
    from hallway.ui.parts.log_panel import open_log

    open_log(frame, person_ids)


def _find_duplicates(frame: Frame) -> None:
    from hallway.ui.people.same_person import find_duplicates

    find_duplicates(frame)


def _page(frame: Frame) -> Page:
    """The page; what it is made of is imported when the room is first entered."""
    from hallway.ui.people.page import PeoplePage

    return PeoplePage(frame)


def _tr(words: str) -> str:
    return QCoreApplication.translate("People", words)


ROOM = Room(
    key="people", title=str(QT_TRANSLATE_NOOP("People", "People")), icon="users-round", page=_page,
    actions=actions, count=count,
)  # fmt: skip
