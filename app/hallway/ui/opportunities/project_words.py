"""Words for projects: how one stands, from when to when, and its day in a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from hallway.domain.dates import say_day
from hallway.domain.projects import Project, State
from hallway.ui.parts.partial_dates import say_span


def state_words(state: State) -> str:
    """How a project stands."""
    return {
        State.IDEA: _t("An idea"), State.RUNNING: _t("Running"), State.RESTING: _t("Resting"), State.DONE: _t("Done"),
    }[state]  # fmt: skip


def day_words(one: Project, today: date) -> str:
    """In a list: the day of the next step, else from when to when."""
    if one.next_on is not None:
        return say_day(one.next_on, today) if one.next_on <= today else f"{one.next_on.day} {one.next_on:%B}"
    return say_span(one.start_on, one.end_on)


def _t(text: str) -> str:
    return QCoreApplication.translate("projects", text)
