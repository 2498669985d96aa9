"""What approaches are called on the screen: states, purposes, channels, lanes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import MONTH_NAMES, WEEKDAY_NAMES
from hallway.domain.outreach import State


def purpose_words() -> Mapping[str, str]:
    """What one may want from a talk."""
    return {
        "informational interview": _t("Informational interview"), "advice": _t("Advice"),
        "mentoring": _t("Mentoring"), "collaboration": _t("Collaboration"), "opportunity": _t("An opportunity"),
    }  # fmt: skip


def channel_words() -> Mapping[str, str]:
    """How one writes to somebody; the first is for not knowing yet."""
    return {
        "": _t("Not chosen yet"), "mail": _t("Mail"), "linkedin": "LinkedIn", "phone": _t("Phone"),
        "in person": _t("In person"), "other": _t("Another way"),
    }  # fmt: skip


def state_word(state: State) -> str:
    """What a state is called."""
    return {
        State.IDEA: _t("An idea"), State.DRAFT: _t("About to ask"), State.ASKED: _t("Asked"),
        State.ANSWERED: _t("Answered"), State.AGREED: _t("Agreed"), State.SCHEDULED: _t("Scheduled"),
        State.TALKED: _t("Talked"), State.THANKED: _t("Thanked"), State.TOLD: _t("Told what came of it"),
        State.NO_ANSWER: _t("Resting, no answer"), State.DECLINED: _t("Said no, which is fine"),
    }[state]  # fmt: skip


def lane_words() -> tuple[tuple[str, str], ...]:
    """Each lane's name, and what it means."""
    return (
        (_t("Identify"), _t("who could help")), (_t("Request"), _t("asked, or about to")),
        (_t("Scheduled"), _t("a date is set")), (_t("Talked"), _t("still fresh")),
        (_t("Thanked"), _t("door stays open")),
    )  # fmt: skip


def short_day(day: date) -> str:
    """ "Wed 24 Jun"."""
    return f"{WEEKDAY_NAMES[day.weekday()][:3]} {short_date(day)}"


def short_date(day: date) -> str:
    """ "17 Jun"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"


def long_ago(day: date, today: date) -> str:
    """ "17 Jun" within half a year, else "March 2025"."""
    if (today - day).days < 180:
        return short_date(day)
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _t(text: str) -> str:
    return QCoreApplication.translate("outreach", text)
