"""What things to share and favours are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

KIND_LOOKS = {
    "article": ("book-open", "blue"), "call": ("megaphone", "violet"), "opening": ("briefcase", "amber"),
    "idea": ("lightbulb", "green"), "other": ("compass", "slate"),
}  # fmt: skip
"""Icon and hue of each kind of thing to share."""
FAVOUR_LOOKS = {"given": ("gift", "green"), "received": ("hand-heart", "rose"), "offered": ("hand-helping", "blue")}
"""Icon and hue of each direction."""


def thing_words() -> Mapping[str, str]:
    """Kinds of things to share."""
    return {
        "article": _t("Article"), "call": _t("Call"), "opening": _t("Opening"), "idea": _t("Idea"),
        "other": _t("Something else"),
    }  # fmt: skip


def favour_words() -> Mapping[str, str]:
    """Kinds of favours."""
    return {
        "article": _t("An article"), "job opening": _t("A job opening"), "introduction": _t("An introduction"),
        "feedback": _t("Feedback"), "data": _t("Data"), "advice": _t("Advice"), "review": _t("A review"),
        "time": _t("Time"), "other": _t("A hand"),
    }  # fmt: skip


def direction_words() -> Mapping[str, str]:
    """Which way a favour went."""
    return {"given": _t("I gave it"), "received": _t("I received it"), "offered": _t("I offered it")}


def _t(text: str) -> str:
    return QCoreApplication.translate("sharing", text)
