"""Words for the types of a conflict list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hallway.domain.conflicts import Type


def type_words(type_: Type) -> str:
    """What somebody is to the user."""
    return {
        Type.PERSONAL: t("Family, friend or business"), Type.ADVISOR: t("My PhD advisor"),
        Type.ADVISED: t("PhD student I advise"), Type.CO_AUTHOR: t("Co-author"), Type.COLLABORATOR: t("Collaborator"),
        Type.BOARD: t("Editorial board"), Type.CO_EDITOR: t("Co-editor"),
    }[type_]  # fmt: skip


def t(text: str) -> str:
    """In the language of the window."""
    return QCoreApplication.translate("conflicts", text)
