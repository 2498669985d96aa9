"""Words and looks for what somebody reached."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.achievements import Achievement
from hallway.domain.dates import say_day
from hallway.domain.partial_dates import say_partial

LOOKS = {
    "publication": ("book-open", "blue"), "award": ("award", "amber"), "grant": ("coins", "amber"),
    "defence": ("graduation-cap", "violet"), "new role": ("briefcase", "green"), "talk": ("presentation", "violet"),
    "other": ("sprout", "green"),
}  # fmt: skip
"""Icon and hue of each kind."""


def kind_words(kind: str) -> str:
    """What a kind is called."""
    return {
        "publication": _t("Publication"), "award": _t("Award"), "grant": _t("Grant"), "defence": _t("Defence"),
        "new role": _t("New role"), "talk": _t("Talk"), "other": _t("Something else"),
    }[kind]  # fmt: skip


def line_words(one: Achievement, today: date) -> str:
    """Under the title: its kind and when it was, and whether the user congratulated."""
    when = say_partial(one.on_day) if one.on_day else ""
    parts = [kind_words(one.kind), when] if one.kind != "other" else [when]
    if one.congratulated_on:
        on = say_day(date.fromisoformat(one.congratulated_on), today)
        parts.append(_t("you congratulated on {day}").format(day=on))
    return ", ".join(part for part in parts if part)


def _t(words: str) -> str:
    return QCoreApplication.translate("news", words)
