"""The room Import and export, for the list of rooms."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.frame.places import Place
from hallway.ui.frame.rooms import Frame, Page, Room


def _page(frame: Frame) -> Page:
    from hallway.ui.exchange.page import ExchangePage

    return ExchangePage(frame)


def _actions(frame: Frame, page: Callable[[], Page]) -> tuple[ActionSpec, ...]:
    def at_page(method: str) -> Callable[[], None]:
        def run() -> None:
            frame.navigator.go(Place("exchange"))
            getattr(page(), method)()

        return run

    def save_people(first: str) -> Callable[[], None]:
        def run() -> None:
            from hallway.ui.exchange.save_panel import open_save_people

            frame.navigator.go(Place("exchange"))
            open_save_people(frame, page().window(), first)

        return run

    return (
        ActionSpec(
            "exchange.import", _t("Import a file…"), "file-up", at_page("choose_files"), "Ctrl+I",
            "linkedin vcard programme schedule bibtex bib ris papers bibliography",
        ),
        ActionSpec(
            "exchange.vcard", _t("Save people as address cards…"), "download", save_people("cards"),
            words="vcf vcard phone export",
        ),
        ActionSpec("exchange.archive", _t("Save everything as an archive…"), "archive", at_page("save_archive"),
                   words="zip backup leave all"),
        ActionSpec(
            "exchange.csv", _t("Save people as a table…"), "download", save_people("table"),
            words="csv spreadsheet excel google outlook export",
        ),
        ActionSpec(
            "exchange.conflicts", _t("Conflict list…"), "list-checks", at_page("show_conflicts"),
            words="funder nsf coa co-authors collaborators reviewer interest export",
        ),
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("exchange", text)


ROOM = Room(
    key="exchange",
    title=_t("Import and export"),
    icon="arrow-down-up",
    page=_page,
    actions=_actions,
    at_bottom=True,
)
