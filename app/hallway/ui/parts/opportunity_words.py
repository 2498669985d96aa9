"""Words, icons and hues of opportunities."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.opportunities import PARTS, Opportunity, State

LOOKS = {
    "job": ("briefcase", "amber"), "grant": ("sprout", "green"), "visit": ("map-pin", "blue"),
    "special issue": ("book-open", "violet"), "talk": ("presentation", "rose"), "course": ("graduation-cap", "slate"),
    "research project": ("flask-conical", "green"), "collaboration": ("handshake", "blue"),
    "volunteering": ("hand-heart", "rose"), "mentoring": ("heart-handshake", "violet"), "other": ("compass", "slate"),
}  # fmt: skip
"""Icon and hue of each kind."""


def kind_words(kind: str) -> str:
    """A kind, as a choice."""
    return {
        "job": _t("Job"), "research project": _t("Research project"), "collaboration": _t("Collaboration"),
        "grant": _t("Grant"), "volunteering": _t("Volunteering"), "talk": _t("Talk"), "visit": _t("Visit"),
        "special issue": _t("Special issue"), "course": _t("Course"), "mentoring": _t("Mentoring"),
        "other": _t("Something else"),
    }[kind]  # fmt: skip


def state_words(state: State) -> str:
    """How it stands, as a chip."""
    return {
        State.CURIOUS: _t("Curious"), State.INTERESTED: _t("Interested"), State.TALKING: _t("Talking"),
        State.PREPARING: _t("Preparing"), State.HANDED_IN: _t("Handed in"), State.AGREED: _t("Agreed"),
        State.NEXT_YEAR: _t("Next year"), State.CAME_TRUE: _t("Came true"), State.LET_GO: _t("Let go"),
    }[state]  # fmt: skip


def part_words(part: str) -> str:
    """What somebody has to do with it."""
    words = (_t("Told me"), _t("Works there"), _t("Refers me"), _t("Recommends me"))
    return dict(zip(PARTS, words, strict=True))[part]


def day_words(one: Opportunity, today: date) -> str:
    """Its day, as short as a list has room for: "15 September", "open"."""
    if one.deadline is None:
        return _t("open")
    year = "" if one.deadline.year == today.year else f" {one.deadline.year}"
    return f"{one.deadline.day} {one.deadline:%B}{year}"


def _t(text: str) -> str:
    return QCoreApplication.translate("opportunities", text)
