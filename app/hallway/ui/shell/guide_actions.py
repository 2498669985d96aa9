"""The guide and each of its pages as actions: for the palette, the key, and the marks beside titles."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from hallway.ui.frame.actions import ActionSpec
from hallway.ui.parts.guide_button import ACTION
from hallway.ui.shell.window import Window

PAGES = {
    "start": "Start where you are", "conference": "Before, at and after a conference",
    "first-message": "The first message", "interviews": "Informational interviews",
    "introductions": "Asking for an introduction, and making one", "thanks": "Thank-yous",
    "mentors": "Keeping tutors and mentors informed", "giving": "Giving first", "old-ties": "Weak ties and old ties",
    "letters": "Recommendation letters", "without-pressure": "Without pressure",
}  # fmt: skip
"""Keys and titles as the files have them; at the start no file is read."""


def guide_actions(window: Window) -> tuple[ActionSpec, ...]:
    """The guide as a whole, and page by page."""
    whole = ActionSpec(
        "window.guide", _t("How others go about it"), "book-open", partial(_open, window, ""), "Shift+F1",
        _t("guide help advice"),
    )  # fmt: skip
    pages = (
        ActionSpec(ACTION.format(key), _t("Guide: {title}").format(title=title), "book-open",
                   partial(_open, window, key), area="Guide")
        for key, title in PAGES.items()
    )  # fmt: skip
    return (whole, *pages)


def _open(window: Window, key: str) -> None:
    from hallway.ui.shell.guide import open_guide  # with the first look

    open_guide(window, key)


def _t(text: str) -> str:
    return QCoreApplication.translate("guide", text)
