"""The actions of introductions, of the tree and of the mentor map, for menus, keys and the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.rooms import Frame
from hallway.ui.parts.introduction_wish import ACTION, MAKE, wished_introduction


def introduction_actions(
    frame: Frame, whom: Callable[[], int], view: Callable[[str], Callable[[], None]]
) -> tuple[ActionSpec, ...]:
    """Return them; `whom` tells who is in view, `view` goes to a view of the room."""

    def ask() -> None:
        from hallway.ui.outreach.introduction_form import open_ask

        connector_id, target_id = wished_introduction(frame.catalogue) or (0, whom())
        open_ask(frame, connector_id, target_id)

    def make() -> None:
        from hallway.ui.outreach.introduction_form import open_make

        open_make(frame, *(wished_introduction(frame.catalogue) or (whom(),)))

    def add_need() -> None:
        from hallway.ui.outreach.mentor_form import open_need

        open_need(frame)

    return (
        ActionSpec(ACTION, _t("Ask for an introduction"), "handshake", ask,
                   words=_t("introduce me to meet through somebody")),
        ActionSpec(MAKE, _t("Introduce two people to each other"), "users-round", make,
                   words=_t("introduce to bring together double opt-in")),
        ActionSpec("outreach.introductions", _t("Introductions"), "handshake", view("introductions"), area="Outreach"),
        ActionSpec("outreach.referrals", _t("Who led you to whom"), "waypoints", view("referrals"),
                   words=_t("referral tree through introduced"), area="Outreach"),
        ActionSpec("outreach.mentors", _t("The mentor map"), "life-buoy", view("mentors"),
                   words=_t("needs who helps with what advice sponsor"), area="Outreach"),
        ActionSpec("mentors.add", _t("Add a need to the mentor map"), "plus", add_need, area="Outreach"),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("introductions", text)
