"""Names of months, ways of meeting and circles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import MONTH_NAMES
from hallway.domain.figures import (
    ALUMNI,
    ELSEWHERE,
    EVENT,
    FIELD,
    HOME,
    INDUSTRY,
    INTRODUCED,
    ONLINE,
    SAME_PLACE,
    WROTE,
)

SHORT = 3


def month_label(month: str) -> str:
    """ "2026-06" as "Jun"."""
    return MONTH_NAMES[int(month[5:7]) - 1][:SHORT]


def quarter_label(months: Sequence[str]) -> str:
    """The first and last of some months: "Apr–Jun"."""
    first, last = month_label(months[0]), month_label(months[-1])
    return first if first == last else f"{first}–{last}"


def way_words(way: str) -> str:
    """How somebody was met."""
    return {
        EVENT: _t("At events"), INTRODUCED: _t("Introduced by someone"), SAME_PLACE: _t("Same university"),
        ONLINE: _t("Online"), WROTE: _t("Wrote to them"), ELSEWHERE: _t("Elsewhere"),
    }[way]  # fmt: skip


def circle_words(name: str) -> str:
    """A circle."""
    return {
        HOME: _t("Close to home"), FIELD: _t("Your field"), INDUSTRY: _t("Outside universities"),
        ALUMNI: _t("Were where you are"),
    }[name]  # fmt: skip


def _t(text: str) -> str:
    return QCoreApplication.translate("insights", text)
