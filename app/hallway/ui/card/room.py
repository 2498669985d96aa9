"""The room My card, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.card.page import CardPage

    return CardPage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def at_page(method: str, part: str = "") -> Callable[[], None]:
        def run() -> None:
            frame.navigator.go(Place("card", part))
            getattr(page(), method)()

        return run

    return (
        ActionSpec(
            "card.show", _t("Show my card"), "qr-code", at_page("show_big"), "Ctrl+M",
            _t("qr code vcard business big bright"), _t("Rooms"),
        ),
        ActionSpec("card.save", _t("Save my card…"), "download", at_page("save"), "", _t("qr vcf png svg picture")),
        ActionSpec(
            "card.news", _t("Add news of mine"), "sprout", at_page("add_news", "news"), "",
            _t("my achievement paper talk award"),
        ),
        ActionSpec(
            "card.term", _t("What I did this term…"), "file-text", at_page("open_term"), "",
            _t("report activities markdown pdf"),
        ),
    )  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("card", text)


ROOM = Room(key="card", title=_t("My card"), icon="qr-code", page=_page, actions=_actions, at_bottom=True)
